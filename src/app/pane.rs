//! The panes: what is on the screen and what keys do there.

pub mod drafts;
pub mod frame;
pub mod guide;
pub mod import;
pub mod new;
pub mod options;
pub(in crate::app) mod unit;
pub mod writing;

pub use drafts::DraftsPane;
pub use import::{ImportPane, Purpose};
pub use new::NewPane;
pub use writing::WritingPane;
