//! What a reader leaves out, counted, with the place of the first.
//!
//! One sentence for all of a kind: a page has dozens of pictures.

use crate::import::notes::Note;
use crate::import::traced::Origin;

/// How many there are, and where the first stands.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) count: usize,
    first: Origin,
}

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, origin: Origin) {
        if self.count == 0 {
            self.first = origin;
        }
        self.count += 1;
    }

    /// A sentence about them at the first, if there are any.
    pub(super) fn note(&self, message: String) -> Option<Note> {
        let Origin { line, column } = self.first;
        (self.count > 0).then_some(Note { line, column, message })
    }
}
