//! Matters of which a report says that there was none.

use serde::Deserialize;

/// One of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct ZeroMatter {
    /// What it is called.
    pub(in crate::check) name: String,
    /// Words that tell of it.
    pub(in crate::check) words: Vec<String>,
    /// Whether a bureau tells of it too.
    pub(in crate::check) bureau: bool,
    /// How to say that there was none.
    pub(in crate::check) zero: String,
}
