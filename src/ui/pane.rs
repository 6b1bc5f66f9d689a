//! The panes on the screen: the mirror of `app::pane`.

pub(super) mod drafts;
mod drafts_table;
pub(super) mod import;
pub(super) mod new;
pub(super) mod outline;
mod printed;
mod text;
pub(super) mod writing;
