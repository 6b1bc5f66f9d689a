//! The mouse: what lies under it, and what a press or a turn of the wheel does there.
//!
//! The view says what it has drawn where; what is done here can be done with
//! keys as well. A press beside all of it does nothing and closes nothing.

use super::command::Command;
use super::effect::Effect;
use super::form::{Form, Row};
use super::pane::new::Page;
use super::pane::writing::Focus;
use super::prompt::Prompt;
use super::{App, Input, Screen};

/// What the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// Its first button is pressed.
    Press,
    /// It is pressed a second time at the same place, at once …
    Double,
    /// … and a third time.
    Triple,
    /// It is moved while its first button is down.
    Drag,
    /// Its wheel is turned, away from the user.
    WheelUp,
    /// Its wheel is turned, towards the user.
    WheelDown,
}

/// What lies under the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nothing that was drawn to be pressed.
    Beside,
    /// What cannot be reached now: it lies under a popup.
    Covered,
    /// A key of the key line.
    Key(Command),
    /// A row of a list or form: of the prompt, else of the screen.
    Row(usize),
    /// The text of a field: its row in the form of the prompt or the screen, and
    /// the cell of its text.
    Field {
        /// From 0.
        row: usize,
        /// In cells, from the start of the text.
        column: usize,
    },
    /// A pane of 编写.
    Pane(Focus),
    /// An entry of 目录.
    Entry(usize),
    /// A cell of 正文: its row in the whole text, and its column.
    Text {
        /// From 0.
        row: usize,
        /// In cells, from the left edge.
        column: usize,
    },
    /// What can be taken from 提示.
    Offer(usize),
    /// A hit in the list of 查找.
    Hit(usize),
    /// The window of a list, beside its rows.
    List,
    /// 帮助.
    Help,
}

/// Rows that one notch of the wheel moves.
const NOTCH: isize = 3;

impl App {
    pub(super) fn take_mouse(&mut self, mouse: Mouse, target: Target) -> Vec<Effect> {
        let rows = match mouse {
            Mouse::Double | Mouse::Triple if self.press_again(mouse, target) => return Vec::new(),
            Mouse::Press | Mouse::Double | Mouse::Triple => return self.press(target),
            Mouse::Drag => {
                self.drag(target);
                return Vec::new();
            }
            Mouse::WheelUp => -NOTCH,
            Mouse::WheelDown => NOTCH,
        };
        if let Some(top) = &mut self.help {
            *top = top.saturating_add_signed(rows);
        } else {
            self.scroll(target, rows);
        }
        Vec::new()
    }

    /// The mouse to the terminal, or back: which, until the program ends.
    pub(super) fn turn_mouse(&mut self) {
        self.mouse_turned = !self.mouse_turned;
        self.tell(if self.wants_mouse() {
            "鼠标又归这里用了"
        } else {
            "鼠标归终端用了：可以拖着选字、用右键；再按一次 Ctrl+U 换回来"
        });
    }

    /// A second press selects the word, a third the paragraph or all of a field;
    /// `false` beside text.
    fn press_again(&mut self, mouse: Mouse, target: Target) -> bool {
        match (target, &mut self.screen) {
            (Target::Text { row, column }, Screen::Writing(pane)) => {
                let body = pane.place().and_then(|place| pane.session.report().body(place));
                let body = body.unwrap_or_default();
                match mouse {
                    Mouse::Double => pane.editor.select_word(row, column, body),
                    _ => pane.editor.select_paragraph(body),
                }
                true
            }
            (Target::Field { .. }, _) => {
                if let Some(field) = self.field_mut() {
                    match mouse {
                        Mouse::Double => field.select_word(),
                        _ => field.select_all(),
                    }
                }
                true
            }
            _ => false,
        }
    }

    /// Selects from where the button was pressed, in the text or in a field.
    fn drag(&mut self, target: Target) {
        let ambiguous = self.facts.ambiguous();
        let open = self.prompt.is_none() && self.help.is_none();
        match (self.pressed, target, &mut self.screen) {
            (Some(Target::Text { .. }), Target::Text { row, column }, Screen::Writing(pane))
                if open =>
            {
                pane.editor.drag(row, column);
            }
            (Some(Target::Field { row: own, .. }), Target::Field { row, column }, _)
                if own == row =>
            {
                if let Some(field) = self.field_mut() {
                    field.drag(column, ambiguous);
                }
            }
            _ => {}
        }
    }

    fn press(&mut self, target: Target) -> Vec<Effect> {
        self.pressed = Some(target);
        match target {
            Target::Key(command) => return self.update(Input::Command(command)),
            Target::Row(row) => return self.press_row(row),
            Target::Field { row, column } => {
                self.press_field(row, column);
                return Vec::new();
            }
            Target::Hit(hit) => return self.press_hit(hit),
            Target::Beside | Target::Covered | Target::List | Target::Help => return Vec::new(),
            Target::Pane(_) | Target::Entry(_) | Target::Text { .. } | Target::Offer(_) => {}
        }
        self.notice.fade();
        if let (Target::Text { row, column }, Screen::Import(pane)) = (target, &mut self.screen) {
            pane.editor.press(row, column);
        }
        let Screen::Writing(pane) = &mut self.screen else { return Vec::new() };
        match target {
            Target::Entry(row) if pane.outline.selected == row => pane.focus = Focus::Text,
            Target::Entry(row) => {
                if let Some(entry) = pane.session.entries().get(row) {
                    pane.focus = Focus::Outline;
                    pane.go_to(*entry);
                }
            }
            Target::Text { row, column } => {
                pane.focus = Focus::Text;
                pane.session.seal();
                pane.editor.press(row, column);
            }
            Target::Offer(offer) => {
                let chosen = pane.focus == Focus::Guide && pane.side().selected == offer;
                pane.focus = Focus::Guide;
                pane.side_mut().selected = offer;
                if chosen {
                    return self.update(Input::Command(Command::Choose));
                }
            }
            Target::Pane(focus) => pane.focus = focus,
            _ => {}
        }
        Vec::new()
    }

    /// The first press on a row chooses it, the next one is Enter; in a form it
    /// turns a choice.
    fn press_row(&mut self, row: usize) -> Vec<Effect> {
        if let Some(Prompt::Reading(reading)) = &mut self.prompt
            && reading.selected != row
        {
            reading.selected = row;
            return Vec::new();
        }
        if let (None, Screen::Import(pane)) = (&self.prompt, &mut self.screen) {
            // Enter may make a draft of it all: a press only chooses.
            self.notice.fade();
            pane.choose(row);
            return Vec::new();
        }
        if let Some(Prompt::Proofing(list)) = &mut self.prompt {
            if list.press(row) {
                return Vec::new();
            }
            // Enter would make the fixes that are shown: a press only chooses.
            let shown = list.fixes().is_some();
            return if shown { Vec::new() } else { self.update(Input::Command(Command::Choose)) };
        }
        let list = match (&mut self.prompt, &mut self.screen) {
            (Some(Prompt::Reading(_)), _) => return self.update(Input::Command(Command::Choose)),
            (Some(Prompt::Picker(picker)), _) => &mut picker.list,
            (Some(Prompt::Files(files)), _) => &mut files.list,
            (Some(Prompt::Question(question)), _) => &mut question.list,
            (None, Screen::Drafts(pane)) => &mut pane.list,
            (None, Screen::New(pane)) if pane.page == Page::Template => &mut pane.list,
            _ => return self.press_form(row),
        };
        if list.selected == row {
            return self.update(Input::Command(Command::Choose));
        }
        list.selected = row;
        Vec::new()
    }

    fn press_hit(&mut self, hit: usize) -> Vec<Effect> {
        let Some(Prompt::Find(find)) = &mut self.prompt else { return Vec::new() };
        if find.list.selected == hit {
            return self.update(Input::Command(Command::Choose));
        }
        find.list.choose(hit.min(find.hits().len().saturating_sub(1)));
        Vec::new()
    }

    fn press_form(&mut self, row: usize) -> Vec<Effect> {
        let turns = if let Some(Prompt::Export(export)) = &mut self.prompt {
            !export.go_to(row)
        } else if let Some(form) = self.form_mut() {
            let here = form.focus == row;
            if !here {
                form.go_to(row);
            }
            here && form.rows.get(row).is_some_and(Row::is_choice)
        } else {
            false
        };
        if turns { self.update(Input::Command(Command::Right)) } else { Vec::new() }
    }

    /// Puts the caret where it was pressed.
    fn press_field(&mut self, row: usize, column: usize) {
        let ambiguous = self.facts.ambiguous();
        match &mut self.prompt {
            Some(Prompt::Export(export)) => {
                export.go_to(row);
            }
            Some(Prompt::Find(_) | Prompt::Ignoring(_) | Prompt::Settings(_)) | None => {
                if let Some(form) = self.form_mut() {
                    form.go_to(row);
                }
            }
            Some(_) => {}
        }
        if let Some(field) = self.field_mut() {
            field.press(column, ambiguous);
        }
    }

    /// The form of the prompt, else of the screen; it has the keyboard then.
    fn form_mut(&mut self) -> Option<&mut Form> {
        match (&mut self.prompt, &mut self.screen) {
            (Some(Prompt::Settings(settings)), _) => Some(&mut settings.form),
            (Some(Prompt::Ignoring(ignoring)), _) => Some(&mut ignoring.form),
            (Some(Prompt::Find(find)), _) => Some(&mut find.form),
            (None, Screen::New(pane)) => pane.form_mut(),
            (None, Screen::Writing(pane)) => {
                pane.focus = Focus::Text;
                pane.form.as_mut()
            }
            _ => None,
        }
    }

    fn scroll(&mut self, target: Target, rows: isize) {
        match (&mut self.prompt, &mut self.screen) {
            (Some(Prompt::Picker(picker)), _) => picker.list.scroll(rows),
            (Some(Prompt::Files(files)), _) => files.list.scroll(rows),
            (Some(Prompt::Find(find)), _) => find.list.scroll(rows),
            (Some(Prompt::Proofing(list)), _) => list.list.scroll(rows),
            (Some(Prompt::Reading(reading)), _) => reading.scroll(rows),
            (Some(_), _) => {}
            (None, Screen::Drafts(pane)) => pane.list.scroll(rows),
            (None, Screen::New(pane)) => pane.list.scroll(rows),
            (None, Screen::Import(pane)) => match target {
                Target::Text { .. } => pane.editor.scroll(rows),
                _ => pane.list.scroll(rows),
            },
            (None, Screen::Writing(pane)) => match target {
                Target::Entry(_) | Target::Pane(Focus::Outline) => pane.outline.scroll(rows),
                Target::Offer(_) | Target::Pane(Focus::Guide) => {
                    let focused = pane.focus == Focus::Guide;
                    pane.side_mut().scroll(rows, focused);
                }
                Target::Text { .. } => pane.editor.scroll(rows),
                _ => {}
            },
        }
    }
}
