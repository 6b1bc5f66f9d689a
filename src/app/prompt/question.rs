//! A question with a few answers; Esc always means the harmless one.

use std::path::PathBuf;

use crate::app::list::ListState;
use crate::check::Finding;
use crate::report::outline::{Addition, Removal};

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// The heading.
    pub title: String,
    /// What is to be known before answering.
    pub lines: Vec<String>,
    /// Whether these are a list, a row each, and no sentences.
    pub listed: bool,
    /// The answers; the first is chosen at the start.
    pub answers: Vec<(String, Answer)>,
    /// The chosen one.
    pub list: ListState,
}

/// What an answer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing: back to where one was.
    Stay,
    /// Puts the caret to the first thing that is open.
    FillIn,
    /// Puts the caret to what a check has found.
    GoToFinding(Box<Finding>),
    /// Back to the list of drafts.
    Leave,
    /// Opens the export: the text cannot be saved here.
    ExportFirst,
    /// Leaves the program although the text cannot be saved.
    LeaveAnyway,
    /// Marks the present text as done although something is open.
    FinishAnyway,
    /// Makes a draft of the file although something in it is not decided.
    ImportAnyway,
    /// Makes a draft of the file and leaves the program.
    ImportAndLeave,
    /// Leaves the program; what was decided in 导入 is lost.
    LeaveImport,
    /// Closes the report and imports a file that was dropped on it.
    ImportDropped(PathBuf),
    /// Takes what was dropped as text.
    PasteDropped(String),
    /// Keeps the headings as a template although something is not decided.
    TemplateAnyway,
    /// Moves a draft to the bin.
    Delete(PathBuf),
    /// Puts a kept version in the place of a broken draft, which goes to the bin.
    Replace {
        /// The broken draft.
        path: PathBuf,
        /// The kept version.
        kept: PathBuf,
    },
    /// Puts a pasted outline in.
    AddPasted(Box<Addition>),
    /// Back to the prompt for a heading.
    BackToHeading,
    /// Deletes the open section.
    RemoveSection(Removal),
    /// Exports although something is open.
    ExportAnyway,
    /// Exports to another file, or over the one that exists.
    ExportTo {
        /// The file.
        path: PathBuf,
        /// Whether it may be replaced.
        overwrite: bool,
    },
}

impl Question {
    /// A question whose first answer is chosen.
    pub fn new(
        title: impl Into<String>,
        lines: Vec<String>,
        answers: Vec<(String, Answer)>,
    ) -> Self {
        Self { title: title.into(), lines, listed: false, answers, list: ListState::default() }
    }

    /// A sentence that is to be read in peace.
    pub fn told(title: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self::new(title, vec![sentence.into()], vec![("知道了".to_owned(), Answer::Stay)])
    }

    /// The chosen answer.
    pub fn answer(&self) -> Answer {
        self.answers.get(self.list.selected).map_or(Answer::Stay, |(_, answer)| answer.clone())
    }

    /// Whether it only tells: there is nothing to choose.
    pub fn is_told(&self) -> bool {
        self.answers.len() == 1
    }

    /// Whether the question came over the prompt for a heading.
    pub fn is_over_heading(&self) -> bool {
        self.answers.iter().any(|(_, answer)| *answer == Answer::BackToHeading)
    }

    /// Whether one of its answers leads to what is open.
    pub fn asks_to_fill(&self) -> bool {
        self.answers.iter().any(|(_, answer)| *answer == Answer::FillIn)
    }

    /// Whether the question is about finishing a text.
    pub fn is_finish(&self) -> bool {
        self.insists() == Some(Answer::FinishAnyway)
    }

    /// The answer that goes on although something is open: F4, pressed again, gives it.
    pub fn insists(&self) -> Option<Answer> {
        let anyway = |answer: &&Answer| {
            use Answer::{FinishAnyway, ImportAnyway, TemplateAnyway};
            matches!(answer, FinishAnyway | ImportAnyway | TemplateAnyway)
        };
        self.answers.iter().map(|(_, answer)| answer).find(anyway).cloned()
    }
}
