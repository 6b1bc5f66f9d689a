//! Which pane gets which window.
//!
//! From 100 columns on all three panes stand side by side; below, 提示 lies
//! over the text while it has the keyboard, below 80 over all of it; below 60
//! there is one pane at a time. Below 30×10 a plain sentence asks for more room.

use ratatui::layout::{Position, Rect, Size};

use super::canvas::{padded, small};
use super::pane::{drafts, import};
use super::{files, find, help, prompt, proofing};
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
const MIDDLE: u16 = 80;
pub(super) const NARROW: u16 = 60;
const PICKER: u16 = 56;
/// A list whose rows are sentences.
const SENTENCES: u16 = 100;
const QUESTION: u16 = 64;
const LINE: u16 = 70;
/// Cells of the longest row that is read with ease: 42 characters.
pub(super) const LONGEST: u16 = 84;
/// Cells beside a popup that are too few to show anything there.
const STRIP: u16 = 4;
/// Rows of a body in which a popup needs all there are.
const LOW: u16 = 16;
/// Columns of 帮助.
const HELP: u16 = 76;
const FIGURE: u16 = 50;
const SETTINGS: u16 = 76;
const EXPORT: u16 = 76;
const FIND: u16 = 120;
const FILES: u16 = 84;
/// Rows of the list of files with all around it.
const FILES_ROWS: usize = 22;

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
            Screen::Drafts(_) | Screen::New(_) | Screen::Import(_) => Focus::Text,
        };
        Self {
            area,
            too_small: false,
            header: row(0),
            body,
            writing: panes(body, focus),
            status: row(size.height - 2),
            keys: row(size.height - 1),
            help: app.help().map(|_| over(body, HELP, u16::MAX)).unwrap_or_default(),
            prompt: match app.prompt() {
                Some(Prompt::Reading(_) | Prompt::Proofing(_)) => body,
                Some(Prompt::Find(_)) => over(body, FIND, u16::MAX),
                Some(prompt) => popup(body, prompt, app.facts().ambiguous()),
                None => Rect::default(),
            },
        }
    }

    /// Moves a popup that speaks of the words around the caret off its row, which
    /// is known once the app has fitted its windows.
    pub fn spare_caret(&mut self, app: &App) {
        let about_the_text = matches!(app.prompt(), Some(Prompt::Question(_) | Prompt::Figure(_)));
        if about_the_text && let Some(row) = caret_row(app.screen(), self.writing.text) {
            self.prompt = below(self.body, self.prompt, row);
        }
    }

    /// The windows as the app needs them.
    pub fn viewports(&self, app: &App, keymap: &Keymap) -> Viewports {
        if self.too_small {
            return Viewports { too_small: true, ..Viewports::default() };
        }
        let text = match app.screen() {
            Screen::Import(pane) => import::windows(self.body, pane, app.facts().ambiguous()).text,
            _ => text(self.writing.text),
        };
        let guide = match app.screen() {
            Screen::New(pane) if pane.page == Page::Template => templates(self.body).1,
            _ => self.writing.guide,
        };
        let guide = padded(inside(guide), 1);
        let reading = reading(self.prompt);
        let help = help_text(self.help);
        let help_lines = match app.help() {
            Some(_) => help::lines(app, keymap, usize::from(help.width)).len(),
            None => 0,
        };
        Viewports {
            too_small: false,
            list: list_rows(self.body, app),
            outline: usize::from(inside(self.writing.outline).height),
            // One column stays free, so that the caret behind a full row has a cell.
            text_columns: usize::from(text.width.saturating_sub(1)),
            text_rows: usize::from(text.height),
            guide_columns: usize::from(guide.width),
            guide_rows: usize::from(guide.height),
            prompt: match app.prompt() {
                Some(Prompt::Find(_)) => find::list_rows(self.prompt),
                Some(Prompt::Proofing(_)) => proofing::list_rows(self.prompt),
                Some(Prompt::Files(open)) => {
                    files::list_rows(self.prompt, open, app.facts().ambiguous())
                }
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
    narrowed(padded(inside(frame), 2), LONGEST)
}

/// 正文 or a form in its frame, no row longer than can be read with ease; the
/// caret behind a full row has a cell.
pub(super) fn text(frame: Rect) -> Rect {
    narrowed(padded(inside(frame), 1), LONGEST + 1)
}

/// The lines of 帮助 in its frame.
pub(super) fn help_text(frame: Rect) -> Rect {
    padded(inside(frame), 1)
}

/// The middle of a window that is wider than this.
pub(super) fn narrowed(window: Rect, columns: u16) -> Rect {
    let aside = window.width.saturating_sub(columns) / 2;
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
        Screen::Import(pane) => import::visible_rows(body, pane, app.facts().ambiguous()),
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
    let outline_width = match body.width {
        ..MIDDLE => 22,
        MIDDLE..WIDE => 26,
        WIDE.. => (body.width / 4).clamp(26, 60),
    };
    let (outline, rest) = split(body, outline_width);
    if body.width < WIDE {
        // A third of a narrow text would be no more than torn words.
        let seen = if body.width < MIDDLE { 0 } else { rest.width / 3 };
        let (_, guide) = split(rest, seen + 1);
        let over = focus == Focus::Guide;
        let guide = if over { guide } else { Rect::default() };
        return Panes { outline, text: rest, guide, guide_over: over };
    }
    let guide_width = (body.width / 4).clamp(28, 60);
    let (text, guide) = split(rest, rest.width + 1 - guide_width);
    Panes { outline, text, guide, guide_over: false }
}

/// The left part of this width, and what is right of it; they share the column
/// between them.
pub(super) fn split(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.clamp(1, area.width);
    let right = Rect { x: area.x + left - 1, width: area.width - left + 1, ..area };
    (Rect { width: left, ..area }, right)
}

/// Where a prompt stands: in the upper part, so that the candidates of an
/// input method find room below its field.
fn popup(body: Rect, prompt: &Prompt, ambiguous: Ambiguous) -> Rect {
    let wrap = |wanted| {
        let width = usize::from(width_over(body, wanted)).saturating_sub(4);
        Wrap { width, indent: 0, ambiguous }
    };
    let line = |asked| (LINE, line_rows(wrap(LINE), asked));
    let (width, rows) = match prompt {
        Prompt::Picker(picker) => (if picker.wide { SENTENCES } else { PICKER }, 14),
        Prompt::Question(question) => (QUESTION, question_rows(wrap(QUESTION), question)),
        Prompt::Heading(heading) => line((heading.asks(), heading.note())),
        Prompt::Line(own) => line((own.asks(), &own.note())),
        Prompt::Figure(figure) => (FIGURE, figure_rows(wrap(FIGURE), figure)),
        Prompt::Export(export) => (EXPORT, export_rows(wrap(EXPORT), export)),
        Prompt::Files(_) => (FILES, FILES_ROWS),
        Prompt::Reading(_) | Prompt::Find(_) | Prompt::Proofing(_) => return body,
        Prompt::Ignoring(ignoring) => (LINE, proofing::ignoring_rows(ignoring, wrap(LINE))),
        Prompt::Settings(settings) => (SETTINGS, prompt::settings_rows(settings, wrap(SETTINGS))),
    };
    // One that is as wide as the body and lower would look torn: the frame behind goes on
    // below it. Only what is short, or speaks of the text behind, leaves that to be seen.
    let tall = matches!(
        prompt,
        Prompt::Picker(_) | Prompt::Export(_) | Prompt::Files(_) | Prompt::Settings(_)
    );
    if tall && width_over(body, width) == body.width {
        return body;
    }
    over(body, width, small(rows + 2))
}

/// The row of the caret while it is in the text.
fn caret_row(screen: &Screen, frame: Rect) -> Option<u16> {
    let Screen::Writing(pane) = screen else { return None };
    let window = text(frame);
    let row = pane.editor.spot().row.checked_sub(pane.editor.top())?;
    let seen = pane.focus == Focus::Text && pane.form.is_none();
    (seen && row < usize::from(window.height)).then(|| window.y + small(row))
}

/// A popup that would cover this row stands below it, where it has room there.
fn below(body: Rect, at: Rect, row: u16) -> Rect {
    let y = row + 2;
    let covers = (at.y..at.bottom()).contains(&row);
    if !covers || y + at.height >= body.bottom() {
        return at;
    }
    // Two lines of frames one below the other would be one too many.
    let on_frame = at.width == body.width && y + at.height + 1 == body.bottom();
    Rect { y, height: at.height + u16::from(on_frame), ..at }
}

/// Rows of a question: what is told, a free row, the answers.
fn question_rows(wrap: Wrap, question: &Question) -> usize {
    prompt::told_rows(question, wrap).len() + 1 + question.answers.len()
}

/// Rows of a line: what is asked, the field, a free row, the note.
fn line_rows(wrap: Wrap, (asks, note): (&str, &str)) -> usize {
    wrap.rows(asks).len() + 1 + 1 + wrap.rows(note).len()
}

/// Rows of the prompt for a figure: what is asked, the field, a free row, the hints.
fn figure_rows(wrap: Wrap, figure: &FigurePrompt) -> usize {
    let hints: usize = figure.hints.iter().map(|hint| wrap.rows(hint).len()).sum();
    3 + hints.max(1)
}

/// Rows of the export prompt: the fields, what is open (two rows each), the
/// figures that do not agree; in their place why it was refused.
fn export_rows(wrap: Wrap, export: &ExportPrompt) -> usize {
    let rows = |told: &String| wrap.rows(told).len();
    let misfits: usize = export.misfits.iter().map(rows).sum();
    let refused = export.refused.as_ref().map_or(0, rows);
    let open: usize = export.open.len() * 2;
    6 + (open + misfits).max(refused).max(1)
}

/// The width of a popup that wants this one: all of the body where what is left
/// beside it could not be read anyway.
fn width_over(body: Rect, wanted: u16) -> u16 {
    if body.width < wanted.saturating_add(2 * STRIP) { body.width } else { wanted }
}

/// A popup of this size over the body. It lies inside its frame, or on it: a
/// line of the frame that it would cut in two could not be read. In a low body
/// one that is too high takes all of it.
fn over(body: Rect, width: u16, height: u16) -> Rect {
    if height.saturating_add(2) > body.height && body.height < LOW {
        return body;
    }
    let width = width_over(body, width);
    let x = body.x + (body.width - width) / 2;
    let (y, room) =
        if width == body.width { (body.y, body.height) } else { (body.y + 1, body.height - 2) };
    Rect { x, y, width, height: height.min(room) }
}
