//! New drafts, the list of them, and one that is broken.

use std::path::Path;

use serde_json::Value;

use super::{Desk, REPORT, read};

#[test]
fn a_new_draft_is_listed_with_what_is_left_to_do() {
    let desk = Desk::new();
    let made = desk.good(&["new", "--unit", "云溪镇", "--year", "２０２４"]);
    assert_eq!(made.text(), "2024-云溪镇\n");
    let list = desk.good(&["list", "--json"]).json();
    assert_eq!(list[0]["id"], "2024-云溪镇");
    assert_eq!(list[0]["unit"], "云溪镇");
    assert_eq!(list[0]["state"], "drafting");
    assert_eq!(list[0]["progress"]["done"], 0);
    let changed = list[0]["changed"].as_str().unwrap();
    assert_eq!((changed.len(), &changed[10..11]), (19, "T"));
    assert!(desk.good(&["list"]).text().contains("2024-云溪镇"));

    let status = desk.good(&["status", "2024-云溪镇", "--json"]).json();
    assert_eq!(status["progress"]["required"], 12);
    assert_eq!(status["preamble"]["mark"], "drafting");
    assert_eq!(status["sections"][1]["number"], "（一）");
    assert_eq!(status["sections"][1]["mark"], "empty");
    assert!(status["blanks"].as_u64().unwrap() > 0);
    let human = desk.good(&["status", "2024-云溪镇"]).text();
    assert!(human.contains("完成 0/12 节"), "{human}");
}

#[test]
fn a_unit_gets_the_first_template_that_suits_it() {
    let desk = Desk::new();
    for (unit, template) in [
        ("柳湾乡", "town-four-parts"),
        ("清河街道", "subdistrict-four-parts"),
        ("司法局", "bureau"),
    ] {
        let id = desk.good(&["new", "--unit", unit, "--year", "2024"]).text();
        let path = desk.data().join("drafts").join(format!("{}.ron", id.trim()));
        let draft = std::fs::read_to_string(&path).unwrap();
        assert!(draft.contains(&format!("template: \"{template}\"")), "{draft}");
    }
    let street = desk.data().join("drafts/2024-清河街道.ron");
    let draft = std::fs::read_to_string(&street).unwrap();
    assert!(draft.contains("\"清河街道办事处\"") && draft.contains("\"中共清河街道工作委员会\""));
}

#[test]
fn an_empty_folder_is_no_failure_and_stays_empty() {
    let desk = Desk::new();
    let list = desk.good(&["list"]);
    assert!(list.out.is_empty() && list.err.contains("还没有稿件"));
    assert_eq!(desk.good(&["list", "--json"]).json(), Value::Array(vec![]));
    desk.good(&["doctor"]);
    desk.good(&["templates"]);
    assert!(!desk.data().exists());
}

#[test]
fn a_taken_name_gets_a_number_unless_it_was_asked_for() {
    let desk = Desk::new();
    desk.new_draft();
    let again = desk.good(&["new", "--unit", "云溪镇", "--year", "2024"]);
    assert_eq!(again.text(), "2024-云溪镇-2\n");
    let exact = ["new", "--unit", "云溪镇", "--year", "2024", "--id"];
    let refused = desk.run(&[&exact[..], &["2024-云溪镇"]].concat());
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("已经有同名的文件"), "{}", refused.err);
    let free = desk.good(&[&exact[..], &["初稿"]].concat());
    assert_eq!(free.text(), "初稿\n");
}

#[test]
fn what_is_remembered_of_a_unit_is_used_for_that_unit_only() {
    let desk = Desk::new();
    let settings = "(profile: (name: \"云溪镇\", county: \"临川县\"))";
    desk.put("数据/settings.ron", settings.as_bytes());
    desk.new_draft();
    desk.good(&["new", "--unit", "青石乡", "--year", "2024"]);
    let issuers = |id| desk.good(&["outline", id, "--json"]).json()["issuers"].clone();
    assert_eq!(issuers("2024-云溪镇")[1], "临川县云溪镇人民政府");
    assert_eq!(issuers("2024-青石乡")[1], "青石乡人民政府");
}

#[test]
fn a_section_that_is_left_out_has_no_number() {
    let desk = Desk::new();
    desk.new_draft();
    let status = desk.good(&["status", "2024-云溪镇", "--json"]).json();
    let last = status["sections"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["heading"], "其他需要报告的情况");
    assert_eq!(last["number"], serde_json::Value::Null);
    let outline = desk.good(&["outline", "2024-云溪镇", "--json"]).json();
    let numbers: Vec<_> = outline["sections"].as_array().unwrap().iter().collect();
    let numbers: Vec<_> = numbers.iter().map(|part| part["number"].as_str()).collect();
    assert_eq!(numbers, [Some("一"), Some("二"), Some("三"), Some("四"), None]);
    for command in ["status", "outline"] {
        let text = desk.good(&[command, "2024-云溪镇"]).text();
        assert!(text.contains("（可不写）其他需要报告的情况"), "{text}");
    }
}

#[test]
fn an_unknown_draft_is_trouble() {
    let desk = Desk::new();
    for command in ["status", "outline", "export"] {
        let ran = desk.run(&[command, "没有"]);
        assert_eq!(ran.code, 3, "{command}");
        assert!(ran.err.contains("没有这个文件"), "{}", ran.err);
    }
    let text = desk.put("报告.txt", REPORT.as_bytes());
    let ran = desk.run(&["status", &text]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("fazhi-tui import"), "{}", ran.err);
}

#[test]
fn a_broken_draft_is_named_with_its_place_and_left_alone() {
    let desk = Desk::new();
    desk.new_draft();
    let text = "(\n  format: 1,\n  report: (\n    年度: 2024,\n  ),\n)\n";
    let path = desk.put("数据/drafts/坏.ron", text.as_bytes());
    let list = desk.good(&["list", "--json"]).json();
    let broken = list.as_array().unwrap().iter().find(|d| d["id"] == "坏");
    let error = broken.unwrap()["error"].as_str().unwrap();
    assert!(error.contains("坏.ron") && error.contains("第4行第5列"), "{error}");
    assert!(desk.good(&["list"]).text().contains("打不开：坏"));
    assert!(desk.good(&["doctor"]).text().contains("第4行第5列"));
    let status = desk.run(&["status", "坏"]);
    assert_eq!(status.code, 3);
    assert!(status.err.contains("坏.ron”第4行第5列"), "{}", status.err);
    assert_eq!(read(Path::new(&path)), text.as_bytes());
}
