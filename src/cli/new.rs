//! `new`: a draft from a template.

use clap::Args;

use super::failure::Failure;
use super::{arguments, output, template};
use crate::report::Kind;
use crate::report::unit::Profile;
use crate::storage::{DataFolder, DraftId, Settings, draft};

/// What can be said to `new`.
#[derive(Debug, Args)]
#[command(
    about = "用模板新建稿件，输出它的名称",
    override_usage = "fazhi-tui new --unit 云溪镇 --year 2024 [选项]"
)]
pub(super) struct Arguments {
    #[arg(long, value_name = "NAME", help = "单位简称，例如 云溪镇")]
    unit: String,
    #[arg(long, value_name = "YEAR", value_parser = arguments::year, help = "报告年度，例如 2024")]
    year: i32,
    #[arg(
        long,
        value_name = "NAME",
        help = "模板的文件名或中文名称；不写就用第一个适合这类单位的"
    )]
    template: Option<String>,
    #[arg(long, value_name = "ID", help = "稿件名称，已有同名的就不新建；不写就按年度和单位取名")]
    id: Option<String>,
}

/// Makes the draft and prints its name.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let unit = wanted.unit.trim();
    if unit.is_empty() {
        return Err(Failure::Usage("--unit 后面要写单位简称，例如 云溪镇。".to_owned()));
    }
    let library = template::load(data);
    let entry = match &wanted.template {
        Some(name) => template::find(&library, name)?,
        None => template::usual(&library, Kind::of(unit))?,
    };
    let profile = profile(data, unit);
    let report = entry.template.start(&entry.stem, &profile, wanted.year);
    let id = match &wanted.id {
        Some(id) => DraftId::new(id),
        None => DraftId::suggest(wanted.year, unit),
    };
    let id = draft::create(data, &id, wanted.id.is_some(), &report)?;
    output::print(&format!("{id}\n"))
}

/// What is remembered of the unit, or its name alone.
fn profile(data: &DataFolder, unit: &str) -> Profile {
    let (settings, problem) = Settings::load(data);
    if let Some(problem) = problem {
        output::tell(&format!("设置不能用：{problem}"));
    }
    if settings.profile.name == unit {
        return settings.profile;
    }
    Profile { name: unit.to_owned(), ..Profile::default() }
}
