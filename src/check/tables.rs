//! The tables that rules look things up in: phrases, names, units, dates.
//!
//! Each is a file of its own under `data/phrases/`, so that a word is added
//! without touching code, and a copy of the user's goes before the built-in one.

mod prefixes;
mod reading;

use super::load::Files;

pub(super) use reading::{Kind, Met, Reading};

/// All tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// What the reader of prose has to know: units, bodies, words around numbers.
    pub(super) reading: Reading,
}

impl Tables {
    /// The tables that the files hold.
    pub(super) fn load(files: &mut Files) -> Self {
        Self { reading: Reading::load(files) }
    }
}
