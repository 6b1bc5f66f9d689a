//! What a paragraph says of itself, beside its style.

use super::styles::{Role, Styles};

/// What the properties of a paragraph say.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    pub(super) style: Option<String>,
    pub(super) list: Option<u32>,
    pub(super) depth: Option<u8>,
    pub(super) outline: Option<u8>,
    /// The end of the paragraph is deleted.
    pub(super) end_deleted: bool,
    /// The end of the paragraph is hidden.
    pub(super) end_hidden: bool,
}

impl Properties {
    /// What the paragraph is: its own level goes before that of its style, but
    /// a title stays a title.
    pub(super) fn role(&self, styles: &Styles) -> Role {
        match (styles.role(self.style.as_deref()), self.outline) {
            (role @ (Role::Title | Role::Contents), _) | (role, None) => role,
            (_, Some(level)) if level < 9 => Role::Heading(level),
            (_, Some(_)) => Role::Body,
        }
    }
}
