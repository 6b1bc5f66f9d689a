//! The way from one open place to the next: blanks, and figures without a value.

use super::{Focus, WritingPane};
use crate::app::entry::{Entry, Spot};
use crate::report::progress::Open;
use crate::text::position::Position;

impl WritingPane {
    /// Puts the caret to the first open place of the open entry, else to the
    /// next one; see [`Self::go_to_next_open`].
    pub fn go_to_open(&mut self) -> bool {
        self.go_to_open_from(Position::default(), true)
    }

    /// Puts the caret before the next open place; what is typed takes its place.
    /// Those of the open text come first, behind the caret and then from its
    /// start; from one that is held, the way leads on, round the end of the
    /// report if need be. Without any, the first required text that is empty;
    /// `false` when there is nothing to fill.
    pub fn go_to_next_open(&mut self) -> bool {
        let here = self.spot().position;
        // A form finds its own; one that has none to hold is passed by.
        if !self.holds_blank()
            && let Some(form) = &mut self.form
        {
            form.go_to_blank();
            if self.holds_blank() {
                self.session.seal();
                self.focus = Focus::Text;
                return true;
            }
        }
        if self.holds_blank() || self.form.is_some() {
            return self.go_to_open_from(here, false);
        }
        let from = if self.is_open_behind(here) { here } else { Position::default() };
        self.go_to_open_from(from, true)
    }

    /// Whether something is open in the open text from here on.
    fn is_open_behind(&self, here: Position) -> bool {
        let place = self.place();
        let open = place.map(|place| self.session.report().open_in(place)).unwrap_or_default();
        open.iter().any(|open| position_of(open) >= here)
    }

    /// Whether a blank is held: what is typed next takes its place.
    pub fn holds_blank(&self) -> bool {
        match &self.form {
            Some(form) => form.rows.get(form.focus).is_some_and(|row| !row.field.held().is_empty()),
            None => self.editor.held().is_some(),
        }
    }

    /// Holds the first open place of a paragraph that was just put in.
    pub(super) fn hold_open_of(&mut self, paragraph: usize) {
        let place = self.place();
        let open = place.map(|place| self.session.report().open_in(place)).unwrap_or_default();
        if let Some(open) = open.iter().find(|open| open.paragraph == paragraph) {
            self.editor.hold(position_of(open), open.text.len());
        }
    }

    fn go_to_open_from(&mut self, from: Position, inclusive: bool) -> bool {
        self.focus = Focus::Text;
        let here = self.rank(Spot { entry: self.entry, position: from });
        let places = self.open_places();
        let behind = |open: &&(Entry, Option<Open>)| {
            let there = self.rank(Spot { entry: open.0, position: start_of(open) });
            there > here || (inclusive && there == here)
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
