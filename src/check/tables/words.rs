//! Words that single rules look for: documents, titles, grammar, placeholders, private data.

use std::collections::HashSet;

use serde::Deserialize;

use super::phrases::Phrases;
use super::slips::Slips;

/// What tells a place that is to be filled in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Placeholders {
    /// What stands behind XX that is one.
    pub(in crate::check) beside: Vec<String>,
    /// What stands behind 【…】 that is a name.
    pub(in crate::check) named: Vec<String>,
    /// Words that say so.
    pub(in crate::check) slips: Slips,
}

/// Names and numbers of documents.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Documents {
    /// Known titles, without 《》 and 中华人民共和国.
    pub(in crate::check) titles: Vec<String>,
    /// What the code of an organ ends with.
    pub(in crate::check) code_ends: Vec<String>,
    /// Words before a code that do not belong to it.
    pub(in crate::check) lead_words: Vec<String>,
    /// Words that the title of any document may have.
    pub(in crate::check) general: Vec<String>,
    /// Characters of which one in the place of another makes another matter.
    pub(in crate::check) apart: String,
    /// What stands behind the name of a place.
    pub(in crate::check) places: Vec<String>,
}

/// Words of titles.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Titles {
    /// What a title ends with.
    pub(in crate::check) kinds: Vec<String>,
    /// What it is about.
    pub(in crate::check) matters: Vec<String>,
    /// Verbs of a covering letter.
    pub(in crate::check) sending: Vec<String>,
    /// Words that stand there twice.
    pub(in crate::check) doubled: Vec<String>,
    /// Words that a title has once.
    pub(in crate::check) once: Vec<String>,
}

/// How townships and streets are called.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Places {
    /// Their party committees.
    pub(in crate::check) parties: Vec<String>,
    /// What such places are.
    pub(in crate::check) kinds: Vec<String>,
    /// Characters before these that do not name a place.
    pub(in crate::check) unnamed: String,
}

/// Words that go together.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "GrammarWords")]
pub(in crate::check) struct Grammar {
    /// The words.
    pub(in crate::check) words: GrammarWords,
    /// Manners with 的 behind them, to be looked for.
    pub(in crate::check) with_de: Phrases,
    /// Manners that want a verb, in their order, to be looked for.
    pub(in crate::check) verbless: Phrases,
}

/// The same as it stands in the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct GrammarWords {
    /// Manners that take 地 before a verb.
    manners: Vec<String>,
    /// The verbs.
    pub(in crate::check) verbs: Vec<String>,
    /// What makes a noun of the verb, before it.
    pub(in crate::check) nominal: Vec<String>,
    /// What makes a noun of the verb, behind it.
    pub(in crate::check) nouns: Vec<String>,
    /// What may stand twice.
    pub(in crate::check) doubled: Vec<String>,
    /// What ends a noun that begins with the verb before it: 调解调解员.
    pub(in crate::check) doubled_heads: Vec<String>,
    /// Manners that cannot stand before an object.
    bare: Vec<String>,
    /// Those that cannot stand before a title.
    title: Vec<String>,
    /// The objects.
    pub(in crate::check) objects: Vec<String>,
}

impl From<GrammarWords> for Grammar {
    fn from(words: GrammarWords) -> Self {
        let with_de: Vec<String> = words.manners.iter().map(|own| format!("{own}的")).collect();
        let with_de = Phrases::of(with_de.iter().map(String::as_str));
        let verbless = Phrases::of(words.bare.iter().chain(&words.title).map(String::as_str));
        Self { words, with_de, verbless }
    }
}

impl Grammar {
    /// Whether a manner, by its number among those without a verb, is one that can stand
    /// before everything but a title.
    pub(in crate::check) fn only_before_titles(&self, number: usize) -> bool {
        number >= self.words.bare.len()
    }
}

/// What is private.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Private {
    /// Domains of private mail.
    pub(in crate::check) mail: Vec<String>,
    /// What stands behind an amount.
    pub(in crate::check) amounts: Vec<String>,
    /// Words before a name.
    pub(in crate::check) posts: Vec<String>,
    /// What a name begins with.
    pub(in crate::check) surnames: Surnames,
    /// What looks like a name and is an office, by its end.
    pub(in crate::check) offices: Vec<String>,
}

/// Surnames of one character.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "String")]
pub(in crate::check) struct Surnames(HashSet<char>);

impl From<String> for Surnames {
    fn from(names: String) -> Self {
        Self(names.chars().collect())
    }
}

impl Surnames {
    /// Whether a name can begin with this.
    pub(in crate::check) fn has(&self, sign: char) -> bool {
        self.0.contains(&sign)
    }
}
