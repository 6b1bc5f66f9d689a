//! Chinese text as columns, rows and marks: the ground that everything on the screen stands on.
//!
//! Pure functions over strings: no terminal, no file, no clock. It knows what a cell, a row and a
//! mark is, and nothing of reports, sections or headings. One reason to keep it in one place: when
//! drawing, caret, mouse and movement measure by the same functions, they cannot disagree.
//!
//! Three units occur and are named wherever they are used: *bytes* of UTF-8 (offsets into a
//! paragraph), *characters* (grapheme clusters, what a person sees as one sign) and *cells* or
//! *columns* (what a terminal gives to a sign: one or two).

mod breaks;
pub mod clean;
mod cluster;
pub mod count;
pub mod find;
pub mod layout;
pub mod numeral;
pub mod passage;
pub mod position;
pub mod punctuation;
mod rewrap;
#[cfg(test)]
pub(crate) mod samples;
pub mod splice;
pub mod width;
pub mod wrap;

pub use clean::{Cleaned, Removed, Residue, clean, trim_paragraph};
pub use find::Needle;
pub use layout::{LaidRow, Layout, Spot};
pub use numeral::Date;
pub use position::Position;
pub use splice::Splice;
pub use width::Ambiguous;
pub use wrap::{Row, Wrap};
