//! The rows above and below the panes.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::{Canvas, small};
use super::theme;
use crate::app::command::Command;
use crate::app::mouse::Target;
use crate::app::notice::Tone;
use crate::app::pane::new::Page;
use crate::app::pane::{ImportPane, WritingPane};
use crate::app::prompt::Prompt;
use crate::app::proofing::sign;
use crate::app::{App, Facts, Screen};
use crate::check::Severity;
use crate::input::Keymap;
use crate::input::keymap::Binding;
use crate::report::calendar::next_due;
use crate::report::{Mark, Progress, State};
use crate::text::count;
use crate::text::width::ellipsis;

/// The sentence for a screen that is too small.
pub(super) fn too_small(canvas: &mut Canvas, area: Rect) -> Position {
    let sentences = ["窗口太小", "请把窗口放大一些，", "至少 30 列 10 行。", "文字都还在。"];
    for (row, sentence) in sentences.into_iter().enumerate() {
        canvas.line(area, row, sentence, theme::PLAIN);
    }
    Position::ORIGIN
}

/// The first row: the report and how far it is.
pub(super) fn header(canvas: &mut Canvas, row: Rect, app: &App) {
    let (left, right) = match app.screen() {
        Screen::Drafts(_) => {
            let today = format!("稿件  {}", app.facts().today.written());
            let right = if row.width < 45 { "稿件".to_owned() } else { today };
            ("法治政府建设情况报告".to_owned(), right)
        }
        Screen::New(pane) => (new_header(pane.page).to_owned(), String::new()),
        Screen::Import(pane) if pane.is_empty() => ("做模板  粘贴提纲".to_owned(), String::new()),
        Screen::Import(pane) => (import_header(pane), import_facts(canvas, pane, row.width)),
        Screen::Writing(pane) => {
            let (whole, right) = writing_header(pane, app.facts(), usize::from(row.width));
            let report = pane.session.report();
            let short = format!("{} {}年报告", report.unit.name, report.year);
            let fits = canvas.columns(&whole) + canvas.columns(&right) + 3 <= row.width.into();
            (if fits { whole } else { short }, right)
        }
    };
    let room = usize::from(row.width);
    let right_columns = canvas.columns(&right);
    let left_room = room.saturating_sub(right_columns + 3);
    let title = Rect { x: 1, width: small(left_room), ..row };
    canvas.line(title, 0, &left, theme::STRONG);
    if right_columns + 2 <= room {
        let x = small(room - right_columns - 1);
        canvas.put(x, row.y, right_columns, &right, theme::PLAIN);
    }
}

fn new_header(page: Page) -> &'static str {
    match page {
        Page::Unit => "新建报告（1/4）谁来报告",
        Page::Year => "新建报告（2/4）哪一年",
        Page::Template => "新建报告（3/4）用哪个模板",
        Page::Layout => "新建报告（4/4）版式：不改就直接按 Enter",
    }
}

/// What becomes of what, in 导入 and 做模板.
fn import_header(pane: &ImportPane) -> String {
    match (pane.is_template(), &pane.path) {
        (false, _) => format!("导入  {}", pane.file_name()),
        (true, Some(_)) => format!("做模板  {}", pane.file_name()),
        (true, None) => "做模板  粘贴的提纲".to_owned(),
    }
}

/// Columns that the name of a file keeps beside what is told of it.
const NAME: usize = 28;

/// What is taken out of a file, what is odd in it, what it lacks and what is not
/// decided: as much of it, from its end, as has room whole.
fn import_facts(canvas: &Canvas, pane: &ImportPane, columns: u16) -> String {
    let counted = |count: usize, what: &str| (count > 0).then(|| format!("{what} {count} 处"));
    let left = match pane.doubts().len() {
        0 => "都定了".to_owned(),
        left => format!("还有 {left} 处没定"),
    };
    let lacks = pane.missing().join("、");
    let lacks = (!lacks.is_empty()).then(|| format!("没有{lacks}"));
    let removed = counted(pane.removed(), "去掉");
    let odd = counted(pane.reading().notes().len(), "留意");
    let mut facts: Vec<String> = [removed, odd, lacks, Some(left)].into_iter().flatten().collect();
    let room = usize::from(columns).saturating_sub(NAME);
    while facts.len() > 1 && canvas.columns(&facts.join("  ")) > room {
        facts.remove(0);
    }
    facts.join("  ")
}

fn writing_header(pane: &WritingPane, facts: &Facts, columns: usize) -> (String, String) {
    let report = pane.session.report();
    let left = format!("{}  {}年法治政府建设情况报告", report.unit.name, report.year);
    let progress = pane.progress();
    let open = pane.open();
    let mut right = format!("完成 {}/{}", progress.done, progress.required);
    if columns >= 60 {
        right = format!("{right} {}", bar(progress));
    }
    if columns >= 80 && open > 0 {
        right = format!("{right}  待填 {open}");
    }
    let county = facts.settings.county_date;
    if columns >= 100
        && let Some(due) = next_due(report.year, report.state, county, facts.today)
    {
        right = format!("{right}  {}", due.short());
    }
    if pane.session.read_only.is_some() {
        return (left, format!("{right}  只读"));
    }
    if columns >= 72 && report.state != State::Drafting || columns >= 100 {
        right = format!("{right}  {}", report.state.label());
    }
    (left, right)
}

/// Progress as twelve signs.
pub(super) fn bar(progress: Progress) -> String {
    let cells = 12;
    let done = (progress.done * cells).checked_div(progress.required).unwrap_or(0);
    format!("[{}{}]", "#".repeat(done), "-".repeat(cells - done))
}

/// The row that tells what happened, and what the open text still needs.
pub(super) fn notice(canvas: &mut Canvas, row: Rect, app: &App) {
    let (text, style) = told(app);
    let facts = match (app.prompt(), app.screen()) {
        (Some(Prompt::Reading(reading)), _) => reading.told(),
        (Some(Prompt::Proofing(list)), _) => list.told(),
        (_, Screen::Writing(pane)) => selected(pane).unwrap_or_else(|| text_facts(pane)),
        (_, Screen::Drafts(_) | Screen::New(_) | Screen::Import(_)) => String::new(),
    };
    let room = usize::from(row.width).saturating_sub(2);
    let facts = whole_parts(canvas, &facts, room);
    let facts_columns = canvas.columns(facts);
    let both = canvas.columns(&text) + facts_columns + 2 <= room;
    let window = Rect { x: 1, width: small(room), ..row };
    canvas.line(window, 0, &whole_clauses(canvas, &text, room), style);
    if both || text.is_empty() {
        canvas.put(small(room + 1 - facts_columns.min(room)), row.y, room, facts, theme::QUIET);
    }
}

/// What happened; while there is nothing to tell, what is wrong where the caret stands.
fn told(app: &App) -> (String, Style) {
    let notice = app.notice();
    let troubled = matches!(notice.tone, Tone::Trouble | Tone::Unsaved);
    let idle = notice.text.is_empty() || notice.tone == Tone::Saved;
    let here = if app.prompt().is_none() && idle { app.finding_here() } else { None };
    if let Some(finding) = here {
        let error = finding.severity == Severity::Error;
        let style = if error { theme::ACCENT } else { theme::PLAIN };
        return (format!("{} {}", sign(finding.severity), finding.message), style);
    }
    let sign = if troubled && !notice.text.is_empty() { "！" } else { "" };
    let style = if troubled { theme::ACCENT } else { theme::PLAIN };
    (format!("{sign}{}", notice.text), style)
}

/// As many whole parts of what is told as have room: a number that is cut is a wrong one.
fn whole_parts<'a>(canvas: &Canvas, mut told: &'a str, room: usize) -> &'a str {
    while canvas.columns(told) > room {
        told = told.rsplit_once('，').map_or("", |(before, _)| before);
    }
    told
}

/// Of what has no room the first sentences; else the first one without its last
/// clauses: a word or a key that is cut in the middle says nothing. One of long clauses
/// is cut anywhere.
fn whole_clauses<'a>(canvas: &Canvas, text: &'a str, room: usize) -> Cow<'a, str> {
    if canvas.columns(text) <= room {
        return text.into();
    }
    // A whole sentence needs no mark that something is left out.
    let ends = text.char_indices().rev().filter(|(_, c)| "。；".contains(*c));
    let whole = ends.map(|(at, _)| &text[..at]).find(|before| canvas.columns(before) <= room);
    if let Some(before) = whole {
        return before.into();
    }
    let mark = ellipsis(canvas.ambiguous);
    let room = room.saturating_sub(canvas.columns(mark));
    let clauses = text.char_indices().rev().filter(|(_, c)| "，；。：（".contains(*c));
    let mut befores = clauses.map(|(at, _)| (&text[..at], canvas.columns(&text[..at])));
    let whole = befores.find(|(_, columns)| (room / 2..=room).contains(columns));
    whole.map_or(text.into(), |(before, _)| format!("{before}{mark}").into())
}

/// How much is selected in the text.
fn selected(pane: &WritingPane) -> Option<String> {
    let text = pane.editor.selected(pane.body()).filter(|_| pane.has_selection())?;
    Some(format!("选中 {} 字", count::words(&text)))
}

fn text_facts(pane: &WritingPane) -> String {
    match pane.open_facts() {
        Some(facts) if pane.place().is_none() && facts.open == 0 => String::new(),
        Some(facts) if pane.place().is_none() => format!("待填 {} 处", facts.open),
        Some(facts) if facts.mark == Mark::Empty => "本节还没有内容".to_owned(),
        Some(facts) if facts.open == 0 => format!("本节 {} 字", facts.words),
        Some(facts) => format!("本节 {} 字，待填 {} 处", facts.words, facts.open),
        None => String::new(),
    }
}

/// One key of the key line.
struct Item<'a> {
    command: Command,
    /// Whether a press on it is clear: a pair of keys means two commands.
    pressed: bool,
    key: String,
    word: &'a str,
}

impl Item<'_> {
    fn columns(&self, canvas: &Canvas) -> usize {
        canvas.columns(&self.key) + canvas.columns(self.word) + 3
    }
}

/// The last row: the keys that work now, as many as find room. Help always
/// does, and leaving where the row is not very short.
pub(super) fn keys(canvas: &mut Canvas, row: Rect, app: &App, keymap: &Keymap) {
    let width = usize::from(row.width);
    let line = keymap.line(&app.contexts());
    let mut items: Vec<Item> = line.iter().map(|binding| item(binding)).collect();
    let keep = |item: &Item| {
        item.command == Command::Help || (item.command == Command::Quit && row.width >= 60)
    };
    let needed = |items: &[Item], canvas: &Canvas| -> usize {
        items.iter().map(|item| item.columns(canvas)).sum()
    };
    // In a short row the cell before the first key is of better use behind it.
    let mut x = u16::from(row.width >= 40);
    while needed(&items, canvas) + usize::from(x) > width + 1 {
        let Some(last) = items.iter().rposition(|item| !keep(item)) else { break };
        items.remove(last);
    }
    for Item { command, pressed, key, word } in &items {
        let room = |x: u16| width.saturating_sub(usize::from(x) + 1);
        let start = x;
        x += canvas.put(x, row.y, room(x), key, theme::STRONG) + 1;
        x += canvas.put(x, row.y, room(x), word, theme::PLAIN);
        if *pressed {
            canvas.under.mark(Rect { x: start, width: x - start, ..row }, Target::Key(*command));
        }
        x += 2;
    }
}

fn item(binding: &Binding) -> Item<'_> {
    Item {
        command: binding.command,
        pressed: !binding.is_pair(),
        key: binding.shown(),
        word: binding.word(),
    }
}
