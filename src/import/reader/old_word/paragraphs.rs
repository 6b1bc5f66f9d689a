//! The characters of a document as paragraphs and rows of tables.
//!
//! Word keeps marks for everything in the text itself: ends of paragraphs and
//! cells, fields, pictures. Each is turned into what it means for a reader of
//! the text, or counted.

use crate::import::ImportError;
use crate::import::notes::Note;
use crate::import::reader::place;
use crate::import::reader::tally::Tally;
use crate::import::traced::{Origin, Traced};
use crate::report::Noise;

use super::damaged;
use super::formats::Formats;
use super::head::Head;
use super::lists::{Front, Lists};
use super::pieces::Unit;
use super::sprm::Changes;
use super::styles::Styles;

/// Lists have numbers up to this; those above stand for none.
const LAST_LIST: u16 = 0x7fe;

/// What was read.
#[derive(Default)]
pub(super) struct Read {
    /// The lines, with the ranks of headings.
    pub(super) lines: Vec<(Traced, Option<u8>)>,
    /// The codes of fields.
    pub(super) noise: Vec<Noise>,
    pub(super) left_out: LeftOut,
}

/// What is in the document and was not taken over.
#[derive(Default)]
pub(super) struct LeftOut {
    deleted: Tally,
    hidden: Tally,
    objects: Tally,
    comments: Tally,
    signs: Tally,
    broken: Tally,
}

/// Takes the characters one after another.
pub(super) struct Paragraphs<'a> {
    characters: &'a Formats,
    formats: &'a Formats,
    styles: &'a Styles,
    lists: &'a Lists,
    read: Read,
    /// Where the next character stands.
    place: Origin,
    paragraph: Traced,
    /// The paragraphs of the cells of a row; the last cell is open.
    row: Vec<Vec<Traced>>,
    /// The fields that are open: whether they are past their code.
    fields: Vec<bool>,
    /// How many of them are not.
    codes: usize,
    code: Traced,
}

impl<'a> Paragraphs<'a> {
    pub(super) fn new(
        characters: &'a Formats,
        formats: &'a Formats,
        styles: &'a Styles,
        lists: &'a Lists,
    ) -> Self {
        Self {
            characters,
            formats,
            styles,
            lists,
            read: Read::default(),
            place: Origin { line: 1, column: 1 },
            paragraph: Traced::default(),
            row: Vec::new(),
            fields: Vec::new(),
            codes: 0,
            code: Traced::default(),
        }
    }

    /// Reads the text.
    pub(super) fn read(mut self, units: &[Unit]) -> Result<Read, ImportError> {
        let mut at = 0;
        let values = units.iter().map(|unit| unit.value);
        for decoded in char::decode_utf16(values) {
            let unit = units[at];
            at += decoded.as_ref().map_or(1, |c| c.len_utf16());
            if decoded.is_err() {
                self.read.left_out.broken.add(self.place);
            }
            self.take(decoded.unwrap_or(char::REPLACEMENT_CHARACTER), unit)?;
        }
        if self.codes > 0 {
            return Err(damaged("有一个域没有结束，分不清哪些是正文"));
        }
        self.end_paragraph(None);
        self.end_row();
        Ok(self.read)
    }

    fn take(&mut self, c: char, unit: Unit) -> Result<(), ImportError> {
        let changes = unit.changes.over(self.characters.at(unit.byte).1);
        let origin = self.place;
        self.place.column += 1;
        let left_out = &mut self.read.left_out;
        if changes.deleted == Some(true) {
            left_out.deleted.add(origin);
            return Ok(());
        }
        match c {
            '\r' | '\u{7}' | '\u{c}' | '\u{e}' => self.end(c, unit)?,
            '\u{13}' => {
                self.fields.push(false);
                self.codes += 1;
            }
            '\u{14}' => self.end_code(),
            '\u{15}' => {
                self.end_code();
                self.fields.pop();
            }
            _ if self.codes > 0 => {
                // A picture or an object of its own is no part of the words of a code.
                if !c.is_control() {
                    self.code.push(c, origin);
                }
            }
            _ if changes.hidden == Some(true) => left_out.hidden.add(origin),
            '\u{1}' | '\u{8}' => left_out.objects.add(origin),
            '(' if changes.symbol => left_out.objects.add(origin),
            // The mark of a footnote; that there are some is told once.
            '\u{2}' => {}
            '\u{5}' => left_out.comments.add(origin),
            '\u{1e}' => self.paragraph.push('-', origin),
            '\u{1f}' => self.paragraph.push('\u{ad}', origin),
            '\t' | '\u{b}' => self.paragraph.push(c, origin),
            c if c.is_control() => left_out.broken.add(origin),
            c => self.paragraph.push(c, origin),
        }
        Ok(())
    }

    /// The code of a field ends: it is no text, and listed.
    fn end_code(&mut self) {
        if let Some(past) = self.fields.last_mut() {
            self.codes -= usize::from(!std::mem::replace(past, true));
        }
        let code = std::mem::take(&mut self.code).trimmed();
        if !code.is_empty() {
            let Origin { line, column } = code.start();
            self.read.noise.push(Noise { text: code.into_string(), line, column });
        }
    }

    /// The end of a paragraph, a cell, a row, a page or a column.
    fn end(&mut self, mark: char, unit: Unit) -> Result<(), ImportError> {
        let (style, own) = self.formats.at(unit.byte);
        let changes = unit.changes.over(own).over(self.styles.changes(style));
        match self.front(changes) {
            Front::Number => return Err(numbered_by_word(&self.paragraph)),
            Front::Sign => self.read.left_out.signs.add(self.paragraph.start()),
            Front::Nothing => {}
        }
        let in_table = changes.in_table == Some(true);
        if mark == '\u{7}' && changes.row_end {
            self.end_row();
        } else if mark == '\u{7}' {
            self.end_cell_paragraph();
            self.row.push(Vec::new());
        } else if in_table {
            self.end_cell_paragraph();
        } else {
            self.end_row();
            self.end_paragraph(self.styles.rank(style));
        }
        self.place = Origin { line: self.place.line + 1, column: 1 };
        Ok(())
    }

    /// What Word prints in front of the paragraph.
    fn front(&self, changes: Changes) -> Front {
        let list = changes.list.filter(|list| (1..=LAST_LIST).contains(list));
        match list {
            Some(list) if !self.paragraph.trim().is_empty() => {
                self.lists.front(list, changes.level.unwrap_or_default())
            }
            _ => Front::Nothing,
        }
    }

    fn end_paragraph(&mut self, rank: Option<u8>) {
        let paragraph = std::mem::take(&mut self.paragraph);
        self.read.lines.push((paragraph, rank));
    }

    fn open_cell(&mut self) -> &mut Vec<Traced> {
        if self.row.is_empty() {
            self.row.push(Vec::new());
        }
        let last = self.row.len() - 1;
        &mut self.row[last]
    }

    fn end_cell_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        self.open_cell().push(paragraph);
    }

    /// A row is one line, but where all its text is in one cell and has several
    /// paragraphs: that is a frame around them.
    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        // Behind the mark of the last cell another was begun.
        row.pop_if(|cell| cell.is_empty());
        for cell in &mut row {
            cell.retain(|paragraph| !paragraph.is_empty());
        }
        let is_filled = |paragraph: &&Traced| !paragraph.trim().is_empty();
        let paragraphs = row.iter().flatten().filter(is_filled).count();
        let cells = row.iter().filter(|cell| cell.iter().any(|one| is_filled(&one))).count();
        if row.len() == 1 || (cells == 1 && paragraphs > 1) {
            self.read.lines.extend(row.into_iter().flatten().map(|line| (line, None)));
        } else if paragraphs > 0 {
            self.read.lines.push((across(&row), None));
        }
    }
}

/// The cells of a row joined by tabs; paragraphs within a cell follow each other.
fn across(row: &[Vec<Traced>]) -> Traced {
    // An empty cell has no place of its own: its tab stands where text was last.
    let mut place = row.iter().flatten().next().map(Traced::start).unwrap_or_default();
    let mut line = Traced::default();
    for (index, cell) in row.iter().enumerate() {
        place = cell.first().map_or(place, Traced::start);
        if index > 0 {
            line.push('\t', place);
        }
        for paragraph in cell {
            let ends = line.chars().next_back().zip(paragraph.chars().next());
            if ends.is_some_and(|(a, b)| a != '\t' && place::spaced(a, b)) {
                line.push(' ', paragraph.start());
            }
            line.append(paragraph);
        }
    }
    line
}

fn numbered_by_word(paragraph: &Traced) -> ImportError {
    let begin: String = paragraph.trim().chars().take(12).collect();
    let line = paragraph.start().line;
    damaged(format!("第 {line} 段“{begin}…”的编号是自动编号，文件的文字里没有它"))
}

impl LeftOut {
    /// What is said of it.
    pub(super) fn notes(&self, head: &Head) -> Vec<Note> {
        let whole = |count: usize, message: String| {
            (count > 0).then_some(Note { line: 1, column: 1, message })
        };
        let notes = [
            self.deleted.note(format!("修订中删除的 {} 个字没有导入", self.deleted.count)),
            self.hidden.note(format!("隐藏的 {} 个字没有导入", self.hidden.count)),
            self.objects.note(format!(
                "文档里有 {} 处图片、图形或特殊符号，没有导入：请核对",
                self.objects.count
            )),
            self.comments.note(format!("文档里有 {} 条批注，没有导入", self.comments.count)),
            self.signs.note(format!("文档里有 {} 段前面的项目符号没有导入", self.signs.count)),
            self.broken
                .note(format!("文档里有 {} 个认不出的字符：请对照原件核对", self.broken.count)),
            whole(head.footnotes, "文档的脚注或尾注没有导入：请对照原件核对".to_owned()),
            whole(head.boxes, "文档的文本框里有文字，没有导入：请对照原件核对".to_owned()),
        ];
        notes.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read from these characters; `|` ends a cell, `/` a paragraph in
    /// it, and `$` a row.
    fn read(text: &str) -> Read {
        let in_table = Changes { in_table: Some(true), ..Changes::default() };
        let row_end = Changes { row_end: true, ..in_table };
        let unit = |value: u16| match value {
            0x7c => (7, in_table),
            0x2f => (13, in_table),
            0x24 => (7, row_end),
            _ => (value, Changes::default()),
        };
        let units = text.encode_utf16().map(|value| {
            let (value, changes) = unit(value);
            Unit { value, byte: 0, changes }
        });
        let units: Vec<Unit> = units.collect();
        let (plain, styles, lists) = (Formats::default(), Styles::default(), Lists::default());
        Paragraphs::new(&plain, &plain, &styles, &lists).read(&units).unwrap()
    }

    #[test]
    fn a_row_is_a_line_and_its_tabs_have_places() {
        let read = read("||甲/乙||丁|$||云溪镇/2025年||$");
        let lines: Vec<&str> = read.lines.iter().map(|(line, _)| line.as_str()).collect();
        assert_eq!(lines, ["\t\t甲乙\t\t丁", "云溪镇", "2025年", ""]);
        let row = &read.lines[0].0;
        assert!(row.origins().all(|(.., origin)| origin.line > 0 && origin.column > 0));
    }

    #[test]
    fn fields_in_fields_are_read_in_one_go() {
        let read = read(&("\u{13}\u{14}".repeat(500_000) + "字"));
        assert_eq!(read.lines[0].0.as_str(), "字");
    }
}
