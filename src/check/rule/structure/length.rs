//! Parts that are shorter or longer than they may be.

use crate::check::rule::{View, Whole};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::template::Head;
use crate::text::count::words;

/// The parts with the names of their limits in the data: at least, at most.
const LIMITS: [(Head, &str, &str); 4] = [
    (Head::Results, "results_least", "results_most"),
    (Head::Shortcomings, "shortcomings_least", "shortcomings_most"),
    (Head::Leadership, "leadership_least", "leadership_most"),
    (Head::Plan, "plan_least", "plan_most"),
];

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    for (head, least, most) in LIMITS {
        let lines = || whole.lines().filter(move |view| view.head == Some(head));
        let name = format!("“{}”", head.label());
        limit(&name, lines(), (sink.setting(least), sink.setting(most)), sink);
    }
    let limits = (sink.setting("total_least"), sink.setting("total_most"));
    limit("全文", whole.lines(), limits, sink);
}

/// Tells that some lines together have too few or too many words; a limit of 0 is none.
fn limit<'a>(
    name: &str,
    lines: impl Iterator<Item = View<'a>>,
    (least, most): (i64, i64),
    sink: &mut Sink,
) {
    // Most reports have none: then nothing is counted.
    if (least, most) == (0, 0) {
        return;
    }
    let lines: Vec<View> = lines.collect();
    let texts = lines.iter().filter(|view| view.line.part == Part::Text);
    let length: usize = texts.map(|view| words(view.text())).sum();
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let wrong = if length < least {
        format!("少于规定的{least}字，请补充")
    } else if most > 0 && length > most {
        format!("多于规定的{most}字，请压缩")
    } else {
        return;
    };
    let heading = lines.iter().find(|view| matches!(view.line.part, Part::Heading | Part::Title));
    // What is not begun is a matter of progress.
    if let Some(at) = heading.filter(|_| length > 0) {
        let message = format!("{name}有{length}字，{wrong}。");
        sink.add(Hit::new("limit", at.index, 0..at.text().len(), message));
    }
}
