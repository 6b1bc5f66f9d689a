//! A small report for the tests of every room.

use super::options::TitleForm;
use super::options::{Bodies, Options};
use super::template::{Asked, Guide, Head, Item, Lead, Part};
use super::unit::Profile;
use super::{Kind, Report, Style, Template};

/// A template with a lead, two parts and two items.
pub(crate) fn template() -> Template {
    let item = |key: &str, heading: &str| Item {
        key: key.into(),
        heading: heading.into(),
        covers: Vec::new(),
        optional: false,
        guide: guide(),
        guide_of: None,
        points: Vec::new(),
    };
    let part = |key: &str, heading: &str, covers, items| Part {
        key: key.into(),
        heading: heading.into(),
        covers,
        optional: false,
        guide: Guide::default(),
        guide_of: None,
        items,
    };
    Template {
        name: "试用".into(),
        summary: "两部分".into(),
        note: None,
        kinds: vec![Kind::Town],
        options: Options {
            bodies: Bodies::Two,
            title: TitleForm::A2,
            addressee: Some("县委、县政府：".into()),
            doc_number: None,
            lead_in: true,
            order: None,
            contact: true,
            copy_to: None,
            attachments: Vec::new(),
            style: Style::default(),
        },
        preamble: Lead {
            guide: Guide::default(),
            guide_of: None,
            starter: "[年]年，[单位]办结【几】件实事，现报告如下：".into(),
        },
        parts: vec![
            part(
                "results",
                "[年]年主要举措和成效",
                vec![Head::Results],
                vec![item("study", "学习"), item("law", "执法")],
            ),
            part("plan", "[下年]年主要安排", vec![Head::Plan], Vec::new()),
        ],
    }
}

fn guide() -> Guide {
    Guide {
        what: vec!["写清次数和内容".into()],
        figures: vec![Asked {
            name: "审查合同".into(),
            unit: "份".into(),
            source: "司法所".into(),
        }],
        forgotten: vec!["没有的也写0件".into()],
        starters: vec!["[我镇]全年审查合同{审查合同}份。".into()],
    }
}

/// A new report of that template for 云溪镇 and 2025.
pub(crate) fn report() -> Report {
    let profile =
        Profile { name: "云溪镇".into(), county: "临川县".into(), ..Profile::default() };
    template().start("trial", &profile, 2025)
}
