//! Soft wrap after a change: only the rows that the change can reach.
//!
//! The result is always that of [`Wrap::rows`]; nothing is decided here that is not decided there.
//! One reason to have it: a key in a paragraph of a whole book would otherwise cost its whole length.
//! What is wrapped again begins like a text whose rows are known and ends like one: the same text
//! before a change, or two that were joined, or one that was parted.

use super::cluster::clusters;
use super::wrap::{Filler, Row, Wrap};

/// How many rows before the changed one may change with it. A row is ended by the first cluster
/// that does not fit; what is moved down before that cluster can fill two further rows.
const REACH: usize = 4;

impl Wrap {
    /// The rows of a text that begins and ends like others whose rows are known, all by this wrap.
    pub(super) fn rewrap(&self, text: &str, head: Head, tail: &Tail) -> Vec<Row> {
        let mut rows = head.rows;
        let reached = rows.partition_point(|row| row.end < head.same);
        let kept = reached.saturating_sub(REACH);
        let start = rows.get(kept).map_or(0, |row| row.start);
        rows.truncate(kept);

        let settled = text.len() - tail.stays;
        let mut filler = Filler::new(*self, start);
        for (at, cluster) in clusters(&text[start..]) {
            let open = filler.start();
            filler.take(text, start + at, cluster);
            if filler.start() > open && filler.start() > settled {
                let before = filler.start() + tail.length - text.len();
                if let Ok(index) = tail.rows.binary_search_by_key(&before, |row| row.start) {
                    rows.extend(filler.into_rows());
                    rows.extend(tail.rows[index..].iter().map(|row| {
                        let shift = |byte| byte + text.len() - tail.length;
                        Row { start: shift(row.start), end: shift(row.end), ..*row }
                    }));
                    return rows;
                }
            }
        }
        rows.extend(filler.finish(text.len()));
        rows
    }
}

/// The rows of a text that another begins like.
#[derive(Default)]
pub(super) struct Head {
    /// Its rows, from the first on.
    rows: Vec<Row>,
    /// The bytes that both begin with.
    same: usize,
}

/// The rows of a text that another ends like.
#[derive(Default)]
pub(super) struct Tail {
    /// The rows that begin in the bytes that stay, and behind the first of those.
    rows: Vec<Row>,
    /// The bytes that both end with.
    stays: usize,
    /// The length of that text.
    length: usize,
}

impl Head {
    /// Of a text with these rows, that begins with so many bytes of it.
    pub(super) fn of(rows: &mut Vec<Row>, same: usize) -> Head {
        Head { rows: std::mem::take(rows), same }
    }
}

impl Tail {
    /// Of a text with these rows, that ends with all of it behind a byte. The rows that
    /// begin before are left.
    pub(super) fn of(rows: &mut Vec<Row>, byte: usize) -> Tail {
        let length = rows.last().map_or(0, |row| row.end);
        let reached = rows.partition_point(|row| row.start <= byte);
        Tail { rows: rows.split_off(reached), stays: length - byte, length }
    }
}

/// Bytes compared at once: comparing blocks is many times faster than comparing bytes.
const BLOCK: usize = 256;

/// The bytes of whole characters that two texts have in common at their start.
pub(super) fn common_head(a: &str, b: &str) -> usize {
    let blocks = a.as_bytes().chunks_exact(BLOCK).zip(b.as_bytes().chunks_exact(BLOCK));
    let skip = BLOCK * blocks.take_while(|(a, b)| a == b).count();
    let rest = a.bytes().skip(skip).zip(b.bytes().skip(skip));
    let mut head = skip + rest.take_while(|(a, b)| a == b).count();
    while !(a.is_char_boundary(head) && b.is_char_boundary(head)) {
        head -= 1;
    }
    head
}

/// The bytes of whole characters that two texts have in common at their end.
pub(super) fn common_tail(a: &str, b: &str) -> usize {
    let blocks = a.as_bytes().rchunks_exact(BLOCK).zip(b.as_bytes().rchunks_exact(BLOCK));
    let skip = BLOCK * blocks.take_while(|(a, b)| a == b).count();
    let rest = a.bytes().rev().skip(skip).zip(b.bytes().rev().skip(skip));
    let mut tail = skip + rest.take_while(|(a, b)| a == b).count();
    while !(a.is_char_boundary(a.len() - tail) && b.is_char_boundary(b.len() - tail)) {
        tail -= 1;
    }
    tail
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::position::{Position, clamp};
    use super::super::samples;
    use super::super::width::Ambiguous;
    use super::*;

    #[test]
    fn common_parts_are_whole_characters() {
        assert_eq!(common_head("法治", "法沺"), 3);
        assert_eq!(common_tail("一法", "丁法"), 3);
        assert_eq!(common_head("法治", "法治"), 6);
        let long = "法".repeat(1000);
        assert_eq!(common_head(&long, &format!("{long}治")), 3000);
        assert_eq!(common_tail(&long, &format!("治{long}")), 3000);
    }

    proptest! {
        #[test]
        fn the_result_is_that_of_wrapping_anew(
            text in samples::paragraph(150), insert in samples::paragraph(2),
            at in 0..900_usize, removed in 0..12_usize, width in 1..40_usize, indent in 0..5_usize,
        ) {
            let wrap = Wrap { width, indent, ambiguous: Ambiguous::Narrow };
            let list = [text.clone()];
            let from = clamp(&list, Position { paragraph: 0, byte: at }).byte;
            let to = clamp(&list, Position { paragraph: 0, byte: from + removed }).byte.max(from);
            let mut changed = text.clone();
            changed.replace_range(from..to, &insert);
            let mut rows = wrap.rows(&text);
            let tail = Tail::of(&mut rows, to);
            let head = Head::of(&mut rows, from);
            prop_assert_eq!(wrap.rewrap(&changed, head, &tail), wrap.rows(&changed));
        }
    }
}
