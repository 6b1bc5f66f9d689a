//! Matters of which a report says that there was none: not told, or without a unit.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::{View, Whole};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::ZeroMatter;
use crate::check::words;
use crate::report::template::Head;
use crate::report::{Kind, Level};

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let texts: Vec<View> =
        whole.lines().filter(|view| view.line.part == Part::Text && told(view)).collect();
    for view in &texts {
        without_unit(view, sink);
    }
    if !is_written(whole) {
        return;
    }
    let bureau = whole.script.facts.unit.kind == Kind::Bureau;
    let matters = || whole.tables.zero.iter().filter(|own| own.bureau || !bureau);
    let named = |own: &ZeroMatter| texts.iter().any(|view| words::any(view.text(), &own.words));
    let missing: Vec<&ZeroMatter> = matters().filter(|own| !named(own)).collect();
    if missing.is_empty() {
        return;
    }
    let Some((line, range)) = place(whole, &texts, matters()) else { return };
    let list = |pick: fn(&ZeroMatter) -> &String| {
        missing.iter().map(|own| pick(own).as_str()).collect::<Vec<_>>()
    };
    let message = format!(
        "全文没有提到{}。即使没有发生，通常也要写明，例如“{}”，请核对。",
        list(|own| &own.name).join("、"),
        list(|own| &own.zero).join("，")
    );
    sink.add(Hit::new("missing", line, range, message));
}

/// What is told of the year, and not planned.
fn told(view: &View) -> bool {
    view.head != Some(Head::Plan)
}

/// Whether all items of the results have text: what is still being written may yet tell it.
fn is_written(whole: &Whole) -> bool {
    let items = whole.script.divisions.iter();
    let mut items = items
        .filter(|own| own.head == Some(Head::Results) && own.level == Some(Level::Item))
        .peekable();
    let has_text = |view: View| view.line.part == Part::Text && !view.text().trim().is_empty();
    items.peek().is_some() && items.all(|own| whole.lines_of(own).any(has_text))
}

/// Where to say what is missing: where a matter of the kind is told last, else at the heading
/// of the results.
fn place<'a>(
    whole: &Whole,
    texts: &[View],
    mut matters: impl Iterator<Item = &'a ZeroMatter>,
) -> Option<(usize, Range<usize>)> {
    let told = matters.find_map(|own| {
        let mut last = texts.iter().rev();
        last.find_map(|view| Some((view.index, words::first(view.text(), &own.words)?)))
    });
    told.or_else(|| {
        let mut lines = whole.lines();
        let heading = lines
            .find(|view| view.line.part == Part::Heading && view.head == Some(Head::Results))?;
        Some((heading.index, 0..heading.text().len()))
    })
}

/// How many characters before 为0 the matter is looked for.
const MOST_BEFORE: usize = 60;

/// 为0 without a unit behind it, where a matter of the table is told.
fn without_unit(view: &View, sink: &mut Sink) {
    let text = view.text();
    for (at, zero) in text.match_indices("为0") {
        let end = at + zero.len();
        let ends = text[end..]
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric() && !".%％．‰".contains(c));
        let matter = || {
            let near = around::last_chars(&text[..at], MOST_BEFORE);
            let clause = &near[near.rfind(['，', '。', '；', '：']).unwrap_or(0)..];
            view.tables.zero.iter().any(|own| words::any(clause, &own.words))
        };
        if ends && matter() {
            let start = at
                - text[..at]
                    .chars()
                    .next_back()
                    .filter(|c| "均都".contains(*c))
                    .map_or(0, char::len_utf8);
            let message =
                "“为0”后面没有单位。应写明单位，例如“为0件”，或者写“未发生……案件”，请改写。";
            sink.add(Hit::new("unit", view.index, start..end, message));
        }
    }
}
