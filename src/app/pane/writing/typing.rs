//! What keys and pasted text do in the open text or form.

use super::{Focus, WritingPane};
use crate::app::command::Command;
use crate::app::editor::{Change, is_movement};
use crate::app::entry::Spot;
use crate::app::history::Kind;
use crate::app::pane::frame;
use crate::app::session::Session;
use crate::report::{Edit, prose};
use crate::text::clean;
use crate::text::position::{self, Position};

/// Marks that end a run of typing.
const ENDS: [char; 14] =
    ['。', '！', '？', '；', '，', '：', '、', '!', '?', ';', ',', ':', '…', '\n'];

impl WritingPane {
    /// Typed text: it goes into the open text, wherever the keyboard was.
    pub fn type_text(&mut self, text: &str) -> Result<(), String> {
        self.focus = Focus::Text;
        if text.is_empty() {
            return Ok(());
        }
        let before = self.spot();
        // What takes the place of a selection is a step of its own, to be taken back alone.
        if self.selects() {
            self.session.seal();
        }
        if let Some(form) = &mut self.form {
            refuse_if_read_only(&self.session)?;
            form.insert(text)?;
            return self.take_form(before, Kind::Typing);
        }
        let Some(place) = self.place() else {
            return Ok(());
        };
        let change = self.editor.insertion(place, self.body(), text);
        self.make(change, Kind::Typing)?;
        if text.ends_with(ENDS) {
            self.session.seal();
        }
        Ok(())
    }

    /// Pasted text, cleaned; gives what came in and how much was taken out. One
    /// step to undo.
    pub fn paste(&mut self, text: &str) -> Result<(String, usize), String> {
        let cleaned = clean::clean(text);
        let inside = self.form.is_some() || self.editor.replaced().start.byte > 0;
        let lines: Vec<&str> = cleaned.text.split('\n').collect();
        let last = lines.len() - 1;
        // White space at the edge of a paragraph is its indent in another program; at
        // the edge of what is pasted it may part words.
        let trimmed = |(index, line): (usize, &&str)| {
            let line = if index == 0 && inside { line } else { line.trim_start() };
            if index == last { line.to_owned() } else { line.trim_end().to_owned() }
        };
        let text = lines.iter().enumerate().map(trimmed).collect::<Vec<_>>().join("\n");
        self.put(&text)?;
        Ok((text, cleaned.removed.len()))
    }

    /// Puts a text in as one step.
    pub fn put(&mut self, text: &str) -> Result<(), String> {
        self.focus = Focus::Text;
        self.session.seal();
        self.type_text(text)?;
        self.session.seal();
        Ok(())
    }

    /// A key for the text or the form.
    ///
    /// # Errors
    /// A Chinese sentence when the text may not be changed.
    pub fn run_text(&mut self, command: Command) -> Result<(), String> {
        let before = self.spot();
        let selects = self.selects();
        if let Some(form) = &mut self.form {
            let turns = form.row_mut().is_some_and(|row| row.is_choice())
                && matches!(command, Command::Left | Command::Right);
            if turns || deletes(command) {
                refuse_if_read_only(&self.session)?;
            }
            if command == Command::Choose && form.at_last() {
                return Err("这是最后一项，按 F4 往下走".into());
            }
            let command = if command == Command::Choose { Command::Down } else { command };
            let single = turns || selects;
            form.run(command);
            return self.take_form(before, if single { Kind::Single } else { Kind::Deleting });
        }
        let Some(place) = self.place() else {
            return Ok(());
        };
        match command {
            Command::Paragraph => {
                self.session.seal();
                let change = self.editor.insertion(place, self.body(), "\n");
                self.make(change, Kind::Typing)?;
            }
            _ if deletes(command) => {
                let one = matches!(command, Command::Backspace | Command::Delete);
                let run = one && !selects;
                if let Some(change) = self.editor.deletion(command, place, self.body()) {
                    self.make(change, if run { Kind::Deleting } else { Kind::Single })?;
                }
            }
            Command::MoveParagraphUp | Command::MoveParagraphDown => {
                let up = command == Command::MoveParagraphUp;
                match self.editor.exchange(up, place, self.body()) {
                    Some(change) => self.make(change, Kind::Single)?,
                    None if up => return Err("上面没有段落了，移不动".into()),
                    None => return Err("下面没有段落了，移不动".into()),
                }
            }
            _ => self.go(command, false),
        }
        Ok(())
    }

    /// Whether something is selected where the caret is.
    pub fn selects(&self) -> bool {
        match &self.form {
            Some(form) => {
                form.rows.get(form.focus).is_some_and(|row| !row.field.selection().is_empty())
            }
            None => self.editor.selection().is_some(),
        }
    }

    /// Lets go of a selection that the user has made; `false` where there is none.
    pub fn lets_go(&mut self) -> bool {
        let lets_go = self.form.is_none() && self.selects() && !self.holds_blank();
        if lets_go {
            self.editor.place(self.editor.caret());
        }
        lets_go
    }

    /// Whether the caret is where a paragraph begins, and typed text would too.
    pub fn begins_paragraph(&self) -> bool {
        self.form.is_none() && self.place().is_some() && self.editor.replaced().start.byte == 0
    }

    /// Selects the citation that a key would take a sign of: a name without its end
    /// cites nothing, and is printed as it stands. `false` where there is none.
    pub fn hold_citation(&mut self, command: Command) -> bool {
        let back = match command {
            Command::Backspace | Command::DeleteWordBack => true,
            Command::Delete | Command::DeleteWord => false,
            _ => return false,
        };
        if self.form.is_some() || self.selects() {
            return false;
        }
        let at = self.editor.caret();
        let text = self.body().get(at.paragraph).map_or("", String::as_str);
        let Some(range) = prose::citation_beside(text, at.byte, back) else { return false };
        self.editor.hold(Position { byte: range.start, ..at }, range.len());
        true
    }

    /// Moves the caret of the open text, and with `extend` the end of the selection.
    fn go(&mut self, command: Command, extend: bool) {
        self.catch_up();
        let body = self.place().and_then(|place| self.session.report().body(place));
        self.editor.go(command, body.unwrap_or_default(), extend);
    }

    /// Selects on to where a movement leads; `false` where the command is none.
    pub fn extend(&mut self, command: Command) -> bool {
        if let Some(form) = &mut self.form {
            return form.row_mut().is_some_and(|row| row.field.extend(command));
        }
        self.go(command, true);
        is_movement(command)
    }

    /// Selects all of the open text, or of the row of the form.
    pub fn select_all(&mut self) {
        if let Some(form) = &mut self.form {
            form.row_mut().into_iter().for_each(|row| row.field.select_all());
        } else {
            let end = position::end_of(self.body());
            self.editor.select(Position::default(), end);
        }
    }

    /// Marks the open text as done.
    pub fn mark_done(&mut self) -> Result<(), String> {
        let Some(place) = self.place() else {
            return Ok(());
        };
        self.session.seal();
        self.change(Edit::Done { place, done: true }, Kind::Single, self.spot())
    }

    pub(super) fn make(&mut self, change: Change, kind: Kind) -> Result<(), String> {
        let after = Spot { entry: self.entry, position: change.after };
        self.change(change.edit, kind, after)?;
        match change.anchor {
            Some(anchor) => self.editor.select(anchor, change.after),
            None => self.editor.place(change.after),
        }
        Ok(())
    }

    /// Brings the report in line with the form, and with the report the rows that
    /// follow from it and from where the caret is.
    fn take_form(&mut self, before: Spot, kind: Kind) -> Result<(), String> {
        let template = self.template.as_ref();
        let Some(form) = &mut self.form else { return Ok(()) };
        if let Some(edit) = frame::edit(self.session.report(), self.entry, form, template) {
            refuse_if_read_only(&self.session)?;
            let after = Spot { entry: self.entry, position: form.caret() };
            self.session.change(edit, kind, before, after)?;
        }
        frame::follow(self.session.report(), self.entry, form, template);
        Ok(())
    }

    /// Makes a change, unless the draft can only be read.
    pub(in crate::app) fn change(
        &mut self,
        edit: Edit,
        kind: Kind,
        after: Spot,
    ) -> Result<(), String> {
        refuse_if_read_only(&self.session)?;
        self.session.change(edit, kind, self.spot(), after)
    }
}

/// Whether a command takes something out of the text.
fn deletes(command: Command) -> bool {
    use Command::{Backspace, Delete, DeleteWord, DeleteWordBack};
    matches!(command, Backspace | Delete | DeleteWord | DeleteWordBack)
}

pub(super) fn refuse_if_read_only(session: &Session) -> Result<(), String> {
    match &session.read_only {
        Some(who) => Err(format!("这里是只读：{who}。文字没有改动")),
        None => Ok(()),
    }
}
