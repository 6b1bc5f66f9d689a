//! Parts and items: the outline, each with a text of its own.
//!
//! The outline is a flat list in reading order with two levels, because moving
//! and re-levelling a section is then one step; a tree would need its nodes
//! rebuilt. Third-level text (`1.`, `一是`) is prose and stays in the body.

use serde::{Deserialize, Serialize};

use super::options::HeadingStyle;
use crate::text::numeral;

/// Names a section for as long as the draft keeps it, deleted or not. Only that
/// of one that went without heading and text may be given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SectionId(pub u32);

impl std::fmt::Display for SectionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "s{}", self.0)
    }
}

/// A place that holds prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// 导语, before the first part.
    Preamble,
    /// The own text of a part or an item.
    Section(SectionId),
}

/// The two levels of the outline (GB/T 9704-2012, 7.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Level {
    /// Level 1: 一、
    Part,
    /// Level 2: （一）
    Item,
}

impl Level {
    /// The number without its end mark: `一` or `（一）`.
    pub fn number(self, ordinal: u32) -> String {
        let numeral = numeral::chinese(ordinal);
        match self {
            Self::Part => numeral,
            Self::Item => format!("（{numeral}）"),
        }
    }

    /// The number as it stands before a heading: `一、` or `（一）`
    /// (GB/T 15834-2011, B.3.2 and B.3.4).
    pub fn label(self, ordinal: u32) -> String {
        match self {
            Self::Part => format!("{}、", numeral::chinese(ordinal)),
            Self::Item => self.number(ordinal),
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(level: u8) -> Result<Self, String> {
        match level {
            1 => Ok(Self::Part),
            2 => Ok(Self::Item),
            other => Err(format!("节的层级只能是 1 或 2，这里是 {other}")),
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        match level {
            Level::Part => 1,
            Level::Item => 2,
        }
    }
}

/// 导语: the paragraphs before the first part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preamble {
    /// Not written for now: its text is kept, and is as good as not there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
    /// Whether the author said that it is done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    /// One string a paragraph, without line ends.
    #[serde(default)]
    pub body: Vec<String>,
}

/// A part or an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name within the draft.
    pub id: SectionId,
    /// Part or item.
    pub level: Level,
    /// The section of the template whose guidance belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The heading without number and end mark; empty for an item that starts with its text.
    pub heading: String,
    /// How a source file wrote the heading where that departs from the style of the draft.
    #[serde(default, skip_serializing_if = "Written::is_plain")]
    pub written: Written,
    /// Not counted as required.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// Whether the author said that it is done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    /// One string a paragraph, without line ends.
    #[serde(default)]
    pub body: Vec<String>,
}

/// How a source file wrote a heading, where that departs from the style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The whole number label, such as `一）` for `（一）`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The mark after the heading, empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// On its own line or run in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<HeadingStyle>,
}

impl Written {
    /// Whether there is a number before the heading: a file may have written none.
    pub fn has_number(&self) -> bool {
        self.label.as_deref() != Some("")
    }

    /// Whether the heading is written just as the style says.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

impl Section {
    /// A section without text.
    pub fn new(id: SectionId, level: Level, heading: impl Into<String>) -> Self {
        Self {
            id,
            level,
            key: None,
            heading: heading.into(),
            written: Written::default(),
            optional: false,
            done: false,
            body: Vec::new(),
        }
    }

    /// Whether nothing but white space stands in its text.
    pub fn is_blank(&self) -> bool {
        self.body.iter().all(|paragraph| paragraph.trim().is_empty())
    }

    /// Where the heading stands, given the style of the draft. A part always
    /// has a line of its own unless a file wrote it otherwise.
    pub fn heading_style(&self, items: HeadingStyle) -> HeadingStyle {
        self.written.style.unwrap_or(match self.level {
            Level::Part => HeadingStyle::OwnLine,
            Level::Item => items,
        })
    }

    /// The mark after the heading: none on its own line, `。` run in
    /// (GB/T 15834-2011, B.4, and practice), unless a file wrote another.
    pub fn heading_end(&self, items: HeadingStyle) -> &str {
        match (&self.written.end, self.heading_style(items)) {
            (Some(end), _) => end,
            (None, HeadingStyle::OwnLine) => "",
            (None, HeadingStyle::RunIn) if self.heading.is_empty() => "",
            (None, HeadingStyle::RunIn) => "。",
        }
    }

    /// The number label before the heading.
    pub fn label(&self, ordinal: u32) -> String {
        let written = self.written.label.clone();
        written.unwrap_or_else(|| self.level.label(ordinal))
    }
}
