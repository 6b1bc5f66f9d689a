//! Words that rules about marks look for.

use serde::Deserialize;

/// The table of words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct MarkWords {
    /// What introduces that which follows: 报告如下.
    pub leads: Vec<String>,
    /// Words that begin with 等: 等级.
    pub words_with_deng: Vec<String>,
    /// What makes the ordinal of an item: 一是.
    pub chain_words: Vec<String>,
    /// Those of them behind which all numbers must be there.
    pub counted_words: Vec<String>,
    /// Idioms that look like ordinals.
    pub idioms: Vec<String>,
    /// What the name of a body ends with, or is.
    pub bodies: Vec<String>,
    /// What begins another group within a list: 其中.
    pub list_breaks: Vec<String>,
}
