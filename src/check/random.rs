//! Any text can be checked: no rule fails on it, what is found stands where it is
//! said to stand, and neither the order of rules nor what was checked before matters.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::select;

use super::catalogue::Rules;
use super::checker::Checker;
use super::finding::Finding;
use super::script::Script;
use super::testing::{put, report, script};
use crate::report::Report;
use crate::text::samples;

use super::rule::Stage;

/// Pieces of reports, so that rules find something in what comes of them.
const PIECES: &[&str] = &[
    "云溪镇",
    "我街道",
    "渡口",
    "党委会",
    "村（社区）",
    "《渡口管理办法》",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "、",
    "，",
    "。",
    "；",
    "：",
    ",",
    ".",
    "\"",
    "(",
    ")",
    " ",
    "\u{3000}",
    "一是",
    "二是",
    "三是",
    "1.",
    "2、",
    "（1）",
    "其中",
    "共",
    "合计",
    "15项",
    "7件",
    "3次",
    "99%",
    "100%",
    "12.4",
    "2021-2025年",
    "2025年",
    "今年",
    "截至",
    "等",
    "报告如下。",
    "[bookmark: _GoBack]",
    "&nbsp;",
    "XX",
    "办结",
    "受理",
    "成功率",
    "较好的完成",
    "坚持坚持",
    "138",
    "00138000",
    "{合同}",
    "【几】",
    "〔2025〕3号",
    "权责清单",
    "每月1次",
    "余",
    "近",
];

fn rules() -> Arc<Rules> {
    static RULES: LazyLock<Arc<Rules>> = LazyLock::new(|| {
        let mut rules = Rules::built_in();
        for rule in &mut rules.rules {
            rule.branches.iter_mut().for_each(|branch| branch.on = true);
        }
        Arc::new(rules)
    });
    Arc::clone(&RULES)
}

/// A line of prose, or one of any signs.
fn line() -> impl Strategy<Value = String> {
    let prose = prop::collection::vec(select(PIECES), 0..24).prop_map(|own| own.concat());
    prop_oneof![3 => prose, 1 => samples::paragraph(30)]
}

fn place() -> impl Strategy<Value = Stage> {
    select(
        &[
            Stage::Title,
            Stage::Addressee,
            Stage::Heading,
            Stage::Part,
            Stage::Preamble,
            Stage::Results,
            Stage::Shortcomings,
            Stage::Leadership,
            Stage::Plan,
            Stage::Date,
            Stage::Contact,
            Stage::CopyTo,
        ][..],
    )
}

fn changes() -> impl Strategy<Value = Vec<(Stage, String)>> {
    prop::collection::vec((place(), line()), 0..12)
}

fn changed(changes: &[(Stage, String)]) -> Report {
    let mut own = report(2025, "云溪镇");
    for (place, text) in changes {
        put(&mut own, *place, text);
    }
    own
}

fn fresh(script: &Script) -> Vec<Finding> {
    Checker::new(rules()).check(script)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_found_stands_where_it_is_said_to_stand(all in changes(), draft: bool) {
        let script = script(&changed(&all), draft);
        for finding in fresh(&script) {
            for spot in std::iter::once(&finding.spot).chain(&finding.also) {
                let written = script.lines[spot.line].written();
                prop_assert_eq!(written.get(spot.range.clone()), Some(spot.excerpt.as_str()));
                prop_assert_eq!(written[..spot.range.start].chars().count() + 1, spot.column);
            }
            prop_assert!(!finding.message.is_empty());
        }
    }

    #[test]
    fn the_order_of_rules_does_not_matter(all in changes(), by in 0_usize..48) {
        let script = script(&changed(&all), false);
        let mut turned = (*rules()).clone();
        turned.rules.rotate_left(by);
        turned.rules.reverse();
        prop_assert_eq!(Checker::new(Arc::new(turned)).check(&script), fresh(&script));
    }

    #[test]
    fn what_was_checked_before_does_not_matter(all in changes()) {
        let mut checker = Checker::new(rules());
        for count in 0..=all.len() {
            let script = script(&changed(&all[..count]), true);
            prop_assert_eq!(checker.check(&script), fresh(&script));
        }
    }
}
