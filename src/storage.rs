//! Files of the user and of the program: drafts, their history, settings, templates.
//!
//! Whatever is written is written whole or not at all, and nothing that the
//! user wrote is ever overwritten unseen. Nothing here knows a screen, a
//! finding or an export format, and no clock is read: time stamps come in.
//! It is one room because a promise about files is kept in one place or nowhere.

pub mod arrange;
pub mod bin;
mod complaint;
pub mod draft;
pub mod error;
pub mod example;
pub mod file;
pub mod folder;
pub mod history;
pub mod id;
pub mod library;
pub mod lock;
mod notation;
pub mod paths;
#[cfg(test)]
mod sample;
pub mod session;
pub mod settings;

pub use draft::{Listed, Loaded};
pub use error::{Problem, StorageError};
pub use file::Revision;
pub use id::DraftId;
pub use library::{Entry, Library, Origin};
pub use lock::{Lock, Taken};
pub use paths::DataFolder;
pub use session::{Access, OpenDraft, Saved};
pub use settings::{Changed, Colours, RuleOff, Settings, Width};
