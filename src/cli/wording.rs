//! The options of a template in words, as `templates NAME` says them.

use crate::report::options::TitleForm;
use crate::report::options::{Bodies, Numbering, Order, SignatureLayout, ThirdLevel};
use crate::report::{HeadingStyle, Kind, Options, Style};

/// What a kind of unit is called.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Town => "镇",
        Kind::Township => "乡",
        Kind::Subdistrict => "街道",
        Kind::Bureau => "县直部门",
    }
}

/// Every option with its value, in the words of this kind of unit.
pub(super) fn options(options: &Options, kind: Kind) -> Vec<(&'static str, String)> {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "无".to_owned());
    let copy_to = options.copy_to.as_ref().map(|line| bare(line).to_owned());
    let yes = |there: bool| if there { "有" } else { "无" }.to_owned();
    let attachments = match options.attachments.as_slice() {
        [] => "无".to_owned(),
        names => names.join("；"),
    };
    let mut all = vec![
        ("落款单位", bodies(options.bodies, kind)),
        ("标题", title(options.title).to_owned()),
        ("主送机关", or_none(&options.addressee)),
        ("文号", or_none(&options.doc_number)),
        ("导语", yes(options.lead_in)),
    ];
    all.extend(options.order.map(|value| ("先后", order(value).to_owned())));
    all.extend(style(options.style).map(|(name, value)| (name, value.to_owned())));
    all.extend([
        ("联系人附注", yes(options.contact)),
        ("抄送", or_none(&copy_to)),
        ("附件", attachments),
    ]);
    all
}

fn style(style: Style) -> [(&'static str, &'static str); 5] {
    [
        ("年度的写法", style.year_word.word()),
        ("（一）的标题", heading(style.heading)),
        ("第三层", third_level(style.third_level)),
        ("1. 2. 的编号", numbering(style.numbering)),
        ("几家署名", signature(style.signature)),
    ]
}

fn bodies(bodies: Bodies, kind: Kind) -> String {
    match bodies {
        Bodies::One => "一家".to_owned(),
        Bodies::Two => format!("{}、{}两家", kind.party(), kind.government()),
    }
}

/// The line of 抄送 without its own head and end.
fn bare(line: &str) -> &str {
    line.strip_prefix("抄送：").unwrap_or(line).trim_end_matches('。')
}

fn title(form: TitleForm) -> &'static str {
    match form {
        TitleForm::A => "单位关于某年法治政府建设情况的报告",
        TitleForm::A2 => "关于某年法治政府建设情况的报告（单位另起行）",
        TitleForm::B => "单位某年法治政府建设情况报告",
        TitleForm::C => "单位某年法治政府建设年度报告",
    }
}

fn order(order: Order) -> &'static str {
    match order {
        Order::ShortcomingsFirst => "不足和原因在前，第一责任人在后",
        Order::LeadershipFirst => "第一责任人在前，不足和原因在后",
    }
}

fn heading(style: HeadingStyle) -> &'static str {
    match style {
        HeadingStyle::OwnLine => "单独成行",
        HeadingStyle::RunIn => "接正文",
    }
}

fn third_level(level: ThirdLevel) -> &'static str {
    match level {
        ThirdLevel::Chain => "一是、二是，连成一段",
        ThirdLevel::ChainParagraphs => "一是、二是，各成一段",
        ThirdLevel::Figures => "1. 2. 各成一段",
        ThirdLevel::Plain => "不分",
    }
}

fn numbering(numbering: Numbering) -> &'static str {
    match numbering {
        Numbering::Restart => "每节重来",
        Numbering::RunOn => "同一部分里接着编",
    }
}

fn signature(layout: SignatureLayout) -> &'static str {
    match layout {
        SignatureLayout::Stacked => "上下排列",
        SignatureLayout::SideBySide => "并排",
        SignatureLayout::Hidden => "不写",
    }
}
