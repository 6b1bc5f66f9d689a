//! The form of 版头: the title block, and the options that act on the text.

use super::{dressed, first, row, texts, two_or_more};
use crate::app::field::Field;
use crate::app::form::{Check, Form, Row};
use crate::app::pane::options::{self, choice, chosen};
use crate::report::options::{Order, TitleForm};
use crate::report::{
    Edit, Kind, Letterhead, Preamble, Report, SectionId, Template, Title, Unit, letterhead,
    parse_year,
};

const YEAR: &str = "报告年度";
pub(super) const NAME: &str = "单位简称";
const KIND: &str = "单位类别";
pub(super) const ISSUER: &str = "发文机关";
const TITLE_FORM: &str = "标题写法";
pub(super) const TITLE: &str = "标题";
pub(super) const NUMBER: &str = "发文字号";
pub(super) const ADDRESSEE: &str = "主送机关";

/// The forms of a title; `None` for one of the author's own.
const TITLE_FORMS: [(Option<TitleForm>, &str); 5] = [
    (Some(TitleForm::WORDS[0].0), TitleForm::WORDS[0].1),
    (Some(TitleForm::WORDS[1].0), TitleForm::WORDS[1].1),
    (Some(TitleForm::WORDS[2].0), TitleForm::WORDS[2].1),
    (Some(TitleForm::WORDS[3].0), TitleForm::WORDS[3].1),
    (None, "自己写"),
];

pub(super) fn form(report: &Report, template: Option<&Template>) -> Form {
    let Letterhead { issuers, title, doc_number, addressee, .. } = &report.letterhead;
    let year = report.year.to_string();
    let hint = "改了以后，各节标题和正文里的年份要自己改";
    let name = Some(&report.unit.name);
    let mut rows = vec![
        Row { check: Check::Year, ..row(YEAR, Some(&year), hint) },
        Row {
            check: Check::Name, ..row(NAME, name, "如 云溪镇；有的标题写法里用它")
        },
        choice(KIND, &Kind::WORDS, report.unit.kind, "起头的话里“我镇”“党委”等跟着它"),
    ];
    rows.extend(two_or_more(ISSUER, issuers, "全称；只有一个机关时第二行空着"));
    rows.extend([
        choice(TITLE_FORM, &TITLE_FORMS, title.form(), "只有一个机关时，单位写在标题里"),
        row(TITLE, None, "按上面的写法自动写；在这里打字就改成自己写"),
        options::year_word(report.style),
        row(NUMBER, doc_number.as_ref(), ""),
        row(ADDRESSEE, addressee.as_ref(), addressee_hint(report.unit.kind)),
        options::lead_in(report.lead_in().is_some()),
        options::heading(report.style),
    ]);
    rows.extend(middle(report, template).map(|(order, ..)| options::order(order)));
    let mut form = Form::new(rows);
    if let (Title::Free(text), Some(row)) = (title, row_mut(&mut form, TITLE)) {
        row.field = Field::new(text);
    }
    follow(report, &mut form, template);
    form
}

fn addressee_hint(kind: Kind) -> &'static str {
    match kind {
        Kind::Subdistrict => "如 区委、区政府：；不写就空着",
        Kind::Town | Kind::Township | Kind::Bureau => "如 县委、县政府：；不写就空着",
    }
}

/// The order of the two middle parts, and the two.
fn middle(report: &Report, template: Option<&Template>) -> Option<(Order, SectionId, SectionId)> {
    template.and_then(|template| template.middle_of(report))
}

pub(super) fn follow(report: &Report, form: &mut Form, template: Option<&Template>) {
    let title = &report.letterhead.title;
    choose(form, KIND, &Kind::WORDS, report.unit.kind);
    if form.rows.get(form.focus).is_none_or(|row| row.label != NAME) {
        know_unit(form, &report.unit);
    }
    choose(form, TITLE_FORM, &TITLE_FORMS, title.form());
    if let Some(row) = row_mut(form, NUMBER) {
        row.hint = options::number_hint(report.year).into();
    }
    let usual = usual_title(report, template);
    if let Some(row) = row_mut(form, TITLE) {
        row.usual = automatic_title(report, &usual);
        if let Title::Free(text) = title {
            row.aside.clear();
            if row.field.text().is_empty() {
                row.field = Field::new(text);
            }
        } else {
            let own = std::mem::take(&mut row.field);
            if !own.text().trim().is_empty() {
                own.text().clone_into(&mut row.aside);
            }
        }
    }
}

/// The own title that a choice has put aside.
pub(super) fn aside(form: &Form) -> Option<String> {
    let row = form.rows.iter().find(|row| row.label == TITLE);
    row.map(|row| row.aside.clone())
}

/// Puts an own title aside again, where none is in use.
pub(super) fn put_aside(form: &mut Form, title: &str) {
    if let Some(row) = row_mut(form, TITLE)
        && row.field.text().is_empty()
    {
        title.clone_into(&mut row.aside);
    }
}

/// Keeps what was known of the unit while the caret stood in its name.
pub(super) fn remember(form: &mut Form, before: &Form) {
    if before.rows.get(before.focus).is_some_and(|row| row.label == NAME) {
        for label in [NAME, KIND] {
            let known = before.rows.iter().find(|row| row.label == label);
            if let (Some(row), Some(known)) = (row_mut(form, label), known) {
                row.usual.clone_from(&known.usual);
            }
        }
    }
}

/// Keeps the unit as it was before its name is worked on: an emptied name falls
/// back to that one, and only a kind that went with it goes with the next.
fn know_unit(form: &mut Form, unit: &Unit) {
    if let Some(row) = row_mut(form, NAME) {
        row.usual.clone_from(&unit.name);
    }
    if let Some(row) = row_mut(form, KIND) {
        let follows = unit.kind == Kind::of(&unit.name);
        row.usual = if follows { row.chosen_label().to_owned() } else { String::new() };
    }
}

fn row_mut<'a>(form: &'a mut Form, label: &str) -> Option<&'a mut Row> {
    form.rows.iter_mut().find(|row| row.label == label)
}

fn choose<T: Copy + PartialEq>(
    form: &mut Form,
    label: &str,
    words: &[(T, &'static str)],
    value: T,
) {
    let chosen = words.iter().position(|(own, _)| *own == value);
    if let (Some(row), Some(chosen)) = (row_mut(form, label), chosen) {
        row.chosen = chosen;
    }
}

/// The title while none is typed: the present one, else that of the template.
fn usual_title(report: &Report, template: Option<&Template>) -> Title {
    let letterhead = &report.letterhead;
    let one = letterhead.issuers.len() < 2;
    let template = template.map(|template| template.options.title.into());
    match (&letterhead.title, template) {
        (Title::Free(_), Some(Title::A2)) if one => Title::A,
        (Title::Free(_), Some(form)) => form,
        (Title::Free(_), None) if one => Title::B,
        (Title::Free(_), None) => Title::A2,
        (form, _) => form.clone(),
    }
}

/// A title that follows unit and year.
fn automatic_title(report: &Report, title: &Title) -> String {
    let letterhead = Letterhead { title: title.clone(), ..report.letterhead.clone() };
    letterhead.title_text(&report.unit, report.year, report.style.year_word)
}

/// The edits; a year that is none yet is left alone, a name that is gone is that
/// from before.
pub(super) fn edits(report: &Report, form: &Form, template: Option<&Template>) -> Vec<Edit> {
    let letterhead = read(report, form, template);
    let letterhead =
        (letterhead != report.letterhead).then(|| Edit::Letterhead(Box::new(letterhead)));
    let year = first(form, YEAR).and_then(|text| parse_year(&text));
    let year = year.filter(|year| *year != report.year).map(Edit::Year);
    let unit = read_unit(&report.unit, form);
    let unit = (unit != report.unit).then_some(Edit::Unit(unit));
    let style = options::read_style(form, report.style);
    let style = (style != report.style).then_some(Edit::Style(style));
    let lead_in = lead_in_edit(report, form, template);
    let order = middle(report, template).and_then(|(order, weak, lead)| {
        let wanted = chosen(form, options::ORDER, &Order::WORDS)?;
        let swapped = report.swap_parts(weak, lead).ok().filter(|_| wanted != order);
        swapped.map(|change| change.edit)
    });
    [letterhead, year, unit, style, lead_in, order].into_iter().flatten().collect()
}

fn read(report: &Report, form: &Form, template: Option<&Template>) -> Letterhead {
    let old = &report.letterhead;
    Letterhead {
        issuers: texts(form, ISSUER).collect(),
        title: read_title(report, form, template),
        doc_number: first(form, NUMBER),
        doc_number_first: old.doc_number_first,
        addressee: dressed(form, ADDRESSEE, old.addressee.as_ref(), letterhead::addressee_line),
    }
}

/// The title: the form that was chosen just now, else what is typed, else what
/// is usual. Who chooses to write it starts from the own one that another
/// choice has put aside, or from the automatic one.
fn read_title(report: &Report, form: &Form, template: Option<&Template>) -> Title {
    let old = &report.letterhead.title;
    let typed = first(form, TITLE);
    match chosen(form, TITLE_FORM, &TITLE_FORMS) {
        // As a file wrote it, were it nothing.
        Some(None) if *old == Title::Free(typed.clone().unwrap_or_default()) => old.clone(),
        Some(Some(wanted)) if Some(wanted) != old.form() => wanted.into(),
        Some(None) if old.form().is_some() => {
            let aside = form.rows.iter().find(|row| row.label == TITLE).map(|row| &row.aside);
            let aside = aside.filter(|text| !text.is_empty()).cloned();
            Title::Free(aside.unwrap_or_else(|| automatic_title(report, old)))
        }
        _ => typed.map_or_else(|| usual_title(report, template), Title::Free),
    }
}

/// The unit; its kind follows the name as long as it did so before. While there
/// is no name, it is that from before.
fn read_unit(old: &Unit, form: &Form) -> Unit {
    let row = |label| form.rows.iter().find(|row| row.label == label);
    let name = row(NAME).map_or("", Row::value).to_owned();
    let kind = chosen(form, KIND, &Kind::WORDS).unwrap_or(old.kind);
    let follows = kind == old.kind && row(KIND).is_some_and(|row| !row.usual.is_empty());
    Unit { kind: if follows { Kind::of(&name) } else { kind }, name }
}

/// 导语 is left out with its text, and comes back with it.
fn lead_in_edit(report: &Report, form: &Form, template: Option<&Template>) -> Option<Edit> {
    let wanted = chosen(form, options::LEAD_IN, &options::WRITTEN)?;
    if wanted == report.lead_in().is_some() {
        return None;
    }
    let new = || template.map(|template| template.lead_in(&report.unit, report.year));
    let preamble = report.preamble.clone().or_else(new).unwrap_or_default();
    Some(Edit::Preamble(Some(Preamble { left_out: !wanted, ..preamble })))
}
