//! Selecting, copying and pasting, in the text and in every field.
//!
//! What is copied is kept here as it was written, with its citations; the
//! clipboard of the system gets it as it will be printed, for other programs.

use super::command::Command;
use super::effect::{Effect, Held};
use super::field::Field;
use super::notice::Tone;
use super::pane::writing::Focus;
use super::prompt::Prompt;
use super::prompt::export::ExportRow;
use super::{App, Input, Screen};
use crate::document;
use crate::text::count;

/// What was copied last.
#[derive(Clone, Debug, Default)]
pub(super) struct Clip {
    /// As it was written.
    own: String,
    /// As other programs get it.
    printed: String,
}

const NOT_WHILE_READING: &str = "通读时不能选字：按 Enter 到这一段，再选";
const NOT_IN_IMPORT: &str = "这里不能选字：先导入，再到报告里选字、复制";

/// How much a text is, by the count of Word; nothing of spaces alone.
pub(super) fn so_many(text: &str) -> String {
    match count::words(text) {
        0 => String::new(),
        words => format!(" {words} 字"),
    }
}

impl App {
    /// The commands of the clipboard; `None` for any other.
    pub(super) fn run_clipboard(&mut self, command: Command) -> Option<Vec<Effect>> {
        match command {
            Command::Copy => Some(self.copy()),
            Command::Cut => Some(self.cut()),
            Command::Paste => Some(vec![Effect::ReadClipboard]),
            Command::SelectAll => {
                self.select_all();
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Shift with a movement: selects on to where it leads.
    pub(super) fn extend(&mut self, command: Command) {
        let extended = match self.text_pane() {
            Some(pane) => pane.extend(command),
            None => self.field_mut().is_some_and(|field| field.extend(command)),
        };
        if extended {
            self.notice.fade();
        } else {
            self.tell_nothing_to_select();
        }
    }

    fn select_all(&mut self) {
        if let Some(pane) = self.text_pane() {
            pane.select_all();
        } else if let Some(field) = self.field_mut() {
            field.select_all();
        } else {
            return self.tell_nothing_to_select();
        }
        self.notice.fade();
    }

    fn tell_nothing_to_select(&mut self) {
        self.tell(match (&self.prompt, &self.screen) {
            (Some(Prompt::Reading(_)), _) => NOT_WHILE_READING,
            (None, Screen::Import(_)) => NOT_IN_IMPORT,
            _ => "这里没有可以选中的文字",
        });
    }

    fn copy(&mut self) -> Vec<Effect> {
        let Some(own) = self.selected() else {
            self.tell(match (&self.prompt, &self.screen) {
                (Some(Prompt::Reading(_)), _) => NOT_WHILE_READING,
                (None, Screen::Import(_)) => NOT_IN_IMPORT,
                _ => "先选中文字：按住 Shift 按方向键，或用鼠标拖；Ctrl+A 全选",
            });
            return Vec::new();
        };
        let printed = match &self.screen {
            Screen::Writing(pane) if self.prompt.is_none() => {
                document::filled(pane.session.report(), &own)
            }
            _ => own.clone(),
        };
        self.tell(format!("已复制{}", so_many(&own)));
        self.clip = Clip { own, printed: printed.clone() };
        vec![Effect::WriteClipboard(printed)]
    }

    fn cut(&mut self) -> Vec<Effect> {
        let mut effects = self.copy();
        if !effects.is_empty() {
            effects.extend(self.take(Input::Command(Command::Delete)));
            if self.notice.tone != Tone::Trouble {
                self.tell(format!("已剪切{}", so_many(&self.clip.own)));
            }
        }
        effects
    }

    /// Pastes what the clipboard of the system holds, or where it cannot be asked
    /// what was copied here. A copy of ours keeps its citations.
    pub(super) fn paste(&mut self, held: Held) {
        let own = self.clip.own.clone();
        let silent = held == Held::Silent;
        match held {
            Held::Text(text) if text.replace("\r\n", "\n") != self.clip.printed => {
                // Nothing that is pasted asks for an effect.
                self.take(Input::Paste(text));
            }
            Held::NoText => self.tell("剪贴板里没有文字"),
            Held::Silent if own.is_empty() => self.tell("系统剪贴板没有回答，请再按一次"),
            _ if own.is_empty() => self.tell(
                "没有复制过文字；别的程序里复制的，用终端的粘贴键（多为 Ctrl+Shift+V 或右键）",
            ),
            _ => {
                self.paste_own(&own);
                if silent {
                    self.tell("系统剪贴板没有回答，粘贴的是在这里复制的");
                }
            }
        }
    }

    /// Pastes a copy of ours: it is clean already, and its spaces belong to it.
    fn paste_own(&mut self, own: &str) {
        let Some(pane) = self.text_pane() else {
            self.take(Input::Paste(own.to_owned()));
            return;
        };
        match pane.put(own) {
            Ok(()) => self.tell(format!("已粘贴{}", so_many(own))),
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// What is selected where the keyboard is; `None` while that is nothing.
    pub(super) fn selected(&mut self) -> Option<String> {
        if let Some(pane) = self.text_pane()
            && pane.form.is_none()
        {
            return pane.editor.selected(pane.body());
        }
        let field = self.field_mut()?;
        let selected = &field.text()[field.selection()];
        (!selected.is_empty()).then(|| selected.to_owned())
    }

    /// 编写, where its text or form has the keyboard.
    fn text_pane(&mut self) -> Option<&mut super::WritingPane> {
        match (&self.prompt, &mut self.screen) {
            (None, Screen::Writing(pane)) if pane.focus == Focus::Text => Some(pane),
            _ => None,
        }
    }

    /// The field that has the keyboard, in a prompt or a form.
    pub(super) fn field_mut(&mut self) -> Option<&mut Field> {
        let form = match (&mut self.prompt, &mut self.screen) {
            (Some(Prompt::Picker(picker)), _) => return Some(&mut picker.filter),
            (Some(Prompt::Files(files)), _) => return Some(&mut files.field),
            (Some(Prompt::Line(line)), _) => return Some(&mut line.field),
            (Some(Prompt::Figure(figure)), _) => return Some(&mut figure.field),
            (Some(Prompt::Heading(heading)), _) => return Some(&mut heading.field),
            (Some(Prompt::Export(export)), _) => {
                return (export.row == ExportRow::Path).then_some(&mut export.path);
            }
            (Some(Prompt::Settings(settings)), _) => &mut settings.form,
            (Some(Prompt::Ignoring(ignoring)), _) => &mut ignoring.form,
            (Some(Prompt::Find(find)), _) => &mut find.form,
            (None, Screen::New(pane)) => pane.form_mut()?,
            (None, Screen::Writing(pane)) if pane.focus == Focus::Text => pane.form.as_mut()?,
            (Some(Prompt::Question(_) | Prompt::Reading(_) | Prompt::Proofing(_)), _)
            | (None, Screen::Writing(_) | Screen::Drafts(_) | Screen::Import(_)) => return None,
        };
        form.row_mut().map(|row| &mut row.field)
    }
}
