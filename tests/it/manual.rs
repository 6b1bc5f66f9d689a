//! The key tables of the manual are those of the program.
//!
//! They stand between two marks in `docs/使用手册.md`. `INSTA_UPDATE=always cargo
//! test --test it manual` writes them anew, as it does with the frames.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use fazhi_tui::app::Context;
use fazhi_tui::input::Keymap;
use fazhi_tui::ui::help;

const START: &str = "<!-- 按键表：开始 -->\n";
const END: &str = "<!-- 按键表：结束 -->\n";

/// The keys of one place as a table.
fn table(keymap: &Keymap, context: Context) -> String {
    let mut text = format!("**{}**\n\n| 键 | 做什么 |\n|---|---|\n", help::label(context));
    for binding in keymap.at(context) {
        let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
        writeln!(text, "| {} | {} |", keys.join("、"), binding.explanation()).unwrap();
    }
    text
}

#[test]
fn its_key_tables_are_those_of_the_program() {
    let keymap = Keymap::built_in().unwrap();
    let tables: Vec<String> =
        keymap.contexts().into_iter().map(|context| table(&keymap, context)).collect();
    let wanted = format!("\n{}\n", tables.join("\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/使用手册.md");
    let manual = fs::read_to_string(&path).unwrap();
    let (before, rest) = manual.split_once(START).expect("the first mark is missing");
    let (written, after) = rest.split_once(END).expect("the second mark is missing");
    if written != wanted && std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
        fs::write(&path, format!("{before}{START}{wanted}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(written, wanted, "write it anew with INSTA_UPDATE=always");
}

#[test]
fn every_key_of_its_text_is_bound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/使用手册.md");
    let manual = fs::read_to_string(path).unwrap();
    let keymap = Keymap::built_in().unwrap();
    let bound: Vec<String> = keymap
        .contexts()
        .into_iter()
        .flat_map(|context| keymap.at(context))
        .flat_map(|binding| binding.keys.iter().map(ToString::to_string))
        .collect();
    // Keys of terminals and of other programs, which the manual names too.
    let others = ["Ctrl+C", "Ctrl+V", "Ctrl+Shift+V"];
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '+';
    for word in manual.split(|c: char| !inside(c)) {
        let function = word.strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
        let control = word.starts_with("Ctrl+") && word.len() > 5;
        let known = bound.iter().any(|key| key == word) || others.contains(&word);
        assert!(!(function || control) || known, "{word} is in the manual and not bound");
    }
}
