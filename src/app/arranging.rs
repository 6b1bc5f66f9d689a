//! The commands of 稿件: opening, renaming, copying, deleting, bringing back.

use std::path::PathBuf;

use super::command::Command;
use super::effect::{BinRow, DraftRow, Effect, Folder};
use super::history::Kind;
use super::pane::DraftsPane;
use super::prompt::line::About;
use super::prompt::picker::{HINT, Row};
use super::prompt::{Answer, LinePrompt, Pick, Picker, Prompt, Question};
use super::{App, Screen};
use crate::report::{Edit, State};

impl App {
    pub(super) fn run_drafts(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Drafts(pane) = &mut self.screen else {
            return Vec::new();
        };
        let length = pane.length();
        match command {
            Command::Choose => {
                let choice = pane.choice();
                let effects = self.run_anywhere(choice);
                // Who asks how it works does not ask for a table of keys.
                self.manual_first = choice == Command::Help;
                return effects.unwrap_or_else(|| self.run_drafts(choice));
            }
            Command::NewReport => self.start_new(),
            Command::Import => return self.ask_file(),
            Command::PasteOutline => self.start_template(),
            Command::Example => return vec![Effect::OpenExample],
            Command::Restore => return vec![Effect::ListBin],
            Command::OpenFolder => self.ask_line(LinePrompt::folder()),
            Command::OpenDraft
            | Command::RenameDraft
            | Command::CopyDraft
            | Command::DeleteDraft
            | Command::SetState => match pane.chosen().cloned() {
                Some(row) => return self.run_draft(command, row),
                None => self.trouble("还没有稿件"),
            },
            _ => {
                pane.list.go(command, length);
            }
        }
        Vec::new()
    }

    /// A command that does something to the chosen draft.
    fn run_draft(&mut self, command: Command, row: DraftRow) -> Vec<Effect> {
        match (command, &row.content) {
            (Command::OpenDraft, Ok(_)) => return vec![Effect::Open(row.path)],
            (Command::RenameDraft, _) => self.ask_line(LinePrompt::rename(row.path, &row.id)),
            (Command::CopyDraft, _) => return vec![Effect::Copy(row.path), Effect::List],
            (Command::DeleteDraft, _) => self.ask_delete(&row),
            (Command::SetState, Ok(summary)) => self.ask_state(summary.state),
            (_, Err(_)) => self.ask_broken(row),
            (_, Ok(_)) => {}
        }
        Vec::new()
    }

    /// Asks for one line; what Esc has put aside is there again.
    pub(super) fn ask_line(&mut self, line: LinePrompt) {
        self.prompt = Some(Prompt::Line(self.kept.line(line)));
    }

    /// Enter in a line: the prompt stays until the world has taken the answer.
    pub(super) fn confirm_line(&mut self, line: LinePrompt) -> Vec<Effect> {
        let text = line.field.text().trim().to_owned();
        let about = line.about.clone();
        self.prompt = Some(Prompt::Line(line));
        match about {
            About::Rename { id, .. } if id == text => {
                self.prompt = None;
                self.tell("名字没有变");
                Vec::new()
            }
            About::Rename { path, .. } => vec![Effect::Rename(path, text), Effect::List],
            About::Folder if text.is_empty() => {
                self.refuse("请写文件夹的位置，可以把文件夹拖进窗口".to_owned());
                Vec::new()
            }
            About::ImportYear { then_import, .. } => self.take_import_year(&text, then_import),
            About::TemplateName { .. } => self.take_template_name(&text),
            About::Folder => {
                let path = PathBuf::from(super::prompt::export::unquoted(&text));
                vec![Effect::OpenFolder(path), Effect::List]
            }
        }
    }

    /// Says below the line, in the export or below the files why it was refused;
    /// `false` where none of them is open.
    pub(super) fn refuse(&mut self, sentence: String) -> bool {
        let refused = match &mut self.prompt {
            Some(Prompt::Line(line)) => &mut line.refused,
            Some(Prompt::Export(export)) => &mut export.refused,
            Some(Prompt::Files(files)) => &mut files.refused,
            _ => return false,
        };
        *refused = Some(sentence);
        true
    }

    /// Asks before a draft goes to the bin.
    fn ask_delete(&mut self, row: &DraftRow) {
        let whereto = "稿件会移到回收站。要找回来，用“找回删除的稿件”。";
        let lines = vec![row.id.clone(), whereto.to_owned()];
        let answers = vec![
            ("留着".to_owned(), Answer::Stay),
            ("删除".to_owned(), Answer::Delete(row.path.clone())),
        ];
        self.prompt = Some(Prompt::Question(Question::new("删除这份稿件？", lines, answers)));
    }

    /// Tells of a draft that cannot be read all that is known, and offers what helps.
    fn ask_broken(&mut self, row: DraftRow) {
        let Err(broken) = row.content else { return };
        let mut answers = vec![("知道了".to_owned(), Answer::Stay)];
        if let Some(kept) = broken.kept {
            let label = format!("用 {} 留下的旧稿代替，坏文件移到回收站", kept.time);
            answers.push((label, Answer::Replace { path: row.path.clone(), kept: kept.path }));
        }
        if broken.removable {
            answers.push(("移到回收站".to_owned(), Answer::Delete(row.path)));
        }
        let title = format!("打不开 {}", row.id);
        self.prompt = Some(Prompt::Question(Question::new(title, vec![broken.whole], answers)));
    }

    /// Asks where a report stands on its way; the present state is chosen.
    pub(super) fn ask_state(&mut self, now: State) {
        let row = |state: State| {
            let here = if state == now { "（现在）" } else { "" };
            Row::plain(format!("{}{here}", state.label()), Pick::State(state))
        };
        let rows = State::ALL.map(row).to_vec();
        let picker = Picker::new("改状态", HINT, rows).at(&Pick::State(now));
        self.prompt = Some(Prompt::Picker(picker));
    }

    /// Sets the state of the open report, or of the chosen draft.
    pub(super) fn set_state(&mut self, state: State) -> Vec<Effect> {
        let told = format!("状态改为：{}", state.label());
        match &mut self.screen {
            Screen::Writing(pane) if pane.session.report().state == state => {
                self.tell("状态没有变");
            }
            Screen::Writing(pane) => {
                match pane.change(Edit::State(state), Kind::Single, pane.spot()) {
                    Ok(()) => self.tell(told),
                    Err(sentence) => self.trouble(sentence),
                }
            }
            Screen::Drafts(pane) => {
                if let Some(row) = pane.chosen() {
                    return vec![Effect::SetState(row.path.clone(), state), Effect::List];
                }
            }
            Screen::New(_) | Screen::Import(_) => {}
        }
        Vec::new()
    }

    /// Something was done to a draft: it is chosen in the list that comes next.
    pub(super) fn arranged(&mut self, id: String, told: String) {
        if let Some(Prompt::Line(line)) = self.prompt.take_if(|p| matches!(p, Prompt::Line(_)))
            && let About::Rename { id: old, .. } = line.about
            && let Some(parked) = self.parked.as_mut().filter(|p| p.session.id == old)
        {
            parked.session.id.clone_from(&id);
        }
        if let Screen::Drafts(pane) = &mut self.screen {
            pane.wanted = Some(id);
        }
        self.tell(told);
    }

    /// Shows what can be brought back.
    pub(super) fn show_bin(&mut self, rows: Vec<BinRow>) {
        if rows.is_empty() {
            self.tell("回收站里没有稿件");
            return;
        }
        let rows = rows.into_iter().map(|row| {
            let label = format!("{}（{} 删除）", row.id, row.deleted);
            Row::plain(label, Pick::Binned(row.name))
        });
        let picker = Picker::new("找回删除的稿件", HINT, rows.collect());
        self.prompt = Some(Prompt::Picker(picker));
    }

    /// Goes on with another data folder.
    pub(super) fn enter_folder(&mut self, folder: Folder) {
        self.prompt = None;
        // What was put aside speaks of the templates, the unit and the drafts of the
        // folder that is left; the place of a file to import does not.
        self.kept.forget_folder();
        self.parked = None;
        self.screen = Screen::Drafts(DraftsPane::default());
        self.facts.data_folder = folder.shown;
        self.facts.settings = folder.settings;
        self.facts.templates = folder.templates;
        self.facts.dictionary = folder.dictionary;
        match folder.trouble {
            Some(sentence) => self.warn(sentence),
            None => self.tell(folder.told),
        }
    }
}
