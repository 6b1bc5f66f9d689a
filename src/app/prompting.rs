//! Keys and text while a prompt lies over the screen.

use std::path::PathBuf;

use super::command::Command;
use super::effect::{Effect, ExportOrder};
use super::pane::writing::Focus;
use super::prompt::export::ExportRow;
use super::prompt::line::About;
use super::prompt::{Answer, ExportPrompt, Pick, Prompt, Question, Reading};
use super::{App, Input, Screen, notice, open_sentences};
use crate::app::field::Field;
use crate::app::notice::Tone;
use crate::check::Severity;
use crate::text::clean;

impl App {
    /// Gives an input to the prompt. Text never closes or confirms one.
    pub(super) fn update_prompt(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Text(text) => self.type_into_prompt(&text),
            Input::Paste(text) if self.take_pasted_outline(&text) => {}
            Input::Paste(text) => {
                // A file that is dropped on the window comes as a paste: it is the whole path.
                match &mut self.prompt {
                    Some(Prompt::Find(_)) => {
                        self.paste_into_find(&text);
                        return Vec::new();
                    }
                    Some(Prompt::Files(files)) => {
                        files.paste(&text);
                        self.tell_what_a_field_leaves_out(&text);
                        return Vec::new();
                    }
                    Some(Prompt::Line(line)) if line.about == About::Folder => {
                        line.field = Field::default();
                    }
                    Some(Prompt::Settings(settings)) => settings.clear_folder(),
                    _ => {}
                }
                self.type_into_prompt(&text);
                self.tell_what_a_field_leaves_out(&text);
            }
            Input::Command(Command::Back) if matches!(self.prompt, Some(Prompt::Settings(_))) => {
                return self.leave_settings();
            }
            Input::Command(Command::Back) => {
                self.close_prompt();
                self.come_back();
            }
            Input::Command(Command::Choose) => {
                let effects = self.confirm_prompt();
                self.come_back();
                return effects;
            }
            Input::Command(command) => return self.run_in_prompt(command),
            Input::Unbound(key) => self.tell(notice::unbound(&key)),
            Input::Select(_) | Input::Mouse(..) => {}
        }
        Vec::new()
    }

    /// A field takes one line and nothing invisible: what it leaves out is told.
    fn tell_what_a_field_leaves_out(&mut self, text: &str) {
        let cleaned = clean::clean(text);
        let joined = cleaned.text.trim().contains('\n');
        let told = match (joined, cleaned.removed.len()) {
            _ if self.notice.tone == Tone::Trouble => return,
            (false, 0) => return,
            (true, 0) => "几行接成了一行".to_owned(),
            (false, count) => format!("去掉了 {count} 个不可见字符"),
            (true, count) => format!("几行接成了一行，去掉了 {count} 个不可见字符"),
        };
        self.tell(told);
    }

    fn type_into_prompt(&mut self, text: &str) {
        match &mut self.prompt {
            Some(Prompt::Picker(picker)) => {
                picker.filter.insert(text);
                picker.list.choose(0);
            }
            Some(Prompt::Files(files)) => files.insert(text),
            Some(Prompt::Line(line)) => {
                line.field.insert(text);
                line.refused = None;
            }
            Some(Prompt::Figure(figure)) => figure.field.insert(text),
            Some(Prompt::Heading(heading)) => heading.field.insert(text),
            Some(Prompt::Export(export)) => {
                export.row = ExportRow::Path;
                export.path.insert(text);
                export.refused = None;
            }
            Some(Prompt::Find(_)) => self.type_into_find(text),
            Some(Prompt::Reading(_)) => {
                self.trouble("通读时不能改；按 Enter 到这一段，再打字");
            }
            Some(Prompt::Proofing(list)) if list.fixes().is_some() => {
                let wanted = list.wanted_fixes();
                self.trouble(format!("这里不打字：按 Enter 改 {wanted} 处，按 Del 选中的一处不改"));
            }
            Some(Prompt::Proofing(_)) => {
                self.trouble("这里不打字：按 Enter 到那一处，再打字改");
            }
            Some(Prompt::Ignoring(ignoring)) => ignoring.insert(text),
            Some(Prompt::Settings(_)) => self.type_into_settings(text),
            Some(Prompt::Question(_)) => self.trouble("请先选一项，按 Enter；刚才打的字没有写进去"),
            None => {}
        }
    }

    fn run_in_prompt(&mut self, command: Command) -> Vec<Effect> {
        match &mut self.prompt {
            Some(Prompt::Picker(picker)) => {
                let length = picker.matches().len();
                let filter = picker.filter.text().to_owned();
                if !picker.filter.run_beside_list(command) {
                    picker.list.go(command, length);
                } else if picker.filter.text() != filter {
                    picker.list.choose(0);
                }
            }
            Some(Prompt::Question(question)) => {
                if command == Command::FinishSection
                    && let Some(answer) = question.insists()
                {
                    return self.answer(answer);
                }
                let length = question.answers.len();
                question.list.go(command, length);
            }
            Some(Prompt::Files(_)) => return self.run_in_files(command),
            Some(Prompt::Line(line)) => {
                line.field.run(command);
            }
            Some(Prompt::Figure(figure)) => {
                figure.field.run(command);
            }
            Some(Prompt::Heading(_))
                if matches!(
                    command,
                    Command::FindNext | Command::NextFinding | Command::PreviousFinding
                ) =>
            {
                self.go_on_from_heading(command);
            }
            Some(Prompt::Heading(heading)) => {
                heading.field.run(command);
            }
            Some(Prompt::Export(export)) => {
                export.run(command);
            }
            Some(Prompt::Reading(reading)) => {
                self.notice.fade();
                reading.go(command);
            }
            Some(Prompt::Find(_)) => self.run_in_find(command),
            Some(Prompt::Proofing(_)) => self.run_in_proofing(command),
            Some(Prompt::Ignoring(ignoring)) => ignoring.run(command),
            Some(Prompt::Settings(_)) => return self.run_in_settings(command),
            None => {}
        }
        Vec::new()
    }

    /// Esc: the harmless way out. What was typed is kept; leaving the question
    /// about open blanks puts the caret to the first of them.
    fn close_prompt(&mut self) {
        match self.prompt.take() {
            Some(Prompt::Question(question)) if question.is_finish() && question.asks_to_fill() => {
                self.go_to_open();
            }
            Some(Prompt::Question(question)) if question.is_over_heading() => {
                self.back_to_heading();
            }
            Some(Prompt::Proofing(list)) => self.leave_proofing(list),
            Some(prompt) => {
                let unconfirmed = self.kept.keep(prompt);
                if unconfirmed {
                    self.tell("没有确定；打的字留着，再打开时还在");
                }
            }
            None => {}
        }
    }

    /// Takes the prompt away, for another comes in its place: what was typed is kept.
    pub(super) fn put_aside(&mut self) {
        match self.prompt.take() {
            Some(Prompt::Settings(prompt)) => self.put_settings_aside(&prompt),
            Some(Prompt::Proofing(list)) => self.behind = Some(list),
            Some(prompt) => {
                self.kept.keep(prompt);
            }
            None => {}
        }
    }

    fn confirm_prompt(&mut self) -> Vec<Effect> {
        match self.prompt.take() {
            Some(Prompt::Picker(picker)) => match picker.chosen() {
                Some(Pick::Command(command)) => return self.run_chosen(command),
                Some(Pick::State(state)) => return self.set_state(state),
                Some(Pick::Binned(name)) => return vec![Effect::Restore(name), Effect::List],
                Some(Pick::Entry(entry)) => {
                    if let Screen::Writing(pane) = &mut self.screen {
                        pane.go_to(entry);
                        pane.focus = Focus::Text;
                    }
                }
                Some(Pick::Removed(id)) => self.restore_section(id),
                Some(Pick::Role(role)) => self.take_role(role),
                Some(Pick::Encoding(encoding)) => self.take_encoding(encoding),
                Some(Pick::Ignored(source)) => return self.revoke(&source),
                Some(Pick::Filter(filter)) => self.take_filter(filter),
                Some(Pick::Line(line, told)) => self.go_to_line(line, told),
                None => self.prompt = Some(Prompt::Picker(picker)),
            },
            Some(Prompt::Question(question)) => return self.answer(question.answer()),
            Some(Prompt::Files(files)) => return self.confirm_file(files),
            Some(Prompt::Line(line)) => return self.confirm_line(line),
            Some(Prompt::Figure(figure)) => self.take_figure(figure),
            Some(Prompt::Heading(heading)) => self.take_heading(heading),
            Some(Prompt::Export(export)) => return self.confirm_export(export),
            Some(Prompt::Find(find)) => self.go_to_found(find),
            Some(Prompt::Reading(reading)) => self.go_to_read(&reading),
            Some(Prompt::Proofing(list)) => self.confirm_proofing(list),
            Some(Prompt::Ignoring(ignoring)) => return self.take_ignoring(&ignoring),
            Some(Prompt::Settings(prompt)) => return self.confirm_settings(prompt),
            None => {}
        }
        Vec::new()
    }

    /// Enter in 通读: to the place that is read. A caret that is in that
    /// paragraph stays where it is.
    fn go_to_read(&mut self, reading: &Reading) {
        let (Screen::Writing(pane), Some(spot)) = (&mut self.screen, reading.spot()) else {
            return;
        };
        pane.go_to_printed(spot);
        pane.focus = Focus::Text;
        if reading.at_heading() {
            self.tell("标题在目录里按 Ctrl+R 改；打字写进正文");
        }
    }

    fn run_chosen(&mut self, command: Command) -> Vec<Effect> {
        if let Some(effects) = self.run_anywhere(command) {
            return effects;
        }
        self.run_clipboard(command).unwrap_or_else(|| self.run(command))
    }

    fn answer(&mut self, answer: Answer) -> Vec<Effect> {
        self.prompt = None;
        match answer {
            Answer::Stay => {}
            Answer::FillIn => self.go_to_open(),
            Answer::GoToFinding(finding) => self.arrive_at(&finding, ""),
            Answer::Leave => return self.run(Command::Drafts),
            Answer::ExportFirst => self.ask_export(),
            Answer::LeaveAnyway => return vec![Effect::Quit(true)],
            Answer::FinishAnyway => return self.finish_section(true),
            Answer::ImportAnyway => return self.import_now(true),
            Answer::ImportDropped(path) => {
                return vec![Effect::Close, Effect::List, Effect::Import(path)];
            }
            Answer::PasteDropped(text) => self.paste_text(&text),
            Answer::ImportAndLeave => return self.import_and_leave(),
            Answer::LeaveImport => return vec![Effect::Quit(false)],
            Answer::TemplateAnyway => self.ask_template_name(true),
            Answer::Delete(path) => return vec![Effect::Delete(path), Effect::List],
            Answer::Replace { path, kept } => {
                return vec![Effect::Replace { path, kept }, Effect::List];
            }
            Answer::AddPasted(addition) => self.add_pasted(&addition),
            Answer::BackToHeading => self.back_to_heading(),
            Answer::RemoveSection(removal) => self.remove_section(removal),
            Answer::ExportAnyway => {
                if let Some(export) = self.kept.export.take() {
                    return self.order_typed_export(export);
                }
            }
            Answer::ExportTo { path, overwrite } => {
                if let Some(export) = self.kept.export.take() {
                    return self.order_export(export, path, None, overwrite);
                }
            }
        }
        Vec::new()
    }

    fn go_to_open(&mut self) {
        if let Screen::Writing(pane) = &mut self.screen {
            let before = pane.entry();
            let found = pane.go_to_open();
            self.tell_open(before, found);
        }
    }

    fn confirm_export(&mut self, mut export: ExportPrompt) -> Vec<Effect> {
        export.refused = export.trouble();
        if export.refused.is_some() {
            self.prompt = Some(Prompt::Export(export));
            return Vec::new();
        }
        if export.open.is_empty() {
            return self.order_typed_export(export);
        }
        let wrong = match &self.screen {
            Screen::Writing(pane) if open_sentences(pane.session.report()).is_empty() => {
                let mut all = pane.checks().all().iter();
                all.find(|finding| finding.severity == Severity::Error).cloned()
            }
            _ => None,
        };
        let (title, back, anyway) = match wrong {
            Some(first) => (
                "校核出的错误还没有改",
                ("到第一处错误".to_owned(), Answer::GoToFinding(Box::new(first))),
                "仍要导出：错误照原样印出来",
            ),
            None => (
                "报告还没有写完",
                ("回去补上".to_owned(), Answer::FillIn),
                "仍要导出：没写的空着，待填处用【】标着",
            ),
        };
        let answers = vec![back, (anyway.to_owned(), Answer::ExportAnyway)];
        let lines = export.open.iter().chain(&export.misfits).cloned().collect();
        let question = Question::new(title, lines, answers);
        self.kept.export = Some(export);
        self.prompt = Some(Prompt::Question(question));
        Vec::new()
    }

    /// Orders the export to what is typed, a file or a folder.
    fn order_typed_export(&mut self, export: ExportPrompt) -> Vec<Effect> {
        let (path, inside) = (export.target(), export.inside());
        self.order_export(export, path, Some(inside), false)
    }

    /// Orders the export; the prompt stays until the file is written.
    fn order_export(
        &mut self,
        export: ExportPrompt,
        path: PathBuf,
        inside: Option<PathBuf>,
        overwrite: bool,
    ) -> Vec<Effect> {
        let Screen::Writing(pane) = &self.screen else {
            return Vec::new();
        };
        let order = ExportOrder {
            report: pane.session.report().clone(),
            format: export.format,
            style: export.style,
            path,
            inside,
            overwrite,
        };
        self.prompt = Some(Prompt::Export(export));
        vec![Effect::Export(Box::new(order))]
    }
}
