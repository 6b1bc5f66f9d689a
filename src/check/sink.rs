//! Where rules put what they have found.

use std::ops::Range;

use super::catalogue::Rule;

/// A stretch of a line, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The line of the script, from 0; always 0 from a rule that sees one line.
    pub(super) line: usize,
    pub(super) range: Range<usize>,
}

/// What a rule has found, by lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) branch: &'static str,
    pub(super) at: Mark,
    pub(super) message: String,
    pub(super) fix: Option<String>,
    pub(super) also: Vec<Mark>,
}

impl Hit {
    /// A hit of one case of the rule at a stretch of a line.
    pub(super) fn new(
        branch: &'static str,
        line: usize,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        let at = Mark { line, range };
        Self { branch, at, message: message.into(), fix: None, also: Vec::new() }
    }

    /// What should stand there; empty to delete it.
    pub(super) fn fix(mut self, text: impl Into<String>) -> Self {
        self.fix = Some(text.into());
        self
    }

    /// Another place that belongs to it.
    pub(super) fn also(mut self, line: usize, range: Range<usize>) -> Self {
        self.also.push(Mark { line, range });
        self
    }
}

/// A hit with the rule that it belongs to, by its number in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rule: usize,
    pub(super) hit: Hit,
}

/// Takes the hits of one rule.
pub(super) struct Sink<'a> {
    rule: &'a Rule,
    index: usize,
    found: &'a mut Vec<Found>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(rule: &'a Rule, index: usize, found: &'a mut Vec<Found>) -> Self {
        Self { rule, index, found }
    }

    /// A threshold of the rule by its name in the data; 0 where the data has none.
    pub(super) fn setting(&self, name: &str) -> i64 {
        self.rule.settings.get(name).copied().unwrap_or_default()
    }

    /// Takes a hit, unless its case is switched off.
    pub(super) fn add(&mut self, hit: Hit) {
        if self.rule.branch(hit.branch).is_some_and(|branch| branch.on) {
            self.found.push(Found { rule: self.index, hit });
        }
    }
}
