//! Titles of documents that are nearly right: like a known one, or like another of the report.

use std::ops::Range;

use crate::check::chars::is_digit;
use crate::check::likeness;
use crate::check::rule::{Whole, slips};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Wordings;

/// What the titles of laws begin with; it may be left out.
const COUNTRY: &str = "中华人民共和国";
/// How long a title must be to be told from another by two characters.
const LONG: usize = 8;
/// How long two titles must be to be taken for one.
const LONG_PAIR: usize = 10;

/// A title as it is cited.
struct Cited<'a> {
    line: usize,
    /// With its marks.
    range: Range<usize>,
    marks: (char, char),
    /// Whether it begins with 中华人民共和国.
    is_full: bool,
    text: &'a str,
    /// As it is compared: without dashes and spaces.
    plain: String,
    known: bool,
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let words = &whole.tables.words;
    let known: Vec<(&str, String)> =
        words.documents.titles.iter().map(|own| (own.as_str(), plain(own))).collect();
    let mut cited: Vec<Cited> = Vec::new();
    for view in whole.lines().filter(slips::has_words) {
        for range in titles(view.text()) {
            let text = inner(&view.text()[range.clone()]);
            let plain = plain(text);
            let known = known.iter().any(|(_, own)| *own == plain);
            let written = &view.text()[range.clone()];
            let marks = if written.starts_with('《') { ('《', '》') } else { ('〈', '〉') };
            let is_full = written[marks.0.len_utf8()..].starts_with(COUNTRY);
            cited.push(Cited { line: view.index, range, marks, is_full, text, plain, known });
        }
    }
    for own in cited.iter_mut().filter(|own| !own.known) {
        if let Some(hit) = near(own, &known) {
            own.known = true;
            sink.add(hit);
        }
    }
    for (index, own) in cited.iter().enumerate().filter(|(_, own)| !own.known) {
        let other = cited[..index].iter().find(|other| !other.known && are_one(own, other, words));
        if let Some(other) = other {
            let message = format!(
                "“《{}》”前面写的是“《{}》”，差别很小，请核对是不是同一份文件。",
                own.text, other.text
            );
            let hit = Hit::new("two", own.line, own.range.clone(), message);
            sink.add(hit.also(other.line, other.range.clone()));
        }
    }
}

/// The titles of a text, outer and inner ones, with their marks.
fn titles(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    text.char_indices().filter_map(move |(byte, sign)| match sign {
        '《' | '〈' => {
            open.push((byte, sign));
            None
        }
        '》' | '〉' => {
            let (start, left) = open.pop()?;
            let fits = (left == '《') == (sign == '》');
            fits.then_some(start..byte + sign.len_utf8())
        }
        _ => None,
    })
}

/// A title without its marks and 中华人民共和国.
fn inner(title: &str) -> &str {
    let inner = title.strip_prefix(['《', '〈']).unwrap_or(title);
    let inner = inner.strip_suffix(['》', '〉']).unwrap_or(inner);
    inner.strip_prefix(COUNTRY).unwrap_or(inner)
}

/// A title as it is compared. Dashes are looked at by another rule.
fn plain(title: &str) -> String {
    let skip =
        |sign: &char| !matches!(sign, '—' | '-' | '－' | '–' | '~' | '～' | ' ' | '\u{3000}');
    let half = |sign| match sign {
        '(' => '（',
        ')' => '）',
        sign => sign,
    };
    title.chars().filter(skip).map(half).collect()
}

/// A title that is one or two characters away from exactly one known title.
fn near(own: &Cited, known: &[(&str, String)]) -> Option<Hit> {
    // A title about a title is looked at within.
    if own.text.starts_with(['《', '〈']) {
        return None;
    }
    let length = own.plain.chars().count();
    let allowed = if length >= LONG { 2 } else { 1 };
    let mut like = known.iter().filter(|(_, other)| {
        length > 4
            && other.chars().count().abs_diff(length) <= allowed
            && is_slip(&own.plain, other, likeness::distance(&own.plain, other), allowed)
    });
    let (right, _) = like.next()?;
    if like.next().is_some() {
        return None;
    }
    let message = format!("“《{}》”和“《{right}》”只差一两个字，请改为“《{right}》”。", own.text);
    let full = if own.is_full { COUNTRY } else { "" };
    let (open, close) = own.marks;
    let hit = Hit::new("near", own.line, own.range.clone(), message);
    Some(hit.fix(format!("{open}{full}{right}{close}")))
}

/// Whether a title is a known one with a slip of so many characters, and no other text: not one
/// with a place before it, with a word for a word (纲要, 方案), or of other years.
fn is_slip(own: &str, known: &str, distance: usize, allowed: usize) -> bool {
    if distance > allowed || own.ends_with(known) {
        return false;
    }
    let (own, known) = difference(own, known);
    let (lost, put_in) = (own.is_empty(), known.is_empty());
    let figures = own.contains(is_digit) && known.contains(is_digit);
    let words = own.chars().count() <= 2 && known.chars().count() <= 2;
    let turned = own.chars().rev().eq(known.chars());
    distance == 1 || lost || turned || !(put_in || figures || words)
}

/// What stands in each of two titles where they differ.
fn difference(one: &str, two: &str) -> (String, String) {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let (first, last) = shared(&one, &two);
    let apart = |own: &[char]| own[first..own.len() - last].iter().collect::<String>();
    (apart(&one), apart(&two))
}

/// How many characters two titles share at their beginning and at their end.
fn shared(one: &[char], two: &[char]) -> (usize, usize) {
    let first = one.iter().zip(two).take_while(|(one, two)| one == two).count();
    let rest = one.len().min(two.len()) - first;
    let last = one.iter().rev().zip(two.iter().rev()).take(rest);
    (first, last.take_while(|(one, two)| one == two).count())
}

/// Whether two titles are likely meant to be one: long, in different lines, and apart in one
/// character or a general word, but not in figures or in the names of places.
fn are_one(own: &Cited, other: &Cited, words: &Wordings) -> bool {
    let (one, two): (Vec<char>, Vec<char>) =
        (own.plain.chars().collect(), other.plain.chars().collect());
    if own.line == other.line
        || one.len().min(two.len()) < LONG_PAIR
        || one.len().abs_diff(two.len()) > 2
        || own.plain == other.plain
    {
        return false;
    }
    let (_, last) = shared(&one, &two);
    let (one_apart, two_apart) = difference(&own.plain, &other.plain);
    let other_matter =
        |text: &str| text.contains(|sign| is_digit(sign) || words.documents.apart.contains(sign));
    let behind: String = one[one.len() - last..].iter().take(3).collect();
    let place = words.documents.places.iter().any(|word| behind.contains(word.as_str()));
    // Two whole words are two matters, unless both are words of any document.
    let general = |text: &String| text.is_empty() || words.documents.general.contains(text);
    let near = likeness::distance(&one_apart, &two_apart) == 1
        || general(&one_apart) && general(&two_apart);
    near && !other_matter(&one_apart) && !other_matter(&two_apart) && !place
}
