//! The results for programs; their fields are described in `docs/command-line.md`.
//!
//! They are a promise to scripts: fields are added, never renamed. So they are
//! types of their own and not those of the report, which may change.

use serde::Serialize;

use super::check::{FilePlace, Source, Subject};
use crate::check::{Counts, Finding, Severity};
use crate::document;
use crate::report::{Level, Mark, Place, Report, State};
use crate::storage::DraftId;
use crate::text::count;

/// One line of `list`.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Listed {
    /// A draft.
    Draft {
        id: String,
        year: i32,
        unit: String,
        state: State,
        progress: Progress,
        changed: Option<String>,
    },
    /// A file that cannot be read.
    Broken { id: String, error: String },
}

/// Texts done of texts required.
#[derive(Serialize)]
pub(super) struct Progress {
    pub(super) done: usize,
    pub(super) required: usize,
}

impl Progress {
    /// How far a report is.
    pub(super) fn of(report: &Report) -> Self {
        let progress = report.progress();
        Self { done: progress.done, required: progress.required }
    }
}

/// One finding of `check`.
#[derive(Serialize)]
pub(super) struct Found {
    /// Where it was found, if several are checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
    pub(super) rule: String,
    pub(super) severity: Severity,
    pub(super) section: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) excerpt: String,
    pub(super) message: String,
    pub(super) basis: String,
    pub(super) fix: Option<String>,
    pub(super) also: Vec<FoundPlace>,
    /// The draft or file as it was named, and whether it is a draft.
    #[serde(skip)]
    source: (String, bool),
}

/// Another place of a finding.
#[derive(Serialize)]
pub(super) struct FoundPlace {
    pub(super) section: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) excerpt: String,
}

impl Found {
    /// A finding with its places in the file.
    pub(super) fn of(subject: &Subject, source: &Source, several: bool, finding: &Finding) -> Self {
        let FilePlace { line, column, excerpt } = subject.places.of(&finding.spot);
        let also = finding.also.iter().map(|spot| {
            let FilePlace { line, column, excerpt } = subject.places.of(spot);
            FoundPlace { section: spot.section.to_string(), line, column, excerpt }
        });
        Self {
            file: several.then(|| source.name.clone()),
            source: (source.name.clone(), !subject.script.facts.file),
            rule: finding.rule.to_string(),
            severity: finding.severity,
            section: finding.spot.section.to_string(),
            line,
            column,
            excerpt,
            message: finding.message.clone(),
            basis: finding.basis.to_string(),
            fix: finding.fix.clone(),
            also: also.collect(),
        }
    }

    /// The finding as a line for people: a place that an editor can jump to, or for a
    /// draft the section, the paragraph and the character.
    pub(super) fn line(&self) -> String {
        let Self { line, column, rule, excerpt, message, .. } = self;
        let severity = self.severity.label();
        let (name, is_draft) = &self.source;
        let section = if *is_draft { format!("{}:", self.section) } else { String::new() };
        // Many messages say themselves what stands there, and what should.
        let there = quoted(excerpt);
        let there = if message.starts_with(&there) { String::new() } else { there + " " };
        let fix = match self.fix.as_deref() {
            Some(fix) if fix.is_empty() || message.contains(&quoted(fix)) => String::new(),
            Some(fix) => format!("〔改为{}〕", quoted(fix)),
            None => String::new(),
        };
        format!("{name}:{section}{line}:{column}: {severity}：{there}{message}{fix}（{rule}）\n")
    }
}

/// Some words in quotation marks, unless they bring their own.
fn quoted(words: &str) -> String {
    if words.starts_with('“') { words.to_owned() } else { format!("“{words}”") }
}

/// How many findings there are of each kind, those left out that are ignored.
#[derive(Serialize)]
pub(super) struct Findings {
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) hint: usize,
}

impl From<Counts> for Findings {
    fn from(Counts { error, warning, hint }: Counts) -> Self {
        Self { error, warning, hint }
    }
}

/// What `status` says.
#[derive(Serialize)]
pub(super) struct Status {
    pub(super) id: String,
    pub(super) year: i32,
    pub(super) state: State,
    pub(super) progress: Progress,
    pub(super) characters: usize,
    pub(super) findings: Findings,
    pub(super) blanks: usize,
    pub(super) preamble: Option<Text>,
    pub(super) sections: Vec<SectionStatus>,
}

/// How far one text is.
#[derive(Serialize)]
pub(super) struct Text {
    pub(super) mark: &'static str,
    pub(super) characters: usize,
    pub(super) blanks: usize,
}

/// How far a section is.
#[derive(Serialize)]
pub(super) struct SectionStatus {
    pub(super) id: String,
    pub(super) number: Option<String>,
    pub(super) heading: String,
    pub(super) level: Level,
    #[serde(flatten)]
    pub(super) text: Text,
}

impl Status {
    /// The state of a draft.
    pub(super) fn of(id: &DraftId, report: &Report, findings: Counts) -> Self {
        let finished = document::assemble(report);
        let lines = finished.blocks.iter().map(document::Block::line);
        Self {
            id: id.to_string(),
            year: report.year,
            state: report.state,
            progress: Progress::of(report),
            characters: lines.map(|line| count::characters(&line)).sum(),
            findings: findings.into(),
            blanks: report.open().len(),
            preamble: report.lead_in().map(|_| Text::of(report, Place::Preamble)),
            sections: (0..report.sections.len())
                .map(|index| SectionStatus::of(report, index))
                .collect(),
        }
    }
}

impl Text {
    fn of(report: &Report, place: Place) -> Self {
        Self {
            mark: mark(report, place),
            characters: report.characters(place),
            blanks: report.open_in(place).len(),
        }
    }
}

impl SectionStatus {
    fn of(report: &Report, index: usize) -> Self {
        let section = &report.sections[index];
        Self {
            id: section.id.to_string(),
            number: report.number(index),
            heading: section.heading.clone(),
            level: section.level,
            text: Text::of(report, Place::Section(section.id)),
        }
    }
}

/// What `outline` says.
#[derive(Serialize)]
pub(super) struct Outline {
    pub(super) year: Option<i32>,
    pub(super) title: String,
    pub(super) issuers: Vec<String>,
    pub(super) doc_number: Option<String>,
    pub(super) addressee: Option<String>,
    pub(super) preamble: Option<String>,
    pub(super) sections: Vec<Node>,
    pub(super) attachments: Vec<String>,
    pub(super) signature: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) contact: Option<String>,
    pub(super) copy_to: Option<String>,
    pub(super) noise: Vec<String>,
}

/// A section with what stands under it.
#[derive(Serialize)]
pub(super) struct Node {
    pub(super) id: String,
    pub(super) level: Level,
    pub(super) number: Option<String>,
    pub(super) heading: String,
    pub(super) body: String,
    pub(super) mark: &'static str,
    pub(super) characters: usize,
    pub(super) children: Vec<Node>,
}

impl Outline {
    /// Structure and text of a report.
    pub(super) fn of(report: &Report) -> Self {
        let closing = &report.closing;
        let names = closing.attachment_names().into_iter();
        Self {
            year: Some(report.year).filter(|year| *year != 0),
            title: report.title(),
            issuers: report.issuers().to_vec(),
            doc_number: report.letterhead.doc_number.clone(),
            addressee: report.letterhead.addressee_name().map(str::to_owned),
            preamble: report.lead_in().map(|preamble| preamble.body.join("\n")),
            sections: tree(report),
            attachments: names.map(str::to_owned).collect(),
            signature: closing.signers(report.style.signature).to_vec(),
            date: closing.day().map(|day| day.iso()),
            contact: closing.contact_text().map(str::to_owned),
            copy_to: closing.copy_to_names().map(str::to_owned),
            noise: report.noise.iter().map(|n| n.text.clone()).collect(),
        }
    }
}

/// Items under their parts; an item before the first part stands alone.
fn tree(report: &Report) -> Vec<Node> {
    let mut roots: Vec<Node> = Vec::new();
    for index in 0..report.sections.len() {
        let node = Node::of(report, index);
        match roots.last_mut() {
            Some(part) if node.level == Level::Item && part.level == Level::Part => {
                part.children.push(node);
            }
            _ => roots.push(node),
        }
    }
    roots
}

impl Node {
    fn of(report: &Report, index: usize) -> Self {
        let section = &report.sections[index];
        let place = Place::Section(section.id);
        Self {
            id: section.id.to_string(),
            level: section.level,
            number: report.number(index),
            heading: section.heading.clone(),
            body: section.body.join("\n"),
            mark: mark(report, place),
            characters: report.characters(place),
            children: Vec::new(),
        }
    }
}

fn mark(report: &Report, place: Place) -> &'static str {
    match report.mark(place) {
        Mark::Empty => "empty",
        Mark::Drafting => "drafting",
        Mark::Done => "done",
    }
}
