//! 校核 (F7): the list of what was found, the way to each place, and what is done
//! with it.

use super::App;
use super::Screen;
use super::checking::place_of;
use super::command::Command;
use super::effect::Effect;
use super::entry::Spot;
use super::onward::Onward;
use super::pane::writing::{Focus, Side};
use super::prompt::picker::{HINT, Row};
use super::prompt::proofing::{Filter, Proofing};
use super::prompt::{Ignoring, Pick, Picker, Prompt, Wanted};
use crate::check::{Finding, Script, Severity, Where};
use crate::report::find::Site;

/// A finding that was gone to: one is still there while the caret is.
#[derive(Clone, Debug)]
pub(super) struct Reached {
    pub(super) finding: Finding,
    pub(super) spot: Spot,
}

/// The sign of a severity; one cell on every terminal.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "▴",
        Severity::Hint => "?",
    }
}

impl App {
    /// F7: the list, at what the caret stands at, or at the section of the caret; all of
    /// it, unless one comes back from a place that it led to.
    pub(super) fn open_proofing(&mut self) {
        let Some(mut list) = self.list_at_caret() else { return };
        list.led = false;
        let part = list.is_part();
        let seen = list.length() > 0;
        self.prompt = Some(Prompt::Proofing(list));
        if seen {
            // These have no room in the key line of a usual window.
            let filter = if part { "看全部" } else { "只看一部分" };
            self.tell(format!("Ctrl+F {filter}，Ctrl+B 看忽略了哪些"));
        }
    }

    /// The list that lies behind what lies over the screen.
    pub fn proofing_behind(&self) -> Option<&Proofing> {
        self.behind.as_deref()
    }

    /// Lays something over the list; when that is closed the list is back.
    fn over_list(&mut self, list: Box<Proofing>, prompt: Prompt) {
        self.behind = Some(list);
        self.prompt = Some(prompt);
    }

    /// The list again, where something lay over it that is closed.
    pub(super) fn come_back(&mut self) {
        if self.prompt.is_none()
            && let Some(list) = self.behind.take()
            && matches!(self.screen, Screen::Writing(_))
        {
            self.prompt = Some(Prompt::Proofing(list));
        }
    }

    /// A key in the list.
    pub(super) fn run_in_proofing(&mut self, command: Command) {
        self.notice.fade();
        let Some(Prompt::Proofing(list)) = &mut self.prompt else { return };
        if list.fixes().is_some() {
            return self.run_in_fixes(command);
        }
        match command {
            Command::FixFinding => self.show_fixes(false),
            Command::FixAll => self.show_fixes(true),
            Command::IgnoreFinding => self.ask_ignoring(),
            Command::FilterFindings if list.is_part() => list.set_filter(Filter::All),
            Command::FilterFindings => self.ask_filter(),
            Command::ShowIgnored => self.ask_ignored(),
            Command::NextFinding => list.go(Command::Down),
            Command::PreviousFinding => list.go(Command::Up),
            Command::Undo => self.undo_in_proofing(),
            _ => list.go(command),
        }
    }

    /// Enter in the list: to the chosen place; opens the hints; makes the fixes that
    /// are shown.
    pub(super) fn confirm_proofing(&mut self, mut list: Box<Proofing>) {
        if list.fixes().is_some() {
            return self.confirm_fixes(list);
        }
        if list.at_hints() {
            list.turn_hints();
            return self.prompt = Some(Prompt::Proofing(list));
        }
        let Some(finding) = list.chosen().cloned() else {
            return self.prompt = Some(Prompt::Proofing(list));
        };
        list.led = true;
        self.kept.proofing = Some(list);
        self.arrive_at(&finding, "");
    }

    /// Esc in the list: from the fixes that are shown to the list, from there away.
    pub(super) fn leave_proofing(&mut self, list: Box<Proofing>) {
        if list.fixes().is_some() {
            self.leave_fixes(list);
        } else {
            self.kept.proofing = Some(list);
            self.kept.onward = Onward::Findings;
        }
    }

    /// Goes to a finding. What is wrong there stands in the status line while the
    /// caret is there, behind `way` where something is told of the way to it; a heading
    /// is asked for at once.
    pub(super) fn arrive_at(&mut self, finding: &Finding, way: &str) {
        let Screen::Writing(pane) = &mut self.screen else { return };
        pane.go_to_finding(finding);
        pane.side = Side::Findings;
        self.kept.onward = Onward::Findings;
        self.kept.reached_finding = Some(Reached { finding: finding.clone(), spot: pane.spot() });
        self.notice.fade();
        let heading = matches!(finding.spot.at, Where::Text(Site::Heading(_)));
        let asked = heading && self.ask_heading_at(finding.spot.range.start);
        if asked || !way.is_empty() {
            self.tell(format!("{way}{}", finding.message));
        }
    }

    /// Enter on a finding at the right of the text: there.
    pub(super) fn take_finding(&mut self) {
        let Screen::Writing(pane) = &self.screen else { return };
        match pane.chosen_finding().cloned() {
            Some(finding) => self.arrive_at(&finding, ""),
            None => self.tell("这里没有发现问题"),
        }
    }

    /// What the caret stands at.
    pub fn finding_here(&self) -> Option<&Finding> {
        let Screen::Writing(pane) = &self.screen else { return None };
        let reached = self.kept.reached_finding.as_ref().filter(|own| own.spot == pane.spot());
        let checks = pane.checks();
        let standing = reached.and_then(|own| checks.all().iter().find(|f| **f == own.finding));
        standing.or_else(|| checks.at(pane.spot()).filter(|own| own.severity != Severity::Hint))
    }

    /// Whether the caret is where the way to a finding has led.
    pub(super) fn is_at_finding(&self) -> bool {
        let Screen::Writing(pane) = &self.screen else { return false };
        let reached = self.kept.reached_finding.as_ref();
        let own = reached.is_some_and(|own| own.spot == pane.spot()) && pane.focus == Focus::Text;
        let here = match &self.prompt {
            None => true,
            Some(Prompt::Heading(heading)) => heading.wanted == Wanted::Rename,
            Some(_) => false,
        };
        own && here && self.kept.onward == Onward::Findings
    }

    /// Ctrl+Z in the list: takes back what was done there, and nothing else.
    fn undo_in_proofing(&mut self) {
        let (Some(Prompt::Proofing(list)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        if list.made == 0 {
            return self.tell("这次打开列表还没有改过；以前改的，按 Esc 回正文，再按 Ctrl+Z 撤销");
        }
        list.made -= 1;
        if let Some(taken) = pane.step(true) {
            self.tell(format!("已撤销：{}", taken.what));
        }
    }

    fn ask_ignoring(&mut self) {
        let Some(Prompt::Proofing(list)) = self.prompt.take() else { return };
        let Some(finding) = list.chosen().cloned() else {
            let hints = list.at_hints();
            self.prompt = Some(Prompt::Proofing(list));
            return self.trouble(if hints {
                "这是一组：按 Enter 展开，再选一处"
            } else {
                "先选一处问题"
            });
        };
        let ignoring = self.ignoring_of(finding);
        self.over_list(list, Prompt::Ignoring(Box::new(ignoring)));
    }

    /// Asks about a finding, with what was typed for it before.
    fn ignoring_of(&mut self, finding: Finding) -> Ignoring {
        let Screen::Writing(pane) = &self.screen else { return Ignoring::new(finding, None) };
        let place = place_of(pane, &finding);
        let script = Script::of(pane.session.report());
        match self.kept.ignoring(&finding, &script) {
            Some(kept) => Ignoring { finding, place, ..kept },
            None => Ignoring::new(finding, place),
        }
    }

    /// Enter in the prompt for a reason.
    pub(super) fn take_ignoring(&mut self, ignoring: &Ignoring) -> Vec<Effect> {
        let before = self.session().map(super::session::Session::revision);
        let effects = self.ignore(&ignoring.finding, ignoring.extent(), ignoring.reason());
        let changed = self.session().map(super::session::Session::revision) != before;
        if let Some(list) = &mut self.behind {
            list.made += usize::from(changed);
        }
        effects
    }

    /// Asks which findings are to be listed.
    fn ask_filter(&mut self) {
        let Some(Prompt::Proofing(list)) = self.prompt.take() else { return };
        let rows = filters(list.findings()).into_iter();
        let rows = rows.map(|(label, filter)| Row::plain(label, Pick::Filter(filter))).collect();
        let now = Pick::Filter(list.filter().clone());
        self.over_list(list, Prompt::Picker(Picker::new("只看一部分", HINT, rows).at(&now)));
    }

    /// Lists what was chosen.
    pub(super) fn take_filter(&mut self, filter: Filter) {
        if let Some(list) = &mut self.behind {
            list.set_filter(filter);
        }
    }

    /// Lists what is ignored, to be taken up again.
    pub(super) fn ask_ignored(&mut self) {
        let ignored = self.ignored();
        if ignored.is_empty() {
            return self.tell("还没有忽略过什么");
        }
        let row = |own: super::checking::Ignored| {
            let excerpt = own.excerpt.map(|text| quoted(&text)).unwrap_or_default();
            let reason =
                if own.reason.is_empty() { String::new() } else { format!("  {}", own.reason) };
            let label = format!("{}  {}{excerpt}{reason}", own.path, own.rule);
            Row::plain(label, Pick::Ignored(own.source))
        };
        let rows = ignored.into_iter().map(row).collect();
        let picker = Picker::new("忽略的问题（按 Enter 恢复）", HINT, rows).wide();
        match self.prompt.take() {
            Some(Prompt::Proofing(list)) => self.over_list(list, Prompt::Picker(picker)),
            _ => self.prompt = Some(Prompt::Picker(picker)),
        }
    }
}

/// A severity as it is called on the screen: “提示” is a pane as well, so that the sign
/// tells the hints from it.
pub fn grade(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Warning => severity.label(),
        Severity::Hint => "? 提示",
    }
}

/// Words in quotation marks; none are put around those that bring their own.
pub fn quoted(text: &str) -> String {
    if text.starts_with('“') || text.ends_with('”') {
        text.to_owned()
    } else {
        format!("“{text}”")
    }
}

/// The ways to list a part of all findings, with how many each has.
fn filters(findings: &[Finding]) -> Vec<(String, Filter)> {
    let mut filters = vec![Filter::All];
    filters.extend(Severity::ALL.map(Filter::Severity));
    let sections = findings.iter().map(|own| Filter::Section(own.spot.section.clone()));
    let rules = findings.iter().map(|own| Filter::Rule(own.rule.clone(), own.name.clone()));
    for filter in sections.chain(rules) {
        if !filters.contains(&filter) {
            filters.push(filter);
        }
    }
    let told = filters.into_iter().map(|filter| {
        let count = findings.iter().filter(|finding| filter.takes(finding)).count();
        let label = match &filter {
            Filter::All => format!("全部  {count} 处"),
            other => format!("{}  {count} 处", other.label().unwrap_or_default()),
        };
        (label, filter, count)
    });
    let told = told.filter(|(_, filter, count)| *count > 0 || *filter == Filter::All);
    told.map(|(label, filter, _)| (label, filter)).collect()
}
