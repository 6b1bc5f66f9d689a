//! 校核: all that the checks have found in the open draft as one list, the
//! gravest first.
//!
//! The list is a copy of what was found when it was drawn: a key acts on what was
//! seen, also where a check comes back meanwhile. Hints are taste and doubts: they
//! stay closed until somebody asks for them.

mod fixing;

use std::sync::Arc;

use crate::app::checks::Checks;
use crate::app::command::Command;
use crate::app::entry::Entry;
use crate::app::list::ListState;
use crate::app::proofing::grade;
use crate::check::{Finding, Group, Severity};

pub use fixing::{Asked, Fixing};

/// Which findings are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those of one severity.
    Severity(Severity),
    /// Those of one section, by its path.
    Section(Arc<str>),
    /// Those of one rule, by its name in the data and on the screen.
    Rule(Arc<str>, Arc<str>),
}

impl Filter {
    /// Whether a finding is listed.
    pub fn takes(&self, finding: &Finding) -> bool {
        match self {
            Self::All => true,
            Self::Severity(severity) => finding.severity == *severity,
            Self::Section(path) => finding.spot.section == *path,
            Self::Rule(id, _) => finding.rule == *id,
        }
    }

    /// What is listed, in a few words; nothing for all.
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::All => None,
            Self::Severity(severity) => Some(grade(*severity)),
            Self::Section(path) => Some(path),
            Self::Rule(_, name) => Some(name),
        }
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head of a group: how grave, which group, how many.
    Head(Severity, Group, usize),
    /// All hints in one row, which opens and closes them; how many there are.
    Hints(usize),
    /// A finding, by its number in the list.
    Finding(usize),
}

/// 校核.
#[derive(Clone, Debug, Default)]
pub struct Proofing {
    /// The chosen row; while fixes are shown, the chosen one of them.
    pub list: ListState,
    /// How many steps were made here and not taken back.
    pub made: usize,
    /// Whether one has gone from it to a place.
    pub led: bool,
    /// Whether a check has come back at all.
    known: bool,
    filter: Filter,
    hints_open: bool,
    findings: Vec<Finding>,
    ignored: usize,
    rows: Vec<Row>,
    /// The fixes that are shown before they are made; the row to come back to.
    fixing: Option<Fixing>,
}

impl Proofing {
    /// The list as it is now, the first finding chosen.
    pub fn new(checks: &Checks) -> Self {
        let mut list = Self::default();
        list.take(checks);
        list
    }

    /// Takes what stands now; what was chosen stays chosen, or what follows it.
    pub fn take(&mut self, checks: &Checks) {
        self.known = checks.is_known();
        self.ignored = checks.ignored().len();
        if self.fixing.is_none() && self.findings != checks.all() {
            let chosen = self.chosen().cloned();
            self.findings = checks.all().to_vec();
            self.compose(chosen.as_ref());
        } else if self.rows.is_empty() {
            self.compose(None);
        }
    }

    /// Makes the rows anew; this finding stays chosen where it is still listed.
    fn compose(&mut self, chosen: Option<&Finding>) {
        self.rows.clear();
        for severity in [Severity::Error, Severity::Warning] {
            self.add(severity);
        }
        let hints = self.listed().filter(|own| own.severity == Severity::Hint).count();
        if hints > 0 {
            self.rows.push(Row::Hints(hints));
            if self.hints_open {
                self.add(Severity::Hint);
            }
        }
        let same = |row: &Row| matches!(row, Row::Finding(index) if Some(&self.findings[*index]) == chosen);
        let row = self.rows.iter().position(same).unwrap_or(self.list.selected);
        self.list.selected = row.min(self.rows.len().saturating_sub(1));
        self.leave_head(true);
    }

    /// Adds the findings of a severity, group after group.
    fn add(&mut self, severity: Severity) {
        for group in Group::ALL {
            let own = |(_, finding): &(usize, &Finding)| {
                finding.severity == severity && finding.group == group && self.filter.takes(finding)
            };
            let own: Vec<Row> = self
                .findings
                .iter()
                .enumerate()
                .filter(own)
                .map(|(index, _)| Row::Finding(index))
                .collect();
            if !own.is_empty() {
                self.rows.push(Row::Head(severity, group, own.len()));
                self.rows.extend(own);
            }
        }
    }

    fn listed(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| self.filter.takes(finding))
    }

    /// Whether a finding is shown in the list, the hints being closed or not.
    pub fn shows(&self, finding: &Finding) -> bool {
        self.filter.takes(finding) && (self.hints_open || finding.severity != Severity::Hint)
    }

    /// The rows of the list.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The finding with this number.
    pub fn finding(&self, index: usize) -> Option<&Finding> {
        self.findings.get(index)
    }

    /// All findings, listed or not.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The chosen finding; while fixes are shown, what the chosen one puts right.
    pub fn chosen(&self) -> Option<&Finding> {
        if let Some(fixes) = self.fixes() {
            return fixes.get(self.list.selected).map(|fix| &fix.finding);
        }
        match self.rows.get(self.list.selected) {
            Some(Row::Finding(index)) => self.findings.get(*index),
            _ => None,
        }
    }

    /// Whether the row of all hints is chosen.
    pub fn at_hints(&self) -> bool {
        self.fixing.is_none() && matches!(self.rows.get(self.list.selected), Some(Row::Hints(_)))
    }

    /// Whether the hints are seen.
    pub fn hints_open(&self) -> bool {
        self.hints_open
    }

    /// Opens or closes the hints; those that are opened come into the window.
    pub fn turn_hints(&mut self) {
        self.hints_open = !self.hints_open;
        self.compose(None);
        if self.hints_open {
            self.list.top = self.list.selected;
        }
    }

    /// What is listed.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether only a part of all is listed.
    pub fn is_part(&self) -> bool {
        self.filter != Filter::All
    }

    /// Lists others; hints too, where one asks for a part of all.
    pub fn set_filter(&mut self, filter: Filter) {
        let chosen = self.chosen().cloned();
        self.hints_open = filter != Filter::All;
        self.filter = filter;
        self.list.choose(0);
        self.compose(chosen.as_ref());
    }

    /// Chooses a finding where it is listed, else the first.
    pub fn choose(&mut self, finding: &Finding) {
        self.hints_open |= finding.severity == Severity::Hint;
        self.compose(Some(finding));
    }

    /// Chooses the gravest finding of an entry, unless one of it is chosen; the first
    /// of all where the entry has none.
    pub fn start_at(&mut self, entry: Entry) {
        let own = |finding: &Finding| finding.spot.entry() == Some(entry);
        if self.chosen().is_some_and(own) {
            return;
        }
        let listed =
            |row: &Row| matches!(row, Row::Finding(index) if self.finding(*index).is_some_and(own));
        let row = self.rows.iter().position(listed);
        self.list.choose(row.unwrap_or(0));
        self.leave_head(true);
    }

    /// Chooses the first of all.
    pub fn start(&mut self) {
        self.list.choose(0);
        self.leave_head(true);
    }

    /// Moves the choice; heads are passed over.
    pub fn go(&mut self, command: Command) {
        let length = self.length();
        if self.list.go(command, length) && self.fixing.is_none() {
            self.leave_head(!matches!(command, Command::Up | Command::PageUp));
        }
    }

    /// Chooses a row; `false` where it was chosen before, or cannot be.
    pub fn press(&mut self, row: usize) -> bool {
        let head = self.fixing.is_none() && matches!(self.rows.get(row), Some(Row::Head(..)));
        let other = row != self.list.selected;
        if other && !head {
            self.list.choose(row.min(self.length().saturating_sub(1)));
        }
        other || head
    }

    /// From the head of a group to the row behind it, or to the one before it.
    fn leave_head(&mut self, down: bool) {
        let head = |row: usize| matches!(self.rows.get(row), Some(Row::Head(..)));
        let own = self.list.selected;
        if head(own) {
            // Two heads never follow each other, and the last row is none.
            let row = if down || own == 0 { own + 1 } else { own - 1 };
            self.list.choose(row);
        }
    }

    /// Rows of what is seen.
    pub fn length(&self) -> usize {
        self.fixes().map_or(self.rows.len(), <[_]>::len)
    }

    /// Lets the window follow the choice; the head above the choice is seen too.
    pub fn fit(&mut self, height: usize) {
        let length = self.length();
        self.list.fit(height, length);
        let above = self.list.selected.checked_sub(1);
        let head = above.and_then(|row| self.rows.get(row));
        let first = self.list.top == self.list.selected && height > 1;
        if first && self.fixing.is_none() && matches!(head, Some(Row::Head(..))) {
            self.list.top -= 1;
        }
    }

    /// The heading: what is listed, how much of each kind there is.
    pub fn title(&self) -> String {
        match (&self.fixing, self.filter.label()) {
            (Some(fixing), _) => fixing.title(),
            (None, Some(label)) => {
                let (part, all) = (self.listed().count(), self.findings.len());
                format!("校核  只看：{label}  {part} 处，共 {all} 处（Ctrl+F 看全部）")
            }
            (None, None) => {
                let count =
                    |severity| self.findings.iter().filter(|own| own.severity == severity).count();
                let told = Severity::ALL.map(|own| (grade(own), count(own)));
                let told = told.iter().filter(|(_, count)| *count > 0);
                let told: Vec<String> =
                    told.map(|(label, count)| format!("{label} {count}")).collect();
                format!("校核  {}", told.join("，")).trim_end().to_owned()
            }
        }
    }

    /// Which of how many is chosen.
    pub fn told(&self) -> String {
        if let Some(fixes) = self.fixes() {
            return format!("第 {} 处，共 {} 处", self.list.selected + 1, fixes.len());
        }
        let all = self.listed().count();
        let seen = self.rows.iter().take(self.list.selected + 1);
        let own = seen.filter(|row| matches!(row, Row::Finding(_))).count();
        match (self.chosen(), all) {
            (Some(_), _) if self.is_part() => {
                format!("第 {own} 处，只看 {all} 处，共 {} 处", self.findings.len())
            }
            (Some(_), _) => format!("第 {own} 处，共 {all} 处"),
            (None, 0) => String::new(),
            (None, _) => format!("共 {all} 处"),
        }
    }

    /// What is said where nothing is listed.
    pub fn nothing(&self) -> Vec<String> {
        if !self.known {
            return vec!["正在校核，请稍等一会儿。".to_owned()];
        }
        if !self.findings.is_empty() {
            return vec!["这里没有要看的了；按 Ctrl+F 看全部。".to_owned()];
        }
        let mut told = vec![
            "没有发现问题。".to_owned(),
            "程序只看得出一部分毛病，交出去以前请按 Ctrl+D 再通读一遍。".to_owned(),
        ];
        if self.ignored > 0 {
            told.push(format!("您忽略了 {} 处，按 Ctrl+B 看。", self.ignored));
        }
        told
    }
}

#[cfg(test)]
mod tests;
