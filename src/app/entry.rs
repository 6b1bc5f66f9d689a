//! The entries of 目录, and a place for the caret in one of them.

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
        match self {
            Entry::Letterhead => "版头".into(),
            Entry::Closing => "落款".into(),
            Entry::Text(Place::Preamble) => "导语".into(),
            Entry::Text(Place::Section(id)) => {
                let Some(index) = report.index_of(id) else {
                    return String::new();
                };
                let section = &report.sections[index];
                if report.left_out(index) {
                    return format!("{LEFT_OUT}{}", section.heading);
                }
                format!("{}{}", section.label(report.ordinal(index)), section.heading)
            }
        }
    }
}

/// Where the caret is: in a form, the paragraph is the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The entry.
    pub entry: Entry,
    /// The place in its text.
    pub position: Position,
}
