//! The list of 校核: its order, its heads, what is chosen.

use super::*;
use crate::check::{Spot, Where};
use crate::report::Place;
use crate::report::find::Site;

fn finding(severity: Severity, group: Group, line: usize) -> Finding {
    Finding {
        rule: "length".into(),
        name: "篇幅".into(),
        group,
        branch: "whole".into(),
        severity,
        spot: Spot {
            at: Where::Text(Site::Paragraph(Place::Preamble, line)),
            range: 0..3,
            column: 1,
            excerpt: "字".to_owned(),
            section: if line < 3 { "导语".into() } else { "一/（一）".into() },
            line,
        },
        message: format!("第{line}行"),
        basis: "惯例".into(),
        fix: None,
        also: Vec::new(),
    }
}

/// A list of these findings, as a check would give them.
fn list(findings: &[Finding]) -> Proofing {
    let mut list = Proofing { known: true, findings: findings.to_vec(), ..Proofing::default() };
    list.compose(None);
    list
}

fn five() -> Vec<Finding> {
    vec![
        finding(Severity::Hint, Group::Years, 0),
        finding(Severity::Warning, Group::Marks, 1),
        finding(Severity::Error, Group::Figures, 2),
        finding(Severity::Warning, Group::Years, 3),
        finding(Severity::Error, Group::Figures, 4),
    ]
}

fn chosen(list: &Proofing) -> Option<usize> {
    list.chosen().map(|own| own.spot.line)
}

#[test]
fn the_gravest_come_first_and_hints_are_closed() {
    let mut list = list(&five());
    assert_eq!(
        list.rows(),
        [
            Row::Head(Severity::Error, Group::Figures, 2),
            Row::Finding(2),
            Row::Finding(4),
            Row::Head(Severity::Warning, Group::Years, 1),
            Row::Finding(3),
            Row::Head(Severity::Warning, Group::Marks, 1),
            Row::Finding(1),
            Row::Hints(1),
        ]
    );
    assert_eq!(
        (list.title(), chosen(&list)),
        ("校核  错误 2，警告 2，? 提示 1".to_owned(), Some(2))
    );
    list.go(Command::RowEnd);
    assert!(list.at_hints() && chosen(&list).is_none());
    list.turn_hints();
    assert_eq!(
        list.rows()[7..],
        [Row::Hints(1), Row::Head(Severity::Hint, Group::Years, 1), Row::Finding(0),]
    );
    assert!(list.at_hints() && list.hints_open());
}

#[test]
fn the_choice_passes_over_heads() {
    let mut list = list(&five());
    let mut seen = vec![chosen(&list)];
    for _ in 0..4 {
        list.go(Command::Down);
        seen.push(chosen(&list));
    }
    assert_eq!(seen, [Some(2), Some(4), Some(3), Some(1), None]);
    for _ in 0..9 {
        list.go(Command::Up);
    }
    assert_eq!(chosen(&list), Some(2));
    list.fit(2);
    assert_eq!(list.list.top, 0);
    assert!(list.press(3) && chosen(&list) == Some(2));
    assert!(list.press(4) && chosen(&list) == Some(3));
    assert!(!list.press(4));
}

#[test]
fn what_is_put_right_leaves_the_next_one_chosen() {
    let mut list = list(&five());
    list.findings.remove(2);
    let gone = finding(Severity::Error, Group::Figures, 2);
    list.compose(Some(&gone));
    assert_eq!(chosen(&list), Some(4));
    list.findings.clear();
    list.compose(Some(&gone));
    assert_eq!((chosen(&list), list.length()), (None, 0));
    assert_eq!(list.nothing()[0], "没有发现问题。");
}

#[test]
fn a_part_of_all_is_listed() {
    let mut list = list(&five());
    list.set_filter(Filter::Section("一/（一）".into()));
    assert_eq!(
        (list.title(), list.told()),
        (
            "校核  只看：一/（一）  2 处，共 5 处（Ctrl+F 看全部）".into(),
            "第 1 处，只看 2 处，共 5 处".into()
        )
    );
    list.set_filter(Filter::Severity(Severity::Hint));
    list.go(Command::Down);
    assert_eq!(chosen(&list), Some(0));
    list.set_filter(Filter::Rule("none".into(), "没有".into()));
    assert_eq!(list.length(), 0);
    assert!(list.nothing()[0].starts_with("这里没有要看的"));
}
