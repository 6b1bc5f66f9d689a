//! Drafts that are checked: what is ignored is left out, errors count as open.

use super::Desk;

/// A draft with an error in its second section.
fn with_error(desk: &Desk) -> String {
    desk.new_draft();
    let path = desk.data().join("drafts/2024-云溪镇.ron");
    let draft = std::fs::read_to_string(&path).unwrap();
    let at = draft.find("key: \"study\"").unwrap();
    let body = at + draft[at..].find("body: []").unwrap();
    let text = "body: [\"渡口值守到位,夜间巡河不断档。\"]";
    format!("{}{text}{}", &draft[..body], &draft[body + "body: []".len()..])
}

fn keep(desk: &Desk, draft: &str) {
    std::fs::write(desk.data().join("drafts/2024-云溪镇.ron"), draft).unwrap();
}

fn errors(desk: &Desk) -> u64 {
    desk.good(&["status", "2024-云溪镇", "--json"]).json()["findings"]["error"].as_u64().unwrap()
}

#[test]
fn what_is_ignored_in_a_draft_is_left_out() {
    let desk = Desk::new();
    let draft = with_error(&desk);
    keep(&desk, &draft);
    let check = ["check", "2024-云溪镇", "--json", "--level", "error"];
    let found = desk.run(&check);
    assert_eq!((found.code, errors(&desk)), (1, 1), "{}", found.text());
    assert_eq!(found.json()[0]["rule"], "half-width-mark");
    let human = desk.good(&["status", "2024-云溪镇"]).text();
    assert!(human.contains("校核：错误 1 处"), "{human}");

    let end = draft.rfind("  ),\n)").unwrap();
    let waiver = |rest: &str| {
        format!("{}    waivers: [(rule: \"half-width-mark\"{rest})],\n  ),\n)\n", &draft[..end])
    };
    for own in ["", ", at: section(2), excerpt: \"守到位,夜间巡\", reason: \"照抄\""] {
        keep(&desk, &waiver(own));
        assert_eq!(desk.good(&check).json().as_array().unwrap().len(), 0, "{own}");
        assert_eq!(errors(&desk), 0);
    }
    keep(&desk, &waiver(", at: section(3)"));
    assert_eq!((desk.run(&check).code, errors(&desk)), (1, 1));
    desk.put("数据/settings.ron", "(rules_off: [\"half-width-mark\", \"新规则\"])".as_bytes());
    desk.good(&check);
    assert_eq!(errors(&desk), 0);
}

#[test]
fn an_error_keeps_a_report_from_being_exported_unless_told() {
    let desk = Desk::new();
    keep(&desk, &with_error(&desk));
    let export = ["export", "2024-云溪镇", "-o", "-"];
    let refused = desk.run(&export);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("一/（一），错误："), "{}", refused.err);
    let written = desk.good(&[&export[..], &["--allow-open"]].concat());
    assert!(written.text().contains("到位,夜间"));
    assert!(written.err.contains("提醒：一/（一），错误："), "{}", written.err);
}
