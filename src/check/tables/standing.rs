//! Set phrases: lists of members, phrases in quotation marks, and other slips of them.

use serde::Deserialize;

use super::phrases::Phrases;
use super::slips::{Slips, Status};

/// All that is known of set phrases.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Standing {
    /// Phrases that list some members.
    pub(in crate::check) lists: Lists,
    /// Phrases that stand in quotation marks.
    pub(in crate::check) quoted: Quotations,
    /// Other wrong wordings of set phrases.
    pub(in crate::check) slips: Slips,
}

/// A phrase that lists members in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct List {
    /// The members, each with the wordings that it may have; the first is the usual one.
    pub(in crate::check) members: Vec<Vec<String>>,
    /// Words that may stand behind a member.
    #[serde(default)]
    pub(in crate::check) filler: Vec<String>,
    /// Whether a member that is missing is told.
    #[serde(default = "yes")]
    pub(in crate::check) lost: bool,
    /// Whether another member in the place of one is told.
    #[serde(default = "yes")]
    pub(in crate::check) changed: bool,
    /// Whether another order is told.
    #[serde(default = "yes")]
    pub(in crate::check) moved: bool,
    /// Where it comes from.
    pub(in crate::check) source: String,
    /// Whether it is known to be right.
    #[serde(default)]
    pub(in crate::check) status: Status,
}

fn yes() -> bool {
    true
}

impl List {
    /// The usual wording of a member.
    pub(in crate::check) fn member(&self, index: usize) -> &str {
        self.members.get(index).and_then(|own| own.first()).map_or("", String::as_str)
    }

    /// The whole phrase.
    pub(in crate::check) fn phrase(&self) -> String {
        let members: Vec<&str> = (0..self.members.len()).map(|own| self.member(own)).collect();
        members.join("、")
    }
}

/// Lists that are looked for together.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<List>")]
pub(in crate::check) struct Lists {
    /// The phrases.
    pub(in crate::check) all: Vec<List>,
    /// Their members, to be looked for.
    pub(in crate::check) seek: Phrases,
    /// Which list and which member each of these is.
    pub(in crate::check) members: Vec<(usize, usize)>,
}

impl From<Vec<List>> for Lists {
    fn from(lists: Vec<List>) -> Self {
        let mut members = Vec::new();
        let mut words = Vec::new();
        for (list, own) in lists.iter().enumerate() {
            for (member, wordings) in own.members.iter().enumerate() {
                for wording in wordings {
                    members.push((list, member));
                    words.push(wording.as_str());
                }
            }
        }
        let seek = Phrases::of(words);
        Self { all: lists, seek, members }
    }
}

/// A phrase that stands in quotation marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Quotation {
    /// What stands between them.
    pub(in crate::check) right: String,
    /// Other wordings that are met.
    #[serde(default)]
    pub(in crate::check) loose: Vec<String>,
    /// Whether it is known to be right.
    #[serde(default)]
    pub(in crate::check) status: Status,
}

/// Quotations that are looked for together.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<Quotation>")]
pub(in crate::check) struct Quotations {
    /// The phrases.
    pub(in crate::check) all: Vec<Quotation>,
    /// All their wordings, to be looked for.
    pub(in crate::check) seek: Phrases,
    /// Which phrase each of these is one of.
    pub(in crate::check) wordings: Vec<usize>,
}

impl From<Vec<Quotation>> for Quotations {
    fn from(quotations: Vec<Quotation>) -> Self {
        let mut wordings = Vec::new();
        let mut words = Vec::new();
        for (index, own) in quotations.iter().enumerate() {
            for wording in std::iter::once(&own.right).chain(&own.loose) {
                wordings.push(index);
                words.push(wording.as_str());
            }
        }
        let seek = Phrases::of(words);
        Self { all: quotations, seek, wordings }
    }
}
