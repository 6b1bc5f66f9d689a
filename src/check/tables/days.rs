//! Days that are called by their month and day.

use serde::Deserialize;

/// The table of days.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Days {
    /// What may stand between a date and the name of its day: 国际, 全国.
    pub prefixes: Vec<String>,
    /// What makes a day of a date in quotation marks: 宣传, 活动.
    pub words: Vec<String>,
    /// The days.
    pub list: Vec<Day>,
}

/// One day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Day {
    /// Month and day as they should be written: 12·4.
    pub date: String,
    /// Its names.
    pub names: Vec<String>,
}
