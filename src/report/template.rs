//! A template: the outline, guidance and options of one kind of report, as data.
//!
//! Words in square brackets stand for what only the new report knows; see
//! [`WORDS`]. Square brackets have no place in official prose, so they cannot
//! be mistaken for text, for a blank `【…】` or for a citation `{…}`.

mod general;
mod guide;
mod start;

use serde::{Deserialize, Serialize};

use super::Report;
use super::options::{Options, Order};
use super::section::{Level, SectionId};
use super::unit::{Kind, Unit};

pub use guide::{Asked, Guide, Misled};

/// One kind of report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The Chinese name, such as 乡镇·标准四部分.
    pub name: String,
    /// For whom it is and what it looks like, in one sentence.
    pub summary: String,
    /// What to know before choosing it.
    #[serde(default)]
    pub note: Option<String>,
    /// The kinds of unit that it suits.
    pub kinds: Vec<Kind>,
    /// The form of the report.
    pub options: Options,
    /// 导语.
    pub preamble: Lead,
    /// The parts in their order.
    pub parts: Vec<Part>,
}

/// 导语: guidance and the words to start from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// What belongs in it.
    #[serde(default)]
    pub guide: Guide,
    /// Whose guidance it takes instead; see [`Part::guide_of`].
    #[serde(default)]
    pub guide_of: Option<String>,
    /// The text that a new report starts with.
    pub starter: String,
}

/// A part with its items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name in the data; unique in the template.
    pub key: String,
    /// The heading without number.
    pub heading: String,
    /// Which required contents it answers, wherever they stand in other templates.
    #[serde(default)]
    pub covers: Vec<Head>,
    /// Not counted as required.
    #[serde(default)]
    pub optional: bool,
    /// What belongs in the text of the part itself.
    #[serde(default)]
    pub guide: Guide,
    /// The text of a template whose guidance it takes instead, such as
    /// `town-four-parts/study`; taken when the templates are read.
    #[serde(default)]
    pub guide_of: Option<String>,
    /// Its items.
    #[serde(default)]
    pub items: Vec<Item>,
}

/// An item of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its name in the data; unique in the template.
    pub key: String,
    /// The heading without number.
    pub heading: String,
    /// Which required contents it answers beside those of its part.
    #[serde(default)]
    pub covers: Vec<Head>,
    /// Not counted as required.
    #[serde(default)]
    pub optional: bool,
    /// What belongs in it.
    #[serde(default)]
    pub guide: Guide,
    /// Whose guidance it takes instead; see [`Part::guide_of`].
    #[serde(default)]
    pub guide_of: Option<String>,
    /// Third-level headings that the county has set; they start the text.
    #[serde(default)]
    pub points: Vec<String>,
}

/// The five required contents of a report (《法治政府建设与责任落实督察工作规定》, 年度报告).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Head {
    /// 主要举措和成效
    Results,
    /// 不足和原因
    Shortcomings,
    /// 第一责任人职责
    Leadership,
    /// 下一年度主要安排
    Plan,
    /// 其他需要报告的情况
    Other,
}

/// The words in square brackets that a template may use, with their meaning.
pub const WORDS: [(&str, &str); 8] = [
    ("[年]", "报告年度"),
    ("[下年]", "报告年度的下一年"),
    ("[单位]", "单位简称"),
    ("[我镇]", "我镇、我乡、我街道、我局"),
    ("[全镇]", "全镇、全乡、全街道、全局"),
    ("[党委]", "党委、党工委、党组"),
    ("[政府]", "政府、办事处、局机关"),
    ("[村社区]", "村（社区）、社区、基层单位"),
];

/// Puts the words of a unit and a year into a text of a template.
pub fn expand(text: &str, unit: &Unit, year: i32) -> String {
    let kind = unit.kind;
    let (this, next) = (year.to_string(), (year + 1).to_string());
    let values = [
        this.as_str(),
        next.as_str(),
        unit.name.as_str(),
        kind.ourselves(),
        kind.whole(),
        kind.party(),
        kind.government(),
        kind.villages(),
    ];
    let pairs = WORDS.iter().zip(values);
    pairs.fold(text.to_owned(), |text, ((word, _), value)| text.replace(word, value))
}

impl Template {
    /// The parts, the two middle ones in this order.
    fn parts_in_order(&self, order: Option<Order>) -> Vec<&Part> {
        let mut parts: Vec<&Part> = self.parts.iter().collect();
        if let (Some(order), Some((weak, lead))) = (order, self.middle())
            && (weak < lead) != (order == Order::ShortcomingsFirst)
        {
            parts.swap(weak, lead);
        }
        parts
    }

    /// The parts 不足和原因 and 第一责任人, where both stand alone.
    fn middle(&self) -> Option<(usize, usize)> {
        let find = |head| self.parts.iter().position(|part| part.covers.contains(&head));
        let (weak, lead) = (find(Head::Shortcomings)?, find(Head::Leadership)?);
        (weak != lead).then_some((weak, lead))
    }

    /// Whether the two middle parts can stand in either order, and in which
    /// they stand in a new report unless another is chosen.
    pub fn order(&self) -> Option<Order> {
        self.options.order.filter(|_| self.middle().is_some())
    }

    /// The two middle parts of a draft as they stand: 不足和原因 and 第一责任人;
    /// `None` where the question does not arise, or one of them is not found or
    /// was split, so that which part is meant cannot be told.
    pub fn middle_of(&self, report: &Report) -> Option<(Order, SectionId, SectionId)> {
        self.order()?;
        let (weak, lead) = self.middle()?;
        let find = |part: usize| {
            let key = Some(self.parts[part].key.as_str());
            let sections = report.sections.iter().enumerate();
            let mut own =
                sections.filter(|(_, s)| s.level == Level::Part && s.key.as_deref() == key);
            own.next().map(|(at, _)| at).filter(|_| own.next().is_none())
        };
        let (weak, lead) = (find(weak)?, find(lead)?);
        let order = if weak < lead { Order::ShortcomingsFirst } else { Order::LeadershipFirst };
        Some((order, report.sections[weak].id, report.sections[lead].id))
    }

    /// The outline as a list of lines, as it is shown on choosing.
    pub fn outline(&self, unit: &Unit, year: i32, order: Option<Order>) -> Vec<String> {
        let mut lines = Vec::new();
        for (part, ordinal) in self.parts_in_order(order).into_iter().zip(1..) {
            let heading = expand(&part.heading, unit, year);
            lines.push(format!("{}{heading}", Level::Part.label(ordinal)));
            for (item, ordinal) in part.items.iter().zip(1..) {
                let heading = expand(&item.heading, unit, year);
                lines.push(format!("  {}{heading}", Level::Item.label(ordinal)));
            }
        }
        lines
    }

    /// Every heading with its key, for recognising an imported outline.
    pub fn headings(&self) -> Vec<(Level, &str, &str)> {
        let parts = self.parts.iter();
        parts
            .flat_map(|part| {
                let items = part.items.iter();
                let items = items.map(|i| (Level::Item, i.key.as_str(), i.heading.as_str()));
                std::iter::once((Level::Part, part.key.as_str(), part.heading.as_str()))
                    .chain(items)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
