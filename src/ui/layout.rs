//! Which pane gets which window.
//!
//! From 100 columns on all three panes stand side by side; below, 提示 lies
//! over the text while it has the keyboard; below 60 there is one pane at a
//! time. Below 30×10 a plain sentence asks for more room.

use ratatui::layout::{Position, Rect, Size};

use super::canvas::{padded, small};
use super::pane::drafts;
use super::{find, help, prompt};
use crate::app::pane::new::Page;
use crate::app::pane::writing::Focus;
use crate::app::prompt::{ExportPrompt, FigurePrompt, Prompt, Question};
use crate::app::{App, Screen, Viewports};
use crate::input::Keymap;
use crate::text::Ambiguous;
use crate::text::wrap::Wrap;

/// The windows of one frame.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The whole screen.
    pub area: Rect,
    /// Whether there is too little room for anything but a sentence.
    pub too_small: bool,
    /// The first row.
    pub header: Rect,
    /// Between header and status.
    pub body: Rect,
    /// The panes of 编写 in the body.
    pub writing: Panes,
    /// The row that tells what happened.
    pub status: Rect,
    /// The row of keys, the last one.
    pub keys: Rect,
    /// The popup of the prompt.
    pub prompt: Rect,
    /// The popup of the help.
    pub help: Rect,
}

/// The panes of 编写 with their frames; empty where a pane is not seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Panes {
    /// 目录.
    pub outline: Rect,
    /// 正文.
    pub text: Rect,
    /// 提示.
    pub guide: Rect,
    /// Whether 提示 lies over the text.
    pub guide_over: bool,
}

const LEAST: Size = Size { width: 30, height: 10 };
const WIDE: u16 = 100;
const NARROW: u16 = 60;
const QUESTION: u16 = 64;
const LINE: u16 = 70;
/// Cells of the longest row of 通读.
const LONGEST: u16 = 84;
const FIGURE: u16 = 50;
const SETTINGS: u16 = 76;
const EXPORT: u16 = 76;
const FIND: u16 = 120;

impl Layout {
    /// Divides the screen.
    pub fn arrange(size: Size, app: &App) -> Self {
        let area = Rect::from((Position::ORIGIN, size));
        if size.width < LEAST.width || size.height < LEAST.height {
            return Self { area, too_small: true, ..Self::default() };
        }
        let row = |y| Rect { y, height: 1, ..area };
        let body = Rect { y: 1, height: size.height - 3, ..area };
        let focus = match app.screen() {
            Screen::Writing(pane) => pane.focus,
            Screen::Drafts(_) | Screen::New(_) => Focus::Text,
        };
        Self {
            area,
            too_small: false,
            header: row(0),
            body,
            writing: panes(body, focus),
            status: row(size.height - 2),
            keys: row(size.height - 1),
            help: app.help().map(|_| centred(area, 76, u16::MAX)).unwrap_or_default(),
            prompt: match app.prompt() {
                Some(Prompt::Reading(_)) => body,
                Some(Prompt::Find(_)) => find_box(area),
                Some(prompt) => popup(area, prompt, app.facts().ambiguous()),
                None => Rect::default(),
            },
        }
    }

    /// The windows as the app needs them.
    pub fn viewports(&self, app: &App, keymap: &Keymap) -> Viewports {
        if self.too_small {
            return Viewports::default();
        }
        let text = padded(inside(self.writing.text), 1);
        let guide = match app.screen() {
            Screen::New(pane) if pane.page == Page::Template => templates(self.body).1,
            _ => self.writing.guide,
        };
        let guide = padded(inside(guide), 1);
        let reading = reading(self.prompt);
        let help = inside(self.help);
        let help_lines = match app.help() {
            Some(_) => help::lines(app, keymap, usize::from(help.width)).len(),
            None => 0,
        };
        Viewports {
            list: list_rows(self.body, app),
            outline: usize::from(inside(self.writing.outline).height),
            // One column stays free, so that the caret behind a full row has a cell.
            text_columns: usize::from(text.width.saturating_sub(1)),
            text_rows: usize::from(text.height),
            guide_columns: usize::from(guide.width),
            guide_rows: usize::from(guide.height),
            prompt: match app.prompt() {
                Some(Prompt::Find(_)) => find::list_rows(self.prompt),
                _ => usize::from(inside(self.prompt).height.saturating_sub(2)),
            },
            reading: (usize::from(reading.width), usize::from(reading.height)),
            help: (help_lines, usize::from(help.height)),
        }
    }
}

/// The text of 通读 in its frame: the sign of the chosen paragraph stands left
/// of it, and no row is longer than can be read with ease.
pub(super) fn reading(frame: Rect) -> Rect {
    let window = padded(inside(frame), 2);
    let aside = window.width.saturating_sub(LONGEST) / 2;
    Rect { x: window.x + aside, width: window.width - 2 * aside, ..window }
}

/// The window inside a frame.
pub(super) fn inside(frame: Rect) -> Rect {
    if frame.width < 2 || frame.height < 2 {
        return Rect { width: 0, height: 0, ..frame };
    }
    Rect { x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2 }
}

fn list_rows(body: Rect, app: &App) -> usize {
    match app.screen() {
        Screen::Drafts(_) => drafts::visible_rows(body),
        Screen::New(pane) if pane.page == Page::Template => {
            usize::from(inside(templates(body).0).height)
        }
        Screen::New(_) | Screen::Writing(_) => 0,
    }
}

/// The list of templates in 新建, and the outline beside or below it.
pub(super) fn templates(body: Rect) -> (Rect, Rect) {
    if body.width < NARROW {
        let height = (body.height / 3).max(4);
        let below = Rect { y: body.y + height, height: body.height - height, ..body };
        return (Rect { height, ..body }, below);
    }
    split(body, (body.width / 3).clamp(24, 40))
}

/// The form and the finished lines beside it on the last page of 新建; `None`
/// where these stand below it.
pub(super) fn beside(body: Rect) -> Option<(Rect, Rect)> {
    (body.width >= WIDE).then(|| split(body, body.width / 2))
}

fn panes(body: Rect, focus: Focus) -> Panes {
    if body.width < NARROW {
        let mut panes = Panes::default();
        match focus {
            Focus::Outline => panes.outline = body,
            Focus::Text => panes.text = body,
            Focus::Guide => panes.guide = body,
        }
        return panes;
    }
    let outline_width = if body.width < WIDE { 24 } else { (body.width / 4).clamp(28, 38) };
    let (outline, rest) = split(body, outline_width);
    if body.width < WIDE {
        let guide_width = (rest.width * 2 / 3).max(34);
        let (_, guide) = split(rest, rest.width - guide_width.min(rest.width));
        let over = focus == Focus::Guide;
        let guide = if over { guide } else { Rect::default() };
        return Panes { outline, text: rest, guide, guide_over: over };
    }
    let guide_width = (body.width / 4).clamp(30, 40);
    let (text, guide) = split(rest, rest.width - guide_width);
    Panes { outline, text, guide, guide_over: false }
}

/// The left part of this width, and what is right of it; they share the column
/// between them.
fn split(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.clamp(1, area.width);
    let right = Rect { x: area.x + left - 1, width: area.width - left + 1, ..area };
    (Rect { width: left, ..area }, right)
}

/// Where a prompt stands: in the upper part, so that the candidates of an
/// input method find room below its field.
fn popup(area: Rect, prompt: &Prompt, ambiguous: Ambiguous) -> Rect {
    let (width, height) = match prompt {
        Prompt::Picker(_) => (56, 16),
        Prompt::Question(question) => (QUESTION, small(question_rows(area, question, ambiguous))),
        Prompt::Import(_) => (LINE, line_rows(area, prompt::IMPORT, ambiguous)),
        Prompt::Heading(heading) => {
            (LINE, line_rows(area, (heading.asks(), heading.note()), ambiguous))
        }
        Prompt::Line(line) => (LINE, line_rows(area, (line.asks(), &line.note()), ambiguous)),
        Prompt::Figure(figure) => (FIGURE, small(figure_rows(area, figure, ambiguous))),
        Prompt::Export(export) => (EXPORT, small(export_rows(area, export, ambiguous))),
        Prompt::Reading(_) | Prompt::Find(_) => (area.width, area.height),
        Prompt::Settings(settings) => {
            let width = SETTINGS.min(area.width - 4).saturating_sub(4);
            (SETTINGS, small(prompt::settings_rows(settings, width, ambiguous) + 2))
        }
    };
    centred(area, width, height)
}

/// Rows of a question with its frame: what is told, a free row, the answers.
fn question_rows(area: Rect, question: &Question, ambiguous: Ambiguous) -> usize {
    let width = usize::from(QUESTION.min(area.width - 4)).saturating_sub(4);
    let told = prompt::told_rows(question, width, ambiguous).len();
    told + 1 + question.answers.len() + 2
}

/// Rows of a line with its frame: what is asked, the field, a free row, the note.
fn line_rows(area: Rect, (asks, note): (&str, &str), ambiguous: Ambiguous) -> u16 {
    let width = usize::from(LINE.min(area.width - 4)).saturating_sub(4);
    let wrap = Wrap { width, indent: 0, ambiguous };
    small(wrap.rows(asks).len() + 1 + 1 + wrap.rows(note).len() + 2)
}

/// Rows of the prompt for a figure with its frame: what is asked, the field, a
/// free row, the hints.
fn figure_rows(area: Rect, figure: &FigurePrompt, ambiguous: Ambiguous) -> usize {
    let width = usize::from(FIGURE.min(area.width - 4)).saturating_sub(4);
    let wrap = Wrap { width, indent: 0, ambiguous };
    let hints: usize = figure.hints.iter().map(|hint| wrap.rows(hint).len()).sum();
    3 + hints.max(1) + 2
}

/// Rows of the export prompt with its frame: the fields, what is open (two rows
/// each), the figures that do not agree; in their place why it was refused.
fn export_rows(area: Rect, export: &ExportPrompt, ambiguous: Ambiguous) -> usize {
    let width = usize::from(EXPORT.min(area.width - 4)).saturating_sub(4);
    let wrap = Wrap { width, indent: 0, ambiguous };
    let rows = |told: &String| wrap.rows(told).len();
    let misfits: usize = export.misfits.iter().map(rows).sum();
    let refused = export.refused.as_ref().map_or(0, rows);
    10 + (export.open.len() * 2 + misfits).max(refused)
}

/// Where 查找 stands: the more of the hits and of the words around them is seen,
/// the better. In a low window the rows to fill stand one higher.
fn find_box(area: Rect) -> Rect {
    let width = FIND.min(area.width - 4);
    let (y, below) = if area.height < 16 { (1, 2) } else { (2, 3) };
    Rect { x: (area.width - width) / 2, y, width, height: area.height - below - y }
}

/// A popup of at most this size, as far as the screen has room.
fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width - 4), height.min(area.height - 4));
    Rect { x: (area.width - width) / 2, y: 2, width, height }
}
