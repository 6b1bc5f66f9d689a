//! Half-width marks in Chinese text.
//!
//! A mark belongs to the Chinese text if that stands on both sides of it, or on
//! one and a figure on the other; within numbers, times, addresses and Latin
//! words it is left alone.

use std::ops::Range;

use crate::check::chars::{
    Chars, is_break, is_chinese_before, is_chinese_behind, is_digit, is_numeral,
};
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::punctuation::is_han;

/// The marks and what they are in Chinese text.
const MARKS: [(char, char, &str); 5] = [
    (',', '，', "逗号"),
    (';', '；', "分号"),
    (':', '：', "冒号"),
    ('!', '！', "叹号"),
    ('?', '？', "问号"),
];

/// How many characters stand before a dot between Chinese characters that ends a sentence;
/// fewer may be a name.
const SENTENCE: usize = 6;

/// How far back the beginning of a sentence is looked for.
const LONGEST_SENTENCE: usize = 300;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let part = view.line.part;
    if !matches!(
        part,
        Part::Title | Part::Addressee | Part::Heading | Part::Text | Part::Attachment
    ) {
        return;
    }
    let chars = Chars::of(view.text());
    for at in 0..chars.len() {
        let Some(c) = chars.at(at) else { continue };
        if let Some((_, full, name)) = MARKS.iter().find(|(half, ..)| *half == c) {
            if in_chinese(&chars, at) {
                sink.add(mark(&chars, at, *full, name));
            }
        } else if c == '.' && ends_sentence(&chars, at) {
            let message = "汉字后面用了英文句点，句末应当用“。”";
            sink.add(Hit::new("stop", 0, chars.range(at..at + 1), message).fix("。"));
        }
    }
    brackets(&chars, sink);
    quotes(&chars, '"', ('“', '”'), sink);
    quotes(&chars, '\'', ('‘', '’'), sink);
}

fn mark(chars: &Chars, at: usize, full: char, name: &str) -> Hit {
    let message = format!("汉字之间用了半角{name}，应当用全角的“{full}”");
    Hit::new("mark", 0, chars.range(at..at + 1), message).fix(full)
}

/// Whether the text on both sides is Chinese, or on one side a number.
fn in_chinese(chars: &Chars, at: usize) -> bool {
    let (before, behind) = (chars.last_sign(at), chars.next_sign(at + 1));
    let is_number = |c: char| is_digit(c) || matches!(c, '%' | '％');
    let Some(before) = before else { return false };
    match behind {
        None => is_chinese_before(before) || is_number(before),
        Some(behind) if is_chinese_behind(behind) => is_chinese_before(before) || is_number(before),
        Some(behind) => is_han(before) && is_number(behind),
    }
}

/// Whether a dot ends a sentence of Chinese characters: at the end of the line, or behind
/// more of them than a name has. Behind the number of a heading it is another matter.
fn ends_sentence(chars: &Chars, at: usize) -> bool {
    let words = chars.run_back_within(at, LONGEST_SENTENCE, |c| !is_break(c));
    let is_number = chars.run_back(at, is_numeral) == words && words == 0;
    let chinese = chars.before(at).is_some_and(|c| is_han(c) || "》”）".contains(c));
    let last = chars.next_sign(at + 1).is_none();
    let goes_on = chars.at(at + 1).is_some_and(is_chinese_behind);
    chinese && !is_number && (last || (goes_on && at - words >= SENTENCE))
}

/// Brackets with Chinese text in them.
fn brackets(chars: &Chars, sink: &mut Sink) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..chars.len() {
        match chars.at(at) {
            Some('(' | '（') => open.push(at),
            Some(')' | '）') => {
                let Some(start) = open.pop() else { continue };
                let half = chars.at(start) == Some('(') || chars.at(at) == Some(')');
                let inner = chars.text(start + 1..at);
                if half && inner.contains(is_han) && !is_number(inner) {
                    let fix = format!("（{inner}）");
                    sink.add(paired("mark", chars, start..at + 1, "半角括号", fix));
                }
            }
            _ => {}
        }
    }
}

/// Whether it is the number of a heading, which another rule looks at.
fn is_number(inner: &str) -> bool {
    inner.chars().all(is_numeral)
}

/// Straight quotation marks about Chinese text.
fn quotes(chars: &Chars, quote: char, (open, close): (char, char), sink: &mut Sink) {
    let mut at = 0;
    while at < chars.len() {
        let start = chars.run(at, |c| c != quote);
        let end = chars.run(start + 1, |c| c != quote);
        if end >= chars.len() {
            break;
        }
        let inner = chars.text(start + 1..end);
        let apostrophe = chars.before(start).is_some_and(|c| c.is_ascii_alphanumeric());
        if apostrophe || !inner.contains(is_han) {
            at = start + 1;
            continue;
        }
        let fix = format!("{open}{inner}{close}");
        sink.add(paired("quote", chars, start..end + 1, "直引号", fix));
        at = end + 1;
    }
}

fn paired(branch: &'static str, chars: &Chars, at: Range<usize>, name: &str, fix: String) -> Hit {
    let message = format!("汉字两边用了{name}，应当用全角的，请改为{fix}");
    Hit::new(branch, 0, chars.range(at), message).fix(fix)
}
