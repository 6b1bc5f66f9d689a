//! Windows: how much of each list and text is seen, and that it holds the choice
//! or the caret.

use super::entry::Entry;
use super::pane::WritingPane;
use super::pane::writing::{Focus, Side};
use super::prompt::Prompt;
use super::{App, Screen};
use crate::report::Dictionary;
use crate::text::wrap::Wrap;

/// The windows that the layout gives, in cells; 0 where a pane is not seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewports {
    /// Whether there is only room for a sentence that says so.
    pub too_small: bool,
    /// Rows of the list of drafts, templates or passages.
    pub list: usize,
    /// Rows of 目录.
    pub outline: usize,
    /// Columns that the text with the caret may fill: 正文, or a passage in 导入.
    pub text_columns: usize,
    /// Rows of it.
    pub text_rows: usize,
    /// Columns of 提示, or of the outline beside the list of templates.
    pub guide_columns: usize,
    /// Rows of it.
    pub guide_rows: usize,
    /// Rows of the list of a prompt.
    pub prompt: usize,
    /// Columns and rows of 通读.
    pub reading: (usize, usize),
    /// Lines of the help, and how many of them are seen.
    pub help: (usize, usize),
}

/// Cells by which the first row of a paragraph is drawn in: two characters
/// (GB/T 9704-2012, 7.3.3).
pub(super) const INDENT: usize = 4;

impl App {
    /// Brings windows and what they follow in line with the layout.
    pub fn fit(&mut self, windows: &Viewports) {
        let wrap =
            Wrap { width: windows.text_columns, indent: INDENT, ambiguous: self.facts.ambiguous() };
        match &mut self.screen {
            Screen::Drafts(pane) => {
                let length = pane.length();
                pane.list.fit(windows.list, length);
            }
            Screen::New(pane) => {
                let narrow = Wrap { width: windows.guide_columns, indent: 0, ..wrap };
                pane.fit(windows.list, windows.guide_rows, narrow);
            }
            Screen::Import(pane) => {
                pane.fit(windows.list, windows.text_rows, Wrap { indent: 0, ..wrap });
            }
            Screen::Writing(pane) => fit_writing(pane, &self.facts.dictionary, wrap, windows),
        }
        self.too_small = windows.too_small;
        self.help_page = windows.help.1.max(2) - 1;
        let last = windows.help.0.saturating_sub(windows.help.1);
        self.help = self.help.map(|top| top.min(last));
        match &mut self.prompt {
            Some(Prompt::Picker(picker)) => {
                let length = picker.matches().len();
                picker.list.fit(windows.prompt, length);
            }
            Some(Prompt::Files(files)) => {
                let length = files.length();
                files.list.fit(windows.prompt, length);
            }
            Some(Prompt::Question(question)) => {
                question.list.fit(question.answers.len(), question.answers.len());
            }
            Some(Prompt::Find(find)) => {
                let length = find.hits().len();
                find.list.fit(windows.prompt, length);
            }
            Some(Prompt::Proofing(_)) => self.fit_proofing(windows.prompt),
            Some(Prompt::Reading(reading)) => {
                let (width, rows) = windows.reading;
                reading.fit(Wrap { width, ..wrap }, rows);
            }
            Some(
                Prompt::Line(_)
                | Prompt::Figure(_)
                | Prompt::Heading(_)
                | Prompt::Export(_)
                | Prompt::Ignoring(_)
                | Prompt::Settings(_),
            )
            | None => {}
        }
    }

    /// Brings 校核 in line with what stands now.
    fn fit_proofing(&mut self, rows: usize) {
        if let (Some(Prompt::Proofing(list)), Screen::Writing(pane)) =
            (&mut self.prompt, &self.screen)
        {
            list.take(pane.checks());
            list.fit(rows);
        }
    }
}

fn fit_writing(pane: &mut WritingPane, dictionary: &Dictionary, wrap: Wrap, windows: &Viewports) {
    pane.catch_up();
    if let Entry::Text(place) = pane.entry() {
        let body = pane.session.report().body(place).unwrap_or_default();
        pane.editor.fit(body, wrap, windows.text_rows);
    }
    let length = pane.session.entries().len();
    pane.outline.fit(windows.outline, length);
    let narrow = Wrap { width: windows.guide_columns, indent: 0, ..wrap };
    if pane.side == Side::Findings {
        return pane.show_findings(narrow, windows.guide_rows);
    }
    if pane.guide.asks(narrow) {
        if pane.form.is_some() {
            let printed = pane.printed();
            pane.guide.show_printed(printed, narrow);
        } else {
            let guide = pane.guidance().cloned();
            pane.guide.show_guide(pane.session.report(), guide.as_ref(), dictionary, narrow);
        }
    }
    pane.guide.fit(windows.guide_rows, pane.focus == Focus::Guide);
}
