//! Tests of the whole program and of the house that it lives in.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and looks at files as a user would"
)]

mod architecture;
mod check;
mod cli;
#[cfg(unix)]
mod crash;
mod data;
mod example;
mod import;
mod keys;
mod manual;
mod options;
#[cfg(unix)]
mod pty;
mod random;
mod screens;
mod stage;
