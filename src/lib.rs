//! `fazhi-tui`: writes a township's annual report on rule-of-law government building.
pub mod app;
pub mod check;
pub mod cli;
pub mod document;
pub mod export;
pub mod import;
pub mod input;
pub mod report;
pub mod runtime;
pub mod storage;
pub mod text;
pub mod ui;
