//! The entries of 目录, and a place for the caret in one of them.

use crate::report::find::Site;
use crate::report::{LEFT_OUT, Place, Report};
use crate::text::numeral::chinese;
use crate::text::position::Position;

/// An entry of 目录.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// 版头: issuers, title, document number, addressee.
    Letterhead,
    /// 导语 or a section.
    Text(Place),
    /// 落款: attachments, signature, date, contact, copy-to.
    Closing,
}

impl Entry {
    /// The entry in which a text of the report is written.
    pub fn of(site: Site) -> Self {
        match site {
            Site::Unit | Site::Issuer(_) | Site::Title | Site::DocNumber | Site::Addressee => {
                Self::Letterhead
            }
            Site::Heading(id) => Self::Text(Place::Section(id)),
            Site::Paragraph(place, _) => Self::Text(place),
            Site::Signature(_)
            | Site::Date
            | Site::Contact
            | Site::CopyTo
            | Site::Attachment(_) => Self::Closing,
        }
    }

    /// As [`Entry::label`], with the part that an item belongs to.
    pub fn full_label(self, report: &Report) -> String {
        match self {
            Self::Text(place @ Place::Section(id)) => {
                let heading = report.section(id).map_or("", |section| section.heading.as_str());
                format!("{} {heading}", report.path(place))
            }
            other => other.label(report),
        }
    }

    /// What else one may look for to find it: the heading without its number, and
    /// the ways to write the number: 一 and 1, 一3 and 1.3.
    pub fn other_names(self, report: &Report) -> Vec<String> {
        let Self::Text(Place::Section(id)) = self else {
            return Vec::new();
        };
        let Some(index) = report.index_of(id) else {
            return Vec::new();
        };
        let mut names = vec![report.sections[index].heading.clone()];
        if report.left_out(index) {
            return names;
        }
        let own = report.ordinal(index);
        let both = |ordinal: u32| [ordinal.to_string(), chinese(ordinal)];
        match report.part_of(index) {
            None => names.extend(both(own)),
            Some(part) => {
                let parts = both(report.ordinal(part)).into_iter();
                names.extend(parts.flat_map(|part| both(own).map(|own| format!("{part}.{own}"))));
            }
        }
        names
    }

    /// The entry as one line of 目录: number and heading.
    pub fn label(self, report: &Report) -> String {
        self.numbered(report, |heading| heading)
    }

    /// As [`Entry::label`], for a narrow 目录: without the words that the headings
    /// of all parts begin with, by which they cannot be told apart.
    pub fn short_label(self, report: &Report) -> String {
        self.numbered(report, gist)
    }

    /// What a section without a heading begins with: its number alone would not
    /// tell it from others.
    pub fn first_words(self, report: &Report) -> Option<&str> {
        let Self::Text(Place::Section(id)) = self else { return None };
        let section = report.section(id).filter(|section| section.heading.is_empty())?;
        section.body.first().map(String::as_str)
    }

    fn numbered(self, report: &Report, shown: impl Fn(&str) -> &str) -> String {
        match self {
            Entry::Letterhead => "版头".into(),
            Entry::Closing => "落款".into(),
            Entry::Text(Place::Preamble) => "导语".into(),
            Entry::Text(Place::Section(id)) => {
                let Some(index) = report.index_of(id) else {
                    return String::new();
                };
                let section = &report.sections[index];
                let heading = shown(&section.heading);
                if report.left_out(index) {
                    return format!("{LEFT_OUT}{heading}");
                }
                format!("{}{heading}", section.label(report.ordinal(index)))
            }
        }
    }
}

/// A heading without its year and without 推进法治政府建设; whole where little
/// would be left.
fn gist(heading: &str) -> &str {
    let digits = heading.bytes().take_while(u8::is_ascii_digit).count();
    let behind = heading[digits..].strip_prefix('年').filter(|_| digits == 4);
    let behind = behind.map_or(heading, |rest| rest.strip_prefix('度').unwrap_or(rest));
    let stock = ["推进法治政府建设的", "推进法治政府建设"];
    let rest = stock.iter().find_map(|stock| behind.strip_prefix(stock)).unwrap_or(behind);
    if rest.chars().count() < 4 { heading } else { rest }
}

/// Where the caret is: in a form, the paragraph is the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The entry.
    pub entry: Entry,
    /// The place in its text.
    pub position: Position,
}

#[cfg(test)]
mod tests {
    use super::gist;

    #[test]
    fn the_gist_of_a_heading_is_what_tells_it_from_the_others() {
        for (heading, gist_of) in [
            ("2025年推进法治政府建设的主要举措和成效", "主要举措和成效"),
            ("2025年推进法治政府建设存在的不足和原因", "存在的不足和原因"),
            ("2025年度党政主要负责人履行职责情况", "党政主要负责人履行职责情况"),
            ("推进法治政府建设的主要安排", "主要安排"),
            ("2026年主要安排", "主要安排"),
            ("推进法治政府建设情况", "推进法治政府建设情况"),
            ("2025年情况", "2025年情况"),
            ("12月推进法治政府建设", "12月推进法治政府建设"),
            ("推进依法决策", "推进依法决策"),
            ("", ""),
        ] {
            assert_eq!(gist(heading), gist_of);
        }
    }
}
