//! A file that was read, and what tests ask of it.

use std::path::Path;

use fazhi_tui::import::{self, Choices, Imported, Passage, Reading, Role};
use fazhi_tui::report::{Level, Report};

use super::templates;

/// A file that was read, and its doubts: the role, the words, the sentence.
pub(super) struct Read {
    pub(super) imported: Imported,
    pub(super) doubts: Vec<(Role, String, String)>,
}

impl Read {
    pub(super) fn report(&self) -> &Report {
        &self.imported.report
    }

    /// The lines that wait for a decision.
    pub(super) fn doubted(&self) -> Vec<&str> {
        self.doubts.iter().map(|(_, text, _)| text.as_str()).collect()
    }

    /// The headings with the numbers that their levels give them.
    pub(super) fn labelled(&self) -> Vec<String> {
        let report = self.report();
        let label = |index: usize| report.sections[index].level.label(report.ordinal(index));
        let all = report.sections.iter().enumerate();
        all.map(|(index, section)| label(index) + &section.heading).collect()
    }

    pub(super) fn headings(&self) -> Vec<&str> {
        self.report().sections.iter().map(|section| section.heading.as_str()).collect()
    }

    /// How many items each part has.
    pub(super) fn items(&self) -> Vec<usize> {
        let mut counts = Vec::new();
        for section in &self.report().sections {
            match (section.level, counts.last_mut()) {
                (Level::Item, Some(count)) => *count += 1,
                _ => counts.push(0),
            }
        }
        counts
    }

    pub(super) fn body(&self, index: usize) -> &[String] {
        &self.report().sections[index].body
    }

    pub(super) fn noise(&self) -> Vec<&str> {
        self.report().noise.iter().map(|noise| noise.text.as_str()).collect()
    }

    pub(super) fn says(&self, words: &str) -> bool {
        self.imported.notes.iter().any(|note| note.message.contains(words))
    }
}

/// Reads the bytes of a file as the program does.
pub(super) fn read(bytes: &[u8]) -> Read {
    let templates = templates();
    let reading = Reading::of(&import::read(bytes, None).unwrap(), &templates);
    let passages = reading.doubts().into_iter().map(|index| &reading.passages()[index]);
    let doubt = |p: &Passage| (p.role, p.text().to_owned(), p.doubt.clone().unwrap());
    let doubts = passages.map(doubt).collect();
    let choices = Choices { templates: &templates, ..Choices::default() };
    Read { imported: reading.build(&choices), doubts }
}

/// Reads one of the made-up patterns.
pub(super) fn pattern(name: &str) -> Read {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/patterns");
    read(&std::fs::read(folder.join(name)).unwrap())
}
