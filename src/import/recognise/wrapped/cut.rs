//! At which width the lines of a file were cut, if they were.
//!
//! The width is the one that most lines share, not that of the widest: a
//! letterhead or a signature that spaces push to the right is wider. A file is
//! taken for cut only if most of its full lines break off in the middle of a
//! sentence and most of the others end one.

use crate::import::passage::{Passage, Role};
use crate::text::width::{Ambiguous, columns};

use super::line::{ends, holds_stop, is_number, is_settled};

/// Lines are cut no narrower and no wider than this, in cells.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;
/// A line may be this much shorter or longer than the width, in cells: a mark
/// was kept with the character before it, or hangs out.
const SLACK: usize = 4;
/// As many full lines there are at least, and a third of all.
const FEWEST: usize = 8;
/// The deepest indent of a paragraph, in cells; what stands further to the
/// right is a title or a signature.
const DEEPEST: usize = 8;

/// What a line has so many of as all others.
#[derive(Clone, Copy)]
enum Unit {
    Cells,
    Characters,
}

/// How far a line reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// To the width: nothing more had room in it.
    Full,
    /// Nearly to it: the next character may have had no room.
    Nearly,
    /// It ends before, or was never cut.
    Short,
}

/// How a file is cut.
pub(super) struct Cut {
    unit: Unit,
    /// Lines of so many units are full.
    width: usize,
    /// Whether paragraphs are told by their indent.
    pub(super) indented: bool,
}

impl Cut {
    /// How the lines are cut; `None` where they are not.
    pub(super) fn of(passages: &[Passage]) -> Option<Self> {
        let is_text = |p: &&Passage| p.role != Role::Noise && !is_number(p);
        let lines: Vec<&Passage> = passages.iter().filter(is_text).collect();
        let (by_cells, cells) = common(lines.iter().map(|line| Unit::Cells.of(line)), 1)?;
        let (by_characters, characters) =
            common(lines.iter().map(|line| Unit::Characters.of(line)), 0)?;
        let (unit, width, in_cells) = if by_characters > by_cells {
            (Unit::Characters, characters, 2 * characters)
        } else {
            (Unit::Cells, cells, cells)
        };
        let indents = lines.iter().filter(|line| is_indented(line) && !is_deep(line)).count();
        let indented = indents >= 3 && 2 * indents <= lines.len();
        let cut = Self { unit, width, indented };
        (WIDTHS.contains(&in_cells) && cut.is_proven(&lines)).then_some(cut)
    }

    /// Whether the lines look as if they were cut so.
    fn is_proven(&self, lines: &[&Passage]) -> bool {
        let (short, full): (Vec<&Passage>, Vec<&Passage>) =
            lines.iter().partition(|line| self.reach(line) == Reach::Short);
        let broken = full.iter().filter(|line| !ends(line)).count();
        let short: Vec<&&Passage> = short.iter().filter(|line| !is_deep(line)).collect();
        let wider = short.iter().filter(|line| self.is_wider(line)).count();
        let settled = short.iter().filter(|line| is_settled(line)).count();
        full.len() >= FEWEST
            && 3 * full.len() >= lines.len()
            && 5 * wider <= full.len()
            && 2 * broken > full.len()
            && 2 * settled >= short.len()
            && lines.iter().any(|line| holds_stop(line))
    }

    /// How far a line reaches; one pushed far to the right is never cut.
    pub(super) fn reach(&self, line: &Passage) -> Reach {
        let units = self.unit.of(line);
        let (least, slack) = match self.unit {
            // A wide character has no room in the last cell.
            Unit::Cells => (self.width - 1, SLACK),
            Unit::Characters => (self.width, SLACK / 2),
        };
        if is_deep(line) || self.is_wider(line) || units + slack < self.width {
            Reach::Short
        } else if units >= least {
            Reach::Full
        } else {
            Reach::Nearly
        }
    }

    fn is_wider(&self, line: &Passage) -> bool {
        self.unit.of(line) > self.width + SLACK
    }
}

impl Unit {
    /// The width of a line with its indent.
    fn of(self, line: &Passage) -> usize {
        match self {
            Self::Cells => indent(line) + columns(&line.raw, Ambiguous::Wide),
            Self::Characters => line.indent.chars().count() + line.raw.chars().count(),
        }
    }
}

/// How many lines share the commonest width, give or take `reach`, and that
/// width; of several the widest.
fn common(widths: impl Iterator<Item = usize>, reach: usize) -> Option<(usize, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths {
        *counts.entry(width).or_insert(0) += 1;
    }
    let near = |width: usize| counts.range(width.saturating_sub(reach)..=width).map(|(_, n)| n);
    counts.keys().map(|width| (near(*width).sum(), *width)).max()
}

/// The indent of a line, in cells.
fn indent(line: &Passage) -> usize {
    columns(&line.indent.replace('\t', "    "), Ambiguous::Wide)
}

fn is_deep(line: &Passage) -> bool {
    indent(line) > DEEPEST
}

/// Whether white space stands before a line.
pub(super) fn is_indented(line: &Passage) -> bool {
    !line.indent.is_empty()
}
