//! 版式: the last page of 新建, the options of the chosen template as a form.

use crate::app::form::{Form, Row};
use crate::app::pane::options::{self, chosen};
use crate::report::Options;
use crate::report::options::{Bodies, Order, TitleForm};

const BODIES: &str = "发文机关";
const TITLE: &str = "标题写法";
const ADDRESSEE: &str = "主送机关";
const NUMBER: &str = "发文字号";
const CONTACT: &str = "联系人";
const COPY_TO: &str = "抄送";
const ATTACHMENTS: &str = "附件";

/// What is chosen on the page.
pub(super) struct Chosen {
    /// The options.
    pub(super) options: Options,
    /// Whom the county may call; `None` for nobody.
    pub(super) contact: Option<String>,
}

/// The page for these options and this year; `order` where the question arises.
pub(super) fn form(
    options: &Options,
    order: Option<Order>,
    contact: Option<&str>,
    year: Option<i32>,
) -> Form {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let contact = contact.filter(|_| options.contact);
    let number = year.map(options::number_hint).unwrap_or_default();
    let mut rows = vec![
        options::choice(BODIES, &Bodies::WORDS, options.bodies, "一家单独报，还是两家联名"),
        options::choice(TITLE, &TitleForm::WORDS, options.title, "只有一家时，单位写在标题里"),
        options::year_word(options.style),
        Row::new(ADDRESSEE, text(options.addressee.as_deref()), "报告送给谁；删空就不写"),
        Row::new(NUMBER, text(options.doc_number.as_deref()), number),
        options::choice(options::LEAD_IN, &options::WRITTEN, options.lead_in, "开头总说的那一段"),
    ];
    rows.push(options::heading(options.style));
    rows.extend(options::lower_levels(options.style));
    rows.extend(order.map(options::order));
    rows.extend([
        options::signature(options.style),
        Row::new(CONTACT, text(contact), "印在报告最后，公开发布前要删去；空着就不写"),
        Row::new(COPY_TO, text(options.copy_to.as_deref()), "删空就不写"),
        Row::new(ATTACHMENTS, options.attachments.join("；"), "几个附件用“；”隔开；没有就空着"),
    ]);
    Form::new(rows)
}

/// What a form says; what it does not ask is as in `old`.
pub(super) fn read(form: &Form, old: &Options) -> Chosen {
    let text = |label| {
        let row = form.rows.iter().find(|row| row.label == label);
        row.map(|row| row.field.text().trim().to_owned()).filter(|text| !text.is_empty())
    };
    let attachments = text(ATTACHMENTS).unwrap_or_default();
    let names = attachments.split(['；', ';']).map(str::trim).filter(|name| !name.is_empty());
    let contact = text(CONTACT);
    Chosen {
        options: Options {
            bodies: chosen(form, BODIES, &Bodies::WORDS).unwrap_or(old.bodies),
            title: chosen(form, TITLE, &TitleForm::WORDS).unwrap_or(old.title),
            addressee: text(ADDRESSEE),
            doc_number: text(NUMBER),
            lead_in: chosen(form, options::LEAD_IN, &options::WRITTEN).unwrap_or(old.lead_in),
            order: chosen(form, options::ORDER, &Order::WORDS).or(old.order),
            contact: contact.is_some(),
            copy_to: text(COPY_TO),
            attachments: names.map(str::to_owned).collect(),
            style: options::read_style(form, old.style),
        },
        contact,
    }
}

/// The page of another template or unit: what was changed by hand stays changed.
pub(super) fn carried(page: &Form, usual: &Form, new: &Form) -> Form {
    let same = |rows: &[Row], label| rows.iter().position(|row| row.label == label);
    let mut carried = new.clone();
    for row in &mut carried.rows {
        let own = same(&page.rows, row.label).map(|at| &page.rows[at]);
        let old = same(&usual.rows, row.label).map(|at| &usual.rows[at]);
        if let (Some(own), Some(old)) = (own, old)
            && changed(own, old)
        {
            row.field = own.field.clone();
            row.chosen = own.chosen;
        }
    }
    let focus = page.rows.get(page.focus).and_then(|row| same(&carried.rows, row.label));
    carried.focus = focus.unwrap_or(0);
    carried
}

/// What was typed in place of the usual addressee and contact.
pub(super) fn typed(page: &Form, usual: &Form) -> [Option<String>; 2] {
    [ADDRESSEE, CONTACT].map(|label| {
        let rows = page.rows.iter().zip(&usual.rows);
        let own = rows.filter(|(own, old)| own.label == label && changed(own, old));
        let text = own.map(|(own, _)| own.field.text().trim().to_owned()).next();
        text.filter(|text| !text.is_empty())
    })
}

fn changed(own: &Row, old: &Row) -> bool {
    own.field.text() != old.field.text() || own.chosen != old.chosen
}

/// The piece of the finished text that a row acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// The lines above the prose.
    Above,
    /// Headings and prose.
    Within,
    /// The lines below the prose.
    Below,
}

/// Where the row with the caret acts.
pub(super) fn acts(form: &Form) -> Acts {
    match form.rows.get(form.focus).map_or("", |row| row.label) {
        options::SIGNATURE | CONTACT | COPY_TO | ATTACHMENTS => Acts::Below,
        options::HEADING | options::THIRD_LEVEL | options::NUMBERING | options::ORDER => {
            Acts::Within
        }
        _ => Acts::Above,
    }
}
