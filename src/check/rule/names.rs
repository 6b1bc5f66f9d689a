//! Rules about names, phrases and documents.

pub(super) mod confused_word;
pub(super) mod document_name;
pub(super) mod document_number;
pub(super) mod standing_phrase;
pub(super) mod title_form;
pub(super) mod wrong_unit;
