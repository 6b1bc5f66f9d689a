//! The panes on the screen: the mirror of `app::pane`.

pub(super) mod drafts;
pub(super) mod new;
pub(super) mod writing;
