//! Rules about what a conversion or a template left.

pub(super) mod import_residue;
pub(super) mod placeholder_left;
