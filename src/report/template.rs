//! A template: the outline, guidance and options of one kind of report, as data.
//!
//! Words in square brackets stand for what only the new report knows; see
//! [`WORDS`]. Square brackets have no place in official prose, so they cannot
//! be mistaken for text, for a blank `【…】` or for a citation `{…}`.

mod guide;

use serde::{Deserialize, Serialize};

use super::letterhead::{self, Closing, Letterhead};
use super::options::{Bodies, Options, Order, SignatureLayout, ThirdLevel, TitleForm};
use super::section::{Level, Preamble, Section, SectionId};
use super::unit::{Kind, Profile, Unit};
use super::{Report, State};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A new report of a unit for a year, with headings and 导语 in place.
    pub fn start(&self, stem: &str, profile: &Profile, year: i32) -> Report {
        let unit = Unit::named(&profile.name);
        let bodies = self.bodies(profile);
        let mut report = Report {
            year,
            template: stem.to_owned(),
            state: State::Drafting,
            style: self.options.style,
            letterhead: self.letterhead(profile, &bodies),
            preamble: self.options.lead_in.then(|| Preamble {
                done: false,
                body: vec![expand(&self.preamble.starter, &unit, year)],
            }),
            sections: Vec::new(),
            removed: Vec::new(),
            closing: self.closing(profile, bodies, year),
            figures: Vec::new(),
            noise: Vec::new(),
            unit,
        };
        self.lay_out(&mut report);
        report
    }

    fn bodies(&self, profile: &Profile) -> Vec<String> {
        let mut bodies = profile.bodies.clone();
        if bodies.is_empty() {
            bodies = Profile::usual_bodies(&profile.name, &profile.county);
        }
        if self.options.bodies == Bodies::One && bodies.len() > 1 {
            bodies.drain(..bodies.len() - 1);
        }
        bodies
    }

    fn letterhead(&self, profile: &Profile, bodies: &[String]) -> Letterhead {
        let one = bodies.len() < 2;
        let form = match self.options.title {
            TitleForm::A2 if one => TitleForm::A,
            form => form,
        };
        let addressee = profile.addressee.as_deref().map(letterhead::addressee_line);
        let addressee = addressee.or_else(|| self.options.addressee.clone());
        Letterhead {
            issuers: bodies.to_vec(),
            title: form.into(),
            doc_number: self.options.doc_number.clone(),
            doc_number_first: false,
            addressee,
        }
    }

    fn closing(&self, profile: &Profile, bodies: Vec<String>, year: i32) -> Closing {
        let contact = profile.contact.as_deref().map(letterhead::contact_line);
        let hidden = self.options.style.signature == SignatureLayout::Hidden;
        Closing {
            attachments: attachment_lines(&self.options.attachments),
            signature: if hidden { Vec::new() } else { bodies },
            date: Some(format!("{}年1月【】日", year + 1)),
            contact: contact.filter(|_| self.options.contact),
            copy_to: self.options.copy_to.clone(),
        }
    }

    /// Fills the outline of a new report.
    fn lay_out(&self, report: &mut Report) {
        for part in self.parts_in_order() {
            let section = new_section(report, Level::Part, &part.key, &part.heading, part.optional);
            report.sections.push(section);
            for item in &part.items {
                let mut section =
                    new_section(report, Level::Item, &item.key, &item.heading, item.optional);
                section.body = self.points(item);
                report.sections.push(section);
            }
        }
    }

    /// The parts, the two middle ones in the order that the options ask for.
    fn parts_in_order(&self) -> Vec<&Part> {
        let mut parts: Vec<&Part> = self.parts.iter().collect();
        let find = |head| self.parts.iter().position(|p| p.covers.contains(&head));
        let middle = (find(Head::Shortcomings), find(Head::Leadership));
        let (Some(order), (Some(weak), Some(lead))) = (self.options.order, middle) else {
            return parts;
        };
        if (weak < lead) != (order == Order::ShortcomingsFirst) {
            parts.swap(weak, lead);
        }
        parts
    }

    fn points(&self, item: &Item) -> Vec<String> {
        let points = item.points.iter().enumerate();
        points
            .map(|(index, point)| match self.options.style.third_level {
                ThirdLevel::Figures => format!("{}.{point}。【】", index + 1),
                _ => format!("{point}。【】"),
            })
            .collect()
    }

    /// The outline as a list of lines, as it is shown on choosing.
    pub fn outline(&self, unit: &Unit, year: i32) -> Vec<String> {
        let mut lines = Vec::new();
        for (part, ordinal) in self.parts_in_order().into_iter().zip(1..) {
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

fn new_section(report: &Report, level: Level, key: &str, heading: &str, optional: bool) -> Section {
    let id = SectionId(report.sections.iter().map(|s| s.id.0).max().unwrap_or(0) + 1);
    let heading = expand(heading, &report.unit, report.year);
    Section { key: Some(key.to_owned()), optional, ..Section::new(id, level, heading) }
}

/// 附件说明 of these names (GB/T 9704-2012, 7.3.4): one alone has no number.
fn attachment_lines(names: &[String]) -> Vec<String> {
    if let [name] = names {
        return vec![format!("附件：{name}")];
    }
    let numbered = names.iter().zip(1..);
    numbered
        .map(|(name, number)| {
            let head = if number == 1 { "附件：" } else { "" };
            format!("{head}{number}.{name}")
        })
        .collect()
}

#[cfg(test)]
mod tests;
