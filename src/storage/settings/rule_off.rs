//! A rule of the checks that no draft is checked with, and why.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Settings;
use crate::report::waiver::since;

/// A rule that is switched off in every draft. One without reason and day is written
/// as its name alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleOff {
    /// The rule by its name, such as `no-figure`.
    pub rule: String,
    /// Why, in the author's words.
    pub reason: String,
    /// The day, such as 2026-01-08.
    pub date: String,
}

/// As it is written with all that is known of it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    rule: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    date: String,
}

impl Settings {
    /// Switches a rule of the checks off for every draft.
    pub fn switch_off(&mut self, off: RuleOff) {
        self.forget_rule(&off.rule);
        self.rules_off.push(off);
    }

    /// Switches a rule on for every draft: one that was switched off is as usual again.
    pub fn switch_on(&mut self, rule: &str) {
        if !self.forget_rule(rule) {
            self.rules_on.push(rule.to_owned());
        }
    }

    /// Forgets what is said of a rule; says whether it was switched off.
    fn forget_rule(&mut self, rule: &str) -> bool {
        let before = self.rules_off.len();
        self.rules_off.retain(|own| own.rule != rule);
        self.rules_on.retain(|own| own != rule);
        self.rules_off.len() < before
    }

    /// The names of the rules that no draft is checked with.
    pub fn names_off(&self) -> Vec<String> {
        self.rules_off.iter().map(|own| own.rule.clone()).collect()
    }
}

impl fmt::Display for RuleOff {
    /// The reason with its day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&since(&self.reason, &self.date))
    }
}

impl Serialize for RuleOff {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, reason, date } = self.clone();
        if reason.is_empty() && date.is_empty() {
            return serializer.serialize_str(&rule);
        }
        Whole { rule, reason, date }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RuleOff {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

/// Takes a name alone, or a name with more.
struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = RuleOff;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("规则的名称，用半角引号括起来")
    }

    fn visit_str<E: Error>(self, rule: &str) -> Result<RuleOff, E> {
        Ok(RuleOff { rule: rule.to_owned(), ..RuleOff::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RuleOff, A::Error> {
        let Whole { rule, reason, date } = Whole::deserialize(MapAccessDeserializer::new(map))?;
        Ok(RuleOff { rule, reason, date })
    }
}
