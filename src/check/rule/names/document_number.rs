//! Document numbers (发文字号) that are not written as they are.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::punctuation::is_han;

/// Brackets that a year of a document number can stand in, the right ones first.
const BRACKETS: [(char, char); 7] =
    [('〔', '〕'), ('[', ']'), ('【', '】'), ('(', ')'), ('（', '）'), ('［', '］'), ('﹝', '﹞')];
/// How long the code of an organ may be.
const LONGEST_CODE: usize = 12;

/// A document number as it stands in a line.
struct Number<'a> {
    /// From its code to 号.
    range: Range<usize>,
    code: &'a str,
    bracket: Option<char>,
    year: &'a str,
    /// What stands between the year and the figures: 第, or nothing.
    ordinal: bool,
    figures: &'a str,
}

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let parts = [Part::DocNumber, Part::Heading, Part::Text, Part::CopyTo, Part::Attachment];
    if !parts.contains(&view.line.part) {
        return;
    }
    for (end, mark) in view.text().match_indices('号') {
        let number = read(view, end, end + mark.len());
        if let Some(hit) = number.and_then(|number| judge(view, &number)) {
            sink.add(hit);
        }
    }
}

/// The document number that ends with a 号.
fn read<'a>(view: &View<'a>, before: usize, end: usize) -> Option<Number<'a>> {
    let text = view.text();
    let digit = |sign: char| sign.is_ascii_digit();
    let head = text[..before].trim_end_matches(digit);
    let figures = &text[head.len()..before];
    if figures.is_empty() {
        return None;
    }
    let stem = head.trim_end();
    let (stem, ordinal) = stem.strip_suffix('第').map_or((stem, false), |stem| (stem, true));
    let stem = stem.trim_end();
    let bracket = BRACKETS.iter().find(|(_, right)| stem.ends_with(*right));
    let Some((left, right)) = bracket else {
        // The brackets are lost: the figures begin with the year.
        let year = figures.get(..4).filter(|year| year.starts_with("20") && !ordinal)?;
        let code = code(view, head.trim_end(), true)?;
        let figures = figures.get(4..).filter(|rest| (1..=4).contains(&rest.len()))?;
        let range = head.trim_end().len() - code.len()..end;
        return Some(Number { range, code, bracket: None, year, ordinal, figures });
    };
    let stem = stem.strip_suffix(*right)?;
    let open = stem.rfind(*left)?;
    let year = stem[open + left.len_utf8()..].trim();
    if !matches!(year.len(), 2 | 4) || !year.chars().all(digit) {
        return None;
    }
    let rounded = matches!(left, '(' | '（' | '［' | '【');
    let organ = stem[..open].trim_end();
    let code = code(view, organ, rounded || year.len() == 2)?;
    let range = organ.len() - code.len()..end;
    Some(Number { range, code, bracket: Some(*left), year, ordinal, figures })
}

/// The code of an organ that a text ends with; `known` asks that it ends as codes do.
fn code<'a>(view: &View, text: &'a str, known: bool) -> Option<&'a str> {
    let table = &view.tables.words.documents;
    let stem = text.trim_end_matches(is_han);
    let mut code = &text[stem.len()..];
    let lead =
        table.lead_words.iter().filter_map(|word| Some(code.rfind(word.as_str())? + word.len()));
    if let Some(lead) = lead.max().filter(|lead| *lead < code.len()) {
        code = &code[lead..];
    }
    // In a running sentence nobody can say where the code begins.
    if code.chars().count() > LONGEST_CODE {
        code = around::last_chars(code, 2);
    }
    let ends = around::ends_with(code, &table.code_ends);
    (code.chars().count() > 1 && (ends || !known)).then_some(code)
}

fn judge(view: &View, own: &Number) -> Option<Hit> {
    let stands = &view.text()[own.range.clone()];
    let figures = own.figures.trim_start_matches('0');
    let year = if own.year.len() == 2 { format!("20{}", own.year) } else { own.year.to_owned() };
    let right = format!("{}〔{year}〕{figures}号", own.code);
    if own.bracket.is_none() {
        let message =
            format!("“{stands}”里年份的六角括号丢了，文号应写作“{right}”，请改为“{right}”。");
        return Some(Hit::new("lost", view.index, own.range.clone(), message).fix(right));
    }
    let mut faults = Vec::new();
    if own.bracket != Some('〔') {
        faults.push("年份应用六角括号〔〕");
    }
    if own.year.len() == 2 {
        faults.push("年份应写全四位");
    }
    if own.ordinal {
        faults.push("不加“第”字");
    }
    if figures.len() < own.figures.len() {
        faults.push("序号不补零");
    }
    // A title that nothing closes does not hold what stands behind it.
    let closed = view.text()[own.range.end..].find(['《', '》']);
    let closed = closed.is_some_and(|byte| view.text()[own.range.end + byte..].starts_with('》'));
    let in_title = closed && around::inside(view.text(), own.range.start, &['《']);
    if faults.is_empty() {
        return in_title.then(|| {
            let message = format!("文号“{stands}”应写在书名号外面的括号里，请移到书名号后面。");
            Hit::new("form", view.index, own.range.clone(), message)
        });
    }
    let message = format!("文号“{stands}”写法不对：{}。请改为“{right}”。", faults.join("，"));
    Some(Hit::new("form", view.index, own.range.clone(), message).fix(right))
}
