//! `export`: the finished text of a draft, as it was last saved.
//!
//! What is open is refused first, so that a script cannot hand in a report
//! with blanks unawares; and no file is ever overwritten unasked.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::{draft, output, rules};
use crate::app::{error_sentences, open_sentences};
use crate::document;
use crate::export::{Encoding, Format, Newline, Style, refusal};
use crate::report::Report;
use crate::storage::{DataFolder, DraftId, Problem, Settings, StorageError, file};

/// What can be said to `export`.
#[derive(Debug, Args)]
#[command(about = "导出成文", override_usage = "fazhi-tui export DRAFT [选项]")]
pub(super) struct Arguments {
    #[arg(value_name = "DRAFT", help = "稿件的名称或文件")]
    draft: String,
    #[arg(
        long,
        value_name = "FORMAT",
        hide_possible_values = true,
        help = "格式：txt 纯文本；不写就是 txt"
    )]
    format: Option<FormatName>,
    #[arg(
        long,
        value_name = "NAME",
        default_value = "utf-8",
        hide_default_value = true,
        hide_possible_values = true,
        help = "编码：utf-8、utf-8-bom（旧版记事本）、gb18030（GBK 软件可读）；不写就是 utf-8"
    )]
    encoding: EncodingName,
    #[arg(
        long,
        value_name = "NAME",
        default_value = "lf",
        hide_default_value = true,
        hide_possible_values = true,
        help = "换行：lf 或 crlf（旧版记事本）；不写就是 lf"
    )]
    newline: NewlineName,
    #[arg(
        short,
        long,
        value_name = "PATH",
        help = "写到这个文件，- 是标准输出；不写就写到导出文件夹，并输出文件位置"
    )]
    output: Option<PathBuf>,
    #[arg(long, help = "已有同名文件时覆盖")]
    force: bool,
    #[arg(long, help = "还有空节、待填或校核出的错误时也导出")]
    allow_open: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    Txt,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum EncodingName {
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    #[value(name = "utf-8-bom", alias = "utf8-bom")]
    Utf8Bom,
    #[value(name = "gb18030", alias = "gbk")]
    Gb18030,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum NewlineName {
    Lf,
    Crlf,
}

/// Writes the finished text and prints where.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let format = format(wanted)?;
    let report = draft::read(data, &wanted.draft)?.report;
    let mut open = open_sentences(&report);
    open.extend(error_sentences(&rules::review(data, &report).standing));
    if !open.is_empty() && !wanted.allow_open {
        return Err(Failure::Open(open));
    }
    let bytes = format.render(&document::assemble(&report), wanted.style());
    if wanted.output.as_deref() == Some(Path::new("-")) {
        output::print_bytes(&bytes)?;
    } else {
        let path = match &wanted.output {
            Some(path) => path.clone(),
            None => usual_path(data, &report, format),
        };
        write(&path, &bytes, wanted.force)?;
        output::print(&format!("{}\n", path.display()))?;
    }
    for sentence in open {
        output::tell(&format!("提醒：{sentence}"));
    }
    Ok(())
}

/// The format that was asked for. A name that ends as another kind of file is
/// refused: what is inside would not be what the name says. A draft is never
/// the target, whatever is forced.
fn format(wanted: &Arguments) -> Result<Format, Failure> {
    let path = wanted.output.as_deref().unwrap_or(Path::new("-"));
    if path == Path::new("-") {
        return Ok(Format::default());
    }
    match refusal(path) {
        Some(sentence) if draft::is_draft(path) || wanted.format.is_none() => {
            Err(Failure::Usage(format!("{sentence}。")))
        }
        _ => Ok(Format::default()),
    }
}

impl Arguments {
    fn style(&self) -> Style {
        Style {
            encoding: match self.encoding {
                EncodingName::Utf8 => Encoding::Utf8,
                EncodingName::Utf8Bom => Encoding::Utf8Bom,
                EncodingName::Gb18030 => Encoding::Gb18030,
            },
            newline: match self.newline {
                NewlineName::Lf => Newline::Lf,
                NewlineName::Crlf => Newline::Crlf,
            },
        }
    }
}

/// The file in the export folder. The name of the unit is made safe, because
/// it may hold what a file name cannot.
fn usual_path(data: &DataFolder, report: &Report, format: Format) -> PathBuf {
    let (settings, problem) = Settings::load(data);
    if let Some(problem) = problem {
        output::tell(&format!("设置不能用：{problem}"));
    }
    let stem = DraftId::new(&report.file_stem());
    settings.folder().join(format!("{stem}.{}", format.extension()))
}

fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    if path.is_dir() {
        return Err(StorageError::new(path, Problem::Directory).into());
    }
    let written = if force { file::write_whole(path, bytes) } else { file::write_new(path, bytes) };
    match written {
        Ok(_) => Ok(()),
        Err(error) if error.problem == Problem::Exists => Err(Failure::Trouble(format!(
            "“{}”：{}。要覆盖请加 --force，或用 -o 换一个文件名。",
            path.display(),
            error.what()
        ))),
        Err(error) => Err(error.into()),
    }
}
