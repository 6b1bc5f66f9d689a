//! A file as lines, each with its number and what was taken out of it.
//!
//! One line of a text file is one paragraph. The line remembers how it stood
//! in the file, because side-by-side signatures are told by their spaces, and
//! because a line that turns out to be noise is listed as it stood.

use crate::report::Noise;
use crate::text::clean::{Cleaned, Removed, Residue, clean};

use super::field;

/// A line that holds text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Number in the file, from 1.
    pub(super) number: usize,
    /// As it stood, without white space at its ends.
    pub(super) raw: String,
    /// Fit to be stored: no residue, no white space at its ends.
    pub(super) text: String,
    /// Character in the file's line where `raw` begins, from 1.
    pub(super) column: usize,
    /// What was taken out of it.
    pub(super) residue: Vec<Noise>,
}

impl Line {
    /// The line as an entry of the noise list.
    pub(super) fn as_noise(&self) -> Noise {
        Noise { text: self.raw.clone(), line: self.number, column: self.column }
    }

    /// The text without white space: what is compared and matched.
    pub(super) fn compact(&self) -> String {
        compact(&self.text)
    }

    /// Length in characters without white space.
    pub(super) fn len(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }
}

/// A text without white space.
pub(super) fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The lines that hold text, and the residue of those that hold nothing else.
pub(super) fn split(text: &str) -> (Vec<Line>, Vec<Noise>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = Vec::new();
    let mut alone = Vec::new();
    for (source, number) in text.split('\n').zip(1..) {
        let mut before = 0;
        for piece in source.split_inclusive(MANUAL_BREAKS) {
            let (text, mut residue) = read(piece, number, before);
            if text.is_empty() {
                alone.append(&mut residue);
            } else {
                let blank = piece.chars().take_while(|c| c.is_whitespace()).count();
                lines.push(Line {
                    number,
                    raw: piece.trim().to_owned(),
                    text,
                    column: before + blank + 1,
                    residue,
                });
            }
            before += piece.chars().count();
        }
    }
    (lines, alone)
}

/// Line and page breaks within a paragraph of a word processor. They are white
/// space and part two paragraphs; the line of the file goes on.
const MANUAL_BREAKS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The text of a piece of a line and its residue; `before` are the characters
/// of the line in front of the piece.
fn read(source: &str, number: usize, before: usize) -> (String, Vec<Noise>) {
    let mut removed = Vec::new();
    let mut kept = String::new();
    let mut at = 0;
    for code in field::codes(source) {
        take(&mut kept, &mut removed, &source[at..code.start], at);
        at = code.end;
        let text = source[code.clone()].to_owned();
        removed.push((code.start, text.clone(), text));
    }
    take(&mut kept, &mut removed, &source[at..], at);
    let mut listed = listed(source, removed, number);
    for noise in &mut listed {
        noise.column += before;
    }
    (kept.trim().to_owned(), listed)
}

/// What was removed: its byte in the line, what stood there, what is said of it.
type Taken = (usize, String, String);

fn take(kept: &mut String, removed: &mut Vec<Taken>, piece: &str, at: usize) {
    let Cleaned { text, removed: found } = clean(piece);
    kept.push_str(&text);
    removed.extend(found.into_iter().map(|r| {
        let name = name(&r);
        (at + r.offset, r.text, name)
    }));
}

fn name(removed: &Removed) -> String {
    match (removed.what, removed.text.chars().next()) {
        (Residue::Bookmark, _) | (_, None) => removed.text.clone(),
        (what, Some(c)) => format!("U+{:04X} {}", u32::from(c), what.label()),
    }
}

/// The entries of the noise list: a row of equal characters is one entry, and
/// tabs at the ends of a line are white space, not noise.
fn listed(source: &str, removed: Vec<Taken>, number: usize) -> Vec<Noise> {
    let inner = source.len() - source.trim_start().len()..source.trim_end().len();
    let mut entries: Vec<(Noise, usize, usize)> = Vec::new();
    for (offset, stood, text) in removed {
        if stood == "\t" && !inner.contains(&offset) {
            continue;
        }
        let end = offset + stood.len();
        match entries.last_mut() {
            Some((last, until, count)) if *until == offset && last.text == text => {
                *until = end;
                *count += 1;
            }
            _ => {
                let column = source[..offset].chars().count() + 1;
                entries.push((Noise { text, line: number, column }, end, 1));
            }
        }
    }
    let entries = entries.into_iter().map(|(mut noise, _, count)| {
        if count > 1 {
            noise.text = format!("{}（连续 {count} 个）", noise.text);
        }
        noise
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_kind_are_numbered_and_blank_ones_dropped() {
        let (lines, alone) = split("甲\r\n\r\n\u{3000}\u{3000}乙 \r丙\n");
        let seen: Vec<_> = lines.iter().map(|l| (l.number, l.text.as_str(), l.column)).collect();
        assert_eq!(seen, [(1, "甲", 1), (3, "乙", 3), (4, "丙", 1)]);
        assert!(alone.is_empty());
    }

    #[test]
    fn residue_is_taken_out_and_listed_where_it_stood() {
        let (lines, alone) =
            split("[bookmark: _GoBack]（一）抓\u{a0}\u{a0}学\u{200b}习\t\n\u{a0}\n");
        assert_eq!(lines[0].text, "（一）抓学习");
        let seen: Vec<_> = lines[0].residue.iter().map(|n| (n.text.as_str(), n.column)).collect();
        assert_eq!(
            seen,
            [
                ("[bookmark: _GoBack]", 1),
                ("U+00A0 不间断空格（连续 2 个）", 24),
                ("U+200B 零宽字符", 27),
            ]
        );
        assert_eq!((alone[0].line, alone[0].text.as_str()), (2, "U+00A0 不间断空格"));
    }

    #[test]
    fn a_manual_line_break_parts_two_paragraphs() {
        let (lines, _) = split("甲\u{b} 乙\u{a0}丙");
        assert_eq!(lines.len(), 2);
        assert_eq!((lines[1].number, lines[1].column), (1, 4));
        assert_eq!(lines[1].residue[0].column, 5);
    }
}
