//! 版头 and 落款 as forms over the report.
//!
//! A form shows the lines as they will be printed. What is typed becomes an
//! edit at once, so that it is saved and can be undone like prose.

use crate::app::entry::Entry;
use crate::app::field::Field;
use crate::app::form::{Check, Form, Row};
use crate::report::{Closing, Edit, Letterhead, Place, Report, Title, letterhead, parse_year};

/// The form of 版头 or 落款; `None` for an entry with prose. `usual` is the form
/// of the title while none is typed.
pub fn form(report: &Report, entry: Entry, usual: &Title) -> Option<Form> {
    match entry {
        Entry::Letterhead => Some(letterhead_form(report, usual)),
        Entry::Closing => Some(closing_form(&report.closing)),
        Entry::Text(Place::Preamble | Place::Section(_)) => None,
    }
}

/// The edit that brings the report in line with a form; `None` when nothing changed.
pub fn edit(report: &Report, entry: Entry, form: &Form, usual: &Title) -> Option<Edit> {
    match entry {
        Entry::Letterhead => letterhead_edit(report, form, usual),
        Entry::Closing => {
            let new = read_closing(&report.closing, form);
            (new != report.closing).then(|| Edit::Closing(Box::new(new)))
        }
        Entry::Text(_) => None,
    }
}

/// The edits for year and letterhead; a year that is none yet is left alone.
fn letterhead_edit(report: &Report, form: &Form, usual: &Title) -> Option<Edit> {
    let new = read_letterhead(report, form, usual);
    let letterhead = (new != report.letterhead).then(|| Edit::Letterhead(Box::new(new)));
    let year = first(form, YEAR).and_then(|text| parse_year(&text));
    let year = year.filter(|year| *year != report.year).map(Edit::Year);
    match (letterhead, year) {
        (None, None) => None,
        (edit, None) | (None, edit) => edit,
        (Some(letterhead), Some(year)) => Some(Edit::All(vec![letterhead, year])),
    }
}

const YEAR: &str = "报告年度";
const ISSUER: &str = "发文机关";
const TITLE: &str = "标题";
const NUMBER: &str = "发文字号";
const ADDRESSEE: &str = "主送机关";
const SIGNATURE: &str = "署名";
const DATE: &str = "成文日期";
const CONTACT: &str = "联系人";
const COPY_TO: &str = "抄送";
const ATTACHMENT: &str = "附件";

fn letterhead_form(report: &Report, usual: &Title) -> Form {
    let letterhead = &report.letterhead;
    let mut title = row(TITLE, None, "不改就按单位和年度自动写");
    if let Title::Free(text) = &letterhead.title {
        title.field = Field::new(text);
    }
    title.usual = automatic_title(report, usual);
    let year = report.year.to_string();
    let hint = "写哪一年的工作；改了以后，标题和正文里的年份要自己改";
    let mut rows = vec![Row { check: Check::Year, ..row(YEAR, Some(&year), hint) }];
    rows.extend(two_or_more(ISSUER, &letterhead.issuers, "全称；只有一个机关时第二行空着"));
    rows.extend([
        title,
        row(NUMBER, letterhead.doc_number.as_ref(), "如 云政〔2026〕5号；没有就空着"),
        row(ADDRESSEE, letterhead.addressee.as_ref(), "如 县委、县政府："),
    ]);
    Form::new(rows)
}

/// The title that follows unit and year, as it stands while none is typed.
fn automatic_title(report: &Report, usual: &Title) -> String {
    let letterhead = Letterhead { title: usual.clone(), ..report.letterhead.clone() };
    letterhead.title_text(&report.unit, report.year, report.style.year_word)
}

fn read_letterhead(report: &Report, form: &Form, usual: &Title) -> Letterhead {
    let old = &report.letterhead;
    Letterhead {
        issuers: texts(form, ISSUER).collect(),
        title: first(form, TITLE).map_or_else(|| usual.clone(), Title::Free),
        doc_number: first(form, NUMBER),
        doc_number_first: old.doc_number_first,
        addressee: dressed(form, ADDRESSEE, old.addressee.as_ref(), letterhead::addressee_line),
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

fn closing_form(closing: &Closing) -> Form {
    let mut rows = two_or_more(SIGNATURE, &closing.signature, "全称；只有一个机关时第二行空着");
    rows.extend([
        Row { check: Check::Day, ..row(DATE, closing.date.as_ref(), "如 2026年1月9日") },
        row(CONTACT, closing.contact.as_ref(), "如（联系人：张××，联系电话：138****1234）"),
        row(COPY_TO, closing.copy_to.as_ref(), "如 抄送：县委全面依法治县委员会办公室。"),
    ]);
    let attachments = closing.attachments.iter().map(Some).chain(std::iter::once(None));
    rows.extend(attachments.map(|text| row(ATTACHMENT, text, ATTACHMENT_HINT)));
    Form::new(rows)
}

/// Keeps an empty row below the last attachment, for the next one.
pub fn grow(form: &mut Form) {
    let full = |row: &Row| row.label == ATTACHMENT && !row.field.text().is_empty();
    if form.rows.last().is_some_and(full) {
        form.rows.push(row(ATTACHMENT, None, ATTACHMENT_HINT));
    }
}

const ATTACHMENT_HINT: &str = "如 附件：1.指标统计表；没有就空着";

fn read_closing(old: &Closing, form: &Form) -> Closing {
    Closing {
        signature: texts(form, SIGNATURE).collect(),
        date: first(form, DATE),
        contact: dressed(form, CONTACT, old.contact.as_ref(), letterhead::contact_line),
        copy_to: dressed(form, COPY_TO, old.copy_to.as_ref(), letterhead::copy_to_line),
        attachments: texts(form, ATTACHMENT).collect(),
    }
}

fn row(label: &'static str, text: Option<&String>, hint: &'static str) -> Row {
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
mod tests {
    use super::*;
    use crate::report::testing;

    #[test]
    fn an_untouched_form_changes_nothing() {
        let mut report = testing::report();
        report.closing.signature = vec!["甲".into(), "乙".into(), "丙".into()];
        report.closing.attachments = vec!["附件：1.甲表".into(), "2.乙表".into()];
        for entry in [Entry::Letterhead, Entry::Closing] {
            let form = form(&report, entry, &Title::A2).unwrap();
            assert_eq!(edit(&report, entry, &form, &Title::A2), None);
        }
    }

    #[test]
    fn a_typed_title_is_free_and_an_emptied_one_is_automatic_again() {
        let mut report = testing::report();
        let mut typed = form(&report, Entry::Letterhead, &Title::A2).unwrap();
        typed.rows[3].field = Field::new("关于法治建设的报告");
        report.apply(edit(&report, Entry::Letterhead, &typed, &Title::A2).unwrap()).unwrap();
        assert_eq!(report.title(), "关于法治建设的报告");
        typed.rows[3].field = Field::new("");
        report.apply(edit(&report, Entry::Letterhead, &typed, &Title::A2).unwrap()).unwrap();
        assert_eq!(report.title(), "关于2025年法治政府建设情况的报告");
    }
}
