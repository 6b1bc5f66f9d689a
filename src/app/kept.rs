//! What was typed into places that Esc has closed: it is there again when they
//! are opened again.
//!
//! Each purpose has its own place, so that nothing takes another's. What began
//! with something that stood there is kept only while it differs from that, and
//! is dropped when that has changed meanwhile.

use std::path::PathBuf;

use super::onward::Onward;
use super::pane::{ImportPane, NewPane};
use super::prompt::find::LastFind;
use super::prompt::{
    ExportPrompt, FigurePrompt, HeadingPrompt, Ignoring, LinePrompt, Prompt, Proofing,
};
use super::proofing::Reached;
use crate::check::{Finding, Script};

/// What was typed into places that Esc has closed.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// 新建.
    pub(super) new: Option<Box<NewPane>>,
    /// The file to import.
    pub(super) files: KeptFiles,
    /// The files that were looked through, decided on and not imported.
    pub(super) readings: Vec<ImportPane>,
    /// The headings that were not kept as a template.
    pub(super) outline: Option<Box<ImportPane>>,
    /// The export, also while it waits for an answer.
    pub(super) export: Option<ExportPrompt>,
    /// A day of the county that is none.
    pub(super) county_day: Option<String>,
    /// What was looked for last.
    pub(super) find: LastFind,
    /// 校核, at the row where it was left.
    pub(super) proofing: Option<Box<Proofing>>,
    /// The reasons to ignore something that were not given.
    ignoring: Vec<Ignoring>,
    /// The finding that was gone to.
    pub(super) reached_finding: Option<Reached>,
    /// What F3 goes on with.
    pub(super) onward: Onward,
    lines: Vec<LinePrompt>,
    headings: Vec<HeadingPrompt>,
    figures: Vec<FigurePrompt>,
}

/// The folder that was shown to choose a file from. What was typed to find one in
/// it is not kept: a place that is typed next would stand behind it.
#[derive(Debug, Default)]
pub(super) struct KeptFiles {
    pub(super) folder: Option<PathBuf>,
}

impl Kept {
    /// Keeps what is typed in a prompt that closes; says whether that would have
    /// become a name, a heading or a figure.
    pub(super) fn keep(&mut self, prompt: Prompt) -> bool {
        match prompt {
            Prompt::Files(files) => {
                let folder = Some(files.listing.folder).filter(|f| !f.as_os_str().is_empty());
                self.files = KeptFiles { folder };
            }
            Prompt::Export(export) => self.export = Some(export),
            Prompt::Find(find) => self.find = find.last(None),
            Prompt::Proofing(list) => self.proofing = Some(list),
            Prompt::Ignoring(ignoring) => {
                self.ignoring.retain(|kept| kept.place != ignoring.place);
                let touched = ignoring.is_touched();
                self.ignoring.extend(touched.then_some(*ignoring));
                return touched;
            }
            Prompt::Line(line) => {
                self.lines.retain(|kept| kept.about != line.about);
                let typed = line.field.text() != line.about.start();
                self.lines.extend(typed.then_some(LinePrompt { refused: None, ..line }));
                return typed;
            }
            Prompt::Heading(heading) => {
                self.headings.retain(|kept| !kept.asks_as(&heading));
                let typed = heading.field.text() != heading.start;
                self.headings.extend(typed.then_some(heading));
                return typed;
            }
            Prompt::Figure(figure) => {
                self.figures.retain(|kept| kept.asked.name != figure.asked.name);
                let typed = figure.field.text() != figure.start;
                self.figures.extend(typed.then_some(figure));
                return typed;
            }
            Prompt::Picker(_) | Prompt::Question(_) | Prompt::Reading(_) | Prompt::Settings(_) => {}
        }
        false
    }

    /// A line with what was typed for the same purpose before.
    pub(super) fn line(&mut self, line: LinePrompt) -> LinePrompt {
        let kept = self.lines.iter().position(|kept| kept.about == line.about);
        kept.map_or(line, |kept| self.lines.remove(kept))
    }

    /// The reason that was typed for a finding before, and how far it was to be ignored.
    pub(super) fn ignoring(&mut self, finding: &Finding, script: &Script) -> Option<Ignoring> {
        let same = |kept: &Ignoring| {
            kept.place.as_ref().is_some_and(|place| finding.is_left(place, script))
        };
        let kept = self.ignoring.iter().position(same)?;
        Some(self.ignoring.remove(kept))
    }

    /// A heading with what was typed for the same one before.
    pub(super) fn heading(&mut self, mut heading: HeadingPrompt) -> HeadingPrompt {
        if let Some(kept) = self.headings.iter().position(|kept| kept.asks_as(&heading)) {
            let kept = self.headings.remove(kept);
            if kept.start == heading.start {
                heading.field = kept.field;
            }
        }
        heading
    }

    /// A figure with what was typed for it before.
    pub(super) fn figure(&mut self, mut figure: FigurePrompt) -> FigurePrompt {
        let same = |kept: &FigurePrompt| kept.asked.name == figure.asked.name;
        if let Some(kept) = self.figures.iter().position(same) {
            let kept = self.figures.remove(kept);
            if kept.start == figure.start {
                figure.field = kept.field;
            }
        }
        figure
    }

    /// Forgets what belongs to the data folder: another is opened. A file to
    /// import lies outside of both; what was pasted and looked for belongs to none.
    pub(super) fn forget_folder(&mut self) {
        let Self { files, readings, outline, find, .. } = std::mem::take(self);
        *self = Self { files, readings, outline, find, ..Self::default() };
    }

    /// Forgets what belongs to the draft that was open: another is opened.
    pub(super) fn forget_draft(&mut self) {
        self.export = None;
        self.find.reached = None;
        self.proofing = None;
        self.ignoring.clear();
        self.reached_finding = None;
        self.headings.clear();
        self.figures.clear();
    }
}
