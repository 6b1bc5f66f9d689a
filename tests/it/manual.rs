//! What the documents show of the program is what the program shows.
//!
//! Behind a mark `<!-- 画面：NAME -->` stands the frame `snapshots/NAME.snap`,
//! between two other marks the tables of the keys. First `INSTA_UPDATE=always
//! cargo test --test it screens` writes the frames anew, then the same with
//! `manual` the documents.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use fazhi_tui::app::Context;
use fazhi_tui::input::Keymap;
use fazhi_tui::ui::help;

const MANUAL: &str = "docs/使用手册.md";
const README: &str = "README.md";

const PICTURE: &str = "<!-- 画面：";
const PICTURE_END: &str = " -->";
const START: &str = "<!-- 按键表：开始 -->\n";
const END: &str = "<!-- 按键表：结束 -->\n";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The frame that a snapshot keeps: without its head, the mark of the cursor
/// and the blank rows at its end.
fn frame(name: &str) -> Result<String, String> {
    let file = path("tests/it/snapshots").join(format!("{name}.snap"));
    let snapshot = fs::read_to_string(file).map_err(|_| format!("there is no frame {name}"))?;
    let body = snapshot.splitn(3, "---\n").nth(2).unwrap();
    let cursor = |line: &&str| line.trim_start().starts_with("^ (");
    let lines: Vec<&str> = body.lines().filter(|line| !cursor(line)).collect();
    Ok(format!("{}\n", lines.join("\n").trim_end()))
}

/// Whether a block shows a screen: something in it is framed.
fn is_screen(block: &str) -> bool {
    block.contains(['┌', '│', '└']) || block.contains("+--") || block.contains("---+")
}

/// A document with the frames that it names.
fn with_pictures(document: &str) -> Result<String, String> {
    let mut new = String::new();
    let mut named: Option<String> = None;
    let mut lines = document.split_inclusive('\n');
    while let Some(line) = lines.next() {
        new.push_str(line);
        let name = line.trim_end().strip_prefix(PICTURE);
        let name = name.and_then(|rest| rest.strip_suffix(PICTURE_END));
        if let Some(name) = named.take() {
            if line != "```text\n" {
                return Err(format!("the frame {name} is to stand in a block of text"));
            }
            lines.by_ref().find(|line| line.starts_with("```"));
            writeln!(new, "{}```", frame(&name)?).unwrap();
        } else if line.starts_with("```") {
            let block: String =
                lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            if is_screen(&block) {
                return Err(format!("a screen without a name:\n{block}"));
            }
            writeln!(new, "{block}```").unwrap();
        }
        named = name.map(str::to_owned);
    }
    Ok(new)
}

/// The keys of one place as a table.
fn table(keymap: &Keymap, context: Context) -> String {
    let mut text = format!("**{}**\n\n| 键 | 做什么 |\n|---|---|\n", help::label(context));
    for binding in keymap.told(context, &[]) {
        writeln!(text, "| {} | {} |", binding.all_keys("、"), binding.explanation()).unwrap();
    }
    text
}

/// The manual with the tables of the keys.
fn with_keys(manual: &str) -> String {
    let keymap = Keymap::built_in().unwrap();
    let contexts = keymap.contexts().into_iter();
    let tables: Vec<String> = contexts.map(|context| table(&keymap, context)).collect();
    let (before, rest) = manual.split_once(START).expect("the first mark is missing");
    let (_, after) = rest.split_once(END).expect("the second mark is missing");
    format!("{before}{START}\n{}\n{END}{after}", tables.join("\n"))
}

#[test]
fn what_they_show_is_what_the_program_shows() {
    for name in [MANUAL, README] {
        let written = fs::read_to_string(path(name)).unwrap();
        let mut wanted = with_pictures(&written).unwrap();
        if name == MANUAL {
            wanted = with_keys(&wanted);
        }
        if written == wanted {
            continue;
        }
        if std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
            fs::write(path(name), wanted).unwrap();
            continue;
        }
        let line = written.lines().zip(wanted.lines()).position(|(old, new)| old != new);
        let line = line.map_or(0, |line| line + 1);
        panic!("{name} is old at line {line}; write it anew with INSTA_UPDATE=always");
    }
}

#[test]
fn a_frame_must_be_named_and_be_there() {
    let block = "<!-- 画面：too-small-1x1 -->\n```text\nold\n```\n\nText.\n";
    let new = with_pictures(block).unwrap();
    assert_eq!(new, block.replace("old", frame("too-small-1x1").unwrap().trim_end()));
    assert_eq!(with_pictures(&new).unwrap(), new);
    for (document, complaint) in [
        ("<!-- 画面：nothing -->\n```text\n```\n", "there is no frame nothing"),
        ("<!-- 画面：too-small-1x1 -->\n\n```text\n```\n", "is to stand in a block"),
        ("```text\n┌──┐\n```\n", "a screen without a name"),
        ("```\n| 设置 |\n+------+\n```\n", "a screen without a name"),
    ] {
        let told = with_pictures(document).unwrap_err();
        assert!(told.contains(complaint), "{told}");
    }
    let plain = "```sh\ncargo test\n```\n";
    assert_eq!(with_pictures(plain).unwrap(), plain);
}

#[test]
fn its_contents_and_its_links_lead_somewhere() {
    let manual = fs::read_to_string(path(MANUAL)).unwrap();
    let sections: Vec<&str> = manual.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let entries = manual.lines().filter_map(|line| line.strip_prefix("- [")?.split_once("](#"));
    let listed: Vec<&str> = entries.map(|(title, _)| title).take(sections.len()).collect();
    assert_eq!(listed, sections);
    let headings = manual.lines().filter(|line| line.starts_with('#'));
    let anchors: Vec<String> = headings.map(anchor).collect();
    for link in manual.split("](#").skip(1) {
        let (target, _) = link.split_once(')').unwrap();
        assert!(anchors.iter().any(|anchor| anchor == target), "{target} leads nowhere");
    }
}

/// Where a link to a heading leads.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn every_key_of_its_text_is_bound() {
    let manual = fs::read_to_string(path(MANUAL)).unwrap();
    let keymap = Keymap::built_in().unwrap();
    let bound: Vec<String> = keymap
        .contexts()
        .into_iter()
        .flat_map(|context| keymap.at(context))
        .flat_map(|binding| binding.keys.iter().map(ToString::to_string))
        .collect();
    // Keys of terminals and of other programs, which the manual names too.
    let others = ["Ctrl+Shift+C", "Ctrl+Shift+V"];
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '+';
    for word in manual.split(|c: char| !inside(c)) {
        let function = word.strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
        let control = word.starts_with("Ctrl+") && word.len() > 5;
        let known = bound.iter().any(|key| key == word) || others.contains(&word);
        assert!(!(function || control) || known, "{word} is in the manual and not bound");
    }
}
