//! Undo and redo in 导入: what stood before each change, to be put back.
//!
//! A step keeps only the passages that a change touched; another encoding
//! or file changes all of them, and its step keeps the whole reading.

use std::ops::Range;
use std::path::PathBuf;

use crate::import::{Passage, Reading};

/// What a change took the place of.
#[derive(Clone, Debug)]
pub(super) enum Was {
    /// These passages stood where the range is now.
    Passages(Range<usize>, Vec<Passage>),
    /// The file was read otherwise.
    Reading(Box<Reading>),
    /// Another file was opened, or none.
    File(Box<Opened>),
    /// The year that was typed.
    Year(Option<i32>),
}

/// A file with what is in it.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// Where it is; `None` for what is pasted.
    pub(super) path: Option<PathBuf>,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
    /// How it is understood.
    pub(super) reading: Reading,
}

/// A change that can be taken back.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What was done, in a few words.
    pub(super) what: String,
    /// The passage that was chosen before it.
    pub(super) chosen: usize,
    /// What it took the place of.
    pub(super) was: Was,
}

/// What was done, and what was taken back.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Steps {
    /// Notes a change; what was taken back before it is gone.
    pub(super) fn note(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// Whether there is a step to be taken back.
    pub(super) fn any(&self) -> bool {
        !self.done.is_empty()
    }

    /// The step that is next to be taken back, or done again.
    pub(super) fn take(&mut self, undo: bool) -> Option<Step> {
        if undo { self.done.pop() } else { self.undone.pop() }
    }

    /// Keeps the inverse of a step that was taken.
    pub(super) fn keep(&mut self, undo: bool, inverse: Step) {
        if undo { self.undone.push(inverse) } else { self.done.push(inverse) }
    }
}
