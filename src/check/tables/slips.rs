//! Wordings that are wrong, each with the context in which it is.

use serde::Deserialize;

use super::phrases::Phrases;

/// Whether an entry of a table is known to be right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::check) enum Status {
    /// It is.
    #[default]
    Confirmed,
    /// It is not: what rests on it is a hint at most.
    Unconfirmed,
}

/// A wording that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Slip {
    /// What stands there.
    pub(in crate::check) wrong: String,
    /// What should stand there, where that is certain.
    #[serde(default)]
    pub(in crate::check) right: Option<String>,
    /// Why, and what to do where nothing is certain.
    #[serde(default)]
    pub(in crate::check) why: String,
    /// The case of the rule that it belongs to.
    #[serde(default)]
    pub(in crate::check) case: Case,
    /// One of these must stand directly before it.
    #[serde(default)]
    pub(in crate::check) before: Vec<String>,
    /// None of these may.
    #[serde(default)]
    pub(in crate::check) not_before: Vec<String>,
    /// One of these must stand directly behind it.
    #[serde(default)]
    pub(in crate::check) after: Vec<String>,
    /// None of these may.
    #[serde(default)]
    pub(in crate::check) not_after: Vec<String>,
    /// One of these must stand in the same sentence.
    #[serde(default)]
    pub(in crate::check) with: Vec<String>,
    /// None of these may.
    #[serde(default)]
    pub(in crate::check) unless: Vec<String>,
    /// The first year whose reports it is wrong in.
    #[serde(default)]
    pub(in crate::check) from: Option<i32>,
    /// The last one.
    #[serde(default)]
    pub(in crate::check) to: Option<i32>,
    /// Whether that is known.
    #[serde(default)]
    pub(in crate::check) status: Status,
}

/// The case of a rule that a wording belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::check) enum Case {
    /// A slip of the pen, a word for another.
    #[default]
    Slip,
    /// A set phrase that was changed.
    Changed,
    /// A phrase that was stripped of a part.
    Stripped,
    /// A phrase that was replaced by another.
    Old,
    /// A phrase that some would say otherwise today.
    Taste,
    /// A place that is to be filled in.
    Open,
}

impl Case {
    /// The name of the case in the rules; of one that is not confirmed, that of hints.
    pub(in crate::check) fn key(self, status: Status) -> &'static str {
        match self {
            Self::Taste => "taste",
            _ if status == Status::Unconfirmed => "unconfirmed",
            Self::Slip => "slip",
            Self::Changed => "changed",
            Self::Stripped => "stripped",
            Self::Old => "old",
            Self::Open => "open",
        }
    }
}

/// Wordings that are looked for together.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<Slip>")]
pub(in crate::check) struct Slips {
    /// The wordings.
    pub(in crate::check) slips: Vec<Slip>,
    /// The same, to be looked for.
    pub(in crate::check) seek: Phrases,
}

impl From<Vec<Slip>> for Slips {
    fn from(slips: Vec<Slip>) -> Self {
        let seek = Phrases::of(slips.iter().map(|own| own.wrong.as_str()));
        Self { slips, seek }
    }
}
