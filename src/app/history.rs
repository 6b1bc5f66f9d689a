//! Undo and redo: what the author did, step by step, without limit in a session.
//!
//! A step is what a person would call one: a run of typing up to a mark, a
//! run of deleting, a paste. Runs are known by their caret: the next key of a
//! run starts where the last one ended. No clock is needed for that.

use super::entry::Spot;
use crate::report::Edit;

/// What kind of change a step is; only runs of one kind grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Typed characters.
    Typing,
    /// Characters deleted one by one.
    Deleting,
    /// What was found is replaced, wherever it stood: a step of its own.
    Replacing,
    /// What a check has found is put right as it offered: a step of its own.
    Fixing,
    /// Anything else: a step of its own.
    Single,
}

/// One step: how to take it back, and where the caret was before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The inverse edits, in the order in which they were made.
    pub back: Vec<Edit>,
    /// The caret before the step.
    pub before: Spot,
    /// The caret after the step.
    pub after: Spot,
    /// The kind of change.
    pub kind: Kind,
}

impl Step {
    /// What the step was, in a word: not every change can be seen in the text.
    pub fn what(&self) -> String {
        match self.kind {
            Kind::Replacing => "替换".to_owned(),
            Kind::Fixing => "校核的改正".to_owned(),
            Kind::Typing | Kind::Deleting | Kind::Single => name_all(&self.back),
        }
    }

    /// Whether the step changed the outline.
    pub fn is_outline(&self) -> bool {
        any_outline(&self.back)
    }
}

fn name_all(edits: &[Edit]) -> String {
    let names: Vec<String> = edits.iter().map(name).collect();
    let text = names.iter().find(|name| *name == TEXT).or(names.first());
    text.cloned().unwrap_or_default()
}

fn any_outline(edits: &[Edit]) -> bool {
    edits.iter().any(|edit| match edit {
        Edit::Outline(_) => true,
        Edit::All(edits) => any_outline(edits),
        _ => false,
    })
}

/// The word for a change of prose; it counts more than what came with it.
const TEXT: &str = "正文的改动";

fn name(edit: &Edit) -> String {
    match edit {
        Edit::Text { .. } => TEXT.to_owned(),
        Edit::Done { .. } => "确认完成".to_owned(),
        Edit::State(_) => "状态的改动".to_owned(),
        Edit::Year(_) | Edit::Unit(_) | Edit::Letterhead(_) => "版头的改动".to_owned(),
        Edit::Style(_) => "版式的改动".to_owned(),
        Edit::Preamble(_) => "导语写不写".to_owned(),
        Edit::Closing(_) => "落款的改动".to_owned(),
        Edit::Figure { name, .. } => format!("填数 {name}"),
        Edit::Figures(_) => "填数".to_owned(),
        Edit::Waivers(_) => "忽略的问题".to_owned(),
        Edit::Outline(outline) => outline.what.to_owned(),
        Edit::All(edits) => name_all(edits),
    }
}

/// The steps of a session.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    sealed: bool,
}

impl History {
    /// Adds a change; it grows the last step where it goes on with it.
    pub fn record(&mut self, step: Step) {
        self.redo.clear();
        let sealed = std::mem::take(&mut self.sealed);
        match self.undo.last_mut() {
            Some(last) if !sealed && goes_on(last, &step) => {
                last.back.extend(step.back);
                last.after = step.after;
            }
            _ => self.undo.push(step),
        }
    }

    /// Ends the present run: the next change is a step of its own.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    /// The last step, which is undone next.
    pub fn last_undo(&self) -> Option<&Step> {
        self.undo.last()
    }

    /// The last undone step, which is done again next.
    pub fn last_redo(&self) -> Option<&Step> {
        self.redo.last()
    }

    /// Takes the last step off, to be undone.
    pub fn pop_undo(&mut self) -> Option<Step> {
        self.undo.pop()
    }

    /// Takes the last undone step off, to be done again.
    pub fn pop_redo(&mut self) -> Option<Step> {
        self.redo.pop()
    }

    /// Keeps a step that was undone.
    pub fn push_redo(&mut self, step: Step) {
        self.redo.push(step);
        self.sealed = true;
    }

    /// Keeps a step that was done again.
    pub fn push_undo(&mut self, step: Step) {
        self.undo.push(step);
        self.sealed = true;
    }
}

fn goes_on(last: &Step, next: &Step) -> bool {
    let grows = matches!(next.kind, Kind::Typing | Kind::Deleting);
    grows && last.kind == next.kind && last.after == next.before
}
