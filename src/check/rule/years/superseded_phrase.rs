//! Wording that was replaced or stripped, and set words in another order.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::{View, slips};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Order;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !slips::has_words(view) {
        return;
    }
    let table = &view.tables.words.superseded;
    for hit in slips::hits(view, &table.slips) {
        sink.add(hit);
    }
    for order in &table.orders {
        out_of_order(view, order, sink);
    }
}

/// Words of an order that stand in one sentence, each where it stands first, in another order.
fn out_of_order(view: &View, order: &Order, sink: &mut Sink) {
    let text = view.text();
    let Some(last) = order.words.last() else { return };
    let mut from = 0;
    while let Some(at) = text[from..].find(last.as_str()) {
        let sentence = around::sentence(text, &(from + at..from + at + last.len()));
        let own = &text[sentence.clone()];
        let places: Vec<Range<usize>> = order
            .words
            .iter()
            .filter_map(|word| own.find(word.as_str()).map(|byte| byte..byte + word.len()))
            .collect();
        if places.len() >= order.need && !places.is_sorted_by_key(|place| place.start) {
            sink.add(hit(view, order, &places, sentence.start));
        }
        from = sentence.end;
    }
}

fn hit(view: &View, order: &Order, places: &[Range<usize>], start: usize) -> Hit {
    let first = places.iter().map(|place| place.start).min().unwrap_or_default();
    let end = places.iter().map(|place| place.end).max().unwrap_or_default();
    let message = format!("这几个词的次序不对。通行的提法是：{}。请核对。", order.right);
    let (mut start, mut end) = (start + first, start + end);
    let text = view.text();
    if text[..start].ends_with('“') && text[end..].starts_with('”') {
        (start, end) = (start - '“'.len_utf8(), end + '”'.len_utf8());
    }
    Hit::new("order", view.index, start..end, message)
}
