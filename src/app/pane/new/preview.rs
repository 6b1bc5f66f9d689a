//! What a new report will look like: title block, headings and closing lines.

use super::layout::Acts;
use crate::document::{Block, assemble};
use crate::report::{Level, Report};

/// The lines of a new report in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The lines.
    pub lines: Vec<String>,
    /// The line that should be seen first: where the row with the caret acts.
    pub first: usize,
}

/// Items that are shown, with the words that stand for their text.
const ITEMS: usize = 2;
const POINTS: usize = 2;

/// Characters of 导语 that are shown.
const LEAD: usize = 16;

/// A new report in short.
pub(super) fn preview(mut report: Report, acts: Acts) -> Preview {
    shorten(&mut report);
    let blocks = assemble(&report).blocks;
    let first = match acts {
        Acts::Above => 0,
        Acts::Within => blocks.iter().position(|block| block.frames_prose().is_none()).unwrap_or(0),
        Acts::Below => blocks.len().saturating_sub(1),
    };
    Preview { lines: blocks.iter().map(Block::line).collect(), first }
}

/// Leaves the first items, with a text that shows the lower level.
fn shorten(report: &mut Report) {
    let mut items = 0;
    report.sections.retain(|section| {
        items += usize::from(section.level == Level::Item);
        section.level == Level::Part || items <= ITEMS
    });
    let points = vec!["……。".to_owned(); POINTS];
    let mut first = 1;
    for section in &mut report.sections {
        if section.level == Level::Part {
            first = 1;
            continue;
        }
        section.body = report.style.third_level.paragraphs(&points, first);
        first = report.style.figure_behind(first, points.len());
    }
    if let Some(text) = report.preamble.as_mut().and_then(|p| p.body.first_mut())
        && let Some((end, _)) = text.char_indices().nth(LEAD)
    {
        text.truncate(end);
        text.push_str("……");
    }
}
