//! The dictionary of figures: what reports usually count, as data.
//!
//! A figure is offered, never required. The names tie the ledger, the guidance
//! and later the reading of prose together; the relations say which two
//! figures must agree.

use serde::{Deserialize, Serialize};

use super::template::Template;

/// All figures that are known, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dictionary {
    entries: Vec<Entry>,
}

/// What is known of one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, from 1; the parts of one matter share it.
    pub number: u16,
    /// The subject that it belongs to.
    pub group: Group,
    /// Its name in the ledger.
    pub name: String,
    /// What prose calls it.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Its units of measure; the first is the usual one.
    pub units: Vec<String>,
    /// The office that usually has it.
    pub source: String,
    /// How it must agree with others.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// Where it is met.
    pub seen: Seen,
    /// The first year of report that has it; `None` for always.
    #[serde(default)]
    pub since: Option<i32>,
}

impl Entry {
    /// The usual unit of measure.
    pub fn unit(&self) -> &str {
        self.units.first().map_or("", String::as_str)
    }

    /// What to know on entering it in a report for a year: a few short lines.
    pub fn hints(&self, year: i32) -> Vec<String> {
        let mut hints = Vec::new();
        if !self.synonyms.is_empty() {
            let few: Vec<&str> =
                self.synonyms.iter().take(MOST_SYNONYMS).map(String::as_str).collect();
            hints.push(format!("又叫 {}", few.join("、")));
        }
        hints.extend(self.relations.iter().map(Relation::told));
        let early = self.since.filter(|since| *since > year);
        hints.extend(early.map(|since| format!("写{since}年和以后的报告才用到")));
        hints
    }
}

/// Most synonyms that are told: enough to know the figure again.
const MOST_SYNONYMS: usize = 3;

/// Most addends that are told by name.
const MOST_ADDENDS: usize = 4;

/// The subjects of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// 学习与组织
    A,
    /// 普法宣传
    B,
    /// 职能、权责、服务、营商
    C,
    /// 制度、规范性文件
    D,
    /// 决策
    E,
    /// 执法
    F,
    /// 应急
    G,
    /// 矛盾纠纷、复议、诉讼
    H,
    /// 监督、公开
    I,
    /// 科技
    J,
    /// 保障
    K,
}

/// Where a figure is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// In the sample report.
    Sample,
    /// In other published reports.
    Published,
    /// Usual, but not proved: never the ground of an error.
    Usual,
}

/// How a figure must agree with others, which are known by their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// It is not more than that one.
    AtMost(String),
    /// It is not less than that one.
    AtLeast(String),
    /// It is the sum of those.
    SumOf(Vec<String>),
    /// It is the share of a part in a whole, in per cent.
    Rate {
        /// The part.
        part: String,
        /// The whole.
        whole: String,
    },
    /// Where it is above zero, that one is too.
    Needs(String),
    /// It has one value in the whole report, and nearly the same from year to year.
    Constant,
}

impl Relation {
    /// The names of the others.
    pub fn others(&self) -> Vec<&str> {
        match self {
            Self::AtMost(name) | Self::AtLeast(name) | Self::Needs(name) => vec![name],
            Self::SumOf(names) => names.iter().map(String::as_str).collect(),
            Self::Rate { part, whole } => vec![part, whole],
            Self::Constant => Vec::new(),
        }
    }

    /// The relation in a few words, for whoever enters the figure.
    fn told(&self) -> String {
        match self {
            Self::AtMost(name) => format!("不超过{name}"),
            Self::AtLeast(name) => format!("不少于{name}"),
            Self::SumOf(names) if names.len() > MOST_ADDENDS => {
                format!("等于{}等{}项相加", names[..2].join("、"), names.len())
            }
            Self::SumOf(names) => format!("等于{}相加", names.join("、")),
            Self::Rate { part, whole } => format!("{part}占{whole}的百分比"),
            Self::Needs(name) => format!("有这个数，就要有{name}"),
            Self::Constant => "全篇只有一个数".to_owned(),
        }
    }
}

impl Dictionary {
    /// All entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Puts unit and office into the figures that a template asks for by their
    /// name alone; gives the first name that is not in the dictionary.
    pub fn complete(&self, template: &mut Template) -> Option<String> {
        let asked = template.guides_mut().flat_map(|(guide, _)| &mut guide.figures);
        let mut unknown = None;
        for asked in asked.filter(|asked| asked.unit.is_empty() || asked.source.is_empty()) {
            match self.entry(&asked.name) {
                Some(entry) => {
                    fill(&mut asked.unit, entry.unit());
                    fill(&mut asked.source, &entry.source);
                }
                None => unknown = unknown.or_else(|| Some(asked.name.clone())),
            }
        }
        unknown
    }
}

fn fill(empty: &mut String, usual: &str) {
    if empty.is_empty() {
        usual.clone_into(empty);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(relations: &str, since: &str) -> Entry {
        let text = format!(
            "(number: 30, group: c, name: \"合计\", synonyms: [\"甲\", \"乙\", \"丙\", \"丁\"], \
             units: [\"项\"], source: \"党政办\", relations: [{relations}], seen: usual{since})"
        );
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(&text).unwrap()
    }

    #[test]
    fn hints_are_few_and_short() {
        let two = entry("sum_of([\"许可\", \"处罚\"]), at_least(\"许可\")", "");
        assert_eq!(two.hints(2025), ["又叫 甲、乙、丙", "等于许可、处罚相加", "不少于许可"]);
        let many = entry("sum_of([\"一\", \"二\", \"三\", \"四\", \"五\"])", "");
        assert_eq!(many.hints(2025)[1], "等于一、二等5项相加");
        let rate = entry("rate(part: \"许可\", whole: \"处罚\")", "");
        assert_eq!(rate.hints(2025)[1], "许可占处罚的百分比");
    }

    #[test]
    fn a_figure_of_later_years_says_so() {
        let late = entry("constant", ", since: 2026");
        assert_eq!(late.hints(2025)[2], "写2026年和以后的报告才用到");
        assert_eq!(late.hints(2026).len(), 2);
    }
}
