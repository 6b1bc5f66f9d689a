//! What the author has looked at and leaves as it is: a finding of the checks
//! that is not told again, with the reason.
//!
//! It holds on to the words that were looked at, not to their place: it goes
//! with them wherever they are moved within their section, and lapses when they
//! are changed.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::find::Site;
use super::{Place, Report, SectionId};

/// Where a finding is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// 版头.
    Letterhead,
    /// 导语.
    Preamble,
    /// The heading and the text of this section.
    Section(SectionId),
    /// 落款.
    Closing,
}

impl Scope {
    /// The scope that a text of the report belongs to.
    pub fn of(site: Site) -> Self {
        match site {
            Site::Unit | Site::Issuer(_) | Site::Title | Site::DocNumber | Site::Addressee => {
                Self::Letterhead
            }
            Site::Heading(id) | Site::Paragraph(Place::Section(id), _) => Self::Section(id),
            Site::Paragraph(Place::Preamble, _) => Self::Preamble,
            Site::Signature(_)
            | Site::Date
            | Site::Contact
            | Site::CopyTo
            | Site::Attachment(_) => Self::Closing,
        }
    }

    /// As a reader says it: 版头, 导语, `一/（三）`, 落款; empty where the section is gone.
    pub fn path(self, report: &Report) -> String {
        match self {
            Self::Letterhead => "版头".to_owned(),
            Self::Preamble => report.path(Place::Preamble),
            Self::Section(id) => report.path(Place::Section(id)),
            Self::Closing => "落款".to_owned(),
        }
    }
}

/// One finding, or one rule, that is left alone in this draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The rule by its name, such as `sum-mismatch`.
    pub rule: String,
    /// Where; `None` for the whole draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Scope>,
    /// The words that it is about, short ones with their neighbours; `None` for
    /// whatever the rule finds there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// Why, in the author's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day, such as 2026-01-08.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

impl Waiver {
    /// Whether it covers what a rule has found in a place; `words` are those of
    /// [`anchor`].
    pub fn covers(&self, rule: &str, at: Option<Scope>, words: &str) -> bool {
        self.rule == rule
            && (self.at.is_none() || self.at == at)
            && self.excerpt.as_deref().is_none_or(|own| own == words)
    }
}

impl fmt::Display for Waiver {
    /// The reason with its day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.reason.as_str(), self.date.as_str()) {
            ("", date) => f.write_str(date),
            (reason, "") => f.write_str(reason),
            (reason, date) => write!(f, "{reason}（{date}）"),
        }
    }
}

/// Words that say by themselves what they are have at least so many characters.
const ENOUGH: usize = 4;
/// Shorter ones are kept with so many of each side.
const NEIGHBOURS: usize = 3;

/// The words by which a stretch of a text is known again: what stands there, with
/// its neighbours where that is so short that it stands in many places.
pub fn anchor(text: &str, range: std::ops::Range<usize>) -> Option<&str> {
    let own = text.get(range.clone())?;
    if own.chars().count() >= ENOUGH {
        return Some(own);
    }
    let before = text[..range.start].char_indices().rev().take(NEIGHBOURS).last();
    let start = before.map_or(range.start, |(byte, _)| byte);
    let behind: usize = text[range.end..].chars().take(NEIGHBOURS).map(char::len_utf8).sum();
    text.get(start..range.end + behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Edit, testing};

    fn waiver(at: Option<Scope>, excerpt: Option<&str>) -> Waiver {
        Waiver {
            rule: "length".into(),
            at,
            excerpt: excerpt.map(str::to_owned),
            reason: "县里要求".into(),
            date: "2026-01-08".into(),
        }
    }

    #[test]
    fn short_words_are_known_by_their_neighbours() {
        let text = "推进法治,建设年度";
        let comma = text.find(',').unwrap();
        assert_eq!(anchor(text, comma..comma + 1), Some("进法治,建设年"));
        assert_eq!(anchor(text, 0..3), Some("推进法治"));
        assert_eq!(anchor(text, 0..12), Some("推进法治"));
        assert_eq!(anchor(text, text.len()..text.len()), Some("设年度"));
        assert_eq!(anchor(text, 0..99), None);
        assert_eq!(anchor("", 0..0), Some(""));
    }

    #[test]
    fn one_covers_its_words_in_its_place() {
        let section = Some(Scope::Section(SectionId(2)));
        let own = waiver(section, Some("进法治,建设年"));
        assert!(own.covers("length", section, "进法治,建设年"));
        assert!(!own.covers("length", section, "进法治,保障年"));
        assert!(!own.covers("stale-year", section, "进法治,建设年"));
        assert!(!own.covers("length", Some(Scope::Closing), "进法治,建设年"));
        assert!(waiver(None, None).covers("length", section, "什么都行"));
    }

    #[test]
    fn it_is_a_change_that_can_be_taken_back() {
        let mut report = testing::report();
        let back = report.apply(Edit::Waivers(vec![waiver(None, None)])).unwrap();
        assert_eq!(report.waivers.len(), 1);
        report.apply(back).unwrap();
        assert_eq!(report, testing::report());
    }

    #[test]
    fn a_place_is_said_as_readers_do() {
        let report = testing::report();
        let all =
            [Scope::Letterhead, Scope::Preamble, Scope::Section(SectionId(2)), Scope::Closing];
        assert_eq!(all.map(|own| own.path(&report)), ["版头", "导语", "一/（一）", "落款"]);
        assert_eq!(waiver(None, None).to_string(), "县里要求（2026-01-08）");
    }
}
