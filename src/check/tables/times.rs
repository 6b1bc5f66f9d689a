//! Years and words of time, programmes with their periods, meetings with their dates.

use serde::Deserialize;

use super::slips::Status;
use crate::text::Date;
use crate::text::numeral;

/// Words around years, and words of time.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct TimeWords {
    /// Words directly before an earlier year that is meant.
    pub(in crate::check) before: Vec<String>,
    /// Words directly behind one.
    pub(in crate::check) after: Vec<String>,
    /// Words in the clause of one.
    pub(in crate::check) near: Vec<String>,
    /// Words in the clause of a later year that is meant.
    pub(in crate::check) ahead: Vec<String>,
    /// Words in the sentence of one.
    pub(in crate::check) intended: Vec<String>,
    /// How far back an earlier year is looked at.
    pub(in crate::check) reach: i32,
    /// Words of this year before a month; longer ones first.
    pub(in crate::check) dated: Vec<String>,
    /// Words that were true in the year; longer ones first.
    pub(in crate::check) vague: Vec<String>,
    /// What makes other words of them.
    pub(in crate::check) vague_not_before: Vec<String>,
}

/// Programmes with what tells that another period is meant.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Periods {
    /// The programmes.
    pub(in crate::check) programmes: Vec<Programme>,
    /// Words in the clause of one that is over.
    pub(in crate::check) past: Vec<String>,
    /// Words in the clause of one that is to come.
    pub(in crate::check) coming: Vec<String>,
}

/// A programme of some years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Programme {
    /// Its name.
    pub(in crate::check) name: String,
    /// What must stand behind it, a quotation mark aside.
    #[serde(default)]
    pub(in crate::check) after: Vec<String>,
    /// Whether it is the title of a text, and stands in 《》.
    #[serde(default)]
    pub(in crate::check) title: bool,
    /// Its first year.
    pub(in crate::check) from: i32,
    /// Its last year.
    pub(in crate::check) to: i32,
    /// What came after it.
    #[serde(default)]
    pub(in crate::check) next: Option<String>,
}

/// Meetings that reports name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Meetings {
    /// The meetings, in order.
    pub(in crate::check) meetings: Vec<Meeting>,
    /// Words in the clause of one that is still to be held.
    pub(in crate::check) coming: Vec<String>,
}

/// A meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Meeting {
    /// The year in whose reports it is the newest.
    pub(in crate::check) year: i32,
    /// Its name.
    pub(in crate::check) name: String,
    /// The part of the name that is looked for.
    pub(in crate::check) short: String,
    /// Its first day, as 2025-10-20.
    pub(in crate::check) opened: String,
    /// Whether that day is known.
    #[serde(default)]
    pub(in crate::check) status: Status,
}

impl Meeting {
    /// Its first day, where that is known.
    pub(in crate::check) fn day(&self) -> Option<Date> {
        numeral::parse_date(&self.opened).filter(|_| self.status == Status::Confirmed)
    }
}
