//! The command line, run as a user runs it: arguments in, two streams and an
//! exit status out.

mod bad_input;
mod calls;
mod checking;
mod drafts;
mod exporting;
mod ignoring;
mod reading;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fazhi_tui::storage::file;
use serde_json::Value;

/// A made-up report in the shape of an old file: items run in, residue of a
/// word processor, a page number, a no-break space.
const REPORT: &str = "中共云溪镇委员会
临川县云溪镇人民政府
关于2023年法治政府建设情况的报告

县委、县政府：
2023年以来，云溪镇把依法办事放在前面。现将有关情况报告如下：
一、2023年推进法治政府建设的主要举措和成效
（一）学习贯彻习近平法治思想。[bookmark: _GoBack]全年集中学习12次，参加干部300人次。
（二）严格公正文明执法。\u{a0}办理案件8件，没有一件被撤销。
— 1 —
二、2024年推进法治政府建设的主要安排
继续办好便民服务的事情。

中共云溪镇委员会
临川县云溪镇人民政府
2024年1月11日
（联系人：王某某，联系电话：023-00000000）
";

/// What a run of the program gave.
struct Ran {
    code: i32,
    out: Vec<u8>,
    err: String,
}

impl Ran {
    fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.out).unwrap()
    }
}

/// A data folder of its own, and beside it a place for files.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("数据")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        file::write_whole(&path, bytes).unwrap();
        path.display().to_string()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fazhi-tui"));
        command.args(arguments).arg("--data-dir").arg(self.data());
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: output.stdout,
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs what must succeed.
    fn good(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        ran
    }

    fn new_draft(&self) {
        self.good(&["new", "--unit", "云溪镇", "--year", "2024"]);
    }
}

fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn read(path: &Path) -> Vec<u8> {
    file::read_bytes(path).unwrap()
}
