//! What the author has looked at and leaves as it is: a finding of the checks
//! that is not told again, with the reason.
//!
//! It holds on to the words that were looked at, not to their place: it goes
//! with them wherever they are moved within their section, and lapses when they
//! are changed.

use std::fmt;
use std::ops::Range;

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
    /// The words that it is about, with so many of their neighbours that they stand in
    /// one place only; `None` for whatever the rule finds there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// How often the words that were found stand in the excerpt before those that are meant.
    #[serde(default, skip_serializing_if = "is_first")]
    pub nth: usize,
    /// Why, in the author's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day, such as 2026-01-08.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_first(nth: &usize) -> bool {
    *nth == 0
}

impl Waiver {
    /// Whether it covers what a rule has found in a place: a stretch of a text.
    pub fn covers(&self, rule: &str, at: Option<Scope>, text: &str, range: Range<usize>) -> bool {
        self.rule == rule
            && (self.at.is_none() || self.at == at)
            && self.excerpt.as_deref().is_none_or(|own| self.stands(own, text, range))
    }

    /// Whether its words stand round a stretch as they did.
    fn stands(&self, own: &str, text: &str, range: Range<usize>) -> bool {
        let before = text.get(range.clone()).and_then(|found| places(own, found).nth(self.nth));
        let start = before.and_then(|before| range.start.checked_sub(before));
        start.is_some_and(|start| text.get(start..start + own.len()) == Some(own))
    }
}

impl fmt::Display for Waiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&since(&self.reason, &self.date))
    }
}

/// A reason with its day, as far as there are both.
pub fn since(reason: &str, date: &str) -> String {
    match (reason, date) {
        ("", date) => date.to_owned(),
        (reason, "") => reason.to_owned(),
        (reason, date) => format!("{reason}（{date}）"),
    }
}

/// Words that say by themselves what they are have at least so many characters.
const ENOUGH: usize = 4;
/// Shorter ones are kept with so many of each side, and all with so many more until
/// they stand in one place only.
const NEIGHBOURS: usize = 3;

/// The words by which a stretch of a text is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor<'a> {
    /// The words, with their neighbours.
    pub words: &'a str,
    /// How often the words of the stretch stand in these before it.
    pub nth: usize,
}

/// The words by which a stretch of a text is known again: what stands there, with as
/// many neighbours as part it from all other places of these texts, which are those of
/// the section with its own. Where a whole text stands twice nothing can part them.
pub fn anchor<'a>(text: &'a str, range: Range<usize>, texts: &[&str]) -> Option<Anchor<'a>> {
    let found = text.get(range.clone())?;
    let mut sides = if found.chars().count() >= ENOUGH { 0 } else { NEIGHBOURS };
    loop {
        let around = widened(text, range.clone(), sides);
        let words = &text[around.clone()];
        let count: usize = texts.iter().map(|own| places(own, words).take(2).count()).sum();
        if count < 2 || words.len() == text.len() {
            let nth = places(words, found).take_while(|at| around.start + at < range.start).count();
            return Some(Anchor { words, nth });
        }
        sides += NEIGHBOURS;
    }
}

/// A stretch with so many characters of each side, as far as there are some.
fn widened(text: &str, range: Range<usize>, sides: usize) -> Range<usize> {
    let before = text[..range.start].char_indices().rev().take(sides).last();
    let start = before.map_or(range.start, |(byte, _)| byte);
    let behind: usize = text[range.end..].chars().take(sides).map(char::len_utf8).sum();
    start..range.end + behind
}

/// Where words stand in a text, also where they lie over each other.
fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let starts = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    starts.filter(move |byte| text[*byte..].starts_with(words))
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
            nth: 0,
            reason: "县里要求".into(),
            date: "2026-01-08".into(),
        }
    }

    /// The words that a stretch of the only text of a section is known by.
    fn words(text: &str, range: Range<usize>) -> Option<&str> {
        anchor(text, range, &[text]).map(|own| own.words)
    }

    #[test]
    fn short_words_are_known_by_their_neighbours() {
        let text = "推进法治,建设年度";
        let comma = text.find(',').unwrap();
        assert_eq!(words(text, comma..comma + 1), Some("进法治,建设年"));
        assert_eq!(words(text, 0..3), Some("推进法治"));
        assert_eq!(words(text, 0..12), Some("推进法治"));
        assert_eq!(words(text, text.len()..text.len()), Some("设年度"));
        assert_eq!(words(text, 0..99), None);
        assert_eq!(words("", 0..0), Some(""));
    }

    #[test]
    fn words_are_kept_with_all_that_parts_them_from_others() {
        let one = "渡口。截至今年11月，全镇排查隐患3处。截至今年11月，全镇排查纠纷5起。";
        let found = "截至今年11月";
        let starts: Vec<usize> = places(one, found).collect();
        let other = format!("此外，{}", &one["渡口。".len()..]);
        let texts = [one, other.as_str()];
        let given: Vec<Waiver> = starts
            .iter()
            .map(|start| {
                let own = anchor(one, *start..start + found.len(), &texts).unwrap();
                let excerpt = Some(own.words.to_owned());
                Waiver { excerpt, nth: own.nth, ..waiver(None, None) }
            })
            .collect();
        for (own, start) in given.iter().zip(&starts) {
            let covered = |text: &str| -> Vec<usize> {
                let all = places(text, found);
                all.filter(|at| own.covers("length", None, text, *at..at + found.len())).collect()
            };
            assert_eq!(covered(one), [*start], "{own:?}");
            assert!(covered(&other).is_empty(), "{own:?}");
            let later = format!("今年事多。{one}以后再说。");
            assert_eq!(covered(&later), [start + "今年事多。".len()], "{own:?}");
            assert!(covered(&one.replace("截至", "截止")).is_empty());
        }
    }

    #[test]
    fn of_the_same_words_in_the_excerpt_one_is_meant() {
        let text = "甲,乙,丙";
        let first = anchor(text, 3..4, &[text]).unwrap();
        let second = anchor(text, 7..8, &[text]).unwrap();
        assert_eq!((first, second), (Anchor { words: text, nth: 0 }, Anchor { nth: 1, ..first }));
        let own = Waiver { nth: 1, ..waiver(None, Some(text)) };
        assert!(own.covers("length", None, text, 7..8) && !own.covers("length", None, text, 3..4));
        // Whole texts that are the same cannot be parted.
        assert_eq!(anchor(text, 3..4, &[text, text]), Some(first));
    }

    #[test]
    fn one_covers_its_words_in_its_place() {
        let section = Some(Scope::Section(SectionId(2)));
        let own = waiver(section, Some("进法治,建设年"));
        let covers = |rule: &str, at: Option<Scope>, text: &str| {
            let comma = text.find(',').unwrap();
            own.covers(rule, at, text, comma..comma + 1)
        };
        assert!(covers("length", section, "推进法治,建设年度"));
        assert!(!covers("length", section, "推进法治,保障年度"));
        assert!(!covers("stale-year", section, "推进法治,建设年度"));
        assert!(!covers("length", Some(Scope::Closing), "推进法治,建设年度"));
        assert!(waiver(None, None).covers("length", section, "什么都行", 0..3));
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
