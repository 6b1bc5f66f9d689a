//! What is on the screen and what every key does: state and update, no terminal.
//!
//! Nothing here draws, opens a file or reads a clock. Input comes in as
//! [`Input`], wishes to the world go out as [`Effect`], their outcome comes
//! back through [`App::settle`]. The view only reads.

pub mod command;
pub mod editor;
pub mod effect;
pub mod field;
pub mod form;
pub mod history;
pub mod list;
pub mod notice;
pub mod pane;
pub mod prompt;
pub mod session;

mod prompting;
mod settle;
mod walk;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::report::Template;
use crate::report::unit::Profile;
use crate::text::numeral::Date;
use crate::text::width::Ambiguous;
use crate::text::wrap::Wrap;
use command::Command;
use effect::Effect;
use notice::Notice;
use pane::new::Step;
use pane::writing::Focus;
use pane::{DraftsPane, NewPane, WritingPane};
use prompt::{ExportPrompt, Pick, Picker, Prompt};
use session::{Entry, Session};

pub use walk::open_sentences;

/// What the keyboard says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Typed text; an input method commits several characters at once.
    Text(String),
    /// Pasted text.
    Paste(String),
    /// A key that is bound.
    Command(Command),
}

/// Where keys are looked up, innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// On every screen and in every prompt.
    Everywhere,
    /// On every screen while no prompt lies over it.
    Screen,
    /// 稿件 with drafts in it.
    Drafts,
    /// 稿件 while it is empty.
    FirstSteps,
    /// 新建.
    New,
    /// 编写, whatever pane has the keyboard.
    Writing,
    /// 正文.
    Editor,
    /// The form of 版头 or 落款.
    Form,
    /// 目录.
    Outline,
    /// 提示.
    Guide,
    /// A list to filter.
    Picker,
    /// A question.
    Question,
    /// A prompt with one field.
    Field,
    /// 导出.
    Export,
    /// 帮助.
    Help,
}

/// What the app is told at the start and cannot find out itself.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The templates, by their stems.
    pub templates: Vec<(String, Template)>,
    /// What is remembered of the unit.
    pub profile: Profile,
    /// The folder that finished text goes to.
    pub export_folder: PathBuf,
    /// The day.
    pub today: Date,
    /// How wide this terminal draws “ ” and their like.
    pub ambiguous: Ambiguous,
}

/// The screen under the prompt.
#[derive(Debug)]
pub enum Screen {
    /// 稿件.
    Drafts(DraftsPane),
    /// 新建.
    New(Box<NewPane>),
    /// 编写.
    Writing(Box<WritingPane>),
}

/// The windows that the layout gives, in cells; 0 where a pane is not seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewports {
    /// Rows of the list of drafts or templates.
    pub list: usize,
    /// Rows of 目录.
    pub outline: usize,
    /// Columns of 正文 that text may fill.
    pub text_columns: usize,
    /// Rows of 正文.
    pub text_rows: usize,
    /// Columns of 提示.
    pub guide_columns: usize,
    /// Rows of 提示.
    pub guide_rows: usize,
    /// Rows of the list of a prompt.
    pub prompt: usize,
    /// Lines of the help, and how many of them are seen.
    pub help: (usize, usize),
}

/// The program without terminal and files.
#[derive(Debug)]
pub struct App {
    facts: Facts,
    screen: Screen,
    prompt: Option<Prompt>,
    /// 帮助 over everything else: the first line that is seen.
    help: Option<usize>,
    /// Lines that a page of the help turns.
    help_page: usize,
    /// What Esc put aside, to go on with.
    kept: Kept,
    notice: Notice,
}

/// What was typed into places that Esc has closed: it is there again when
/// they are opened again.
#[derive(Debug, Default)]
struct Kept {
    /// 新建.
    new: Option<Box<NewPane>>,
    /// The file to import.
    import: String,
    /// The export, also while it waits for an answer.
    export: Option<ExportPrompt>,
}

/// Cells by which the first row of a paragraph is drawn in: two characters
/// (GB/T 9704-2012, 7.3.3).
const INDENT: usize = 4;

impl App {
    /// The program at its first screen.
    pub fn new(facts: Facts) -> Self {
        Self {
            facts,
            screen: Screen::Drafts(DraftsPane::default()),
            prompt: None,
            help: None,
            help_page: 1,
            kept: Kept::default(),
            notice: Notice::default(),
        }
    }

    /// What the app was told at the start.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Takes the templates, which are read after the first frame.
    pub fn set_templates(&mut self, templates: Vec<(String, Template)>) {
        if let Screen::Writing(pane) = &mut self.screen {
            pane.set_template(&templates);
        }
        self.facts.templates = templates;
    }

    /// The screen under the prompt.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What lies over the screen.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// The first line of the help that is seen, while it is open.
    pub fn help(&self) -> Option<usize> {
        self.help
    }

    /// The sentence in the status line.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The open draft.
    pub fn session(&self) -> Option<&Session> {
        match &self.screen {
            Screen::Writing(pane) => Some(&pane.session),
            Screen::Drafts(_) | Screen::New(_) => None,
        }
    }

    /// Where keys are looked up now, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self.help {
            Some(_) => vec![Context::Help, Context::Everywhere],
            None => self.contexts_under_help(),
        }
    }

    /// The contexts of prompt and screen, innermost first: those that the help explains.
    pub fn contexts_under_help(&self) -> Vec<Context> {
        let prompt = match &self.prompt {
            Some(Prompt::Picker(_)) => Context::Picker,
            Some(Prompt::Question(_)) => Context::Question,
            Some(Prompt::Import(_) | Prompt::Figure(_)) => Context::Field,
            Some(Prompt::Export(_)) => Context::Export,
            None => return self.contexts_of_screen(),
        };
        vec![prompt, Context::Everywhere]
    }

    fn contexts_of_screen(&self) -> Vec<Context> {
        let pane = match &self.screen {
            Screen::Drafts(pane) if pane.rows.is_empty() => Context::FirstSteps,
            Screen::Drafts(_) => Context::Drafts,
            Screen::New(_) => Context::New,
            Screen::Writing(pane) => {
                let inner = match pane.focus {
                    Focus::Outline => Context::Outline,
                    Focus::Guide => Context::Guide,
                    Focus::Text if pane.form.is_some() => Context::Form,
                    Focus::Text => Context::Editor,
                };
                return vec![
                    inner,
                    Context::Writing,
                    Context::Screen,
                    Context::Everywhere,
                ];
            }
        };
        vec![pane, Context::Screen, Context::Everywhere]
    }

    /// Takes one input and says what is to be done outside.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        if let Input::Command(command) = input
            && let Some(effects) = self.run_anywhere(command)
        {
            return effects;
        }
        if self.help.is_some() {
            self.read_on(&input);
            return Vec::new();
        }
        if self.prompt.is_some() {
            return self.update_prompt(input);
        }
        match input {
            Input::Text(text) => self.take_text(&text),
            Input::Paste(text) => self.take_paste(&text),
            Input::Command(command) => return self.run(command),
        }
        Vec::new()
    }

    /// Brings windows and what they follow in line with the layout.
    pub fn fit(&mut self, windows: &Viewports) {
        let wrap = Wrap {
            width: windows.text_columns,
            indent: INDENT,
            ambiguous: self.facts.ambiguous,
        };
        match &mut self.screen {
            Screen::Drafts(pane) => {
                let length = pane.length();
                pane.list.fit(windows.list, length);
            }
            Screen::New(pane) => pane.list.fit(windows.list, pane.templates.len()),
            Screen::Writing(pane) => fit_writing(pane, wrap, windows),
        }
        self.help_page = windows.help.1.max(2) - 1;
        let last = windows.help.0.saturating_sub(windows.help.1);
        self.help = self.help.map(|top| top.min(last));
        match &mut self.prompt {
            Some(Prompt::Picker(picker)) => {
                let length = picker.matches().len();
                picker.list.fit(windows.prompt, length);
            }
            Some(Prompt::Question(question)) => question
                .list
                .fit(question.answers.len(), question.answers.len()),
            Some(Prompt::Import(_) | Prompt::Figure(_) | Prompt::Export(_)) | None => {}
        }
    }

    /// A key while the help is open: text is not for it, and typing closes nothing.
    fn read_on(&mut self, input: &Input) {
        let (Some(top), Input::Command(command)) = (&mut self.help, input) else {
            return;
        };
        *top = match command {
            Command::Up => top.saturating_sub(1),
            Command::Down => *top + 1,
            Command::PageUp => top.saturating_sub(self.help_page),
            Command::PageDown => *top + self.help_page,
            Command::RowStart => 0,
            Command::RowEnd => usize::MAX,
            _ => {
                self.help = None;
                return;
            }
        };
    }

    fn tell(&mut self, sentence: impl Into<String>) {
        self.notice = Notice::plain(sentence);
    }

    fn trouble(&mut self, sentence: impl Into<String>) {
        self.notice = Notice::trouble(sentence);
    }

    /// Commands that work over every screen and every prompt.
    fn run_anywhere(&mut self, command: Command) -> Option<Vec<Effect>> {
        match command {
            Command::Quit => Some(vec![Effect::Quit]),
            Command::Redraw => Some(vec![Effect::Redraw]),
            Command::Help => {
                self.help = if self.help.is_some() { None } else { Some(0) };
                Some(Vec::new())
            }
            Command::Palette => {
                self.prompt = Some(Prompt::Picker(self.palette()));
                Some(Vec::new())
            }
            _ => None,
        }
    }

    fn palette(&self) -> Picker {
        let writing = matches!(self.screen, Screen::Writing(_));
        let here = |command: &Command| match command.info().reach {
            command::Reach::Everywhere => true,
            command::Reach::Writing => writing,
            command::Reach::Drafts => !writing,
            command::Reach::KeyOnly => false,
        };
        let commands = Command::ALL.into_iter().filter(here);
        let rows =
            commands.map(|command| (command.info().title.to_owned(), Pick::Command(command)));
        Picker::new("全部命令", rows.collect())
    }

    fn take_text(&mut self, text: &str) {
        let told = match &mut self.screen {
            Screen::Drafts(_) => Err("这里不用打字：按 Enter 打开稿件，按 Ctrl+N 新建".to_owned()),
            Screen::New(pane) => {
                pane.insert(text);
                Ok(())
            }
            Screen::Writing(pane) => pane.type_text(text),
        };
        match told {
            Ok(()) => self.notice = Notice::default(),
            Err(sentence) => self.trouble(sentence),
        }
    }

    fn take_paste(&mut self, text: &str) {
        let Screen::Writing(pane) = &mut self.screen else {
            return self.take_text(text);
        };
        match pane.paste(text) {
            Ok((characters, 0)) => self.tell(format!("已粘贴 {characters} 字")),
            Ok((characters, removed)) => {
                self.tell(format!(
                    "已粘贴 {characters} 字（去掉 {removed} 个不可见字符）"
                ));
            }
            Err(sentence) => self.trouble(sentence),
        }
    }

    fn run(&mut self, command: Command) -> Vec<Effect> {
        match &self.screen {
            Screen::Drafts(_) => self.run_drafts(command),
            Screen::New(_) => self.run_new(command),
            Screen::Writing(_) => self.run_writing(command),
        }
    }

    fn run_drafts(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Drafts(pane) = &mut self.screen else {
            return Vec::new();
        };
        let length = pane.length();
        match command {
            Command::Choose => {
                let choice = pane.choice();
                return self
                    .run_anywhere(choice)
                    .unwrap_or_else(|| self.run_drafts(choice));
            }
            Command::OpenDraft => match pane.chosen() {
                Some(row) if row.content.is_ok() => return vec![Effect::Open(row.id.clone())],
                Some(row) => {
                    let sentence = row.content.clone().err().unwrap_or_default();
                    self.trouble(sentence);
                }
                None => {}
            },
            Command::NewReport => self.start_new(),
            Command::Import => {
                self.prompt = Some(Prompt::Import(field::Field::new(&self.kept.import)));
            }
            Command::DeleteDraft => self.ask_delete(),
            _ => {
                pane.list.go(command, length);
            }
        }
        Vec::new()
    }

    fn start_new(&mut self) {
        self.notice = Notice::default();
        if let Some(pane) = self.kept.new.take() {
            self.screen = Screen::New(pane);
            return;
        }
        let today = self.facts.today;
        // Reports are written from December to February: until the summer the year meant is the last.
        let year = if today.month <= 6 {
            today.year - 1
        } else {
            today.year
        };
        let templates = self.facts.templates.clone();
        self.screen = Screen::New(Box::new(NewPane::new(&self.facts.profile, year, templates)));
    }

    fn run_new(&mut self, command: Command) -> Vec<Effect> {
        let Screen::New(pane) = &mut self.screen else {
            return Vec::new();
        };
        match command {
            Command::Choose => match pane.choose() {
                Step::On => self.notice = Notice::default(),
                Step::Missing(sentence) => self.trouble(sentence),
                Step::Ready(report, profile) => {
                    self.facts.profile = profile.clone();
                    return vec![Effect::Create(report, profile)];
                }
            },
            Command::Back => {
                if !pane.back() {
                    return self.leave_new();
                }
            }
            _ => {
                pane.run(command);
            }
        }
        Vec::new()
    }

    /// Back to the list; what was typed is there when 新建 is opened again.
    fn leave_new(&mut self) -> Vec<Effect> {
        let list = Screen::Drafts(DraftsPane::default());
        if let Screen::New(pane) = std::mem::replace(&mut self.screen, list) {
            self.kept.new = Some(pane);
        }
        vec![Effect::List]
    }

    fn run_writing(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Writing(pane) = &mut self.screen else {
            return Vec::new();
        };
        match command {
            Command::FinishSection => return self.finish_section(false),
            Command::Export => self.ask_export(),
            Command::GoTo => self.prompt = Some(Prompt::Picker(go_to(pane))),
            Command::Save => {
                self.notice = Notice::default();
                return vec![Effect::Save];
            }
            Command::Drafts => return self.leave_draft(),
            Command::NextSection => pane.go_by(1),
            Command::PreviousSection => pane.go_by(-1),
            Command::NextPane | Command::PreviousPane => pane.focus = turn(pane.focus, command),
            Command::Undo => self.step_back(true),
            Command::Redo => self.step_back(false),
            Command::Back if pane.focus == Focus::Text => return self.leave_draft(),
            Command::Back => pane.focus = Focus::Text,
            other => return self.run_in_pane(other),
        }
        Vec::new()
    }

    fn run_in_pane(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Writing(pane) = &mut self.screen else {
            return Vec::new();
        };
        let told = match (pane.focus, command) {
            (Focus::Outline, Command::Choose) => {
                pane.focus = Focus::Text;
                Ok(true)
            }
            (Focus::Outline, _) => {
                let entries = pane.session.entries();
                if pane.outline.go(command, entries.len()) {
                    pane.go_to(entries[pane.outline.selected]);
                }
                Ok(true)
            }
            (Focus::Guide, Command::Choose) => {
                self.take_offer();
                Ok(true)
            }
            (Focus::Guide, _) => Ok(pane.guide.go(command)),
            (Focus::Text, _) => pane.run_text(command),
        };
        if let Err(sentence) = told {
            self.trouble(sentence);
        }
        Vec::new()
    }

    /// Undo or redo, and the caret where the step had it.
    fn step_back(&mut self, undo: bool) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let spot = if undo {
            pane.session.undo()
        } else {
            pane.session.redo()
        };
        match spot {
            Some(spot) => {
                pane.restore(spot);
                self.tell(if undo { "已撤销" } else { "已重做" });
            }
            None => self.tell(if undo {
                "没有可以撤销的改动了"
            } else {
                "没有可以重做的改动了"
            }),
        }
    }

    fn leave_draft(&mut self) -> Vec<Effect> {
        self.screen = Screen::Drafts(DraftsPane::default());
        vec![Effect::Close, Effect::List]
    }
}

fn fit_writing(pane: &mut WritingPane, wrap: Wrap, windows: &Viewports) {
    if let Entry::Text(place) = pane.entry() {
        let body = pane.session.report().body(place).unwrap_or_default();
        pane.editor.fit(body, wrap, windows.text_rows);
    }
    let length = pane.session.entries().len();
    pane.outline.fit(windows.outline, length);
    let guide = pane.guidance().cloned();
    let wrap = Wrap {
        width: windows.guide_columns,
        indent: 0,
        ..wrap
    };
    let focused = pane.focus == Focus::Guide;
    pane.guide.fit(
        pane.session.report(),
        guide.as_ref(),
        wrap,
        windows.guide_rows,
        focused,
    );
}

/// The sections as a list to filter.
fn go_to(pane: &WritingPane) -> Picker {
    let report = pane.session.report();
    let entries = pane.session.entries().into_iter();
    let rows = entries.map(|entry| (report_entry_label(report, entry), Pick::Entry(entry)));
    Picker::new("转到", rows.collect())
}

/// An entry of 目录 as one line: number and heading.
pub fn report_entry_label(report: &crate::report::Report, entry: Entry) -> String {
    use crate::report::Place;
    match entry {
        Entry::Letterhead => "版头".into(),
        Entry::Closing => "落款".into(),
        Entry::Text(Place::Preamble) => "导语".into(),
        Entry::Text(Place::Section(id)) => {
            let Some(index) = report.index_of(id) else {
                return String::new();
            };
            let section = &report.sections[index];
            format!(
                "{}{}",
                section.label(report.ordinal(index)),
                section.heading
            )
        }
    }
}

fn turn(focus: Focus, command: Command) -> Focus {
    let forward = command == Command::NextPane;
    match (focus, forward) {
        (Focus::Outline, true) | (Focus::Guide, false) => Focus::Text,
        (Focus::Text, true) | (Focus::Outline, false) => Focus::Guide,
        (Focus::Guide, true) | (Focus::Text, false) => Focus::Outline,
    }
}
