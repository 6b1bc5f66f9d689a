//! Marks that should not be there, or be others.

use crate::check::chars::{Chars, is_break};
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::MarkWords;

mod items;
mod list;

/// Marks between which no 、 stands.
const NEIGHBOURS: [(char, char, &str); 3] =
    [('》', '《', "书名号"), ('”', '“', "引号"), ('’', '‘', "引号")];

/// How far the items of one list are looked at on either side, in characters.
const LONGEST_LIST: usize = 300;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let part = view.line.part;
    if !matches!(part, Part::Title | Part::Heading | Part::Text | Part::Attachment) {
        return;
    }
    let chars = Chars::of(view.text());
    let words = &view.tables.marks;
    for at in 0..chars.len() {
        match chars.at(at) {
            Some('、') => pause(&chars, at, words, sink),
            Some('。') if leads(&chars, at, words) => sink.add(lead(&chars, at)),
            Some('…') if chars.before(at) != Some('…') => dots(&chars, at, sink),
            _ => {}
        }
        doubled(&chars, at, sink);
    }
    items::line(&chars, words, sink);
    list::line(&chars, words, sink);
}

/// 、 between two titles or quotations, or before 等.
fn pause(chars: &Chars, at: usize, words: &MarkWords, sink: &mut Sink) {
    let (before, behind) = (chars.before(at), chars.at(at + 1));
    let pair =
        NEIGHBOURS.iter().find(|(close, open, _)| before == Some(*close) && behind == Some(*open));
    if let Some((close, open, name)) = pair {
        if !is_mixed(chars, at, *open) {
            let message = format!("相邻的{name}之间通常不用顿号，请改为{close}{open}");
            let hit = Hit::new("pause", 0, chars.range(at - 1..at + 2), message);
            sink.add(hit.fix(format!("{close}{open}")));
        }
    } else if behind == Some('等') && !begins_with_any(chars.from(at + 1), &words.words_with_deng)
    {
        let hit = Hit::new("pause", 0, chars.range(at..at + 2), "“等”前面不用顿号，请删去顿号");
        sink.add(hit.fix("等"));
    }
}

/// Whether another item of the list has something behind its closing mark, so that a 、 is
/// right there: 《甲》（文号）、《乙》、《丙》.
fn is_mixed(chars: &Chars, at: usize, open: char) -> bool {
    let is_end = |c: char| is_break(c) && c != '、';
    let first = chars.run_back_within(at, LONGEST_LIST, |c| !is_end(c));
    let last = chars.run_within(at, LONGEST_LIST, |c| !is_end(c));
    let clause = chars.text(first..last);
    ["）", ")", "〕"].iter().any(|close| clause.contains(&format!("{close}、{open}")))
}

fn begins_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

/// Whether the sentence introduces what follows.
fn leads(chars: &Chars, at: usize, words: &MarkWords) -> bool {
    let head = chars.text(0..at);
    words.leads.iter().any(|lead| head.ends_with(lead.as_str()))
}

fn lead(chars: &Chars, at: usize) -> Hit {
    let start = at.saturating_sub(4);
    let words = chars.text(start..at);
    let message = format!("“{words}”引出下文，后面应当用冒号，不用句号");
    Hit::new("stop", 0, chars.range(start..at + 1), message).fix(format!("{words}："))
}

/// …… together with 等.
fn dots(chars: &Chars, at: usize, sink: &mut Sink) {
    let end = chars.run(at, |c| c == '…');
    let words = if chars.before(at) == Some('等') {
        at - 1..end
    } else if chars.at(end) == Some('等') {
        at..end + 1
    } else {
        return;
    };
    let message = "省略号和“等”意思重复，只用一个，请删去省略号";
    sink.add(Hit::new("dots", 0, chars.range(words), message).fix("等"));
}

/// Two marks side by side of which one is enough.
fn doubled(chars: &Chars, at: usize, sink: &mut Sink) {
    let is_mark = |c: char| "，。、；：".contains(c);
    if chars.before(at).is_some_and(is_mark) || !chars.at(at).is_some_and(is_mark) {
        return;
    }
    let end = chars.run(at, is_mark);
    if end - at < 2 {
        return;
    }
    let marks = chars.text(at..end);
    let first = marks.chars().next().unwrap_or_default();
    let same = marks.chars().all(|c| c == first);
    let range = chars.range(at..end);
    // Three full stops may be meant as ……, and of two marks only the writer knows the right one.
    if same && (end - at == 2 || first != '。') {
        let message = format!("标点重复：连着用了{}个“{first}”，请留一个", end - at);
        sink.add(Hit::new("doubled", 0, range, message).fix(first));
    } else {
        let message = format!("“{marks}”连着用，请核对应当留哪一个");
        sink.add(Hit::new("doubled", 0, range, message));
    }
}
