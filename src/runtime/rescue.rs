//! The last resort: a copy of a text whose draft took no writing.
//!
//! A full disk or a pulled stick must not cost the text when the terminal goes
//! away as well. The copy is a draft like any other and can be opened by its path.

use std::env;

use super::clock;
use crate::app::session::Session;
use crate::storage::{DataFolder, draft, file, paths};

/// Leaves a copy in the first folder that takes one and says where, and why.
pub(super) fn keep(session: &Session, data: &DataFolder, why: &str) -> String {
    let name = format!("{}-没有存上的-{}.ron", session.id, clock::stamp());
    let folders = [data.root().to_path_buf(), paths::export_folder(), env::temp_dir()];
    let Ok(text) = draft::render(session.report()) else {
        return format!("稿件没有存上：{why}");
    };
    for folder in folders {
        let path = folder.join(&name);
        if file::write_new(&path, text.as_bytes()).is_ok() {
            return format!("稿件没有存上：{why}文字另存在 {}", path.display());
        }
    }
    format!("稿件没有存上：{why}另存到别处也没有成功。")
}
