//! `check`: what is wrong in drafts and files. Nothing is written unless a place
//! is named for it.

mod place;
mod subject;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::failure::Failure;
use super::json::Found;
use super::{output, template};
use crate::check::{Checker, Severity};
use crate::runtime::rules;
use crate::storage::DataFolder;
pub(super) use place::FilePlace;
pub(super) use subject::Subject;

/// What can be said to `check`.
#[derive(Debug, Args)]
#[command(about = "校核稿件或报告文件", override_usage = "fazhi-tui check DRAFT_OR_FILE… [选项]")]
pub(super) struct Arguments {
    #[arg(
        value_name = "DRAFT_OR_FILE",
        required = true,
        help = "稿件的名称或文件，或者别的报告文件（.docx .doc .txt .html .md）"
    )]
    sources: Vec<String>,
    #[arg(long, help = "输出 JSON，供程序读取")]
    json: bool,
}

/// Prints the findings; the exit status is 1 where there is an error.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<ExitCode, Failure> {
    let templates = template::pairs(template::load(data));
    let (rules, errors) = rules::load(data);
    for error in errors {
        output::tell(&format!("不能用：{error}"));
    }
    let mut checker = Checker::new(Arc::new(rules));
    let mut all = Vec::new();
    for source in &wanted.sources {
        let subject = Subject::read(data, source, &templates)?;
        let findings = checker.check(&subject.script);
        all.extend(findings.iter().map(|finding| Found::of(&subject, finding)));
    }
    let worst = all.iter().map(|found| found.severity).min();
    if wanted.json {
        output::print_json(&all)?;
    } else {
        let lines: Vec<String> = all.iter().map(Found::line).collect();
        output::print(&lines.concat())?;
    }
    Ok(if worst == Some(Severity::Error) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
