//! A list to filter by typing: the palette of commands, the sections to go to.

use super::proofing::Filter;
use super::search::{Target, Wanted};
use crate::app::Context;
use crate::app::checking::Source;
use crate::app::command::Command;
use crate::app::entry::Entry;
use crate::app::field::Field;
use crate::app::list::ListState;
use crate::app::pane::writing::Facts;
use crate::import::{Encoding, Role};
use crate::report::{SectionId, State};

/// What a row of a picker stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A command to run.
    Command(Command),
    /// An entry of 目录 to go to.
    Entry(Entry),
    /// Where a report stands on its way.
    State(State),
    /// A deleted draft, by its name in the bin.
    Binned(String),
    /// A deleted section to put back in.
    Removed(SectionId),
    /// What a passage of a file is.
    Role(Role),
    /// The encoding of a file.
    Encoding(Encoding),
    /// Something ignored, to be taken up again.
    Ignored(Source),
    /// Which findings are listed.
    Filter(Filter),
    /// A line of a file to go to, and what is to be known of it.
    Line(usize, Option<String>),
}

/// One row of a picker.
#[derive(Clone, Debug)]
pub struct Row {
    /// What is read.
    pub label: String,
    /// Other words and numbers that find it.
    pub words: Vec<String>,
    /// The names of its keys.
    pub keys: Vec<String>,
    /// Where these hold, when that is not here.
    pub at: Option<Context>,
    /// What is told of an entry.
    pub facts: Option<Facts>,
    /// What it stands for.
    pub pick: Pick,
}

impl Row {
    /// A row that is found by what is read, and by nothing else.
    pub fn plain(label: String, pick: Pick) -> Self {
        Self { label, words: Vec::new(), keys: Vec::new(), at: None, facts: None, pick }
    }
}

/// What can be typed where rows are found by their labels alone.
pub const HINT: &str = "（打几个字或拼音首字母来找）";

/// A list to filter.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The heading.
    pub title: &'static str,
    /// What can be typed.
    pub hint: &'static str,
    /// What is typed.
    pub filter: Field,
    /// The chosen row among those that match.
    pub list: ListState,
    /// Whether its rows are sentences, which need more columns than names.
    pub wide: bool,
    rows: Vec<Row>,
}

impl Picker {
    /// A picker over these rows.
    pub fn new(title: &'static str, hint: &'static str, rows: Vec<Row>) -> Self {
        let (filter, list) = (Field::default(), ListState::default());
        Self { title, hint, filter, list, wide: false, rows }
    }

    /// The same with room for sentences.
    #[must_use]
    pub fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// Chooses the row that stands for this.
    #[must_use]
    pub fn at(mut self, pick: &Pick) -> Self {
        self.list.selected = self.rows.iter().position(|row| row.pick == *pick).unwrap_or(0);
        self
    }

    /// The rows that match what is typed, the best first.
    pub fn matches(&self) -> Vec<&Row> {
        let wanted = Wanted::new(self.filter.text());
        // Marks count for nothing, but of rows that fit those come first in which they
        // stand as they are typed: （二） is no 二.
        let typed = self.filter.text().trim();
        let marked = typed.chars().any(|c| !c.is_alphanumeric());
        let fit = |row: &Row| {
            let fit =
                wanted.fit(Target { title: &row.label, words: &row.words, keys: &row.keys })?;
            Some((marked && !row.label.contains(typed), fit))
        };
        let mut found: Vec<_> =
            self.rows.iter().filter_map(|row| fit(row).map(|fit| (fit, row))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().map(|(_, row)| row).collect()
    }

    /// What the chosen row stands for.
    pub fn chosen(&self) -> Option<Pick> {
        self.matches().get(self.list.selected).map(|row| row.pick.clone())
    }
}
