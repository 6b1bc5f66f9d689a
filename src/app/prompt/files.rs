//! Which file to import: the list of a folder, to filter by typing, and a field
//! that takes the place of any file as well.
//!
//! The folder is read outside; here is what was found there, what of it fits,
//! and what is chosen.

mod place;

use std::path::{Path, PathBuf};

use super::search::{Target, Wanted};
use crate::app::effect::{FileRow, Listing};
use crate::app::field::Field;
use crate::app::list::ListState;

/// The endings of files that are listed: what is read by its content most often
/// has one of these. Another file can be given by its place.
pub const ENDINGS: [&str; 7] = ["txt", "docx", "doc", "wps", "html", "htm", "md"];

/// Which file to import.
#[derive(Clone, Debug, Default)]
pub struct FilesPrompt {
    /// What is typed: words to look for, or the place of a file or folder.
    pub field: Field,
    /// The chosen row among those that are seen.
    pub list: ListState,
    /// Why the last answer was refused.
    pub refused: Option<String>,
    /// What is in the folder; empty until it is read.
    pub listing: Listing,
    /// The rows of the folder that fit, the best first.
    fitting: Vec<usize>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilesRow<'a> {
    /// The folder above.
    Up,
    /// A folder or a file.
    Entry(&'a FileRow),
}

/// The file that a paste is the place of and nothing else, as when one is dropped
/// on the window, if it has an ending that can be read.
pub fn dropped(text: &str) -> Option<PathBuf> {
    let typed = text.trim();
    let whole = typed.starts_with(['/', '~', '\'', '"']) || typed.starts_with("file://");
    if typed.contains(['\n', '\r']) || !(whole || place::is_of_windows(typed)) {
        return None;
    }
    let path = place::read(typed, Path::new(""), !cfg!(windows)).ok()?;
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ENDINGS.contains(&ending.as_str()).then_some(path)
}

/// What Enter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// To show a folder.
    Folder(PathBuf),
    /// To take a file; a folder that stands there is shown.
    File(PathBuf),
}

impl FilesPrompt {
    /// Takes what was found in a folder. The choice is on the folder that one came
    /// out of, else on the first row that is not the way up.
    pub fn show(&mut self, listing: Listing) {
        let left = std::mem::replace(&mut self.listing, listing).folder;
        self.refused = None;
        self.find();
        let rows = self.rows();
        let own = |row: &FilesRow| matches!(row, FilesRow::Entry(row) if row.path == left);
        let first = usize::from(rows.len() > 1 && rows[0] == FilesRow::Up);
        let row = rows.iter().position(own).unwrap_or(first);
        self.list.choose(row);
    }

    /// Whether what is typed is the place of a file or folder.
    pub fn is_place(&self) -> bool {
        place::is_place(self.field.text())
    }

    /// What is seen: the way up while nothing is typed, and what fits; nothing of
    /// the list while a place is typed.
    pub fn rows(&self) -> Vec<FilesRow<'_>> {
        let up = self.is_empty() && self.above().is_some();
        let fitting = self.fitting.iter().filter_map(|row| self.listing.rows.get(*row));
        up.then_some(FilesRow::Up).into_iter().chain(fitting.map(FilesRow::Entry)).collect()
    }

    /// How many rows are seen.
    pub fn length(&self) -> usize {
        self.rows().len()
    }

    /// The folder above the one that is shown.
    pub fn above(&self) -> Option<&Path> {
        self.listing.folder.parent().filter(|above| !above.as_os_str().is_empty())
    }

    /// Types at the caret.
    pub fn insert(&mut self, text: &str) {
        self.field.insert(text);
        self.changed();
    }

    /// Takes a paste: a place, as of a file that is dropped on the window, is all
    /// there is then.
    pub fn paste(&mut self, text: &str) {
        if place::is_place(text) {
            self.field = Field::default();
        }
        self.insert(text);
    }

    /// Empties the field: what was typed has done its work.
    pub fn clear(&mut self) {
        self.field = Field::default();
        self.changed();
    }

    /// What is typed has changed: the best that fits it is chosen.
    pub fn changed(&mut self) {
        self.refused = None;
        self.find();
        let first = usize::from(self.is_empty() && self.above().is_some());
        self.list.choose(first.min(self.length().saturating_sub(1)));
    }

    /// What Enter asks for: the place that is typed, the chosen row, or where
    /// nothing fits a file of that name.
    ///
    /// # Errors
    /// A sentence when several places are typed, or nothing is there to be chosen.
    pub fn choose(&self) -> Result<Chosen, &'static str> {
        let typed = self.field.text();
        let rows = self.rows();
        match rows.get(self.list.selected) {
            Some(FilesRow::Up) => match self.above() {
                Some(above) => Ok(Chosen::Folder(above.to_path_buf())),
                None => Err("这里没有上一级了"),
            },
            Some(FilesRow::Entry(row)) if row.file.is_none() => {
                Ok(Chosen::Folder(row.path.clone()))
            }
            Some(FilesRow::Entry(row)) => Ok(Chosen::File(row.path.clone())),
            None if self.is_empty() => {
                Err("这里没有可以选的，请打出文件的位置，或者把文件拖进窗口")
            }
            None => place::read(typed, &self.listing.folder, !cfg!(windows)).map(Chosen::File),
        }
    }

    fn is_empty(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// Looks anew for what fits. A folder may hold thousands, so it is done once a
    /// change and not once a frame.
    fn find(&mut self) {
        if self.is_place() {
            self.fitting.clear();
            return;
        }
        let wanted = Wanted::new(self.field.text());
        let fit = |row: &FileRow| wanted.fit(Target { title: &row.name, words: &[], keys: &[] });
        let rows = self.listing.rows.iter().enumerate();
        let mut found: Vec<_> =
            rows.filter_map(|(index, row)| fit(row).map(|fit| (fit, index))).collect();
        found.sort();
        self.fitting = found.into_iter().map(|(_, index)| index).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::FileFacts;

    fn prompt() -> FilesPrompt {
        let row = |name: &str, file: bool| FileRow {
            path: Path::new("/家/文档").join(name),
            name: name.to_owned(),
            file: file.then(FileFacts::default),
        };
        let rows = vec![
            row("报送", false),
            row("去年", false),
            row("云溪镇2024年报告.docx", true),
            row("去年的报告.txt", true),
        ];
        let mut prompt = FilesPrompt::default();
        prompt.show(Listing { folder: "/家/文档".into(), rows, ..Listing::default() });
        prompt
    }

    fn chosen(prompt: &FilesPrompt) -> String {
        match prompt.choose() {
            Ok(Chosen::Folder(path)) => format!("到 {}", path.display()),
            Ok(Chosen::File(path)) => format!("取 {}", path.display()),
            Err(sentence) => sentence.to_owned(),
        }
    }

    #[test]
    fn the_first_choice_is_not_the_way_up() {
        let mut prompt = prompt();
        assert_eq!((prompt.length(), prompt.list.selected), (5, 1));
        assert_eq!(chosen(&prompt), "到 /家/文档/报送");
        prompt.list.choose(0);
        assert_eq!(chosen(&prompt), "到 /家");
    }

    #[test]
    fn typing_filters_and_a_place_is_taken_as_one() {
        for (typed, wanted) in [
            ("qn", "到 /家/文档/去年"),
            ("去年的", "取 /家/文档/去年的报告.txt"),
            ("２０２４", "取 /家/文档/云溪镇2024年报告.docx"),
            ("没有这个.pdf", "取 /家/文档/没有这个.pdf"),
            ("'/别处/a b.txt'", "取 /别处/a b.txt"),
            ("去年/a.txt", "取 /家/文档/去年/a.txt"),
        ] {
            let mut prompt = prompt();
            prompt.insert(typed);
            assert_eq!(chosen(&prompt), wanted, "{typed}");
        }
    }

    #[test]
    fn a_paste_that_is_a_place_takes_the_field_and_words_do_not() {
        let mut prompt = prompt();
        prompt.insert("去");
        prompt.paste("年");
        assert_eq!(prompt.field.text(), "去年");
        prompt.paste("/别处/a.txt");
        assert_eq!(prompt.field.text(), "/别处/a.txt");
        assert_eq!(prompt.length(), 0);
    }

    #[test]
    fn coming_up_the_folder_that_was_left_is_chosen() {
        let mut prompt = prompt();
        let row = |name: &str| FileRow {
            path: Path::new("/家").join(name),
            name: name.to_owned(),
            file: None,
        };
        let rows = vec![row("下载"), row("文档")];
        prompt.show(Listing { folder: "/家".into(), rows, ..Listing::default() });
        assert_eq!(chosen(&prompt), "到 /家/文档");
        prompt.show(Listing { folder: "/空".into(), ..Listing::default() });
        assert_eq!(chosen(&prompt), "到 /");
        prompt.show(Listing { folder: "/".into(), ..Listing::default() });
        assert!(chosen(&prompt).contains("没有可以选的"));
    }
}
