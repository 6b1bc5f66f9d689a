//! Brackets and quotation marks without their other half.
//!
//! The paragraph decides: what opens in it closes in it. A heading that runs
//! into its text is one paragraph with that. A quotation over several
//! paragraphs opens in each and closes in the last.

use std::ops::Range;

use crate::check::chars::{Chars, is_break, is_digit, is_numeral};
use crate::check::rule::{View, Whole};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};

/// The pairs; a half-width bracket is known as the twin of its own.
const PAIRS: [(char, char, &str); 7] = [
    ('《', '》', "书名号"),
    ('〈', '〉', "单书名号"),
    ('“', '”', "引号"),
    ('‘', '’', "单引号"),
    ('（', '）', "括号"),
    ('〔', '〕', "六角括号"),
    ('【', '】', "方头括号"),
];

/// How many characters of the text beside a mark are shown with it.
const SHOWN: usize = 12;

/// The longest stretch between two opening marks that was meant to be one pair, in characters.
const NEAR: usize = 15;

/// A mark that has no other half.
struct Lone {
    pair: usize,
    opens: bool,
    /// Which of the lines of the paragraph, and which character of it.
    line: usize,
    at: usize,
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let lines: Vec<View> = whole.lines().collect();
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        while end < lines.len() && runs_on(whole, &lines[end - 1], &lines[end]) {
            end += 1;
        }
        let next = lines.get(end).filter(|next| next.line.division == lines[start].line.division);
        paragraph(&lines[start..end], next, sink);
        start = end;
    }
}

/// Whether a line goes on in the next: a heading with what runs in behind it.
fn runs_on(whole: &Whole, line: &View, next: &View) -> bool {
    let division = whole.script.divisions.get(line.line.division);
    let run_in = division.is_some_and(|own| !own.own_line);
    match (line.line.part, next.line.part) {
        (Part::Heading, Part::HeadingEnd) => true,
        (Part::HeadingEnd, Part::Text) => run_in && line.line.division == next.line.division,
        _ => false,
    }
}

fn paragraph(lines: &[View], next: Option<&View>, sink: &mut Sink) {
    let chars: Vec<Chars> = lines.iter().map(|view| Chars::of(view.text())).collect();
    let mut lone = unpaired(&chars);
    let goes_on = next.is_some_and(|next| next.text().trim_start().starts_with('“'));
    if let Some(last) = lone.iter().rposition(|own| own.opens && PAIRS[own.pair].0 == '“') {
        // The quotation goes on in the next paragraph, which opens it again.
        if goes_on {
            lone.remove(last);
        }
    }
    let mut skip = false;
    for (index, own) in lone.iter().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let twin = lone.get(index + 1).filter(|next| are_twins(own, next, &chars));
        skip = twin.is_some();
        let view = &lines[own.line];
        match twin {
            Some(twin) => sink.add(same_way(view, &chars[own.line], own, twin)),
            None => sink.add(missing(view, &chars[own.line], own)),
        }
    }
}

/// The marks without their other half, in order.
fn unpaired(lines: &[Chars]) -> Vec<Lone> {
    let mut open: Vec<Lone> = Vec::new();
    let mut lone = Vec::new();
    for (line, chars) in lines.iter().enumerate() {
        for at in 0..chars.len() {
            let Some((pair, opens)) = chars.at(at).and_then(pair_of) else { continue };
            let own = Lone { pair, opens, line, at };
            if opens {
                open.push(own);
            } else if let Some(start) = open.iter().rposition(|open| open.pair == pair) {
                lone.extend(open.drain(start..).skip(1));
            } else if !is_number(chars, at) && !is_apostrophe(chars, at) {
                lone.push(own);
            }
        }
    }
    lone.append(&mut open);
    lone.sort_by_key(|own| (own.line, own.at));
    lone
}

fn pair_of(c: char) -> Option<(usize, bool)> {
    let c = match c {
        '(' => '（',
        ')' => '）',
        _ => c,
    };
    let pair = PAIRS.iter().position(|(open, close, _)| *open == c || *close == c)?;
    Some((pair, PAIRS[pair].0 == c))
}

/// Whether the bracket closes a number at the head of a clause: 1） or 一）.
fn is_number(chars: &Chars, at: usize) -> bool {
    let start = chars.run_back(at, |c| is_digit(c) || is_numeral(c));
    let head = chars.last_sign(start).is_none_or(is_break);
    matches!(chars.at(at), Some('）' | ')')) && start < at && head
}

/// Whether the mark stands within a Latin word: Xi’an.
fn is_apostrophe(chars: &Chars, at: usize) -> bool {
    chars.at(at) == Some('’') && chars.before(at).is_some_and(|c| c.is_ascii_alphabetic())
}

/// Whether two marks that look the same way stand about a few words, as if they were a pair.
fn are_twins(first: &Lone, second: &Lone, lines: &[Chars]) -> bool {
    let near = second.at.saturating_sub(first.at) <= NEAR;
    let same = first.pair == second.pair && first.opens == second.opens;
    same && first.line == second.line && near && {
        let inner = lines[first.line].text(first.at + 1..second.at);
        !inner.is_empty() && !inner.contains(is_break)
    }
}

fn same_way(view: &View, chars: &Chars, first: &Lone, second: &Lone) -> Hit {
    let (open, close, name) = PAIRS[first.pair];
    let range = chars.range(first.at..second.at + 1);
    let stands = &view.text()[range.clone()];
    let message = format!("{name}方向不对：{stands} 前后用了同一半，应当前用{open}、后用{close}");
    Hit::new("open", view.index, range, message)
}

fn missing(view: &View, chars: &Chars, own: &Lone) -> Hit {
    let (open, close, name) = PAIRS[own.pair];
    let range = beside(chars, own);
    let message = if own.opens {
        format!("{name}只有前一半{open}，同一段里没有后一半{close}，请补上或删去")
    } else {
        format!("{name}只有后一半{close}，同一段里没有前一半{open}，请补上或删去")
    };
    Hit::new("open", view.index, range, message)
}

/// The mark with the words that it holds, as far as the next mark.
fn beside(chars: &Chars, own: &Lone) -> Range<usize> {
    let is_word = |c: char| !is_break(c) && pair_of(c).is_none();
    if own.opens {
        let end = chars.run(own.at + 1, is_word).min(own.at + 1 + SHOWN);
        chars.range(own.at..end)
    } else {
        let start = chars.run_back(own.at, is_word).max(own.at.saturating_sub(SHOWN));
        chars.range(start..own.at + 1)
    }
}
