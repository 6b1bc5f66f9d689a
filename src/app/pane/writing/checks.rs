//! Going to what a check has found, and putting it right.

use super::{Focus, WritingPane};
use crate::app::checks::Checks;
use crate::app::entry::{Entry, Spot};
use crate::app::fixes;
use crate::app::history::Kind;
use crate::app::onward::Next;
use crate::app::pane::frame;
use crate::check::Finding;
use crate::report::find::{Hit, Site};
use crate::report::{Edit, Place, Waiver};
use crate::text::Splice;
use crate::text::position::{self, Position};

impl WritingPane {
    /// What the checks have found in the open draft.
    pub fn checks(&self) -> &Checks {
        self.session.checks()
    }

    /// Puts the caret before what was found; nothing is selected, for a key that is
    /// pressed next must not delete it. A heading is chosen in 目录.
    pub fn go_to_finding(&mut self, finding: &Finding) {
        let Some(Hit { site, byte, .. }) = finding.spot.hit() else { return };
        let entry = Entry::of(site);
        if entry == self.entry {
            self.session.seal();
        } else {
            self.go_to(entry);
        }
        self.focus = Focus::Text;
        match (site, &mut self.form) {
            (Site::Heading(_), _) => {
                self.focus = Focus::Outline;
                self.editor.place(position::end_of(self.body()));
            }
            (Site::Paragraph(_, paragraph), _) => self.editor.place(Position { paragraph, byte }),
            (_, Some(form)) => {
                if let Some(row) = frame::row_of(form, site) {
                    form.go_to(row);
                    form.rows[row].field.place(byte);
                }
            }
            (_, None) => {}
        }
    }

    /// The next of these findings behind the caret, or the one before it; from one that
    /// was gone to, the one that follows it.
    pub fn next_finding(
        &self,
        reached: Option<&Finding>,
        forward: bool,
        wanted: impl Fn(&Finding) -> bool,
    ) -> Option<Next<'_>> {
        let all: Vec<&Finding> = self.checks().all().iter().filter(|own| wanted(own)).collect();
        let count = all.len();
        if count == 0 {
            return None;
        }
        let index = match reached.and_then(|own| all.iter().position(|finding| *finding == own)) {
            Some(here) if forward => here + 1,
            Some(here) => here + count - 1,
            None => {
                let hits: Vec<Hit> = all.iter().filter_map(|finding| finding.spot.hit()).collect();
                let behind = self.first_hit(&hits);
                if forward { behind } else { behind + count - 1 }
            }
        };
        let round = if forward { index >= count } else { index < count };
        let index = index.checked_rem(count)?;
        Some(Next { finding: all.get(index)?, round, number: index + 1, count })
    }

    /// Replaces the list of what is left as it is.
    ///
    /// # Errors
    /// The usual sentence where the draft can only be read.
    pub(in crate::app) fn change_waivers(&mut self, waivers: Vec<Waiver>) -> Result<(), String> {
        self.session.seal();
        self.change(Edit::Waivers(waivers), Kind::Single, self.spot())
    }

    /// Makes the fixes of these findings as one step, the caret where it was in its
    /// text; gives those that were made.
    ///
    /// # Errors
    /// The usual sentence where the draft can only be read.
    pub fn fix(&mut self, findings: &[Finding]) -> Result<Vec<Finding>, String> {
        self.refuse_if_read_only()?;
        let (edit, made) = fixes::all(findings, self.session.report());
        if made.is_empty() {
            return Ok(made);
        }
        let before = self.spot();
        let position =
            self.place().map_or(before.position, |place| carried(before.position, place, &edit));
        let after = Spot { position, ..before };
        self.session.seal();
        self.session.change(edit, Kind::Fixing, before, after)?;
        self.session.seal();
        if made.iter().any(|finding| finding.spot.entry() == Some(self.entry)) {
            let focus = self.focus;
            self.restore(after);
            self.focus = focus;
        }
        Ok(made)
    }
}

/// Where a caret in a text is after a change.
fn carried(position: Position, open: Place, edit: &Edit) -> Position {
    match edit {
        Edit::Text { place, at, removed, inserted } if *place == open => {
            Splice::new(*at, removed, inserted).caret(position)
        }
        Edit::All(edits) => edits.iter().fold(position, |own, edit| carried(own, open, edit)),
        _ => position,
    }
}
