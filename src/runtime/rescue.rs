//! The last resort: a copy of a text whose draft took no writing.
//!
//! A full disk or a pulled stick must not cost the text when the terminal goes
//! away as well. The copy is a draft like any other and can be opened by its path.

use std::env;

use super::clock;
use crate::app::session::Session;
use crate::storage::{draft, file};

/// Leaves a copy in the folder for temporary files and says where, and why.
pub(super) fn keep(session: &Session, why: &str) -> String {
    let name = format!("fazhi-tui-{}-{}.ron", session.id, clock::stamp());
    let path = env::temp_dir().join(name);
    let kept =
        draft::render(session.report()).and_then(|text| file::write_new(&path, text.as_bytes()));
    match kept {
        Ok(_) => format!("稿件没有存上：{why}。文字另存在 {}", path.display()),
        Err(error) => format!("稿件没有存上：{why}。另存也没有成功：{error}"),
    }
}
