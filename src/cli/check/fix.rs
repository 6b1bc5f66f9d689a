//! `check --fix`: the fixes that findings offer, shown, or put into a new file.
//!
//! What is checked is never changed itself: a text file goes into another one of
//! its encoding and line ends, a draft into another draft.

use std::path::Path;

use super::place::Places;
use super::sources::Source;
use super::subject::Subject;
use crate::app::fixes;
use crate::check::{Change, Finding, fixed, together};
use crate::cli::failure::Failure;
use crate::cli::{draft, output};
use crate::import::{self, Encoding, Format, MAX_DOCUMENT};
use crate::storage::{Problem, StorageError, draft as drafts, file};

/// What is to be done with the fixes.
pub(super) struct Wanted<'a> {
    /// Where the mended text goes; none to show the fixes only.
    pub(super) output: Option<&'a Path>,
    /// How the file is encoded, where it was said.
    pub(super) encoding: Option<Encoding>,
}

/// Shows the fixes that these findings of a draft or a file offer, or writes what they make of it.
pub(super) fn run(
    source: &Source,
    subject: &Subject,
    findings: &[Finding],
    wanted: &Wanted,
) -> Result<(), Failure> {
    let mended = match &subject.places {
        Places::Draft => of_draft(source, findings)?,
        Places::File { source: read, .. } => {
            if !matches!(read.format, Format::Text | Format::Markdown | Format::WebPage) {
                let name = &source.name;
                return Err(Failure::Usage(format!(
                    "“{name}”是 Word 文件，不能直接改：请先用 fazhi-tui import 导入为稿件，再对稿件用 --fix。"
                )));
            }
            of_file(source, subject, findings, wanted.encoding)?
        }
    };
    for line in &mended.lines {
        output::print(line)?;
    }
    if mended.open > 0 {
        output::tell(&format!("还有{}处在文件里对不上原文，请自己改。", mended.open));
    }
    match wanted.output {
        None => {
            let count = mended.lines.len();
            output::tell(&format!("可以改{count}处，没有写文件；用 -o 指定新文件。"));
        }
        Some(path) => {
            write(path, &mended.bytes)?;
            output::tell(&format!("改了{}处，写进“{}”。", mended.lines.len(), path.display()));
        }
    }
    Ok(())
}

/// A text with its fixes.
struct Mended {
    /// Each fix: its place, what stands there and what takes its place.
    lines: Vec<String>,
    /// How many fixes could not be made.
    open: usize,
    bytes: Vec<u8>,
}

fn of_draft(source: &Source, findings: &[Finding]) -> Result<Mended, Failure> {
    let mut report = draft::read_file(&source.path)?.report;
    let (edit, made) = fixes::all(findings, &report);
    let lines = made.iter().map(|own| {
        let place = Places::Draft.of(&own.spot);
        let at = format!("{}:{}:{}", own.spot.section, place.line, place.column);
        shown(&at, &place.excerpt, own.fix.as_deref().unwrap_or_default())
    });
    let lines = lines.collect();
    report.apply(edit).map_err(|_| Failure::Trouble("这些改动合不到一起，没有改。".to_owned()))?;
    let text = drafts::render(&report)?;
    Ok(Mended { lines, open: 0, bytes: text.into_bytes() })
}

fn of_file(
    source: &Source,
    subject: &Subject,
    findings: &[Finding],
    encoding: Option<Encoding>,
) -> Result<Mended, Failure> {
    let bytes = file::read_at_most(&source.path, MAX_DOCUMENT)?;
    let read = import::decode(&bytes, encoding);
    let (text, encoding) = read.map_err(|error| Failure::of_import(&source.path, &error))?;
    let starts = line_starts(&text);
    let mut changes: Vec<(Change, String)> = Vec::new();
    let mut open = 0;
    for finding in findings {
        let Some(fix) = finding.fix.as_deref().filter(|fix| *fix != finding.spot.excerpt) else {
            continue;
        };
        let place = subject.places.of(&finding.spot);
        let at = format!("{}:{}", place.line, place.column);
        let start = starts.get(place.line - 1).and_then(|start| {
            let line = &text[*start..];
            let (byte, _) = line.char_indices().nth(place.column - 1)?;
            line[byte..].starts_with(place.excerpt.as_str()).then_some(start + byte)
        });
        match start {
            Some(start) => {
                let range = start..start + place.excerpt.len();
                let line = shown(&at, &place.excerpt, fix);
                changes.push((Change { range, text: fix.to_owned() }, line));
            }
            None => open += 1,
        }
    }
    let made = together(changes.iter().map(|(change, _)| change.clone()).collect());
    let line = |own: &Change| changes.iter().find(|(change, _)| change == own);
    let lines = made.iter().filter_map(line).map(|(_, line)| line.clone()).collect();
    let bytes = import::encode_like(&fixed(&text, &made), &bytes, encoding);
    let bytes = bytes.ok_or_else(|| {
        Failure::Trouble(format!("改好的文字里有{}写不出的字，没有写文件。", encoding.label()))
    })?;
    Ok(Mended { lines, open, bytes })
}

/// Where the lines of a text begin; a line ends with \n, \r\n or \r.
fn line_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        if ends {
            starts.push(at + 1);
        }
    }
    starts
}

fn shown(at: &str, before: &str, after: &str) -> String {
    let after = if after.is_empty() { "（删去）".to_owned() } else { format!("“{after}”") };
    format!("{at}: “{before}”→{after}\n")
}

/// Writes a file that is not there yet.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path.is_dir() {
        return Err(StorageError::new(path, Problem::Directory).into());
    }
    match file::write_new(path, bytes) {
        Ok(_) => Ok(()),
        Err(error) if error.problem == Problem::Exists => Err(Failure::Trouble(format!(
            "“{}”：{}。请用 -o 换一个文件名。",
            path.display(),
            error.what()
        ))),
        Err(error) => Err(error.into()),
    }
}
