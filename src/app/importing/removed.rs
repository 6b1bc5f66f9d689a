//! What 导入 tells beside the passages: what is missing, odd or taken out of the
//! file, as a list in the order of the file.

use super::{App, Screen};
use crate::app::pane::ImportPane;
use crate::app::prompt::picker::{HINT, Row};
use crate::app::prompt::{Pick, Picker, Prompt, Question};
use crate::import::{Role, is_replaced};
use crate::report::Noise;

/// Characters of an entry that its row shows in a narrow window.
const SHOWN: usize = 24;

/// An entry: its line and column in the file, and what is said of it.
type Entry = (usize, usize, String);

impl App {
    /// Lists what is missing, taken out or odd; one that is chosen is gone to.
    pub(super) fn show_removed(&mut self) {
        let Screen::Import(pane) = &self.screen else { return };
        let format = pane.reading().format;
        let missing = pane.missing().into_iter().map(|what| {
            let label = format!("没有认出{what}：{}", remedy(what));
            Row::plain(label.clone(), Pick::Line(1, Some(label)))
        });
        let entries = entries(pane).into_iter().map(|(line, _, said)| {
            let whole = (said.chars().count() > SHOWN).then(|| said.clone());
            Row::plain(format!("{} {said}", format.place(line)), Pick::Line(line, whole))
        });
        let rows: Vec<Row> = missing.chain(entries).collect();
        if rows.is_empty() {
            return self.tell("什么也没有去掉，没有要留意的");
        }
        self.prompt = Some(Prompt::Picker(Picker::new("去掉的和要留意的", HINT, rows).wide()));
    }

    /// Goes to the passage that stands at a line, or behind it, and tells what is
    /// to be known of it.
    pub(in crate::app) fn go_to_line(&mut self, line: usize, told: Option<String>) {
        let Screen::Import(pane) = &mut self.screen else { return };
        let before = pane.reading().passages().iter();
        let index = before.take_while(|passage| passage.origin().line <= line).count();
        pane.choose(index.saturating_sub(1));
        if let Some(sentence) = told {
            let place = pane.reading().format.place(line);
            self.prompt = Some(Prompt::Question(Question::told(place, sentence)));
        }
    }
}

/// What is to be done where something is missing.
fn remedy(what: &str) -> &'static str {
    match what {
        "年度" => "按 F8 填",
        "单位" => "导入以后在设置和版头里填",
        _ => "选中是它的一段，按 Ctrl+K 改认；文件里没有就导入以后再填",
    }
}

/// What is odd and what is taken out, in the order of the file.
fn entries(pane: &ImportPane) -> Vec<Entry> {
    let notes = pane.reading().notes().iter();
    let notes = notes.map(|note| (note.line, note.column, format!("留意：{}", note.message)));
    let contact = pane.reading().passages().iter().filter(|own| own.role == Role::Contact);
    let contact = contact.take(1).map(|own| {
        let said = "留意：联系人存为附注，印在报告最后，公开发布前请删去";
        (own.origin().line, own.origin().column, said.to_owned())
    });
    let noise = pane.imported().report.noise.iter();
    let noise = noise.map(|own| (own.line, own.column, told(own)));
    let mut entries: Vec<Entry> = notes.chain(contact).chain(noise).collect();
    entries.sort_by_key(|(line, column, _)| (*line, *column));
    entries
}

/// What was taken out, in words: a character by its name, a code as one.
fn told(noise: &Noise) -> String {
    let text = &noise.text;
    if is_replaced(noise) {
        return format!("换掉：{text}");
    }
    let character = text.strip_prefix("U+").and_then(|rest| rest.split_once(' '));
    match character {
        Some((_, name)) => format!("去掉：{name}"),
        None if is_code(text) => format!("去掉：域代码（Word 里自动更新的）{text}"),
        None => format!("去掉：{text}"),
    }
}

/// Whether a text is a code that a word processor fills in.
fn is_code(text: &str) -> bool {
    let codes = ["HYPERLINK", "PAGEREF", "PAGE", "TOC ", "REF ", "DATE", "MERGEFORMAT", "SEQ "];
    codes.iter().any(|code| text.trim_start().starts_with(code))
}
