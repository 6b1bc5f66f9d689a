//! Shortcomings: what tells their reasons, and which words two texts may share
//! without being of one matter.

use serde::Deserialize;

/// Words about shortcomings.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Shortcomings {
    /// What begins a reason.
    pub(in crate::check) reasons: Vec<String>,
    /// What a heading calls shortcomings.
    pub(in crate::check) named: Vec<String>,
    /// Words that are in every report, whatever it is about.
    pub(in crate::check) general: Vec<String>,
    /// Characters that are in no noun.
    pub(in crate::check) particles: String,
}
