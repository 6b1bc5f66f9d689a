//! What several commands say in the same words.

use crate::report::options::{
    Bodies, HeadingStyle, Numbering, Options, Order, SignatureLayout, Style, ThirdLevel, TitleForm,
    word,
};
use crate::report::{LEFT_OUT, Level};

/// A heading behind its number; one that is left out has none.
pub(super) fn heading(level: Level, number: Option<&str>, heading: &str) -> String {
    let comma = if level == Level::Part { "、" } else { "" };
    match number {
        Some(number) => format!("{number}{comma}{heading}"),
        None => format!("{LEFT_OUT}{heading}"),
    }
}

/// The options of a template, each with its value.
pub(super) fn options(options: &Options) -> Vec<(&'static str, String)> {
    let or_none = |text: Option<&str>| text.unwrap_or("无").to_owned();
    let yes = |there: bool| if there { "有" } else { "无" }.to_owned();
    let copy_to = options.copy_to.as_deref();
    let attachments = match options.attachments.as_slice() {
        [] => "无".to_owned(),
        names => names.join("；"),
    };
    let mut all = vec![
        ("发文机关", word(&Bodies::WORDS, options.bodies).to_owned()),
        ("标题写法", word(&TitleForm::WORDS, options.title).to_owned()),
        ("主送机关", or_none(options.addressee.as_deref())),
        ("发文字号", or_none(options.doc_number.as_deref())),
        ("导语", yes(options.lead_in)),
    ];
    let order = options.order.map(|order| word(&Order::WORDS, order));
    all.extend(order.map(|order| ("中间两部分", order.to_owned())));
    all.extend(style(options.style).map(|(name, value)| (name, value.to_owned())));
    all.extend([
        ("联系人", yes(options.contact)),
        (
            "抄送",
            or_none(copy_to.map(|line| line.trim_start_matches("抄送：").trim_end_matches('。'))),
        ),
        ("附件", attachments),
    ]);
    all
}

fn style(style: Style) -> [(&'static str, &'static str); 5] {
    [
        ("年度的写法", style.year_word.word()),
        ("（一）标题", word(&HeadingStyle::WORDS, style.heading)),
        ("第三层", word(&ThirdLevel::WORDS, style.third_level)),
        ("1. 的编号", word(&Numbering::WORDS, style.numbering)),
        ("署名写法", word(&SignatureLayout::WORDS, style.signature)),
    ]
}
