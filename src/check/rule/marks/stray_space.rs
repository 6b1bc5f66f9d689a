//! White space where none belongs.
//!
//! Chinese text has none, also none between it and its figures. A first-line
//! indent is no text, between Latin words a space is right, two bodies may share
//! a line, and a tab parts the cells of a row.

use std::ops::Range;

use crate::check::around;
use crate::check::chars::{Chars, is_chinese, is_digit};
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::punctuation::is_han;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let part = view.line.part;
    let is_text = matches!(
        part,
        Part::Issuer
            | Part::Title
            | Part::Addressee
            | Part::Heading
            | Part::Text
            | Part::Attachment
    );
    let chars = Chars::of(view.text());
    if !is_text || chars.run(0, is_blank) == chars.len() {
        return;
    }
    // The lines of 附件 stand below each other.
    let lines = part == Part::Attachment;
    let mut at = if lines { chars.run(0, is_blank) } else { indent(&chars) };
    while at < chars.len() {
        let start = chars.run(at, |c| !is_blank(c));
        let end = chars.run(start, is_blank);
        if start < end
            && is_stray(part, &chars, start..end)
            && !parts_bodies(view, &chars, start..end)
        {
            let message = told(&chars, start..end);
            sink.add(Hit::new("space", 0, chars.range(start..end), message).fix(""));
        }
        at = end;
    }
}

/// Whether nothing is seen of the character: white space, and what has no width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Characters without width, marks of writing direction, and soft hyphens.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}'
    )
}

/// The end of the first-line indent: pairs of spaces as wide as a character.
fn indent(chars: &Chars) -> usize {
    chars.run(0, |c| matches!(c, '\u{3000}' | '\u{2003}')) / 2 * 2
}

/// Whether a run of white space should not be there.
fn is_stray(part: Part, chars: &Chars, run: Range<usize>) -> bool {
    let (before, behind) = (chars.before(run.start), chars.at(run.end));
    let (Some(before), Some(behind)) = (before, behind) else { return true };
    // Behind an indent nothing stands before it.
    if run.start == indent(chars) || chars.text(run.clone()).contains(is_invisible) {
        return true;
    }
    // What should stand in empty brackets is another matter.
    let empty = matches!((before, behind), ('（', '）') | ('【', '】') | ('(', ')'));
    if empty || part == Part::Issuer || (chars.at(run.start) == Some('\t') && is_row(chars)) {
        return false;
    }
    let chinese = |c: char| is_chinese(c) || ",;:!?".contains(c);
    let figure = |c: char| is_digit(c) || matches!(c, '%' | '％');
    (chinese(before) && (chinese(behind) || figure(behind)))
        || (figure(before) && chinese(behind) && !is_code(chars, run.start))
        || (is_number(chars, run.start) && is_han(behind))
}

/// Whether the space parts two bodies, as it does in a title: 中共中央 国务院关于….
fn parts_bodies(view: &View, chars: &Chars, run: Range<usize>) -> bool {
    let bodies = &view.tables.marks.bodies;
    let (before, behind) = (chars.text(0..run.start), chars.from(run.end));
    let next = &behind[..behind.find("关于").unwrap_or(behind.len())];
    let titled =
        view.line.part == Part::Title || around::inside(before, before.len(), &around::TITLE_MARKS);
    titled && around::ends_with(before, bodies) && around::holds(next, bodies)
}

/// Whether a line is no prose: then tabs part the cells of a table.
fn is_row(chars: &Chars) -> bool {
    chars.run(0, |c| !matches!(c, '，' | '。' | '；')) == chars.len()
}

/// Whether the figures before a space are those of a code such as GB/T 9704.
fn is_code(chars: &Chars, end: usize) -> bool {
    let start = chars.run_back(end, |c| is_digit(c) || matches!(c, '.' | '-' | '%'));
    let latin = |index: usize| chars.before(index).is_some_and(|c| c.is_ascii_alphabetic());
    let spaced = chars.before(start) == Some(' ') && start.checked_sub(1).is_some_and(latin);
    latin(start) || spaced
}

/// Whether what stands before a space is the number of a point with its dot.
fn is_number(chars: &Chars, end: usize) -> bool {
    let Some(dot) = end.checked_sub(1) else { return false };
    let digits = chars.run_back(dot, is_digit);
    matches!(chars.at(dot), Some('.' | '．')) && digits < dot && digits == indent(chars)
}

fn told(chars: &Chars, run: Range<usize>) -> String {
    let count = run.len();
    let what = match chars.at(run.start) {
        Some('\t') => "制表符",
        Some('\u{3000}') => "全角空格",
        Some('\u{a0}' | '\u{2007}' | '\u{202f}') => "不间断空格",
        Some(c) if is_invisible(c) => "看不见的字符",
        _ => "空格",
    };
    let first = run.start == 0;
    let place = match (chars.before(run.start), chars.at(run.end)) {
        _ if first => "开头".to_owned(),
        (_, None) => "末尾".to_owned(),
        (Some(before), Some(behind)) => format!("“{before}”和“{behind}”之间"),
        (None, Some(_)) => "开头".to_owned(),
    };
    format!("{place}有{count}个{what}，公文里汉字、数字之间不空格，请删去")
}
