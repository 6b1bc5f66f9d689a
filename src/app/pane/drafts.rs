//! 稿件: the list of drafts; while there is none, a few plain choices.

use crate::app::command::Command;
use crate::app::effect::DraftRow;
use crate::app::list::ListState;

/// 稿件.
#[derive(Clone, Debug, Default)]
pub struct DraftsPane {
    /// The drafts, newest first.
    pub rows: Vec<DraftRow>,
    /// The chosen row, or the chosen one of the choices.
    pub list: ListState,
    /// The draft that is to be chosen when the list comes: the one just closed, renamed, copied or brought back.
    pub wanted: Option<String>,
}

/// The choices of an empty start.
pub const FIRST_STEPS: [(&str, &str, Command); 4] = [
    ("写一份新报告", "填好单位和年度，程序带您一节一节写下去", Command::NewReport),
    ("导入已有的报告", "把去年的 Word、网页或文本文件读成稿件，原文件不会改动", Command::Import),
    ("先看看怎么用", "几页简短的说明，随时按 F1 再看", Command::Help),
    ("看一份写好的例子", "云溪镇的一份完整报告，随便改，不影响您的稿件", Command::Example),
];

impl DraftsPane {
    /// Takes a fresh list. The choice stays with its draft, or where that is gone
    /// with its row.
    pub fn set_rows(&mut self, rows: Vec<DraftRow>) {
        let wanted = self.wanted.take().or_else(|| self.chosen().map(|row| row.id.clone()));
        self.rows = rows;
        let row = self.rows.iter().position(|row| Some(&row.id) == wanted.as_ref());
        self.list.selected = row.unwrap_or(self.list.selected);
        self.list.selected = self.list.selected.min(self.length().saturating_sub(1));
    }

    /// How many rows can be chosen.
    pub fn length(&self) -> usize {
        if self.rows.is_empty() { FIRST_STEPS.len() } else { self.rows.len() }
    }

    /// The chosen draft.
    pub fn chosen(&self) -> Option<&DraftRow> {
        self.rows.get(self.list.selected)
    }

    /// What Enter does: opens the chosen draft, or takes the chosen first step.
    pub fn choice(&self) -> Command {
        if self.rows.is_empty() {
            FIRST_STEPS[self.list.selected.min(FIRST_STEPS.len() - 1)].2
        } else {
            Command::OpenDraft
        }
    }
}
