//! What is looked for is found everywhere and replaced as one change.

use proptest::prelude::*;

use super::*;
use crate::report::{Level, Section, testing};
use crate::text::samples;

/// A report in which 法治 stands in every kind of text.
fn report() -> Report {
    let mut report = testing::report();
    report.unit.name = "法治镇".into();
    report.letterhead.issuers = vec!["中共法治镇委员会".into(), "法治镇人民政府".into()];
    report.letterhead.title = Title::Free("法治工作报告".into());
    report.letterhead.doc_number = Some("法治〔2026〕5号".into());
    report.letterhead.addressee = Some("县委法治办：".into());
    report.preamble.as_mut().unwrap().body = vec!["建设法治，推进法治。".into()];
    report.sections[0].heading = "法治建设".into();
    report.sections[0].body.clear();
    report.sections[1].heading = "学习".into();
    report.sections[1].body =
        vec!["没有。".into(), "办{法治案件}件，讲{案件}法治。".into(), "【法治】".into()];
    report.sections[1].done = true;
    report.sections.truncate(2);
    report.closing = Closing {
        attachments: vec!["附件：法治统计表".into()],
        signature: vec!["法治镇人民政府".into()],
        date: Some("2026年1月9日".into()),
        contact: Some("法治".into()),
        copy_to: Some("抄送：法治办。".into()),
    };
    report
}

fn needle(text: &str) -> Needle {
    Needle::new(text).unwrap()
}

fn find(report: &Report, text: &str) -> Vec<Hit> {
    report.hits(&needle(text), |_| true)
}

#[test]
fn hits_come_in_the_order_of_the_outline_and_the_forms() {
    let report = report();
    let (lead, item) = (Place::Preamble, Place::Section(SectionId(2)));
    let found = find(&report, "法治");
    let sites: Vec<(Site, usize)> = found.iter().map(|hit| (hit.site, hit.byte)).collect();
    assert_eq!(
        sites,
        [
            (Site::Unit, 0),
            (Site::Issuer(0), 6),
            (Site::Issuer(1), 0),
            (Site::Title, 0),
            (Site::DocNumber, 0),
            (Site::Addressee, 6),
            (Site::Paragraph(lead, 0), 6),
            (Site::Paragraph(lead, 0), 21),
            (Site::Heading(SectionId(1)), 0),
            (Site::Paragraph(item, 1), 4),
            (Site::Paragraph(item, 1), 34),
            (Site::Paragraph(item, 2), 3),
            (Site::Signature(0), 0),
            (Site::Contact, 0),
            (Site::CopyTo, 9),
            (Site::Attachment(0), 9),
        ]
    );
    for hit in &found {
        assert_eq!(&report.text_at(hit.site).unwrap()[hit.byte..][..6], "法治", "{hit:?}");
    }
    let own =
        report.hits(&needle("法治"), |site| matches!(site, Site::Paragraph(Place::Preamble, _)));
    assert_eq!(own, found[6..8]);
}

#[test]
fn an_automatic_title_and_a_lead_in_that_is_left_out_are_not_searched() {
    let mut report = report();
    report.letterhead.title = Title::B;
    report.preamble.as_mut().unwrap().left_out = true;
    let sites: Vec<Site> = find(&report, "法治").iter().map(|hit| hit.site).collect();
    assert!(!sites.contains(&Site::Title));
    assert!(!sites.contains(&Site::Paragraph(Place::Preamble, 0)));
}

#[test]
fn all_of_it_is_replaced_by_one_change_and_taken_back_by_one() {
    let before = report();
    let mut report = report();
    let change = report.replacing(&find(&report, "法治"), "善治");
    assert_eq!((change.replaced, change.cited, change.emptied), (15, 1, 0));
    let back = report.apply(change.edit.unwrap()).unwrap();
    assert_eq!(report.unit.name, "善治镇");
    assert_eq!(report.letterhead.issuers, ["中共善治镇委员会", "善治镇人民政府"]);
    assert_eq!(report.title(), "善治工作报告");
    assert_eq!(report.sections[0].heading, "善治建设");
    let body = ["没有。", "办{法治案件}件，讲{案件}善治。", "【善治】"];
    assert_eq!(report.sections[1].body, body);
    assert!(!report.sections[1].done, "a changed text is no longer done");
    assert_eq!(report.closing.copy_to.as_deref(), Some("抄送：善治办。"));
    assert_eq!(find(&report, "法治").len(), 1);
    report.apply(back).unwrap();
    assert_eq!(report, before);
}

#[test]
fn a_citation_is_replaced_whole_or_not_at_all() {
    let mut report = report();
    report.preamble.as_mut().unwrap().body = vec!["办{案件}件{案件}{案}".into()];
    for (text, cited) in [
        ("{案件}", [false, false].as_slice()),
        ("案件", &[true, true]),
        ("{案", &[true, true, true]),
        ("件}", &[true, true]),
        ("件{案件}", &[false]),
        ("}", &[true, true, true]),
        ("件}件", &[true]),
        ("办{案件}件{", &[true]),
        ("{案件}件{案件}", &[false]),
    ] {
        let found =
            report.hits(&needle(text), |site| matches!(site, Site::Paragraph(Place::Preamble, _)));
        assert_eq!(found.iter().map(|hit| hit.cited).collect::<Vec<_>>(), cited, "{text}");
    }
}

#[test]
fn what_must_not_be_empty_stays_and_an_empty_line_goes() {
    let mut report = report();
    report.unit.name = "法治".into();
    report.letterhead.title = Title::Free("法治".into());
    report.letterhead.addressee = Some("法治".into());
    report.letterhead.issuers[0] = "法治".into();
    report.sections[0].heading = "法治 ".into();
    report.sections[1].body = vec!["法治".into()];
    let change = report.replacing(&find(&report, "法治"), "");
    assert_eq!((change.cited, change.emptied, change.unnamed), (0, 2, 1));
    report.apply(change.edit.unwrap()).unwrap();
    assert_eq!((report.unit.name.as_str(), report.title().as_str()), ("法治", "法治"));
    assert_eq!(report.sections[0].heading, "法治 ");
    assert_eq!(report.letterhead.issuers, ["镇人民政府"]);
    assert_eq!((&report.letterhead.addressee, &report.closing.contact), (&None, &None));
    assert!(report.sections[1].body.is_empty());
    // A heading begins and ends with a sign.
    report.sections[0].heading = "建设 法治".into();
    let change = report.replacing(&find(&report, "法治"), "");
    report.apply(change.edit.unwrap()).unwrap();
    assert_eq!(report.sections[0].heading, "建设");
}

#[test]
fn the_kind_of_the_unit_follows_its_name_where_it_did() {
    for (kind, later) in [(Kind::Town, Kind::Township), (Kind::Bureau, Kind::Bureau)] {
        let mut report = report();
        report.unit.kind = kind;
        let change = report.replacing(&find(&report, "法治镇"), "柳湾乡");
        report.apply(change.edit.unwrap()).unwrap();
        assert_eq!((report.unit.name.as_str(), report.unit.kind), ("柳湾乡", later));
    }
}

#[test]
fn nothing_to_replace_is_no_change() {
    let report = report();
    assert_eq!(report.replacing(&[], "甲").edit, None);
    let cited = find(&report, "法治案件");
    let change = report.replacing(&cited, "甲");
    assert_eq!((change.edit, change.replaced, change.cited), (None, 0, 1));
}

#[test]
fn what_stands_there_already_is_no_change() {
    let mut report = report();
    let change = report.replacing(&find(&report, "法治"), "法治");
    assert_eq!((change.edit, change.replaced, change.cited, change.same), (None, 0, 1, 15));
    report.preamble.as_mut().unwrap().body = vec!["App，APP，ＡＰＰ，app。".into()];
    let found = find(&report, "app");
    assert_eq!(found.iter().map(|hit| hit.bytes).collect::<Vec<_>>(), [3, 3, 9, 3]);
    let change = report.replacing(&found, "APP");
    assert_eq!((change.replaced, change.same), (3, 1));
    report.apply(change.edit.unwrap()).unwrap();
    assert_eq!(report.preamble.as_ref().unwrap().body, ["APP，APP，APP，APP。"]);
}

proptest! {
    #[test]
    fn replacing_takes_each_hit_and_nothing_else(
        heading in samples::paragraph(6),
        body in samples::paragraphs(),
        line in samples::paragraph(6),
        text in samples::paragraph(2),
        replacement in prop_oneof![Just(String::new()), samples::paragraph(2)],
    ) {
        let mut report = testing::report();
        report.sections.push(Section::new(SectionId(9), Level::Item, heading));
        report.sections[1].body = body;
        report.closing.attachments = vec![line];
        let before = report.clone();
        let Some(needle) = Needle::new(&text) else { return Ok(()) };
        let found = report.hits(&needle, |_| true);
        let change = report.replacing(&found, &replacement);
        let left = change.cited + change.same + change.emptied + change.unnamed;
        prop_assert_eq!(change.replaced + left, found.len());
        prop_assert_eq!(change.edit.is_some(), change.replaced > 0);
        let Some(edit) = change.edit else { return Ok(()) };
        let back = report.apply(edit).unwrap();
        for (index, old) in before.sections[1].body.iter().enumerate() {
            let site = Site::Paragraph(Place::Section(SectionId(2)), index);
            let mut wanted = old.clone();
            for hit in found.iter().rev().filter(|hit| hit.site == site && !hit.cited) {
                wanted.replace_range(hit.range(), &replacement);
            }
            let now = report.sections[1].body.get(index).map_or("", String::as_str);
            prop_assert_eq!(now, wanted);
        }
        report.apply(back).unwrap();
        prop_assert_eq!(report, before);
    }
}
