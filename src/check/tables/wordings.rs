//! The tables of wordings: phrases, names, years, meetings and what else is a word.

use super::slips::Slips;
use super::standing::Standing;
use super::superseded::Superseded;
use super::times::{Meetings, Periods, TimeWords};
use super::words::{Documents, Grammar, Placeholders, Places, Private, Titles};
use crate::check::load::Files;

/// All of them.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Wordings {
    /// Slips of a closed list.
    pub(in crate::check) confused: Slips,
    /// Set phrases.
    pub(in crate::check) standing: Standing,
    /// Wordings that were replaced.
    pub(in crate::check) superseded: Superseded,
    /// Words around years, and words of time.
    pub(in crate::check) times: TimeWords,
    /// Programmes with their periods.
    pub(in crate::check) periods: Periods,
    /// Meetings with their dates.
    pub(in crate::check) meetings: Meetings,
    /// What tells a place that is to be filled in.
    pub(in crate::check) placeholders: Placeholders,
    /// Names and numbers of documents.
    pub(in crate::check) documents: Documents,
    /// How townships and streets are called.
    pub(in crate::check) places: Places,
    /// Words of titles.
    pub(in crate::check) titles: Titles,
    /// Words that go together.
    pub(in crate::check) grammar: Grammar,
    /// What is private.
    pub(in crate::check) private: Private,
}

/// What stands in a table.
macro_rules! table {
    ($files:expr, $name:literal) => {
        $files.read(
            concat!("phrases/", $name),
            include_str!(concat!("../../../data/phrases/", $name, ".ron")),
        )
    };
}

impl Wordings {
    /// What stands in the files.
    pub(in crate::check) fn load(files: &mut Files) -> Self {
        Self {
            confused: table!(files, "confused"),
            standing: table!(files, "standing"),
            superseded: table!(files, "superseded"),
            times: table!(files, "time-words"),
            periods: table!(files, "periods"),
            meetings: table!(files, "meetings"),
            placeholders: table!(files, "placeholders"),
            documents: table!(files, "documents"),
            places: table!(files, "places"),
            titles: table!(files, "titles"),
            grammar: table!(files, "grammar"),
            private: table!(files, "private"),
        }
    }
}
