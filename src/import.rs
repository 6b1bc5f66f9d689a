//! An existing report as a draft: bytes in, a [`Report`] and what was noticed out.
//!
//! It opens no file and changes no word: what a file wrote is kept as written,
//! and what is no text of the report is taken out *and* listed in
//! [`Report::noise`]. So the characters of the export, white space aside, are
//! those of the file minus the list: a clerk can trust last year's text to it.

mod closing;
mod decode;
mod error;
mod field;
mod heading;
mod keys;
mod letterhead;
mod line;
mod names;
mod noise;
mod notes;
mod outline;
mod pasted;
mod reader;
#[cfg(test)]
mod round_trip;
mod source;
mod traced;
mod year;

pub use decode::{Encoding, MAX_BYTES, decode};
pub use error::ImportError;
pub use notes::Note;
pub use pasted::{outline_lines, typed_heading};
pub use reader::read;
pub use source::{Format, MAX_LINES, Source, SourceLine};
pub use traced::{Origin, Traced};

use crate::report::{Noise, Preamble, Report, State, Style, Template, Unit, YEARS};

use line::Line;

/// What the user has chosen; the rest is found in the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices<'a> {
    /// The encoding; `None` to find it.
    pub encoding: Option<Encoding>,
    /// The year that is reported on; `None` to read it.
    pub year: Option<i32>,
    /// File stem of the template; `None` for the one that fits best.
    pub template: Option<&'a str>,
    /// The templates at hand, by file stem.
    pub templates: &'a [(String, Template)],
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The report; what was taken out of the file is in its `noise`.
    pub report: Report,
    /// The encoding that the file was read in.
    pub encoding: Encoding,
    /// What was recognised, then what is odd.
    pub notes: Vec<Note>,
}

/// Reads a report from the bytes of a text file.
///
/// Fails on what is no text or cannot be decoded (see [`decode`]); a text
/// without any heading is no failure: it becomes 导语, with a note.
pub fn import(bytes: &[u8], choices: &Choices) -> Result<Imported, ImportError> {
    let source = read(bytes, choices.encoding)?;
    let encoding = source.encoding.unwrap_or(Encoding::Utf8);
    let text = source.lines.iter().fold(String::new(), |mut text, line| {
        text.push_str(&line.text);
        text.push('\n');
        text
    });
    let mut odd = Vec::new();
    let (mut lines, mut taken) = line::split(&text);
    sweep(&mut lines, &mut taken);
    let closing = closing::take(&mut lines, &mut odd);
    let start = outline::first_heading(&lines).unwrap_or(lines.len());
    let head = letterhead::read(&lines[..start], &mut odd);
    let body = outline::read(&lines[start..], &mut odd);
    taken.extend(head.noise.iter().cloned());
    taken.sort_by_key(|noise| (noise.line, noise.column));
    let mut report = Report {
        year: 0,
        template: String::new(),
        state: State::Drafting,
        unit: Unit::default(),
        style: Style { heading: body.style, signature: closing.layout, ..Style::default() },
        letterhead: head.letterhead,
        preamble: (!head.preamble.is_empty())
            .then_some(Preamble { body: head.preamble, ..Preamble::default() }),
        sections: body.sections,
        removed: Vec::new(),
        closing: closing.closing,
        figures: Vec::new(),
        noise: taken,
    };
    report.year = choices.year.or_else(|| year_of(&report)).unwrap_or_default();
    report.unit = unit_of(&report);
    choose_template(&mut report, choices);
    let places = notes::Places {
        title: head.title_line,
        sections: body.lines,
        date: closing.date_line,
        contact: closing.contact_line,
    };
    let mut notes = notes::recognised(&report, encoding, &places);
    odd.sort_by_key(|note| (note.line, note.column));
    notes.append(&mut odd);
    Ok(Imported { report, encoding, notes })
}

/// Takes out the lines that are no text, and lists them and all residue.
fn sweep(lines: &mut Vec<Line>, taken: &mut Vec<Noise>) {
    let prose = lines.iter().position(|line| line.len() > 60 || line.text.ends_with('。'));
    let front = prose.into_iter().chain(outline::first_heading(lines)).min();
    let front = front.unwrap_or(lines.len());
    let tail = lines.iter().rev().take_while(|line| noise::is_metadata(line)).count();
    let back = lines.len() - tail;
    let mut index = 0;
    lines.retain_mut(|line| {
        let around = index < front || index >= back;
        index += 1;
        let out = noise::is_page_number(line) || (around && noise::is_metadata(line));
        if out {
            taken.push(line.as_noise());
        } else {
            taken.append(&mut line.residue);
        }
        !out
    });
}

/// The year from the title, the headings, the date of signing or 导语.
fn year_of(report: &Report) -> Option<i32> {
    let headings = || report.sections.iter().find_map(|s| year::first(&s.heading));
    let signed = || report.closing.day().map(|day| day.year - 1);
    let signed = || signed().filter(|year| YEARS.contains(year));
    let prose = || report.preamble.iter().flat_map(|p| &p.body).find_map(|text| year::first(text));
    year::first(&report.title()).or_else(headings).or_else(signed).or_else(prose)
}

/// Who reports, from the issuers, the signatures or the title.
fn unit_of(report: &Report) -> Unit {
    let signed = report.issuers().iter().chain(&report.closing.signature);
    let mut names: Vec<String> = signed.filter_map(|name| names::short_name(name)).collect();
    names.extend(names::name_in_title(&report.title()));
    let place = |name: &&String| ["镇", "乡", "街道"].iter().any(|end| name.ends_with(end));
    let name = names.iter().find(place).or_else(|| names.first());
    Unit::named(name.cloned().unwrap_or_default())
}

fn choose_template(report: &mut Report, choices: &Choices) {
    let fitting = || keys::best(&report.sections, report.unit.kind, choices.templates);
    let Some(stem) = choices.template.or_else(fitting) else {
        return;
    };
    stem.clone_into(&mut report.template);
    let chosen = choices.templates.iter().find(|(name, _)| name == stem);
    if let Some((_, template)) = chosen {
        keys::assign(&mut report.sections, template);
    }
}
