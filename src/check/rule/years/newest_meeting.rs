//! Meetings after the signing, and the newest one that is not named.

use crate::check::around;
use crate::check::rule::{View, Whole, slips};
use crate::check::script::{Facts, Part};
use crate::check::sink::{Hit, Sink};
use crate::text::Date;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !slips::has_words(view) || !view.text().contains('会') && !view.text().contains('大') {
        return;
    }
    let Some(signed) = signed(view.facts) else { return };
    let table = &view.tables.words.meetings;
    for own in &table.meetings {
        let Some(opened) = own.day().filter(|opened| *opened > signed) else { continue };
        for (at, _) in view.text().match_indices(own.short.as_str()) {
            let start =
                if view.text()[..at].ends_with("党的") { at - "党的".len() } else { at };
            let range = start..at + own.short.len();
            let clause = &view.text()[around::clause(view.text(), &range)];
            if around::holds(clause, &table.coming) {
                continue;
            }
            let when = match view.facts.signed {
                Some(signed) => format!("报告在{}签发", signed.written()),
                None => format!("这是{}年的报告", view.facts.year),
            };
            let message = format!(
                "{}在{}才召开，{when}，那时还没有这次会议，请核对。",
                own.name,
                opened.written()
            );
            sink.add(Hit::new("later", view.index, range, message));
        }
    }
}

/// The day of signing; without one the last that it can be.
fn signed(facts: &Facts) -> Option<Date> {
    let last = || Date::new(facts.year + 1, 12, 31).filter(|_| facts.year > 0);
    facts.signed.or_else(last)
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let facts = &whole.script.facts;
    let meetings = &whole.tables.words.meetings.meetings;
    let Some(signed) = signed(facts) else { return };
    let newest = meetings.iter().find(|own| own.year == facts.year);
    let Some(newest) = newest.filter(|own| own.day().is_none_or(|day| day <= signed)) else {
        return;
    };
    if whole.lines().any(|view| view.text().contains(newest.short.as_str())) {
        return;
    }
    let Some(title) = whole.lines().find(|view| view.line.part == Part::Title) else { return };
    let message = format!("全文没有写到{}，请核对要不要写。", newest.name);
    sink.add(Hit::new("missing", title.index, 0..title.text().len(), message));
}
