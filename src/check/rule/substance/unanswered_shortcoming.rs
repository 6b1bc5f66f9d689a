//! Shortcomings that no plan answers: no noun of theirs is named among the plans.

use std::collections::HashSet;

use super::items::{Item, items, nouns};
use crate::check::rule::Whole;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::Level;
use crate::report::template::Head;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let planned = pairs_of_plans(whole);
    if planned.is_empty() {
        return;
    }
    let table = &whole.tables.shortcomings;
    let answered = |item: &Item| {
        let mut nouns = item.texts.iter().flat_map(|text| nouns(text, table));
        nouns.any(|noun| pairs(noun).any(|pair| planned.contains(&pair)))
    };
    for item in items(whole).all.into_iter().filter(|item| !answered(item)) {
        let message = "这条不足在下年安排里没有找到讲同一件事的一项。\
                       请核对：有对应的安排，就写明要解决什么；没有，就补上一项。";
        sink.add(Hit::new("unanswered", item.line, item.range, message));
    }
}

/// All pairs of neighbours in the texts of the plans.
fn pairs_of_plans(whole: &Whole) -> HashSet<(char, char)> {
    let plans = whole.script.divisions.iter().filter(|own| own.head == Some(Head::Plan));
    let texts = plans.flat_map(|own| {
        let item = own.level == Some(Level::Item);
        whole.lines_of(own).filter(move |view| match view.line.part {
            Part::Heading => item,
            part => part == Part::Text,
        })
    });
    texts.flat_map(|view| pairs(view.text())).collect()
}

fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1))
}
