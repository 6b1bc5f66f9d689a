//! What the checks find while one writes: put right, left as it is, asked about.

use fazhi_tui::app::checking::{Extent, Source};
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::prompt::{Prompt, Question};
use fazhi_tui::check::{Finding, Severity};
use fazhi_tui::report::progress::Mark;
use fazhi_tui::report::waiver::Scope;
use fazhi_tui::report::{Amount, Figure, Place, SectionId};
use fazhi_tui::storage::Settings;

use super::{ITEM, at_item_with, body};
use crate::stage::{Stage, set_body, written_report};

/// Half-width marks that are found in the open draft.
fn found(stage: &Stage) -> Vec<Finding> {
    let all = stage.pane().checks().all().iter();
    all.filter(|own| &*own.rule == "half-width-mark").cloned().collect()
}

fn asked(stage: &Stage) -> Question {
    match stage.app.prompt() {
        Some(Prompt::Question(question)) => question.clone(),
        other => panic!("{other:?}: {}", stage.notice()),
    }
}

#[test]
fn all_fixes_are_one_step_and_the_caret_stays() {
    let mut stage = at_item_with("渡口值守,夜间巡河,不断档。");
    stage.play("Left Left");
    assert_eq!(stage.text(), "渡口值守,夜间巡河,不断|档。");
    let all = found(&stage);
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|own| stage.app.fix_of(own).is_some()));
    assert_eq!(stage.app.make_fixes(&all), 2);
    stage.fit();
    assert_eq!(stage.text(), "渡口值守，夜间巡河，不断|档。");
    assert_eq!(stage.notice(), "改好 2 处；按一次 Ctrl+Z 全部撤销");
    assert_eq!(found(&stage), []);
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "渡口值守,夜间巡河,不断|档。");
    assert_eq!(stage.notice(), "已撤销：校核的改正");
    assert_eq!(found(&stage).len(), 2);
    assert_eq!(stage.app.make_fixes(&all[..1]), 1);
    assert_eq!(body(stage.report()), "渡口值守，夜间巡河,不断档。");
    // It is done: nothing stands there to be put right.
    assert_eq!(stage.app.make_fixes(&all[..1]), 0);
}

#[test]
fn a_finding_is_ignored_until_its_words_change() {
    let mut stage = at_item_with("渡口值守,夜间巡河,不断档。");
    let first = found(&stage).remove(0);
    stage.app.ignore(&first, Extent::Here, " 照抄原文 ");
    assert_eq!(found(&stage).len(), 1, "at once");
    stage.fit();
    assert_eq!(found(&stage).len(), 1);
    let waiver = stage.report().waivers[0].clone();
    assert_eq!(waiver.at, Some(Scope::Section(SectionId(2))));
    assert_eq!(waiver.excerpt.as_deref(), Some("口值守,夜间巡"));
    assert_eq!(waiver.to_string(), "照抄原文（2026-01-08）");
    let listed = stage.app.ignored();
    assert_eq!((listed[0].path.as_str(), listed[0].covers), ("一/（一）", 1));
    // Elsewhere one may write on.
    stage.play("Ctrl+Home 前面加上的话。 Enter");
    assert_eq!(found(&stage).len(), 1);
    stage.play("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(found(&stage).len(), 2, "{}", stage.notice());
    stage.play("Ctrl+Y");
    assert_eq!(found(&stage).len(), 1);
    let mut changed = stage.report().clone();
    set_body(&mut changed, ITEM, vec!["渡口值班,夜间巡河,不断档。".to_owned()]);
    let mut stage = Stage::writing(changed);
    assert_eq!(found(&stage).len(), 2);
    assert_eq!(stage.app.ignored()[0].covers, 0);
    stage.app.revoke(&Source::Draft(waiver));
    assert!(stage.report().waivers.is_empty());
}

#[test]
fn of_two_places_that_look_alike_one_is_ignored() {
    let mut stage = at_item_with("渡口,值守。渡口,值守。");
    for left in [1, 0] {
        let first = found(&stage).remove(0);
        stage.app.ignore(&first, Extent::Here, "");
        assert_eq!(found(&stage).len(), left, "at once");
        stage.fit();
        assert_eq!(found(&stage).len(), left);
        assert!(stage.app.ignored().iter().all(|own| own.covers == 1));
    }
    stage.play("Ctrl+Home 开头加一句。");
    assert_eq!(found(&stage), []);
}

#[test]
fn a_rule_is_ignored_in_the_draft_and_for_ever() {
    let mut stage = at_item_with("渡口值守,夜间巡河,不断档。");
    let first = found(&stage).remove(0);
    stage.app.ignore(&first, Extent::Draft, "县里的模板就是这样");
    stage.fit();
    assert_eq!((found(&stage).len(), stage.app.ignored()[0].covers), (0, 2));
    stage.play("Ctrl+Z");
    assert_eq!(found(&stage).len(), 2);
    let effects = stage.app.ignore(&first, Extent::Always, " 县里不管 ");
    let [Effect::SwitchRules(changed)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(changed.before, Settings::default());
    assert_eq!(changed.after.names_off(), ["half-width-mark"]);
    assert_eq!(found(&stage), [], "at once");
    stage.fit();
    assert_eq!(found(&stage), []);
    let listed = stage.app.ignored();
    assert_eq!((listed[0].rule.as_str(), listed[0].path.as_str()), ("半角标点", "所有稿件"));
    assert_eq!(listed[0].reason, "县里不管（2026-01-08）");
    stage.app.revoke(&listed[0].source.clone());
    stage.fit();
    assert_eq!(found(&stage).len(), 2);
}

#[test]
fn an_error_asks_for_f4_again_and_for_an_answer_before_the_export() {
    let mut stage = at_item_with("渡口值守,夜间不断档。");
    stage.play("F4");
    let question = asked(&stage);
    assert_eq!(question.title, "这一节有 1 处错误");
    assert!(question.lines[0].starts_with("！错误："), "{:?}", question.lines);
    stage.play("Enter");
    assert_eq!(stage.text(), "渡口值守|,夜间不断档。");
    stage.play("F4 F4");
    assert_eq!(stage.report().mark(ITEM), Mark::Done);

    let mut report = written_report();
    set_body(&mut report, Place::Preamble, vec!["渡口值守,夜间不断档。".to_owned()]);
    let mut stage = Stage::writing(report);
    let errors = stage.pane().checks().all().iter().filter(|own| own.severity == Severity::Error);
    assert_eq!(errors.count(), 1);
    stage.play("F12");
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    assert!(export.open[0].starts_with("导语，错误："), "{:?}", export.open);
    stage.play("Enter");
    assert_eq!(asked(&stage).title, "校核出的错误还没有改");
    stage.play("Enter");
    assert_eq!(stage.at(), "导语");
    stage.play("F12 Enter Down Enter");
    assert!(matches!(stage.effects.last(), Some(Effect::Export(_))), "{:?}", stage.effects);
}

#[test]
fn warnings_do_not_hinder_the_export_and_are_counted() {
    let mut report = written_report();
    let ledger = [("隐患排查", "20"), ("隐患整改", "19"), ("隐患整改率", "98")];
    report.figures = ledger.map(figure).to_vec();
    let text = "渡口隐患排查{隐患排查}处，整改{隐患整改}处，整改率{隐患整改率}%。";
    set_body(&mut report, ITEM, vec![text.to_owned()]);
    let mut stage = Stage::writing(report);
    let counts = stage.pane().checks().counts();
    assert!(counts.error == 0 && counts.warning > 0, "{:?}", stage.pane().checks().all());
    stage.play("F12");
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    assert_eq!(export.open, Vec::<String>::new());
    let told: Vec<&str> = export.misfits.iter().map(String::as_str).collect();
    assert!(told[0].contains("算出来的不同"), "{told:?}");
    let warnings = format!("还有 {} 处警告，不改也能导出；要看就按 Esc，再按 F7", counts.warning);
    assert_eq!(told[1..], [warnings.as_str()]);
    stage.play("Enter");
    assert!(matches!(stage.effects.last(), Some(Effect::Export(_))), "{:?}", stage.effects);
}

#[test]
fn figures_that_do_not_agree_are_listed_once() {
    let mut report = written_report();
    report.figures = [("隐患排查", "15"), ("隐患整改", "16")].map(figure).to_vec();
    let text = "岸线隐患排查{隐患排查}处，整改{隐患整改}处。";
    set_body(&mut report, ITEM, vec![text.to_owned()]);
    let mut stage = Stage::writing(report);
    let once = |lines: &[String]| {
        let told = lines.iter().filter(|line| line.contains("16 比 隐患排查 15 多"));
        assert_eq!(told.count(), 1, "{lines:?}");
    };
    stage.play("F12");
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    once(&[export.open.clone(), export.misfits.clone()].concat());
    stage.play("Enter");
    once(&asked(&stage).lines);
    stage.play("Esc Ctrl+G 深入 Enter Ctrl+End 按月复查。 F4");
    once(&asked(&stage).lines);
}

fn figure((name, value): (&str, &str)) -> Figure {
    let value = Amount::parse(value).ok();
    Figure { name: name.to_owned(), value, unit: String::new(), source: String::new() }
}

#[test]
fn a_draft_that_can_only_be_read_is_checked_and_not_changed() {
    let mut report = written_report();
    set_body(&mut report, ITEM, vec!["渡口值守,夜间不断档。".to_owned()]);
    let mut stage = Stage::reading(report.clone());
    let all = found(&stage);
    assert_eq!(all.len(), 1);
    assert_eq!(stage.app.make_fixes(&all), 0);
    assert!(stage.notice().starts_with("这里是只读"));
    stage.app.ignore(&all[0], Extent::Here, "");
    assert!(stage.notice().starts_with("这里是只读"));
    assert_eq!(*stage.report(), report);
}

#[test]
fn the_way_leads_from_finding_to_finding() {
    let mut stage = at_item_with("渡口值守,夜间巡河,不断档。");
    stage.play("Ctrl+Home");
    let next = |stage: &Stage, reached: Option<&Finding>, forward| {
        let next = stage.pane().next_finding(reached, forward, |_| true).unwrap();
        (next.finding.clone(), next.round)
    };
    let all: Vec<Finding> = stage.pane().checks().all().to_vec();
    let (first, round) = next(&stage, None, true);
    assert!(!round && first.spot.entry() == Some(stage.pane().entry()), "{first:?}");
    let at = all.iter().position(|own| *own == first).unwrap();
    let (second, _) = next(&stage, Some(&first), true);
    assert_eq!(second, all[(at + 1) % all.len()]);
    let (last, round) = next(&stage, Some(&all[0]), false);
    assert_eq!((&last, round), (all.last().unwrap(), true));
    let (first, round) = next(&stage, all.last(), true);
    assert_eq!((&first, round), (&all[0], true));
}
