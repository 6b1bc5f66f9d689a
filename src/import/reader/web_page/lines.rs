//! The text of a page as lines: white space as a browser shows it, rows of tables.
//!
//! Which elements there are is not known here, only that a line ends, a row
//! begins, a cell ends. A row may be one of a table of figures, or hold the
//! whole article of a page that is laid out with tables: that shows at its end.

use crate::import::reader::place;
use crate::import::traced::{Origin, Traced};

/// The shortest line that is prose if it holds a full stop, in characters.
const PROSE: usize = 40;

/// How many tables may lie in each other.
const DEEPEST: usize = 32;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: Traced,
    /// The rank of the heading that it stands in, 1 to 6.
    pub(super) rank: Option<u8>,
    /// The element of the frame that it stands in.
    pub(super) frame: Option<usize>,
    /// Whether there is a link in it.
    linked: bool,
    /// Whether there is text in it that is none.
    unlinked: bool,
}

impl Line {
    /// Whether it consists of links only.
    pub(super) fn is_links(&self) -> bool {
        self.linked && !self.unlinked
    }

    /// Whether it is running text, as no navigation has.
    pub(super) fn is_prose(&self) -> bool {
        self.text.contains('。') && self.text.chars().count() >= PROSE
    }
}

/// How a character stands on the page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    /// In a link.
    pub(super) link: bool,
    /// White space counts, as in `<pre>`.
    pub(super) kept: bool,
    /// The rank of the heading.
    pub(super) rank: Option<u8>,
    /// The element of the frame.
    pub(super) frame: Option<usize>,
}

/// A row of a table that is not at its end.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<Line>>,
    /// Whether it holds a table of its own.
    nested: bool,
}

/// White space that is not yet known to stand between two words.
#[derive(Clone, Copy, Debug)]
struct Gap {
    origin: Origin,
    /// Whether a line of the file ends in it.
    breaks: bool,
}

/// The lines so far.
#[derive(Debug, Default)]
pub(super) struct Lines {
    done: Vec<Line>,
    rows: Vec<Row>,
    line: Line,
    gap: Option<Gap>,
}

impl Lines {
    /// Adds a character of text.
    pub(super) fn push(&mut self, c: char, origin: Origin, manner: Manner) {
        let blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        if blank && !manner.kept {
            let breaks = c == '\n' || self.gap.is_some_and(|gap| gap.breaks);
            let origin = self.gap.map_or(origin, |gap| gap.origin);
            self.gap = Some(Gap { origin, breaks });
        } else if c == '\n' {
            self.end_line();
        } else {
            self.close_gap(c);
            self.add(c, origin, manner);
        }
    }

    /// Writes the white space in front of a character, where it shows.
    fn close_gap(&mut self, next: char) {
        let last = self.line.text.chars().next_back();
        if let (Some(last), Some(gap)) = (last, self.gap.take())
            && (!gap.breaks || place::spaced(last, next))
        {
            self.line.text.push(' ', gap.origin);
        }
    }

    fn add(&mut self, c: char, origin: Origin, manner: Manner) {
        if self.line.text.is_empty() {
            let Manner { rank, frame, .. } = manner;
            self.line = Line { rank, frame, ..Line::default() };
        }
        self.line.linked |= manner.link;
        self.line.unlinked |= !manner.link && !is_gap(c);
        self.line.text.push(c, origin);
    }

    /// Ends the line, if there is one.
    pub(super) fn end_line(&mut self) {
        self.gap = None;
        let line = std::mem::take(&mut self.line);
        if !line.text.is_empty() {
            self.keep(line);
        }
    }

    fn keep(&mut self, line: Line) {
        let Some(row) = self.rows.last_mut() else {
            self.done.push(line);
            return;
        };
        match row.cells.last_mut() {
            Some(cell) => cell.push(line),
            None => row.cells.push(vec![line]),
        }
    }

    /// Begins a row inside whatever is open; whether it did, and so must be ended.
    pub(super) fn begin_row(&mut self) -> bool {
        self.end_line();
        let begins = self.rows.len() < DEEPEST;
        if begins {
            self.rows.push(Row::default());
        }
        begins
    }

    /// Begins a cell of the row.
    pub(super) fn begin_cell(&mut self) {
        self.end_line();
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Vec::new());
        }
    }

    /// Ends the row: one line, if it is one of a table of figures.
    pub(super) fn end_row(&mut self) {
        self.end_line();
        let Some(row) = self.rows.pop() else {
            return;
        };
        if let Some(outer) = self.rows.last_mut() {
            outer.nested = true;
        }
        if row.is_layout() {
            row.cells.into_iter().flatten().for_each(|line| self.keep(line));
        } else if let Some(line) = row.joined() {
            self.keep(line);
        }
    }

    /// All lines, with the rows that never ended.
    pub(super) fn finish(mut self) -> Vec<Line> {
        self.end_line();
        while !self.rows.is_empty() {
            self.end_row();
        }
        self.done
    }
}

impl Row {
    /// Whether it arranges a page and is not read across.
    fn is_layout(&self) -> bool {
        let filled = self.cells.iter().filter(|cell| !cell.is_empty()).count();
        let tall = |cell: &Vec<Line>| cell.len() > 1 && cell.iter().any(Line::is_prose);
        let heading = |cell: &Vec<Line>| cell.iter().any(|line| line.rank.is_some());
        let one = filled < 2;
        one || self.nested || self.cells.iter().any(|cell| tall(cell) || heading(cell))
    }

    /// The cells joined by tabs; lines within a cell follow each other.
    fn joined(self) -> Option<Line> {
        let all = || self.cells.iter().flatten();
        let frame = all().next()?.frame.filter(|frame| all().all(|l| l.frame == Some(*frame)));
        let linked = all().any(|line| line.linked);
        let unlinked = all().any(|line| line.unlinked);
        let mut text = Traced::default();
        let mut tabs = 0;
        for (index, cell) in self.cells.iter().enumerate() {
            for line in cell {
                while tabs < index {
                    text.push('\t', line.text.start());
                    tabs += 1;
                }
                let ends = text.chars().next_back().zip(line.text.chars().next());
                if ends.is_some_and(|(a, b)| a != '\t' && place::spaced(a, b)) {
                    text.push(' ', line.text.start());
                }
                text.append(&line.text);
            }
        }
        Some(Line { text, rank: None, frame, linked, unlinked })
    }
}

/// What stands between links without being one: `首页 > 政务公开 | 返回`.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '>' | '»' | '›' | '/' | '·' | '｜' | '＞' | '-')
}
