//! `list`: the drafts, the last changed first; broken files are named too.

use clap::Args;

use super::failure::Failure;
use super::json::{self, Progress};
use super::{clock, output, table};
use crate::storage::{DataFolder, draft};

/// What can be said to `list`.
#[derive(Debug, Args)]
#[command(about = "列出全部稿件", override_usage = "fazhi-tui list [选项]")]
pub(super) struct Arguments {
    #[arg(long, help = "输出 JSON，供程序读取")]
    json: bool,
}

/// Prints the drafts.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let drafts: Vec<json::Listed> = draft::list(data)?.into_iter().map(listed).collect();
    if wanted.json {
        return output::print_json(&drafts);
    }
    if drafts.is_empty() {
        output::tell("还没有稿件。用 fazhi-tui new 新建，或用 fazhi-tui import 导入去年的报告。");
        return Ok(());
    }
    output::print(&human(&drafts))
}

fn listed(file: draft::Listed) -> json::Listed {
    let id = file.id.to_string();
    match file.content {
        Ok(report) => json::Listed::Draft {
            id,
            year: report.year,
            progress: Progress::of(&report),
            state: report.state,
            unit: report.unit.name,
            changed: file.changed.and_then(clock::written),
        },
        Err(error) => json::Listed::Broken { id, error: error.to_string() },
    }
}

fn human(drafts: &[json::Listed]) -> String {
    let heads = ["名称", "年度", "单位", "状态", "完成", "最后修改"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    let mut broken = Vec::new();
    for draft in drafts {
        match draft {
            json::Listed::Draft { id, year, unit, state, progress, changed } => rows.push(vec![
                id.clone(),
                year.to_string(),
                unit.clone(),
                state.label().to_owned(),
                format!("{}/{}", progress.done, progress.required),
                changed.clone().unwrap_or_default().replace('T', " "),
            ]),
            json::Listed::Broken { id, error } => {
                broken.push(format!("打不开：{id}\n  {error}\n"));
            }
        }
    }
    let table = if rows.len() > 1 { table::align(&rows) } else { String::new() };
    table + &broken.concat()
}
