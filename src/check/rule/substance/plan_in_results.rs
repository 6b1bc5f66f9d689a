//! Plans among results.

use std::ops::Range;

use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::template::Head;

/// Checks a line by itself.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if view.head != Some(Head::Results) || view.line.part != Part::Text {
        return;
    }
    let quoted = |range: &Range<usize>| {
        let mut spans = view.prose.spans.iter().filter(|span| matches!(span.open, '《' | '“'));
        spans.any(|span| span.range.start <= range.start && range.end <= span.range.end)
    };
    let found = view.tables.plans.iter().flat_map(|words| places(view.text(), words));
    for range in found.filter(|range| !quoted(range)) {
        let message =
            "这里写的是打算。举措和成效里通常只写已经做了的事，请核对，或者移到下年安排。";
        sink.add(Hit::new("plan", view.index, range, message));
    }
}

/// Where words stand in a text; … in them is for others of the same clause.
fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let (start, end) = words.split_once('…').unwrap_or((words, ""));
    text.match_indices(start).filter_map(move |(at, _)| {
        let from = at + start.len();
        let clause =
            text[from..].find(['，', '。', '；', '：']).map_or(text.len(), |end| from + end);
        let behind = text[from..clause].find(end)?;
        Some(at..from + behind + end.len())
    })
}
