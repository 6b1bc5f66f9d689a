//! The way from one open place to the next: blanks, and figures without a value.

use std::ops::Range;

use super::{Focus, WritingPane};
use crate::app::entry::{Entry, Spot};
use crate::report::progress::Open;
use crate::report::prose::{self, Piece};
use crate::text::position::Position;

impl WritingPane {
    /// Puts the caret to the first open place of the open entry, else to the
    /// next one; see [`Self::go_to_next_open`].
    pub fn go_to_open(&mut self) -> bool {
        self.hold_open_here(Position::default()) || self.go_on()
    }

    /// Puts the caret before the next open place; what is typed takes its place.
    /// Those of the open entry come first, behind the caret and then from its
    /// start; from one that is held, the way leads on, round the end of the
    /// report if need be. Without any, the first required text that is empty;
    /// `false` when there is nothing to fill.
    pub fn go_to_next_open(&mut self) -> bool {
        (!self.holds_blank() && self.hold_open_here(self.spot().position)) || self.go_on()
    }

    /// Leaves a citation that has its value now: for the next open place of the
    /// text, else the caret goes behind it.
    pub fn leave_citation(&mut self) {
        let behind = self.editor.replaced().end;
        self.editor.place(behind);
        self.hold_open_here(behind);
    }

    /// Holds an open place of the open entry, the first from here on or else the
    /// first of all; `false` when there is none.
    fn hold_open_here(&mut self, from: Position) -> bool {
        if let Some(form) = &mut self.form {
            form.go_to_blank();
        } else if let Some(place) = self.place() {
            let open = self.session.report().open_in(place);
            let next = open.iter().find(|open| position_of(open) >= from).or(open.first());
            if let Some(open) = next {
                self.editor.hold(position_of(open), open.text.len());
            }
        }
        let held = self.holds_blank();
        if held {
            self.session.seal();
            self.focus = Focus::Text;
        }
        held
    }

    /// Whether an open place is selected: what is typed next takes its place.
    pub fn holds_blank(&self) -> bool {
        match &self.form {
            Some(form) => form.rows.get(form.focus).is_some_and(|row| row.field.holds_blank()),
            None => self.held_piece().is_some(),
        }
    }

    /// Whether the user has selected something in the text: an open place that is
    /// held is none of that.
    pub fn has_selection(&self) -> bool {
        self.editor.selection().is_some() && !self.holds_blank()
    }

    /// The name of the figure whose citation is selected.
    pub fn held_citation(&self) -> Option<&str> {
        match self.held_piece()? {
            Piece::Citation(name) => Some(name),
            Piece::Blank(_) | Piece::Text(_) => None,
        }
    }

    /// The blank or citation that the selection is.
    fn held_piece(&self) -> Option<Piece<'_>> {
        let Range { start, end } = self.editor.selection().filter(|_| self.form.is_none())?;
        let paragraph =
            self.body().get(start.paragraph).filter(|_| start.paragraph == end.paragraph)?;
        let selected = paragraph.get(start.byte..end.byte)?;
        // Asked at every frame, of a selection as long as the text too.
        if !selected.starts_with(['{', '【']) {
            return None;
        }
        let pieces = prose::pieces(selected);
        let [(_, piece)]: [_; 1] = pieces.try_into().ok()?;
        (!matches!(piece, Piece::Text(_))).then_some(piece)
    }

    /// Holds the first open place of a paragraph that was just put in.
    pub(super) fn hold_open_of(&mut self, paragraph: usize) {
        let place = self.place();
        let open = place.map(|place| self.session.report().open_in(place)).unwrap_or_default();
        if let Some(open) = open.iter().find(|open| open.paragraph == paragraph) {
            self.editor.hold(position_of(open), open.text.len());
        }
    }

    /// Puts the caret to the next open place behind it, round the end of the report.
    fn go_on(&mut self) -> bool {
        self.focus = Focus::Text;
        let here = self.rank(self.spot());
        let places = self.open_places();
        let behind = |open: &&(Entry, Option<Open>)| {
            self.rank(Spot { entry: open.0, position: start_of(open) }) > here
        };
        let next = places.iter().find(behind).or(places.first()).cloned();
        let Some((entry, open)) = next else { return self.go_to_empty() };
        if entry != self.entry || self.form.is_some() {
            self.go_to(entry);
        }
        if let Some(open) = open {
            self.editor.hold(position_of(&open), open.text.len());
        }
        true
    }

    fn go_to_empty(&mut self) -> bool {
        let undone = self.undone();
        let report = self.session.report();
        let empty =
            undone.into_iter().find(|place| report.body(*place).is_none_or(<[_]>::is_empty));
        if let Some(place) = empty {
            self.go_to(Entry::Text(place));
        }
        empty.is_some()
    }

    /// Every open place with its entry, in the order of 目录; those of 版头 and
    /// 落款 once each, for their forms find their own.
    fn open_places(&self) -> Vec<(Entry, Option<Open>)> {
        let report = self.session.report();
        let mut places = Vec::new();
        if !report.open_in_letterhead().is_empty() {
            places.push((Entry::Letterhead, None));
        }
        for place in report.places() {
            let open = report.open_in(place).into_iter();
            places.extend(open.map(|open| (Entry::Text(place), Some(open))));
        }
        if !report.open_in_closing().is_empty() {
            places.push((Entry::Closing, None));
        }
        places
    }

    /// Where a spot stands in the report, for comparing.
    fn rank(&self, spot: Spot) -> (usize, Position) {
        let entries = self.session.entries();
        let entry = entries.iter().position(|entry| *entry == spot.entry).unwrap_or(0);
        (entry, spot.position)
    }
}

fn position_of(open: &Open) -> Position {
    Position { paragraph: open.paragraph, byte: open.byte }
}

fn start_of((_, open): &(Entry, Option<Open>)) -> Position {
    open.as_ref().map(position_of).unwrap_or_default()
}
