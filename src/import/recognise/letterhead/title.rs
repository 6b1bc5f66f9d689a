//! The title of a report: which of the first lines it is set in.
//!
//! Told by its words and its length, not by its place: a page or a red head
//! may stand above it.

use crate::import::passage::{Passage, compact};

use super::doc_number;

/// The longest line of a title, in characters; of a whole one with 关于 and 报告.
const TITLE_LINE: usize = 50;
const LONG_LINE: usize = 80;
/// The most lines that a title is set in.
const TITLE_LINES: usize = 4;
/// The most lines that are looked through for a title.
pub(super) const AHEAD: usize = 15;

/// Where a title stands: lines to be left out before it, lines that it has.
pub(super) fn find(ahead: &[&Passage]) -> Option<(usize, usize)> {
    let numbered = |p: &Passage| doc_number(&p.text).is_some();
    let short = ahead.iter().take(AHEAD).take_while(|p| may_be_title(p) || numbered(p)).count();
    // A whole title in one line, with what belongs to it above.
    let whole = (0..short).find(|at| ends_title(&ahead[*at].text) && is_matter(&ahead[*at].text));
    if let Some(at) = whole {
        let first = (0..at).rev().take_while(|above| begins_title(ahead[*above])).last();
        let first = first.filter(|first| at - first < TITLE_LINES).unwrap_or(at);
        // ——…的报告 goes with the words above it.
        let below = first == at && at > 0 && ahead[at].text.starts_with('—');
        let first = first - usize::from(below);
        return Some((first, at + 1 - first));
    }
    let joined = |count: usize| -> String { ahead[..count].iter().map(|p| p.compact()).collect() };
    let lines = ahead.iter().take(TITLE_LINES).take_while(|p| may_be_title(p)).count();
    let whole = (1..=lines).find(|count| ends_title(&joined(*count)));
    let named = (1..=lines).rev().find(|count| is_matter(&ahead[count - 1].text));
    let situation = |count: &usize| joined(*count).ends_with("情况") && is_matter(&joined(*count));
    let situation = (1..=lines).find(situation);
    whole.or(situation).or(named).map(|count| (0, count))
}

/// Whether a title names its matter.
fn is_matter(text: &str) -> bool {
    let text = compact(text);
    ["法治", "依法行政"].iter().any(|word| text.contains(word))
}

/// A line above the last one of a title: a place, a body, or 关于….
fn begins_title(passage: &Passage) -> bool {
    let text = passage.compact();
    let endings = ["镇", "乡", "街道", "政府", "委员会", "办事处", "局", "委", "工委"];
    is_matter(&text) || text.contains("关于") || endings.iter().any(|end| text.ends_with(end))
}

/// A short line without the end of a sentence; a title that is complete may be
/// longer, and have a 。 behind it.
fn may_be_title(passage: &Passage) -> bool {
    let text = &passage.text;
    let ends = ['。', '；', '：', ':', '！', '？', '，'];
    let bare = text.strip_suffix('。').filter(|bare| is_matter(bare) && !bare.contains(ends));
    let long = ["关于", "报告"].iter().all(|word| text.contains(word)) && !text.contains(ends);
    let length = if long { LONG_LINE } else { TITLE_LINE };
    passage.len() <= length
        && (!text.ends_with(ends) || bare.is_some_and(ends_title))
        && doc_number(text).is_none()
}

/// Whether a line is a whole title.
pub(super) fn is_whole(passage: &Passage) -> bool {
    may_be_title(passage) && ends_title(&passage.text)
}

/// Whether a title is complete: 报告, 总结 and the like, or one with a remark in brackets.
pub(in crate::import::recognise) fn ends_title(text: &str) -> bool {
    let text = compact(text);
    let text = text.strip_suffix('。').unwrap_or(&text);
    let bare = match text.rfind(['（', '(']) {
        Some(at) if text.ends_with(['）', ')']) => &text[..at],
        _ => text,
    };
    let ends = ["报告", "总结", "汇报", "報告", "總結", "匯報", "报告的函", "总结的函"];
    ends.iter().any(|end| bare.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn found(text: &str) -> Option<(usize, usize)> {
        let passages = split(text).0;
        find(&passages.iter().collect::<Vec<_>>())
    }

    #[test]
    fn titles_of_every_dress_are_found() {
        let long = "中共临川县枕河镇委员会临川县枕河镇人民政府关于2025年度贯彻落实法治政府建设工作部署推进依法行政情况的报告";
        assert!(long.chars().count() > TITLE_LINE);
        for (text, place) in [
            (long, (0, 1)),
            ("关于枕河镇2025年度法治政府建设工作情况的报告。", (0, 1)),
            ("关于法治政府建设\n2025年工作情况\n2025年，我镇推进工作。", (0, 2)),
            ("奋力谱写新篇章\n——枕河镇2025年法治政府建设工作总结", (0, 2)),
            ("内部\n枕政〔2026〕2号\n关于2025年法治政府建设情况的报告", (2, 1)),
            ("关于报送2025年法治政府建设情况报告的函", (0, 1)),
        ] {
            assert_eq!(found(text), Some(place), "{text}");
        }
        for text in ["2025年，我镇推进法治政府建设，现作报告。", "枕河镇推进法治建设。全年无报告。"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
