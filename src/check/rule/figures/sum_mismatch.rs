//! Totals that their parts do not add up to.

use super::counts::{Sentence, sentences};
use super::sums::Sum;
use crate::check::prose::Number;
use crate::check::rule::{View, Whole};
use crate::check::sink::{Hit, Sink};

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for sentence in sentences(view) {
        let sums = sentence.listed().into_iter().chain(sentence.added()).chain(sentence.left());
        for sum in sums {
            if let Some(hit) = hit(view, &sentence, &sum, sink.setting("share")) {
                sink.add(hit);
            }
        }
    }
}

/// What is wrong with a sum; `None` where it is right or the list may be one of a few examples.
fn hit(view: &View, sentence: &Sentence, sum: &Sum, share: i64) -> Option<Hit> {
    let total = &sentence.numbers[sum.total];
    let added = sentence.sum(&sum.parts)?;
    let difference = total.value.less(&added)?;
    let decimals = difference.decimals();
    let missing = difference.at(decimals)?;
    if missing == 0 || total.value.is_zero() {
        return None;
    }
    let parts: Vec<&Number> = sum.parts.iter().map(|&own| &sentence.numbers[own]).collect();
    let stands = sentence.part(&total.range);
    let terms = format!("{}＝{}", sentence.terms(&parts, total), sentence.amount(&added, total));
    if missing < 0 {
        let more = sentence.amount(&added.less(&total.value)?, total);
        let message = format!(
            "写的是“{stands}”，列出的{}项是{terms}，反而多出{more}。请核对合计和各项。",
            parts.len()
        );
        return Some(Hit::new("certain", view.index, total.range.clone(), message));
    }
    if sum.only_more {
        return None;
    }
    let less = sentence.amount(&difference, total);
    let listed = format!("写的是“{stands}”，列出的{}项是{terms}，少{less}。", parts.len());
    if sum.whole {
        let message = format!("{listed}请核对合计和各项。");
        return Some(Hit::new("certain", view.index, total.range.clone(), message));
    }
    let half = added.at(added.decimals())?.checked_mul(100)?;
    let of_total = total.value.at(added.decimals().max(total.value.decimals()))?;
    if total.value.decimals() > added.decimals()
        || half < of_total.checked_mul(i128::from(share))?
    {
        return None;
    }
    let message = format!("{listed}如果只列了一部分，请加“主要”或“等”；如果列全了，请核对。");
    Some(Hit::new("open", view.index, total.range.clone(), message))
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    super::ledger::sums(whole, sink);
}
