//! ； behind items of which one holds a 。: then each ends with 。.

use std::ops::Range;

use crate::check::chars::{Chars, is_break, is_numeral};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::MarkWords;

/// How much of a paragraph that ends with ； is shown, in characters.
const SHOWN: usize = 4;

/// Checks a line.
pub(super) fn line(chars: &Chars, words: &MarkWords, sink: &mut Sink) {
    let ordinals = ordinals(chars, words);
    for chain in ordinals.chunk_by(|one, next| next.value == one.value + 1) {
        let holds = chain.windows(2).any(|pair| {
            holds_stop(chars.text(pair[0].at.end..pair[1].at.start).trim_end_matches(is_break))
        });
        for own in chain.iter().skip(1).filter(|_| holds) {
            if chars.before(own.at.start) == Some('；') {
                let ordinal = chars.text(own.at.clone());
                let range = chars.range(own.at.start - 1..own.at.end);
                let message = format!(
                    "前面的分项里已经用了句号，各项末尾就不再用分号，“{ordinal}”前应当用句号"
                );
                sink.add(Hit::new("semicolon", 0, range, message).fix(format!("。{ordinal}")));
            }
        }
    }
    last(chars, sink);
}

/// An item that is a paragraph of its own.
fn last(chars: &Chars, sink: &mut Sink) {
    let Some(end) = chars.len().checked_sub(1).filter(|end| chars.at(*end) == Some('；')) else {
        return;
    };
    if holds_stop(chars.text(0..end)) {
        let start = chars.run_back(end, |c| !is_break(c)).max(end.saturating_sub(SHOWN));
        let words = chars.text(start..end);
        let message = "这一项里已经用了句号，末尾就不再用分号，应当用句号";
        let hit = Hit::new("semicolon", 0, chars.range(start..end + 1), message);
        sink.add(hit.fix(format!("{words}。")));
    }
}

/// Whether an item holds a 。 outside quotation marks and brackets.
fn holds_stop(item: &str) -> bool {
    let mut depth = 0_usize;
    item.chars().any(|c| {
        match c {
            '“' | '‘' | '（' | '《' => depth += 1,
            '”' | '’' | '）' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '。' && depth == 0
    })
}

/// 一是, 二是 at the head of a clause.
struct Ordinal {
    value: u32,
    at: Range<usize>,
}

fn ordinals(chars: &Chars, words: &MarkWords) -> Vec<Ordinal> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = chars.run(at, |c| !is_numeral(c));
        let end = chars.run(start, is_numeral);
        let value = crate::text::numeral::parse_chinese(chars.text(start..end));
        let word = words.chain_words.iter().find(|word| chars.from(end).starts_with(word.as_str()));
        let heads = chars.before(start).is_none_or(is_break);
        if let (Some(value), Some(word), true) = (value, word, heads) {
            found.push(Ordinal { value, at: start..end + word.chars().count() });
        }
        at = end.max(at + 1);
    }
    found
}
