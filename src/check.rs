//! The checks (校核): what is wrong in a report, or likely wrong, each with its
//! place, its arithmetic and its ground.
//!
//! It changes nothing and knows no file: a report, or a report that was read
//! from a file, comes in as a [`Script`], and goes out as [`Finding`]s. What a
//! rule is called, how grave it is and which words it looks for is data
//! ([`Rules`]); how it looks is code, one file a [`Family`].
//!
//! A line is read and checked by itself as far as that goes, and what came of
//! it is kept under its very text: so only what was changed is done again, and
//! checking a draft after a change cannot give anything else than checking it
//! from the start. Rules that compare places look at what was read of all lines.

mod around;
mod catalogue;
mod chars;
mod checker;
mod finding;
mod fixing;
mod likeness;
mod load;
mod prose;
#[cfg(test)]
mod random;
mod review;
mod rule;
mod script;
mod sink;
mod tables;
#[cfg(test)]
mod testing;
mod words;

pub use catalogue::{Branch, Example, Family, Group, Rule, Rules, Stage};
pub use checker::Checker;
pub use finding::{Finding, Severity, Spot};
pub use fixing::{Change, fixed, together};
pub use load::Broken;
pub use review::{Counts, Review, waived};
pub use script::{Division, Facts, Line, Part, Script, Where};
pub use tables::Tables;
