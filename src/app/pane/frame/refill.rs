//! A form after a step of undo: its rows stand where they stood.
//!
//! The report knows no empty lines: of two bodies the first of which is empty,
//! it has one. A form that is made anew has that one in its first row; under
//! the caret of who has just emptied that row it must stay in the second.

use super::{closing, letterhead, texts};
use crate::app::form::{Form, Row};

/// The labels that several rows share.
const SHARED: [&str; 3] = [letterhead::ISSUER, closing::SIGNATURE, closing::ATTACHMENT];

/// Lets the rows of a form that is made anew stand where they stood in `before`,
/// when only the row at `changed` was changed since; gives the row for the caret.
pub fn refill(form: &mut Form, before: &Form, changed: usize) -> usize {
    for label in SHARED {
        spread(form, before, label, changed);
    }
    letterhead::remember(form, before);
    closing::grow(form);
    let said = |form: &Form, row: usize| {
        form.rows.get(row).map(|row| (row.field.text().to_owned(), row.chosen))
    };
    let differs = |row: &usize| said(form, *row) != said(before, *row);
    // A step from before the form was left may name a row that has moved up since.
    if differs(&changed) { changed } else { (0..form.rows.len()).find(differs).unwrap_or(changed) }
}

/// Puts the texts with this label into the rows that were filled, and into the
/// changed one what is left. Where that does not fit, they stand as they are.
fn spread(form: &mut Form, before: &Form, label: &'static str, changed: usize) {
    let own = |form: &Form| -> Vec<usize> {
        (0..form.rows.len()).filter(|row| form.rows[*row].label == label).collect()
    };
    let old = own(before);
    let full = |row: &usize| !before.rows[*row].field.text().trim().is_empty();
    let others = old.iter().filter(|row| **row != changed && full(row)).count();
    let texts: Vec<String> = texts(form, label).collect();
    let left = texts.len().checked_sub(others);
    let (Some(&first), Some(0 | 1)) = (own(form).first(), left) else { return };
    if left == Some(1) && !old.contains(&changed) {
        return;
    }
    let hint = form.rows[first].hint.clone();
    let mut texts = texts.into_iter();
    let rows: Vec<Row> = old
        .iter()
        .map(|row| {
            let filled = if *row == changed { left == Some(1) } else { full(row) };
            let text = if filled { texts.next() } else { None };
            Row::new(label, text.unwrap_or_default(), hint.clone())
        })
        .collect();
    let last = own(form).last().map_or(first, |last| last + 1);
    form.rows.splice(first..last, rows);
}
