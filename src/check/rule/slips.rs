//! Wordings out of a table of wrong ones, each in its context: what several rules do.

use std::ops::Range;

use super::View;
use crate::check::around;
use crate::check::script::Part;
use crate::check::sink::Hit;
use crate::check::tables::{Slip, Slips};

/// Whether words are looked at in a line: those of the report itself, not of its frame.
pub(super) fn has_words(view: &View) -> bool {
    matches!(view.line.part, Part::Title | Part::Heading | Part::Text)
}

/// The wrong wordings of a line.
pub(super) fn hits(view: &View, slips: &Slips) -> Vec<Hit> {
    if !has_words(view) {
        return Vec::new();
    }
    let found = slips.seek.find(view.text());
    let found = found.filter_map(|(number, range)| Some((slips.slips.get(number)?, range)));
    let found = found.filter(|(slip, range)| is_wrong(view, slip, range));
    found.map(|(slip, range)| hit(view, slip, range)).collect()
}

/// Whether a wording is wrong where it stands.
fn is_wrong(view: &View, slip: &Slip, range: &Range<usize>) -> bool {
    let text = view.text();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let year = view.facts.year;
    let in_time = slip.from.is_none_or(|from| from <= year) && slip.to.is_none_or(|to| year <= to);
    let beside = (slip.before.is_empty() || around::ends_with(before, &slip.before))
        && (slip.after.is_empty() || around::starts_with(after, &slip.after))
        && !around::ends_with(before.trim_end(), &slip.not_before)
        && !around::starts_with(after, &slip.not_after);
    in_time
        && beside
        && !around::inside(text, range.start, &around::TITLE_MARKS)
        && (slip.with.is_empty() && slip.unless.is_empty() || {
            let sentence = &text[around::sentence(text, range)];
            (slip.with.is_empty() || around::holds(sentence, &slip.with))
                && !around::holds(sentence, &slip.unless)
        })
}

fn hit(view: &View, slip: &Slip, range: Range<usize>) -> Hit {
    let branch = slip.case.key(slip.status);
    let why = if slip.why.is_empty() { String::new() } else { format!("：{}", slip.why) };
    let wrong = &slip.wrong;
    match &slip.right {
        Some(right) => {
            let message = format!("“{wrong}”应为“{right}”{why}。请改为“{right}”。");
            Hit::new(branch, view.index, range, message).fix(right.clone())
        }
        None => Hit::new(branch, view.index, range, format!("这里写的是“{wrong}”{why}。")),
    }
}
