//! What the checks have found in the open draft, and where that stands by now.
//!
//! A draft is checked in the background, a moment after it was changed. Until
//! the next result is there, findings go with the text: those behind a change
//! move, those that it touches are gone. So what is shown always stands where
//! it is shown.

use std::ops::Range;
use std::sync::Arc;

use super::entry::{Entry, Spot};
use crate::check::{self, Counts, Finding, Review, Rule, Rules, Severity, Where};
use crate::report::find::Site;
use crate::report::{Edit, Place, Report};
use crate::text::Splice;
use crate::text::position::Position;

/// What a check in the background has found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The revision of the draft that was checked.
    pub revision: u64,
    /// What was found.
    pub review: Review,
    /// The rules, for what they are called and what they rest on.
    pub rules: Arc<Rules>,
}

impl PartialEq for Checked {
    /// Rules are compared as what they are: the same ones.
    fn eq(&self, other: &Self) -> bool {
        (self.revision, &self.review) == (other.revision, &other.review)
            && Arc::ptr_eq(&self.rules, &other.rules)
    }
}

/// The findings of the open draft.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    standing: Vec<Finding>,
    ignored: Vec<Finding>,
    rules: Option<Arc<Rules>>,
    /// The last revision that was checked.
    revision: Option<u64>,
    /// What was changed since the revision that was checked last, by revision.
    later: Vec<(u64, Change)>,
}

/// What a change does to the places of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// A stretch of one text was replaced.
    Text(Place, Splice),
    /// Headings, lines or the outline are others.
    Lines,
}

impl Change {
    /// What an edit does, one thing after the other.
    fn all(edit: &Edit, into: &mut Vec<Self>) {
        match edit {
            Edit::Text { place, at, removed, inserted } => {
                into.push(Self::Text(*place, Splice::new(*at, removed, inserted)));
            }
            Edit::All(edits) => edits.iter().for_each(|edit| Self::all(edit, into)),
            Edit::Done { .. } | Edit::State(_) | Edit::Waivers(_) => {}
            Edit::Year(_)
            | Edit::Unit(_)
            | Edit::Style(_)
            | Edit::Letterhead(_)
            | Edit::Preamble(_)
            | Edit::Closing(_)
            | Edit::Figure { .. }
            | Edit::Figures(_)
            | Edit::Outline(_) => into.push(Self::Lines),
        }
    }
}

/// A change of a draft as its findings see it; taken before it is made.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Vec<Change>);

impl Changes {
    /// Those of an edit.
    pub(super) fn of(edit: &Edit) -> Self {
        let mut all = Vec::new();
        Change::all(edit, &mut all);
        Self(all)
    }
}

/// Queries.
impl Checks {
    /// Whether a check has come back at all.
    pub fn is_known(&self) -> bool {
        self.revision.is_some()
    }

    /// The last revision that was checked.
    pub fn revision(&self) -> Option<u64> {
        self.revision
    }

    /// All that stands, in reading order. `column` and `line` of their spots are
    /// those of the last check; all else is as the draft is now.
    pub fn all(&self) -> &[Finding] {
        &self.standing
    }

    /// What the author leaves as it is and would else be told, in reading order.
    pub fn ignored(&self) -> &[Finding] {
        &self.ignored
    }

    /// Those of an entry of 目录.
    pub fn of(&self, entry: Entry) -> impl Iterator<Item = &Finding> {
        self.standing.iter().filter(move |finding| finding.spot.entry() == Some(entry))
    }

    /// How many there are.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.standing)
    }

    /// How many an entry of 目录 has.
    pub fn counts_of(&self, entry: Entry) -> Counts {
        Counts::of(self.of(entry))
    }

    /// The stretches of a text of the report that findings are about, also those
    /// that they compare with, in order of their starts.
    pub fn marks(&self, site: Site) -> Vec<(Range<usize>, Severity)> {
        let at = Where::Text(site);
        let mut marks = Vec::new();
        for finding in &self.standing {
            let spots = std::iter::once(&finding.spot).chain(&finding.also);
            let own = spots.filter(|spot| spot.at == at);
            marks.extend(own.map(|spot| (spot.range.clone(), finding.severity)));
        }
        marks.sort_by_key(|(range, severity)| (range.start, range.end, *severity));
        marks.dedup();
        marks
    }

    /// The gravest finding that a caret in prose stands at, the shortest of several.
    pub fn at(&self, spot: Spot) -> Option<&Finding> {
        let Entry::Text(place) = spot.entry else { return None };
        let Position { paragraph, byte } = spot.position;
        let at = Where::Text(Site::Paragraph(place, paragraph));
        let touched = self.standing.iter().filter(|finding| {
            let Range { start, end } = finding.spot.range;
            finding.spot.at == at && (start..=end).contains(&byte)
        });
        touched.min_by_key(|finding| (finding.severity, finding.spot.range.len()))
    }

    /// The rule with this name: what it is called, its group, what it looks for.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.as_ref()?.rule(id)
    }

    /// All rules, group after group; none before the first check has come back.
    pub fn rules(&self) -> &[Rule] {
        self.rules.as_ref().map_or(&[], |rules| &rules.rules)
    }
}

impl check::Spot {
    /// The entry of 目录 that it stands in; none for a line of a file.
    pub fn entry(&self) -> Option<Entry> {
        match self.at {
            Where::Text(site) => Some(Entry::of(site)),
            Where::Number(id) | Where::HeadingEnd(id) => Some(Entry::Text(Place::Section(id))),
            Where::Source(_) => None,
        }
    }
}

/// What the session does.
impl Checks {
    /// Takes a result. What was changed since the check began is made good on it.
    pub(super) fn take(&mut self, checked: Checked, report: &Report) {
        if self.revision.is_some_and(|own| own > checked.revision) {
            return;
        }
        let Checked { revision, review, rules } = checked;
        self.revision = Some(revision);
        self.rules = Some(rules);
        self.standing = review.standing;
        self.ignored = review.ignored;
        self.later.retain(|(later, _)| *later > revision);
        let later: Vec<Change> = self.later.iter().map(|(_, change)| *change).collect();
        self.carry(&later, report);
    }

    /// Follows a change that has led to this revision.
    pub(super) fn follow(&mut self, changes: Changes, revision: u64, report: &Report) {
        self.carry(&changes.0, report);
        self.later.extend(changes.0.into_iter().map(|change| (revision, change)));
    }

    /// Takes away what a waiver that was just given covers.
    pub(super) fn set_aside(&mut self, covered: impl Fn(&Finding) -> bool) {
        let standing = std::mem::take(&mut self.standing);
        let (ignored, standing) = standing.into_iter().partition(covered);
        self.standing = standing;
        self.ignored.extend::<Vec<_>>(ignored);
    }

    /// Takes away what a rule has found that is switched off.
    pub(super) fn drop_rule(&mut self, rule: &str) {
        self.standing.retain(|finding| *finding.rule != *rule);
        self.ignored.retain(|finding| *finding.rule != *rule);
    }

    fn carry(&mut self, changes: &[Change], report: &Report) {
        if changes.is_empty() {
            return;
        }
        // Where a whole list of lines is another, only looking tells what still stands.
        let look = changes.contains(&Change::Lines);
        let mut goes_on = |finding: &mut Finding| {
            let mut spots = std::iter::once(&mut finding.spot).chain(&mut finding.also);
            spots.all(|spot| {
                changes.iter().all(|change| carry(spot, *change))
                    && (!look || spot.stands_in(report))
            })
        };
        self.standing.retain_mut(&mut goes_on);
        self.ignored.retain_mut(&mut goes_on);
    }
}

/// Moves a spot with a change; `false` where the change touches it.
fn carry(spot: &mut check::Spot, change: Change) -> bool {
    let (Where::Text(Site::Paragraph(place, paragraph)), Change::Text(changed, splice)) =
        (spot.at, change)
    else {
        return true;
    };
    if place != changed {
        return true;
    }
    let at = |byte| Position { paragraph, byte };
    let Some((start, end)) = splice.carry(at(spot.range.start), at(spot.range.end)) else {
        return false;
    };
    spot.at = Where::Text(Site::Paragraph(place, start.paragraph));
    spot.range = start.byte..end.byte;
    true
}

#[cfg(test)]
mod tests;
