//! A figure of the ledger: entered once, cited in the prose by its name.

use serde::{Deserialize, Serialize};

use super::amount::Amount;

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The name by which the prose cites it: `{名称}`.
    pub name: String,
    /// The value as it was entered; `None` while the office has not sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// The unit of measure, such as 次, 人次 or %.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The office that supplies it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}
