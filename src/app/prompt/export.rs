//! Where and how to write the finished text.

use std::path::{Path, PathBuf};

use crate::app::command::Command;
use crate::app::field::Field;
use crate::export::{Encoding, Format, Newline, Style, refusal};

/// The rows of the export prompt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportRow {
    /// The file.
    #[default]
    Path,
    /// The encoding.
    Encoding,
    /// The line ends.
    Newline,
}

/// Asks where and how to write the finished text.
#[derive(Clone, Debug)]
pub struct ExportPrompt {
    /// The path of the file.
    pub path: Field,
    /// The format; its ending is that of the path.
    pub format: Format,
    /// Encoding and line ends.
    pub style: Style,
    /// The row with the caret.
    pub row: ExportRow,
    /// What is still open in the report, a sentence each.
    pub open: Vec<String>,
    /// Figures that do not agree, a date that is none, how many warnings there are, a
    /// sentence each: told, never refused.
    pub misfits: Vec<String>,
    /// Why the last answer was refused.
    pub refused: Option<String>,
    /// The path that was proposed.
    proposed: String,
}

impl ExportPrompt {
    /// A prompt that starts from a file in the export folder.
    pub fn new(folder: &Path, stem: &str, open: Vec<String>) -> Self {
        let format = Format::default();
        let path = folder.join(format!("{stem}.{}", format.extension()));
        let proposed = path.display().to_string();
        Self {
            path: Field::new(&proposed),
            format,
            style: Style::default(),
            row: ExportRow::Path,
            open,
            refused: None,
            proposed,
            misfits: Vec::new(),
        }
    }

    /// Goes on with one that was put aside. A path that was not changed there is
    /// the one proposed now: folder or unit may be others.
    #[must_use]
    pub fn resumed(self, kept: Self) -> Self {
        let changed = kept.path.text() != kept.proposed;
        let path = if changed { kept.path } else { self.path };
        Self { path, format: kept.format, style: kept.style, row: kept.row, ..self }
    }

    /// The file, with the ending of the format if it has not that of a text.
    pub fn target(&self) -> PathBuf {
        let typed = unquoted(self.path.text());
        if typed.ends_with(['/', '\\']) {
            return self.inside();
        }
        let path = PathBuf::from(typed);
        let own = self.format.extension();
        if refusal(&path).is_some() || path.extension().is_some_and(|ending| ending == own) {
            return path;
        }
        let mut name = path.into_os_string();
        name.push(format!(".{own}"));
        PathBuf::from(name)
    }

    /// The file where what is typed turns out to be a folder: under the proposed name.
    pub fn inside(&self) -> PathBuf {
        let name = Path::new(&self.proposed).file_name().unwrap_or_default();
        Path::new(unquoted(self.path.text())).join(name)
    }

    /// Why nothing can be written there.
    pub fn trouble(&self) -> Option<String> {
        refusal(&self.target())
    }

    /// Goes to a row by its number; `false` where the caret is in that one.
    pub fn go_to(&mut self, row: usize) -> bool {
        let wanted = [ExportRow::Path, ExportRow::Encoding, ExportRow::Newline].get(row).copied();
        let moved = wanted.is_some_and(|wanted| wanted != self.row);
        self.row = wanted.unwrap_or(self.row);
        moved
    }

    /// Moves between rows, changes a choice or works in the path.
    pub fn run(&mut self, command: Command) -> bool {
        match (command, self.row) {
            (Command::Up, ExportRow::Path | ExportRow::Encoding) => {
                self.row = ExportRow::Path;
            }
            (Command::Up, ExportRow::Newline) | (Command::Down, ExportRow::Path) => {
                self.row = ExportRow::Encoding;
            }
            (Command::Down, _) => self.row = ExportRow::Newline,
            (Command::Left, ExportRow::Encoding) => self.turn_encoding(Encoding::ALL.len() - 1),
            (Command::Right, ExportRow::Encoding) => self.turn_encoding(1),
            (Command::Left | Command::Right, ExportRow::Newline) => {
                self.style.newline = match self.style.newline {
                    Newline::Lf => Newline::Crlf,
                    Newline::Crlf => Newline::Lf,
                }
            }
            (_, ExportRow::Path) => return self.path.run(command),
            _ => return false,
        }
        true
    }

    fn turn_encoding(&mut self, by: usize) {
        let all = Encoding::ALL;
        let now = all.iter().position(|e| *e == self.style.encoding).unwrap_or(0);
        self.style.encoding = all[(now + by) % all.len()];
    }
}

/// A path as it was meant: without the quotes that terminals put round a
/// dropped file.
pub fn unquoted(path: &str) -> &str {
    let path = path.trim();
    let inner = |mark| path.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_keeps_or_gets_its_ending() {
        let mut prompt = ExportPrompt::new(Path::new("文档"), "报告", Vec::new());
        assert_eq!(prompt.target(), Path::new("文档").join("报告.txt"));
        prompt.path = Field::new("\"别处/终稿\"");
        assert_eq!(prompt.target(), PathBuf::from("别处/终稿.txt"));
        prompt.path = Field::new("别处/");
        assert_eq!(prompt.target(), Path::new("别处").join("报告.txt"));
    }

    #[test]
    fn choices_turn_round() {
        let mut prompt = ExportPrompt::new(Path::new("."), "报告", Vec::new());
        prompt.run(Command::Down);
        prompt.run(Command::Left);
        assert_eq!(prompt.style.encoding, Encoding::Gb18030);
        prompt.run(Command::Right);
        assert_eq!(prompt.style.encoding, Encoding::Utf8);
        prompt.run(Command::Down);
        prompt.run(Command::Right);
        assert_eq!(prompt.style.newline, Newline::Crlf);
    }
}
