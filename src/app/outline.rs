//! The commands that change the outline: what they ask, and what they say afterwards.

mod fixed;
mod questions;

use super::command::Command;
use super::entry::Spot;
use super::pane::WritingPane;
use super::pane::writing::Focus;
use super::prompt::picker::{HINT, Row};
use super::prompt::{HeadingPrompt, Pick, Picker, Prompt, Wanted};
use super::{App, Screen};
use crate::import;
use crate::report::find::Hit;
use crate::report::outline::{Addition, Anchor, Changed, NewSection, Removal};
use crate::report::{Report, Section, SectionId};
use questions::{pasted_question, place_told, removal_question, words};

impl App {
    /// Runs a command that changes the outline; what it cannot do is told.
    pub(super) fn change_outline(&mut self, command: Command) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        if let Some(sentence) = fixed::refused(pane.entry(), command) {
            let sentence = pane.refuse_if_read_only().err().unwrap_or(sentence.to_owned());
            return self.trouble(sentence);
        }
        let done = match command {
            Command::AddSection => return self.ask_heading(Wanted::Add),
            Command::RenameSection => return self.ask_heading(Wanted::Rename),
            Command::SplitSection => return self.ask_heading(Wanted::Split),
            Command::DeleteSection => return self.ask_removal(),
            Command::RestoreSection => return self.ask_restored(),
            Command::MoveSectionUp => make(pane, Report::move_section_up),
            Command::MoveSectionDown => make(pane, Report::move_section_down),
            Command::MakePart => make(pane, Report::make_part),
            Command::MakeItem => make(pane, Report::make_item),
            Command::MergeSection => make(pane, Report::merge_section),
            Command::ToggleOptional => make(pane, Report::toggle_optional),
            _ => return,
        };
        match done {
            Ok(before) => {
                let sentence = told(command, pane, before);
                self.tell(sentence);
            }
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// Asks for a heading. What was typed for the same one before is there again.
    fn ask_heading(&mut self, wanted: Wanted) {
        let Screen::Writing(pane) = &self.screen else {
            return;
        };
        match heading_prompt(pane, wanted) {
            Ok(prompt) => self.prompt = Some(Prompt::Heading(self.kept.heading(prompt))),
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// Asks for the heading in which something was found, that selected in it;
    /// `false` where it cannot be changed.
    pub(super) fn ask_found_heading(&mut self, hit: &Hit) -> bool {
        let Screen::Writing(pane) = &self.screen else {
            return false;
        };
        let Ok(prompt) = heading_prompt(pane, Wanted::Rename) else { return false };
        let mut prompt = self.kept.heading(prompt);
        // What was typed before and put aside may stand there instead.
        if prompt.field.text().get(hit.range()) == prompt.start.get(hit.range()) {
            prompt.field.hold(hit.range());
        }
        self.prompt = Some(Prompt::Heading(prompt));
        true
    }

    /// Asks for the heading of the open section, the caret at what is wrong in it;
    /// `false` where it can only be read.
    pub(super) fn ask_heading_at(&mut self, byte: usize) -> bool {
        let Screen::Writing(pane) = &self.screen else { return false };
        let Ok(prompt) = heading_prompt(pane, Wanted::Rename) else { return false };
        let mut prompt = self.kept.heading(prompt);
        if prompt.field.text() == prompt.start {
            prompt.field.place(byte);
        }
        self.prompt = Some(Prompt::Heading(prompt));
        true
    }

    /// Enter in the prompt for a heading.
    pub(super) fn take_heading(&mut self, prompt: HeadingPrompt) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        match take(pane, &prompt) {
            Ok(sentence) => self.tell(sentence),
            Err(sentence) => {
                self.trouble(sentence);
                self.prompt = Some(Prompt::Heading(prompt));
            }
        }
    }

    /// Pasted lines in the prompt for a new section: several of them are an
    /// outline, which is shown before it is put in. `false` where it is one line.
    pub(super) fn take_pasted_outline(&mut self, text: &str) -> bool {
        let Some(Prompt::Heading(prompt)) = &self.prompt else {
            return false;
        };
        let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
        if prompt.wanted != Wanted::Add || lines.count() < 2 {
            return false;
        }
        let Screen::Writing(pane) = &self.screen else {
            return false;
        };
        let addition = import::outline_lines(text);
        match pane.session.report().add_sections(pane.anchor(), &addition) {
            Ok(change) => {
                let question = pasted_question(pane, addition, change);
                self.put_aside();
                self.prompt = Some(Prompt::Question(question));
            }
            Err(sentence) => self.trouble(sentence),
        }
        true
    }

    /// Puts a pasted outline in.
    pub(super) fn add_pasted(&mut self, addition: &Addition) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let changed = pane.session.report().add_sections(pane.anchor(), addition);
        match changed.and_then(|change| pane.reshape(change)) {
            Ok(()) => {
                pane.focus = Focus::Outline;
                let count = addition.sections.len();
                self.tell(match count {
                    0 => "已写进正文，按 Ctrl+Z 撤销".to_owned(),
                    _ => format!("已加 {count} 节，按 Ctrl+Z 撤销"),
                });
            }
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// Back from the question about a pasted outline to the heading.
    pub(super) fn back_to_heading(&mut self) {
        self.ask_heading(Wanted::Add);
        self.tell("粘贴的几行没有加进去");
    }

    /// Deletes the open section; asks first where anything would go with it.
    fn ask_removal(&mut self) {
        let Screen::Writing(pane) = &self.screen else {
            return;
        };
        let report = pane.session.report();
        match pane.own_section() {
            Ok(id) if report.items(id) == 0 && report.is_blank(id) => {
                self.remove_section(Removal::Alone);
            }
            Ok(id) => self.prompt = Some(Prompt::Question(removal_question(report, id))),
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// Deletes the open section.
    pub(super) fn remove_section(&mut self, removal: Removal) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        match make(pane, |report, id| report.remove_section(id, removal)) {
            Ok(_) => self.tell("已删去，可以找回：按 Ctrl+Z，或用“找回删去的节”"),
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// Shows the sections that were deleted.
    fn ask_restored(&mut self) {
        let Screen::Writing(pane) = &self.screen else {
            return;
        };
        if let Err(sentence) = pane.refuse_if_read_only() {
            return self.trouble(sentence);
        }
        let report = pane.session.report();
        let removed = report.removed.iter().rev();
        let row = |section: &Section| {
            let words = words_once_back(report, section.id, pane.anchor());
            let heading =
                if section.heading.is_empty() { "（没有标题）" } else { &section.heading };
            Row::plain(format!("{heading}  {words} 字"), Pick::Removed(section.id))
        };
        let rows: Vec<_> = removed.map(row).collect();
        if rows.is_empty() {
            return self.tell("没有删去的节");
        }
        self.prompt = Some(Prompt::Picker(Picker::new("找回删去的节", HINT, rows)));
    }

    /// Puts a deleted section back in behind the open entry.
    pub(super) fn restore_section(&mut self, id: SectionId) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let changed = pane.session.report().restore_section(id, pane.anchor());
        match changed.and_then(|change| pane.reshape(change)) {
            Ok(()) => {
                let sentence = format!("已找回：{}", here(pane));
                self.tell(sentence);
            }
            Err(sentence) => self.trouble(sentence),
        }
    }
}

/// 字数 that a deleted section will have when it is put back in.
fn words_once_back(report: &Report, id: SectionId, anchor: Anchor) -> usize {
    let mut later = report.clone();
    let back = report.restore_section(id, anchor).ok();
    match back.map(|change| later.apply(change.edit)) {
        Some(Ok(_)) => words(&later, id),
        _ => 0,
    }
}

/// Makes a change at the open section; gives how many items it had before.
fn make(
    pane: &mut WritingPane,
    change: impl Fn(&Report, SectionId) -> Changed,
) -> Result<usize, String> {
    let id = pane.own_section()?;
    let items = pane.session.report().items(id);
    let change = change(pane.session.report(), id)?;
    pane.reshape(change)?;
    Ok(items)
}

/// The open entry as it is said.
fn here(pane: &WritingPane) -> String {
    pane.entry().full_label(pane.session.report())
}

/// What came of a command on a section that had this many items.
fn told(command: Command, pane: &WritingPane, before: usize) -> String {
    let here = here(pane);
    let items = pane.own_section().map_or(0, |id| pane.session.report().items(id));
    match command {
        Command::MakePart if items > 0 => {
            format!("已改为部分：{here}；它后面的 {items} 节归它了")
        }
        Command::MakePart => format!("已改为部分：{here}"),
        Command::MakeItem if before > 0 => {
            format!("已改为节：{here}；原来它下面的 {before} 节跟着归上一部分")
        }
        Command::MakeItem => format!("已改为节：{here}"),
        Command::MergeSection => format!("已并入 {here}，按 Ctrl+Z 撤销"),
        Command::ToggleOptional => {
            let open = pane.own_section().ok();
            let open = open.and_then(|id| pane.session.report().section(id));
            if open.is_some_and(|section| section.optional) {
                "已改为可不写：空着就不印，也不占序号".to_owned()
            } else {
                format!("已改为必写：{here}")
            }
        }
        _ => format!("现在是：{here}"),
    }
}

/// The prompt for a heading at the open entry.
fn heading_prompt(pane: &WritingPane, wanted: Wanted) -> Result<HeadingPrompt, String> {
    pane.refuse_if_read_only()?;
    let report = pane.session.report();
    let spot = pane.spot();
    let start = match wanted {
        Wanted::Add => return Ok(HeadingPrompt::add(place_told(pane), spot)),
        Wanted::Rename => {
            let section = report.section(pane.own_section()?);
            section.map_or("", |section| section.heading.as_str())
        }
        Wanted::Split => {
            report.parted(pane.own_section()?, spot.position)?;
            ""
        }
    };
    Ok(HeadingPrompt::new(wanted, spot, start))
}

/// Does what a heading was asked for; gives what is to be told.
fn take(pane: &mut WritingPane, prompt: &HeadingPrompt) -> Result<String, String> {
    let (level, heading) = import::typed_heading(prompt.field.text());
    let report = pane.session.report();
    if prompt.wanted == Wanted::Rename {
        let id = pane.own_section()?;
        let own = report.section(id);
        // A number of the other level is no number of this section.
        let fits = level.is_none() || level == own.map(|section| section.level);
        let heading = if fits { heading } else { prompt.field.text().trim().to_owned() };
        if own.is_some_and(|section| section.heading == heading) {
            return Ok("标题没有改".to_owned());
        }
        let change = report.rename_section(id, &heading)?;
        pane.reshape(change)?;
        return Ok(format!("标题已改：{}", here(pane)));
    }
    if heading.is_empty() {
        return Err("请写标题；不要了请按 Esc".to_owned());
    }
    if prompt.wanted == Wanted::Split {
        return split(pane, prompt.spot, &heading);
    }
    let sections = vec![NewSection { level, heading, body: Vec::new() }];
    let change = report.add_sections(pane.anchor(), &Addition { lead: Vec::new(), sections })?;
    pane.reshape(change)?;
    pane.focus = Focus::Text;
    Ok(format!("已加上：{}，打字就写进去", here(pane)))
}

fn split(pane: &mut WritingPane, spot: Spot, heading: &str) -> Result<String, String> {
    let id = pane.own_section()?;
    let change = pane.session.report().split_section(id, spot.position, heading)?;
    pane.reshape(change)?;
    pane.focus = Focus::Text;
    let items = pane.own_section().map_or(0, |id| pane.session.report().items(id));
    let follow = if items > 0 { format!("，下面的 {items} 节归它") } else { String::new() };
    Ok(format!("已拆成两节，新的是：{}{follow}", here(pane)))
}
