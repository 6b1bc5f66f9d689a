//! `fazhi-tui`: writes a township's annual report on rule-of-law government building.
pub mod report;
pub mod storage;
pub mod text;
