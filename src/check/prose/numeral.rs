//! Figures and Chinese numerals, and no more of a text than them.

use crate::text::numeral::to_half_width;

/// Whether a character is a figure, half or full width.
pub(in crate::check) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a character is part of a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
    )
}

/// How many bytes the figures at the start of a text take, with thousands commas
/// and decimals.
pub(in crate::check) fn figures(text: &str) -> usize {
    let mut end = run(text);
    let first = text[..end].chars().count();
    if (1..=3).contains(&first) {
        while let Some(group) = text[end..].strip_prefix(',') {
            let len = run(group);
            if group[..len].chars().count() != 3 {
                break;
            }
            end += 1 + len;
        }
    }
    let point = text[end..].chars().next().filter(|c| matches!(c, '.' | '．'));
    let fraction = point.map_or(0, |point| run(&text[end + point.len_utf8()..]));
    match point {
        Some(point) if fraction > 0 => end + point.len_utf8() + fraction,
        _ => end,
    }
}

/// How many bytes of figures a text begins with.
fn run(text: &str) -> usize {
    text.find(|c| !is_figure(c)).unwrap_or(text.len())
}

/// How many bytes of Chinese numerals a text begins with.
pub(super) fn numerals(text: &str) -> usize {
    text.find(|c| !is_numeral(c)).unwrap_or(text.len())
}

/// What Chinese numerals count, below a thousand: 两, 十, 二十三, 一百零五. `None` for
/// what only looks like it: 三五, 二〇二四.
pub(super) fn value(text: &str) -> Option<u32> {
    let (hundreds, rest) = match text.split_once('百') {
        Some((hundreds, rest)) => (figure(hundreds)? * 100, rest),
        None => (0, text),
    };
    let rest = if hundreds > 0 { rest.trim_start_matches('零') } else { rest };
    if rest.is_empty() {
        return (hundreds > 0).then_some(hundreds);
    }
    let (tens, ones) = match rest.split_once('十') {
        Some(("", ones)) => (10, ones),
        Some((tens, ones)) => (figure(tens)? * 10, ones),
        None => (0, rest),
    };
    let ones = if ones.is_empty() { 0 } else { figure(ones)? };
    Some(hundreds + tens + ones)
}

/// The year that four Chinese numerals write: 二〇二四.
pub(super) fn year(text: &str) -> Option<i32> {
    let digits: Option<Vec<i32>> = text.chars().map(digit).collect();
    let digits = digits.filter(|own| own.len() == 4)?;
    Some(digits.iter().fold(0, |year, digit| year * 10 + digit))
}

/// Whether figures are those of a year.
pub(super) fn is_year(figures: &str) -> bool {
    let figures = to_half_width(figures);
    figures.len() == 4 && (figures.starts_with("19") || figures.starts_with("20"))
}

fn digit(c: char) -> Option<i32> {
    let digits = "〇一二三四五六七八九".chars();
    let c = if c == '零' { '〇' } else { c };
    digits.zip(0..).find(|(own, _)| *own == c).map(|(_, value)| value)
}

fn figure(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let (first, rest) = (chars.next()?, chars.next());
    let value = if first == '两' { 2 } else { u32::try_from(digit(first)?).ok()? };
    (rest.is_none() && value > 0).then_some(value)
}
