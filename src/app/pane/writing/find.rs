//! Looking for a text from where the caret is, going to where it stands, and
//! replacing it.

use super::{Focus, WritingPane};
use crate::app::entry::{Entry, Spot};
use crate::app::history::Kind;
use crate::app::pane::frame;
use crate::report::find::{Hit, Replacing, Site};
use crate::text::Needle;
use crate::text::position::Position;

impl WritingPane {
    /// Where the needle stands, in the open entry or in the whole report.
    pub fn hits(&self, needle: &Needle, here_only: bool) -> Vec<Hit> {
        let wanted = |site| !here_only || Entry::of(site) == self.entry;
        self.session.report().hits(needle, wanted)
    }

    /// The index of the first hit at or behind the caret; that of none where all
    /// stand before it.
    pub fn first_hit(&self, hits: &[Hit]) -> usize {
        let entries = self.session.entries();
        let rank = |entry: Entry| entries.iter().position(|own| *own == entry).unwrap_or(0);
        let open = rank(self.entry);
        let Position { paragraph, byte } = self.spot().position;
        let caret = if self.form.is_some() { (paragraph, byte) } else { (paragraph + 1, byte) };
        hits.partition_point(|hit| {
            let own = rank(Entry::of(hit.site));
            own < open || own == open && self.place_within(hit) < caret
        })
    }

    /// Where a hit stands in the open entry, for comparing: its row in a form; of
    /// a text, the heading and then the paragraphs.
    fn place_within(&self, hit: &Hit) -> (usize, usize) {
        let row = match hit.site {
            Site::Heading(_) => 0,
            Site::Paragraph(_, paragraph) => paragraph + 1,
            site => self.form.as_ref().and_then(|form| frame::row_of(form, site)).unwrap_or(0),
        };
        (row, hit.byte)
    }

    /// Goes to a hit and selects it; a heading is changed in 目录.
    pub fn go_to_hit(&mut self, hit: &Hit, bytes: usize) {
        let entry = Entry::of(hit.site);
        if entry == self.entry {
            self.session.seal();
        } else {
            self.go_to(entry);
        }
        self.focus = Focus::Text;
        match hit.site {
            Site::Heading(_) => {
                self.focus = Focus::Outline;
                self.editor.place(Position::default());
            }
            Site::Paragraph(_, paragraph) => {
                self.editor.hold(Position { paragraph, byte: hit.byte }, bytes);
            }
            site => self.hold_in_form(site, hit.byte, bytes),
        }
    }

    /// Selects a stretch of a line of 版头 or 落款, as far as it stands so in its row.
    fn hold_in_form(&mut self, site: Site, byte: usize, bytes: usize) {
        let line = self.session.report().text_at(site).unwrap_or_default();
        let Some(form) = &mut self.form else { return };
        let Some(row) = frame::row_of(form, site) else { return };
        form.go_to(row);
        let field = &mut form.rows[row].field;
        let stretch = byte..byte + bytes;
        if field.text().get(stretch.clone()) == line.get(stretch) {
            field.hold(byte..byte + bytes);
        } else {
            field.place(0);
        }
    }

    /// Puts another text in the place of these hits, as one step. The caret stays
    /// where it is in its text.
    ///
    /// # Errors
    /// The usual sentence where the draft can only be read.
    pub fn replace(
        &mut self,
        needle: &Needle,
        hits: &[Hit],
        replacement: &str,
    ) -> Result<Replacing, String> {
        self.refuse_if_read_only()?;
        let mut change = self.session.report().replacing(needle, hits, replacement);
        let Some(edit) = change.edit.take() else { return Ok(change) };
        let before = self.spot();
        let position = self.moved(needle, hits, replacement);
        let after = Spot { position, ..before };
        self.session.seal();
        self.session.change(edit, Kind::Single, before, after)?;
        if hits.iter().any(|hit| Entry::of(hit.site) == self.entry) {
            let focus = self.focus;
            self.restore(after);
            self.focus = focus;
        }
        Ok(change)
    }

    /// Puts the caret behind a hit that was gone to.
    pub fn step_behind(&mut self, hit: &Hit, bytes: usize) {
        if let Site::Paragraph(_, paragraph) = hit.site {
            self.editor.place(Position { paragraph, byte: hit.byte + bytes });
        }
    }

    /// Where the caret is once these hits are replaced: behind as many signs as
    /// before; inside of a hit, behind what takes its place.
    fn moved(&self, needle: &Needle, hits: &[Hit], replacement: &str) -> Position {
        let position = self.spot().position;
        let Some(place) = self.place() else { return position };
        let site = Site::Paragraph(place, position.paragraph);
        let before = |hit: &&Hit| hit.site == site && !hit.cited && hit.byte < position.byte;
        let (mut byte, mut shift) = (position.byte, 0);
        for hit in hits.iter().filter(before) {
            byte = byte.max(hit.byte + needle.bytes());
            shift += replacement.len().cast_signed() - needle.bytes().cast_signed();
        }
        Position { byte: byte.saturating_add_signed(shift), ..position }
    }
}
