//! What the rules on figures within a sentence look up: sums, rates, lists, counts.

use serde::Deserialize;

use crate::check::load::Files;

/// `phrases/arithmetic`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::check) struct Arithmetic {
    /// Names of a last part that closes a list: 其他.
    pub(in crate::check) other: Vec<String>,
    /// What says that a number is what is left of two before it: 其余.
    pub(in crate::check) rest: Vec<String>,
    /// Words of a total that stands behind its parts: 合计.
    pub(in crate::check) sums: Vec<String>,
    /// Words that open a list of parts: 其中.
    pub(in crate::check) among: Vec<String>,
    /// Words that open a whole list of parts: 分别为.
    pub(in crate::check) listing: Vec<String>,
    /// Words that say that a list is not whole: 主要.
    pub(in crate::check) loose: Vec<String>,
    /// Words of parts that may have members in common: 党员.
    pub(in crate::check) overlapping: Vec<String>,
    /// Parts that something always falls into.
    pub(in crate::check) partitions: Vec<Partition>,
    /// Units that count kinds of things: 类.
    pub(in crate::check) kinds: Vec<String>,
    /// Nouns that are counted as kinds with any unit: 3个方面.
    pub(in crate::check) kind_nouns: Vec<String>,
    /// Words within a list behind which another begins.
    pub(in crate::check) breaks: Vec<String>,
    /// Words in a name that may be two: 和.
    pub(in crate::check) joined: Vec<String>,
    /// Rates with the names of their parts and wholes.
    pub(in crate::check) rates: Vec<Rate>,
    /// What a rate that cannot be above 100 % ends with.
    pub(in crate::check) rate_ends: Vec<String>,
    /// What may be above 100 %.
    pub(in crate::check) beyond: Vec<String>,
    /// Words that make a percentage a change or a comparison with a goal.
    pub(in crate::check) growth: Vec<String>,
    /// Words of rates that leave out what is not yet due: 按期.
    pub(in crate::check) timely: Vec<String>,
    /// 全部.
    pub(in crate::check) all: Vec<String>,
    /// 未, 不: what makes it the opposite.
    pub(in crate::check) denied: Vec<String>,
    /// What makes a part some of it: 当场整改.
    pub(in crate::check) partial: Vec<String>,
    /// Times that fill a year, one after the other.
    pub(in crate::check) times: Vec<Vec<String>>,
    /// Units of how often something is done.
    pub(in crate::check) frequencies: Vec<String>,
    /// Words of a total of the year.
    pub(in crate::check) yearly: Vec<String>,
    /// Words that make a frequency something that is meant and not done.
    pub(in crate::check) intended: Vec<String>,
    /// Nouns that a number does not stand right before.
    pub(in crate::check) uncounted: Vec<String>,
    /// What stands behind a year that has lost its 年.
    pub(in crate::check) years: Vec<String>,
    /// Nouns with measure words that do not fit.
    pub(in crate::check) odd: Vec<Odd>,
    /// Units before which 三、五 is written without a mark.
    pub(in crate::check) loose_listed: Vec<String>,
}

/// Parts that something always falls into: 普通程序, 简易程序.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Partition {
    /// What a list that is whole has in it; none where no list is ever known to be whole.
    #[serde(default)]
    pub(in crate::check) needs: Vec<String>,
    /// Their names.
    pub(in crate::check) words: Vec<String>,
}

/// A rate with its part and its whole.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Rate {
    /// What its name ends with: 办结率.
    pub(in crate::check) name: String,
    /// What the name of its part ends with: 办结.
    pub(in crate::check) part: Vec<String>,
    /// What stands in the name of its whole: 受理.
    pub(in crate::check) whole: Vec<String>,
}

/// A noun with measure words that do not fit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Odd {
    /// The noun.
    pub(in crate::check) noun: String,
    /// What is written now and then.
    pub(in crate::check) wrong: Vec<String>,
    /// What fits.
    pub(in crate::check) right: String,
}

impl Arithmetic {
    pub(super) fn load(files: &mut Files) -> Self {
        files.read("phrases/arithmetic", include_str!("../../../data/phrases/arithmetic.ron"))
    }

    /// The rate that a name ends with, if it is one whose part and whole are known.
    pub(in crate::check) fn rate(&self, name: &str) -> Option<&Rate> {
        self.rates.iter().find(|own| name.ends_with(own.name.as_str()))
    }
}

/// Whether a text has one of these words in it.
pub(in crate::check) fn has(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a text ends with one of these words.
pub(in crate::check) fn ends(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.ends_with(word.as_str()))
}

/// Whether a text begins with one of these words.
pub(in crate::check) fn begins(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}
