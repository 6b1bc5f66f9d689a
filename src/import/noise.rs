//! Lines that are no text of the report: what a web page or a page edge adds.
//!
//! Lines are only told apart here and always listed by the caller. A line is
//! noise by its form alone where that is certain (a page number); the labels
//! of a web page count only before the prose and after the closing lines,
//! because 来源 or 作者 may well begin a sentence of the report.

use super::passage::{Passage, compact};

/// Labels of the table above a published document (domain: metadata lines).
const LABELS: &[&str] = &[
    "索引号",
    "发布机构",
    "发文机关",
    "发文单位",
    "成文日期",
    "生成日期",
    "发文日期",
    "发布日期",
    "发布时间",
    "主题分类",
    "体裁分类",
    "主题词",
    "有效性",
    "公开方式",
    "公开日期",
    "信息来源",
    "来源",
    "作者",
    "责任编辑",
    "编辑",
    "点击数",
    "点击率",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "字体",
    "字号",
    "当前位置",
    "当前的位置",
    "您的位置",
    "名称",
    "内容概述",
    "公文种类",
    "组配分类",
    "信息分类",
    "文件类型",
    "关键词",
    "生效日期",
    "废止日期",
    "日期",
    "时间",
    "点击",
    "阅读",
    "访问量",
    "访问次数",
    "稿源",
    "供稿",
    "审核",
    "字体大小",
];

/// Words of buttons and paths; a line is noise if it holds nothing else.
const BUTTONS: [&str; 14] = [
    "首页",
    "打印本页",
    "打印",
    "关闭窗口",
    "关闭",
    "返回顶部",
    "返回",
    "语音播报",
    "分享到",
    "收藏",
    "大",
    "中",
    "小",
    "扫一扫在手机打开当前页",
];

/// Labels that stand above a document only: below it the signature and its date
/// may have them.
const ABOVE: [&str; 9] =
    ["日期", "时间", "成文日期", "生成日期", "发文日期", "发文机关", "发文单位", "名称", "审核"];

/// Labels of the foot of a web page.
const FOOT: [&str; 8] =
    ["上一篇", "下一篇", "主办", "主办单位", "承办", "承办单位", "网站标识码", "扫一扫"];

/// What lines of the foot begin with that have no colon.
const FOOT_STARTS: [&str; 6] =
    ["版权所有", "Copyright", "copyright", "©", "网站标识码", "网站地图"];

/// Counters of readers, with a number behind them.
const COUNTERS: [&str; 6] = ["阅读", "浏览", "点赞", "在看", "点击", "访问"];

/// Whether the line is a page number between strokes, or 第…页.
pub(super) fn is_page_number(line: &Passage) -> bool {
    let text = crate::text::numeral::to_half_width(&line.compact());
    let strokes = ['—', '-', '–', '─', '－', '―'];
    let inner = text
        .strip_prefix(strokes)
        .map(|rest| rest.trim_start_matches(strokes))
        .filter(|rest| rest.ends_with(strokes))
        .map(|rest| rest.trim_end_matches(strokes));
    if let Some(inner) = inner {
        return is_short_number(inner);
    }
    let pages: Vec<&str> =
        text.split(['第', '共', '页', '/', ',']).filter(|p| !p.is_empty()).collect();
    text.starts_with('第')
        && text.ends_with('页')
        && matches!(pages.len(), 1 | 2)
        && pages.iter().all(|page| is_short_number(page))
}

fn is_short_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the line is one of those that a web page puts around a document.
pub(super) fn is_metadata(line: &Passage) -> bool {
    let text = line.compact();
    let no_number = labelled_number(&text).is_some_and(|(_, number)| number.is_empty());
    if no_number || is_attachment_mark(&text) || is_time_stamp(&text) {
        return true;
    }
    let bare = text.trim_start_matches(['【', '[', '（', '(', '〖']);
    is_labelled(bare, LABELS) || is_foot(bare) || is_path(&text) || is_buttons(bare)
}

/// Whether the line is one of those that a web page puts below a document. A
/// day alone is none, nor what may be the signature behind a label.
pub(super) fn is_below(line: &Passage) -> bool {
    let text = line.compact();
    let day = crate::text::numeral::parse_date(&text).is_some();
    is_metadata(line) && !day && !is_labelled(&text, &ABOVE)
}

fn is_foot(text: &str) -> bool {
    let filed = ["ICP备", "公网安备"].iter().any(|word| text.contains(word));
    let begins = FOOT_STARTS.iter().any(|start| text.starts_with(start));
    let counted = COUNTERS.iter().any(|word| {
        let count = text.strip_prefix(word).unwrap_or_default();
        !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit())
    });
    let short = text.chars().count() <= 60;
    is_labelled(text, &FOOT) || counted || (short && (filed || begins))
}

/// 附件 or 附件1 in the corner above the title of a report that was itself sent as one.
fn is_attachment_mark(text: &str) -> bool {
    let rest = text.strip_prefix("附件");
    rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || "：:".contains(c)))
}

/// 2026-01-29 10:30, with what a web page puts behind it.
fn is_time_stamp(text: &str) -> bool {
    let day = text.get(..10);
    day.is_some_and(|day| day.contains('-') && crate::text::numeral::parse_date(day).is_some())
}

/// Label, then a colon, a closing bracket or nothing.
fn is_labelled(text: &str, labels: &[&str]) -> bool {
    labels.iter().any(|label| {
        let rest = text.strip_prefix(label);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['：', ':', '】', ']']))
    })
}

/// 首页 > 政务公开 > …
fn is_path(text: &str) -> bool {
    let rest = text.strip_prefix("首页");
    rest.is_some_and(|rest| rest.starts_with(['>', '＞', '»', '›', '/', '-']))
}

fn is_buttons(text: &str) -> bool {
    let mut rest = text;
    let mut found = false;
    while !rest.is_empty() {
        let next = BUTTONS.iter().find_map(|word| rest.strip_prefix(word));
        let mark = rest.strip_prefix(['【', '】', '[', ']', '|', '｜', '：', ':', '·']);
        found |= next.is_some();
        match next.or(mark) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    found
}

/// The document number behind a label such as 发文字号, with the label: both
/// as they stand in the line. `None` where the line has no such label.
pub(super) fn labelled_number(text: &str) -> Option<(&str, &str)> {
    let (label, number) = label(text)?;
    let name = compact(label);
    matches!(name.trim_end_matches(['：', ':']), "发文字号" | "文号" | "发文号")
        .then_some((label, number))
}

/// The title behind the label 标题, with the label.
pub(super) fn labelled_title(text: &str) -> Option<(&str, &str)> {
    let (label, title) = label(text)?;
    matches!(compact(label).trim_end_matches(['：', ':']), "标题" | "题目")
        .then_some((label, title))
}

/// What stands before the first colon, that included, and what stands behind it.
pub(super) fn label(text: &str) -> Option<(&str, &str)> {
    let at = text.find(['：', ':'])?;
    let mark = text[at..].chars().next().map_or(0, char::len_utf8);
    Some((text[..at + mark].trim(), text[at + mark..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn line(text: &str) -> Passage {
        split(text).0.remove(0)
    }

    #[test]
    fn page_numbers_are_known_by_their_strokes() {
        for text in ["— 1 —", "- 12 -", "－３－", "第 2 页", "第2页共10页", "——4——"]
        {
            assert!(is_page_number(&line(text)), "{text}");
        }
        for text in ["12", "—", "第2页的内容", "-1", "1、任务", "第页"] {
            assert!(!is_page_number(&line(text)), "{text}");
        }
    }

    #[test]
    fn the_frame_of_a_web_page_is_known_by_its_labels() {
        for text in [
            "索 引 号：SY/2024",
            "【字体：大 中 小】 打印 关闭",
            "来源：镇政府 作者：李某",
            "当前位置：首页 > 公开",
            "首页 > 公开",
            "打印 | 关闭",
            "发文字号：",
            "附件1",
            "2026-01-29 10:30 来源：县政府",
            "浏览次数：126",
            "阅读 123",
            "版权所有 临川县人民政府",
            "主办：临川县人民政府办公室",
            "临ICP备12345678号",
        ] {
            assert!(is_metadata(&line(text)), "{text}");
        }
        for text in ["来源于群众的问题", "小微企业", "返回岗位的人员12名", "附件：统计表"]
        {
            assert!(!is_metadata(&line(text)), "{text}");
        }
    }

    #[test]
    fn what_may_be_a_signature_is_no_foot_of_a_page() {
        for text in ["2026-01-05", "日期：2026年1月5日", "审核：李某"] {
            assert!(is_metadata(&line(text)) && !is_below(&line(text)), "{text}");
        }
        assert!(is_below(&line("2026-01-05 10:30")) && is_below(&line("【打印】【关闭】")));
    }

    #[test]
    fn a_labelled_number_comes_apart() {
        assert_eq!(
            labelled_number("发文字号： 云政〔2025〕5号"),
            Some(("发文字号：", "云政〔2025〕5号"))
        );
        assert_eq!(labelled_number("县委、县政府："), None);
    }
}
