//! 导入: a file as it is understood, looked through before anything is made of it.
//!
//! It knows passages and what they are taken as, not what comes of them: whoever
//! opened it makes a draft of [`ImportPane::imported`], or whatever else. The
//! file itself is only ever read.

mod changes;
mod steps;
mod template;

use std::path::{Path, PathBuf};

use crate::app::command::Command;
use crate::app::editor::{Editor, is_movement};
use crate::app::entry::Entry;
use crate::app::list::ListState;
use crate::import::{
    Choices, Encoding, ImportError, Imported, Passage, Reading, Role, Source, is_replaced, sample,
};
use crate::report::{Level, Place, Section, Template};
use crate::text::position::Position;
use crate::text::wrap::Wrap;
use steps::Steps;

/// Rows above the passage at which a file is opened.
const ABOVE: usize = 3;

/// What becomes of the passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A draft.
    Draft,
    /// A template of the user's own.
    Template {
        /// Whether one came from 新建 and goes back there.
        from_new: bool,
    },
}

/// A heading as it is shown beside the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// Its number and its words, as 目录 will show them.
    pub label: String,
    /// What its text begins with, where it has no words.
    pub words: &'a str,
}

/// 导入, and 做模板.
#[derive(Clone, Debug)]
pub struct ImportPane {
    /// What becomes of it.
    pub purpose: Purpose,
    /// The file; `None` for what is pasted.
    pub path: Option<PathBuf>,
    /// Whether it was chosen in the list of files, and Esc leads back there.
    pub listed: bool,
    /// The list of passages.
    pub list: ListState,
    /// The caret in the words of the chosen passage.
    pub editor: Editor,
    /// What is in the file: it is read again in another encoding.
    bytes: Vec<u8>,
    templates: Vec<(String, Template)>,
    reading: Reading,
    /// The year, where it was typed here.
    year: Option<i32>,
    /// What the reading comes to now, without a template.
    imported: Imported,
    /// The words of the chosen passage.
    body: Vec<String>,
    /// What was taken out here, as it was before.
    dropped: Vec<Passage>,
    steps: Steps,
    /// Whether the last thing done was a change that Enter has not answered yet.
    unanswered: bool,
}

impl ImportPane {
    /// A file that was read, at its first doubt.
    pub fn new(
        path: PathBuf,
        bytes: Vec<u8>,
        source: &Source,
        templates: Vec<(String, Template)>,
    ) -> Self {
        let reading = Reading::of(source, &templates);
        Self { path: Some(path), bytes, ..Self::with(Purpose::Draft, reading, templates) }
    }

    fn with(purpose: Purpose, reading: Reading, templates: Vec<(String, Template)>) -> Self {
        let imported = reading.build(&Choices::default());
        let mut pane = Self {
            purpose,
            path: None,
            listed: false,
            list: ListState::default(),
            editor: Editor::default(),
            bytes: Vec::new(),
            templates,
            reading,
            year: None,
            imported,
            body: Vec::new(),
            dropped: Vec::new(),
            steps: Steps::default(),
            unanswered: false,
        };
        pane.begin(0);
        pane
    }

    /// Chooses the first doubt from this passage on, else the first that is not
    /// taken out, with a few rows above it in the window: a web page begins with
    /// a screen full of noise.
    fn begin(&mut self, from: usize) {
        let passages = self.reading.passages();
        let kept = || (from..passages.len()).find(|index| passages[*index].role != Role::Noise);
        let doubt = self.doubts().into_iter().find(|index| *index >= from);
        let index = doubt.or_else(kept).unwrap_or(from);
        self.list.top = index.saturating_sub(ABOVE);
        self.choose(index);
    }

    /// Whether it is about a file of this name that holds these bytes.
    pub fn is_of(&self, path: &Path, bytes: &[u8]) -> bool {
        self.path.as_deref() == Some(path) && self.bytes == bytes
    }

    /// The name of the file, without its folder; nothing for what is pasted.
    pub fn file_name(&self) -> String {
        let name = self.path.as_ref().and_then(|path| path.file_name());
        name.unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Whether something was done here that would be lost.
    pub fn is_changed(&self) -> bool {
        self.steps.any()
    }

    /// The file as it is understood.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The report that it comes to, before a template is found for it.
    pub fn imported(&self) -> &Imported {
        &self.imported
    }

    /// The year, if one is known.
    pub fn year(&self) -> Option<i32> {
        Some(self.imported.report.year).filter(|year| *year != 0)
    }

    /// What a report has and this one lacks, as far as was recognised, in the
    /// order of a page; nothing for a template.
    pub fn missing(&self) -> Vec<&'static str> {
        let report = &self.imported.report;
        let known = [
            ("报告标题", !self.lacks_title()),
            ("年度", self.year().is_some()),
            ("单位", !report.unit.name.is_empty()),
            ("署名", !report.closing.signature.is_empty()),
            ("日期", report.closing.date.is_some()),
        ];
        let missing = known.into_iter().filter(|(_, known)| !known && !self.is_template());
        missing.map(|(what, _)| what).collect()
    }

    /// Whether no title was recognised.
    pub fn lacks_title(&self) -> bool {
        self.imported.report.title().is_empty()
    }

    /// What is missing, as a sentence.
    pub fn lacks(&self) -> Option<String> {
        let missing = self.missing();
        (!missing.is_empty()).then(|| format!("没有认出{}", missing.join("、")))
    }

    /// How much was taken out; what was only replaced is not counted.
    pub fn removed(&self) -> usize {
        self.imported.report.noise.iter().filter(|noise| !is_replaced(noise)).count()
    }

    /// The words of the chosen passage, as one paragraph.
    pub fn body(&self) -> &[String] {
        &self.body
    }

    /// The chosen passage; there is none while nothing is pasted.
    pub fn chosen(&self) -> Option<&Passage> {
        self.reading.passages().get(self.list.selected)
    }

    /// Where the chosen passage stands, such as 第12行.
    pub fn place(&self) -> String {
        let line = self.chosen().map_or(0, |passage| passage.origin().line);
        self.reading.format.place(line)
    }

    /// The passages that wait for a decision.
    pub fn doubts(&self) -> Vec<usize> {
        self.reading.doubts()
    }

    /// Each passage from this one on, with the heading that it becomes.
    pub fn seen_from(&self, first: usize) -> impl Iterator<Item = (&Passage, Option<Heading<'_>>)> {
        let report = &self.imported.report;
        let is_heading = |passage: &Passage| matches!(passage.role, Role::Heading(_));
        let passages = self.reading.passages();
        let above = passages.iter().take(first).filter(|passage| is_heading(passage)).count();
        let mut sections = report.sections.iter().skip(above);
        passages.iter().skip(first).map(move |passage| {
            let section = is_heading(passage).then(|| sections.next()).flatten();
            (passage, section.map(|section| self.heading(section)))
        })
    }

    fn heading(&self, section: &Section) -> Heading<'_> {
        let report = &self.imported.report;
        let entry = Entry::Text(Place::Section(section.id));
        let label = entry.label(report);
        // In a template the numbers follow from the order.
        let bare = label == section.heading && !self.is_template();
        Heading {
            label: if bare { format!("〔没有编号〕{label}") } else { label },
            words: entry.first_words(report).unwrap_or_default(),
        }
    }

    /// How many parts and items were recognised.
    pub fn counted(&self) -> (usize, usize) {
        (self.reading.headings(Level::Part), self.reading.headings(Level::Item))
    }

    /// How each encoding would read the file.
    pub fn samples(&self) -> Vec<(Encoding, Result<String, ImportError>)> {
        let of = |encoding: Encoding| (encoding, sample(&self.bytes, encoding));
        Encoding::CHOICES.into_iter().map(of).collect()
    }

    /// Chooses a passage; the caret stands before its words.
    pub fn choose(&mut self, index: usize) {
        let last = self.reading.passages().len().saturating_sub(1);
        self.list.choose(index.min(last));
        self.show();
    }

    /// Shows the words of the chosen passage from their start; one that is in
    /// doubt because lines were joined, from where they were.
    fn show(&mut self) {
        self.body = self.chosen().map(|passage| passage.text().to_owned()).into_iter().collect();
        self.editor = self.editor.anew();
        let doubted = self.chosen().filter(|passage| passage.doubt.is_some());
        if let Some(byte) = doubted.and_then(Passage::seam) {
            self.editor.place(Position { paragraph: 0, byte });
        }
    }

    /// Takes the templates as they are by now: one may have been made meanwhile.
    pub fn set_templates(&mut self, templates: Vec<(String, Template)>) {
        self.templates = templates;
        self.build();
    }

    /// Chooses the next passage that waits for a decision, from the start again
    /// behind the last; `false` where none does.
    pub fn next_doubt(&mut self) -> bool {
        let doubts = self.doubts();
        let behind = doubts.iter().find(|index| **index > self.list.selected);
        let Some(next) = behind.or(doubts.first()) else { return false };
        self.choose(*next);
        true
    }

    /// Moves over the passages, or with the caret in the chosen one.
    pub fn go(&mut self, command: Command) {
        let moved = match command {
            Command::TextStart => Command::RowStart,
            Command::TextEnd => Command::RowEnd,
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => command,
            _ if is_movement(command) => return self.editor.go(command, &self.body, false),
            _ => return,
        };
        let length = self.reading.passages().len();
        self.list.go(moved, length);
        self.show();
    }

    /// The byte of the caret in the words of the chosen passage.
    pub fn caret(&self) -> usize {
        self.editor.caret().byte
    }

    /// Whether cutting the chosen passage is the next thing to do: the caret was
    /// moved into it, or its doubt asks for it.
    pub fn may_be_cut(&self) -> bool {
        let doubt = self.chosen().and_then(|passage| passage.doubt.as_ref());
        self.caret() > 0 || doubt.is_some_and(|doubt| doubt.contains("断开"))
    }

    /// Lets the windows follow.
    pub(in crate::app) fn fit(&mut self, list: usize, text: usize, wrap: Wrap) {
        self.list.fit(list, self.reading.passages().len());
        self.editor.fit(&self.body, wrap, text);
    }
}
