//! `fazhi-tui`: writes a township's annual report on rule-of-law government building.
pub mod import;
pub mod report;
pub mod text;
