//! How many cells a text takes, and where its characters begin: the only place that measures.
//!
//! A *cluster* is an extended grapheme cluster (UAX #29): what one arrow key or Backspace passes.
//! Nothing is wrapped or drawn here. Terminals quarrel about emoji sequences (❤️ is one cell in
//! tmux and two by Unicode, a ZWJ family two or eight), so those clusters are drawn as a stand-in
//! whose width nobody doubts: see [`shown`]. That is why the drawn width is always the measured one.

use std::borrow::Cow;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::punctuation::is_han;

/// What is drawn for a cluster on whose width terminals do not agree: the geta mark, two cells in
/// every terminal and part of every Chinese font (GB 2312, row 1).
pub const STAND_IN: &str = "〓";

/// The caret notation of the control characters U+0000–U+001F, two bytes and two cells each.
const CARETS: &str = "^@^A^B^C^D^E^F^G^H^I^J^K^L^M^N^O^P^Q^R^S^T^U^V^W^X^Y^Z^[^\\^]^^^_";

/// How the terminal draws characters of ambiguous width (“ ” ‘ ’ … — · ①): UAX #11, class A.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell, as most terminals do.
    #[default]
    Narrow,
    /// Two cells, as terminals set up for Chinese may do.
    Wide,
}

/// What stands on the screen for a cluster.
enum Sign {
    /// The cluster itself, as wide as its first character.
    Whole,
    /// Its first character alone: a variation selector behind it changes no width but is not
    /// understood everywhere.
    First(usize),
    /// Something else, two cells wide.
    Instead(&'static str),
}

/// The cells of a whole text, drawn cluster by cluster.
pub fn columns(text: &str, ambiguous: Ambiguous) -> usize {
    clusters(text)
        .map(|(_, cluster)| cluster_columns(cluster, ambiguous))
        .sum()
}

/// The cells of one cluster as it is drawn (by [`shown`]): never 0, except for the empty string.
pub fn cluster_columns(cluster: &str, ambiguous: Ambiguous) -> usize {
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else { return 0 };
    if is_plain(first) && chars.next().is_none() {
        return char_columns(first, ambiguous);
    }
    match sign(cluster, first) {
        Sign::Whole | Sign::First(_) => char_columns(first, ambiguous),
        Sign::Instead(_) => 2,
    }
}

/// What must be drawn for a cluster so that it takes exactly [`cluster_columns`] cells.
///
/// Ordinary characters, with or without combining marks, are themselves. Control characters are
/// shown in caret notation (`^I`), and what is invisible or of doubtful width (ZWJ sequences, VS16
/// emoji, flags, lone combining marks, zero-width characters) as [`STAND_IN`].
pub fn shown(cluster: &str) -> &str {
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else {
        return cluster;
    };
    if is_plain(first) && chars.next().is_none() {
        return cluster;
    }
    match sign(cluster, first) {
        Sign::Whole => cluster,
        Sign::First(bytes) => &cluster[..bytes],
        Sign::Instead(sign) => sign,
    }
}

/// A whole text as it is drawn: every cluster replaced by what [`shown`] gives.
pub fn drawable(text: &str) -> Cow<'_, str> {
    if clusters(text).all(|(_, cluster)| shown(cluster) == cluster) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(clusters(text).map(|(_, cluster)| shown(cluster)).collect())
    }
}

/// Whether a character leaves no trace on the screen, so that it is neither counted nor trusted:
/// controls, zero-width characters, soft hyphen, direction marks, separators of lines.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
        )
}

/// The clusters of a text in order, each with the byte at which it begins.
pub fn clusters(text: &str) -> Clusters<'_> {
    Clusters { text, at: 0 }
}

/// The iterator of [`clusters`].
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let first = chars.next()?;
        let bytes = if is_plain(first) && chars.next().is_none_or(is_plain) {
            first.len_utf8()
        } else {
            rest.graphemes(true)
                .next()
                .map_or(first.len_utf8(), str::len)
        };
        let at = self.at;
        self.at += bytes;
        Some((at, &rest[..bytes]))
    }
}

/// The cluster boundary after `byte`, or the end of the text. `byte` need not be a boundary.
pub fn next_boundary(text: &str, byte: usize) -> usize {
    let byte = char_boundary(text, byte);
    let mut chars = text[byte..].chars();
    let Some(first) = chars.next() else {
        return text.len();
    };
    if is_plain(first) && chars.next().is_none_or(is_plain) {
        return byte + first.len_utf8();
    }
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The cluster boundary before `byte`, or 0. `byte` need not be a boundary.
pub fn previous_boundary(text: &str, byte: usize) -> usize {
    let floor = char_boundary(text, byte);
    if floor < byte.min(text.len()) {
        return boundary_at_or_before(text, floor);
    }
    let mut chars = text[..floor].chars().rev();
    let Some(last) = chars.next() else { return 0 };
    if is_plain(last) && chars.next().is_none_or(is_plain) {
        return floor - last.len_utf8();
    }
    let mut cursor = GraphemeCursor::new(floor, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// `byte` itself if it is a cluster boundary, else the boundary before it; at most the text's end.
pub fn boundary_at_or_before(text: &str, byte: usize) -> usize {
    let byte = char_boundary(text, byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        byte
    } else {
        previous_boundary(text, byte)
    }
}

/// The longest beginning of whole clusters that takes at most `max_columns` cells.
pub fn cut(text: &str, max_columns: usize, ambiguous: Ambiguous) -> &str {
    let mut used = 0;
    for (at, cluster) in clusters(text) {
        used += cluster_columns(cluster, ambiguous);
        if used > max_columns {
            return &text[..at];
        }
    }
    text
}

/// The text in at most `max_columns` cells, ready to be drawn: whole if it fits, else cut short
/// with `…` (narrow) or `..` (wide, where … is two cells and looks like a mark of the text).
pub fn elide(text: &str, max_columns: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    if columns(text, ambiguous) <= max_columns {
        return drawable(text);
    }
    let mark = match ambiguous {
        Ambiguous::Narrow => "…",
        Ambiguous::Wide => "..",
    };
    let mark = cut(mark, max_columns, ambiguous);
    let room = max_columns - columns(mark, ambiguous);
    Cow::Owned(drawable(cut(text, room, ambiguous)).into_owned() + mark)
}

/// The text in exactly `columns` cells, ready to be drawn: elided, or filled up with spaces.
pub fn pad(text: &str, columns: usize, ambiguous: Ambiguous) -> String {
    let mut padded = elide(text, columns, ambiguous).into_owned();
    let used = self::columns(&padded, ambiguous);
    padded.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
    padded
}

/// Characters that are a cluster by themselves next to another plain one: no mark combines them.
fn is_plain(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}'
            | '\u{2010}'..='\u{2027}' | '\u{3400}'..='\u{4dbf}'
    )
}

/// The cells of one visible character.
fn char_columns(c: char, ambiguous: Ambiguous) -> usize {
    match (c, ambiguous) {
        (' '..='~', _) => 1,
        ('\u{4e00}'..='\u{9fff}', _) => 2,
        (_, Ambiguous::Narrow) => c.width().unwrap_or(0),
        (_, Ambiguous::Wide) => c.width_cjk().unwrap_or(0),
    }
}

/// How a cluster that is not one plain character is drawn. `first` is its first character.
fn sign(cluster: &str, first: char) -> Sign {
    if let Some(caret) = caret(first) {
        return Sign::Instead(caret);
    }
    let bytes = first.len_utf8();
    let rest = &cluster[bytes..];
    if is_han(first) && rest.chars().all(is_variation_selector) {
        return if rest.is_empty() {
            Sign::Whole
        } else {
            Sign::First(bytes)
        };
    }
    let own = first.width().unwrap_or(0);
    let odd = own == 0
        || is_invisible(first)
        || matches!(first, '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}')
        || rest.chars().any(is_doubtful)
        || cluster.width() != own;
    if odd {
        Sign::Instead(STAND_IN)
    } else {
        Sign::Whole
    }
}

/// The caret notation of an ASCII control character.
fn caret(c: char) -> Option<&'static str> {
    match c {
        '\0'..='\u{1f}' => {
            let at = 2 * (c as usize);
            CARETS.get(at..at + 2)
        }
        '\u{7f}' => Some("^?"),
        _ => None,
    }
}

/// Followers inside a cluster that terminals measure in different ways.
fn is_doubtful(c: char) -> bool {
    is_variation_selector(c)
        || is_invisible(c)
        || matches!(c, '\u{338}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
        || c.width() != Some(0)
}

/// Selectors of a variant form of the character before.
fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// `byte`, or the beginning of the character that it falls into; at most the text's end.
fn char_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
