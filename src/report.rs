//! The report as data: what the draft file keeps and every other room reads.
//!
//! Nothing here opens a file, reads a clock or knows a screen. What can be
//! computed (numbers of sections, progress, characters) is computed, never
//! stored, so that it cannot disagree with the text. What a file said is kept
//! as it was written: a heading that carries its own mark or number keeps it
//! in [`Written`], a date stays the text that it was.

pub mod amount;
pub mod calendar;
pub mod dictionary;
pub mod edit;
pub mod figure;
pub mod find;
mod heads;
mod length;
pub mod letterhead;
pub mod misfit;
pub mod options;
pub mod outline;
pub mod progress;
pub mod prose;
pub mod section;
pub mod tally;
pub mod template;
#[cfg(test)]
pub(crate) mod testing;
pub mod unit;
pub mod waiver;

use serde::{Deserialize, Serialize};

use crate::text::numeral::to_half_width;

pub use amount::Amount;
pub use dictionary::Dictionary;
pub use edit::{Edit, EditError};
pub use figure::Figure;
pub use letterhead::{Closing, Letterhead, Title};
pub use options::{HeadingStyle, Options, Style};
pub use progress::{Mark, Progress};
pub use section::{Level, Place, Preamble, Section, SectionId, Written};
pub use tally::Tally;
pub use template::Template;
pub use unit::{Kind, Unit};
pub use waiver::Waiver;

/// What stands in place of the number of a section that is left out.
pub const LEFT_OUT: &str = "（可不写）";

/// One annual report on rule-of-law government building (法治政府建设情况报告).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The year that is reported on (not the year of signing), one of [`YEARS`].
    #[serde(deserialize_with = "read_year")]
    pub year: i32,
    /// File stem of the template that the outline came from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// Where the report stands on its way to the county.
    #[serde(default)]
    pub state: State,
    /// Who reports.
    pub unit: Unit,
    /// How headings, lower levels and signatures are written.
    #[serde(default)]
    pub style: Style,
    /// Issuers, title, document number, addressee.
    pub letterhead: Letterhead,
    /// 导语; `None` where there never was one. Read it by [`Report::lead_in`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preamble: Option<Preamble>,
    /// Parts and items in reading order; an item belongs to the part before it.
    pub sections: Vec<Section>,
    /// The sections that were deleted, with their texts: never printed, counted
    /// or numbered, there to be taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Section>,
    /// Attachments, signature block, date, contact, copy-to.
    #[serde(default)]
    pub closing: Closing,
    /// The ledger: figures that the prose cites as `{名称}`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// What an import took out of the file because it is no text of the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noise: Vec<Noise>,
    /// The findings of the checks that are left as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
}

/// Where a report stands on its way to the county.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 撰写: being written.
    #[default]
    Drafting,
    /// 送审: with the heads for reading.
    Review,
    /// 定稿: final.
    Final,
    /// 已报送: handed in.
    Submitted,
}

impl State {
    /// Every state, in the order of the way.
    pub const ALL: [Self; 4] = [Self::Drafting, Self::Review, Self::Final, Self::Submitted];

    /// The word on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Drafting => "撰写",
            Self::Review => "送审",
            Self::Final => "定稿",
            Self::Submitted => "已报送",
        }
    }
}

/// One piece of a source file that is no text of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noise {
    /// The line as it stood, or the name of a character that cannot be seen.
    pub text: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Character in that line, from 1.
    pub column: usize,
}

/// The years that can be reported on.
pub const YEARS: std::ops::RangeInclusive<i32> = 1950..=2100;

/// A year of a file: one that no report is on is a slip, and no day follows from it.
fn read_year<'de, D: serde::Deserializer<'de>>(file: D) -> Result<i32, D::Error> {
    let year = i32::deserialize(file)?;
    if YEARS.contains(&year) {
        return Ok(year);
    }
    let (first, last) = (YEARS.start(), YEARS.end());
    let refusal = format!("报告年度要在{first}年到{last}年之间，这里写的是{year}");
    Err(serde::de::Error::custom(refusal))
}

/// A year that can be reported on, as it is typed: 2025, ２０２５ or 2025年.
pub fn parse_year(text: &str) -> Option<i32> {
    let half = to_half_width(text.trim());
    let digits = half.strip_suffix('年').unwrap_or(&half);
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    YEARS.contains(&year).then_some(year)
}

impl Report {
    /// 导语, where the report has one that is not left out.
    pub fn lead_in(&self) -> Option<&Preamble> {
        self.preamble.as_ref().filter(|preamble| !preamble.left_out)
    }

    /// The places that hold prose, in reading order: 导语, then each section.
    pub fn places(&self) -> Vec<Place> {
        let preamble = self.lead_in().map(|_| Place::Preamble).into_iter();
        preamble.chain(self.sections.iter().map(|s| Place::Section(s.id))).collect()
    }

    /// The paragraphs at a place; `None` when the place does not exist.
    pub fn body(&self, place: Place) -> Option<&[String]> {
        match place {
            Place::Preamble => self.lead_in().map(|p| p.body.as_slice()),
            Place::Section(id) => self.section(id).map(|s| s.body.as_slice()),
        }
    }

    /// The section with this id.
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// The index of a section in [`Report::sections`].
    pub fn index_of(&self, id: SectionId) -> Option<usize> {
        self.sections.iter().position(|s| s.id == id)
    }

    /// The ordinal of the section at `index` among its siblings, from 1; those
    /// that are left out or have no number are not counted.
    pub fn ordinal(&self, index: usize) -> u32 {
        if index >= self.sections.len() {
            return 0;
        }
        let counts =
            |above: &usize| !self.left_out(*above) && self.sections[*above].written.has_number();
        let siblings = self.siblings_above(index).filter(counts);
        u32::try_from(siblings.count() + 1).unwrap_or(u32::MAX)
    }

    /// Whether the section at `index` is not printed: it is optional and nothing stands in it.
    pub fn left_out(&self, index: usize) -> bool {
        let section = &self.sections[index];
        section.optional && section.is_blank() && !self.has_items(index)
    }

    /// Whether the section at `index` is a part with items under it that are printed.
    pub fn has_items(&self, index: usize) -> bool {
        self.block(index).skip(1).any(|item| !self.left_out(item))
    }

    /// The index of the part that the item at `index` belongs to.
    pub fn part_of(&self, index: usize) -> Option<usize> {
        self.part_above(index).filter(|_| self.sections[index].level == Level::Item)
    }

    /// The number of the section at `index`, such as `一`; one that is left out has
    /// none, nor has one that a file wrote without.
    pub fn number(&self, index: usize) -> Option<String> {
        let numbered = !self.left_out(index) && self.sections[index].written.has_number();
        numbered.then(|| self.sections[index].level.number(self.ordinal(index)))
    }

    /// Where a place stands, as a reader says it: `导语`, `一`, `一/（三）`, and
    /// `一/（可不写）` for a section that is left out.
    pub fn path(&self, place: Place) -> String {
        let Place::Section(id) = place else {
            return "导语".to_owned();
        };
        let Some(index) = self.index_of(id) else {
            return String::new();
        };
        let own = self.number(index).unwrap_or_else(|| LEFT_OUT.to_owned());
        match self.part_of(index).and_then(|part| self.number(part)) {
            Some(part) => format!("{part}/{own}"),
            None => own,
        }
    }

    /// The figure with this name.
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.name == name)
    }

    /// The names of the issuing bodies: those above the title, else the signatures.
    pub fn issuers(&self) -> &[String] {
        if self.letterhead.issuers.is_empty() {
            &self.closing.signature
        } else {
            &self.letterhead.issuers
        }
    }

    /// The title in one piece, without issuers that stand on lines of their own.
    pub fn title(&self) -> String {
        self.letterhead.title_text(&self.unit, self.year, self.style.year_word)
    }

    /// A file name for the finished text, without an ending.
    pub fn file_stem(&self) -> String {
        format!("{}{}年法治政府建设情况报告", self.unit.name, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_numbered_among_their_siblings() {
        let mut report = testing::report();
        let numbers = |report: &Report| -> Vec<u32> {
            (0..report.sections.len()).map(|i| report.ordinal(i)).collect()
        };
        assert_eq!(numbers(&report), [1, 1, 2, 2]);
        report.sections.push(Section::new(SectionId(5), Level::Item, "新"));
        assert_eq!(numbers(&report), [1, 1, 2, 2, 1]);
        assert_eq!(report.ordinal(5), 0);
    }

    #[test]
    fn a_part_has_items_where_one_follows_it() {
        let mut report = testing::report();
        let parents: Vec<bool> = (0..4).map(|i| report.has_items(i)).collect();
        assert_eq!(parents, [true, false, false, false]);
        report.sections.push(Section::new(SectionId(5), Level::Item, "新"));
        assert!(report.has_items(3));
        report.sections[4].optional = true;
        assert!(!report.has_items(3), "an item that is left out is not printed");
        report.sections[3].optional = true;
        assert!(report.left_out(3));
        report.sections[4].body = vec!["写了。".to_owned()];
        assert!(report.has_items(3) && !report.left_out(3));
    }

    #[test]
    fn places_have_a_path_as_it_is_said() {
        let mut report = testing::report();
        let paths: Vec<String> = report.places().into_iter().map(|p| report.path(p)).collect();
        assert_eq!(paths, ["导语", "一", "一/（一）", "一/（二）", "二"]);
        assert_eq!(report.path(Place::Section(SectionId(9))), "");
        report.sections[1].optional = true;
        let path = |report: &Report, id| report.path(Place::Section(SectionId(id)));
        assert_eq!([2, 3].map(|id| path(&report, id)), ["一/（可不写）", "一/（一）"]);
        report.sections[0].optional = true;
        report.sections[2].optional = true;
        assert_eq!([1, 2, 4].map(|id| path(&report, id)), ["（可不写）", "（可不写）", "一"]);
        report = testing::report();
        report.sections.remove(0);
        assert_eq!(report.path(Place::Section(SectionId(3))), "（二）");
        report.preamble = None;
        assert_eq!(report.places().len(), 3);
        assert_eq!(report.body(Place::Preamble), None);
    }

    #[test]
    fn issuers_are_those_above_the_title_or_those_who_sign() {
        let mut report = testing::report();
        report.letterhead.issuers = vec!["上方".into()];
        assert_eq!(report.issuers(), ["上方"]);
        report.letterhead.issuers.clear();
        assert_eq!(report.issuers(), ["中共云溪镇委员会", "临川县云溪镇人民政府"]);
    }

    #[test]
    fn names_of_title_and_file_follow_unit_and_year() {
        let report = testing::report();
        assert_eq!(report.title(), "关于2025年法治政府建设情况的报告");
        assert_eq!(report.file_stem(), "云溪镇2025年法治政府建设情况报告");
    }

    #[test]
    fn a_year_is_four_figures_in_any_dress() {
        for text in ["2025", " ２０２５ ", "2025年"] {
            assert_eq!(parse_year(text), Some(2025), "{text}");
        }
        for text in ["", "25", "02025", "去年2025", "20252025", "1949", "2101", "2025年年"] {
            assert_eq!(parse_year(text), None, "{text}");
        }
    }
}
