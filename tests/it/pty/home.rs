//! A user's home: a data folder and the program started in it.

use std::fs;
use std::path::{Path, PathBuf};

use fazhi_tui::report::{Place, Report};
use fazhi_tui::storage::{DataFolder, DraftId, draft};
use pty_process::blocking::Command;
use tempfile::TempDir;

use super::sample;
use super::terminal::Terminal;

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_fazhi-tui");
/// The draft of [`Home::with_draft`].
pub(crate) const ID: &str = "2025-云溪镇";

/// A user's home.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    /// A home in which the program was never started.
    pub(crate) fn new() -> Self {
        // A short path, which a screen of 80 columns can show whole.
        let folder = tempfile::tempdir_in("/tmp").unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder }
    }

    /// A home with a draft that opens at an empty 导语.
    pub(crate) fn with_draft() -> Self {
        let mut report = sample::new_report();
        sample::replace(&mut report, Place::Preamble, "");
        Self::with_report(&report)
    }

    /// A home with this report as a draft.
    pub(crate) fn with_report(report: &Report) -> Self {
        let home = Self::new();
        home.add(ID, report);
        home
    }

    /// Puts a report into the data folder.
    pub(crate) fn add(&self, id: &str, report: &Report) {
        draft::create(&self.data(), &DraftId::new(id), true, report).unwrap();
    }

    /// The temporary folder that holds everything.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The folder that finished text goes to.
    pub(crate) fn exports(&self) -> PathBuf {
        self.root().join("home")
    }

    /// The data folder.
    pub(crate) fn data(&self) -> DataFolder {
        DataFolder::at(self.root().join("data"))
    }

    /// The file of a draft.
    pub(crate) fn draft(&self, id: &str) -> PathBuf {
        self.data().drafts().join(format!("{id}.ron"))
    }

    /// The report in the file of a draft, as the program would read it.
    #[track_caller]
    pub(crate) fn load(&self, id: &str) -> Report {
        let path = self.draft(id);
        let loaded = draft::load(&path);
        loaded.unwrap_or_else(|error| panic!("{error}\n{}", text_of(&path))).report
    }

    /// The environment of this user and nothing of the tester's.
    pub(crate) fn environment(&self, command: Command) -> Command {
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.exports())
            .env("USER", "测试员")
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .env("TZ", "Asia/Shanghai")
            .env("FAZHI_TUI_PANIC", "崩")
            .current_dir(self.root())
    }

    /// The call of the program with these arguments.
    pub(crate) fn call(&self, arguments: &[&str]) -> Command {
        let command =
            Command::new(PROGRAM).arg("--data-dir").arg(self.data().root()).args(arguments);
        self.environment(command)
    }

    /// Starts the program at the list of drafts.
    pub(crate) fn start(&self, size: (u16, u16)) -> Terminal {
        let terminal = Terminal::start(self.call(&[]), size);
        terminal.wait_for("Ctrl+Q");
        terminal
    }

    /// Opens a draft and waits until text can be typed.
    pub(crate) fn open(&self, id: &str, size: (u16, u16)) -> Terminal {
        let terminal = Terminal::start(self.call(&[id]), size);
        terminal.wait_for("本节");
        terminal
    }
}

/// The 导语 of a report, paragraphs joined by line ends.
pub(crate) fn preamble(report: &Report) -> String {
    report.body(Place::Preamble).unwrap().join("\n")
}

fn text_of(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
