//! What the reader of prose has to know: units, bodies, and the words around a
//! number that say what it counts and how exactly.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::prefixes::{Prefixes, Suffixes};
use crate::check::load::Files;
use crate::check::prose::{Modifier, Period};

/// `phrases/units`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct UnitFile {
    units: Vec<String>,
    not_before: HashMap<String, String>,
    same: HashMap<String, String>,
    lasting: Vec<String>,
    arabic_only: Vec<String>,
}

/// An entry of `phrases/bodies`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    name: String,
    words: Vec<String>,
}

/// A word with what it means.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Word<T> {
    word: String,
    is: T,
}

/// `phrases/prose`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ProseFile {
    fixed: Vec<String>,
    totals: Vec<String>,
    before: Vec<Word<Modifier>>,
    after: Vec<Word<Modifier>>,
    behind: Vec<Word<Modifier>>,
    periods: Vec<Word<Period>>,
    until: Vec<String>,
    among: Vec<String>,
    leads: Vec<String>,
    tails: Vec<String>,
    kept: Vec<String>,
    stops: Vec<String>,
    nouns: Vec<String>,
    hotlines: Vec<String>,
}

/// A unit of the table.
#[derive(Clone, Debug)]
pub(in crate::check) struct Unit {
    /// What two ways to write it have in common.
    pub(in crate::check) measure: String,
    /// Characters behind it that make it part of another word.
    not_before: String,
    /// Whether 3年多 can be said.
    pub(in crate::check) lasts: bool,
    /// Whether Chinese numerals before it seldom count: 十分, 三成.
    pub(in crate::check) arabic_only: bool,
}

/// What a word in a line is to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Kind {
    /// A word in which nothing counts.
    Fixed,
    /// 共, 合计.
    Total,
    /// 近, 超过.
    Before(Modifier),
    /// 每月, 去年.
    Period(Period),
    /// 截至.
    Until,
    /// 其中.
    Among,
    /// 党委会; its number in the table.
    Body(usize),
}

/// A word that was met in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Met {
    pub(in crate::check) start: usize,
    pub(in crate::check) end: usize,
    pub(in crate::check) kind: Kind,
}

/// The tables of the reader.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Reading {
    words: Option<AhoCorasick>,
    kinds: Vec<Kind>,
    bodies: Vec<String>,
    units: Prefixes<Unit>,
    /// Behind the figures: 余, 多.
    pub(in crate::check) after: Prefixes<Modifier>,
    /// Behind the unit: 以上, 左右.
    pub(in crate::check) behind: Prefixes<Modifier>,
    /// What a name does not begin with.
    pub(in crate::check) leads: Prefixes<()>,
    /// Words in which a noun does not end.
    pub(in crate::check) nouns: Prefixes<()>,
    /// What a noun ends before.
    pub(in crate::check) stops: Prefixes<()>,
    /// What a name does not end with.
    pub(in crate::check) tails: Suffixes,
    /// What keeps such an end.
    pub(in crate::check) kept: Suffixes,
    hotlines: Vec<String>,
}

impl Reading {
    pub(super) fn load(files: &mut Files) -> Self {
        let units = files.read("phrases/units", include_str!("../../../data/phrases/units.ron"));
        let bodies = files.read("phrases/bodies", include_str!("../../../data/phrases/bodies.ron"));
        let prose = files.read("phrases/prose", include_str!("../../../data/phrases/prose.ron"));
        Self::new(units, bodies, prose)
    }

    fn new(units: UnitFile, bodies: Vec<Body>, prose: ProseFile) -> Self {
        let words = words(&prose, &bodies);
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words.iter().map(|(word, _)| word));
        let meant = |words: Vec<Word<Modifier>>| words.into_iter().map(|own| (own.word, own.is));
        let plain = |words: Vec<String>| words.into_iter().map(|own| (own, ()));
        Self {
            // No words at all are fewer than too many: then nothing is known of them.
            words: automaton.ok(),
            kinds: words.iter().map(|(_, kind)| *kind).collect(),
            bodies: bodies.into_iter().map(|own| own.name).collect(),
            units: units_of(units),
            after: meant(prose.after).collect(),
            behind: meant(prose.behind).collect(),
            leads: plain(prose.leads).collect(),
            nouns: plain(prose.nouns).collect(),
            stops: plain(prose.stops).collect(),
            tails: prose.tails.into_iter().collect(),
            kept: prose.kept.into_iter().collect(),
            hotlines: prose.hotlines,
        }
    }

    /// The words of a line, in order; of words that overlap the first, then the longest.
    pub(in crate::check) fn words(&self, text: &str) -> Vec<Met> {
        let Some(words) = &self.words else { return Vec::new() };
        let met = words.find_iter(text).map(|own| Met {
            start: own.start(),
            end: own.end(),
            kind: self.kinds[own.pattern().as_usize()],
        });
        met.collect()
    }

    /// The longest unit that a text begins with.
    pub(in crate::check) fn unit<'a>(&'a self, text: &'a str) -> Option<(&'a str, &'a Unit)> {
        let behind = |word: &str| text[word.len()..].chars().next();
        self.units
            .all(text)
            .find(|(word, unit)| behind(word).is_none_or(|c| !unit.not_before.contains(c)))
    }

    /// The name of a body.
    pub(in crate::check) fn body(&self, number: usize) -> Option<&str> {
        self.bodies.get(number).map(String::as_str)
    }

    /// Whether figures are those of a hotline.
    pub(in crate::check) fn is_hotline(&self, digits: &str) -> bool {
        self.hotlines.iter().any(|own| own == digits)
    }
}

fn words(prose: &ProseFile, bodies: &[Body]) -> Vec<(String, Kind)> {
    let plain = |words: &[String], kind: Kind| -> Vec<(String, Kind)> {
        words.iter().map(|word| (word.clone(), kind)).collect()
    };
    let mut all = plain(&prose.fixed, Kind::Fixed);
    all.extend(plain(&prose.totals, Kind::Total));
    all.extend(plain(&prose.until, Kind::Until));
    all.extend(plain(&prose.among, Kind::Among));
    all.extend(prose.before.iter().map(|own| (own.word.clone(), Kind::Before(own.is))));
    all.extend(prose.periods.iter().map(|own| (own.word.clone(), Kind::Period(own.is))));
    for (number, body) in bodies.iter().enumerate() {
        all.extend(plain(&body.words, Kind::Body(number)));
    }
    all.retain(|(word, _)| !word.is_empty());
    all
}

fn units_of(file: UnitFile) -> Prefixes<Unit> {
    let UnitFile { units, not_before, same, lasting, arabic_only } = file;
    let unit = |word: String| {
        let unit = Unit {
            measure: same.get(&word).unwrap_or(&word).clone(),
            not_before: not_before.get(&word).cloned().unwrap_or_default(),
            lasts: lasting.contains(&word),
            arabic_only: arabic_only.contains(&word),
        };
        (word, unit)
    };
    units.into_iter().map(unit).collect()
}
