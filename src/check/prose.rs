//! The reader of Chinese prose: sentences, clauses and numbers of a line.
//!
//! It knows no rule: it says what stands in a line, and rules say what of that
//! is wrong. A number is read with all that tells what it counts, so that two
//! are compared only where the text itself says that they are of one matter.
//! Dates, years, document numbers, names such as “141”, ordinals, hotlines and
//! what stands inside 《》 are no numbers.

mod context;
mod frame;
mod numeral;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::Deserialize;

pub(super) use numeral::{figures, is_figure};

use super::tables::Tables;
use crate::report::Amount;

/// What was read of a line. All ranges are bytes of the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    /// The sentences, each with its end mark (。！？；is no end); the whole line is covered
    /// but for white space.
    pub(super) sentences: Vec<Range<usize>>,
    /// What ，；：。！？ part, without the mark; brackets are clauses of their own, after the
    /// clause that they stand in. In order of their starts.
    pub(super) clauses: Vec<Clause>,
    /// What stands in marks that come in pairs, in order of their starts; inner ones too.
    pub(super) spans: Vec<Span>,
    /// The numbers, in order.
    pub(super) numbers: Vec<Number>,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) range: Range<usize>,
    /// Which sentence it belongs to.
    pub(super) sentence: usize,
    /// How many brackets it stands in.
    pub(super) depth: usize,
}

/// A stretch in 《》, “”, （） and their like, with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    /// The mark that opens it.
    pub(super) open: char,
}

/// A number that counts something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// From the word before it (共, 近, 约) to the end of its unit, or of 以上 behind that:
    /// 共151项, 近300余人.
    pub(super) range: Range<usize>,
    /// Its figures: 151, 1.99.
    pub(super) digits: Range<usize>,
    /// What it is worth in its base unit: 1.99亿元 is 199000000 with the unit 元. In Chinese
    /// numerals (三次) too.
    pub(super) value: Amount,
    /// How many zeros its 万 or 亿 stands for: 4, 8.
    pub(super) zeros: u32,
    /// Whether it is a share in per cent; then `unit` is `%`.
    pub(super) percent: bool,
    /// Whether it is no exact count: 余 多 近 约 以上 左右 超过 不足 达到.
    pub(super) modifier: Option<Modifier>,
    /// The words that say so, in order; two of them are one too many.
    pub(super) inexact: Vec<Range<usize>>,
    /// The unit as it is written, without 万 and 亿: 项, 件次, 元, %; empty where there is none.
    pub(super) unit: Range<usize>,
    /// The unit by the table: 件次 and 件 are two, ％ is %.
    pub(super) measure: String,
    /// The noun phrase before it in the same clause that says what it counts: 行政许可 of
    /// 行政许可6项; may be empty.
    pub(super) name: Range<usize>,
    /// What stands right behind its unit, up to a verb or a mark: 村（社区） of
    /// 10个村（社区）; begins with the noun, and may be empty.
    pub(super) noun: Range<usize>,
    /// The word that makes it a total: 共, 合计, 总计, 累计; empty where there is none.
    pub(super) total: Range<usize>,
    /// Which clause it stands in.
    pub(super) clause: usize,
    /// Which sentence it stands in.
    pub(super) sentence: usize,
    /// Who meets or acts: 党委会, 中心组, 办公会, as the table calls it.
    pub(super) body: Option<String>,
    /// For which time it counts.
    pub(super) period: Period,
}

/// What makes a number inexact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Modifier {
    /// 余, 多, 几.
    Over,
    /// 近, 约, 左右, 大约.
    About,
    /// 以上, 超过, 不少于.
    AtLeast,
    /// 以下, 不足, 不超过.
    AtMost,
}

/// For which time a number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Period {
    /// The whole year, where nothing else is said.
    #[default]
    Year,
    /// 每年, 每月, 每周, 每季度, 每天.
    Each(Every),
    /// Another year, or a comparison with one: 2021年, 去年, 比上年增加, 同比.
    Other,
    /// A part of the year: 3月, 上半年, 第一季度.
    Part,
}

/// How often something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Every {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Prose {
    /// Reads a line of a report on a year; 0 where the year is not known.
    pub(super) fn read(text: &str, tables: &Tables, year: i32) -> Self {
        let reading = &tables.reading;
        let spans = frame::spans(text);
        let sentences = frame::sentences(text, &spans);
        let clauses = frame::clauses(text, &spans, &sentences);
        let words = reading.words(text);
        let scanned = scan::scan(text, &spans, &words, reading, year);
        let frame =
            context::Frame { text, reading, words: &words, spans: &spans, clauses: &clauses };
        let numbers = context::numbers(&frame, &sentences, scanned);
        Self { sentences, clauses, spans, numbers }
    }
}
