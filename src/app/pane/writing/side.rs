//! What stands at the right of the text: 提示, or what the checks have found in it.

use super::{Entry, Focus, WritingPane};
use crate::app::pane::guide::{GuidePane, Offer};
use crate::check::{Finding, Severity};
use crate::text::wrap::Wrap;

/// What stands at the right of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// 提示; of 版头 and 落款 what they look like in print.
    #[default]
    Guide,
    /// 校核: what was found in the open entry.
    Findings,
}

impl WritingPane {
    /// Turns to the other side of the pane.
    pub fn turn_side(&mut self) {
        self.side = match self.side {
            Side::Guide => Side::Findings,
            Side::Findings => Side::Guide,
        };
    }

    /// What is seen at the right.
    pub fn side(&self) -> &GuidePane {
        match self.side {
            Side::Guide => &self.guide,
            Side::Findings => &self.found,
        }
    }

    /// What is seen at the right, to be moved.
    pub fn side_mut(&mut self) -> &mut GuidePane {
        match self.side {
            Side::Guide => &mut self.guide,
            Side::Findings => &mut self.found,
        }
    }

    /// The finding that is chosen at the right.
    pub fn chosen_finding(&self) -> Option<&Finding> {
        match self.found.chosen()? {
            Offer::Finding(finding) => Some(finding),
            Offer::Figure(_) | Offer::Starter(_) => None,
        }
    }

    /// Lists the findings of the open entry for a window: what is to be put right
    /// first, hints behind it.
    pub(in crate::app) fn show_findings(&mut self, wrap: Wrap, height: usize) {
        let own = found_in(self, self.entry());
        if own != self.shown || self.found.asks(wrap) {
            self.shown = own;
            self.found.show_findings(&self.shown, self.checks().is_known(), wrap);
        }
        self.found.fit(height, self.focus == Focus::Guide);
    }
}

fn found_in(pane: &WritingPane, entry: Entry) -> Vec<Finding> {
    let mut own: Vec<Finding> = pane.checks().of(entry).cloned().collect();
    own.sort_by_key(|finding| finding.severity == Severity::Hint);
    own
}
