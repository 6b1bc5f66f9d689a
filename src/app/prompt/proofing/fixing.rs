//! Fixes that are shown before they are made: single ones can be left out.

use super::Proofing;
use crate::app::fixes::Fix;
use crate::app::list::ListState;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The chosen one of the list.
    One,
    /// All that can be made.
    All,
    /// The one at the caret, without the list.
    Here,
}

/// The fixes that are shown.
#[derive(Clone, Debug)]
pub struct Fixing {
    /// The fixes.
    pub fixes: Vec<Fix>,
    /// What was asked for.
    pub asked: Asked,
    /// The row of the list to come back to.
    back: usize,
}

impl Fixing {
    /// How many are made, and how many are not.
    pub(super) fn title(&self) -> String {
        let out = self.fixes.iter().filter(|fix| fix.left_out).count();
        match (self.fixes.len() - out, out) {
            (made, 0) => format!("{made} 处这样改"),
            (made, out) => format!("{made} 处这样改，{out} 处不改"),
        }
    }
}

impl Proofing {
    /// The fixes that are shown and wait to be made.
    pub fn fixes(&self) -> Option<&[Fix]> {
        self.fixing.as_ref().map(|fixing| fixing.fixes.as_slice())
    }

    /// How many of them are made.
    pub fn wanted_fixes(&self) -> usize {
        self.fixes().unwrap_or_default().iter().filter(|fix| !fix.left_out).count()
    }

    /// Shows fixes before they are made.
    pub fn show_fixes(&mut self, fixes: Vec<Fix>, asked: Asked) {
        let back = self.list.selected;
        self.fixing = Some(Fixing { fixes, asked, back });
        self.list = ListState::default();
    }

    /// Leaves the chosen fix out, or takes it in again.
    pub fn turn_fix(&mut self) {
        let chosen = self.list.selected;
        if let Some(fix) = self.fixing.as_mut().and_then(|own| own.fixes.get_mut(chosen)) {
            fix.left_out = !fix.left_out;
        }
    }

    /// Goes back to the list.
    pub fn leave_fixes(&mut self) -> Option<Fixing> {
        let fixing = self.fixing.take()?;
        self.list = ListState::default();
        self.list.choose(fixing.back);
        Some(fixing)
    }
}
