//! Soft wrap after a change: only the rows that the change can reach.
//!
//! The result is always that of [`Wrap::rows`]; nothing is decided here that is not decided there.
//! One reason to have it: a key in a paragraph of a whole book would otherwise cost its whole length.

use super::cluster::clusters;
use super::wrap::{Filler, Row, Wrap};

/// How many rows before the changed one may change with it. A row is ended by the first cluster
/// that does not fit; what is moved down before that cluster can fill two further rows.
const REACH: usize = 4;

impl Wrap {
    /// Turns the rows of `old` into the rows of `new`. `rows` must be those of `old` by this wrap.
    pub(super) fn rewrap(&self, rows: &mut Vec<Row>, old: &str, new: &str) {
        let head = common_head(old, new);
        let tail = common_tail(&old[head..], &new[head..]);
        let reached = rows.partition_point(|row| row.end < head);
        let kept = reached.saturating_sub(REACH);
        let start = rows.get(kept).map_or(0, |row| row.start);
        let settled = new.len() - tail;

        let mut filler = Filler::new(*self, start);
        for (at, cluster) in clusters(&new[start..]) {
            let open = filler.start();
            filler.take(new, start + at, cluster);
            if filler.start() > open && filler.start() > settled {
                let before = filler.start() + old.len() - new.len();
                if let Some(index) = row_starting_at(rows, before) {
                    let rest = shifted(&rows[index..], old.len(), new.len());
                    let made = filler.into_rows();
                    rows.truncate(kept);
                    rows.extend(made.into_iter().chain(rest));
                    return;
                }
            }
        }
        rows.truncate(kept);
        rows.extend(filler.finish(new.len()));
    }
}

/// The row, other than the first with its indent, that starts at that byte.
fn row_starting_at(rows: &[Row], byte: usize) -> Option<usize> {
    rows.binary_search_by_key(&byte, |row| row.start).ok().filter(|&index| index > 0)
}

/// Rows at the end of a text whose length changed from `old` to `new` bytes before them.
fn shifted(rows: &[Row], old: usize, new: usize) -> Vec<Row> {
    let shift = |byte| byte + new - old;
    let row = |row: &Row| Row { start: shift(row.start), end: shift(row.end), ..*row };
    rows.iter().map(row).collect()
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
            wrap.rewrap(&mut rows, &text, &changed);
            prop_assert_eq!(rows, wrap.rows(&changed));
        }
    }
}
