//! Existing reports: as drafts, and looked at without becoming one.

use serde_json::Value;

use super::{Desk, REPORT, ink};

#[test]
fn an_old_file_becomes_a_draft_and_comes_out_whole() {
    let desk = Desk::new();
    // GBK has no no-break space.
    let source = REPORT.replace('\u{a0}', "");
    let bytes = encoding_rs::GBK.encode(&source).0;
    let file = desk.put("去年.txt", &bytes);
    let imported = desk.good(&["import", &file]);
    assert_eq!(imported.text(), "2023-云溪镇\n");
    for said in ["GB18030", "第3行第1列：标题", "[bookmark: _GoBack]", "— 1 —"] {
        assert!(imported.err.contains(said), "{said}: {}", imported.err);
    }
    let out = desk.good(&["export", "2023-云溪镇", "-o", "-"]).text();
    let kept = source.replace("[bookmark: _GoBack]", "").replace("— 1 —", "");
    assert_eq!(ink(&out), ink(&kept));

    let first = desk.good(&["outline", "2023-云溪镇", "--json"]).json();
    let again = desk.put("成文.txt", out.as_bytes());
    let mut second = desk.good(&["outline", &again, "--json"]).json();
    assert_eq!(second["noise"], Value::Array(vec![]));
    second["noise"] = first["noise"].clone();
    assert_eq!(first, second);
}

#[test]
fn the_outline_of_a_file_needs_no_draft() {
    let desk = Desk::new();
    let file = desk.put("去年.txt", REPORT.as_bytes());
    let outline = desk.good(&["outline", &file, "--json"]).json();
    assert!(!desk.data().exists());
    assert_eq!(outline["year"], 2023);
    assert_eq!(outline["title"], "关于2023年法治政府建设情况的报告");
    assert_eq!(outline["issuers"].as_array().unwrap().len(), 2);
    assert_eq!(outline["doc_number"], Value::Null);
    assert_eq!(outline["addressee"], "县委、县政府");
    assert_eq!(outline["date"], "2024-01-11");
    assert_eq!(outline["contact"], "联系人：王某某，联系电话：023-00000000");
    let noise = outline["noise"].as_array().unwrap();
    assert_eq!(noise.len(), 3, "{noise:?}");
    let parts = outline["sections"].as_array().unwrap();
    let numbers: Vec<&Value> = parts.iter().map(|part| &part["number"]).collect();
    assert_eq!(numbers, ["一", "二"]);
    let item = &parts[0]["children"][1];
    assert_eq!(item["heading"], "严格公正文明执法");
    assert_eq!(item["body"], "办理案件8件，没有一件被撤销。");
    // （二）, eight characters and the full stop; then fifteen of text.
    assert_eq!(item["characters"], 3 + 8 + 1 + 15);
    let human = desk.good(&["outline", &file]).text();
    assert!(human.contains("\n一、2023年推进"), "{human}");
}

#[test]
fn a_file_without_a_year_waits_for_one() {
    let desk = Desk::new();
    let file = desk.put("无年.txt", "一、工作\n做了许多事情。\n".as_bytes());
    let refused = desk.run(&["import", &file]);
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("--year"), "{}", refused.err);
    assert!(!desk.data().exists());
    let told = desk.good(&["import", &file, "--year", "2024", "--id", "补录"]);
    assert_eq!(told.text(), "补录\n");
    let outline = desk.good(&["outline", &file, "--json"]).json();
    assert_eq!(outline["year"], Value::Null);
}

#[test]
fn a_wrong_encoding_names_the_line() {
    let desk = Desk::new();
    let bytes = encoding_rs::GBK.encode("第一行\n").0;
    let file = desk.put("旧.txt", &bytes);
    let refused = desk.run(&["import", &file, "--encoding", "utf-8"]);
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("第 1 行"), "{}", refused.err);
}
