//! Figures that cannot be without others.

use std::collections::HashMap;

use super::claims::{self, Claim};
use super::ledger;
use crate::check::rule::Whole;
use crate::check::sink::{Hit, Sink};
use crate::report::dictionary::{Entry, Relation};

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let known = &whole.tables.known;
    let claims = claims::claims(whole);
    let named: Vec<(&Claim, &Entry)> = claims
        .iter()
        .filter_map(|own| Some((own, known.entry(own.key, &own.number.measure)?)))
        .collect();
    let zeros = zeros(&named);
    for (claim, entry) in named.iter().filter(|(own, _)| !own.number.value.is_zero()) {
        for needed in entry.relations.iter().filter_map(needed) {
            if let Some(Some(zero)) = zeros.get(needed) {
                let message = format!(
                    "这里写“{}”，另一处却写“{}”。没有{needed}，就不会有{}，请核对这两个数。",
                    claim.told(),
                    zero.told(),
                    entry.name
                );
                let hit = Hit::new("prose", claim.view.index, claim.named(), message);
                sink.add(hit.also(zero.view.index, zero.named()));
            }
        }
    }
    ledger::needs(whole, sink);
}

/// The figures that are told, each with the first place that tells it, where all say that
/// there was none.
fn zeros<'a>(named: &[(&'a Claim<'a>, &'a Entry)]) -> HashMap<&'a str, Option<&'a Claim<'a>>> {
    let mut zeros = HashMap::new();
    for (claim, entry) in named {
        let first = zeros.entry(entry.name.as_str()).or_insert(Some(*claim));
        if !claim.number.value.is_zero() {
            *first = None;
        }
    }
    zeros
}

/// What a figure needs.
fn needed(relation: &Relation) -> Option<&str> {
    match relation {
        Relation::Needs(name) => Some(name),
        _ => None,
    }
}
