//! Chains 一是…二是… with a gap or a repeat.

use super::chain::{Chains, Kind, Wrong};
use super::steps::{Place, steps};
use crate::check::rule::Whole;
use crate::check::sink::{Hit, Sink};
use crate::text::numeral::chinese;

/// Checks the whole report: a chain is whole within its section.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    for division in &whole.script.divisions {
        let mut chains = Chains::after(0);
        let found = steps(whole, division);
        for step in &found {
            chains.take(step);
        }
        let word = |place: &Place| {
            found.iter().any(|step| step.place == *place && step.kind == Kind::Word)
        };
        for wrong in chains.finish().0 {
            let (Wrong::Gap { place, .. } | Wrong::Alone { place }) = &wrong;
            if word(place) {
                sink.add(told(whole, &wrong));
            }
        }
    }
}

fn told(whole: &Whole, wrong: &Wrong<Place>) -> Hit {
    let (place, message) = match wrong {
        Wrong::Alone { place } => {
            let message = "只有“一是”，后面没有“二是”，请核对是漏了分项，还是不必分项".to_owned();
            (place, message)
        }
        Wrong::Gap { place, expected, repeated } => {
            let stands = stands(whole, place);
            let word = stands.trim_start_matches(crate::check::chars::is_numeral);
            let due = format!("{}{word}", chinese(*expected));
            let message = if *repeated {
                format!("“{stands}”重复了，这里应当是“{due}”，请核对")
            } else {
                format!("“{stands}”前面没有“{due}”，请核对序号或者补上漏掉的一项")
            };
            (place, message)
        }
    };
    Hit::new("gap", place.line, place.range.clone(), message)
}

fn stands(whole: &Whole, place: &Place) -> String {
    let text = whole.view(place.line).and_then(|view| view.text().get(place.range.clone()));
    text.unwrap_or_default().to_owned()
}
