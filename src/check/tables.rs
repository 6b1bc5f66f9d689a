//! The tables that rules look things up in: phrases, names, units, dates.
//!
//! Each is a file of its own under `data/phrases/`, so that a word is added
//! without touching code, and a copy of the user's goes before the built-in one.

mod arithmetic;
mod days;
mod known;
mod marks;
mod matters;
mod phrases;
mod prefixes;
mod reading;
mod residue;
mod shortcomings;
mod slips;
mod standing;
mod superseded;
mod times;
mod villages;
mod wordings;
mod words;
mod zero;

use super::load::Files;

pub(super) use arithmetic::{Arithmetic, Rate, begins, ends, has};
pub(super) use days::Days;
pub(super) use known::Known;
pub(super) use marks::MarkWords;
pub(super) use matters::{Matters, Pair};
pub(super) use reading::{Kind, Met, Reading};
pub(super) use residue::Residue;
pub(super) use shortcomings::Shortcomings;
pub(super) use slips::{Case, Slip, Slips};
pub(super) use standing::{List, Lists, Quotation, Quotations};
pub(super) use superseded::Order;
pub(super) use times::Programme;
pub(super) use villages::Villages;
pub(super) use wordings::Wordings;
pub(super) use zero::ZeroMatter;

/// All tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// What the reader of prose has to know: units, bodies, words around numbers.
    pub(super) reading: Reading,
    /// What is known of figures, by their names in prose.
    pub(super) known: Known,
    /// What tells that two numbers are of one matter.
    pub(super) matters: Matters,
    /// What the rules on figures within a sentence look up.
    pub(super) arithmetic: Arithmetic,
    /// How shortcomings are told from their reasons, and which words are too general.
    pub(super) shortcomings: Shortcomings,
    /// What tells a plan; … for other words of the clause.
    pub(super) plans: Vec<String>,
    /// Words that say nothing of how much was done.
    pub(super) hollow: Vec<String>,
    /// Matters of which a report says that there was none.
    pub(super) zero: Vec<ZeroMatter>,
    /// What tells the number of all villages and communities.
    pub(super) villages: Villages,
    /// Days that are called by their month and day.
    pub(super) days: Days,
    /// Words that rules about marks look for.
    pub(super) marks: MarkWords,
    /// What conversions leave behind.
    pub(super) residue: Residue,
    /// Phrases, names, years, meetings.
    pub(super) words: Wordings,
}

impl Tables {
    /// The tables that the files hold.
    pub(super) fn load(files: &mut Files) -> Self {
        let shortcomings = include_str!("../../data/phrases/shortcomings.ron");
        let zero = include_str!("../../data/phrases/zero_matters.ron");
        let villages = include_str!("../../data/phrases/villages.ron");
        Self {
            reading: Reading::load(files),
            known: Known::load(files),
            matters: files.read("phrases/matters", include_str!("../../data/phrases/matters.ron")),
            arithmetic: Arithmetic::load(files),
            shortcomings: files.read("phrases/shortcomings", shortcomings),
            plans: files.read("phrases/plans", include_str!("../../data/phrases/plans.ron")),
            hollow: files.read("phrases/hollow", include_str!("../../data/phrases/hollow.ron")),
            zero: files.read("phrases/zero_matters", zero),
            villages: files.read("phrases/villages", villages),
            days: files.read("phrases/days", include_str!("../../data/phrases/days.ron")),
            marks: files.read("phrases/marks", include_str!("../../data/phrases/marks.ron")),
            residue: files.read("phrases/residue", include_str!("../../data/phrases/residue.ron")),
            words: Wordings::load(files),
        }
    }
}
