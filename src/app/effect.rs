//! What the app asks of the world, and what the world answers.
//!
//! The app does nothing itself: it has no files, no terminal and no clock.

use std::path::PathBuf;

use super::checks::Checked;
use crate::export;
use crate::import::Imported;
use crate::report::unit::Profile;
use crate::report::{Dictionary, Mark, Progress, Report, State, Template};
use crate::storage::{Changed, Settings};

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// List the drafts.
    List,
    /// Write down which rules are switched on and off.
    SwitchRules(Box<Changed>),
    /// Open the draft in this file.
    Open(PathBuf),
    /// Save the open draft and let go of it; it stays open when it cannot be saved.
    Close,
    /// Make a draft of a new report and open it; remember the profile.
    Create(Box<Report>, Profile),
    /// Open the worked example, which becomes a draft the first time.
    OpenExample,
    /// List the folder that one begins to choose a file in: this one, else that of
    /// last time, else the usual one.
    ListFirst(Option<PathBuf>),
    /// List this folder to choose a file from.
    ListFolder(PathBuf),
    /// Read the file at this place, which is to become a draft; a folder there is
    /// listed.
    Import(PathBuf),
    /// Make a draft of a file that was looked through, and open it.
    CreateImported(Box<Imported>),
    /// Make a draft of a file that was looked through, and leave; where that fails,
    /// nothing is left.
    ImportAndQuit(Box<Imported>),
    /// Keep a template as the user's own, and read all templates again.
    SaveTemplate(Box<Template>),
    /// Move the draft in this file to the bin.
    Delete(PathBuf),
    /// Give the draft in this file another name.
    Rename(PathBuf, String),
    /// Make a copy of the draft in this file.
    Copy(PathBuf),
    /// List the deleted drafts.
    ListBin,
    /// Bring back the draft of this name in the bin.
    Restore(String),
    /// Set where the report in this file stands on its way.
    SetState(PathBuf, State),
    /// Put a kept version in the place of a broken draft, which goes to the bin.
    Replace {
        /// The broken draft.
        path: PathBuf,
        /// The kept version.
        kept: PathBuf,
    },
    /// Go on with the data folder at this place.
    OpenFolder(PathBuf),
    /// Save the open draft now.
    Save,
    /// Write finished text.
    Export(Box<ExportOrder>),
    /// Write down what was changed in the settings.
    KeepSettings(Box<Changed>),
    /// Put a text into the clipboard of the system.
    WriteClipboard(String),
    /// Ask what the clipboard of the system holds.
    ReadClipboard,
    /// Draw everything anew.
    Redraw,
    /// Save and leave; with `true` also where the text cannot be saved.
    Quit(bool),
}

/// One finished text to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// The report as it stands.
    pub report: Report,
    /// Its format.
    pub format: export::Format,
    /// Encoding and line ends.
    pub style: export::Style,
    /// Where to.
    pub path: PathBuf,
    /// Where to when what was typed is a folder.
    pub inside: Option<PathBuf>,
    /// Whether an existing file may be replaced.
    pub overwrite: bool,
}

/// What came of an effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The drafts there are.
    Listed(Vec<DraftRow>),
    /// A draft is open.
    Opened(Box<Opened>),
    /// The newest state is on disk.
    Saved {
        /// The revision that was saved.
        revision: u64,
        /// The time of day, such as 10:32.
        time: String,
        /// The draft that our text went to, because the old file had been changed by others.
        moved_to: Option<String>,
        /// What else is to be told of it.
        remark: Option<String>,
    },
    /// The draft is saved and closed; what is to be told of its last save.
    Closed(Option<String>),
    /// The text cannot be saved, so the program does not leave unasked.
    CannotLeave(String),
    /// The open draft was checked in the background.
    Checked(Box<Checked>),
    /// The text could not be saved; it is still in memory.
    Unsaved(String),
    /// A file that is to become a draft.
    FileRead {
        /// Where it is.
        path: PathBuf,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// A template is kept.
    TemplateSaved(Box<SavedTemplate>),
    /// The finished text is written.
    Exported(PathBuf),
    /// The file to be written exists; `free` does not.
    Exists {
        /// The file that stands in the way.
        path: PathBuf,
        /// A name beside it that is free.
        free: PathBuf,
    },
    /// Something was done to a draft that is not open.
    Arranged {
        /// The ID that it has now.
        id: String,
        /// What was done.
        told: String,
    },
    /// The deleted drafts, the last deleted first.
    Bin(Vec<BinRow>),
    /// Another data folder is in use.
    Folder(Box<Folder>),
    /// What is in a folder to choose a file from.
    Files(Listing),
    /// What the clipboard of the system holds.
    Clipboard(Held),
    /// Done; a sentence for the status line.
    Told(String),
    /// Something did not work; a sentence that says what, where and what to do.
    Failed(String),
}

/// A template of the user's own that is kept, and what there is now.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedTemplate {
    /// The stem of its file.
    pub stem: String,
    /// Its file.
    pub path: PathBuf,
    /// The templates, by their stems.
    pub templates: Vec<(String, Template)>,
    /// The dictionary of figures.
    pub dictionary: Dictionary,
}

/// What is known of the clipboard of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// A text.
    Text(String),
    /// Nothing, or something else than text.
    NoText,
    /// It did not answer in time.
    Silent,
    /// There is none that could be asked.
    Unknown,
}

/// A draft as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Its ID.
    pub id: String,
    /// Its file.
    pub path: PathBuf,
    /// When it was last changed, such as 2026-01-08 10:32.
    pub changed: String,
    /// What is in it, or why it cannot be read.
    pub content: Result<Summary, Broken>,
}

/// Why a draft cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// In a few words, with line and column.
    pub short: String,
    /// What to do, without an end mark.
    pub remedy: String,
    /// In full: which file, where, what to do.
    pub whole: String,
    /// The newest kept version that can be read.
    pub kept: Option<Kept>,
    /// Whether the file can be moved to the bin.
    pub removable: bool,
}

/// A kept version of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its file.
    pub path: PathBuf,
    /// When it was kept, such as 2026-01-08 10:32.
    pub time: String,
}

/// A deleted draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BinRow {
    /// Its name in the bin.
    pub name: String,
    /// The ID that it had.
    pub id: String,
    /// When it was deleted, such as 2026-01-08 10:32.
    pub deleted: String,
}

/// A folder to choose a file from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Where it is.
    pub folder: PathBuf,
    /// Its folders, then its files.
    pub rows: Vec<FileRow>,
    /// How many files of other kinds are in it.
    pub others: usize,
    /// Whether there is too much in it to list it all.
    pub cut: bool,
    /// What is to be told of it.
    pub told: Option<String>,
}

/// A folder or a file that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Where it is.
    pub path: PathBuf,
    /// Its name as it can be read.
    pub name: String,
    /// What is told of a file; `None` for a folder.
    pub file: Option<FileFacts>,
}

/// What is told of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFacts {
    /// Its length, such as 36 KB.
    pub size: String,
    /// When it was last changed, such as 2026-01-08 10:32.
    pub changed: String,
}

/// Another data folder, with what is read from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    /// Where it is, unless it is the usual one.
    pub shown: Option<String>,
    /// What is remembered there.
    pub settings: Settings,
    /// Its templates, by their stems.
    pub templates: Vec<(String, Template)>,
    /// Its dictionary of figures.
    pub dictionary: Dictionary,
    /// What is to be told.
    pub told: String,
    /// What could not be read.
    pub trouble: Option<String>,
}

/// What the list tells of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The year that is reported on.
    pub year: i32,
    /// The short name of the unit.
    pub unit: String,
    /// Where it stands on its way.
    pub state: State,
    /// Texts done of texts required.
    pub progress: Progress,
    /// Places that must still be filled.
    pub open: usize,
    /// The template that the outline came from.
    pub template: String,
    /// The sections that are written, by the keys that they have in the template.
    pub written: Vec<(String, Mark)>,
}

impl Summary {
    /// What the list tells of this report.
    pub fn of(report: &Report) -> Self {
        Self {
            year: report.year,
            unit: report.unit.name.clone(),
            state: report.state,
            progress: report.progress(),
            open: report.open().len(),
            template: report.template.clone(),
            written: report.written_keys(),
        }
    }
}

/// A draft that has been opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its ID.
    pub id: String,
    /// What is in it.
    pub report: Report,
    /// Who else has it open, if it can only be read.
    pub read_only: Option<String>,
    /// What to tell of it.
    pub notice: Option<String>,
}
