//! `templates`: which templates there are, and what one of them asks for.

use std::fmt::Write as _;

use clap::Args;

use super::failure::Failure;
use super::{clock, output, table, template, wording};
use crate::report::options::word;
use crate::report::{Kind, Template, Unit};
use crate::storage::{DataFolder, Entry, Origin};

/// What can be said to `templates`.
#[derive(Debug, Args)]
#[command(
    about = "列出模板；写了名称就列出它的提纲和版式",
    override_usage = "fazhi-tui templates [NAME]"
)]
pub(super) struct Arguments {
    #[arg(value_name = "NAME", help = "模板的文件名或中文名称")]
    name: Option<String>,
}

/// Prints all templates, or one.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let library = template::load(data);
    if let Some(name) = &wanted.name {
        let entry = template::find(&library, name)?;
        return output::print(&one(entry, clock::year_to_report()));
    }
    let mut rows = vec![["文件名", "名称", "适用", "来源"].map(str::to_owned).to_vec()];
    rows.extend(library.templates.iter().map(row));
    output::print(&table::align(&rows))
}

fn row(entry: &Entry) -> Vec<String> {
    let Template { name, kinds, .. } = &entry.template;
    vec![entry.stem.clone(), name.clone(), units(kinds), origin(&entry.origin)]
}

fn units(kinds: &[Kind]) -> String {
    let kinds: Vec<&str> = kinds.iter().map(|kind| word(&Kind::WORDS, *kind)).collect();
    kinds.join("、")
}

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::BuiltIn => "自带".to_owned(),
        Origin::User(path) => format!("自己的：{}", path.display()),
    }
}

fn one(entry: &Entry, year: i32) -> String {
    let template = &entry.template;
    let mut text = format!("{}（{}）\n", template.name, entry.stem);
    let _ = writeln!(text, "来源：{}", origin(&entry.origin));
    let _ = writeln!(text, "适用：{}", units(&template.kinds));
    let _ = writeln!(text, "{}", template.summary);
    if let Some(note) = &template.note {
        let _ = writeln!(text, "{note}");
    }
    let _ = writeln!(text, "\n提纲（以{year}年的报告为例）：");
    let kind = template.kinds.first().copied().unwrap_or_default();
    for line in outline(template, kind, year) {
        let _ = writeln!(text, "  {line}");
    }
    let _ = writeln!(text, "\n版式：");
    for (name, value) in wording::options(&template.options) {
        let _ = writeln!(text, "  {name}：{value}");
    }
    text
}

/// 导语 and headings, in the words of a unit of this kind.
fn outline(template: &Template, kind: Kind, year: i32) -> Vec<String> {
    let unit = Unit { kind, name: "本单位".to_owned() };
    let lead_in = template.options.lead_in.then(|| "导语".to_owned());
    let headings = template.outline(&unit, year, template.options.order);
    lead_in.into_iter().chain(headings).collect()
}
