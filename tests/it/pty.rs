//! The whole program through a pseudo-terminal: keys in, the screen that a
//! terminal makes of the bytes out.

pub(crate) mod emulator;
pub(crate) mod home;
pub(crate) mod keys;
pub(crate) mod sample;
pub(crate) mod terminal;
pub(crate) mod view;

mod checks;
mod choosing;
mod clipboard;
mod cursor;
mod doctor;
mod drafts;
mod files;
mod find;
mod glued;
mod halves;
mod import;
mod leaving;
mod mouse;
mod paste;
mod popups;
mod random;
mod resize;
mod rows;
mod settings;
mod silent;
#[cfg(target_os = "linux")]
mod stop;
mod template;
mod walk;
mod width;
mod windows;
