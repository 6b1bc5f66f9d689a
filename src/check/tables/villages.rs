//! The number of all villages and communities: what tells it from that of some.

use serde::Deserialize;

/// Words about villages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Villages {
    /// What stands before a number of all: 辖, 全镇.
    pub(in crate::check) whole: Vec<String>,
    /// What may stand between: 共, 有, 的.
    pub(in crate::check) between: Vec<String>,
    /// What is counted: ways to write one thing, the usual one first.
    pub(in crate::check) kinds: Vec<Vec<String>>,
    /// Words that begin with one of them and are something else: 村民, 村级组织.
    pub(in crate::check) others: Vec<String>,
}
