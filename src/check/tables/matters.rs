//! What is needed to tell whether two numbers of a report are of one matter.

use serde::Deserialize;

/// Words around numbers that are compared.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Matters {
    /// 全年 and its like.
    pub(in crate::check) years: Vec<String>,
    /// What a name may begin with and be the same without.
    pub(in crate::check) leads: Vec<String>,
    /// What tells that not all of the year is meant.
    pub(in crate::check) limits: Vec<String>,
    /// What tells of matters of other years.
    pub(in crate::check) earlier: Vec<String>,
    /// 其中: what follows is a part.
    pub(in crate::check) subset: Vec<String>,
    /// Parts with their wholes.
    pub(in crate::check) pairs: Vec<Pair>,
    /// What may stand before the word of a part.
    pub(in crate::check) adverbs: Vec<String>,
    /// What may stand behind it.
    pub(in crate::check) fillers: Vec<String>,
    /// What stands before the number of those who came.
    pub(in crate::check) attend: Vec<String>,
    /// Units of sessions that people come to.
    pub(in crate::check) sessions: Vec<String>,
    /// What may stand before the name of a body where all its meetings are counted.
    pub(in crate::check) meetings: Vec<String>,
    /// Names that tell nothing without what stands around them.
    pub(in crate::check) unclear: Vec<String>,
    /// What several may do, so that only the whole year can be compared.
    pub(in crate::check) shared: Vec<String>,
    /// Words that tell nothing.
    pub(in crate::check) plain: Vec<String>,
    /// Units of which a matter has only one.
    pub(in crate::check) mixed: Vec<Vec<String>>,
    /// Names of matters that are alike, whatever is done with them.
    pub(in crate::check) alike: Vec<String>,
}

/// A part with its whole, by the words that stand before their numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Pair {
    /// Words of the part.
    pub(in crate::check) part: Vec<String>,
    /// Words of the whole.
    pub(in crate::check) whole: Vec<String>,
    /// Units that count the same; none where the unit must be one.
    #[serde(default)]
    pub(in crate::check) units: Vec<String>,
    /// Whether there is one whole: wholes that stand side by side are not added up.
    #[serde(default)]
    pub(in crate::check) alone: bool,
}

impl Pair {
    /// Whether two units can be compared.
    pub(in crate::check) fn compares(&self, one: &str, other: &str) -> bool {
        let listed = |unit: &str| self.units.iter().any(|own| own == unit);
        one == other || listed(one) && listed(other)
    }
}
