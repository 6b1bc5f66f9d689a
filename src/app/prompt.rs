//! What lies over the screen and asks for something: one at a time.
//!
//! A prompt is a context for keys like any pane; nothing in here knows a key.

pub mod export;
pub mod files;
pub mod find;
pub mod heading;
pub mod ignoring;
pub mod line;
pub mod picker;
pub mod proofing;
pub mod question;
pub mod reading;
pub mod search;
pub mod settings;

pub use export::ExportPrompt;
pub use files::FilesPrompt;
pub use find::FindPrompt;
pub use heading::{HeadingPrompt, Wanted};
pub use ignoring::Ignoring;
pub use line::LinePrompt;
pub use picker::{Pick, Picker};
pub use proofing::Proofing;
pub use question::{Answer, Question};
pub use reading::Reading;
pub use settings::SettingsPrompt;

use super::field::Field;
use crate::report::template::Asked;

/// What asks.
#[derive(Clone, Debug)]
pub enum Prompt {
    /// A list to filter: commands or sections.
    Picker(Picker),
    /// A question with a few answers.
    Question(Question),
    /// Which file to import.
    Files(Box<FilesPrompt>),
    /// One line that may be refused.
    Line(LinePrompt),
    /// The value of a figure.
    Figure(FigurePrompt),
    /// The heading of a section.
    Heading(HeadingPrompt),
    /// Where and how to write the finished text.
    Export(ExportPrompt),
    /// 查找和替换.
    Find(Box<FindPrompt>),
    /// 通读.
    Reading(Box<Reading>),
    /// 校核.
    Proofing(Box<Proofing>),
    /// Why a finding is left as it is.
    Ignoring(Box<Ignoring>),
    /// What is remembered from one report to the next.
    Settings(SettingsPrompt),
}

/// Asks for the value of a figure.
#[derive(Clone, Debug)]
pub struct FigurePrompt {
    /// The figure.
    pub asked: Asked,
    /// What else it is called, and how it must agree with others.
    pub hints: Vec<String>,
    /// The value that stood there when it was asked for.
    pub start: String,
    /// What is typed.
    pub field: Field,
    /// Whether it was typed over the citation in the text.
    pub cited: bool,
}
