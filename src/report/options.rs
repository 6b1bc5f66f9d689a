//! The options of a template and the style that a draft keeps of them.
//!
//! A template answers every question of the form (`Options`); a draft keeps
//! only those that go on to act while it is written and exported (`Style`).

use serde::{Deserialize, Serialize};

use crate::text::numeral;

/// The word of a value in the table of its kind.
pub fn word<T: Copy + PartialEq>(words: &[(T, &'static str)], value: T) -> &'static str {
    let own = words.iter().find(|(other, _)| *other == value);
    own.map_or("", |(_, word)| word)
}

/// How a draft writes its headings, lower levels and signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// 年 or 年度 in the title.
    pub year_word: YearWord,
    /// Headings of items: on their own line or run in.
    pub heading: HeadingStyle,
    /// The form of the third level.
    pub third_level: ThirdLevel,
    /// Whether third-level figures start anew in each item.
    pub numbering: Numbering,
    /// How several signatures stand.
    pub signature: SignatureLayout,
}

impl Style {
    /// The first figure of the points of an item behind one in the same part
    /// whose points, `count` of them, begin with `first`.
    pub fn figure_behind(self, first: u32, count: usize) -> u32 {
        match self.numbering {
            Numbering::Restart => 1,
            Numbering::RunOn => first + u32::try_from(count).unwrap_or_default(),
        }
    }
}

/// 年 or 年度.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearWord {
    /// 2025年
    #[default]
    Year,
    /// 2025年度
    FiscalYear,
}

impl YearWord {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 2] = [(Self::Year, "年"), (Self::FiscalYear, "年度")];

    /// The word after the figure of the year.
    pub fn word(self) -> &'static str {
        word(&Self::WORDS, self)
    }
}

/// Where the heading of an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingStyle {
    /// On a line of its own, without an end mark.
    #[default]
    OwnLine,
    /// At the head of its first paragraph, ended by 。
    RunIn,
}

impl HeadingStyle {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 2] =
        [(Self::OwnLine, "单独成行"), (Self::RunIn, "接正文")];
}

/// The form of the third level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThirdLevel {
    /// 一是…二是… inside one paragraph.
    #[default]
    Chain,
    /// 一是… each as a paragraph of its own.
    ChainParagraphs,
    /// 1.… each as a paragraph of its own.
    Figures,
    /// No third level.
    Plain,
}

impl ThirdLevel {
    /// Points of the third level as paragraphs; figures go on from `first`.
    pub fn paragraphs(self, points: &[String], first: u32) -> Vec<String> {
        let chained = points.iter().zip(1..);
        let chained = chained.map(|(point, at)| format!("{}是{point}", numeral::chinese(at)));
        match self {
            Self::Chain if points.is_empty() => Vec::new(),
            Self::Chain => vec![chained.collect()],
            Self::ChainParagraphs => chained.collect(),
            Self::Figures => {
                points.iter().zip(first..).map(|(point, at)| format!("{at}.{point}")).collect()
            }
            Self::Plain => points.to_vec(),
        }
    }

    /// The values in words.
    pub const WORDS: [(Self, &'static str); 4] = [
        (Self::Chain, "一是、二是，连成一段"),
        (Self::ChainParagraphs, "一是、二是，各成一段"),
        (Self::Figures, "1. 2. 各成一段"),
        (Self::Plain, "不分"),
    ];
}

/// Whether third-level figures start anew in each item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// From 1 in each item.
    #[default]
    Restart,
    /// On through all items of a part.
    RunOn,
}

impl Numbering {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 2] =
        [(Self::Restart, "每节重来"), (Self::RunOn, "同一部分里接着编")];
}

/// How several signatures stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignatureLayout {
    /// One below the other (GB/T 9704-2012, 7.3.5.2).
    #[default]
    Stacked,
    /// In one row.
    SideBySide,
    /// Not at all: only the date.
    Hidden,
}

impl SignatureLayout {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 3] =
        [(Self::Stacked, "上下"), (Self::SideBySide, "并排"), (Self::Hidden, "不写")];
}

/// The form of a title; its words are in [`super::Title`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TitleForm {
    /// One body in the title itself.
    A,
    /// The bodies on lines of their own above it.
    A2,
    /// 情况报告, with the short name.
    B,
    /// 年度报告, with the short name.
    C,
}

impl TitleForm {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 4] = [
        (Self::A, "单位关于某年…情况的报告"),
        (Self::A2, "单位另起行，关于某年…情况的报告"),
        (Self::B, "单位某年…情况报告"),
        (Self::C, "单位某年…年度报告"),
    ];
}

/// Which of the two middle parts comes first; no rule fixes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// 不足和原因 before 第一责任人.
    ShortcomingsFirst,
    /// 第一责任人 before 不足和原因.
    LeadershipFirst,
}

impl Order {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 2] =
        [(Self::ShortcomingsFirst, "不足和原因在前"), (Self::LeadershipFirst, "第一责任人在前")];
}

/// One body or two sign the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bodies {
    /// The government, the office or the bureau alone.
    One,
    /// Party committee and government together.
    Two,
}

impl Bodies {
    /// The values in words.
    pub const WORDS: [(Self, &'static str); 2] = [(Self::One, "一家"), (Self::Two, "两家")];
}

/// What a template says about the form of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// One body or two.
    pub bodies: Bodies,
    /// The form of the title.
    pub title: TitleForm,
    /// The addressee with its colon, if the report has one.
    #[serde(default)]
    pub addressee: Option<String>,
    /// The document number to start from, if the report carries one.
    #[serde(default)]
    pub doc_number: Option<String>,
    /// Whether the report opens with 导语.
    #[serde(default = "yes")]
    pub lead_in: bool,
    /// The order of the two middle parts; `None` where the question does not arise.
    #[serde(default)]
    pub order: Option<Order>,
    /// Whether the submission version ends with a contact.
    #[serde(default = "yes")]
    pub contact: bool,
    /// The whole 抄送 line, if there is one.
    #[serde(default)]
    pub copy_to: Option<String>,
    /// Names of attachments.
    #[serde(default)]
    pub attachments: Vec<String>,
    /// How headings, lower levels and signatures are written.
    #[serde(default)]
    pub style: Style,
}

fn yes() -> bool {
    true
}
