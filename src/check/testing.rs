//! Reports and rules for the tests of checks.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::catalogue::{Example, Rule, Rules};
use super::checker::Checker;
use super::finding::Finding;
use super::rule::Stage;
use super::script::{Part, Script};
use crate::report::options::TitleForm;
use crate::report::{
    Closing, HeadingStyle, Kind, Letterhead, Level, Place, Preamble, Report, Section, SectionId,
    State, Style, Title, Unit,
};

/// A report of 云溪镇 for 2025 in which nothing is to be found.
pub(super) fn report(year: i32, unit: &str) -> Report {
    let kind = Kind::of(unit);
    let section = |id, level, heading: String| Section::new(SectionId(id), level, heading);
    let sections = vec![
        section(1, Level::Part, format!("{year}年推进法治政府建设的主要举措和成效")),
        section(2, Level::Item, "依法全面履行政府职能".into()),
        section(3, Level::Part, format!("{year}年推进法治政府建设存在的不足和原因")),
        section(
            4,
            Level::Part,
            format!("{year}年党政主要负责人履行推进法治建设第一责任人职责情况"),
        ),
        section(5, Level::Part, format!("{}年推进法治政府建设的主要安排", year + 1)),
    ];
    let bodies = match kind {
        Kind::Subdistrict => {
            vec![format!("中共临川县{unit}工作委员会"), format!("临川县人民政府{unit}办事处")]
        }
        Kind::Bureau => vec![format!("临川县{unit}")],
        _ => vec![format!("中共临川县{unit}委员会"), format!("临川县{unit}人民政府")],
    };
    Report {
        year,
        template: String::new(),
        state: State::Drafting,
        unit: Unit::named(unit),
        style: Style { heading: HeadingStyle::OwnLine, ..Style::default() },
        letterhead: Letterhead {
            issuers: bodies.clone(),
            title: Title::from(TitleForm::A2),
            doc_number: None,
            doc_number_first: false,
            addressee: Some("县委、县政府：".into()),
        },
        preamble: Some(Preamble::default()),
        sections,
        removed: Vec::new(),
        closing: Closing {
            signature: bodies,
            date: Some(format!("{}年1月12日", year + 1)),
            ..Closing::default()
        },
        figures: Vec::new(),
        noise: Vec::new(),
        waivers: Vec::new(),
    }
}

/// The report that an example stands in.
pub(super) fn stage(example: &Example) -> Report {
    let year = example.year.unwrap_or(2025);
    let mut own = report(year, example.unit.as_deref().unwrap_or("云溪镇"));
    if let Some(signed) = &example.signed {
        own.closing.date = Some(signed.clone());
    }
    put_all(&mut own, example);
    own
}

/// Puts all texts of an example at their places.
fn put_all(report: &mut Report, example: &Example) {
    put(report, example.place, &example.text);
    for (place, text) in &example.rest {
        put(report, *place, text);
    }
}

/// Puts a text behind what stands at its place, or in the place of a line.
pub(super) fn put(report: &mut Report, stage: Stage, text: &str) {
    let body = text.split('\n').map(str::to_owned);
    let section = |id: u32| Place::Section(SectionId(id));
    let place = match stage {
        Stage::Title => return report.letterhead.title = Title::Free(text.to_owned()),
        Stage::Addressee => return report.letterhead.addressee = Some(text.to_owned()),
        Stage::Part => return entitle(&mut report.sections[0], text),
        Stage::Heading => return entitle(&mut report.sections[1], text),
        Stage::Date => return report.closing.date = Some(text.to_owned()),
        Stage::Contact => return report.closing.contact = Some(text.to_owned()),
        Stage::CopyTo => return report.closing.copy_to = Some(text.to_owned()),
        Stage::Preamble => Place::Preamble,
        Stage::Results | Stage::File => section(2),
        Stage::Shortcomings => section(3),
        Stage::Leadership => section(4),
        Stage::Plan => section(5),
    };
    match place {
        Place::Preamble => report.preamble.get_or_insert_default().body.extend(body),
        Place::Section(id) => {
            let own = report.sections.iter_mut().find(|own| own.id == id);
            own.unwrap().body.extend(body);
        }
    }
}

/// Gives a section a heading, with number and full stop if these stand there.
fn entitle(section: &mut Section, text: &str) {
    let words = text.trim_start_matches(['（', '(', '）', ')', '、', '.', '，']);
    let words = words.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let words = words.trim_start_matches(['）', ')', '、', '.', '，']);
    let label = text.strip_suffix(words).filter(|label| label.ends_with(['）', '、', '.', '，']));
    let heading = if label.is_some() { words } else { text };
    section.written.label = label.map(str::to_owned);
    section.written.end = heading.ends_with('。').then(|| "。".to_owned());
    section.heading = heading.trim_end_matches('。').to_owned();
}

/// The lines of a report; as those of a file, its paragraphs stand there as source lines too.
pub(super) fn script(report: &Report, draft: bool) -> Script {
    if draft {
        return Script::of(report);
    }
    let mut script = Script::of_file(report);
    let lines: Vec<_> =
        script.lines.iter().map(|line| (line.part, line.division, line.text.clone())).collect();
    let lines =
        lines.into_iter().filter(|(part, ..)| !matches!(part, Part::Number | Part::HeadingEnd));
    for (number, (part, division, text)) in lines.enumerate() {
        script.add_source(number + 1, part, division, &text);
    }
    script
}

/// Read once: every example asks for them.
static BUILT_IN: LazyLock<Rules> = LazyLock::new(Rules::built_in);

/// What one rule finds, whether it is on or not.
pub(super) fn found_by(id: &str, script: &Script) -> Vec<Finding> {
    found_with(id, script, &BTreeMap::new())
}

/// The same with other thresholds.
fn found_with(id: &str, script: &Script, settings: &BTreeMap<String, i64>) -> Vec<Finding> {
    let mut rules = BUILT_IN.clone();
    rules.rules.retain(|rule| rule.id == id);
    for rule in &mut rules.rules {
        rule.settings.extend(settings.clone());
    }
    assert!(rules.switch(id, true), "{id}");
    Checker::new(Arc::new(rules)).check(script)
}

fn told(findings: &[Finding]) -> Vec<(String, String)> {
    findings.iter().map(|own| (own.branch.to_string(), own.spot.excerpt.clone())).collect()
}

fn each(pick: impl Fn(&Rule) -> &Vec<Example>) -> Vec<(String, Example)> {
    let rules = Rules::built_in().rules;
    let all = rules.iter().flat_map(|rule| {
        pick(rule).iter().map(|example| (rule.id.clone(), example.clone())).collect::<Vec<_>>()
    });
    all.collect()
}

#[test]
fn a_rule_finds_what_its_examples_say() {
    for (rule, example) in each(|rule| &rule.bad) {
        let script = script(&stage(&example), example.draft);
        let found = found_with(&rule, &script, &example.settings);
        assert_eq!(told(&found), example.finds, "{rule}: {}", example.text);
    }
}

#[test]
fn a_rule_leaves_alone_what_is_right() {
    for (rule, example) in each(|rule| &rule.good) {
        let script = script(&stage(&example), example.draft);
        let found = found_by(&rule, &script);
        assert_eq!(told(&found), [], "{rule}: {} {found:?}", example.text);
    }
}

/// What stands in the report beside all examples, so that nothing is missing in it.
const AROUND: [(Stage, &str); 4] = [
    (Stage::Results, "全年没有发生行政复议、行政诉讼案件，没有发生较大及以上突发事件。"),
    (
        Stage::Shortcomings,
        "一是执法力量和承担的任务不相称，遇到专业问题办法不多。二是法律顾问参与决策的时间偏晚，\
         事前把关不够。三是普法内容对外出务工人员的针对性不强。原因主要是：对执法人员的培训\
         不系统，岗位变动后没有及时补课；决策程序和法律顾问工作衔接不紧；普法还是以现场活动为主，\
         对外出务工人员常用的方式研究不多，内容更新也慢。",
    ),
    (
        Stage::Leadership,
        "党政主要负责人对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    ),
    (
        Stage::Plan,
        "一是组织执法人员分批培训，补上专业力量的不足。二是法律顾问从起草阶段就参与决策。\
         三是为外出务工人员准备专门的普法内容。",
    ),
];

#[test]
fn all_that_is_right_stands_together_and_nothing_is_found() {
    let mut reports: Vec<(Example, Report)> = Vec::new();
    for (_, example) in each(|rule| &rule.good) {
        let appended = matches!(
            example.place,
            Stage::Preamble
                | Stage::Results
                | Stage::Shortcomings
                | Stage::Leadership
                | Stage::Plan
        );
        if !appended {
            continue;
        }
        let frame = |own: &Example| (own.year, own.unit.clone(), own.signed.clone(), own.draft);
        let known = reports.iter_mut().find(|(own, _)| frame(own) == frame(&example));
        if let Some((_, report)) = known {
            put_all(report, &example);
        } else {
            let mut report = stage(&example);
            for (place, text) in AROUND {
                put(&mut report, place, text);
            }
            reports.push((example, report));
        }
    }
    let rules = Arc::new(Rules::built_in());
    let found = reports.iter().flat_map(|(example, report)| {
        Checker::new(Arc::clone(&rules)).check(&script(report, example.draft))
    });
    let told: Vec<String> =
        found.map(|own| format!("{} “{}” {}", own.rule, own.spot.excerpt, own.message)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
