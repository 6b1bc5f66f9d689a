//! 目录 on the screen: one row for each entry.
//!
//! From left to right: the sign of the open entry, whether its text is done,
//! number and heading, what is open in it, its 字数. Each of these stands in one
//! column; only a heading may run on over columns that are empty beside it.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::entry::Entry;
use crate::app::mouse::Target;
use crate::app::pane::WritingPane;
use crate::app::pane::writing::{Facts, Focus};
use crate::app::proofing::sign as sign_of;
use crate::check::{Counts, Severity};
use crate::report::progress::Mark;
use crate::report::{Level, Place, Report};
use crate::text::width::Ambiguous;
use crate::ui::canvas::{Canvas, small};
use crate::ui::theme;

/// Columns of a window from which on 字数 have room beside the headings.
const COUNTED: u16 = 24;
/// Columns of a window from which on one stays free at the right.
const ROOMY: u16 = 26;
/// Cells that a heading keeps beside findings, or 字数 give way.
const HEADING: usize = 11;
/// Cells of the signs before an entry.
const SIGNS: u16 = 3;

/// Draws 目录; the cursor stands on the chosen entry.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, pane: &WritingPane, style: Style) -> Position {
    canvas.under.mark(area, Target::Pane(Focus::Outline));
    let window = canvas.frame(area, "目录", style);
    let (top, all) = (pane.outline.top, pane.facts());
    let below = all.len().saturating_sub(top + usize::from(window.height));
    canvas.more(area, (top, below), "项");
    let found: Vec<Counts> = all.iter().map(|own| pane.checks().counts_of(own.entry)).collect();
    let counted = window.width >= COUNTED;
    let tails = |both, counted| Tails::of(all.iter(), counted).with(&found, both);
    let room = usize::from(window.width.saturating_sub(SIGNS + 1));
    let fits = |own: &Tails| own.found == 0 || room >= HEADING + own.columns();
    let wanted = [tails(true, counted), tails(false, counted)].into_iter().find(fits);
    let tails = wanted.unwrap_or_else(|| tails(false, false));
    let seen = all.iter().enumerate().skip(top);
    for (row, (index, facts)) in seen.take(usize::from(window.height)).enumerate() {
        let open = index == pane.outline.selected;
        let tail = tails.tail(*facts, found[index]);
        draw_entry(canvas, window, row, pane.session.report(), (facts, &tail), open);
        canvas.mark(window, row, Target::Entry(index));
        if open && pane.focus == Focus::Outline {
            canvas.tint(window, row, theme::CHOSEN);
        }
    }
    let row = small(pane.outline.selected.saturating_sub(top));
    Position { x: window.x, y: window.y + row.min(window.height.saturating_sub(1)) }
}

fn draw_entry(
    canvas: &mut Canvas,
    window: Rect,
    row: usize,
    report: &Report,
    (facts, tail): (&Facts, &str),
    open: bool,
) {
    let Facts { entry, .. } = *facts;
    let y = window.y + small(row);
    if open {
        canvas.put(window.x, y, 1, theme::POINTER, theme::ACCENT);
    }
    canvas.put(window.x + 1, y, 1, sign(*facts, canvas.ambiguous), theme::PLAIN);
    let free = u16::from(window.width >= ROOMY);
    let room = window.width.saturating_sub(SIGNS + free);
    let label = Rect { x: window.x + SIGNS, width: room, ..window };
    let columns = canvas.columns(tail);
    let room = usize::from(room).saturating_sub(columns + usize::from(columns > 0));
    let mut text = entry.label(report);
    if canvas.columns(&text) > room {
        text = entry.short_label(report);
    }
    let style = if open || is_part(entry, report) { theme::STRONG } else { theme::PLAIN };
    canvas.line(Rect { width: small(room), ..label }, row, &text, style);
    if let Some(words) = entry.first_words(report) {
        let used = small(canvas.columns(&text).min(room));
        let rest = Rect { x: label.x + used, width: small(room) - used, ..label };
        canvas.line(rest, row, words, theme::QUIET);
    }
    canvas.put(label.right().saturating_sub(small(columns)), y, columns, tail, theme::QUIET);
}

fn is_part(entry: Entry, report: &Report) -> bool {
    let Entry::Text(Place::Section(id)) = entry else { return false };
    report.section(id).is_some_and(|section| section.level == Level::Part)
}

/// The sign before an entry: whether its text is done.
pub(in crate::ui) fn sign(facts: Facts, ambiguous: Ambiguous) -> &'static str {
    match facts.mark {
        Mark::Done => "✓",
        Mark::Empty | Mark::Drafting if facts.required => theme::not_done(ambiguous),
        Mark::Empty | Mark::Drafting => " ",
    }
}

/// What was found in an entry: how many errors, and `both` how many warnings besides; of
/// one without errors how many warnings.
fn told(found: Counts, both: bool) -> String {
    let counted = |severity, count| format!("{}{count}", sign_of(severity));
    match (found.error, found.warning) {
        (0, 0) => String::new(),
        (0, warnings) => counted(Severity::Warning, warnings),
        (errors, warnings) if both && warnings > 0 => {
            counted(Severity::Error, errors) + &counted(Severity::Warning, warnings)
        }
        (errors, _) => counted(Severity::Error, errors),
    }
}

/// Cells of what was found, so that headings stay where they are while a number grows.
const FOUND: usize = 3;

/// The columns at the right of entries: what was found, what is open, and 字数.
#[derive(Default)]
pub(in crate::ui) struct Tails {
    /// Cells of what was found; 0 where nothing was.
    found: usize,
    /// Whether warnings are told beside errors.
    both: bool,
    /// Digits of the largest number of open places; 0 where none is open.
    open: usize,
    /// Digits of the largest 字数; 0 where none is shown.
    words: usize,
}

impl Tails {
    /// Columns that are wide enough for all these entries.
    pub(in crate::ui) fn of<'a>(entries: impl Iterator<Item = &'a Facts>, counted: bool) -> Self {
        let mut tails = Self::default();
        for facts in entries {
            tails.open = tails.open.max(digits(facts.open));
            tails.words = tails.words.max(if counted { digits(facts.words) } else { 0 });
        }
        tails
    }

    /// The same with a column for what was found.
    fn with(self, found: &[Counts], both: bool) -> Self {
        // Each sign takes one cell.
        let cells = found.iter().map(|own| told(*own, both).chars().count());
        let most = cells.max().unwrap_or(0);
        Self { found: if most > 0 { most.max(FOUND) } else { 0 }, both, ..self }
    }

    /// Cells of all columns.
    fn columns(&self) -> usize {
        let found = self.found;
        let open = if self.open > 0 { self.open + 2 } else { 0 };
        let parts = [found, open, self.words];
        let gaps = parts.iter().filter(|columns| **columns > 0).count().saturating_sub(1);
        parts.iter().sum::<usize>() + gaps
    }

    /// What stands at the right of an entry, from its first column that is not empty on.
    pub(in crate::ui) fn tail(&self, facts: Facts, found: Counts) -> String {
        let rest = self.rest(facts);
        let told = told(found, self.both);
        if told.is_empty() {
            return rest.trim_start().to_owned();
        }
        let gap = usize::from(self.open + self.words > 0);
        format!("{told:<width$}{:gap$}{rest}", "", width = self.found)
    }

    /// What is open, and 字数, with blanks where there is nothing.
    fn rest(&self, facts: Facts) -> String {
        let (open, words) = (self.open, self.words);
        let gap = usize::from(open > 0 && words > 0);
        let number = if facts.words == 0 { String::new() } else { facts.words.to_string() };
        let counted = if words == 0 { String::new() } else { format!("{number:>words$}") };
        if facts.open == 0 {
            // The sign of what is open takes two cells.
            let blank = if open == 0 { 0 } else { open + 2 + gap };
            return format!("{:blank$}{counted}", "");
        }
        format!("！{:<open$}{:gap$}{counted}", facts.open, "")
    }
}

/// Digits of a number that is shown; 0 is not.
fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(0, |digits| digits as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_and_how_long_it_is_stand_apart() {
        let entry = Entry::Letterhead;
        let facts =
            |open, words| Facts { entry, mark: Mark::Drafting, required: true, words, open };
        let all = [facts(1, 4557), facts(12, 50), facts(0, 7)];
        let tails = Tails::of(all.iter(), true);
        let none = Counts::default();
        assert_eq!(all.map(|facts| tails.tail(facts, none)), ["！1  4557", "！12   50", "7"]);
        let found = [none, Counts { warning: 2, ..none }, Counts { error: 1, warning: 9, hint: 3 }];
        let tails = tails.with(&found, false);
        let told = [0, 1, 2].map(|index| tails.tail(all[index], found[index]));
        assert_eq!(told, ["！1  4557", "▴2  ！12   50", "✗1          7"]);
        let tails = tails.with(&found, true);
        assert_eq!(tails.tail(all[1], found[1]), "▴2   ！12   50");
        assert_eq!(tails.tail(all[2], found[2]), "✗1▴9         7");
    }
}
