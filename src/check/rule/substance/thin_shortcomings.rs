//! Shortcomings that are short, few, or without reasons.

use super::items::{divisions, items};
use crate::check::rule::{View, Whole};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::words;
use crate::report::Level;
use crate::text::count::characters;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let own: Vec<View> = divisions(whole).flat_map(|own| whole.lines_of(own)).collect();
    let texts = || own.iter().filter(|view| view.line.part == Part::Text).map(View::text);
    let length: usize = texts().map(characters).sum();
    // What is not written yet, or has blanks to be filled, is no fault.
    let open = !whole.script.facts.file && texts().any(|text| text.contains('【'));
    if length == 0 || open {
        return;
    }
    let headings = divisions(whole).filter(|own| own.level == Some(Level::Item));
    let headings: Vec<&str> = headings.map(|own| own.heading.as_str()).collect();
    let length = length + headings.iter().map(|own| characters(own)).sum::<usize>();
    let mut lacks = too_short(length, of_all(whole), sink);
    let items = items(whole);
    let fewest = sink.setting("items");
    if items.counted && i64::try_from(items.all.len()).is_ok_and(|count| count < fewest) {
        lacks.push(format!("只有{}条（通常不少于{fewest}条）", items.all.len()));
    }
    let reasons = &whole.tables.shortcomings.reasons;
    if !texts().chain(headings).any(|text| words::any(text, reasons)) {
        lacks.push("没有写原因（不足和原因都应写明）".to_owned());
    }
    let heading = own.iter().find(|view| view.line.part == Part::Heading);
    if let (Some(heading), false) = (heading, lacks.is_empty()) {
        let message = format!("不足和原因这部分{}，请补充。", lacks.join("，"));
        sink.add(Hit::new("thin", heading.index, 0..heading.text().len(), message));
    }
}

/// What is to be said of the length, by itself and as a share of the whole.
fn too_short(length: usize, all: usize, sink: &Sink) -> Vec<String> {
    let (least, share) = (sink.setting("characters"), sink.setting("percent"));
    let mut lacks = Vec::new();
    if i64::try_from(length).is_ok_and(|length| length < least) {
        lacks.push(format!("只有{length}字（通常不少于{least}字）"));
    }
    let tenths = length * 1000 / all.max(1);
    if i64::try_from(tenths).is_ok_and(|tenths| tenths < share * 10) {
        let told = format!("占全文{}.{}%（通常不低于{share}%）", tenths / 10, tenths % 10);
        lacks.push(told);
    }
    lacks
}

/// How many characters the sections of the report have.
fn of_all(whole: &Whole) -> usize {
    let texts = whole.lines().filter(|view| matches!(view.line.part, Part::Text | Part::Heading));
    texts.map(|view| characters(view.text())).sum()
}
