//! Fixes are shown, and made or not: from the list of 校核 and at the caret.

use super::command::Command;
use super::prompt::Prompt;
use super::prompt::proofing::{Asked, Filter, Proofing};
use super::{App, Screen};
use crate::check::Finding;

impl App {
    /// A key while fixes are shown.
    pub(super) fn run_in_fixes(&mut self, command: Command) {
        let Some(Prompt::Proofing(list)) = &mut self.prompt else { return };
        if command == Command::LeaveOut {
            list.turn_fix();
        } else {
            list.go(command);
        }
    }

    /// Shows the fix of the chosen finding, or all fixes there are, before any is made.
    pub(super) fn show_fixes(&mut self, all: bool) {
        let Some(Prompt::Proofing(list)) = &self.prompt else { return };
        let chosen = list.chosen().cloned();
        let (filter, hints) = (list.filter().clone(), list.at_hints());
        let fixes = if all {
            let mut fixes = self.fixes();
            fixes.retain(|fix| filter.takes(&fix.finding));
            fixes
        } else {
            let mut fix = chosen.as_ref().and_then(|finding| self.fix_of(finding));
            if let Some(fix) = &mut fix {
                fix.left_out = false;
            }
            fix.into_iter().collect()
        };
        if fixes.is_empty() {
            return self.trouble(match (all, chosen) {
                (true, _) => "没有程序能直接改的；按 Enter 到那里，由您来改",
                (false, Some(_)) => "这一处要由您来改：按 Enter 到那里",
                (false, None) if hints => "这是一组：按 Enter 展开，再选一处",
                (false, None) => "先选一处问题",
            });
        }
        if let Some(Prompt::Proofing(list)) = &mut self.prompt {
            list.show_fixes(fixes, if all { Asked::All } else { Asked::One });
        }
    }

    /// Ctrl+R in the text: shows the fix of what the caret stands at.
    pub(super) fn show_fix_here(&mut self) {
        let Some(finding) = self.finding_here().cloned() else {
            return self.tell("光标这里没有问题；按 F7 看全部");
        };
        let Some(mut fix) = self.fix_of(&finding) else {
            return self.trouble("这一处程序改不了，要由您来改");
        };
        fix.left_out = false;
        let Some(mut list) = self.list_at_caret() else { return };
        list.show_fixes(vec![fix], Asked::Here);
        self.notice.fade();
        self.prompt = Some(Prompt::Proofing(list));
    }

    /// Enter while fixes are shown: makes those that are not left out.
    pub(super) fn confirm_fixes(&mut self, mut list: Box<Proofing>) {
        if list.wanted_fixes() == 0 {
            self.prompt = Some(Prompt::Proofing(list));
            return self.trouble("一处也没有选：按 Del 选上，或者按 Esc 不改");
        }
        let Some(fixing) = list.leave_fixes() else { return };
        let wanted = fixing.fixes.into_iter().filter(|fix| !fix.left_out);
        let findings: Vec<Finding> = wanted.map(|fix| fix.finding).collect();
        list.made += usize::from(self.make_fixes(&findings) > 0);
        if fixing.asked == Asked::All {
            list.start();
        }
        self.leave_for(list, fixing.asked);
    }

    /// Esc while fixes are shown.
    pub(super) fn leave_fixes(&mut self, mut list: Box<Proofing>) {
        let Some(fixing) = list.leave_fixes() else { return };
        self.leave_for(list, fixing.asked);
        self.tell("没有改");
    }

    /// Back to where the fixes were asked for.
    fn leave_for(&mut self, list: Box<Proofing>, asked: Asked) {
        match asked {
            Asked::One | Asked::All => self.prompt = Some(Prompt::Proofing(list)),
            Asked::Here => self.kept.proofing = Some(list),
        }
    }

    /// The list as it was left, the row of the caret chosen: what the caret stands at,
    /// else the gravest of its section.
    pub(super) fn list_at_caret(&mut self) -> Option<Box<Proofing>> {
        let here = self.finding_here().cloned();
        let back = self.is_at_finding();
        let Screen::Writing(pane) = &self.screen else { return None };
        let (checks, entry) = (pane.checks(), pane.entry());
        let mut list = self.kept.proofing.take().unwrap_or_else(|| Box::new(Proofing::new(checks)));
        if list.is_part() && !(back && list.led) {
            list.set_filter(Filter::All);
        }
        list.made = 0;
        list.take(checks);
        match here {
            Some(finding) => list.choose(&finding),
            None => list.start_at(entry),
        }
        Some(list)
    }
}
