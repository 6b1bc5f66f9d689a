//! From a template and a profile to a new report.

use super::start::attachment_lines;
use super::*;
use crate::report::options::{Bodies, SignatureLayout, ThirdLevel, TitleForm};
use crate::report::unit::Profile;
use crate::report::{Title, testing};
use crate::text::position::Position;

fn profile(name: &str, bodies: &[&str]) -> Profile {
    Profile {
        name: name.to_owned(),
        county: "临川县".to_owned(),
        bodies: bodies.iter().map(|body| (*body).to_owned()).collect(),
        ..Profile::default()
    }
}

fn headings(report: &Report) -> Vec<&str> {
    report.sections.iter().map(|s| s.heading.as_str()).collect()
}

#[test]
fn two_bodies_sign_and_stand_above_the_title() {
    let report = testing::template().start("trial", &profile("云溪镇", &[]), 2025);
    let bodies = ["中共云溪镇委员会", "临川县云溪镇人民政府"];
    assert_eq!(report.letterhead.issuers, bodies);
    assert_eq!(report.closing.signature, bodies);
    assert_eq!(report.letterhead.title, Title::A2);
    assert_eq!(report.letterhead.addressee.as_deref(), Some("县委、县政府："));
    assert_eq!(report.closing.date.as_deref(), Some("2026年1月【】日"));
    assert_eq!(report.template, "trial");
    assert_eq!(report.preamble.unwrap().body, ["2025年，云溪镇办结【几】件实事，现报告如下："]);
}

#[test]
fn one_body_makes_a_title_that_names_it() {
    let report = testing::template().start("trial", &profile("云溪镇", &["云溪镇人民政府"]), 2025);
    assert_eq!(report.letterhead.title, Title::A);
    assert_eq!(report.title(), "云溪镇人民政府关于2025年法治政府建设情况的报告");
}

#[test]
fn a_template_for_one_body_takes_the_last_and_keeps_its_own_form() {
    let mut template = testing::template();
    template.options.bodies = Bodies::One;
    template.options.title = TitleForm::B;
    let report = template.start("trial", &profile("云溪镇", &[]), 2025);
    assert_eq!(report.closing.signature, ["临川县云溪镇人民政府"]);
    assert_eq!(report.title(), "云溪镇2025年法治政府建设情况报告");
}

#[test]
fn a_department_reports_alone_and_without_a_lead_in() {
    let mut template = testing::template();
    template.options.bodies = Bodies::One;
    template.options.lead_in = false;
    template.options.contact = false;
    template.options.addressee = None;
    template.preamble = Lead::default();
    let mut of = profile("司法局", &[]);
    of.contact = Some("（联系人：张××）".to_owned());
    let report = template.start("trial", &of, 2025);
    assert_eq!(report.preamble, None);
    assert_eq!(report.unit.kind, Kind::Bureau);
    assert_eq!(report.closing.signature, ["临川县司法局"]);
    assert_eq!(report.letterhead.title, Title::A);
    assert_eq!(report.letterhead.addressee, None);
    assert_eq!(report.closing.contact, None);
    assert_eq!(report.required().len(), 3);
}

#[test]
fn what_the_profile_says_goes_before_the_template() {
    let mut of = profile("云溪镇", &["甲", "乙"]);
    of.addressee = Some("市政府：".to_owned());
    of.contact = Some("（联系人：张××）".to_owned());
    let report = testing::template().start("trial", &of, 2025);
    assert_eq!(report.letterhead.issuers, ["甲", "乙"]);
    assert_eq!(report.letterhead.addressee, of.addressee);
    assert_eq!(report.closing.contact, of.contact);
}

#[test]
fn hidden_signatures_are_kept_and_not_printed() {
    let mut template = testing::template();
    template.options.style.signature = SignatureLayout::Hidden;
    let report = template.start("trial", &profile("云溪镇", &[]), 2025);
    assert_eq!(report.closing.signature.len(), 2);
    assert_eq!(report.closing.signers(report.style.signature), [""; 0]);
    assert!(report.closing.signature_lines(report.style.signature).is_empty());
}

#[test]
fn options_follow_the_unit() {
    let template = testing::template();
    let options = |name: &str, bodies: &[&str]| template.options_for(&profile(name, bodies));
    assert_eq!(options("云溪镇", &[]).bodies, Bodies::Two);
    assert_eq!(options("云溪镇", &["云溪镇人民政府"]).bodies, Bodies::One);
    assert_eq!(options("司法局", &[]).bodies, Bodies::One, "a department reports alone");
    assert_eq!(options("司法局", &["党组", "局"]).bodies, Bodies::Two);
    let mut of = profile("云溪镇", &["临江区云溪镇人民政府"]);
    "临江区".clone_into(&mut of.county);
    let mut options = template.options_for(&of);
    assert_eq!(options.addressee.as_deref(), Some("区委、区政府："));
    // Asked for two after all, the usual other one stands before it.
    options.bodies = Bodies::Two;
    let report = template.start_with("trial", &of, 2025, &options);
    assert_eq!(report.letterhead.issuers, ["中共云溪镇委员会", "临江区云溪镇人民政府"]);
}

#[test]
fn the_kind_that_was_chosen_sets_the_words() {
    let mut template = testing::template();
    "[我镇]".clone_into(&mut template.preamble.starter);
    let mut of = profile("云溪", &[]);
    of.kind = Some(Kind::Township);
    let report = template.start("trial", &of, 2025);
    assert_eq!((report.unit.kind, report.unit.name.as_str()), (Kind::Township, "云溪"));
    assert_eq!(report.preamble.unwrap().body, ["我乡"]);
    assert_eq!(report.closing.signature, ["中共云溪委员会", "临川县云溪人民政府"]);
}

#[test]
fn the_middle_parts_of_a_draft_are_found_by_their_keys() {
    let template =
        with_middle([Head::Shortcomings, Head::Leadership], Some(Order::ShortcomingsFirst));
    let mut report = template.start("trial", &profile("云溪镇", &[]), 2025);
    let (order, weak, lead) = template.middle_of(&report).unwrap();
    assert_eq!(order, Order::ShortcomingsFirst);
    report.apply(report.swap_parts(weak, lead).unwrap().edit).unwrap();
    assert_eq!(template.middle_of(&report).unwrap(), (Order::LeadershipFirst, weak, lead));
    let mut split = report.clone();
    split.sections[3].body = vec!["甲。".to_owned(), "乙。".to_owned()];
    let at = Position { paragraph: 1, byte: 0 };
    let change = split.split_section(split.sections[3].id, at, "另一部分").unwrap();
    split.apply(change.edit).unwrap();
    assert_eq!(template.middle_of(&split), None, "two parts have one key");
    report.sections[3].key = None;
    assert_eq!(template.middle_of(&report), None);
    let without = with_middle([Head::Shortcomings, Head::Leadership], None);
    let report = without.start("trial", &profile("云溪镇", &[]), 2025);
    assert_eq!(without.middle_of(&report), None);
}

/// A template whose two middle parts stand in the order of their heads.
fn with_middle(heads: [Head; 2], order: Option<Order>) -> Template {
    let mut template = testing::template();
    let plan = template.parts.pop().unwrap();
    for (head, key) in heads.into_iter().zip(["前", "后"]) {
        template.parts.push(Part {
            key: key.to_owned(),
            heading: key.to_owned(),
            covers: vec![head],
            ..plan.clone()
        });
    }
    template.parts.push(plan);
    template.options.order = order;
    template
}

#[test]
fn the_middle_parts_stand_as_the_options_say() {
    use Head::{Leadership, Shortcomings};
    for (heads, order, swapped) in [
        ([Shortcomings, Leadership], None, false),
        ([Shortcomings, Leadership], Some(Order::ShortcomingsFirst), false),
        ([Shortcomings, Leadership], Some(Order::LeadershipFirst), true),
        ([Leadership, Shortcomings], Some(Order::LeadershipFirst), false),
        ([Leadership, Shortcomings], Some(Order::ShortcomingsFirst), true),
    ] {
        let template = with_middle(heads, order);
        let report = template.start("trial", &profile("云溪镇", &[]), 2025);
        let middle = if swapped { ["后", "前"] } else { ["前", "后"] };
        assert_eq!(headings(&report)[3..5], middle, "{heads:?} {order:?}");
        let outline = template.outline(&report.unit, 2025, order);
        assert_eq!(outline[3], format!("二、{}", middle[0]));
    }
}

#[test]
fn an_order_of_parts_that_are_not_there_changes_nothing() {
    let mut template = testing::template();
    template.options.order = Some(Order::LeadershipFirst);
    let report = template.start("trial", &profile("云溪镇", &[]), 2025);
    assert_eq!(headings(&report), ["2025年主要举措和成效", "学习", "执法", "2026年主要安排"]);
}

#[test]
fn points_start_the_text_with_their_numbers() {
    let mut template = testing::template();
    template.parts[0].items[0].points = vec!["抓学习".to_owned(), "抓考核".to_owned()];
    let body = |template: &Template| {
        let report = template.start("trial", &profile("云溪镇", &[]), 2025);
        report.sections[1].body.clone()
    };
    assert_eq!(body(&template), ["一是抓学习。【】二是抓考核。【】"]);
    template.options.style.third_level = ThirdLevel::Figures;
    assert_eq!(body(&template), ["1.抓学习。【】", "2.抓考核。【】"]);
}

#[test]
fn attachments_are_numbered_from_two_on() {
    let lines = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        attachment_lines(&names)
    };
    assert!(lines(&[]).is_empty());
    assert_eq!(lines(&["清单"]), ["附件：清单"]);
    assert_eq!(lines(&["清单", "统计表"]), ["附件：1.清单", "2.统计表"]);
}

#[test]
fn sections_have_names_of_their_own_and_the_guidance_of_the_template() {
    let template = testing::template();
    let report = template.start("trial", &profile("柳湾乡", &[]), 2025);
    let ids: Vec<u32> = report.sections.iter().map(|s| s.id.0).collect();
    assert_eq!(ids, [1, 2, 3, 4]);
    for section in &report.sections {
        assert!(template.guide(section.key.as_deref().unwrap()).is_some());
    }
    assert_eq!(template.guide("没有"), None);
    let keys: Vec<&str> = template.headings().iter().map(|(_, key, _)| *key).collect();
    assert_eq!(keys, ["results", "study", "law", "plan"]);
}

#[test]
fn words_follow_unit_and_year() {
    let all: String = WORDS.iter().map(|(word, _)| *word).collect();
    assert_eq!(
        expand(&all, &Unit::named("柳湾乡"), 2025),
        "20252026柳湾乡我乡全乡党委政府村（社区）"
    );
    assert_eq!(
        expand("[我镇][党委][单位]", &Unit::named("清河街道"), 2025),
        "我街道党工委清河街道"
    );
    assert_eq!(expand("[别的]【年】{年}", &Unit::named("柳湾乡"), 2025), "[别的]【年】{年}");
}
