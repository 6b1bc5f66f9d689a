//! Which stretch of a text was replaced by which: where it lies, not what stands there.
//!
//! Whoever keeps something about a long text (its rows, its counts) is told this, and looks at that
//! stretch alone: looking for the change in the whole text would cost its whole length at each key.

use super::position::{self, Position};

/// A stretch of a list of paragraphs that was replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Where it begins.
    pub at: Position,
    /// Where it ended before.
    pub removed: Position,
    /// Where it ends now.
    pub inserted: Position,
}

impl Splice {
    /// The replacement of one text at `at` by another; `\n` parts paragraphs in both.
    pub fn new(at: Position, removed: &str, inserted: &str) -> Splice {
        let end = |text| position::advance(at, text);
        Splice { at, removed: end(removed), inserted: end(inserted) }
    }

    /// Where a stretch is afterwards that lay before or behind what was replaced;
    /// `None` where it was touched: what stands there may be another text now.
    pub fn carry(self, from: Position, to: Position) -> Option<(Position, Position)> {
        let empty = from == to;
        if to < self.at || (to == self.at && !empty) {
            return Some((from, to));
        }
        let behind = from > self.removed || (from == self.removed && !empty);
        let carried = |p| moved(p, self.removed, self.inserted);
        behind.then(|| (carried(from), carried(to)))
    }

    /// Where a caret is afterwards: where it was before what was replaced, behind as
    /// many characters behind it, and at its end inside it.
    pub fn caret(self, p: Position) -> Position {
        if p <= self.at {
            p
        } else if p >= self.removed {
            moved(p, self.removed, self.inserted)
        } else {
            self.inserted
        }
    }

    /// This replacement and the next one as one that covers both.
    #[must_use]
    pub fn then(self, next: Splice) -> Splice {
        // The end of both in the text between them.
        let end = self.inserted.max(next.removed);
        Splice {
            at: self.at.min(next.at),
            removed: moved(end, self.inserted, self.removed),
            inserted: moved(end, next.removed, next.inserted),
        }
    }
}

/// Where a place at or behind `from` goes with it when that goes to `to`.
fn moved(p: Position, from: Position, to: Position) -> Position {
    let byte = if p.paragraph == from.paragraph { p.byte - from.byte + to.byte } else { p.byte };
    Position { paragraph: p.paragraph - from.paragraph + to.paragraph, byte }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::position::{clamp, end_of, slice};
    use super::super::samples;
    use super::*;

    /// The text with the stretch between two places replaced, and what that was.
    fn replaced(text: &[String], from: Position, to: Position, by: &str) -> (Vec<String>, Splice) {
        let (from, to) = (clamp(text, from), clamp(text, to));
        let (from, to) = (from.min(to), from.max(to));
        let head = slice(text, Position::default(), from);
        let tail = slice(text, to, end_of(text));
        let new = format!("{head}{by}{tail}").split('\n').map(str::to_owned).collect();
        (new, Splice::new(from, &slice(text, from, to), by))
    }

    /// The text before and behind a place, which may stand inside a cluster.
    fn parts(text: &[String], p: Position) -> (String, String) {
        let before: usize = text.iter().take(p.paragraph).map(|own| own.len() + 1).sum();
        let all = text.join("\n");
        let (head, tail) = all.split_at(before + p.byte);
        (head.to_owned(), tail.to_owned())
    }

    proptest! {
        #[test]
        fn what_is_carried_stands_as_it_did(
            text in samples::paragraphs(),
            cut in (0..6_usize, 0..200_usize, 0..6_usize, 0..200_usize, samples::paragraphs()),
            own in (0..6_usize, 0..200_usize, 0..200_usize),
        ) {
            let at = |paragraph, byte| Position { paragraph, byte };
            let (from, to) = (clamp(&text, at(own.0, own.1)), clamp(&text, at(own.0, own.2)));
            let (from, to) = (from.min(to), from.max(to));
            let by = cut.4.join("\n");
            let (new, splice) = replaced(&text, at(cut.0, cut.1), at(cut.2, cut.3), &by);
            let Some((start, end)) = splice.carry(from, to) else { return Ok(()) };
            prop_assert_eq!(start.paragraph, end.paragraph);
            let part = new[start.paragraph].get(start.byte..end.byte);
            prop_assert_eq!(part, text[from.paragraph].get(from.byte..to.byte));
        }

        #[test]
        fn one_for_two_covers_all_that_changed(
            text in samples::paragraphs(),
            a in (0..6_usize, 0..200_usize, 0..6_usize, 0..200_usize, samples::paragraphs()),
            b in (0..6_usize, 0..200_usize, 0..6_usize, 0..200_usize, samples::paragraphs()),
        ) {
            let at = |paragraph, byte| Position { paragraph, byte };
            let (between, first) = replaced(&text, at(a.0, a.1), at(a.2, a.3), &a.4.join("\n"));
            let (new, second) = replaced(&between, at(b.0, b.1), at(b.2, b.3), &b.4.join("\n"));
            let both = first.then(second);
            let (head, tail) = (parts(&text, both.at).0, parts(&text, both.removed).1);
            prop_assert_eq!(head, parts(&new, both.at).0);
            prop_assert_eq!(tail, parts(&new, both.inserted).1);
        }
    }
}
