//! Prompts: popups over the screen.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::{Canvas, padded, small};
use super::form::{self, draw_form};
use super::pane::outline::{Tails, sign};
use super::{files, find, help, proofing, reading, theme};
use crate::app::App;
use crate::app::field::{Field, Shown};
use crate::app::mouse::Target;
use crate::app::prompt::export::ExportRow;
use crate::app::prompt::picker::Row;
use crate::app::prompt::{
    ExportPrompt, FigurePrompt, HeadingPrompt, LinePrompt, Pick, Picker, Prompt, Question,
    SettingsPrompt,
};
use crate::check::Counts;
use crate::export::Newline;
use crate::text::wrap::Wrap;

/// Draws the prompt; the cursor stands in its field or on its choice.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, prompt: &Prompt, app: &App) -> Position {
    match prompt {
        Prompt::Picker(picker) => draw_picker(canvas, area, picker),
        Prompt::Question(question) => draw_question(canvas, area, question),
        Prompt::Files(open) => files::draw(canvas, area, open),
        Prompt::Line(line) => draw_line(canvas, area, line),
        Prompt::Figure(figure) => draw_figure(canvas, area, figure),
        Prompt::Heading(heading) => draw_heading(canvas, area, heading),
        Prompt::Export(export) => draw_export(canvas, area, export),
        Prompt::Find(open) => match app.session() {
            Some(session) => find::draw(canvas, area, open, session.report()),
            None => Position::ORIGIN,
        },
        Prompt::Reading(open) => reading::draw(canvas, area, open),
        Prompt::Proofing(list) => match app.session() {
            Some(session) => proofing::draw(canvas, area, list, session.report()),
            None => Position::ORIGIN,
        },
        Prompt::Ignoring(ignoring) => proofing::draw_ignoring(canvas, area, ignoring),
        Prompt::Settings(settings) => draw_settings(canvas, area, settings),
    }
}

/// Draws a field of one row, with what is selected in it, and says where its caret is.
pub(super) fn field(canvas: &mut Canvas, row: Rect, field: &Field, style: Style) -> Position {
    let width = usize::from(row.width);
    let Shown { text, selected, column, hidden } = field.window(width, canvas.ambiguous);
    // The whole row is seen as what is to be filled.
    canvas.tint(row, 0, style);
    canvas.put(row.x, row.y, width, text, style);
    let before = canvas.columns(&text[..selected.start]);
    canvas.put(row.x + small(before), row.y, width - before, &text[selected], theme::CHOSEN);
    canvas.mark(row, 0, Target::Field { row: 0, column: hidden });
    Position { x: row.x + small(column).min(row.width.saturating_sub(1)), y: row.y }
}

/// Puts wrapped text into a window from a row on; gives the row after it.
pub(super) fn paragraph(
    canvas: &mut Canvas,
    window: Rect,
    row: usize,
    text: &str,
    style: Style,
) -> usize {
    let rows = wrap_in(canvas, window).rows(text);
    for (index, part) in rows.iter().enumerate() {
        canvas.line(window, row + index, &text[part.start..part.end], style);
    }
    row + rows.len()
}

/// How text without indent is wrapped in a window.
fn wrap_in(canvas: &Canvas, window: Rect) -> Wrap {
    Wrap { width: usize::from(window.width), indent: 0, ambiguous: canvas.ambiguous }
}

fn row_of(window: Rect, row: usize) -> Rect {
    let row = small(row).min(window.height.saturating_sub(1));
    Rect { y: window.y + row, height: 1, ..window }
}

fn draw_picker(canvas: &mut Canvas, area: Rect, picker: &Picker) -> Position {
    let window = padded(canvas.popup(area, picker.title), 1);
    canvas.under.mark(area, Target::List);
    let cursor = field(canvas, row_of(window, 0), &picker.filter, theme::CITATION);
    if picker.filter.text().is_empty() {
        let hint = Rect { x: window.x + 2, width: window.width.saturating_sub(2), ..window };
        canvas.line(hint, 0, picker.hint, theme::QUIET);
    }
    let list = Rect { y: window.y + 2, height: window.height.saturating_sub(2), ..window };
    let matches = picker.matches();
    let below = matches.len().saturating_sub(picker.list.top + usize::from(list.height));
    canvas.more(area, (picker.list.top, below), "项");
    let tails = Tails::of(matches.iter().filter_map(|row| row.facts.as_ref()), true);
    if matches.is_empty() {
        canvas.line(list, 0, "没有找到，删去几个字再看", theme::QUIET);
    }
    let seen = matches.iter().enumerate().skip(picker.list.top).take(usize::from(list.height));
    for (y, (index, row)) in seen.enumerate() {
        draw_match(canvas, list, y, row, &tails);
        canvas.mark(list, y, Target::Row(index));
        if index == picker.list.selected {
            canvas.tint(list, y, theme::CHOSEN);
        }
    }
    cursor
}

/// One row of a picker: group, name and keys of a command, or an entry as 目录
/// shows it. What stands at the right gives way to the name.
fn draw_match(canvas: &mut Canvas, list: Rect, y: usize, row: &Row, tails: &Tails) {
    let (before, tail) = match (row.facts, &row.pick) {
        (Some(facts), _) => {
            (format!("{} ", sign(facts, canvas.ambiguous)), tails.tail(facts, Counts::default()))
        }
        (None, Pick::Command(command)) if list.width >= 40 => {
            (format!("{}  ", command.info().reach.group()), keys(row))
        }
        (None, _) => (String::new(), keys(row)),
    };
    let left =
        canvas.put(list.x, list.y + small(y), usize::from(list.width), &before, theme::QUIET);
    let name = Rect { x: list.x + left, width: list.width.saturating_sub(left), ..list };
    let columns = canvas.columns(&tail);
    let free = usize::from(name.width).saturating_sub(columns + 1);
    let is_entry = row.facts.is_some();
    if is_entry || canvas.columns(&row.label) <= free {
        canvas.line(Rect { width: small(free), ..name }, y, &row.label, theme::PLAIN);
        let x = list.right().saturating_sub(small(columns));
        canvas.put(x, list.y + small(y), columns, &tail, theme::QUIET);
    } else {
        canvas.line(name, y, &row.label, theme::PLAIN);
    }
}

/// The keys of a row, with their place where that is another one.
fn keys(row: &Row) -> String {
    let keys = row.keys.join(" 或 ");
    match row.at {
        Some(at) => format!("{}里 {keys}", help::label(at)),
        None => keys,
    }
}

/// What a question tells, row by row: sentences are wrapped, and of what is
/// listed each has one row.
pub(super) fn told_rows(question: &Question, wrap: Wrap) -> Vec<Cow<'_, str>> {
    let rows = |line: &'_ String| -> Vec<(usize, usize)> {
        if question.listed {
            return vec![(0, line.len())];
        }
        wrap.rows(line).into_iter().map(|row| (row.start, row.end)).collect()
    };
    let lines = question.lines.iter();
    lines
        .flat_map(|line| rows(line).into_iter().map(|(start, end)| line[start..end].into()))
        .collect()
}

fn draw_question(canvas: &mut Canvas, area: Rect, question: &Question) -> Position {
    let window = padded(canvas.popup(area, &question.title), 1);
    let answers = question.answers.len();
    let room = usize::from(window.height).saturating_sub(answers + 1);
    let mut told = told_rows(question, wrap_in(canvas, window));
    if told.len() > room && room > 0 {
        let more = format!("……还有 {} 行", told.len() + 1 - room);
        told.truncate(room - 1);
        told.push(more.into());
    }
    for (row, text) in told.iter().take(room).enumerate() {
        canvas.line(window, row, text, theme::PLAIN);
    }
    let first = usize::from(window.height).saturating_sub(answers);
    for (index, (label, _)) in question.answers.iter().enumerate() {
        canvas.line(window, first + index, label, theme::PLAIN);
        canvas.mark(window, first + index, Target::Row(index));
        if index == question.list.selected {
            canvas.tint(window, first + index, theme::CHOSEN);
        }
    }
    let chosen = row_of(window, first + question.list.selected);
    Position { x: chosen.x, y: chosen.y }
}

/// What is asked, the field, a free row, the note.
fn draw_asked(
    canvas: &mut Canvas,
    window: Rect,
    (asks, note): (&str, &str),
    asked: &Field,
    style: Style,
) -> Position {
    let window = padded(window, 1);
    let row = paragraph(canvas, window, 0, asks, theme::PLAIN);
    let cursor = field(canvas, row_of(window, row), asked, theme::CITATION);
    paragraph(canvas, window, row + 2, note, style);
    cursor
}

fn draw_line(canvas: &mut Canvas, area: Rect, line: &LinePrompt) -> Position {
    let window = canvas.popup(area, line.title());
    let style = if line.refused.is_some() { theme::ACCENT } else { theme::QUIET };
    draw_asked(canvas, window, (line.asks(), &line.note()), &line.field, style)
}

fn draw_heading(canvas: &mut Canvas, area: Rect, heading: &HeadingPrompt) -> Position {
    let window = canvas.popup(area, heading.title());
    let told = (heading.asks(), heading.note());
    draw_asked(canvas, window, told, &heading.field, theme::QUIET)
}

fn draw_figure(canvas: &mut Canvas, area: Rect, figure: &FigurePrompt) -> Position {
    let window = padded(canvas.popup(area, &figure.asked.name), 1);
    // A name that only the text has comes without the two.
    let (unit, source) = (&figure.asked.unit, &figure.asked.source);
    let mut asked = "填数字".to_owned();
    if !unit.is_empty() {
        asked = format!("{asked}，单位 {unit}");
    }
    if !source.is_empty() {
        asked = format!("{asked}；一般由 {source} 提供");
    }
    canvas.line(window, 0, &asked, theme::QUIET);
    let mut row = 3;
    for hint in &figure.hints {
        row = paragraph(canvas, window, row, hint, theme::QUIET);
    }
    field(canvas, row_of(window, 1), &figure.field, theme::CITATION)
}

fn draw_export(canvas: &mut Canvas, area: Rect, export: &ExportPrompt) -> Position {
    let window = padded(canvas.popup(area, "导出"), 1);
    // Free rows only where all that is told has room with them.
    let told = export.open.len().max(1) + export.misfits.len();
    let free = usize::from(usize::from(window.height) > 5 + told);
    canvas.line(window, 0, "放在哪里", theme::STRONG);
    let mut cursor = field(canvas, row_of(window, 1), &export.path, theme::CITATION);
    let newline = match export.style.newline {
        Newline::Lf => "通用（一般选这个）",
        Newline::Crlf => "旧版 Windows 记事本",
    };
    let choices = [
        (ExportRow::Encoding, format!("编码  < {} >", export.style.encoding.label())),
        (ExportRow::Newline, format!("行尾  < {newline} >")),
    ];
    for (index, (own, text)) in choices.into_iter().enumerate() {
        let row = 2 + free + index;
        canvas.line(window, row, &text, theme::PLAIN);
        canvas.mark(window, row, Target::Row(1 + index));
        if own == export.row {
            canvas.tint(window, row, theme::CHOSEN);
            let row = row_of(window, row);
            cursor = Position { x: row.x, y: row.y };
        }
    }
    draw_open(canvas, window, 4 + 2 * free, export);
    cursor
}

/// What is open in the report that is to be exported, or why it was refused.
fn draw_open(canvas: &mut Canvas, window: Rect, mut row: usize, export: &ExportPrompt) {
    let mut tell = |text: &str, style| row = paragraph(canvas, window, row, text, style);
    if let Some(sentence) = &export.refused {
        return tell(&format!("！{sentence}"), theme::ACCENT);
    }
    for sentence in &export.open {
        tell(&format!("！{sentence}"), theme::ACCENT);
    }
    if export.open.is_empty() {
        tell("没有空着的节，也没有待填的地方。", theme::QUIET);
    }
    for sentence in &export.misfits {
        tell(sentence, theme::PLAIN);
    }
}

/// The days that are fixed, above the settings.
const DAYS: &str = "3月1日前报县、4月1日前公开，是督察规定定的；县里另有要求的，填在下面。";

/// Rows that 设置 takes so that all of it is seen: the days, a free row, the form.
pub(super) fn settings_rows(settings: &SettingsPrompt, wrap: Wrap) -> usize {
    wrap.rows(DAYS).len() + 1 + form::height(&settings.form, wrap)
}

fn draw_settings(canvas: &mut Canvas, area: Rect, settings: &SettingsPrompt) -> Position {
    let window = padded(canvas.plain_popup(area, "设置"), 1);
    let needed = settings_rows(settings, wrap_in(canvas, window));
    if usize::from(window.height) < needed {
        return draw_form(canvas, window, &settings.form, true);
    }
    let above = small(paragraph(canvas, window, 0, DAYS, theme::PLAIN) + 1);
    let below = Rect { y: window.y + above, height: window.height - above, ..window };
    draw_form(canvas, below, &settings.form, true)
}
