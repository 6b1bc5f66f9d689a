//! What is done with findings: put right, left as they are, and taken up again.

use super::effect::Effect;
use super::fixes::{self, Fix};
use super::pane::WritingPane;
use super::{App, Screen};
use crate::check::{Finding, Script};
use crate::report::Waiver;
use crate::report::waiver::Anchor;
use crate::storage::{Changed, RuleOff, Settings};

/// How far a finding is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// 只这一处: these words in this section.
    Here,
    /// 这份稿件里都不查: the rule in this draft.
    Draft,
    /// 以后都不查: the rule in every draft, in the settings.
    Always,
}

impl Extent {
    /// All of them, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Here, Self::Draft, Self::Always];

    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Here => "只这一处",
            Self::Draft => "这份稿件里都不查这一条",
            Self::Always => "以后都不查这一条",
        }
    }
}

/// Something that is ignored, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// What it is, to be revoked by.
    pub source: Source,
    /// What the rule is called.
    pub rule: String,
    /// Where: `一/（三）`, 整份稿件, 所有稿件.
    pub path: String,
    /// The words that it is about, where it is about some.
    pub excerpt: Option<String>,
    /// Why, and since when.
    pub reason: String,
    /// How many findings it covers now; 0 where what it was about is changed.
    pub covers: usize,
}

/// Where something that is ignored is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the draft.
    Draft(Waiver),
    /// In the settings: the rule that is switched off.
    Settings(String),
}

impl App {
    /// The fixes that can be made in the open draft, in reading order.
    pub fn fixes(&self) -> Vec<Fix> {
        let Screen::Writing(pane) = &self.screen else { return Vec::new() };
        fixes::offered(pane.checks().all(), pane.session.report())
    }

    /// What the fix of a finding would make of the text.
    pub fn fix_of(&self, finding: &Finding) -> Option<Fix> {
        let Screen::Writing(pane) = &self.screen else { return None };
        fixes::shown(finding, pane.session.report())
    }

    /// Makes the fixes of these findings as one step, and says what was done; gives
    /// how many were made.
    pub fn make_fixes(&mut self, findings: &[Finding]) -> usize {
        let Screen::Writing(pane) = &mut self.screen else { return 0 };
        let made = match pane.fix(findings) {
            Ok(made) => made.len(),
            Err(sentence) => {
                self.trouble(sentence);
                return 0;
            }
        };
        match (made, findings.len() - made) {
            (0, _) => self.trouble("没有改：这里的文字已经变了，或者要由您来改"),
            (1, 0) => self.tell("改好 1 处；改错了按 Ctrl+Z 撤销"),
            (made, 0) => self.tell(format!("改好 {made} 处；按一次 Ctrl+Z 全部撤销")),
            (made, left) => {
                self.tell(format!("改好 {made} 处，还有 {left} 处没有改；按一次 Ctrl+Z 全部撤销"));
            }
        }
        made
    }

    /// Leaves a finding as it is, with the reason in the author's words.
    pub fn ignore(&mut self, finding: &Finding, extent: Extent, reason: &str) -> Vec<Effect> {
        let (reason, date) = (reason.trim().to_owned(), self.facts.today.iso());
        if extent == Extent::Always {
            return self.switch_off(RuleOff { rule: finding.rule.to_string(), reason, date });
        }
        let Screen::Writing(pane) = &mut self.screen else { return Vec::new() };
        let here = extent == Extent::Here;
        let waiver = if here { place_of(pane, finding) } else { Some(whole_draft(finding)) };
        let Some(waiver) = waiver else {
            self.trouble("没有忽略：这里的文字已经变了");
            return Vec::new();
        };
        let waiver = Waiver { reason, date, ..waiver };
        let mut waivers = pane.session.report().waivers.clone();
        waivers.push(waiver.clone());
        let told = pane.change_waivers(waivers).map(|()| {
            pane.session.set_aside(&waiver);
            match extent {
                Extent::Here => "已忽略这一处；按 Ctrl+B 看忽略了哪些，能恢复".to_owned(),
                _ => format!(
                    "这份稿件里不再查“{}”；按 Ctrl+B 看忽略了哪些，能恢复",
                    rule_name(pane, &waiver.rule)
                ),
            }
        });
        self.report_on(told);
        Vec::new()
    }

    /// What is ignored in the open draft and in all drafts.
    pub fn ignored(&self) -> Vec<Ignored> {
        let Screen::Writing(pane) = &self.screen else { return Vec::new() };
        let report = pane.session.report();
        let script = Script::of(report);
        let drafts = report.waivers.iter().map(|waiver| Ignored {
            rule: rule_name(pane, &waiver.rule),
            path: waiver.at.map_or_else(|| "整份稿件".to_owned(), |at| at.path(report)),
            excerpt: waiver.excerpt.clone(),
            reason: waiver.to_string(),
            covers: pane
                .checks()
                .ignored()
                .iter()
                .filter(|own| own.is_left(waiver, &script))
                .count(),
            source: Source::Draft(waiver.clone()),
        });
        let settings = self.facts.settings.rules_off.iter().map(|rule| Ignored {
            rule: rule_name(pane, &rule.rule),
            path: "所有稿件".to_owned(),
            excerpt: None,
            reason: rule.to_string(),
            covers: 0,
            source: Source::Settings(rule.rule.clone()),
        });
        drafts.chain(settings).collect()
    }

    /// Takes something up again that was ignored.
    pub fn revoke(&mut self, source: &Source) -> Vec<Effect> {
        let waiver = match source {
            Source::Settings(rule) => return self.switch_on(rule),
            Source::Draft(waiver) => waiver,
        };
        let Screen::Writing(pane) = &mut self.screen else { return Vec::new() };
        let mut waivers = pane.session.report().waivers.clone();
        waivers.retain(|own| own != waiver);
        let told = pane.change_waivers(waivers).map(|()| "不再忽略，又会列出来".to_owned());
        self.report_on(told);
        Vec::new()
    }

    /// Switches a rule off in every draft.
    fn switch_off(&mut self, off: RuleOff) -> Vec<Effect> {
        let Screen::Writing(pane) = &mut self.screen else { return Vec::new() };
        let name = rule_name(pane, &off.rule);
        pane.session.drop_rule(&off.rule);
        self.tell(format!("以后都不查“{name}”；按 Ctrl+B 看忽略了哪些，能恢复"));
        let before = self.facts.settings.clone();
        self.facts.settings.switch_off(off);
        self.keep_rules(before)
    }

    /// Switches a rule on again in every draft.
    fn switch_on(&mut self, rule: &str) -> Vec<Effect> {
        let Screen::Writing(pane) = &self.screen else { return Vec::new() };
        let name = rule_name(pane, rule);
        self.tell(format!("又开始查“{name}”"));
        let before = self.facts.settings.clone();
        self.facts.settings.switch_on(rule);
        self.keep_rules(before)
    }

    fn keep_rules(&self, before: Settings) -> Vec<Effect> {
        let after = self.facts.settings.clone();
        vec![Effect::SwitchRules(Box::new(Changed { before, after }))]
    }

    fn report_on(&mut self, told: Result<String, String>) {
        match told {
            Ok(sentence) => self.tell(sentence),
            Err(sentence) => self.trouble(sentence),
        }
    }
}

/// The place of a finding as a waiver holds on to it; none where its text is another by now.
pub(super) fn place_of(pane: &WritingPane, finding: &Finding) -> Option<Waiver> {
    let script = Script::of(pane.session.report());
    let Anchor { words, nth } = finding.spot.anchor(&script)?;
    let (at, excerpt) = (finding.spot.at.scope(), Some(words.to_owned()));
    Some(Waiver { at, excerpt, nth, ..whole_draft(finding) })
}

/// All that the rule of a finding finds in a draft.
fn whole_draft(finding: &Finding) -> Waiver {
    let empty = String::new;
    let rule = finding.rule.to_string();
    Waiver { rule, at: None, excerpt: None, nth: 0, reason: empty(), date: empty() }
}

/// What a rule is called; its own name before the rules are known.
fn rule_name(pane: &WritingPane, id: &str) -> String {
    pane.checks().rule(id).map_or_else(|| id.to_owned(), |rule| rule.name.clone())
}
