//! Chinese text as columns, rows and marks.
pub mod numeral;
pub mod position;
