//! `check`: what is wrong in drafts and files. Nothing is written unless a place
//! is named for it.

mod fix;
mod place;
mod sources;
mod subject;

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use clap::builder::PossibleValue;

use super::failure::Failure;
use super::json::Found;
use super::{arguments, import, output, rules, template};
use crate::check::{Checker, Finding, Rule, Rules, Severity, waived};
use crate::import::Encoding;
use crate::report::Template;
use crate::storage::DataFolder;
pub(super) use place::FilePlace;
pub(super) use sources::Source;
pub(super) use subject::Subject;

/// What can be said to `check`.
#[derive(Debug, Args)]
#[command(about = "校核稿件或报告文件", override_usage = "fazhi-tui check DRAFT_OR_FILE… [选项]")]
pub(super) struct Arguments {
    #[arg(
        value_name = "DRAFT_OR_FILE",
        required = true,
        help = "稿件的名称或文件，别的报告文件（.docx .doc .txt .html .md），或者装着它们的文件夹；可以写几个"
    )]
    sources: Vec<String>,
    #[arg(long, help = "输出 JSON，供程序读取")]
    json: bool,
    #[arg(
        long,
        value_name = "LEVEL",
        default_value = "hint",
        hide_default_value = true,
        hide_possible_values = true,
        help = "只列这一级和更重的：error 错误、warning 警告、hint 提示（不写就是它）"
    )]
    level: Level,
    #[arg(
        long = "rule",
        value_name = "RULE",
        value_delimiter = ',',
        help = "只查这些规则，平时不查的也查；用逗号分开；写 --rule ? 列出名称"
    )]
    rules: Vec<String>,
    #[arg(long, value_name = "YEAR", value_parser = arguments::year, help = "报告文件的报告年度；不写就从文件里找")]
    year: Option<i32>,
    #[arg(long, value_name = "NAME", value_parser = import::encoding, help = "报告文件的编码；不写就自动识别")]
    encoding: Option<Encoding>,
    #[arg(
        long,
        conflicts_with = "json",
        help = "列出能机械改正的地方：改前、改后；加 -o 就写成一个新文件，原来的不动"
    )]
    fix: bool,
    #[arg(
        short,
        long,
        value_name = "PATH",
        requires = "fix",
        help = "改好的稿件或文字写到这个新文件"
    )]
    output: Option<PathBuf>,
}

/// The least grave findings that are told.
#[derive(Clone, Copy, Debug)]
struct Level(Severity);

impl clap::ValueEnum for Level {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Severity::Error), Self(Severity::Warning), Self(Severity::Hint)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }))
    }
}

/// Prints the findings; the exit status is 1 where there is an error, and 3 where a
/// file could not be read, after all others were checked.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<ExitCode, Failure> {
    let job = Job {
        rules: Arc::new(chosen(data, &wanted.rules)?),
        templates: template::pairs(template::load(data)),
        wanted,
    };
    let named = sources::all(data, &wanted.sources);
    let several = named.len() > 1;
    let (mut sources, mut failed) = (Vec::new(), None);
    // One of several is told, and the others go on.
    let mut fail = |name: &str, failure: Failure| {
        if !several {
            return Err(failure);
        }
        output::tell(&format!("没有查“{name}”：{failure}"));
        failed = Some(failure);
        Ok(())
    };
    for own in named {
        match own {
            Ok(source) => sources.push(source),
            Err((_, failure)) if wanted.fix => return Err(failure),
            Err((name, failure)) => fail(&name, failure)?,
        }
    }
    if wanted.fix {
        job.fix(&sources)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut all = Vec::new();
    for (source, checked) in sources.iter().zip(job.check_all(&sources, several)) {
        match checked {
            Ok(findings) => all.extend(findings),
            Err(failure) => fail(&source.name, failure)?,
        }
    }
    if wanted.json {
        output::print_json(&all)?;
    } else {
        let lines: Vec<String> = all.iter().map(Found::line).collect();
        output::print(&lines.concat())?;
    }
    let wrong = all.iter().any(|found| found.severity == Severity::Error);
    Ok(match failed {
        Some(failure) => ExitCode::from(failure.exit_code()),
        None if wrong => ExitCode::FAILURE,
        None => ExitCode::SUCCESS,
    })
}

/// The rules that are asked for: those that are on, or the named ones.
fn chosen(data: &DataFolder, named: &[String]) -> Result<Rules, Failure> {
    let mut rules = rules::load(data);
    if let Some(unknown) = named.iter().find(|name| rules.rule(name).is_none()) {
        let line = |rule: &Rule| format!("\n  {:<28}{}", rule.id, rule.name);
        let told: String = rules.rules.iter().map(line).collect();
        return Err(Failure::Usage(format!("没有“{unknown}”这条规则。可以写：{told}")));
    }
    if !named.is_empty() {
        rules.rules.retain(|rule| named.contains(&rule.id));
        for name in named {
            rules.switch(name, true);
        }
    }
    Ok(rules)
}

/// What every file is checked with.
struct Job<'a> {
    rules: Arc<Rules>,
    templates: Vec<(String, Template)>,
    wanted: &'a Arguments,
}

impl Job<'_> {
    /// Shows or writes the fixes of one draft or file.
    fn fix(&self, sources: &[Source]) -> Result<(), Failure> {
        let [source] = sources else {
            return Err(Failure::Usage("--fix 一次只能改一份稿件或一个文件。".to_owned()));
        };
        let mut checker = Checker::new(Arc::clone(&self.rules));
        let (subject, findings) = self.findings(&mut checker, source)?;
        let output = self.wanted.output.as_deref();
        let wanted = fix::Wanted { output, encoding: self.wanted.encoding };
        fix::run(source, &subject, &findings, &wanted)
    }

    /// A draft or a file with its findings that count.
    fn findings(
        &self,
        checker: &mut Checker,
        source: &Source,
    ) -> Result<(Subject, Vec<Finding>), Failure> {
        let Arguments { year, encoding, level, .. } = self.wanted;
        let subject = Subject::read(source, &self.templates, *year, *encoding)?;
        let findings = checker.check(&subject.script);
        let mut told = waived(findings, &subject.waivers, &subject.script).standing;
        told.retain(|finding| finding.severity <= level.0);
        Ok((subject, told))
    }

    /// The findings of each source, in order; as many at once as there are processors.
    fn check_all(&self, sources: &[Source], several: bool) -> Vec<Result<Vec<Found>, Failure>> {
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let workers = workers.min(sources.len()).max(1);
        let work = |first: usize| {
            let mut checker = Checker::new(Arc::clone(&self.rules));
            let own = sources.iter().enumerate().skip(first).step_by(workers);
            own.map(|(index, source)| (index, self.check(&mut checker, source, several)))
                .collect::<Vec<_>>()
        };
        let mut done: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (1..workers).map(|first| scope.spawn(move || work(first))).collect();
            let own = work(0);
            let others = threads
                .into_iter()
                .flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
            own.into_iter().chain(others).collect()
        });
        done.sort_by_key(|(index, _)| *index);
        done.into_iter().map(|(_, checked)| checked).collect()
    }

    fn check(
        &self,
        checker: &mut Checker,
        source: &Source,
        named: bool,
    ) -> Result<Vec<Found>, Failure> {
        let (subject, findings) = self.findings(checker, source)?;
        let told = findings.iter().map(|finding| Found::of(&subject, source, named, finding));
        let mut told: Vec<Found> = told.collect();
        // What stood in a file beside the report is told where it stood.
        if subject.script.facts.file {
            told.sort_by_key(|found| (found.line, found.column));
        }
        Ok(told)
    }
}
