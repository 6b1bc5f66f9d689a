//! Looking for a text from where the caret is, going to where it stands, and
//! replacing it.

use std::ops::Range;

use super::{Focus, WritingPane};
use crate::app::entry::{Entry, Spot};
use crate::app::history::Kind;
use crate::app::pane::frame;
use crate::report::Edit;
use crate::report::find::{Hit, Replacing, Site};
use crate::text::Needle;
use crate::text::position::{self, Position};

impl WritingPane {
    /// Where the needle stands, in the open entry or in the whole report.
    pub fn hits(&self, needle: &Needle, here_only: bool) -> Vec<Hit> {
        let wanted = |site| !here_only || Entry::of(site) == self.entry;
        self.session.report().hits(needle, wanted)
    }

    /// The index of the first hit at or behind the caret, or the start of what is
    /// selected; from 目录, of the open text. That of none where all stand before it.
    pub fn first_hit(&self, hits: &[Hit]) -> usize {
        let entries = self.session.entries();
        let rank = |entry: Entry| entries.iter().position(|own| *own == entry).unwrap_or(0);
        let open = rank(self.entry);
        let here = if self.focus == Focus::Outline {
            (usize::from(self.form.is_none()), 0)
        } else if let Some(form) = &self.form {
            let field = form.rows.get(form.focus).map(|row| &row.field);
            (form.focus, field.map_or(0, |field| field.selection().start))
        } else {
            let Position { paragraph, byte } = self.editor.replaced().start;
            (paragraph + 1, byte)
        };
        hits.partition_point(|hit| {
            let own = rank(Entry::of(hit.site));
            own < open || own == open && self.place_within(hit) < here
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
    pub fn go_to_hit(&mut self, hit: &Hit) {
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
                self.editor.place(position::end_of(self.body()));
            }
            Site::Paragraph(_, paragraph) => {
                self.editor.hold(Position { paragraph, byte: hit.byte }, hit.bytes);
            }
            _ => self.hold_in_form(hit),
        }
    }

    /// Selects a hit in a line of 版头 or 落款, as far as it stands so in its row.
    fn hold_in_form(&mut self, hit: &Hit) {
        let line = self.session.report().text_at(hit.site).unwrap_or_default();
        let Some(form) = &mut self.form else { return };
        let Some(row) = frame::row_of(form, hit.site) else { return };
        form.go_to(row);
        let field = &mut form.rows[row].field;
        if field.text().get(hit.range()) == line.get(hit.range()) {
            field.hold(hit.range());
        } else {
            field.place(0);
        }
    }

    /// Whether what is selected is a hit that was gone to, so that it is still to be
    /// looked at or replaced.
    pub fn holds_hit(&self, hit: &Hit) -> bool {
        match (hit.site, &self.form) {
            _ if self.focus != Focus::Text || Entry::of(hit.site) != self.entry => false,
            (Site::Paragraph(_, paragraph), None) => {
                let Range { start, end } = self.editor.replaced();
                let place = |byte| Position { paragraph, byte };
                (start, end) == (place(hit.byte), place(hit.range().end))
            }
            (site, Some(form)) => {
                let row = form.rows.get(form.focus);
                frame::row_of(form, site) == Some(form.focus)
                    && row.is_some_and(|row| row.field.selection() == hit.range())
            }
            _ => false,
        }
    }

    /// Puts another text in the place of these hits, as one step. The caret stays
    /// where it is in its text.
    ///
    /// # Errors
    /// The usual sentence where the draft can only be read.
    pub fn replace(&mut self, hits: &[Hit], replacement: &str) -> Result<Replacing, String> {
        self.refuse_if_read_only()?;
        let mut change = self.session.report().replacing(hits, replacement);
        if let Some(edit) = change.edit.take() {
            let after = self.moved(hits, replacement);
            self.make_replacing(edit, hits, after)?;
        }
        Ok(change)
    }

    /// As [`Self::replace`] for one hit, which is gone to. The caret is before it
    /// while the step is noted, so that it is the next again once that is taken
    /// back, and behind what takes its place then.
    ///
    /// # Errors
    /// The usual sentence where the draft can only be read.
    pub fn replace_one(&mut self, hit: &Hit, replacement: &str) -> Result<Replacing, String> {
        self.refuse_if_read_only()?;
        let mut change = self.session.report().replacing(&[*hit], replacement);
        if let Some(edit) = change.edit.take() {
            self.go_to_hit(hit);
            let Position { paragraph, byte } = self.spot().position;
            let heading = matches!(hit.site, Site::Heading(_));
            let byte = if heading { byte } else { byte + replacement.len() };
            self.make_replacing(edit, &[*hit], Position { paragraph, byte })?;
        }
        Ok(change)
    }

    /// Makes the change that replaces these hits, the caret afterwards at a place of
    /// the open entry.
    fn make_replacing(&mut self, edit: Edit, hits: &[Hit], after: Position) -> Result<(), String> {
        let before = self.spot();
        let after = Spot { position: after, ..before };
        self.session.seal();
        self.session.change(edit, Kind::Replacing, before, after)?;
        if hits.iter().any(|hit| Entry::of(hit.site) == self.entry) {
            let focus = self.focus;
            self.restore(after);
            self.focus = focus;
        }
        Ok(())
    }

    /// Where the caret is once these hits are replaced: behind as many signs as
    /// before; inside of a hit, behind what takes its place.
    fn moved(&self, hits: &[Hit], replacement: &str) -> Position {
        let position = self.spot().position;
        let Some(place) = self.place() else { return position };
        let site = Site::Paragraph(place, position.paragraph);
        let before = |hit: &&Hit| hit.site == site && !hit.cited && hit.byte < position.byte;
        let (mut byte, mut shift) = (position.byte, 0);
        for hit in hits.iter().filter(before) {
            byte = byte.max(hit.range().end);
            shift += replacement.len().cast_signed() - hit.bytes.cast_signed();
        }
        Position { byte: byte.saturating_add_signed(shift), ..position }
    }
}
