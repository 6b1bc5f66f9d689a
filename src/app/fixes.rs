//! The fixes that findings offer: shown before they are made, and made as one change.

use crate::check::{Finding, Spot, Where};
use crate::report::find::{Hit, Site};
use crate::report::{Edit, Report};
use crate::text::position::Position;

/// Characters of the surroundings that a fix is shown with, on each side.
const AROUND: usize = 8;

/// A finding whose words say so leaves it to the author whether it is right.
const JUDGED: &str = "请核对";

/// What a fix makes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it puts right.
    pub finding: Finding,
    /// What stands before the words that it changes.
    pub head: String,
    /// The words as they stand.
    pub before: String,
    /// The words as they would stand; empty where they are deleted.
    pub after: String,
    /// What stands behind them.
    pub tail: String,
    /// Whether it is not made with the others.
    pub left_out: bool,
}

/// The fixes that can be made in a report, in reading order.
pub fn offered<'a>(findings: impl IntoIterator<Item = &'a Finding>, report: &Report) -> Vec<Fix> {
    findings.into_iter().filter_map(|finding| shown(finding, report)).collect()
}

/// What the fix of a finding would make of the text; `None` where it has none that can be made.
pub fn shown(finding: &Finding, report: &Report) -> Option<Fix> {
    edit(finding, report)?;
    let text = finding.spot.at.text_in(report)?;
    let range = finding.spot.range.clone();
    let head: Vec<char> = text[..range.start].chars().rev().take(AROUND).collect();
    Some(Fix {
        finding: finding.clone(),
        head: head.into_iter().rev().collect(),
        before: finding.spot.excerpt.clone(),
        after: finding.fix.clone()?,
        tail: text[range.end..].chars().take(AROUND).collect(),
        left_out: finding.message.contains(JUDGED),
    })
}

/// The change that makes the fixes of these findings, and which of them it makes:
/// one that lies over another is left for the next check.
pub fn all(findings: &[Finding], report: &Report) -> (Edit, Vec<Finding>) {
    let mut later = report.clone();
    let (mut edits, mut made): (Vec<Edit>, Vec<Finding>) = (Vec::new(), Vec::new());
    // From the last to the first, so that the places of the others stay as they are.
    for finding in in_order(findings).into_iter().rev() {
        let Spot { at, range, .. } = &finding.spot;
        let over = |own: &Finding| own.spot.at == *at && range.end > own.spot.range.start;
        let free = !made.iter().any(over);
        let own = edit(finding, &later).filter(|_| free);
        let Some(own) = own else { continue };
        if later.apply(own.clone()).is_ok() {
            edits.push(own);
            made.push(finding.clone());
        }
    }
    made.reverse();
    (Edit::All(edits), made)
}

/// Findings as they follow each other within each text.
fn in_order(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    let paragraph = |finding: &Finding| match finding.spot.at {
        Where::Text(
            Site::Paragraph(_, index)
            | Site::Issuer(index)
            | Site::Signature(index)
            | Site::Attachment(index),
        ) => index,
        _ => 0,
    };
    sorted.sort_by_key(|own| (paragraph(own), own.spot.range.start, own.spot.range.end));
    sorted
}

/// The change that makes the fix of one finding.
fn edit(finding: &Finding, report: &Report) -> Option<Edit> {
    let fix = finding.fix.as_deref()?;
    let spot = &finding.spot;
    if !spot.stands_in(report) || fix == spot.excerpt {
        return None;
    }
    match spot.at {
        Where::Text(Site::Paragraph(..)) if fix.is_empty() && fills(spot, report) => {
            without(spot, report)
        }
        Where::Text(_) => report.replacing(&[spot.hit()?], fix).edit,
        Where::Number(id) => {
            report.section(id)?.written.label.as_ref()?;
            Some(report.number_by_count(id).ok()?.edit)
        }
        Where::HeadingEnd(id) => Some(report.end_heading(id, fix).ok()?.edit),
        Where::Source(_) => None,
    }
}

/// Whether a spot is all that stands in its text.
fn fills(spot: &Spot, report: &Report) -> bool {
    spot.at.text_in(report).is_some_and(|text| text.len() == spot.range.len())
}

/// Takes a whole paragraph out, with one of the line ends beside it.
fn without(spot: &Spot, report: &Report) -> Option<Edit> {
    let Where::Text(Site::Paragraph(place, paragraph)) = spot.at else { return None };
    let body = report.body(place)?;
    let text = body.get(paragraph)?;
    let last = paragraph + 1 == body.len();
    let (at, removed) = match paragraph.checked_sub(1) {
        Some(before) if last => {
            (Position { paragraph: before, byte: body[before].len() }, format!("\n{text}"))
        }
        _ if last => (Position::default(), text.clone()),
        _ => (Position { paragraph, byte: 0 }, format!("{text}\n")),
    };
    Some(Edit::Text { place, at, removed, inserted: String::new() })
}

impl Spot {
    /// The place as the author's text has it; that of the heading for its number and
    /// its end mark. None for a line of a file.
    pub fn hit(&self) -> Option<Hit> {
        let (site, range) = match self.at {
            Where::Text(site) => (site, self.range.clone()),
            Where::Number(id) | Where::HeadingEnd(id) => (Site::Heading(id), 0..0),
            Where::Source(_) => return None,
        };
        Some(Hit { site, byte: range.start, bytes: range.len(), cited: false })
    }
}
