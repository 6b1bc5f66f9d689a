//! 版头 and 落款 as forms over the report.
//!
//! A form shows the lines as they will be printed. What is typed or chosen
//! becomes an edit at once, so that it is saved and can be undone like prose.

mod closing;
mod letterhead;
mod refill;

use std::borrow::Cow;

use crate::app::entry::Entry;
use crate::app::form::{Form, Row};
use crate::document::{self, Block};
use crate::report::find::Site;
use crate::report::{Edit, Report, Template};

pub use refill::refill;

/// The form of 版头 or 落款; `None` for an entry with prose. The template of the
/// draft tells what a report of its kind usually has.
pub fn form(report: &Report, entry: Entry, template: Option<&Template>) -> Option<Form> {
    match entry {
        Entry::Letterhead => Some(letterhead::form(report, template)),
        Entry::Closing => Some(closing::form(report)),
        Entry::Text(_) => None,
    }
}

/// The own title that a choice in the form of 版头 has put aside; `None` for
/// another form.
pub fn aside(form: &Form) -> Option<String> {
    letterhead::aside(form)
}

/// Puts an own title aside again in a form that is made anew.
pub fn put_aside(form: &mut Form, title: &str) {
    letterhead::put_aside(form, title);
}

/// The edit that brings the report in line with a form; `None` when nothing changed.
pub fn edit(
    report: &Report,
    entry: Entry,
    form: &Form,
    template: Option<&Template>,
) -> Option<Edit> {
    let mut edits = match entry {
        Entry::Letterhead => letterhead::edits(report, form, template),
        Entry::Closing => closing::edits(report, form),
        Entry::Text(_) => Vec::new(),
    };
    if edits.len() > 1 { Some(Edit::All(edits)) } else { edits.pop() }
}

/// Brings the rows that follow from others in line with the report.
pub fn follow(report: &Report, entry: Entry, form: &mut Form, template: Option<&Template>) {
    match entry {
        Entry::Letterhead => letterhead::follow(report, form, template),
        Entry::Closing => closing::grow(form),
        Entry::Text(_) => {}
    }
}

/// The lines of 版头 or 落款 as they are printed; none for a text.
pub fn printed(report: &Report, entry: Entry) -> Vec<Block> {
    match entry {
        Entry::Letterhead => document::opening(report),
        Entry::Closing => document::closing(report),
        Entry::Text(_) => Vec::new(),
    }
}

/// The row that each printed line comes from, in the order of the lines.
pub fn rows_of_lines(report: &Report, entry: Entry, form: &Form) -> Vec<usize> {
    let blocks = printed(report, entry);
    let labels: Vec<&str> = blocks.iter().map(label).collect();
    let row = |(line, wanted): (usize, &&str)| {
        let number = labels[..line].iter().filter(|label| *label == wanted).count();
        // An automatic title is printed although nothing is typed in its row.
        nth_full(form, wanted, number).unwrap_or(0)
    };
    labels.iter().enumerate().map(row).collect()
}

/// The row with this label and a text that comes as the `number`th of them, else
/// the first with the label.
fn nth_full(form: &Form, label: &str, number: usize) -> Option<usize> {
    let own = || form.rows.iter().enumerate().filter(|(_, row)| row.label == label);
    let mut full = own().filter(|(_, row)| !row.field.text().trim().is_empty());
    full.nth(number).or(own().next()).map(|(index, _)| index)
}

/// The row in which a text of the report is written.
pub fn row_of(form: &Form, site: Site) -> Option<usize> {
    let number = match site {
        Site::Issuer(index) | Site::Signature(index) | Site::Attachment(index) => index,
        _ => 0,
    };
    nth_full(form, label_of(site), number)
}

/// What a text of the report is called where it is written; nothing for a paragraph.
pub fn label_of(site: Site) -> &'static str {
    match site {
        Site::Unit => letterhead::NAME,
        Site::Issuer(_) => letterhead::ISSUER,
        Site::Title => letterhead::TITLE,
        Site::DocNumber => letterhead::NUMBER,
        Site::Addressee => letterhead::ADDRESSEE,
        Site::Heading(_) => "标题",
        Site::Paragraph(..) => "",
        Site::Signature(_) => closing::SIGNATURE,
        Site::Date => closing::DATE,
        Site::Contact => closing::CONTACT,
        Site::CopyTo => closing::COPY_TO,
        Site::Attachment(_) => closing::ATTACHMENT,
    }
}

/// The row in which a printed line is written.
fn label(block: &Block) -> &'static str {
    match block {
        Block::Issuer(_) => letterhead::ISSUER,
        Block::DocNumber(_) => letterhead::NUMBER,
        Block::Title(_) => letterhead::TITLE,
        Block::Addressee(_) => letterhead::ADDRESSEE,
        Block::Attachment(_) => closing::ATTACHMENT,
        Block::Signature(_) => closing::SIGNATURE,
        Block::Date(_) => closing::DATE,
        Block::Contact(_) => closing::CONTACT,
        Block::CopyTo(_) => closing::COPY_TO,
        Block::Heading { .. } | Block::Paragraph { .. } => "",
    }
}

/// A line as it is printed. What stands there already is printed as it stands,
/// for a file may have written it so; what is typed gets its dress.
fn dressed(
    form: &Form,
    label: &'static str,
    old: Option<&String>,
    dress: fn(&str) -> String,
) -> Option<String> {
    let typed = first(form, label)?;
    Some(if old == Some(&typed) { typed } else { dress(&typed) })
}

fn row(label: &'static str, text: Option<&String>, hint: impl Into<Cow<'static, str>>) -> Row {
    Row::new(label, text.cloned().unwrap_or_default(), hint)
}

/// A row for each text, and at least two of them.
fn two_or_more(label: &'static str, texts: &[String], hint: &'static str) -> Vec<Row> {
    let count = texts.len().max(2);
    (0..count).map(|index| row(label, texts.get(index), hint)).collect()
}

/// What is typed in the rows with this label, empty rows left out.
fn texts<'a>(form: &'a Form, label: &'static str) -> impl Iterator<Item = String> + 'a {
    let rows = form.rows.iter().filter(move |row| row.label == label);
    rows.map(|row| row.field.text().trim().to_owned()).filter(|text| !text.is_empty())
}

fn first(form: &Form, label: &'static str) -> Option<String> {
    texts(form, label).next()
}

#[cfg(test)]
mod tests;
