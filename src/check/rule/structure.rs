//! Rules about numbers of headings, chains and lengths.

mod chain;
mod label;
mod steps;

pub(super) mod heading_mark;
pub(super) mod heading_number;
pub(super) mod length;
pub(super) mod ordinal_chain;
