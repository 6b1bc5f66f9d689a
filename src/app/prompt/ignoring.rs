//! 忽略: why something that was found is left as it is, and how far.

use crate::app::checking::Extent;
use crate::app::command::Command;
use crate::app::form::{Form, Row};
use crate::check::Finding;
use crate::report::Waiver;

/// The row of the reason.
const REASON: usize = 0;
/// The row of how far.
const EXTENT: usize = 1;

/// The reason where nobody writes one.
const USUAL: &str = "看过了，没有错";

/// Asks why a finding is left as it is, and how far.
#[derive(Clone, Debug)]
pub struct Ignoring {
    /// What was found.
    pub finding: Finding,
    /// Its place, by which it is known again when what was typed is looked for.
    pub place: Option<Waiver>,
    /// 理由, 范围.
    pub form: Form,
}

impl Ignoring {
    /// Asks for a finding: only this place, unless told otherwise.
    pub fn new(finding: Finding, place: Option<Waiver>) -> Self {
        let reason = Row {
            usual: USUAL.to_owned(),
            ..Row::new("理由", "", "为什么不改；以后看得懂就行，空着就用括号里的话")
        };
        let extents = Extent::ALL.map(Extent::label);
        let hint = "用左右键换；忽略了的都能恢复，按 Ctrl+B 看";
        let form = Form::new(vec![reason, Row::choice("范围", &extents, 0, hint)]);
        Self { finding, place, form }
    }

    /// What is left as it is.
    pub fn asks(&self) -> String {
        format!("{}：{}", self.finding.name, self.finding.message)
    }

    /// Text for the reason, wherever the keyboard is.
    pub fn insert(&mut self, text: &str) {
        self.form.go_to(REASON);
        if let Some(row) = self.form.row_mut() {
            row.field.insert(text);
        }
    }

    /// Works in the reason, turns the choice or goes to the other row.
    pub fn run(&mut self, command: Command) {
        self.form.run(command);
    }

    /// Whether anything was typed or chosen.
    pub fn is_touched(&self) -> bool {
        let typed = |row: &Row| !row.field.text().is_empty();
        self.form.rows.get(REASON).is_some_and(typed) || self.extent() != Extent::Here
    }

    /// The reason as it is kept.
    pub fn reason(&self) -> &str {
        self.form.value(REASON)
    }

    /// How far.
    pub fn extent(&self) -> Extent {
        let chosen = self.form.rows.get(EXTENT).map_or(0, |row| row.chosen);
        Extent::ALL.get(chosen).copied().unwrap_or(Extent::Here)
    }
}
