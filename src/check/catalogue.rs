//! The catalogue of rules, as the data tells it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::finding::Severity;
use super::tables::Tables;

pub use super::rule::{Family, Stage};

/// All that checking needs to know: the rules in their order, and the tables of words.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The rules, group after group.
    pub rules: Vec<Rule>,
    /// Phrases, names, units, dates.
    pub tables: Tables,
}

impl Rules {
    /// The rule with this name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Switches all cases of a rule on or off; `false` where there is no such rule.
    pub fn switch(&mut self, id: &str, on: bool) -> bool {
        let Some(rule) = self.rules.iter_mut().find(|rule| rule.id == id) else { return false };
        rule.branches.iter_mut().for_each(|branch| branch.on = on);
        true
    }
}

/// The groups of rules, as they stand on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Years and time.
    Years,
    /// Leftovers of conversion and of the template.
    Leftovers,
    /// Names, phrases, documents.
    Names,
    /// Marks and spaces.
    Marks,
    /// Numbers of headings, chains, lengths.
    Structure,
    /// Figures.
    Figures,
    /// Substance, grammar, privacy.
    Substance,
}

impl Group {
    /// All groups in their order.
    pub const ALL: [Self; 7] = [
        Self::Years,
        Self::Leftovers,
        Self::Names,
        Self::Marks,
        Self::Structure,
        Self::Figures,
        Self::Substance,
    ];

    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Years => "年份与时间",
            Self::Leftovers => "残留",
            Self::Names => "名称、提法、文件",
            Self::Marks => "标点与空格",
            Self::Structure => "结构与序号",
            Self::Figures => "数字",
            Self::Substance => "内容、语法、隐私",
        }
    }
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name on the command line and in drafts.
    pub id: String,
    /// Its name on the screen.
    pub name: String,
    /// Where it stands on the screen.
    pub group: Group,
    /// How it looks.
    pub family: Family,
    /// Its cases, each with its severity.
    pub branches: Vec<Branch>,
    /// What it finds, in a sentence.
    pub finds: String,
    /// What it leaves alone, a phrase each.
    #[serde(default)]
    pub silent: Vec<String>,
    /// What it rests on.
    pub basis: String,
    /// Its thresholds by name.
    #[serde(default)]
    pub settings: BTreeMap<String, i64>,
    /// Texts in which it finds something.
    #[serde(default)]
    pub bad: Vec<Example>,
    /// Texts in which it must find nothing.
    #[serde(default)]
    pub good: Vec<Example>,
}

impl Rule {
    /// The case with this name.
    pub fn branch(&self, key: &str) -> Option<&Branch> {
        self.branches.iter().find(|branch| branch.key == key)
    }

    /// Whether any of its cases is looked for.
    pub fn is_on(&self) -> bool {
        self.branches.iter().any(|branch| branch.on)
    }

    /// How grave its gravest case is.
    pub fn severity(&self) -> Severity {
        self.branches.iter().map(|branch| branch.severity).min().unwrap_or(Severity::Hint)
    }
}

/// One case of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Its name in the code.
    pub key: String,
    /// How grave it is.
    pub severity: Severity,
    /// Whether it is looked for.
    #[serde(default = "yes")]
    pub on: bool,
    /// When it applies, in a few words.
    #[serde(default)]
    pub when: String,
}

fn yes() -> bool {
    true
}

/// A text that shows what a rule finds or leaves alone. It stands in a report
/// of 云溪镇 for 2025 that is signed in January 2026 unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The text; `\n` parts paragraphs.
    pub text: String,
    /// What the rule finds in it, by its case and its excerpt; for texts in which it does.
    #[serde(default)]
    pub finds: Vec<(String, String)>,
    /// Where it stands: `title`, `addressee`, `heading`, `part` (a heading of level 1),
    /// `preamble`, `results` (where nothing is said), `shortcomings`, `leadership`, `plan`,
    /// `date`, `contact`, `copy_to`, `file` (a whole file).
    #[serde(default)]
    pub place: Stage,
    /// What else stands in the report, by its place.
    #[serde(default)]
    pub rest: Vec<(Stage, String)>,
    /// Thresholds that are other ones in it, for texts in which something is found.
    #[serde(default)]
    pub settings: BTreeMap<String, i64>,
    /// The year that is reported on.
    #[serde(default)]
    pub year: Option<i32>,
    /// The short name of the unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// The date of signing.
    #[serde(default)]
    pub signed: Option<String>,
    /// Whether the text is one of a draft and not of a file.
    #[serde(default)]
    pub draft: bool,
}
