//! Wordings that were replaced, and words that stand in a fixed order.

use serde::Deserialize;

use super::slips::Slips;

/// All that is known of wordings that were replaced.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Superseded {
    /// The wordings.
    pub(in crate::check) slips: Slips,
    /// Words in their order.
    pub(in crate::check) orders: Vec<Order>,
}

/// Words that stand in a fixed order where they stand in one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Order {
    /// The words.
    pub(in crate::check) words: Vec<String>,
    /// How many of them must be there.
    pub(in crate::check) need: usize,
    /// The whole phrase.
    pub(in crate::check) right: String,
}
