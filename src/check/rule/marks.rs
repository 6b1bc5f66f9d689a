//! Rules about marks and spaces.

pub(super) mod date_mark;
pub(super) mod half_width_mark;
pub(super) mod nested_title_marks;
pub(super) mod redundant_mark;
pub(super) mod stray_space;
pub(super) mod unbalanced_pair;
