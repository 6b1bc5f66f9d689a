//! The program on a stage: keys go in as events, the world outside is played.
//!
//! No terminal, no file and no clock: effects are kept and answered as the
//! runtime would answer them, and every size of screen can be drawn.

mod arrange;
mod checks;
mod files;
pub(crate) mod notice;
pub(crate) mod source;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use fazhi_tui::app::effect::{Broken, DraftRow, Effect, Held, Kept, Opened, Outcome, Summary};
use fazhi_tui::app::pane::WritingPane;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::app::{App, Facts, Input, Screen};
use fazhi_tui::input::{Keymap, interpret};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{Dictionary, Place, Report, Template};
use fazhi_tui::storage::{DataFolder, Library, Settings, StorageError, Width};
use fazhi_tui::storage::{draft, example, library};
use fazhi_tui::text::numeral::Date;
use fazhi_tui::text::position::Position;
use fazhi_tui::text::width::Ambiguous;
use fazhi_tui::ui::{self, Layout, Under};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// All that is built in, read once: a test program starts many a stage.
static BUILT_IN: LazyLock<Library> =
    LazyLock::new(|| library::templates(&DataFolder::at("/nowhere/at/all")));

/// The built-in templates, by their stems.
pub(crate) fn templates() -> Vec<(String, Template)> {
    assert_eq!(BUILT_IN.errors, []);
    let entries = BUILT_IN.templates.iter().cloned();
    entries.map(|entry| (entry.stem, entry.template)).collect()
}

/// The built-in dictionary of figures.
pub(crate) fn dictionary() -> Dictionary {
    BUILT_IN.dictionary.clone()
}

/// What the program says of a draft in which Notepad was given a wrong mark.
pub(crate) static BROKEN: LazyLock<StorageError> = LazyLock::new(|| {
    let text = example::TEXT.replacen("name: \"云溪镇\"", "name: \"云溪镇”", 1);
    draft::parse(&text, &file("2023-云溪镇")).unwrap_err()
});

/// What the program is told; the same on every day and every machine.
pub(crate) fn facts(ambiguous: Ambiguous) -> Facts {
    let ambiguous = match ambiguous {
        Ambiguous::Narrow => Width::Auto,
        Ambiguous::Wide => Width::Wide,
    };
    Facts {
        templates: templates(),
        dictionary: dictionary(),
        settings: Settings { ambiguous, ..Settings::default() },
        measured: Some(Ambiguous::Narrow),
        usual_folder: PathBuf::from("文档"),
        data_folder: None,
        today: Date::new(2026, 1, 8).unwrap(),
        keys: Keymap::built_in().unwrap().names(),
    }
}

/// A new report of the first template for 云溪镇 and 2025.
pub(crate) fn new_report() -> Report {
    let profile =
        Profile {
            name: "云溪镇".to_owned(), county: "临川县".to_owned(), ..Profile::default()
        };
    let (stem, template) = &templates()[0];
    template.start(stem, &profile, 2025)
}

/// A report in which every required text is written.
pub(crate) fn written_report() -> Report {
    let mut report = new_report();
    for place in report.required() {
        let body = vec![format!("{}全年推进工作。", report.path(place))];
        set_body(&mut report, place, body);
    }
    report.closing.date = Some("2026年1月9日".to_owned());
    report
}

/// The worked example that is built in.
pub(crate) fn worked_example() -> Report {
    draft::parse(example::TEXT, Path::new("town.ron")).unwrap()
}

/// Puts a text into a report without a session.
pub(crate) fn set_body(report: &mut Report, place: Place, body: Vec<String>) {
    match place {
        Place::Preamble => report.preamble.as_mut().unwrap().body = body,
        Place::Section(id) => {
            let index = report.index_of(id).unwrap();
            report.sections[index].body = body;
        }
    }
}

/// A report with an error that can be put right at once in 导语, a warning in 一/（一）,
/// another error in 一/（二）, and hints.
pub(crate) fn flawed_report() -> Report {
    let mut report = new_report();
    let texts = [
        "2025年，我镇坚持把法治建设摆在重要位置,认真落实年度任务。",
        "组织中心组学法12次。全镇共有16个村（社区），法治宣传栏覆盖全镇17个村（社区），发放资料4800余份。",
        "全年办理服务事项3214件，办事窗口开到村里,群众少跑路；代办点有5处.",
    ];
    for (place, text) in report.required().into_iter().zip(texts) {
        set_body(&mut report, place, vec![text.to_owned()]);
    }
    report.closing.date = Some("2026年1月9日".to_owned());
    report
}

/// The file of a draft.
pub(crate) fn file(id: &str) -> PathBuf {
    PathBuf::from("drafts").join(format!("{id}.ron"))
}

/// The program, its keys and a world that answers.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) keymap: Keymap,
    /// What the program has asked for since it was last looked at.
    pub(crate) effects: Vec<Effect>,
    /// The drafts there are, and why one cannot be read.
    pub(crate) drafts: Vec<(String, Result<Report, String>)>,
    /// The deleted drafts.
    pub(crate) bin: Vec<(String, Result<Report, String>)>,
    /// Who has every draft open.
    pub(crate) read_only: Option<String>,
    /// Why nothing can be saved.
    pub(crate) disk: Option<String>,
    /// What the next save has to say beside that it succeeded.
    pub(crate) remark: Option<String>,
    /// What the clipboard of the system holds, where there is one.
    pub(crate) clipboard: Option<String>,
    /// The files that stand in the way of an export.
    pub(crate) files: Vec<PathBuf>,
    /// The templates of the user's own.
    pub(crate) own: Vec<(String, Template)>,
    /// The files that can be imported.
    pub(crate) sources: Vec<(PathBuf, Vec<u8>)>,
    pub(crate) size: Size,
    checking: checks::Checking,
}

impl Stage {
    /// The first screen without drafts, 112 columns wide.
    pub(crate) fn new() -> Self {
        Self::with(Vec::new(), Ambiguous::Narrow)
    }

    /// The first screen with these drafts.
    pub(crate) fn with(
        drafts: Vec<(String, Result<Report, String>)>,
        ambiguous: Ambiguous,
    ) -> Self {
        let mut stage = Self {
            app: App::new(facts(ambiguous)),
            keymap: Keymap::built_in().unwrap(),
            effects: Vec::new(),
            drafts,
            bin: Vec::new(),
            read_only: None,
            disk: None,
            remark: None,
            clipboard: None,
            files: Vec::new(),
            own: Vec::new(),
            sources: Vec::new(),
            size: Size::new(112, 30),
            checking: checks::Checking::default(),
        };
        stage.perform(Effect::List);
        stage.fit();
        stage
    }

    /// A report that is open.
    pub(crate) fn writing(report: Report) -> Self {
        Self::writing_at(report, Ambiguous::Narrow)
    }

    /// A report that is open on a terminal of this kind.
    pub(crate) fn writing_at(report: Report, ambiguous: Ambiguous) -> Self {
        let mut stage = Self::with(Vec::new(), ambiguous);
        stage.drafts.push(("2025-云溪镇".to_owned(), Ok(report)));
        stage.perform(Effect::Open(file("2025-云溪镇")));
        stage.fit();
        stage
    }

    /// A report that somebody else has open.
    pub(crate) fn reading(report: Report) -> Self {
        let mut stage = Self::new();
        stage.read_only = Some("稿件已在另一个窗口打开（lisi@bangong，10:32 起）".to_owned());
        stage.drafts.push(("2025-云溪镇".to_owned(), Ok(report)));
        stage.perform(Effect::Open(file("2025-云溪镇")));
        stage.fit();
        stage
    }

    /// Presses keys, parted by spaces: `F4`, `Ctrl+P`, `Shift+Tab`, `Enter`;
    /// `Space` is the space bar, everything else is typed.
    pub(crate) fn play(&mut self, script: &str) -> &mut Self {
        for word in script.split_whitespace() {
            match key(word) {
                Some(event) => self.event(&Event::Key(event)),
                None => self.types(word),
            }
        }
        self
    }

    /// Types a text character by character, as a terminal sends it.
    pub(crate) fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.event(&Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
        }
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.event(&Event::Paste(text.to_owned()));
        self
    }

    /// Uses the mouse on a cell of the screen as it is drawn.
    pub(crate) fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) {
        let event = Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
        let (mouse, x, y) = fazhi_tui::input::mouse(&event).unwrap();
        let Size { width, height } = self.size;
        if let Some(target) = self.draw(width, height).under.of(mouse, x, y) {
            self.input(Input::Mouse(mouse, target));
        }
    }

    /// Takes one event of the terminal.
    pub(crate) fn event(&mut self, event: &Event) {
        if let Some(input) = interpret(event, &self.app.contexts(), &self.keymap) {
            self.input(input);
        }
    }

    /// Takes one input and does what it asks for.
    pub(crate) fn input(&mut self, input: Input) {
        for effect in self.app.update(input) {
            self.perform(effect);
        }
        self.fit();
    }

    /// Lets checks and windows follow, as before every frame.
    pub(crate) fn fit(&mut self) -> Layout {
        self.checking.follow(&mut self.app);
        let mut layout = Layout::arrange(self.size, &self.app);
        let viewports = layout.viewports(&self.app, &self.keymap);
        self.app.fit(&viewports);
        layout.spare_caret(&self.app);
        layout
    }

    fn perform(&mut self, effect: Effect) {
        let outcome = match &effect {
            Effect::List => Some(Outcome::Listed(self.rows())),
            Effect::Open(path) => {
                let (id, report) = self.draft(path);
                Some(self.opened(id, report, None))
            }
            Effect::Create(report, profile) => {
                let id = format!("{}-{}", report.year, profile.name);
                self.drafts.push((id.clone(), Ok((**report).clone())));
                let told = format!("新稿件 {id} 已经存好，直接打字就写进报告");
                Some(self.opened(id, (**report).clone(), Some(told)))
            }
            Effect::OpenExample => {
                let own = self.drafts.iter().find(|(id, _)| id == example::ID);
                let changed = own.map(|(_, report)| report.clone().unwrap());
                let report = changed.unwrap_or_else(worked_example);
                self.drafts.retain(|(id, _)| id != example::ID);
                self.drafts.push((example::ID.to_owned(), Ok(report.clone())));
                let told = "这是一份写好的例子，随便改，不会影响您的稿件".to_owned();
                Some(self.opened(example::ID.to_owned(), report, Some(told)))
            }
            Effect::ListFirst(_) | Effect::ListFolder(_) => Some(files::choose(&effect)),
            Effect::Import(path) => Some(self.read(path)),
            Effect::SaveTemplate(template) => Some(self.keep_template(template)),
            Effect::CreateImported(imported) => Some(self.create(&imported.report)),
            Effect::Export(order) if self.files.contains(&order.path) && !order.overwrite => {
                Some(Outcome::Exists {
                    path: order.path.clone(),
                    free: PathBuf::from(order.path.to_string_lossy().replace(".txt", "-2.txt")),
                })
            }
            Effect::Export(order) if order.path.starts_with("D:/没有") => {
                Some(Outcome::Failed("没有这个文件夹：D:/没有".to_owned()))
            }
            Effect::Export(order) => Some(Outcome::Exported(order.path.clone())),
            Effect::Delete(path) => Some(self.delete(path)),
            Effect::Rename(..)
            | Effect::Copy(_)
            | Effect::ListBin
            | Effect::Restore(_)
            | Effect::SetState(..)
            | Effect::Replace { .. }
            | Effect::OpenFolder(_) => Some(self.arrange(&effect)),
            Effect::Save | Effect::Close | Effect::Quit(false) => self.save(&effect),
            Effect::KeepSettings(_) => Some(Outcome::Told("设置已经存好".to_owned())),
            Effect::WriteClipboard(text) => {
                self.clipboard = self.clipboard.take().map(|_| text.clone());
                None
            }
            Effect::ReadClipboard => Some(Outcome::Clipboard(self.held())),
            Effect::SwitchRules(_)
            | Effect::Redraw
            | Effect::Quit(true)
            | Effect::ImportAndQuit(_) => None,
        };
        self.effects.push(effect);
        if let Some(outcome) = outcome {
            self.app.settle(outcome);
        }
    }

    fn create(&mut self, report: &Report) -> Outcome {
        let id = format!("{}-{}", report.year, report.unit.name);
        self.drafts.push((id.clone(), Ok(report.clone())));
        self.opened(id.clone(), report.clone(), Some(format!("已导入为稿件 {id}")))
    }

    fn read(&self, path: &Path) -> Outcome {
        match self.sources.iter().find(|(own, _)| own == path) {
            Some((_, bytes)) => {
                Outcome::FileRead { path: path.to_path_buf(), bytes: bytes.clone() }
            }
            None => files::choose(&Effect::Import(path.to_path_buf())),
        }
    }

    fn held(&self) -> Held {
        match &self.clipboard {
            None => Held::Unknown,
            Some(text) if text.is_empty() => Held::NoText,
            Some(text) => Held::Text(text.clone()),
        }
    }

    /// Saves the open draft as the disk lets it, and says what came of it.
    fn save(&mut self, effect: &Effect) -> Option<Outcome> {
        let session = self.app.session()?;
        let trouble = self.disk.clone().filter(|_| session.unsaved());
        match (trouble, effect) {
            (Some(sentence), Effect::Quit(_)) => return Some(Outcome::CannotLeave(sentence)),
            (Some(sentence), _) => return Some(Outcome::Unsaved(sentence)),
            (None, _) => {}
        }
        let (id, report) = (session.id.clone(), session.report().clone());
        let revision = session.revision();
        let own = self.drafts.iter_mut().find(|(own, _)| *own == id);
        own.unwrap().1 = Ok(report);
        let time = "10:32".to_owned();
        match effect {
            Effect::Quit(_) => None,
            Effect::Close => Some(Outcome::Closed(self.remark.take())),
            _ => {
                Some(Outcome::Saved { revision, time, moved_to: None, remark: self.remark.take() })
            }
        }
    }

    fn draft(&self, path: &Path) -> (String, Report) {
        let found = self.drafts.iter().find(|(own, _)| file(own) == path);
        let (id, content) = found.unwrap();
        (id.clone(), content.clone().unwrap())
    }

    fn opened(&self, id: String, report: Report, notice: Option<String>) -> Outcome {
        Outcome::Opened(Box::new(Opened { id, report, read_only: self.read_only.clone(), notice }))
    }

    fn rows(&self) -> Vec<DraftRow> {
        let row = |(id, content): &(String, Result<Report, String>)| DraftRow {
            id: id.clone(),
            path: file(id),
            changed: "2026-01-08 10:32".to_owned(),
            content: content.as_ref().map(Summary::of).map_err(|whole| Broken {
                short: format!("{}，{}", BROKEN.place(), BROKEN.what()),
                remedy: BROKEN.remedy(),
                whole: whole.clone(),
                kept: Some(Kept {
                    path: PathBuf::from("history").join(id).join("20260107-170500.ron"),
                    time: "2026-01-07 17:05".to_owned(),
                }),
                removable: true,
            }),
        };
        self.drafts.iter().map(row).collect()
    }

    /// What was asked for since the last look, the lists left out.
    pub(crate) fn asked(&mut self) -> Vec<Effect> {
        let mut asked = std::mem::take(&mut self.effects);
        let listed = |effect: &Effect| matches!(effect, Effect::List | Effect::ListFirst(_));
        asked.retain(|effect| !listed(effect));
        asked
    }

    /// The sentence in the status line.
    pub(crate) fn notice(&self) -> &str {
        &self.app.notice().text
    }

    /// The open report.
    pub(crate) fn report(&self) -> &Report {
        self.app.session().unwrap().report()
    }

    /// 编写.
    pub(crate) fn pane(&self) -> &WritingPane {
        match self.app.screen() {
            Screen::Writing(pane) => pane,
            other => panic!("编写 is not open: {other:?}"),
        }
    }

    /// Where in 目录 one is: 版头, 落款 or the path of a text.
    pub(crate) fn at(&self) -> String {
        let pane = self.pane();
        match pane.place() {
            Some(place) => self.report().path(place),
            None => pane.entry().label(self.report()),
        }
    }

    /// The open text with the caret in it as `|`, paragraphs parted by `/`.
    pub(crate) fn text(&self) -> String {
        let pane = self.pane();
        let Position { paragraph, byte } = pane.spot().position;
        let mut lines = pane.body().to_vec();
        if lines.is_empty() {
            lines.push(String::new());
        }
        lines[paragraph].insert(byte, '|');
        lines.join("/")
    }

    /// The heading of what lies over the screen; empty for nothing.
    pub(crate) fn prompt(&self) -> String {
        match self.app.prompt() {
            None => String::new(),
            Some(Prompt::Picker(picker)) => picker.title.to_owned(),
            Some(Prompt::Question(question)) => question.title.clone(),
            Some(Prompt::Files(_)) => "导入".to_owned(),
            Some(Prompt::Line(line)) => line.title().to_owned(),
            Some(Prompt::Figure(figure)) => figure.asked.name.clone(),
            Some(Prompt::Heading(_)) => "标题".to_owned(),
            Some(Prompt::Export(_)) => "导出".to_owned(),
            Some(Prompt::Find(_)) => "查找".to_owned(),
            Some(Prompt::Reading(_)) => "通读".to_owned(),
            Some(Prompt::Proofing(_)) => "校核".to_owned(),
            Some(Prompt::Ignoring(_)) => "忽略".to_owned(),
            Some(Prompt::Settings(_)) => "设置".to_owned(),
        }
    }

    /// Draws a frame at a size, and says where the cursor is.
    pub(crate) fn draw(&mut self, width: u16, height: u16) -> Frame {
        self.size = Size::new(width, height);
        let layout = self.fit();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let drawn = ui::draw(&mut buffer, &layout, &self.app, &self.keymap);
        Frame {
            buffer,
            layout,
            cursor: drawn.cursor.map_or((0, 0), |cursor| (cursor.x, cursor.y)),
            under: drawn.under,
            ambiguous: self.app.facts().ambiguous(),
        }
    }
}

/// One frame.
pub(crate) struct Frame {
    pub(crate) buffer: Buffer,
    pub(crate) layout: Layout,
    /// Column and row of the cursor.
    pub(crate) cursor: (u16, u16),
    /// What the mouse finds where.
    pub(crate) under: Under,
    pub(crate) ambiguous: Ambiguous,
}

/// The event of a key; `None` for a text to be typed.
fn key(word: &str) -> Option<KeyEvent> {
    let mut parts: Vec<&str> = word.split('+').collect();
    let last = parts.pop()?;
    let mut modifiers = KeyModifiers::NONE;
    for part in &parts {
        modifiers |= match *part {
            "Ctrl" => KeyModifiers::CONTROL,
            "Alt" => KeyModifiers::ALT,
            "Shift" => KeyModifiers::SHIFT,
            _ => return None,
        };
    }
    let code = match last {
        "Tab" if modifiers == KeyModifiers::SHIFT => KeyCode::BackTab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Space" => KeyCode::Char(' '),
        _ => match last.strip_prefix('F').and_then(|n| n.parse().ok()) {
            Some(number) => KeyCode::F(number),
            None if parts.is_empty() => return None,
            None => KeyCode::Char(last.to_ascii_lowercase().chars().next()?),
        },
    };
    Some(KeyEvent::new(code, modifiers))
}
