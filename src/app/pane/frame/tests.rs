//! What the forms say of a report, and what becomes of what is typed and chosen.

use proptest::prelude::*;

use super::*;
use crate::app::command::Command;
use crate::app::field::Field;
use crate::report::options::{HeadingStyle, Order, SignatureLayout, YearWord};
use crate::report::template::{Head, Part};
use crate::report::{Kind, Preamble, Title, Unit, testing};

const BOTH: [Entry; 2] = [Entry::Letterhead, Entry::Closing];

/// The trial template with the two middle parts.
fn template() -> Template {
    let mut template = testing::template();
    let plan = template.parts.pop().unwrap();
    for (key, head) in [("weak", Head::Shortcomings), ("lead", Head::Leadership)] {
        let part =
            Part { key: key.into(), heading: key.into(), covers: vec![head], ..plan.clone() };
        template.parts.push(part);
    }
    template.parts.push(plan);
    template.options.order = Some(Order::ShortcomingsFirst);
    template
}

fn report() -> Report {
    let profile = crate::report::unit::Profile {
        name: "云溪镇".into(),
        county: "临川县".into(),
        ..Default::default()
    };
    template().start("trial", &profile, 2025)
}

/// A report as an import leaves it: everything as the file wrote it.
fn imported() -> Report {
    let mut report = report();
    report.letterhead.title = Title::Free("二〇二五年工作总结".into());
    report.letterhead.issuers.truncate(1);
    report.letterhead.addressee = Some("县委".into());
    report.letterhead.doc_number = Some("云政[2026]05号".into());
    report.closing.signature = vec!["甲".into(), "乙".into(), "丙".into()];
    report.closing.attachments = vec!["附件：1.甲表".into(), "2.乙表".into()];
    report.closing.date = Some("二〇二六年一月九日".into());
    report.closing.contact = Some("联系人：张××".into());
    report.closing.copy_to = Some("县委办".into());
    report.unit.name.clear();
    report.unit.kind = Kind::Bureau;
    report.style.signature = SignatureLayout::SideBySide;
    report.preamble = None;
    report
}

/// The row with this label after a change of it, and the report after that.
fn changed(mut report: Report, label: &str, change: impl Fn(&mut Row)) -> (Report, Form) {
    let template = template();
    let before = report.clone();
    let (entry, mut form) = BOTH
        .into_iter()
        .map(|entry| (entry, form(&report, entry, Some(&template)).unwrap()))
        .find(|(_, form)| form.rows.iter().any(|row| row.label == label))
        .unwrap();
    change(form.rows.iter_mut().find(|row| row.label == label).unwrap());
    let edit = edit(&report, entry, &form, Some(&template)).expect(label);
    let back = report.apply(edit).unwrap();
    follow(&report, entry, &mut form, Some(&template));
    assert_eq!(super::edit(&report, entry, &form, Some(&template)), None, "{label}");
    let mut undone = report.clone();
    undone.apply(back).unwrap();
    assert_eq!(undone, before, "{label}");
    (report, form)
}

fn typed(report: Report, label: &str, text: &str) -> Report {
    changed(report, label, |row| row.field = Field::new(text)).0
}

fn turned(report: Report, label: &str, word: &str) -> Report {
    let turn = |row: &mut Row| {
        row.chosen = row.choices.iter().position(|choice| *choice == word).expect(word);
    };
    changed(report, label, turn).0
}

#[test]
fn what_is_told_of_day_and_number_is_of_the_year_after_the_report() {
    for year in [2025, 2026] {
        let report = Report { year, ..report() };
        for (entry, label) in [(Entry::Closing, "成文日期"), (Entry::Letterhead, "发文字号")]
        {
            let form = form(&report, entry, None).unwrap();
            let row = form.rows.iter().find(|row| row.label == label).unwrap();
            assert!(row.hint.contains(&(year + 1).to_string()), "{label}: {}", row.hint);
        }
    }
}

#[test]
fn an_untouched_form_changes_nothing() {
    let mut empty = imported();
    empty.letterhead.title = Title::Free(String::new());
    let mut left_out = report();
    left_out.preamble.as_mut().unwrap().left_out = true;
    for report in [report(), imported(), empty, left_out] {
        for template in [None, Some(&template())] {
            for entry in BOTH {
                let form = form(&report, entry, template).unwrap();
                assert_eq!(edit(&report, entry, &form, template), None);
            }
        }
    }
}

#[test]
fn every_row_of_the_letterhead_acts() {
    assert_eq!(typed(report(), "报告年度", "2026").year, 2026);
    let renamed = typed(report(), "单位简称", "柳湾乡");
    assert_eq!((renamed.unit.name.as_str(), renamed.unit.kind), ("柳湾乡", Kind::Township));
    let kind = turned(report(), "单位类别", "街道").unit;
    assert_eq!((kind.name.as_str(), kind.kind), ("云溪镇", Kind::Subdistrict));
    assert_eq!(typed(report(), "发文机关", "甲").letterhead.issuers[0], "甲");
    let title = |word| turned(report(), "标题写法", word).title();
    assert_eq!(title("单位某年…情况报告"), "云溪镇2025年法治政府建设情况报告");
    assert_eq!(title("单位某年…年度报告"), "云溪镇2025年法治政府建设年度报告");
    assert!(title("单位关于某年…情况的报告").starts_with("中共云溪镇委员会、临川县"));
    let year = turned(report(), "年度的写法", "年度");
    assert_eq!(year.style.year_word, YearWord::FiscalYear);
    assert_eq!(year.title(), "关于2025年度法治政府建设情况的报告");
    let number = typed(report(), "发文字号", "云政〔2026〕5号").letterhead.doc_number;
    assert_eq!(number.as_deref(), Some("云政〔2026〕5号"));
    let addressee = typed(report(), "主送机关", "市委").letterhead.addressee;
    assert_eq!(addressee.as_deref(), Some("市委："));
    let style = |label, word| turned(report(), label, word).style;
    assert_eq!(style("（一）标题", "接正文").heading, HeadingStyle::RunIn);
    // What acts on a new report alone is not offered afterwards.
    let form = form(&report(), Entry::Letterhead, Some(&template())).unwrap();
    assert!(form.rows.iter().all(|row| !["第三层", "1. 的编号"].contains(&row.label)));
    let swapped = turned(report(), "中间两部分", "第一责任人在前");
    let keys: Vec<_> = swapped.sections.iter().filter_map(|s| s.key.as_deref()).collect();
    assert_eq!(keys, ["results", "study", "law", "lead", "weak", "plan"]);
}

#[test]
fn every_row_of_the_closing_lines_acts() {
    assert_eq!(typed(report(), "署名", "甲").closing.signature[0], "甲");
    let layout = turned(report(), "署名写法", "不写");
    assert_eq!(layout.style.signature, SignatureLayout::Hidden);
    assert_eq!(layout.closing.signature.len(), 2, "the names are kept");
    let date = typed(report(), "成文日期", "2026年1月9日").closing.date;
    assert_eq!(date.as_deref(), Some("2026年1月9日"));
    let contact = typed(report(), "联系人", "张三").closing.contact;
    assert_eq!(contact.as_deref(), Some("（张三）"));
    let copy_to = typed(report(), "抄送", "县委办").closing.copy_to;
    assert_eq!(copy_to.as_deref(), Some("抄送：县委办。"));
    let (attached, form) = changed(report(), "附件", |row| row.field = Field::new("附件：甲表"));
    assert_eq!(attached.closing.attachments, ["附件：甲表"]);
    assert_eq!(form.rows.iter().filter(|row| row.label == "附件").count(), 2, "one for the next");
}

#[test]
fn a_typed_title_is_the_author_s_own_and_an_emptied_one_automatic_again() {
    let own = typed(report(), "标题", "关于法治建设的报告");
    assert_eq!(own.title(), "关于法治建设的报告");
    let (automatic, form) = changed(own, "标题", |row| row.field = Field::new(""));
    assert_eq!(automatic.title(), "关于2025年法治政府建设情况的报告");
    let row = form.rows.iter().find(|row| row.label == "标题写法").unwrap();
    assert_eq!(row.chosen_label(), "单位另起行，关于某年…情况的报告");
}

#[test]
fn who_chooses_to_write_the_title_starts_from_the_automatic_one() {
    let last = |row: &mut Row| row.chosen = row.choices.len() - 1;
    let (own, form) = changed(report(), "标题写法", last);
    assert_eq!(own.letterhead.title, Title::Free("关于2025年法治政府建设情况的报告".into()));
    let row = form.rows.iter().find(|row| row.label == "标题").unwrap();
    assert_eq!(row.field.text(), own.title());
    let automatic = turned(own, "标题写法", "单位某年…情况报告");
    assert_eq!(automatic.letterhead.title, Title::B);
}

#[test]
fn the_kind_follows_the_name_until_it_is_turned() {
    let turned = turned(report(), "单位类别", "乡");
    assert_eq!(typed(turned, "单位简称", "清河街道").unit.kind, Kind::Township);
    let template = template();
    let report = report();
    let mut emptied = form(&report, Entry::Letterhead, Some(&template)).unwrap();
    emptied.rows[1].field = Field::new("");
    assert_eq!(edit(&report, Entry::Letterhead, &emptied, Some(&template)), None);
}

#[test]
fn an_own_title_comes_back_when_it_is_chosen_to_be_written_again() {
    let (entry, template) = (Entry::Letterhead, template());
    let mut report = typed(report(), "标题", "云溪镇2025年工作总结");
    let own = report.clone();
    let mut form = form(&report, entry, Some(&template)).unwrap();
    form.focus = form.rows.iter().position(|row| row.label == "标题写法").unwrap();
    for _ in 0..5 {
        form.run(Command::Right);
        report.apply(edit(&report, entry, &form, Some(&template)).unwrap()).unwrap();
        follow(&report, entry, &mut form, Some(&template));
    }
    assert_eq!(report, own);
    assert_eq!(aside(&form).as_deref(), Some(""), "it is in use");
}

#[test]
fn an_emptied_name_is_that_from_before_and_the_kind_with_it() {
    let (entry, template) = (Entry::Letterhead, template());
    let mut other = report();
    other.unit.kind = Kind::Bureau;
    for mut report in [report(), other] {
        let before = report.clone();
        let mut form = form(&report, entry, Some(&template)).unwrap();
        form.focus = 1;
        for left in ["云溪", "云", ""] {
            form.run(Command::Backspace);
            assert_eq!(form.rows[1].field.text(), left);
            if let Some(edit) = edit(&report, entry, &form, Some(&template)) {
                report.apply(edit).unwrap();
            }
            follow(&report, entry, &mut form, Some(&template));
        }
        assert_eq!(report, before);
        assert!(form.rows[1].trouble().unwrap().contains("不能空着"));
        form.insert("柳湾乡").unwrap();
        report.apply(edit(&report, entry, &form, Some(&template)).unwrap()).unwrap();
        let kind = if before.unit.kind == Kind::Bureau { Kind::Bureau } else { Kind::Township };
        assert_eq!(report.unit, Unit { kind, name: "柳湾乡".into() });
    }
}

#[test]
fn a_lead_in_is_left_out_with_its_text_and_comes_back() {
    let mut written = report();
    written.preamble = Some(Preamble { body: vec!["写好的。".into()], ..Preamble::default() });
    let without = turned(written.clone(), "导语", "不写");
    assert_eq!(without.lead_in(), None);
    assert_eq!(turned(without, "导语", "写"), written);
    // Where there never was one, it starts as a new report does.
    let mut never = report();
    never.preamble = None;
    let started = turned(never, "导语", "写");
    assert_eq!(started.preamble, report().preamble);
}

#[test]
fn the_order_is_asked_only_where_both_parts_are_found() {
    let asks = |report: &Report, template: Option<&Template>| {
        let form = form(report, Entry::Letterhead, template).unwrap();
        form.rows.iter().any(|row| row.label == "中间两部分")
    };
    assert!(asks(&report(), Some(&template())));
    assert!(!asks(&report(), None));
    let mut other = report();
    other.sections[3].key = None;
    assert!(!asks(&other, Some(&template())));
}

proptest! {
    #[test]
    fn any_turn_of_the_choices_is_taken_back(
        turns in prop::collection::vec((0..2_usize, 0..20_usize, any::<bool>()), 1..40),
    ) {
        let template = template();
        let mut report = report();
        let first = report.clone();
        let mut backs = Vec::new();
        let mut forms = BOTH.map(|entry| form(&report, entry, Some(&template)).unwrap());
        for (which, row, right) in turns {
            let form = &mut forms[which];
            form.focus = row % form.rows.len();
            if !form.rows[form.focus].is_choice() {
                continue;
            }
            form.run(if right { Command::Right } else { Command::Left });
            let change = edit(&report, BOTH[which], form, Some(&template));
            backs.extend(change.map(|edit| report.apply(edit).unwrap()));
            follow(&report, BOTH[which], form, Some(&template));
            prop_assert_eq!(edit(&report, BOTH[which], form, Some(&template)), None);
        }
        for back in backs.into_iter().rev() {
            report.apply(back).unwrap();
        }
        prop_assert_eq!(report, first);
    }
}
