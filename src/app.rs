//! What is on the screen and what every key does: state and update, no terminal.
//!
//! Nothing here draws, opens a file or reads a clock. Input comes in as
//! [`Input`], wishes to the world go out as [`Effect`], their outcome comes
//! back through [`App::settle`]. The view only reads.

pub mod checks;
pub mod command;
pub mod editor;
pub mod effect;
pub mod entry;
pub mod field;
pub mod fixes;
pub mod form;
pub mod history;
pub mod list;
pub mod mouse;
pub mod notice;
pub mod onward;
pub mod pane;
pub mod prompt;
pub mod session;

mod arranging;
pub mod checking;
mod choosing;
mod clipboard;
mod context;
mod figures;
mod finding;
mod fixing;
mod importing;
mod kept;
mod outline;
mod palette;
mod prompting;
pub mod proofing;
mod running;
mod settings;
mod settle;
mod templating;
mod walk;
mod windows;

use std::path::{Path, PathBuf};

use crate::export::Style;
use crate::report::{Dictionary, State, Template};
use crate::storage::Settings;
use crate::text::numeral::Date;
use crate::text::width::Ambiguous;
use clipboard::Clip;
use command::Command;
use effect::{DraftRow, Effect};
use entry::Spot;
use kept::Kept;
use mouse::{Mouse, Target};
use notice::Notice;
use pane::{DraftsPane, ImportPane, NewPane, WritingPane};
use prompt::{Prompt, Proofing};
use session::Session;

pub use context::Context;
pub use palette::Bound;
pub use walk::{error_sentences, open_sentences};
pub use windows::Viewports;

/// What the keyboard says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Typed text; an input method commits several characters at once.
    Text(String),
    /// Pasted text.
    Paste(String),
    /// A key that is bound.
    Command(Command),
    /// A key that moves, with Shift: what it passes is selected.
    Select(Command),
    /// A key that is bound nowhere here and types nothing, by its name.
    Unbound(String),
    /// The mouse, and what lies under it.
    Mouse(Mouse, Target),
}

/// What the app is told at the start and cannot find out itself.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The templates, by their stems.
    pub templates: Vec<(String, Template)>,
    /// What is known of figures.
    pub dictionary: Dictionary,
    /// What is remembered from one report to the next.
    pub settings: Settings,
    /// How wide the terminal was measured to draw “ ” and their like; nothing
    /// where it was not asked or has not answered.
    pub measured: Option<Ambiguous>,
    /// The folder that finished text goes to where the settings name none.
    pub usual_folder: PathBuf,
    /// The data folder, where it is not the usual one.
    pub data_folder: Option<String>,
    /// The day.
    pub today: Date,
    /// The keys that are bound, in the order of the data.
    pub keys: Vec<Bound>,
}

impl Facts {
    /// The folder that finished text goes to.
    pub fn export_folder(&self) -> &Path {
        self.settings.export_folder.as_deref().unwrap_or(&self.usual_folder)
    }

    /// How wide this terminal draws “ ” and their like.
    pub fn ambiguous(&self) -> Ambiguous {
        self.settings.ambiguous.rule(self.measured)
    }
}

/// The screen under the prompt.
#[derive(Debug)]
pub enum Screen {
    /// 稿件.
    Drafts(DraftsPane),
    /// 新建.
    New(Box<NewPane>),
    /// 导入.
    Import(Box<ImportPane>),
    /// 编写.
    Writing(Box<WritingPane>),
}

/// The program without terminal and files.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug)]
pub struct App {
    facts: Facts,
    screen: Screen,
    prompt: Option<Prompt>,
    /// 校核 while something lies over it.
    behind: Option<Box<Proofing>>,
    /// 帮助 over everything else: the first line that is seen.
    help: Option<usize>,
    /// Lines that a page of the help turns.
    help_page: usize,
    /// Whether the help begins with the short manual.
    manual_first: bool,
    /// What Esc put aside, to go on with.
    kept: Kept,
    /// The draft that was closed last.
    parked: Option<Parked>,
    /// Esc was pressed in the text: pressed again, the report is closed.
    leaving: bool,
    /// What was copied last.
    clip: Clip,
    /// A press in the text or in a field may become a drag.
    pressed: Option<Target>,
    /// Whether nothing of the screen is seen.
    too_small: bool,
    /// Whether the key of the mouse has turned its setting round.
    mouse_turned: bool,
    /// Encoding and line ends of the last export.
    export_style: Style,
    notice: Notice,
    /// The drafts as they were last listed, also while another screen is seen.
    listed: Vec<DraftRow>,
}

/// The draft that was closed last: opened again unchanged, it goes on where it
/// was, and what was done can still be undone.
#[derive(Debug)]
struct Parked {
    session: Session,
    spot: Spot,
}

impl App {
    /// The program at its first screen.
    pub fn new(facts: Facts) -> Self {
        Self {
            facts,
            screen: Screen::Drafts(DraftsPane::default()),
            prompt: None,
            behind: None,
            help: None,
            help_page: 1,
            manual_first: false,
            kept: Kept::default(),
            parked: None,
            leaving: false,
            clip: Clip::default(),
            pressed: None,
            too_small: false,
            mouse_turned: false,
            export_style: Style::default(),
            notice: Notice::default(),
            listed: Vec::new(),
        }
    }

    /// What the app was told at the start.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Takes how wide the terminal was measured to draw “ ” and their like.
    pub fn set_measured(&mut self, measured: Option<Ambiguous>) {
        self.facts.measured = measured;
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

    /// Whether the help begins with the short manual and has the keys behind it.
    pub fn manual_first(&self) -> bool {
        self.manual_first
    }

    /// The sentence in the status line.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// Whether the terminal is to tell of the mouse.
    pub fn wants_mouse(&self) -> bool {
        self.facts.settings.mouse != self.mouse_turned
    }

    /// The open draft.
    pub fn session(&self) -> Option<&Session> {
        match &self.screen {
            Screen::Writing(pane) => Some(&pane.session),
            Screen::Drafts(_) | Screen::New(_) | Screen::Import(_) => None,
        }
    }

    /// Takes one input and says what is to be done outside. Who leaves a row of
    /// a form with a text that does not count is told so: it may not be there
    /// when the form is opened again.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        let refused = match &self.screen {
            Screen::Writing(pane) => pane.refused(),
            Screen::Drafts(_) | Screen::New(_) | Screen::Import(_) => None,
        };
        let revision = self.session().map(Session::revision);
        let effects = self.take(input);
        self.tell_first_change(revision);
        if let (Some(refused), Screen::Writing(pane)) = (refused, &self.screen)
            && !pane.is_at(&refused)
        {
            self.trouble(refused.sentence);
        }
        effects
    }

    /// The first change of a report that counts as finished is told: it may have
    /// been a key by mistake.
    fn tell_first_change(&mut self, before: Option<u64>) {
        let Some(session) = self.session() else { return };
        let state = session.report().state;
        let first = before == Some(0) && session.revision() == 1;
        if first && matches!(state, State::Final | State::Submitted) {
            let warning = format!("这份记着“{}”，不想改就按 Ctrl+Z", state.label());
            // What the change has to say of itself is told as well.
            let told = Some(&self.notice.text).filter(|text| !text.is_empty());
            self.trouble(told.map_or_else(|| warning.clone(), |told| format!("{told}；{warning}")));
        }
    }

    fn take(&mut self, input: Input) -> Vec<Effect> {
        if self.too_small && !may_be_blind(&input) {
            return Vec::new();
        }
        self.leaving &= matches!(
            input,
            Input::Command(Command::Back) | Input::Mouse(Mouse::Press, Target::Key(Command::Back))
        );
        if let Input::Mouse(mouse, target) = input {
            return self.take_mouse(mouse, target);
        }
        if let Input::Command(command) = input
            && let Some(effects) = self.run_anywhere(command)
        {
            return effects;
        }
        if self.help.is_some() {
            self.read_on(&input);
            return Vec::new();
        }
        self.close_what_is_told(&input);
        if let Input::Select(command) = input {
            self.extend(command);
            return Vec::new();
        }
        if let Input::Command(command) = input
            && let Some(effects) = self.run_clipboard(command)
        {
            return effects;
        }
        if self.prompt.is_some() {
            return self.update_prompt(input);
        }
        match input {
            Input::Text(text) => self.take_text(&text),
            Input::Paste(text) => self.take_paste(&text),
            Input::Command(command) => return self.run(command),
            Input::Unbound(key) => self.tell(notice::unbound(&key)),
            Input::Select(_) | Input::Mouse(..) => {}
        }
        Vec::new()
    }

    /// Text closes a box that only tells something, and goes where it was meant to go.
    fn close_what_is_told(&mut self, input: &Input) {
        let text = matches!(input, Input::Text(_) | Input::Paste(_));
        if text && matches!(&self.prompt, Some(Prompt::Question(question)) if question.is_told()) {
            self.prompt = None;
            self.come_back();
        }
    }

    /// A key while the help is open. Text is not for it; that is told, for
    /// nothing that is typed may vanish without a word.
    fn read_on(&mut self, input: &Input) {
        let Input::Command(command) = input else {
            if matches!(input, Input::Text(_) | Input::Paste(_)) {
                self.trouble("帮助开着，刚才打的字没有写进去；按 Esc 关上再打");
            }
            return;
        };
        let Some(top) = &mut self.help else { return };
        *top = match command {
            Command::Up => top.saturating_sub(1),
            Command::Down => top.saturating_add(1),
            Command::PageUp => top.saturating_sub(self.help_page),
            Command::PageDown => top.saturating_add(self.help_page),
            Command::RowStart => 0,
            Command::RowEnd => usize::MAX,
            _ => {
                self.help = None;
                return;
            }
        };
    }

    /// Commands that work over every screen and every prompt.
    fn run_anywhere(&mut self, command: Command) -> Option<Vec<Effect>> {
        match command {
            Command::Quit => Some(self.quit()),
            Command::Settings => {
                self.open_settings();
                Some(Vec::new())
            }
            Command::Redraw => Some(vec![Effect::Redraw]),
            Command::ToggleMouse => {
                self.turn_mouse();
                Some(Vec::new())
            }
            Command::Help => {
                self.help = if self.help.is_some() { None } else { Some(0) };
                self.manual_first = false;
                Some(Vec::new())
            }
            Command::Palette => {
                self.prompt = Some(Prompt::Picker(self.palette()));
                Some(Vec::new())
            }
            _ => None,
        }
    }
}

/// Whether an input may act while nothing is seen: what is typed is never lost, but
/// nothing is deleted or chosen blindly.
fn may_be_blind(input: &Input) -> bool {
    match input {
        Input::Text(_) | Input::Paste(_) => true,
        Input::Command(command) => {
            matches!(command, Command::Paragraph | Command::Save | Command::Quit | Command::Redraw)
        }
        Input::Select(_) | Input::Unbound(_) | Input::Mouse(..) => false,
    }
}
