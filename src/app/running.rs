//! Keys and text while no prompt lies over the screen.

use std::path::PathBuf;

use super::clipboard::so_many;
use super::command::Command;
use super::effect::Effect;
use super::entry::Entry;
use super::figures::{held, held_here};
use super::notice::Notice;
use super::palette::go_to;
use super::pane::new::Step;
use super::pane::writing::{Focus, Side};
use super::pane::{DraftsPane, NewPane};
use super::prompt::files::dropped;
use super::prompt::find::{NEEDLE, REPLACEMENT};
use super::prompt::{Answer, Prompt, Question, Reading};
use super::{App, Screen};
use crate::text::clean::{self, Cleaned};

impl App {
    pub(super) fn take_text(&mut self, text: &str) {
        if self.type_over_citation(text) {
            return;
        }
        // A line that is pasted as plain keys is not told from a typed one. Only the
        // joiner may come alone: in the middle of an emoji that is typed part by part.
        let joiner = text == "\u{200d}";
        let cleaned = if joiner { Cleaned::of(text) } else { clean::clean(text) };
        let indent = match &self.screen {
            Screen::Writing(pane) if pane.begins_paragraph() => blank_head(&cleaned.text),
            _ => 0,
        };
        let typed = &cleaned.text[indent..];
        let told = match &mut self.screen {
            Screen::Drafts(_) => Err("这里不用打字：按 Enter 打开稿件，按 Ctrl+N 新建".to_owned()),
            Screen::New(pane) => pane.insert(text),
            Screen::Import(pane) if pane.is_template() => {
                Err("这里不打字：复制好的标题按 Ctrl+V 粘贴；刚才打的没有写进去".to_owned())
            }
            Screen::Import(_) => {
                Err("这里不改字：先看认得对不对，导入以后再改；刚才打的没有写进去".to_owned())
            }
            Screen::Writing(_) if indent > 0 && typed.is_empty() => Ok(()),
            Screen::Writing(pane) => pane.type_text(typed),
        };
        match told {
            Ok(()) if indent > 0 => self.tell("段首不用打空格，每段自动空两个字"),
            Ok(()) if cleaned.removed.is_empty() => self.notice.fade(),
            Ok(()) => self.tell(format!("去掉了 {} 个不可见字符", cleaned.removed.len())),
            Err(sentence) => self.trouble(sentence),
        }
    }

    pub(super) fn take_paste(&mut self, text: &str) {
        match &self.screen {
            Screen::Writing(_) => {}
            Screen::Import(pane) if pane.is_template() => return self.paste_outline(text),
            _ => return self.take_text(text),
        }
        match dropped(text) {
            Some(path) => self.ask_dropped(path, text),
            None => self.paste_text(text),
        }
    }

    /// A file that is dropped on the window comes as a paste of its place, which
    /// nobody wants in a report.
    fn ask_dropped(&mut self, path: PathBuf, text: &str) {
        let lines = vec![path.display().to_string(), "导入时，这份报告先存好、关上。".to_owned()];
        let answers = vec![
            ("导入它".to_owned(), Answer::ImportDropped(path)),
            ("当文字粘贴".to_owned(), Answer::PasteDropped(text.to_owned())),
        ];
        let question = Question::new("这像是拖进来的文件", lines, answers);
        self.prompt = Some(Prompt::Question(question));
    }

    /// Puts a text where the caret is in 编写.
    pub(super) fn paste_text(&mut self, text: &str) {
        if self.type_over_citation(text) {
            return;
        }
        let Screen::Writing(pane) = &mut self.screen else { return };
        match pane.paste(text) {
            Ok((text, removed)) => self.tell(pasted(&text, removed)),
            Err(sentence) => self.trouble(sentence),
        }
    }

    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        self.notice.fade();
        match &self.screen {
            Screen::Drafts(_) => self.run_drafts(command),
            Screen::New(_) => self.run_new(command),
            Screen::Import(_) => self.run_import(command),
            Screen::Writing(_) => self.run_writing(command),
        }
    }

    pub(super) fn start_new(&mut self) {
        self.notice = Notice::default();
        if let Some(pane) = self.kept.new.take() {
            self.screen = Screen::New(pane);
            return;
        }
        let today = self.facts.today;
        // Reports are written from December to February: until the summer the year meant is the last.
        let year = if today.month <= 6 { today.year - 1 } else { today.year };
        let templates = self.facts.templates.clone();
        self.screen =
            Screen::New(Box::new(NewPane::new(&self.facts.settings.profile, year, templates)));
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
                    self.facts.settings.profile = profile.clone();
                    return vec![Effect::Create(report, profile)];
                }
            },
            Command::PasteOutline => self.start_template(),
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
            Command::Find => self.ask_find(NEEDLE),
            Command::Replace => self.ask_find(REPLACEMENT),
            Command::FindNext => self.find_again(true),
            Command::FindPrevious => self.find_again(false),
            Command::Onward => self.go_onward(),
            Command::Check => self.open_proofing(),
            Command::NextFinding => self.next_finding(true),
            Command::PreviousFinding => self.next_finding(false),
            Command::ShowIgnored => self.ask_ignored(),
            Command::FixFinding => self.show_fix_here(),
            Command::TurnSide => pane.turn_side(),
            Command::ReadThrough => {
                let reading = Reading::new(pane.session.report(), pane.printed_spot());
                self.prompt = Some(Prompt::Reading(Box::new(reading)));
            }
            Command::Save => return vec![Effect::Save],
            Command::SetState => {
                let now = pane.session.report().state;
                self.ask_state(now);
            }
            Command::Drafts => return vec![Effect::Close, Effect::List],
            Command::NextSection => pane.go_by(1),
            Command::PreviousSection => pane.go_by(-1),
            Command::NextPane | Command::PreviousPane => {
                pane.focus = turn(pane.focus, command);
                pane.offer_words();
            }
            Command::Undo => self.step_back(true),
            Command::Redo => self.step_back(false),
            Command::NextBlank => {
                let before = pane.entry();
                let found = pane.go_to_next_open();
                self.tell_open(before, found);
            }
            Command::AddSection
            | Command::RenameSection
            | Command::MoveSectionUp
            | Command::MoveSectionDown
            | Command::MakePart
            | Command::MakeItem
            | Command::SplitSection
            | Command::MergeSection
            | Command::DeleteSection
            | Command::ToggleOptional
            | Command::RestoreSection => self.change_outline(command),
            Command::Back if pane.focus == Focus::Text && pane.lets_go() => {}
            Command::Back if pane.focus == Focus::Text => return self.leave_draft(),
            Command::Back => pane.focus = Focus::Text,
            other => return self.run_in_pane(other),
        }
        Vec::new()
    }

    /// Esc in the text: a key that an input method is closed with must not close
    /// a report at once.
    fn leave_draft(&mut self) -> Vec<Effect> {
        if std::mem::replace(&mut self.leaving, true) {
            return vec![Effect::Close, Effect::List];
        }
        let refused = match &self.screen {
            Screen::Writing(pane) => pane.refused(),
            Screen::Drafts(_) | Screen::New(_) | Screen::Import(_) => None,
        };
        match refused {
            Some(refused) => {
                self.trouble(format!("再按一次 Esc 回到稿件列表；{}", refused.sentence));
            }
            None => self.tell("再按一次 Esc 回到稿件列表（文字都已保存）"),
        }
        Vec::new()
    }

    fn run_in_pane(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Writing(pane) = &mut self.screen else {
            return Vec::new();
        };
        match (pane.focus, command) {
            (Focus::Outline, Command::Choose) => {
                pane.focus = Focus::Text;
            }
            (Focus::Outline, _) => {
                let entries = pane.session.entries();
                if pane.outline.go(command, entries.len()) {
                    pane.go_to(entries[pane.outline.selected]);
                }
            }
            // What is printed is only seen: Enter leads to where it is changed.
            (Focus::Guide, Command::Choose) if pane.side == Side::Findings => self.take_finding(),
            (Focus::Guide, Command::Choose) if pane.form.is_some() => pane.focus = Focus::Text,
            (Focus::Guide, Command::Choose) => self.take_offer(),
            (Focus::Guide, _) => pane.side_mut().go(command),
            (Focus::Text, _) if pane.hold_citation(command) => {
                self.tell("选中了引用的指标，再按一次就删去");
            }
            (Focus::Text, _) => {
                if let Err(sentence) = pane.run_text(command) {
                    self.trouble(sentence);
                }
            }
        }
        Vec::new()
    }

    /// Says what going to an open place led to, and that it led to another entry
    /// than `before`: what is typed next goes in there.
    pub(super) fn tell_open(&mut self, before: Entry, found: bool) {
        let Screen::Writing(pane) = &self.screen else {
            return;
        };
        let report = pane.session.report();
        if !found {
            self.tell("没有待填的地方了");
        } else if !pane.holds_blank() {
            let label = pane.entry().full_label(report);
            self.tell(format!("这里还没有写：{label}"));
        } else if pane.entry() == before {
            let sentence = held_here(pane);
            self.tell(sentence);
        } else {
            let there = pane.place().map_or_else(|| pane.entry().label(report), |p| report.path(p));
            let sentence = format!("已转到 {there}：{}", held(pane));
            self.tell(sentence);
        }
    }

    /// Undo or redo.
    fn step_back(&mut self, undo: bool) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let in_outline = pane.focus == Focus::Outline;
        let done = if undo { "撤销" } else { "重做" };
        match pane.step(undo) {
            Some(taken) => {
                if taken.outline && in_outline {
                    pane.focus = Focus::Outline;
                }
                self.tell(format!("已{done}：{}", taken.what));
            }
            None => self.tell(format!("没有可以{done}的改动了")),
        }
    }
}

/// Bytes of the white space that a text begins with.
fn blank_head(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// What is told of a paste.
fn pasted(text: &str, removed: usize) -> String {
    let told = format!("已粘贴{}", so_many(text));
    match removed {
        0 => told,
        _ => format!("{told}（去掉 {removed} 个不可见字符）"),
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
