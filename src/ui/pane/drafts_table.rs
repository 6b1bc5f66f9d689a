//! The columns of the list of drafts: as many as find room, each as wide as
//! what stands in it.

use crate::app::Facts;
use crate::app::effect::{DraftRow, Summary};
use crate::report::calendar::next_due;
use crate::text::width::{Ambiguous, columns, pad};
use crate::ui::status;

/// The columns behind the name, in their order.
const HEADS: [&str; 6] = ["完成", "", "状态", "期限", "待填", "改动时间"];
/// The columns in the order of their worth: the last one goes first. The bar
/// only says again what the numbers say.
const WORTH: [usize; 6] = [0, 2, 3, 4, 5, 1];
/// Cells of a name for whose sake columns go.
const NAME: usize = 16;
/// Cells between two columns.
const GAP: usize = 2;

/// The list as a table.
pub(super) struct Table {
    ambiguous: Ambiguous,
    /// Cells of the name.
    name: usize,
    /// Cells of each column; `None` for one that finds no room.
    widths: [Option<usize>; 6],
    cells: Vec<Option<[String; 6]>>,
}

impl Table {
    /// The table of these drafts in a window of `room` cells.
    pub(super) fn new(rows: &[DraftRow], facts: &Facts, room: usize) -> Self {
        let ambiguous = facts.ambiguous();
        let cells: Vec<Option<[String; 6]>> = rows
            .iter()
            .map(|row| row.content.as_ref().ok().map(|summary| cells(summary, row, facts)))
            .collect();
        let width = |text: &str| columns(text, ambiguous);
        let longest = rows.iter().map(|row| width(&row.id)).max().unwrap_or(0).max(width("稿件"));
        let mut widths = [None; 6];
        let mut left = room.saturating_sub(longest.min(NAME));
        for column in WORTH {
            let texts = cells.iter().flatten().map(|cells| width(&cells[column]));
            let widest = texts.chain([width(HEADS[column])]).max().unwrap_or(0);
            if widest + GAP > left {
                break;
            }
            left -= widest + GAP;
            widths[column] = Some(widest);
        }
        // What is left goes to the name, as far as a name is that long.
        let name = longest.min(longest.min(NAME) + left);
        Self { ambiguous, name, widths, cells }
    }

    /// The names of the columns.
    pub(super) fn head(&self) -> String {
        self.line("稿件", &HEADS)
    }

    /// The draft at an index as a line.
    pub(super) fn row(&self, index: usize, draft: &DraftRow) -> String {
        match (&draft.content, self.cells.get(index)) {
            (Err(broken), _) => {
                format!("{}  打不开：{}", pad(&draft.id, self.name, self.ambiguous), broken.short)
            }
            (Ok(_), Some(Some(cells))) => self.line(&draft.id, &cells.each_ref().map(|c| &**c)),
            (Ok(_), _) => draft.id.clone(),
        }
    }

    fn line(&self, name: &str, texts: &[&str; 6]) -> String {
        let mut line = pad(name, self.name, self.ambiguous);
        for (text, width) in texts.iter().zip(self.widths) {
            if let Some(width) = width {
                line.push_str(&" ".repeat(GAP));
                line.push_str(&pad(text, width, self.ambiguous));
            }
        }
        line
    }
}

fn cells(summary: &Summary, row: &DraftRow, facts: &Facts) -> [String; 6] {
    let progress = summary.progress;
    [
        format!("{}/{}", progress.done, progress.required),
        status::bar(progress),
        summary.state.label().to_owned(),
        days(summary, facts),
        if summary.open == 0 { String::new() } else { summary.open.to_string() },
        row.changed.clone(),
    ]
}

/// How long it is to the next day that counts for a report.
fn days(summary: &Summary, facts: &Facts) -> String {
    let due = next_due(summary.year, summary.state, facts.settings.county_date, facts.today);
    due.map(|due| due.short()).unwrap_or_default()
}
