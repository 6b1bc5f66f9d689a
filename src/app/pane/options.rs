//! The rows of the options: 新建 asks them under 版式, 版头 and 落款 change them.
//!
//! A choice is told by the words of its table, so that no place says it otherwise.

use crate::app::form::{Form, Row};
use crate::report::options::{HeadingStyle, Numbering, SignatureLayout, ThirdLevel, YearWord};
use crate::report::options::{Order, Style};

/// 年度的写法.
pub const YEAR_WORD: &str = "年度的写法";
/// 导语.
pub const LEAD_IN: &str = "导语";
/// （一）标题.
pub const HEADING: &str = "（一）标题";
/// 第三层.
pub const THIRD_LEVEL: &str = "第三层";
/// 1. 的编号.
pub const NUMBERING: &str = "1. 的编号";
/// 中间两部分.
pub const ORDER: &str = "中间两部分";
/// 署名写法.
pub const SIGNATURE: &str = "署名写法";

/// Whether something is written.
pub const WRITTEN: [(bool, &str); 2] = [(true, "写"), (false, "不写")];

/// A row in which one value of a table is chosen.
pub fn choice<T: Copy + PartialEq>(
    label: &'static str,
    words: &[(T, &'static str)],
    value: T,
    hint: &'static str,
) -> Row {
    let labels: Vec<&'static str> = words.iter().map(|(_, word)| *word).collect();
    let chosen = words.iter().position(|(own, _)| *own == value).unwrap_or(0);
    Row::choice(label, &labels, chosen, hint)
}

/// The value that is chosen in the row with this label, where there is one.
pub fn chosen<T: Copy>(form: &Form, label: &str, words: &[(T, &'static str)]) -> Option<T> {
    let row = form.rows.iter().find(|row| row.label == label)?;
    words.get(row.chosen).map(|(value, _)| *value)
}

/// What belongs in the row of 发文字号: a report is sent in the year after its own.
pub fn number_hint(year: i32) -> String {
    format!("如 云政〔{}〕5号；没有就空着", year.saturating_add(1))
}

/// 年 or 年度 in the title.
pub fn year_word(style: Style) -> Row {
    choice(YEAR_WORD, &YearWord::WORDS, style.year_word, "标题里写“2025年”还是“2025年度”")
}

/// Whether the report opens with 导语.
pub fn lead_in(written: bool) -> Row {
    choice(LEAD_IN, &WRITTEN, written, "不写时，写好的导语收起来，再选“写”就回来")
}

/// Where the headings of items stand.
pub fn heading(style: Style) -> Row {
    choice(HEADING, &HeadingStyle::WORDS, style.heading, "单独一行，或者接着写正文")
}

/// The rows of the lower levels; they act on the points of a new report alone.
pub fn lower_levels(style: Style) -> [Row; 2] {
    let points = "县里定好的第三层标题照这样摆好";
    let numbers = "第三层用 1. 2. 时怎么编";
    [
        choice(THIRD_LEVEL, &ThirdLevel::WORDS, style.third_level, points),
        choice(NUMBERING, &Numbering::WORDS, style.numbering, numbers),
    ]
}

/// Which of the two middle parts stands first.
pub fn order(order: Order) -> Row {
    choice(ORDER, &Order::WORDS, order, "规定没有要求谁在前，以县里的提纲为准")
}

/// How the signatures stand.
pub fn signature(style: Style) -> Row {
    choice(SIGNATURE, &SignatureLayout::WORDS, style.signature, "不写时只印日期")
}

/// The style with what is chosen in the rows that a form has.
pub fn read_style(form: &Form, old: Style) -> Style {
    Style {
        year_word: chosen(form, YEAR_WORD, &YearWord::WORDS).unwrap_or(old.year_word),
        heading: chosen(form, HEADING, &HeadingStyle::WORDS).unwrap_or(old.heading),
        third_level: chosen(form, THIRD_LEVEL, &ThirdLevel::WORDS).unwrap_or(old.third_level),
        numbering: chosen(form, NUMBERING, &Numbering::WORDS).unwrap_or(old.numbering),
        signature: chosen(form, SIGNATURE, &SignatureLayout::WORDS).unwrap_or(old.signature),
    }
}
