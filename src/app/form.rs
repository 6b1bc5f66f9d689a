//! A form: fields of one line and choices, one below the other.

use std::borrow::Cow;

use super::command::Command;
use super::field::Field;
use crate::report::calendar::CountyDay;
use crate::report::parse_year;
use crate::text::numeral;
use crate::text::position::Position;

/// What the text of a field must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// Anything.
    #[default]
    Any,
    /// A year.
    Year,
    /// A day; one with a blank in it is still being filled.
    Day,
    /// A day of every year.
    CountyDay,
    /// Anything but nothing: while there is none, what is usual stays.
    Name,
}

impl Check {
    /// What is wrong with a text, in one sentence.
    fn trouble(self, text: &str) -> Option<&'static str> {
        match self {
            Self::Year if parse_year(text).is_none() => {
                Some("年度要写四位数字，如 2025；写对以前仍按原来的")
            }
            Self::Day if !text.contains('【') && numeral::parse_date(text).is_none() => {
                Some("没有这一天，或写法不对：年、月、日都要写，用数字")
            }
            Self::CountyDay if CountyDay::parse(text).is_none() => {
                Some("请写成 1月20日，现在仍按原来的；没有这一天，或写法不对")
            }
            Self::Any | Self::Year | Self::Day | Self::CountyDay | Self::Name => None,
        }
    }
}

/// One field with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is asked.
    pub label: &'static str,
    /// What is shown while nothing is typed, and taken then.
    pub usual: String,
    /// One sentence of help.
    pub hint: Cow<'static, str>,
    /// What a text must be.
    pub check: Check,
    /// The text.
    pub field: Field,
    /// The text that a choice has put aside; another choice takes it up again.
    pub aside: String,
    /// What can be chosen; empty for a row to type in.
    pub choices: Vec<&'static str>,
    /// The chosen one of them.
    pub chosen: usize,
}

impl Row {
    /// A row with a text.
    pub fn new(
        label: &'static str,
        text: impl Into<String>,
        hint: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            label,
            usual: String::new(),
            hint: hint.into(),
            check: Check::Any,
            field: Field::new(text),
            aside: String::new(),
            choices: Vec::new(),
            chosen: 0,
        }
    }

    /// A row with a choice.
    pub fn choice(
        label: &'static str,
        choices: &[&'static str],
        chosen: usize,
        hint: &'static str,
    ) -> Self {
        Self { choices: choices.to_vec(), chosen, ..Self::new(label, "", hint) }
    }

    /// Whether it is chosen in this row, not typed.
    pub fn is_choice(&self) -> bool {
        !self.choices.is_empty()
    }

    /// What is chosen.
    pub fn chosen_label(&self) -> &'static str {
        self.choices.get(self.chosen).copied().unwrap_or_default()
    }

    fn run(&mut self, command: Command) -> bool {
        let count = self.choices.len();
        match command {
            _ if count == 0 => return self.field.run(command),
            Command::Left => self.chosen = (self.chosen + count - 1) % count,
            Command::Right => self.chosen = (self.chosen + 1) % count,
            _ => return false,
        }
        true
    }

    /// What is wrong with what is typed.
    pub fn trouble(&self) -> Option<&'static str> {
        let text = self.field.text().trim();
        match self.check {
            Check::Name if text.is_empty() && !self.usual.is_empty() => {
                Some("不能空着；写好以前仍按原来的")
            }
            _ if text.is_empty() => None,
            check => check.trouble(text),
        }
    }

    /// What counts: the text, or what is usual while there is none.
    pub fn value(&self) -> &str {
        let text = self.field.text().trim();
        if text.is_empty() { &self.usual } else { text }
    }
}

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The rows.
    pub rows: Vec<Row>,
    /// The row with the caret.
    pub focus: usize,
}

impl Form {
    /// A form with the caret in its first row.
    pub fn new(rows: Vec<Row>) -> Self {
        Self { rows, focus: 0 }
    }

    /// What is asked in the row at `index`, as it is shown: rows that ask the same
    /// are told apart by their number.
    pub fn label(&self, index: usize) -> Cow<'static, str> {
        let Some(row) = self.rows.get(index) else { return "".into() };
        let same = |rows: &[Row]| rows.iter().filter(|other| other.label == row.label).count();
        let number = u32::try_from(same(&self.rows[..=index])).unwrap_or(u32::MAX);
        match same(&self.rows) {
            1 => row.label.into(),
            _ => format!("{}{}", row.label, numeral::chinese(number)).into(),
        }
    }

    /// The row with the caret.
    pub fn row_mut(&mut self) -> Option<&mut Row> {
        self.rows.get_mut(self.focus)
    }

    /// Puts the caret into the first row with a blank, where there is one.
    pub fn go_to_blank(&mut self) {
        let blank = self.rows.iter_mut().position(|row| row.field.hold_blank());
        self.focus = blank.unwrap_or(self.focus);
    }

    /// The caret: the row as paragraph, the byte in it.
    pub fn caret(&self) -> Position {
        let byte = self.rows.get(self.focus).map_or(0, |row| row.field.caret());
        Position { paragraph: self.focus, byte }
    }

    /// Goes to a row.
    pub fn go_to(&mut self, row: usize) {
        if let Some(row) = self.row_mut() {
            row.field.let_go();
        }
        self.focus = row.min(self.rows.len().saturating_sub(1));
    }

    /// Puts the caret somewhere.
    pub fn place(&mut self, position: Position) {
        self.focus = position.paragraph.min(self.rows.len().saturating_sub(1));
        if let Some(row) = self.row_mut() {
            row.field.place(position.byte);
        }
    }

    /// Moves between rows or works in one; `false` when the command is neither.
    pub fn run(&mut self, command: Command) -> bool {
        let last = self.rows.len().saturating_sub(1);
        if let (Command::Up | Command::Down, Some(row)) = (command, self.row_mut()) {
            row.field.let_go();
        }
        match command {
            Command::Up => self.focus = self.focus.saturating_sub(1),
            Command::Down => self.focus = (self.focus + 1).min(last),
            _ => return self.row_mut().is_some_and(|row| row.run(command)),
        }
        true
    }

    /// Puts text in at the caret.
    ///
    /// # Errors
    /// A Chinese sentence where the row takes no text.
    pub fn insert(&mut self, text: &str) -> Result<(), String> {
        match self.row_mut() {
            Some(row) if row.is_choice() => Err(format!("“{}”不用打字：按左右键选", row.label)),
            Some(row) => {
                row.field.insert(text);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Whether the caret is in the last row.
    pub fn at_last(&self) -> bool {
        self.focus + 1 >= self.rows.len()
    }

    /// What counts in the row at `index`.
    pub fn value(&self, index: usize) -> &str {
        self.rows.get(index).map_or("", Row::value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_turns_round_and_takes_no_text() {
        let row = Row::choice("鼠标", &["开", "关"], 0, "");
        let mut form = Form::new(vec![row, Row::new("单位简称", "", "")]);
        assert!(form.run(Command::Left) && form.rows[0].chosen_label() == "关");
        assert!(form.run(Command::Right) && form.rows[0].chosen_label() == "开");
        assert!(!form.run(Command::Backspace));
        assert!(form.insert("云溪镇").unwrap_err().contains("鼠标"));
        form.run(Command::Down);
        form.insert("云溪镇").unwrap();
        assert_eq!((form.value(1), form.rows[0].field.text()), ("云溪镇", ""));
    }

    #[test]
    fn rows_that_ask_the_same_are_told_apart() {
        let row = |label| Row::new(label, "", "");
        let form = Form::new(vec![row("署名"), row("成文日期"), row("署名")]);
        let labels = [0, 1, 2, 3].map(|index| form.label(index));
        assert_eq!(labels, ["署名一", "成文日期", "署名二", ""]);
    }
}
