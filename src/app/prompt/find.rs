//! 查找和替换: what is looked for, what takes its place, and the list of all hits.
//!
//! The hits are those of one state of the report; they are looked for again only
//! when what is typed, the range or the report has changed. What is put in the
//! place of a hit is shown in the list before anything is replaced.

use crate::app::command::Command;
use crate::app::entry::Spot;
use crate::app::field::Field;
use crate::app::form::{Form, Row};
use crate::app::list::ListState;
use crate::report::find::Hit;
use crate::text::Needle;

/// The row of what is looked for.
pub const NEEDLE: usize = 0;
/// The row of what takes its place.
pub const REPLACEMENT: usize = 1;
/// The row of the range.
pub const RANGE: usize = 2;

/// Where is looked; the first is usual.
const RANGES: [&str; 2] = ["全文", "本节"];

/// What was looked for last. It is there again when the box is opened again, and
/// F3 goes on with it.
#[derive(Clone, Debug, Default)]
pub struct LastFind {
    /// What was looked for; empty for nothing yet.
    pub needle: String,
    /// What was to take its place.
    pub replacement: String,
    /// Whether only the open entry is looked through.
    pub here_only: bool,
    /// The hit that was gone to.
    pub reached: Option<Reached>,
}

/// A hit that was gone to: one is still there while neither caret nor text has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The hit.
    pub hit: Hit,
    /// The caret.
    pub spot: Spot,
    /// The revision of the report.
    pub revision: u64,
}

impl LastFind {
    /// The range as it is said.
    pub fn range(&self) -> &'static str {
        RANGES[usize::from(self.here_only)]
    }
}

/// 查找和替换.
#[derive(Clone, Debug)]
pub struct FindPrompt {
    /// 查找, 替换为, 范围.
    pub form: Form,
    /// The chosen hit.
    pub list: ListState,
    /// What was replaced here one by one and not taken back: each a step of undo.
    pub made: Vec<Hit>,
    /// Whether 替换为 is still as it was the last time, and nobody has gone there.
    unseen: bool,
    hits: Vec<Hit>,
    /// How many of them cannot be replaced.
    cited: usize,
    searched: Option<Searched>,
}

/// What the hits are those of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Searched {
    needle: String,
    here_only: bool,
    revision: u64,
}

impl FindPrompt {
    /// The box with what is selected or was looked for last; what is typed next
    /// takes its place.
    pub fn new(last: &LastFind, selected: Option<&str>) -> Self {
        let needle = selected.unwrap_or(&last.needle);
        let form = Form::new(vec![
            Row { field: Field::selected(needle), ..Row::new("查找", "", "") },
            Row {
                field: Field::selected(&last.replacement),
                usual: "空着就是删去".to_owned(),
                ..Row::new("替换为", "", "")
            },
            Row::choice("范围", &RANGES, usize::from(last.here_only), ""),
        ]);
        Self {
            form,
            list: ListState::default(),
            made: Vec::new(),
            unseen: true,
            hits: Vec::new(),
            cited: 0,
            searched: None,
        }
    }

    /// Goes to a row; what is typed next takes the place of what stands there.
    pub fn go_to(&mut self, row: usize) {
        self.leave_for(row);
        if let Some(row) = self.form.row_mut() {
            row.field.select_all();
        }
    }

    fn leave_for(&mut self, row: usize) {
        self.unseen &= self.form.focus != REPLACEMENT && row != REPLACEMENT;
        self.form.go_to(row);
    }

    /// What is to be remembered of the box.
    pub fn last(&self, reached: Option<Reached>) -> LastFind {
        LastFind {
            needle: self.typed().to_owned(),
            replacement: self.replacement().to_owned(),
            here_only: self.here_only(),
            reached,
        }
    }

    fn typed(&self) -> &str {
        self.form.rows[NEEDLE].field.text()
    }

    /// What is looked for; `None` while nothing is typed.
    pub fn needle(&self) -> Option<Needle> {
        Needle::new(self.typed())
    }

    /// What takes its place.
    pub fn replacement(&self) -> &str {
        self.form.rows[REPLACEMENT].field.text()
    }

    /// Whether only the open entry is looked through.
    pub fn here_only(&self) -> bool {
        self.form.rows[RANGE].chosen == 1
    }

    /// The range as it is said.
    pub fn range(&self) -> &'static str {
        self.form.rows[RANGE].chosen_label()
    }

    /// Whether the list shows what takes the place of each hit.
    pub fn shows_replacement(&self) -> bool {
        self.form.focus == REPLACEMENT || !self.replacement().is_empty()
    }

    /// Whether somebody has seen what takes the place of the hits, and meant it:
    /// nothing is replaced before.
    pub fn may_replace(&self) -> bool {
        self.form.focus == REPLACEMENT || !self.replacement().is_empty() && !self.unseen
    }

    /// The hits, in the order of 目录.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The chosen hit.
    pub fn chosen(&self) -> Option<&Hit> {
        self.hits.get(self.list.selected)
    }

    /// Whether the hits are those of what is typed in this state of the report.
    pub fn is_fresh(&self, revision: u64) -> bool {
        self.searched.as_ref().is_some_and(|searched| {
            searched.revision == revision
                && searched.here_only == self.here_only()
                && searched.needle == self.typed()
        })
    }

    /// Takes the hits of what is typed in this state of the report, and chooses one.
    pub fn take(&mut self, hits: Vec<Hit>, chosen: usize, revision: u64) {
        let (needle, here_only) = (self.typed().to_owned(), self.here_only());
        self.searched = Some(Searched { needle, here_only, revision });
        self.cited = hits.iter().filter(|hit| hit.cited).count();
        self.list.choose(if chosen < hits.len() { chosen } else { 0 });
        self.hits = hits;
    }

    /// Chooses the next hit or the one before, round the ends of the list.
    pub fn turn(&mut self, forward: bool) {
        let count = self.hits.len();
        if count > 0 {
            let step = if forward { 1 } else { count - 1 };
            self.list.choose((self.list.selected + step) % count);
        }
    }

    /// Works in the row with the caret, goes to another one or moves in the list.
    pub fn run(&mut self, command: Command) {
        let rows = self.form.rows.len();
        match command {
            Command::NextPane => self.leave_for((self.form.focus + 1) % rows),
            Command::PreviousPane => self.leave_for((self.form.focus + rows - 1) % rows),
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => {
                self.list.go(command, self.hits.len());
            }
            _ => {
                self.form.run(command);
            }
        }
    }

    /// How many hits there are and which one is chosen; or that there are none.
    pub fn count(&self) -> String {
        let range = self.range();
        match self.hits.len() {
            _ if self.typed().is_empty() => "打要找的字，找到的列在下面".to_owned(),
            0 => format!("{range}没有“{}”", self.typed()),
            count => format!("{range} {count} 处，第 {} 处", self.list.selected + 1),
        }
    }

    /// The count; behind it what else helps, the less needed the later.
    pub fn told(&self) -> Vec<String> {
        let mut told = vec![self.count()];
        if self.hits.is_empty() {
            let wider = self.here_only() && !self.typed().is_empty();
            told.extend(wider.then(|| "到范围一行可以换成全文".to_owned()));
        } else if self.shows_replacement() {
            let cited = (self.cited > 0).then(|| format!("{} 处是引用的指标，不换", self.cited));
            told.extend(cited);
            told.push("Ctrl+R 换这一处，Ctrl+T 全部换".to_owned());
        } else {
            told.push("要替换，按 Tab 到下一行".to_owned());
        }
        told
    }
}
