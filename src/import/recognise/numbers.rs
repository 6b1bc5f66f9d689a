//! The numbers that lines begin with, as far as they can be those of headings.

use std::ops::Deref;

use crate::import::heading;
use crate::import::passage::Passage;
use crate::report::Level;

/// The longest line that a style makes a heading, in characters.
const STYLED: usize = 40;

/// The number of a heading as it is written: 一、 is that of a part by its
/// form, （一） that of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) form: Level,
    pub(super) ordinal: u32,
}

pub(super) const FIRST_PART: Number = Number { form: Level::Part, ordinal: 1 };

/// The index of the line with the first heading: 一、, else （一）, else the first
/// number that another goes on from, else a heading by style.
pub(super) fn first_heading<P: Deref<Target = Passage>>(passages: &[P]) -> Option<usize> {
    let numbers = numbers(passages);
    let begins = |number: Number| numbers.iter().position(|own| *own == Some(number));
    let goes_on = || {
        (0..numbers.len()).find(|at| {
            let next = numbers[*at].map(|n| Number { ordinal: n.ordinal + 1, ..n });
            next.is_some_and(|next| numbers[at + 1..].contains(&Some(next)))
        })
    };
    let styled = || passages.iter().position(|passage| styled(passage).is_some());
    let first_item = Number { form: Level::Item, ordinal: 1 };
    begins(FIRST_PART).or_else(|| begins(first_item)).or_else(goes_on).or_else(styled)
}

/// The numbers of lines. Under 第一部分, 第二部分 a 一、 is that of an item and
/// （一） is text.
pub(super) fn numbers<P: Deref<Target = Passage>>(passages: &[P]) -> Vec<Option<Number>> {
    let chapter = |passage: &P| heading::chapter(&passage.text).map(|label| label.ordinal);
    let chapters: Vec<u32> = passages.iter().filter_map(chapter).collect();
    let chaptered = chapters.starts_with(&[1, 2]);
    let own = |passage: &P| {
        let label = heading::label(&passage.text);
        let number = |label: heading::Label| Number { form: label.level, ordinal: label.ordinal };
        match (chaptered, label) {
            (false, label) => label.map(number),
            (true, None) => chapter(passage).map(|ordinal| Number { form: Level::Part, ordinal }),
            (true, Some(label)) => (label.level == Level::Part)
                .then_some(Number { form: Level::Item, ordinal: label.ordinal }),
        }
    };
    passages.iter().map(own).collect()
}

/// The level that the style gives a line that can be a heading.
pub(super) fn styled(passage: &Passage) -> Option<Level> {
    let level = passage.level?;
    let sentence = passage.text.ends_with('。') && passage.text.matches('。').count() > 1;
    let third =
        heading::point(&passage.text).is_some() || heading::chained(&passage.text).is_some();
    (passage.len() <= STYLED && !sentence && !third).then_some(level)
}
