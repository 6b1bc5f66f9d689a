//! Items among the results without any figure, or with more set words than work.

use crate::check::rule::{View, Whole};
use crate::check::script::{Division, Part};
use crate::check::sink::{Hit, Sink};
use crate::report::Level;
use crate::report::template::Head;
use crate::text::count::characters;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let items = whole.script.divisions.iter();
    for item in items.filter(|own| is_result(own)) {
        let lines: Vec<View> = whole.lines_of(item).collect();
        let texts: Vec<View> =
            lines.iter().copied().filter(|view| view.line.part == Part::Text).collect();
        let length: usize = texts.iter().map(|view| characters(view.text())).sum();
        // A blank and a citation stand for a figure that is not entered yet.
        let open = texts.iter().any(|view| view.text().contains(['{', '【']));
        let least = usize::try_from(sink.setting("characters")).unwrap_or_default();
        if length <= least || open || texts.iter().any(|view| !view.prose.numbers.is_empty()) {
            continue;
        }
        let heading = lines.iter().find(|view| view.line.part == Part::Heading);
        let Some(at) = heading.filter(|view| !view.text().is_empty()).or(texts.first()) else {
            continue;
        };
        let message = format!(
            "这一节有{length}字，没有一个数字。通常用数字说明做了多少，例如次数、件数、人数，请补充。"
        );
        sink.add(Hit::new("none", at.index, 0..at.text().len(), message));
        set_words(whole, at, &texts, sink);
    }
}

fn is_result(own: &Division) -> bool {
    own.level == Some(Level::Item) && own.head == Some(Head::Results)
}

/// Words that say nothing of how much was done.
fn set_words(whole: &Whole, at: &View, texts: &[View], sink: &mut Sink) {
    let words = whole.tables.hollow.iter();
    let times = |word: &String| {
        texts.iter().map(|view| view.text().matches(word.as_str()).count()).sum::<usize>()
    };
    let used: Vec<(&String, usize)> =
        words.map(|word| (word, times(word))).filter(|(_, times)| *times > 0).collect();
    let all: usize = used.iter().map(|(_, times)| times).sum();
    if i64::try_from(all).is_ok_and(|all| all >= sink.setting("words")) {
        let told: Vec<String> =
            used.iter().map(|(word, times)| format!("“{word}”{times}次")).collect();
        let message =
            format!("这一节没有数字，却用了{}。请改为写做了什么、做了多少。", told.join("、"));
        sink.add(Hit::new("taste", at.index, 0..at.text().len(), message));
    }
}
