//! One text of a document on its way: paragraphs, cells and rows are opened and
//! closed, and become pieces as Word shows them with all revisions accepted.
//!
//! It knows what the marks of the file mean, not how they are written: `walk`
//! reads them.

use super::field::Fields;
use super::numbering::{Counters, Label};
use super::piece::{Piece, Sight, row};
use super::properties::Properties;
use super::styles::Styles;
use crate::import::ImportError;
use crate::import::decode::MAX_BYTES;

/// The most paragraphs that are kept; what is beyond is counted only.
const MAX_PARAGRAPHS: usize = 100_000;

/// A text that is being taken apart.
pub(super) struct Story<'a> {
    styles: &'a Styles,
    counters: Counters<'a>,
    /// What is open, the innermost last.
    holders: Vec<Holder>,
    pieces: Vec<Piece>,
    /// A paragraph whose end is not shown: the next one goes on behind it.
    carried: Option<Carried>,
    /// What stood in a place that is gone; told where the next paragraph begins.
    loose: Vec<Sight>,
    /// Where each note of the part begins, by its number.
    notes: Vec<(u32, usize)>,
    /// How many deletions are open.
    deleted: usize,
    /// Whether each open run is hidden.
    runs: Vec<bool>,
    fields: Fields,
    paragraphs: usize,
    totals: Totals,
}

/// How much text there was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    /// Bytes that were taken.
    pub(super) taken: usize,
    /// Characters that revisions deleted.
    pub(super) deleted: usize,
    /// Characters that are hidden.
    pub(super) hidden: usize,
}

/// A text taken apart.
pub(super) struct Told {
    pub(super) pieces: Vec<Piece>,
    /// Where each note begins among the pieces, by its number.
    pub(super) notes: Vec<(u32, usize)>,
    pub(super) totals: Totals,
}

struct Paragraph {
    piece: Piece,
    properties: Properties,
    /// The text boxes that it holds.
    after: Vec<Piece>,
    /// Its number is printed already, before what was carried here.
    numbered: bool,
}

enum Holder {
    Paragraph(Box<Paragraph>),
    Cell { pieces: Vec<Piece>, deleted: bool },
    Row { cells: Vec<Vec<Piece>>, deleted: bool },
}

struct Carried {
    /// How many holders were open around it.
    depth: usize,
    piece: Piece,
    after: Vec<Piece>,
    numbered: bool,
}

impl<'a> Story<'a> {
    /// Before the first mark.
    pub(super) fn new(styles: &'a Styles, counters: Counters<'a>) -> Self {
        Self {
            styles,
            counters,
            holders: Vec::new(),
            pieces: Vec::new(),
            carried: None,
            loose: Vec::new(),
            notes: Vec::new(),
            deleted: 0,
            runs: Vec::new(),
            fields: Fields::default(),
            paragraphs: 0,
            totals: Totals::default(),
        }
    }

    /// All pieces, when the part has ended.
    pub(super) fn finish(mut self) -> Result<Told, ImportError> {
        self.release();
        if self.is_too_long() {
            return Err(ImportError::TooLong { lines: self.paragraphs });
        }
        if let Some(last) = self.pieces.last_mut() {
            self.loose.drain(..).for_each(|sight| last.mark(sight));
        }
        Ok(Told { pieces: self.pieces, notes: self.notes, totals: self.totals })
    }

    /// Whether the document will be refused, and paragraphs are counted only.
    fn is_too_long(&self) -> bool {
        self.paragraphs > MAX_PARAGRAPHS
    }

    /// How much text there was so far.
    pub(super) fn totals(&self) -> Totals {
        self.totals
    }

    /// A note at the foot of a page or at the end begins.
    pub(super) fn begin_note(&mut self, number: u32) {
        self.release();
        self.notes.push((number, self.pieces.len()));
    }

    /// A paragraph begins.
    pub(super) fn begin_paragraph(&mut self) {
        let depth = self.holders.len();
        let carried = self.carried.take_if(|carried| carried.depth == depth);
        let (mut piece, after, numbered) = match carried {
            Some(carried) => (carried.piece, carried.after, carried.numbered),
            None => (Piece::default(), Vec::new(), false),
        };
        self.loose.drain(..).for_each(|sight| piece.mark(sight));
        let properties = Properties::default();
        let paragraph = Paragraph { piece, properties, after, numbered };
        self.holders.push(Holder::Paragraph(Box::new(paragraph)));
    }

    /// The paragraph ends.
    pub(super) fn end_paragraph(&mut self) {
        self.release();
        self.fields.end_paragraph();
        let Some(Holder::Paragraph(mut paragraph)) = self.holders.pop() else {
            return;
        };
        self.paragraphs += 1;
        if self.is_too_long() {
            return;
        }
        let properties = &paragraph.properties;
        let vanishes = properties.end_deleted
            || self.deleted > 0
            || (properties.end_hidden && paragraph.piece.is_blank());
        if !vanishes {
            self.number(&mut paragraph);
        }
        paragraph.piece.role = paragraph.properties.role(self.styles);
        let Paragraph { piece, properties, after, numbered } = *paragraph;
        if properties.end_deleted || properties.end_hidden {
            let depth = self.holders.len();
            self.carried = Some(Carried { depth, piece, after, numbered });
            return;
        }
        self.give(std::iter::once(piece).chain(after));
    }

    /// Puts the number of a paragraph before it.
    fn number(&mut self, paragraph: &mut Paragraph) {
        let properties = &paragraph.properties;
        let own = (properties.list, properties.depth);
        let label = self.counters.next(own, properties.style.as_deref());
        match label {
            _ if paragraph.numbered => {}
            Some(Label::Number(number)) => paragraph.piece.put_first(&number),
            Some(Label::Bullet) => paragraph.piece.mark_first(Sight::Bullet),
            None => {}
        }
        paragraph.numbered = true;
    }

    /// Hands finished pieces to what is open around them.
    fn give(&mut self, pieces: impl Iterator<Item = Piece>) {
        if self.is_too_long() {
            return;
        }
        match self.holders.last_mut() {
            Some(Holder::Paragraph(paragraph)) => {
                paragraph.after.extend(pieces.map(|piece| Piece { boxed: true, ..piece }));
            }
            Some(Holder::Cell { pieces: own, .. }) => own.extend(pieces),
            Some(Holder::Row { cells, .. }) => cells.push(pieces.collect()),
            None => self.pieces.extend(pieces),
        }
    }

    /// Gives up waiting for a paragraph that goes on behind one without an end.
    fn release(&mut self) {
        let depth = self.holders.len();
        if let Some(carried) = self.carried.take_if(|carried| carried.depth >= depth) {
            let worth = |piece: &Piece| !piece.is_blank() || !piece.marks.is_empty();
            self.give(std::iter::once(carried.piece).filter(worth).chain(carried.after));
        }
    }

    /// A row of a table begins.
    pub(super) fn begin_row(&mut self) {
        self.release();
        self.holders.push(Holder::Row { cells: Vec::new(), deleted: false });
    }

    /// The row or cell was deleted; said before its first text.
    pub(super) fn delete_cells(&mut self) {
        if let Some(Holder::Row { deleted, .. } | Holder::Cell { deleted, .. }) =
            self.holders.last_mut()
        {
            self.deleted += usize::from(!std::mem::replace(deleted, true));
        }
    }

    /// The row ends.
    pub(super) fn end_row(&mut self) {
        self.release();
        match self.holders.pop() {
            Some(Holder::Row { cells, deleted: true }) => self.drop_deleted(cells.iter().flatten()),
            Some(Holder::Row { cells, .. }) if !cells.is_empty() => {
                self.give(row(cells).into_iter());
            }
            _ => {}
        }
    }

    /// Leaves out what was deleted, but for what is told of it.
    fn drop_deleted<'p>(&mut self, pieces: impl Iterator<Item = &'p Piece>) {
        self.deleted -= 1;
        let marks = pieces.flat_map(|piece| &piece.marks).map(|mark| mark.sight);
        let marks: Vec<Sight> = marks.filter(|sight| *sight != Sight::Deleted).collect();
        self.loose.extend(marks);
        self.loose.push(Sight::Deleted);
    }

    /// A cell begins.
    pub(super) fn begin_cell(&mut self) {
        self.release();
        self.holders.push(Holder::Cell { pieces: Vec::new(), deleted: false });
    }

    /// The cell ends. One without a paragraph, which Word does not write, counts as one.
    pub(super) fn end_cell(&mut self) {
        self.release();
        let Some(Holder::Cell { pieces, deleted }) = self.holders.pop() else {
            return;
        };
        self.paragraphs += usize::from(pieces.is_empty() && !self.is_too_long());
        match self.holders.last_mut() {
            _ if deleted => self.drop_deleted(pieces.iter()),
            _ if self.paragraphs > MAX_PARAGRAPHS => {}
            Some(Holder::Row { cells, .. }) => cells.push(pieces),
            _ => self.give(pieces.into_iter()),
        }
    }

    /// The properties of the open paragraph.
    pub(super) fn properties(&mut self) -> Option<&mut Properties> {
        match self.holders.last_mut() {
            Some(Holder::Paragraph(paragraph)) => Some(&mut paragraph.properties),
            _ => None,
        }
    }

    /// A run of text begins.
    pub(super) fn begin_run(&mut self) {
        let style = match self.holders.last() {
            Some(Holder::Paragraph(paragraph)) => paragraph.properties.style.as_deref(),
            _ => None,
        };
        let hidden = self.styles.is_hidden(style) || self.is_hidden();
        self.runs.push(hidden);
    }

    /// The open run says whether it is hidden.
    pub(super) fn hide_run(&mut self, hidden: bool) {
        if let Some(run) = self.runs.last_mut() {
            *run = hidden;
        }
    }

    /// The open run has a style of its own.
    pub(super) fn style_run(&mut self, style: &str) {
        if self.styles.is_hidden(Some(style)) {
            self.hide_run(true);
        }
    }

    /// The run ends.
    pub(super) fn end_run(&mut self) {
        self.runs.pop();
    }

    fn is_hidden(&self) -> bool {
        self.runs.last().copied().unwrap_or(false)
    }

    /// A deletion begins, or the place that text was moved from.
    pub(super) fn begin_deleted(&mut self) {
        self.deleted += 1;
    }

    /// The deletion ends.
    pub(super) fn end_deleted(&mut self) {
        self.deleted = self.deleted.saturating_sub(1);
    }

    /// Text comes; it is kept if Word shows it.
    pub(super) fn text(&mut self, text: &str) -> Result<(), ImportError> {
        if text.is_empty() || self.fields.in_code() {
            return Ok(());
        }
        if self.deleted > 0 {
            self.totals.deleted += text.chars().count();
            return Ok(());
        }
        if self.is_hidden() {
            self.totals.hidden += text.chars().count();
            self.note(Sight::Hidden);
            return Ok(());
        }
        self.totals.taken += text.len();
        if self.totals.taken > MAX_BYTES {
            let most = MAX_BYTES / 1024 / 1024;
            return Err(ImportError::TooLarge { megabytes: most + 1, most });
        }
        match self.holders.last_mut() {
            _ if self.paragraphs > MAX_PARAGRAPHS => {}
            Some(Holder::Paragraph(paragraph)) => paragraph.piece.push(text),
            _ => self.give(std::iter::once(Piece::of(text))),
        }
        Ok(())
    }

    /// Text of a deletion comes.
    pub(super) fn deleted_text(&mut self, text: &str) {
        self.totals.deleted += text.chars().count();
    }

    /// Something that is no text is seen here.
    pub(super) fn see(&mut self, sight: Sight) {
        if self.deleted == 0 && !self.fields.in_code() && !self.is_hidden() {
            self.note(sight);
        }
    }

    /// Notes a sight that stands here, shown or not.
    pub(super) fn note(&mut self, sight: Sight) {
        match self.holders.last_mut() {
            Some(Holder::Paragraph(paragraph)) => {
                let again = paragraph.piece.marks.last().is_some_and(|last| {
                    sight == Sight::Hidden
                        && last.sight == sight
                        && last.before == paragraph.piece.chars
                });
                if !again {
                    paragraph.piece.mark(sight);
                }
            }
            _ => self.loose.push(sight),
        }
    }

    /// A field begins: first its instruction, then its result.
    pub(super) fn begin_field(&mut self) {
        if self.deleted == 0 {
            self.fields.begin();
        }
    }

    /// A part of the instruction of a field comes.
    pub(super) fn code(&mut self, text: &str) {
        self.fields.code(text);
    }

    /// The result of the field begins.
    pub(super) fn begin_result(&mut self) {
        if self.deleted == 0 {
            self.fields.begin_result();
        }
    }

    /// The field ends.
    pub(super) fn end_field(&mut self) {
        if self.deleted == 0 && self.fields.end() {
            self.see(Sight::Symbol);
        }
    }
}
