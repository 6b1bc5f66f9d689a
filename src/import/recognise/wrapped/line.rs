//! What one line says of its paragraph: whether it begins, ends or breaks off.

use crate::import::heading;
use crate::import::passage::Passage;
use crate::text::numeral::to_half_width;
use crate::text::punctuation::{forbidden_at_row_end, forbidden_at_row_start};

/// Marks that end a sentence.
const STOPS: [char; 3] = ['。', '！', '？'];

/// Whether a line ends a sentence, and so may be the last of its paragraph.
pub(super) fn ends(line: &Passage) -> bool {
    line.text.trim_end_matches(['”', '’', '）', ')', '》']).ends_with(STOPS)
}

/// Whether a line is plainly the last of its paragraph, or a heading.
pub(super) fn is_settled(line: &Passage) -> bool {
    ends(line) || line.text.ends_with(['；', '：']) || line.level.is_some() || is_numbered(line)
}

/// Whether a sentence ends within a line, so that the lines are prose.
pub(super) fn holds_stop(line: &Passage) -> bool {
    let text = &line.text;
    text.find('。').is_some_and(|at| text[at + '。'.len_utf8()..].contains(char::is_alphanumeric))
}

/// Whether a line begins with the number of a heading or of a point, or with 一是.
pub(super) fn is_numbered(line: &Passage) -> bool {
    let text = &line.text;
    heading::label(text).is_some()
        || heading::point(text).is_some()
        || heading::chained(text).is_some()
}

/// Whether the words so far may be those of a heading or title: a number and
/// no sentence, or no mark at all.
pub(super) fn is_bare(line: &Passage) -> bool {
    let text = &line.text;
    let marks: &[char] =
        if is_numbered(line) { &STOPS } else { &['，', '。', '；', '：', '！', '？'] };
    !text.contains(marks)
}

/// Whether a paragraph that has come to these words breaks off there, so that
/// a number at the head of the next line belongs to its sentence.
pub(super) fn breaks_off(line: &Passage) -> bool {
    !ends(line) && !line.text.ends_with(['；', '：', ';', ':']) && !is_bare(line)
}

/// Whether a line may stand where it does because its head had no room in the
/// line before: a number or word, or what keeps a mark with the character
/// before or behind it.
pub(super) fn is_pushed(line: &Passage) -> bool {
    let mut chars = line.text.chars();
    let (first, second) = (chars.next(), chars.next());
    let whole =
        |c: char| c.is_ascii_alphanumeric() || forbidden_at_row_end(c) || forbidden_at_row_start(c);
    first.is_some_and(whole) || second.is_some_and(forbidden_at_row_start)
}

/// The number that a line is that holds nothing else, as that of a page.
pub(super) fn number(line: &Passage) -> Option<usize> {
    let text = to_half_width(&line.text);
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// Whether a line holds nothing but a short number.
pub(super) fn is_number(line: &Passage) -> bool {
    number(line).is_some()
}
