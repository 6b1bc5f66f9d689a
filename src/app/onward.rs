//! F3: from where one is to the next finding, or to the next hit of 查找.

use super::command::Command;
use super::prompt::Prompt;
use super::prompt::proofing::Filter;
use super::proofing::sign;
use super::{App, Screen};
use crate::check::{Finding, Severity};

/// What F3 goes on with: what was used last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Onward {
    /// Nothing yet.
    #[default]
    Nothing,
    /// 查找.
    Find,
    /// 校核.
    Findings,
}

/// A finding that the way leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Whether the way led round the end of the report.
    pub round: bool,
    /// The how many-th it is in reading order, from 1.
    pub number: usize,
    /// How many the way leads to in all.
    pub count: usize,
}

impl Next<'_> {
    /// What is told of the way, before what is wrong there.
    fn told(&self, forward: bool) -> String {
        let round = match (self.round, forward) {
            (false, _) => "",
            (true, true) => "从头看起，",
            (true, false) => "从末尾看起，",
        };
        let Self { number, count, finding, .. } = self;
        format!("{round}第 {number} 处，共 {count} 处：{} ", sign(finding.severity))
    }
}

impl App {
    /// F3: the next finding or the next hit, whichever was looked at last.
    pub(super) fn go_onward(&mut self) {
        match self.kept.onward {
            Onward::Find => self.find_again(true),
            Onward::Findings => self.next_finding(true),
            Onward::Nothing => self.tell("先按 Ctrl+F 查找，或者按 F7 校核；再按 F3 就到下一处"),
        }
    }

    /// F3 and the like in the heading that a hit or a finding stands in. One that was
    /// changed is not left behind without a word.
    pub(super) fn go_on_from_heading(&mut self, command: Command) {
        if matches!(&self.prompt, Some(Prompt::Heading(own)) if own.field.text() != own.start) {
            return self.trouble("标题改过了：先按 Enter 改好，或者按 Esc");
        }
        self.put_aside();
        match command {
            Command::PreviousFinding => self.next_finding(false),
            _ => self.go_onward(),
        }
    }

    /// To the next finding or the one before, round the end of the report: of those
    /// that the list shows, hints only while they are open in it.
    pub(super) fn next_finding(&mut self, forward: bool) {
        let Screen::Writing(pane) = &self.screen else { return };
        let reached = self.kept.reached_finding.as_ref().filter(|own| own.spot == pane.spot());
        let next =
            pane.next_finding(reached.map(|own| &own.finding), forward, |own| self.leads_to(own));
        match next {
            Some(next) => {
                let (finding, told) = (next.finding.clone(), next.told(forward));
                self.arrive_at(&finding, &told);
            }
            None => self.tell(self.none_left()),
        }
    }

    fn leads_to(&self, finding: &Finding) -> bool {
        let usual = finding.severity != Severity::Hint;
        self.kept.proofing.as_ref().map_or(usual, |list| list.shows(finding))
    }

    /// Why there is no next finding.
    fn none_left(&self) -> &'static str {
        let Some(checks) = self.session().map(super::session::Session::checks) else { return "" };
        let filter = self.kept.proofing.as_ref().map(|list| list.filter());
        match (checks.is_known(), checks.all()) {
            (false, _) => "正在校核，请稍等一会儿再按",
            (true, []) => "校核没有发现问题",
            _ if filter.is_some_and(|filter| *filter != Filter::All) => {
                "只看的这一部分没有了；要看别的，按 F7"
            }
            _ => "错误和警告都没有了；要看提示，按 F7",
        }
    }
}
