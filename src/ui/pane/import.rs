//! 导入 on the screen: what stands in the file, beside it what that is taken
//! as, and below both the chosen passage in full with the caret in it.
//!
//! A row is one passage on both sides, so that the right side reads as the
//! outline of the report. In a narrow window both share one row.

use ratatui::layout::{Position, Rect};

use crate::app::mouse::Target;
use crate::app::pane::ImportPane;
use crate::app::pane::import::Heading;
use crate::import::{Passage, Role};
use crate::report::Level;
use crate::text::width::{Ambiguous, pad};
use crate::text::wrap::Wrap;
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::layout::{LONGEST, NARROW, inside, narrowed, split};
use crate::ui::theme;

/// Columns of the names of roles where they share a row with the words.
const SHORT: usize = 8;
/// What is to be done while nothing is pasted.
const EMPTY: [&str; 3] = [
    "把通知里的标题复制下来，在这里粘贴：按 Ctrl+V，或者用终端自己的粘贴键。可以分几次粘贴。",
    "Word、WPS、网页里的都行；也可以按 Ctrl+O 打开一个文件。",
    "认出的提纲会列出来，看过改好，存成您自己的模板，新建报告时就能选。",
];
/// The most rows that tell of a doubt.
const DOUBT: usize = 3;

/// The frames, and the windows in the lower one.
pub(in crate::ui) struct Windows {
    /// What stands in the file; in a narrow window the only list.
    list: Rect,
    /// What it is taken as; empty in a narrow window.
    taken: Rect,
    /// The chosen passage.
    below: Rect,
    /// Why it is not certain.
    doubt: Rect,
    /// Its words.
    pub(in crate::ui) text: Rect,
}

/// The windows for this passage.
pub(in crate::ui) fn windows(body: Rect, pane: &ImportPane, ambiguous: Ambiguous) -> Windows {
    let height = (body.height * 2 / 5).clamp(4, 12);
    // The two lists and what is below them share the line between.
    let lists = Rect { height: body.height - height + 1, ..body };
    let below = Rect { y: lists.bottom() - 1, height, ..body };
    let (list, taken) = if body.width < NARROW {
        (lists, Rect::default())
    } else {
        let right = (body.width * 2 / 5).clamp(28, 60);
        split(lists, body.width - right + 1)
    };
    let window = padded(inside(below), 1);
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous };
    let rows = doubt(pane).map_or(0, |doubt| wrap.rows(&doubt).len().min(DOUBT));
    let doubt = small(rows).min(window.height.saturating_sub(1));
    let text = Rect { y: window.y + doubt, height: window.height - doubt, ..window };
    Windows { list, taken, below, doubt: Rect { height: doubt, ..window }, text }
}

/// How many passages are seen at once.
pub(in crate::ui) fn visible_rows(body: Rect, pane: &ImportPane, ambiguous: Ambiguous) -> usize {
    usize::from(inside(windows(body, pane, ambiguous).list).height)
}

/// The words in a doubt for which there is a key, and the key.
const KEYS: [(&str, &str); 2] = [("断开", "Ctrl+D 断开"), ("接上", "Backspace 接上")];

/// Why the chosen passage is not certain, with the keys of what it asks for: in a
/// narrow window the key line has no room for them.
fn doubt(pane: &ImportPane) -> Option<String> {
    let doubt = pane.chosen()?.doubt.as_ref()?;
    let keys = KEYS.iter().filter(|(word, _)| doubt.contains(word)).map(|(_, key)| *key);
    let keys: Vec<&str> = keys.collect();
    Some(match keys.as_slice() {
        [] => format!("！{doubt}"),
        keys => format!("！{doubt}（{}）", keys.join("，")),
    })
}

/// Draws the lists and the chosen passage; the cursor stands in its words.
pub(in crate::ui) fn draw(canvas: &mut Canvas, body: Rect, pane: &ImportPane) -> Position {
    if pane.is_empty() {
        return draw_empty(canvas, body);
    }
    let windows = windows(body, pane, canvas.ambiguous);
    canvas.frame(windows.below, "", theme::PLAIN);
    draw_lists(canvas, &windows, pane);
    let chosen = pane.chosen();
    let role = chosen.map_or("", |passage| pane.label(passage.role));
    let title = format!(" {}：{role} ", pane.place());
    let room = usize::from(windows.below.width.saturating_sub(2));
    let used = canvas.put(windows.below.x + 1, windows.below.y, room, &title, theme::STRONG);
    draw_hidden(canvas, &windows, pane, used);
    draw_doubt(canvas, windows.doubt, pane);
    draw_text(canvas, &windows, pane)
}

/// What to do while nothing is pasted.
fn draw_empty(canvas: &mut Canvas, body: Rect) -> Position {
    let window = narrowed(padded(canvas.frame(body, "", theme::PLAIN), 1), LONGEST);
    let (width, height) = (usize::from(window.width), usize::from(window.height));
    let wrap = Wrap { width, indent: 0, ambiguous: canvas.ambiguous };
    let of = |told: &'static str| wrap.rows(told).into_iter().map(|row| &told[row.start..row.end]);
    let rows: Vec<&str> = EMPTY.into_iter().flat_map(of).collect();
    for (row, words) in rows.iter().take(height).enumerate() {
        canvas.line(window, row, words, theme::PLAIN);
    }
    canvas.more(body, (0, rows.len().saturating_sub(height)), "行");
    Position { x: window.x, y: window.y }
}

fn draw_lists(canvas: &mut Canvas, windows: &Windows, pane: &ImportPane) {
    let narrow = windows.taken.width == 0;
    let (read, taken) = (read_title(pane), taken_title(pane));
    let left = if narrow { format!("{taken}  {read}") } else { format!("原文  {read}") };
    let list = canvas.frame(windows.list, &left, theme::PLAIN);
    let right = if narrow {
        Rect::default()
    } else {
        canvas.frame(windows.taken, &format!("认成  {taken}"), theme::PLAIN)
    };
    canvas.under.mark(windows.list, Target::List);
    canvas.under.mark(windows.taken, Target::List);
    let passages = pane.reading().passages();
    let lines = passages.last().map_or(0, |passage| passage.origin().line);
    let rows = Rows { list, right, digits: lines.to_string().len(), text: pane.label(Role::Text) };
    let seen = (pane.list.top..).zip(pane.seen_from(pane.list.top));
    for (row, (index, (passage, heading))) in seen.take(usize::from(list.height)).enumerate() {
        rows.draw(canvas, row, passage, heading.as_ref());
        for window in [list, right] {
            canvas.mark(window, row, Target::Row(index));
            if index == pane.list.selected {
                canvas.tint(window, row, theme::CHOSEN);
            }
        }
    }
}

/// The format of the file, and its encoding.
fn read_title(pane: &ImportPane) -> String {
    let reading = pane.reading();
    if pane.path.is_none() {
        return "粘贴的".to_owned();
    }
    match reading.encoding {
        Some(encoding) => format!("{}，{}", reading.format.label(), encoding.label()),
        None => reading.format.label().to_owned(),
    }
}

/// What the file comes to.
fn taken_title(pane: &ImportPane) -> String {
    let (parts, items) = pane.counted();
    match pane.year() {
        Some(year) => format!("{year}年  {parts} 部分 {items} 节"),
        None if pane.is_template() => format!("{parts} 部分 {items} 节"),
        None => format!("年度没认出  {parts} 部分 {items} 节"),
    }
}

/// The windows in which rows are drawn.
struct Rows {
    list: Rect,
    /// Empty where both sides share a row.
    right: Rect,
    /// Digits of the last line.
    digits: usize,
    /// What text is called where there is room for it.
    text: &'static str,
}

impl Rows {
    fn draw(&self, canvas: &mut Canvas, row: usize, passage: &Passage, heading: Option<&Heading>) {
        let line = passage.origin().line;
        let style = if passage.role == Role::Noise { theme::QUIET } else { theme::PLAIN };
        let sign = if passage.doubt.is_some() { "！" } else { "  " };
        if self.right.width == 0 {
            let role = pad(short(passage.role), SHORT, canvas.ambiguous);
            let text = format!("{sign}{role} {}", passage.text());
            return canvas.line(self.list, row, &text, style);
        }
        let number = format!("{line:>width$} ", width = self.digits + 1);
        let y = self.list.y + small(row);
        let used = canvas.put(self.list.x, y, usize::from(self.list.width), &number, theme::QUIET);
        let x = self.list.x + used;
        let words = Rect { x, width: self.list.right().saturating_sub(x), ..self.list };
        canvas.line(words, row, passage.text(), style);
        let (indent, style) = match passage.role {
            Role::Heading(Level::Part) => (0, theme::STRONG),
            Role::Heading(Level::Item) => (2, theme::PLAIN),
            Role::Text => (4, theme::QUIET),
            Role::Noise => (0, theme::QUIET),
            _ => (0, theme::PLAIN),
        };
        canvas.put(self.right.x, self.right.y + small(row), 2, sign, theme::ACCENT);
        let x = self.right.x + 2 + indent;
        let room = Rect { x, width: self.right.right().saturating_sub(x), ..self.right };
        let name = if passage.role == Role::Text { self.text } else { short(passage.role) };
        let label = heading.map_or(name, |heading| heading.label.as_str());
        canvas.line(room, row, label, style);
        let used = small(canvas.columns(label)).min(room.width);
        let rest = Rect { x: room.x + used, width: room.width - used, ..room };
        canvas.line(rest, row, heading.map_or("", |heading| heading.words), theme::QUIET);
    }
}

/// A role in a list: what is taken out is marked, for a faint word alone would
/// not tell it where there are no shades.
fn short(role: Role) -> &'static str {
    match role {
        Role::Noise => "〔去掉〕",
        Role::Heading(Level::Part) => "一级标题",
        Role::Heading(Level::Item) => "二级标题",
        other => other.label(),
    }
}

/// Says how much is not seen, of the passages and of the chosen one.
fn draw_hidden(canvas: &mut Canvas, windows: &Windows, pane: &ImportPane, used: u16) {
    let height = usize::from(inside(windows.list).height);
    let below = pane.reading().passages().len().saturating_sub(pane.list.top + height);
    let lists = Rect {
        x: windows.below.x + used,
        width: windows.below.width.saturating_sub(used),
        y: windows.below.y,
        height: 1,
    };
    canvas.more(lists, (pane.list.top, below), "段");
    let (top, rows) = (pane.editor.top(), pane.editor.layout().rows());
    let below = rows.saturating_sub(top + usize::from(windows.text.height));
    canvas.more(windows.below, (top, below), "行");
}

/// Why the chosen passage is not certain; its last row ends with an ellipsis
/// where there is no room for all of it.
fn draw_doubt(canvas: &mut Canvas, window: Rect, pane: &ImportPane) {
    let Some(doubt) = doubt(pane) else { return };
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous: canvas.ambiguous };
    let last = usize::from(window.height.saturating_sub(1));
    for (row, part) in wrap.rows(&doubt).iter().take(last + 1).enumerate() {
        let end = if row == last { doubt.len() } else { part.end };
        canvas.line(window, row, &doubt[part.start..end], theme::ACCENT);
    }
}

/// The words of the chosen passage; gives the place of the caret.
fn draw_text(canvas: &mut Canvas, windows: &Windows, pane: &ImportPane) -> Position {
    let (window, editor) = (windows.text, &pane.editor);
    let words = pane.body().first().map_or("", String::as_str);
    for row in 0..usize::from(window.height) {
        canvas.mark(window, row, Target::Text { row: editor.top() + row, column: 0 });
        let laid = editor.layout().row(editor.top() + row);
        if let Some(words) = laid.and_then(|laid| words.get(laid.start..laid.end)) {
            canvas.line(window, row, words, theme::PLAIN);
        }
    }
    let spot = editor.spot();
    let row = small(spot.row.saturating_sub(editor.top()));
    Position {
        x: window.x + small(spot.column).min(window.width.saturating_sub(1)),
        y: window.y + row.min(window.height.saturating_sub(1)),
    }
}
