//! Automatic numbers: what Word prints before a paragraph of a list.
//!
//! `definitions` is what the file says, `counters` counts, `numeral` writes one
//! number in the script that is asked for.

mod counters;
mod definitions;
mod numeral;

pub(super) use counters::{Counters, Label};
pub(super) use definitions::Definitions;
