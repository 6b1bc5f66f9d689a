//! One paragraph as a heading: its number label, its words, its end mark.
//!
//! The grammar alone (domain, headings); whether a number belongs where it
//! stands is told by the sequence, in `outline`. Lower levels (`1.`, `一是`)
//! are text.

use crate::report::{HeadingStyle, Level};
use crate::text::numeral;
use crate::text::punctuation::is_han;

/// The longest run-in heading, in characters (the longest known has about 60).
const LONGEST: usize = 70;

/// A number label at the head of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    pub(super) level: Level,
    pub(super) ordinal: u32,
    /// As it is written, without white space at its ends.
    pub(super) written: &'a str,
    /// What follows it.
    pub(super) rest: &'a str,
}

/// The label of level 1 or 2 that a paragraph begins with.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    part(text).or_else(|| item(text)).or_else(|| circled(text))
}

/// 第一部分, which some reports set above 一、; a mark or a space may follow.
pub(super) fn chapter(text: &str) -> Option<Label<'_>> {
    let (ordinal, rest) = ordinal(text.strip_prefix('第')?)?;
    let rest = rest.strip_prefix("部分")?;
    let words = rest.trim_start_matches(['、', '：', ':', ' ', '\u{3000}', '，']);
    let goes_on = rest.starts_with(is_han) && words.chars().count() > SHORT;
    (!goes_on).then(|| labelled(Level::Part, ordinal, text, words))
}

/// 第一部分 with words right behind it is a heading only if these are few.
const SHORT: usize = 30;

/// ㈠, one character for （一）.
fn circled(text: &str) -> Option<Label<'_>> {
    let first = text.chars().next().filter(|c| ('㈠'..='㈩').contains(c))?;
    let ordinal = u32::from(first) - u32::from('㈠') + 1;
    Some(labelled(Level::Item, ordinal, text, &text[first.len_utf8()..]))
}

/// 一、 and its variants; 一、二季度 is no heading.
fn part(text: &str) -> Option<Label<'_>> {
    let (ordinal, rest) = ordinal(text)?;
    let rest = rest.trim_start().strip_prefix(['、', '.', '．'])?;
    let next = rest.strip_prefix(&numeral::chinese(ordinal + 1));
    let two_numbers = next.is_some_and(|rest| !rest.starts_with('十'));
    (!two_numbers).then(|| labelled(Level::Part, ordinal, text, rest))
}

/// （一） and its variants: the opening bracket may be lost, a 、 may follow.
fn item(text: &str) -> Option<Label<'_>> {
    let open = text.strip_prefix(['（', '(']).unwrap_or(text);
    let (ordinal, rest) = ordinal(open.trim_start())?;
    let rest = rest.trim_start().strip_prefix(['）', ')'])?;
    let rest = rest.strip_prefix('、').unwrap_or(rest);
    Some(labelled(Level::Item, ordinal, text, rest))
}

fn labelled<'a>(level: Level, ordinal: u32, text: &'a str, rest: &'a str) -> Label<'a> {
    Label { level, ordinal, written: &text[..text.len() - rest.len()], rest: rest.trim_start() }
}

fn ordinal(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c| !"一二三四五六七八九十".contains(c));
    let (figures, rest) = text.split_at(end?);
    let ordinal = numeral::parse_chinese(figures)?;
    Some((ordinal, rest))
}

/// The label of a lower level, 1. or （1）, as it should be written, and what
/// follows it: such a line is text of the section before it.
pub(super) fn point(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix(['（', '(']);
    let figures = inner.unwrap_or(text);
    let end = figures.find(|c| !is_digit(c))?;
    let number =
        numeral::parse_digits(&figures[..end]).filter(|number| (1..100).contains(number))?;
    let marks: &[char] = if inner.is_some() { &['）', ')'] } else { &['.', '．', '、'] };
    let rest = figures[end..].trim_start().strip_prefix(marks)?.trim_start();
    let label = if inner.is_some() { format!("（{number}）") } else { format!("{number}.") };
    begins_words(rest).then_some((label, rest))
}

fn is_digit(c: char) -> bool {
    numeral::parse_digits(c.encode_utf8(&mut [0; 4])).is_some()
}

/// Whether what follows a point is no figure, such as the second half of 12.4;
/// a year may stand there.
fn begins_words(rest: &str) -> bool {
    let digits = rest.chars().take_while(|c| is_digit(*c)).count();
    let behind = rest.chars().nth(digits);
    behind.is_some_and(|c| digits == 0 || (digits == 4 && c == '年'))
}

/// 一是, 二是 at the head of a line, and what follows it: text too.
pub(super) fn chained(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = ordinal(text)?;
    let rest = rest.strip_prefix('是').filter(|rest| !rest.is_empty())?;
    Some((&text[..text.len() - rest.len()], rest))
}

/// What follows a label: heading, end mark and where the text begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split<'a> {
    /// Empty where the text begins at once.
    pub(super) heading: &'a str,
    /// The mark after the heading, empty for none.
    pub(super) end: &'a str,
    pub(super) style: HeadingStyle,
    /// The first paragraph of the text, where it stands behind the heading.
    pub(super) body: Option<&'a str>,
}

/// Parts a heading from the text behind it. A run-in heading ends with the
/// first 。 or before the 一是 of a chain, is no longer than 70 characters, and tells no
/// figures; without one the whole is text.
pub(super) fn split(rest: &str) -> Split<'_> {
    let end = first_end(rest);
    let (heading, after) = rest.split_at(end);
    let body = after.strip_prefix('。').unwrap_or(after).trim_start();
    let heading = heading.trim_end();
    if heading.is_empty() || heading.chars().count() > LONGEST {
        return text(rest);
    }
    let sentence = after.starts_with('。') || !body.is_empty();
    if sentence && tells_figures(heading) {
        return text(rest);
    }
    if body.is_empty() {
        return own_line(rest);
    }
    let (heading, end) = if after.starts_with('。') {
        (heading, &after[..'。'.len_utf8()])
    } else {
        bare(heading)
    };
    Split { heading, end, style: HeadingStyle::RunIn, body: Some(body) }
}

/// Where the first sentence ends: before its 。 or before the 一是 of a chain.
/// Behind a word it is none: 统一是, 之一是.
fn first_end(rest: &str) -> usize {
    let stop = rest.find('。').unwrap_or(rest.len());
    let mut signs = rest.match_indices("一是").map(|(at, _)| at);
    let chain = signs.find(|at| !rest[..*at].ends_with(char::is_alphanumeric));
    chain.map_or(stop, |chain| chain.min(stop))
}

fn text(rest: &str) -> Split<'_> {
    Split {
        heading: "",
        end: "",
        style: HeadingStyle::RunIn,
        body: (!rest.is_empty()).then_some(rest),
    }
}

fn own_line(rest: &str) -> Split<'_> {
    let (heading, end) = bare(rest);
    Split { heading, end, style: HeadingStyle::OwnLine, body: None }
}

/// A heading and the mark at its end.
fn bare(heading: &str) -> (&str, &str) {
    let words = heading.trim_end_matches(['。', '：', ':', '；', ';', '，', ',', '.']);
    (words.trim_end(), &heading[words.len()..])
}

/// Whether a sentence counts something or lists: then it is no heading. One
/// figure before a noun (抓好4项重点工作) may well stand in a heading.
fn tells_figures(sentence: &str) -> bool {
    let chars: Vec<char> = sentence.chars().collect();
    let counts = |at: usize| {
        let unit = chars.get(at + 1).copied().unwrap_or_default();
        chars[at].is_ascii_digit() && "次件人名项个份场户起处万元余%％条家".contains(unit)
    };
    let figures: Vec<usize> = (0..chars.len()).filter(|at| counts(*at)).collect();
    let ends_with_one = |at: &usize| chars.get(at + 2).is_none_or(|c| !is_han(*c));
    figures.len() > 1 || figures.iter().any(ends_with_one) || sentence.contains(['；', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_every_form_met() {
        for (text, level, ordinal, written) in [
            ("一、举措", Level::Part, 1, "一、"),
            ("十二 . 举措", Level::Part, 12, "十二 ."),
            ("（三）举措", Level::Item, 3, "（三）"),
            ("( 三 )举措", Level::Item, 3, "( 三 )"),
            ("三）举措", Level::Item, 3, "三）"),
            ("（三）、举措", Level::Item, 3, "（三）、"),
            ("㈢举措", Level::Item, 3, "㈢"),
        ] {
            let label = label(text).unwrap();
            assert_eq!((label.level, label.ordinal, label.written), (level, ordinal, written));
            assert_eq!(label.rest, "举措");
        }
        for text in [
            "一是举措",
            "1、举措",
            "（1）举措",
            "一届四次会议",
            "一、二季度",
            "一",
            "（三",
            "三十届",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn chapters_are_told_from_sentences() {
        for (text, written, rest) in [
            ("第一部分　主要成效", "第一部分　", "主要成效"),
            ("第二部分：存在的不足", "第二部分：", "存在的不足"),
            ("第三部分", "第三部分", ""),
        ] {
            let label = chapter(text).unwrap();
            assert_eq!((label.written, label.rest), (written, rest));
        }
        assert_eq!(chapter("第一季度"), None);
        let long = "第一部分".to_owned() + &"是学习的内容".repeat(6);
        assert_eq!(chapter(&long), None);
    }

    #[test]
    fn points_are_told_from_figures() {
        for (text, label) in
            [("1.举措", "1."), ("２、举措", "2."), ("12． 举措", "12."), ("(3)举措", "（3）")]
        {
            assert_eq!(point(text), Some((label.to_owned(), "举措")), "{text}");
        }
        for rest in ["“放管服”改革", "《条例》宣传", "2025年推进情况", "２０２５年推进情况"]
        {
            assert_eq!(point(&format!("1.{rest}")), Some(("1.".to_owned(), rest)));
        }
        for text in [
            "12.4国家宪法日",
            "12．４国家宪法日",
            "1.2025项",
            "1.202年",
            "3个专项",
            "2025.举措",
            "（三）举措",
            "1.",
            "举措",
            "",
        ] {
            assert_eq!(point(text), None, "{text}");
        }
    }

    #[test]
    fn a_chain_is_told_from_words_that_hold_its_sign() {
        assert_eq!(chained("一是抓学"), Some(("一是", "抓学")));
        assert_eq!(chained("十二是抓学"), Some(("十二是", "抓学")));
        for text in ["统一是前提", "一是", "一届四次", "是", ""] {
            assert_eq!(chained(text), None, "{text}");
        }
    }

    #[test]
    fn headings_end_where_their_text_begins() {
        let read = |text| {
            let Split { heading, end, style, body } = split(text);
            (heading, end, style == HeadingStyle::RunIn, body)
        };
        assert_eq!(read("健全体系"), ("健全体系", "", false, None));
        assert_eq!(read("健全体系。"), ("健全体系", "。", false, None));
        assert_eq!(
            read("健全体系。 一是抓。二是管。"),
            ("健全体系", "。", true, Some("一是抓。二是管。"))
        );
        assert_eq!(read("健全体系：一是抓。"), ("健全体系", "：", true, Some("一是抓。")));
        assert_eq!(read("全年开会12次。其中4次"), ("", "", true, Some("全年开会12次。其中4次")));
        assert_eq!(read("全年开会12次。"), ("", "", true, Some("全年开会12次。")));
        assert_eq!(
            read("抓好4项重点工作。全年推进。"),
            ("抓好4项重点工作", "。", true, Some("全年推进。"))
        );
        for whole in ["坚持统一是前提", "之一是什么", "坚持统一是前提。一是抓"]
        {
            assert!(read(whole).0.starts_with(&whole[..12]), "{whole}: {:?}", read(whole));
        }
        assert_eq!(read("统一是前提：一是抓"), ("统一是前提", "：", true, Some("一是抓")));
        assert_eq!(read("一是抓。二是管。"), ("", "", true, Some("一是抓。二是管。")));
        let long = "字".repeat(71);
        assert_eq!(read(&long), ("", "", true, Some(long.as_str())));
    }
}
