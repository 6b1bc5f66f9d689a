//! Choosing the file to import: what the keys do in its list, and what is found
//! in a folder.
//!
//! What becomes of a chosen file is not known here: it is handed on, and the list
//! stays until that has come to something, so that a refusal is read beside it.

use super::App;
use super::command::Command;
use super::effect::{Effect, Listing};
use super::prompt::files::Chosen;
use super::prompt::{FilesPrompt, Prompt};

impl App {
    /// Opens the list where it was put aside, else at the folder of last time.
    pub(super) fn ask_file(&mut self) -> Vec<Effect> {
        self.prompt = Some(Prompt::Files(Box::default()));
        vec![Effect::ListFirst(self.kept.files.folder.clone())]
    }

    /// Shows what was found in a folder. A place that led there has done its work.
    pub(super) fn show_files(&mut self, listing: Listing) {
        let Some(Prompt::Files(files)) = &mut self.prompt else { return };
        let first = files.listing.folder.as_os_str().is_empty();
        if !first {
            files.clear();
            self.notice.fade();
        }
        files.show(listing);
    }

    /// Works in the field, moves in the list, or goes to the folder above.
    pub(super) fn run_in_files(&mut self, command: Command) -> Vec<Effect> {
        let Some(Prompt::Files(files)) = &mut self.prompt else { return Vec::new() };
        if command == Command::FolderUp {
            let above = files.above().map(|above| Effect::ListFolder(above.to_path_buf()));
            if above.is_none() {
                files.refused = Some("已经是最上一级，上面没有文件夹了".to_owned());
            }
            return above.into_iter().collect();
        }
        let before = files.field.text().to_owned();
        if !files.field.run_beside_list(command) {
            let length = files.length();
            files.list.go(command, length);
        } else if files.field.text() != before {
            files.changed();
        }
        Vec::new()
    }

    /// Enter: into a folder, or on with a file.
    pub(super) fn confirm_file(&mut self, mut files: Box<FilesPrompt>) -> Vec<Effect> {
        let chosen = files.choose();
        files.refused = chosen.as_ref().err().map(|sentence| (*sentence).to_owned());
        self.prompt = Some(Prompt::Files(files));
        match chosen {
            Ok(Chosen::Folder(folder)) => vec![Effect::ListFolder(folder)],
            Ok(Chosen::File(path)) => vec![Effect::Import(path)],
            Err(_) => Vec::new(),
        }
    }
}
