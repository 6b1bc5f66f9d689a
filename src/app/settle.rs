//! What came of the effects.

use std::path::PathBuf;

use super::effect::{Opened, Outcome};
use super::history::Kind;
use super::notice::{Notice, Tone};
use super::pane::writing::Focus;
use super::pane::{DraftsPane, WritingPane};
use super::prompt::{Answer, Prompt, Question};
use super::session::Session;
use super::{App, Parked, Screen};
use crate::report::Edit;

/// Characters that the status line of a narrow window shows.
const ONE_LINE: usize = 30;

impl App {
    /// Takes what came of an effect.
    pub fn settle(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Listed(rows) => {
                self.listed.clone_from(&rows);
                if let Screen::Drafts(pane) = &mut self.screen {
                    pane.set_rows(rows);
                }
            }
            Outcome::Opened(opened) => self.open(*opened),
            Outcome::Saved { revision, time, moved_to, remark } => {
                self.saved(revision, &time, moved_to, remark);
            }
            Outcome::Checked(checked) => {
                if let Screen::Writing(pane) = &mut self.screen {
                    pane.session.take_checked(*checked);
                }
            }
            Outcome::Closed(remark) => self.close(remark),
            Outcome::CannotLeave(sentence) => self.ask(cannot_leave(sentence)),
            Outcome::Unsaved(sentence) => self.unsaved(sentence),
            Outcome::Failed(sentence) => self.warn(sentence),
            Outcome::FileRead { path, bytes } => self.show_file(path, bytes),
            Outcome::TemplateSaved(saved) => self.template_saved(*saved),
            Outcome::Exported(path) => {
                if let Some(Prompt::Export(export)) = self.prompt.take() {
                    self.export_style = export.style;
                }
                let answers = vec![
                    ("知道了".to_owned(), Answer::Stay),
                    ("回到稿件列表".to_owned(), Answer::Leave),
                ];
                let lines = vec!["文件在这里：".to_owned(), path.display().to_string()];
                self.ask(Question::new("已导出", lines, answers));
            }
            Outcome::Exists { path, free } => {
                if let Some(Prompt::Export(export)) = self.prompt.take() {
                    self.kept.export = Some(export);
                }
                self.ask(exists(path, free));
            }
            Outcome::Arranged { id, told } => self.arranged(id, told),
            Outcome::Bin(rows) => self.show_bin(rows),
            Outcome::Folder(folder) => self.enter_folder(*folder),
            Outcome::Files(listing) => self.show_files(listing),
            Outcome::Clipboard(text) => self.paste(text),
            Outcome::Told(sentence) => self.tell(sentence),
        }
    }

    pub(super) fn tell(&mut self, sentence: impl Into<String>) {
        self.notice = Notice::plain(sentence);
    }

    pub(super) fn trouble(&mut self, sentence: impl Into<String>) {
        self.notice = Notice::trouble(sentence);
    }

    fn ask(&mut self, question: Question) {
        self.put_aside();
        self.prompt = Some(Prompt::Question(question));
    }

    /// Tells a trouble in the status line, or in a box where it is long; one that
    /// only tells takes it in. A box never takes the place of a prompt in which
    /// something may be typed. A line that was refused says so itself.
    pub(super) fn warn(&mut self, sentence: String) {
        if self.refuse(sentence.clone()) {
            return;
        }
        let long = sentence.chars().count() > ONE_LINE;
        match &mut self.prompt {
            None if long => self.ask(Question::told("没有成功", sentence)),
            Some(Prompt::Question(told)) if long && told.is_told() => told.lines.push(sentence),
            _ => self.trouble(sentence),
        }
    }

    fn close(&mut self, remark: Option<String>) {
        let mut list = DraftsPane::default();
        let mut told = remark;
        if let Screen::Writing(pane) = &self.screen {
            list.wanted = Some(pane.session.id.clone());
            told = told.or_else(|| pane.refused().map(|refused| refused.sentence));
        }
        self.notice = told.map(Notice::trouble).unwrap_or_default();
        let closed = std::mem::replace(&mut self.screen, Screen::Drafts(list));
        if let Screen::Writing(pane) = closed {
            let spot = pane.spot();
            self.parked = Some(Parked { spot, session: pane.session });
        }
    }

    fn open(&mut self, opened: Opened) {
        let Opened { id, report, read_only, notice } = opened;
        let told = match (&read_only, notice) {
            (Some(who), _) => Some(format!("只读：{who}。可以看，不能改")),
            (None, notice) => notice,
        };
        let mut parked = self.parked.take().filter(|p| p.session.id == id);
        if parked.is_none() {
            self.kept.forget_draft();
        }
        if let Some(Parked { session, spot }) = &mut parked
            && session.report().state != report.state
        {
            // Set in the list meanwhile: one more step of what was done. It always fits.
            let _ = session.change(Edit::State(report.state), Kind::Single, *spot, *spot);
        }
        let parked = parked.filter(|p| *p.session.report() == report);
        let (session, spot) = match parked {
            Some(Parked { mut session, spot }) => {
                session.resume(read_only);
                (session, Some(spot))
            }
            None => (Session::new(id, report, read_only), None),
        };
        let mut pane = WritingPane::new(session, &self.facts.templates);
        if let Some(spot) = spot {
            pane.restore(spot);
        }
        let sentence = told.unwrap_or_else(|| {
            let usual = match pane.focus {
                Focus::Outline => "各节都已完成；要改哪一节，在目录里选它",
                Focus::Text | Focus::Guide => "已打开，直接打字就写进报告",
            };
            usual.to_owned()
        });
        self.screen = Screen::Writing(Box::new(pane));
        self.prompt = None;
        self.tell(sentence);
    }

    fn saved(
        &mut self,
        revision: u64,
        time: &str,
        moved_to: Option<String>,
        remark: Option<String>,
    ) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        pane.session.mark_saved(revision);
        if let Some(id) = moved_to {
            pane.session.id = id;
        }
        let standing = matches!(self.notice.tone, Tone::Saved | Tone::Unsaved);
        if let Some(remark) = remark {
            self.trouble(remark);
        } else if self.notice.text.is_empty() || standing {
            self.notice = Notice::saved(time);
        }
    }

    /// A text that is not saved: told in a box once, and in the status line
    /// until it is saved. Writing goes on.
    fn unsaved(&mut self, sentence: String) {
        let first = self.notice.tone != Tone::Unsaved;
        self.notice = Notice { text: sentence.clone(), tone: Tone::Unsaved };
        if first && self.prompt.is_none() {
            self.ask(Question::told("没有存上", sentence));
        }
    }
}

/// Asks what is to be done when the text cannot be saved and the user wants to leave.
fn cannot_leave(sentence: String) -> Question {
    let answers = vec![
        ("留下接着写".to_owned(), Answer::Stay),
        ("先导出到别处".to_owned(), Answer::ExportFirst),
        ("仍要离开".to_owned(), Answer::LeaveAnyway),
    ];
    Question::new("文字还没有存上", vec![sentence], answers)
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
