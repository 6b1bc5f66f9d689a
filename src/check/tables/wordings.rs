//! The tables of wordings: phrases, names, years, meetings and what else is a word.

use super::slips::Slips;
use super::standing::Standing;
use super::superseded::Superseded;
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
        }
    }
}
