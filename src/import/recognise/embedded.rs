//! Headings that stand in the middle of a paragraph become paragraphs of their own.
//!
//! Some reports are one single paragraph: title, addressee and all headings.
//! A number in running text is that of a heading only where it goes on from
//! the one before, behind the end of a sentence, and a short phrase with a 。
//! follows; a list within a sentence has none of it.

use crate::import::heading::{self, Split};
use crate::import::passage::{Passage, Role};
use crate::report::Level;

use super::letterhead;

/// The longest title at the head of a paragraph, in characters.
const TITLE: usize = 60;
/// The longest addressee, in characters.
const ADDRESSEE: usize = 40;
/// The longest heading that has no 。 behind it, in characters.
const PHRASE: usize = 40;

/// Cuts paragraphs before the headings in them, and asks about the first.
pub(super) fn cut(passages: &mut Vec<Passage>) {
    let mut counter = Counter::default();
    let mut cut = Vec::with_capacity(passages.len());
    let mut asked = false;
    for passage in passages.drain(..) {
        if passage.role == Role::Noise {
            cut.push(passage);
            continue;
        }
        let places = counter.places(&passage.text);
        let first = cut.len();
        cut.extend(passage.pieces(&places));
        if let Some(found) = cut.get_mut(first + 1).filter(|_| !asked) {
            found.doubt = Some("标题夹在段落里，先从这里断开；不是标题就并回上一段".to_owned());
            asked = true;
        }
    }
    *passages = cut;
    cut_front(passages);
}

/// The numbers that headings have come to.
#[derive(Default)]
struct Counter {
    part: u32,
    item: u32,
}

impl Counter {
    /// Where headings begin within a text, in bytes; it may begin with one itself.
    fn places(&mut self, text: &str) -> Vec<usize> {
        let mut places = Vec::new();
        // Where the words of a part's heading begin that has no text yet.
        let mut words = self.take(text);
        for (at, c) in text.char_indices().skip(1) {
            let may_begin = matches!(c, '（' | '(') || "一二三四五六七八九十".contains(c);
            if may_begin && self.begins(&text[words.unwrap_or(at)..at], &text[..at], &text[at..]) {
                words = self.take(&text[at..]).map(|ahead| at + ahead);
                places.push(at);
            }
        }
        places
    }

    /// Whether a heading begins at `text`: the next number behind the end of a
    /// sentence, or （一） right behind the words of a part.
    fn begins(&self, words: &str, before: &str, text: &str) -> bool {
        let Some(label) = heading::label(text) else { return false };
        let next = match label.level {
            Level::Part => label.ordinal == self.part + 1,
            Level::Item => self.part > 0 && label.ordinal == self.item + 1,
        };
        if !next {
            return false;
        }
        if before.trim_end().ends_with(['。', '：', '；']) {
            return has_words(label.rest) || (label.level == Level::Part && holds_item(label.rest));
        }
        let short = (1..=PHRASE).contains(&words.chars().count()) && !words.contains('。');
        label.level == Level::Item && label.ordinal == 1 && short
    }

    /// Counts the number that a text begins with, if it goes on; says where the
    /// words of a part begin.
    fn take(&mut self, text: &str) -> Option<usize> {
        let label = heading::label(text)?;
        match label.level {
            Level::Part if label.ordinal == self.part + 1 => {
                (self.part, self.item) = (label.ordinal, 0);
                return Some(text.len() - label.rest.len());
            }
            Level::Item if label.ordinal == self.item + 1 => self.item = label.ordinal,
            _ => {}
        }
        None
    }
}

/// Whether a heading and its text follow, or a short heading alone.
fn has_words(rest: &str) -> bool {
    let Split { heading, body, .. } = heading::split(rest);
    let words = heading.chars().count();
    words > 0 && (body.is_some() || words <= PHRASE)
}

/// Whether a short phrase and （一） follow.
fn holds_item(rest: &str) -> bool {
    let at = rest.find(['（', '(']);
    at.is_some_and(|at| {
        let words = &rest[..at];
        words.chars().count() <= PHRASE
            && heading::label(&rest[at..]).is_some_and(|l| l.ordinal == 1)
    })
}

/// Cuts title and addressee off a text that begins with them.
fn cut_front(passages: &mut Vec<Passage>) {
    let Some(at) = passages.iter().position(|passage| passage.role != Role::Noise) else {
        return;
    };
    let Some(end) = title_end(&passages[at].text) else { return };
    let rest = &passages[at].text[end..];
    let colon = rest.find('：').map(|at| end + at + '：'.len_utf8());
    let addressee = colon.filter(|colon| {
        let text = &passages[at].text[end..*colon];
        text.chars().count() <= ADDRESSEE && letterhead::is_addressee_text(text)
    });
    let places: Vec<usize> = std::iter::once(end).chain(addressee).collect();
    let mut pieces = passages[at].pieces(&places);
    pieces[0].doubt = Some("标题和正文连在一段里，先从这里断开；不对就并起来重新拆".to_owned());
    passages.splice(at..=at, pieces);
}

/// The byte behind the title that a text begins with, where sentences follow.
fn title_end(text: &str) -> Option<usize> {
    let ends = text.match_indices("报告").map(|(at, word)| at + word.len());
    let mut ends = ends.take_while(|end| text[..*end].chars().count() <= TITLE);
    ends.find(|end| {
        let (title, rest) = text.split_at(*end);
        let goes_on = rest.starts_with(['如', '：', '，', '。', '的', '工', '、']);
        let sentence = rest.contains(['：', '。']);
        title.contains("法治") && !title.contains(['，', '。', '：']) && sentence && !goes_on
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn texts(text: &str) -> (Vec<String>, usize) {
        let mut passages = split(text).0;
        cut(&mut passages);
        let doubts = passages.iter().filter(|passage| passage.doubt.is_some()).count();
        (passages.into_iter().map(|p| p.text.into_string()).collect(), doubts)
    }

    #[test]
    fn a_report_in_one_paragraph_is_taken_apart() {
        let parts = [
            "云溪镇2025年法治政府建设情况报告",
            "县委、县政府：",
            "2025年，云溪镇扎实推进工作。现将有关情况报告如下：",
            "一、主要举措和成效",
            "（一）深入学习。全年学习12次，其中专题学习：3次。",
            "（二）依法履职，把该管的事管住管好，让群众办事少跑路、不求人。全年办件800件。",
            "二、存在的不足。力量不足，办法不多。",
            "三、下一步打算",
        ];
        let (found, doubts) = texts(&parts.concat());
        assert_eq!(found, parts);
        assert_eq!(doubts, 2);
    }

    #[test]
    fn lists_within_sentences_stay() {
        let lines = [
            "云溪镇2025年法治政府建设情况报告",
            "一、主要举措和成效",
            "（一）深入学习。落实（二）类事项清单，统一、二次复核，抓好三、四季度工作。三、四季度办件多。",
            "（二）依法履职。全年办件800件。",
        ];
        assert_eq!(texts(&lines.join("\n")), (lines.map(str::to_owned).to_vec(), 0));
    }
}
