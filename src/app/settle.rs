//! What came of the effects.

use std::path::PathBuf;

use super::effect::{Opened, Outcome};
use super::notice::{Notice, Tone};
use super::pane::{DraftsPane, WritingPane};
use super::prompt::{Answer, Prompt, Question};
use super::session::Session;
use super::{App, Kept, Screen};

/// Characters that the status line of a narrow window shows.
const ONE_LINE: usize = 30;

impl App {
    /// Takes what came of an effect.
    pub fn settle(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Listed(rows) => {
                if let Screen::Drafts(pane) = &mut self.screen {
                    pane.set_rows(rows);
                }
            }
            Outcome::Opened(opened) => self.open(*opened),
            Outcome::Saved { revision, time, moved_to } => self.saved(revision, &time, moved_to),
            Outcome::Closed => {
                self.screen = Screen::Drafts(DraftsPane::default());
                self.notice = Notice::default();
            }
            Outcome::Unsaved(sentence) | Outcome::Failed(sentence) => self.warn(sentence),
            Outcome::Exported(path) => {
                self.kept.export = None;
                let answers = vec![
                    ("知道了".to_owned(), Answer::Stay),
                    ("回到稿件列表".to_owned(), Answer::Leave),
                ];
                let lines = vec!["文件在这里：".to_owned(), path.display().to_string()];
                self.ask(Question::new("已导出", lines, answers));
            }
            Outcome::Exists { path, free } => self.ask(exists(path, free)),
            Outcome::Told(sentence) => self.tell(sentence),
        }
    }

    fn ask(&mut self, question: Question) {
        self.prompt = Some(Prompt::Question(question));
    }

    /// Tells a trouble in the status line, or in a box where it is long. A box
    /// never takes the place of a prompt in which something may be typed.
    fn warn(&mut self, sentence: String) {
        if sentence.chars().count() > ONE_LINE && self.prompt.is_none() {
            self.ask(Question::told("没有成功", sentence));
        } else {
            self.trouble(sentence);
        }
    }

    fn open(&mut self, opened: Opened) {
        let session = Session::new(opened.id, opened.report, opened.read_only);
        let sentence = match (&session.read_only, opened.notice) {
            (Some(who), _) => format!("只读：{who}。可以看，不能改"),
            (None, Some(notice)) => notice,
            (None, None) => "已打开，直接打字就写进报告".to_owned(),
        };
        self.screen = Screen::Writing(Box::new(WritingPane::new(session, &self.facts.templates)));
        self.prompt = None;
        self.kept = Kept::default();
        self.tell(sentence);
    }

    fn saved(&mut self, revision: u64, time: &str, moved_to: Option<String>) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        pane.session.mark_saved(revision);
        if let Some(id) = moved_to {
            let sentence = format!("稿件文件被别的程序改过：您写的另存为 {id}，两份都在");
            pane.session.id = id;
            self.trouble(sentence);
        } else if self.notice.text.is_empty() || self.notice.tone == Tone::Saved {
            self.notice = Notice::saved(time);
        }
    }
}

/// Asks what is to be done with an export whose file exists.
fn exists(path: PathBuf, free: PathBuf) -> Question {
    let lines = vec![path.display().to_string()];
    let name =
        free.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let to = |path, overwrite| Answer::ExportTo { path, overwrite };
    let answers = vec![
        (format!("另存为 {name}"), to(free, false)),
        ("替换原来的文件".to_owned(), to(path, true)),
        ("先不导出".to_owned(), Answer::Stay),
    ];
    Question::new("已有同名文件", lines, answers)
}
