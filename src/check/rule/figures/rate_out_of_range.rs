//! Rates above 100 %.

use super::counts::{Sentence, named, sentences};
use crate::check::prose::{Number, Period};
use crate::check::rule::View;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::{ends, has};

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for sentence in sentences(view) {
        for number in sentence.numbers.iter().filter(|own| is_beyond(&sentence, own)) {
            let rate = sentence.part(&number.name);
            let message = format!(
                "“{rate}”写成{}，超过了100%。比率是部分占整体的份额，最多100%，请核对。",
                sentence.part(&(number.digits.start..number.unit.end))
            );
            sink.add(Hit::new("over", view.index, named(number), message));
        }
    }
}

fn is_beyond(sentence: &Sentence, number: &Number) -> bool {
    let name = sentence.part(&number.name);
    let words = sentence.words;
    let clause = sentence.part(&(number.name.start..number.noun.end));
    number.percent
        && number.value.at(number.value.decimals()).is_some_and(|value| {
            let whole = 10_i128.checked_pow(number.value.decimals() + 2);
            whole.is_some_and(|whole| value > whole)
        })
        && number.period == Period::Year
        && ends(name, &words.rate_ends)
        && !has(name, &words.beyond)
        && !has(clause, &words.growth)
}
