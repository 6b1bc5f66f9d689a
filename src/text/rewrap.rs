//! Soft wrap after a change: only the rows that the change can reach.
//!
//! The result is always that of [`Wrap::rows`]; nothing is decided here that is not decided there.
//! One reason to have it: a key in a paragraph of a whole book would otherwise cost its whole length.
//! What is wrapped again begins like a text whose rows are known and ends like one: the same text
//! before a change, or two that were joined, or one that was parted.

use super::width::{clusters, columns};
use super::wrap::{Filler, Row, Wrap};

/// How many rows before the changed one may change with it. A row is ended by the first cluster
/// that does not fit; what is moved down before that cluster can fill two further rows.
const REACH: usize = 4;

impl Wrap {
    /// The rows of a text that begins and ends like others whose rows are known, all by this wrap.
    /// Where they have not fallen into step with those of `tail` after so many rows, the next one
    /// ends where one of those begins, and it is told where.
    pub(super) fn rewrap(
        &self,
        text: &str,
        head: Head,
        tail: &Tail,
        ahead: usize,
    ) -> (Vec<Row>, Option<usize>) {
        let mut rows = head.rows;
        let reached = rows.partition_point(|row| row.end < head.same);
        let kept = reached.saturating_sub(REACH);
        let start = rows.get(kept).map_or(0, |row| row.start);
        rows.truncate(kept);

        let shift = |byte| byte + text.len() - tail.length;
        let first = tail.rows.first().map_or(usize::MAX, |row| shift(row.start));
        let mut made = 0;
        let mut filler = Filler::new(*self, start);
        for (at, cluster) in clusters(&text[start..]) {
            let open = filler.start();
            filler.take(text, start + at, cluster);
            let start = filler.start();
            if start == open {
                continue;
            }
            made += usize::from(start > head.same);
            if start < first {
                continue;
            }
            let index = tail.rows.partition_point(|row| shift(row.start) < start);
            let Some(next) = tail.rows.get(index).map(|row| shift(row.start)) else { continue };
            if next == start || made > ahead {
                rows.extend(filler.into_rows());
                if start < next {
                    let columns = columns(&text[start..next], self.ambiguous).min(self.width);
                    rows.push(Row { start, end: next, columns });
                }
                rows.extend(tail.rows[index..].iter().map(|row| Row {
                    start: shift(row.start),
                    end: shift(row.end),
                    ..*row
                }));
                return (rows, (start < next).then_some(next));
            }
        }
        rows.extend(filler.finish(text.len()));
        (rows, None)
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
    /// Those of its rows that begin in what both end with.
    rows: Vec<Row>,
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
    /// Of a text with these rows, of which those that begin at this byte or behind are still those
    /// of what follows them. The rows before are left.
    pub(super) fn of(rows: &mut Vec<Row>, from: usize) -> Tail {
        let length = rows.last().map_or(0, |row| row.end);
        let reached = rows.partition_point(|row| row.start < from);
        Tail { rows: rows.split_off(reached), length }
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
            let tail = Tail::of(&mut rows, to + 1);
            let head = Head::of(&mut rows, from);
            let all = wrap.rewrap(&changed, head, &tail, usize::MAX);
            prop_assert_eq!(all, (wrap.rows(&changed), None));
        }
    }
}
