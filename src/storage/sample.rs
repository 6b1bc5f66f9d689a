//! Reports of a made-up township for the tests of this room.

use crate::report::letterhead::{Closing, Letterhead, Title};
use crate::report::options::{
    HeadingStyle, Numbering, SignatureLayout, Style, ThirdLevel, YearWord,
};
use crate::report::section::{Level, Preamble, Section, SectionId, Written};
use crate::report::unit::{Kind, Unit};
use crate::report::waiver::{Scope, Waiver};
use crate::report::{Amount, Figure, Noise, Report, State};

/// The least that a report can be.
pub(super) fn small() -> Report {
    Report {
        year: 2024,
        template: String::new(),
        state: State::Drafting,
        unit: Unit::named("云溪镇"),
        style: Style::default(),
        letterhead: Letterhead {
            issuers: Vec::new(),
            title: Title::B,
            doc_number: None,
            doc_number_first: false,
            addressee: None,
        },
        preamble: None,
        sections: Vec::new(),
        removed: Vec::new(),
        closing: Closing::default(),
        figures: Vec::new(),
        noise: Vec::new(),
        waivers: Vec::new(),
    }
}

/// A report in which every field is set.
pub(super) fn full() -> Report {
    Report {
        year: 2024,
        template: "town-four-parts".to_owned(),
        state: State::Review,
        unit: Unit { kind: Kind::Town, name: "云溪镇".to_owned() },
        style: Style {
            year_word: YearWord::FiscalYear,
            heading: HeadingStyle::RunIn,
            third_level: ThirdLevel::Figures,
            numbering: Numbering::RunOn,
            signature: SignatureLayout::SideBySide,
        },
        letterhead: Letterhead {
            issuers: strings(&["中共云溪镇委员会", "临川县云溪镇人民政府"]),
            title: Title::Free("云溪镇2024年度法治政府建设工作情况的报告".to_owned()),
            doc_number: Some("云政〔2025〕3号".to_owned()),
            doc_number_first: true,
            addressee: Some("县委、县政府：".to_owned()),
        },
        preamble: Some(Preamble {
            left_out: true,
            done: true,
            body: strings(&[
                "2024年，我镇围绕“依法办事、便民利民”推进法治政府建设。现将有关情况报告如下：",
            ]),
        }),
        sections: sections(),
        removed: vec![removed()],
        closing: Closing {
            attachments: strings(&["附件：1.重点任务清单", "2.执法案件统计表"]),
            signature: strings(&["中共云溪镇委员会", "临川县云溪镇人民政府"]),
            date: Some("2025年1月【】日".to_owned()),
            contact: Some("（联系人：李四，电话：××××）".to_owned()),
            copy_to: Some("抄送：县司法局。".to_owned()),
        },
        figures: figures(),
        noise: vec![Noise { text: "— 3 —".to_owned(), line: 42, column: 1 }],
        waivers: vec![
            Waiver {
                rule: "half-width-mark".to_owned(),
                at: Some(Scope::Section(SectionId(2))),
                excerpt: Some("进法治,建设年".to_owned()),
                nth: 0,
                reason: "照抄文件原文".to_owned(),
                date: "2026-01-08".to_owned(),
            },
            Waiver {
                rule: "length".to_owned(),
                at: None,
                excerpt: None,
                nth: 0,
                reason: "县里不限字数".to_owned(),
                date: "2026-01-08".to_owned(),
            },
        ],
    }
}

fn sections() -> Vec<Section> {
    let part = Section {
        key: Some("results".to_owned()),
        ..Section::new(SectionId(1), Level::Part, "主要举措和成效")
    };
    let item = Section {
        key: Some("law-enforcement".to_owned()),
        written: Written {
            label: Some("一）".to_owned()),
            end: Some("：".to_owned()),
            style: Some(HeadingStyle::OwnLine),
        },
        optional: true,
        done: true,
        body: strings(&[
            "全年办理行政执法案件{执法案件}件，【与去年比】；调解纠纷{调解纠纷}件。",
            "所用的表格叫\"一案一表\"，路径为 D:\\台账。",
            "",
        ]),
        ..Section::new(SectionId(3), Level::Item, "规范执法")
    };
    vec![part, item]
}

fn removed() -> Section {
    Section {
        key: Some("openness".to_owned()),
        body: strings(&["主动公开信息{公开信息}条。", "【依申请公开】"]),
        ..Section::new(SectionId(4), Level::Item, "推进政务公开")
    }
}

fn figures() -> Vec<Figure> {
    let figure = |name: &str, value: Option<&str>, unit: &str, source: &str| Figure {
        name: name.to_owned(),
        value: value.map(|text| Amount::parse(text).unwrap()),
        unit: unit.to_owned(),
        source: source.to_owned(),
    };
    vec![
        figure("执法案件", Some("1,208"), "件", "综合行政执法办公室"),
        figure("办结率", Some("98.36"), "%", "司法所"),
        figure("调解纠纷", None, "", ""),
    ]
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
