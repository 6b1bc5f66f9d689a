//! What is checked: a draft, or a file that is read as a report.

use std::collections::HashMap;

use super::place::Places;
use super::sources::Source;
use crate::check::{Part, Script};
use crate::cli::draft;
use crate::cli::failure::Failure;
use crate::import::{self as reader, Choices, Encoding, MAX_DOCUMENT, Reading, Role};
use crate::report::{Template, Waiver};
use crate::storage::file;

/// A draft or a file, ready to be checked.
pub(in crate::cli) struct Subject {
    /// Its lines.
    pub(in crate::cli) script: Script,
    /// What the author of a draft leaves as it is.
    pub(in crate::cli) waivers: Vec<Waiver>,
    /// Where they stand in the file.
    pub(in crate::cli) places: Places,
}

impl Subject {
    /// Reads a draft, or a file that is none.
    pub(super) fn read(
        source: &Source,
        templates: &[(String, Template)],
        year: Option<i32>,
        encoding: Option<Encoding>,
    ) -> Result<Self, Failure> {
        let path = &source.path;
        if draft::is_draft(path) {
            let report = draft::read_file(path)?.report;
            return Ok(Self {
                script: Script::of(&report),
                waivers: report.waivers,
                places: Places::Draft,
            });
        }
        let bytes = file::read_at_most(path, MAX_DOCUMENT)?;
        // No template is chosen: the rules ask for none, and comparing with all takes its time.
        let choices = Choices { templates, year, encoding, template: Some("") };
        Self::of_file(&bytes, &choices).map_err(|error| Failure::of_import(path, &error))
    }

    /// A file by its bytes.
    fn of_file(bytes: &[u8], choices: &Choices) -> Result<Self, reader::ImportError> {
        let source = reader::read(bytes, choices.encoding)?;
        let reading = Reading::of(&source, choices.templates);
        let imported = reading.build(choices);
        let mut script = Script::of_file(&imported.report);
        if choices.year.is_none() {
            script.settle_year();
        }
        // The section of a line: that of the text that was read of it.
        let mut divisions = HashMap::new();
        for site in imported.map.sites() {
            let line = imported.map.origin(site, 0).map_or(0, |origin| origin.line);
            divisions.entry(line).or_insert_with(|| script.division_of(site));
        }
        let mut parts = HashMap::new();
        for passage in reading.passages() {
            parts.entry(passage.origin().line).or_insert(part(passage.role));
        }
        for (index, line) in source.lines.iter().enumerate() {
            let number = if line.text.is_empty() { index + 1 } else { line.text.start().line };
            let part = parts.get(&number).copied().unwrap_or(Part::Removed);
            let division = divisions.get(&number).copied().unwrap_or(0);
            script.add_source(index + 1, part, division, &line.text);
        }
        Ok(Self { script, waivers: Vec::new(), places: Places::File { map: imported.map, source } })
    }
}

/// What a line of a file is.
fn part(role: Role) -> Part {
    match role {
        Role::Issuer => Part::Issuer,
        Role::Title => Part::Title,
        Role::DocNumber => Part::DocNumber,
        Role::Addressee => Part::Addressee,
        Role::Heading(_) => Part::Heading,
        Role::Text => Part::Text,
        Role::Attachment => Part::Attachment,
        Role::Signature => Part::Signature,
        Role::Date => Part::Date,
        Role::Contact => Part::Contact,
        Role::CopyTo => Part::CopyTo,
        Role::Noise => Part::Removed,
    }
}
