//! The form of 落款.

use super::{dressed, first, row, texts, two_or_more};
use crate::app::form::{Check, Form, Row};
use crate::app::pane::options;
use crate::report::{Closing, Edit, Kind, Report, letterhead};

pub(super) const SIGNATURE: &str = "署名";
pub(super) const DATE: &str = "成文日期";
pub(super) const CONTACT: &str = "联系人";
pub(super) const COPY_TO: &str = "抄送";
pub(super) const ATTACHMENT: &str = "附件";

pub(super) fn form(report: &Report) -> Form {
    let closing = &report.closing;
    let copy_to = match report.unit.kind {
        Kind::Subdistrict => "如 抄送：区委全面依法治区委员会办公室。",
        Kind::Town | Kind::Township | Kind::Bureau => "如 抄送：县委全面依法治县委员会办公室。",
    };
    // A report is signed in the year after the one that it tells of.
    let day = format!("如 {}年1月9日", report.year.saturating_add(1));
    let mut rows = two_or_more(SIGNATURE, &closing.signature, "全称；只有一个机关时第二行空着");
    rows.extend([
        options::signature(report.style),
        Row { check: Check::Day, ..row(DATE, closing.date.as_ref(), day) },
        row(CONTACT, closing.contact.as_ref(), "如（联系人：张××，联系电话：138****1234）"),
        row(COPY_TO, closing.copy_to.as_ref(), copy_to),
    ]);
    let attachments = closing.attachments.iter().map(Some).chain(std::iter::once(None));
    rows.extend(attachments.map(|text| row(ATTACHMENT, text, ATTACHMENT_HINT)));
    Form::new(rows)
}

/// Keeps an empty row below the last attachment, for the next one.
pub(super) fn grow(form: &mut Form) {
    let full = |row: &Row| row.label == ATTACHMENT && !row.field.text().is_empty();
    if form.rows.last().is_some_and(full) {
        form.rows.push(row(ATTACHMENT, None, ATTACHMENT_HINT));
    }
}

const ATTACHMENT_HINT: &str = "如 附件：1.指标统计表；没有就空着";

pub(super) fn edits(report: &Report, form: &Form) -> Vec<Edit> {
    let old = &report.closing;
    let new = Closing {
        signature: texts(form, SIGNATURE).collect(),
        date: first(form, DATE),
        contact: dressed(form, CONTACT, old.contact.as_ref(), letterhead::contact_line),
        copy_to: dressed(form, COPY_TO, old.copy_to.as_ref(), letterhead::copy_to_line),
        attachments: texts(form, ATTACHMENT).collect(),
    };
    let style = options::read_style(form, report.style);
    let closing = (new != *old).then(|| Edit::Closing(Box::new(new)));
    let style = (style != report.style).then_some(Edit::Style(style));
    closing.into_iter().chain(style).collect()
}
