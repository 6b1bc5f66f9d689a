//! Numbers without a measure word, years without 年, measure words that do not fit.

use super::counts::{Sentence, sentences};
use crate::check::prose::{Number, is_figure};
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::begins;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for sentence in sentences(view) {
        for number in sentence.numbers {
            if let Some(hit) = missing(view, &sentence, number) {
                sink.add(hit);
            }
            odd(view, &sentence, number, sink);
        }
    }
    if view.line.part == Part::Text {
        years(view, sink);
    }
}

/// 22执法人员: no measure word between a number and what it counts.
fn missing(view: &View, sentence: &Sentence, number: &Number) -> Option<Hit> {
    let noun = sentence.part(&number.noun);
    let nouns = sentence.words.uncounted.iter().filter(|own| noun.starts_with(own.as_str()));
    let noun = nouns.max_by_key(|own| own.len())?;
    let bare = number.unit.is_empty() && number.digits.end == number.noun.start;
    if !bare || number.modifier.is_some() || number.value.decimals() > 0 {
        return None;
    }
    let stands = number.digits.start..number.noun.start + noun.len();
    let message = format!(
        "“{}”的数字和“{noun}”之间没有量词。应写量词，例如“名”“件”“个”，请补上。",
        sentence.part(&stands)
    );
    Some(Hit::new("missing", view.index, stands, message))
}

/// 优待证80个: a measure word of the closed list that does not fit.
fn odd(view: &View, sentence: &Sentence, number: &Number, sink: &mut Sink) {
    let (name, noun) = (sentence.part(&number.name), sentence.part(&number.noun));
    let unit = sentence.part(&number.unit);
    let words = sentence.words.odd.iter().filter(|own| own.wrong.iter().any(|wrong| wrong == unit));
    for own in words {
        let before = name.ends_with(own.noun.as_str()) && noun.is_empty();
        let behind = noun.find(own.noun.as_str()).map(|at| number.noun.start + at + own.noun.len());
        let stands = match behind {
            Some(end) => number.digits.start..end,
            None if before => number.name.end - own.noun.len()..number.range.end,
            None => continue,
        };
        let message = format!(
            "“{}”：“{}”通常用“{}”计数，写的是“{unit}”。请改为“{}”，或者核对。",
            sentence.part(&stands),
            own.noun,
            own.right,
            own.right
        );
        sink.add(Hit::new("odd", view.index, stands, message));
    }
}

/// 2024共查处: a year that has lost its 年.
fn years(view: &View, sink: &mut Sink) {
    let text = view.text();
    for (at, _) in text.match_indices("20") {
        let tied = |c: char| is_figure(c) || c.is_ascii() || "〔（第—－～至·".contains(c);
        if text[..at].ends_with(tied) {
            continue;
        }
        let end = at + text[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - at);
        let year = text[at..end].parse::<i32>().ok().filter(|_| end - at == 4);
        let near = year.is_some_and(|year| (year - view.facts.year).abs() <= 2);
        let lost = begins(&text[end..], &view.tables.arithmetic.years);
        let hidden =
            || view.prose.spans.iter().any(|own| !own.is_bracket() && own.range.contains(&at));
        if !near || !lost || hidden() {
            continue;
        }
        let written = &text[at..end];
        let message = format!("“{written}”后面漏了“年”字，请改为“{written}年”。");
        sink.add(Hit::new("year", view.index, at..end, message));
    }
}
