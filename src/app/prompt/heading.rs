//! The heading of a section: of a new one, of one that is there, of a part
//! that is split off.

use crate::app::entry::Spot;
use crate::app::field::Field;

/// What the heading is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A new section behind the open one.
    Add,
    /// Another heading for the open section.
    Rename,
    /// A section from the text behind the caret.
    Split,
}

/// Asks for a heading.
#[derive(Clone, Debug)]
pub struct HeadingPrompt {
    /// What the heading is for.
    pub wanted: Wanted,
    /// Where the caret was when it was asked for.
    pub spot: Spot,
    /// What is typed.
    pub field: Field,
}
