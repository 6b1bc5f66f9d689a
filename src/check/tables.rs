//! The tables that rules look things up in: phrases, names, units, dates.
//!
//! Each is a file of its own under `data/phrases/`, so that a word is added
//! without touching code, and a copy of the user's goes before the built-in one.

use super::load::Files;

/// All tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {}

impl Tables {
    /// The tables that the files hold.
    pub(super) fn load(_files: &mut Files) -> Self {
        Self {}
    }
}
