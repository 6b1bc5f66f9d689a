//! Headings that stand in the middle of a paragraph become paragraphs of their own.
//!
//! Some reports are one single paragraph: title, addressee and all headings.
//! A number in running text is that of a heading only where it goes on from
//! the one before, behind the end of a sentence, and a short phrase with a 。
//! follows; a list within a sentence has none of it.

use crate::import::heading::{self, Label, Split};
use crate::import::passage::{Passage, Role};
use crate::report::Level;

use super::letterhead;

/// The longest title at the head of a paragraph, in characters.
const TITLE: usize = 60;
/// The longest addressee, in characters.
const ADDRESSEE: usize = 40;
/// The longest heading that has no 。 behind it, in characters.
const PHRASE: usize = 40;

/// Cuts paragraphs before the headings in them, and asks about the first of each.
pub(super) fn cut(passages: &mut Vec<Passage>) {
    let mut counter = Counter::default();
    let mut cut = Vec::with_capacity(passages.len());
    for passage in passages.drain(..) {
        if passage.role == Role::Noise {
            cut.push(passage);
            continue;
        }
        let places = counter.places(&passage.text);
        let first = cut.len();
        cut.extend(passage.pieces(&places));
        if let Some(found) = cut.get_mut(first + 1) {
            found.doubt = Some("标题夹在段落里，先从这里断开；不是标题就接上".to_owned());
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

/// What is known of a text while its characters are gone through.
#[derive(Default)]
struct Sight {
    /// Where the words of a part's heading begin that has no text yet.
    words: Option<usize>,
    /// Quotation marks that are open.
    quoted: usize,
    /// Whether a list of its own begins in it, of items and of parts: its
    /// numbers are none of headings.
    listing: [bool; 2],
}

impl Counter {
    /// Where headings begin within a text, in bytes; it may begin with one itself.
    fn places(&mut self, text: &str) -> Vec<usize> {
        let mut places = Vec::new();
        let mut sight = Sight::default();
        let mut from = 1;
        if let Some(label) = heading::label(text) {
            from = text.len() - label.rest.len();
            sight.words = self.take(&label).then_some(from);
        }
        for (at, c) in text.char_indices() {
            match c {
                '“' | '「' => sight.quoted += 1,
                '”' | '」' => sight.quoted = sight.quoted.saturating_sub(1),
                _ => {}
            }
            let may_begin = matches!(c, '（' | '(') || "一二三四五六七八九十".contains(c);
            if at < from || !may_begin {
                continue;
            }
            let Some(label) = heading::label(&text[at..]) else { continue };
            if self.begins(text, at, &label, &mut sight) {
                from = text.len() - label.rest.len();
                sight.words = self.take(&label).then_some(from);
                places.push(at);
            }
        }
        places
    }

    /// Whether a heading begins at a label: the next number behind the end of a
    /// sentence, or （一） right behind the words of a part.
    fn begins(&self, text: &str, at: usize, label: &Label, sight: &mut Sight) -> bool {
        let part = label.level == Level::Part;
        let next = if part {
            label.ordinal == self.part + 1
        } else {
            self.part > 0 && label.ordinal == self.item + 1
        };
        let listing = &mut sight.listing[usize::from(part)];
        let ends = text[..at].trim_end().ends_with(['。', '：', '；']);
        *listing |= ends && label.ordinal == 1 && !next;
        if !next || *listing || sight.quoted > 0 {
            return false;
        }
        if ends {
            return has_words(label.rest) || (part && holds_item(label.rest));
        }
        let words = sight.words.map_or("", |words| &text[words..at]);
        let short = (1..=PHRASE).contains(&words.chars().count()) && !words.contains('。');
        !part && label.ordinal == 1 && short
    }

    /// Counts a number, if it goes on; says whether it is that of a part.
    fn take(&mut self, label: &Label) -> bool {
        match label.level {
            Level::Part if label.ordinal == self.part + 1 => {
                (self.part, self.item) = (label.ordinal, 0);
                return true;
            }
            Level::Item if label.ordinal == self.item + 1 => self.item = label.ordinal,
            _ => {}
        }
        false
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
    if let Some(behind) = pieces.get_mut(1) {
        let said = "标题和后面连在一段里，先从这里断开；断错了就接上，重新断开";
        behind.doubt = Some(said.to_owned());
    }
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
    fn more_than_ten_parts_are_cut_too() {
        let numbers = "一 二 三 四 五 六 七 八 九 十 十一 十二";
        let parts: Vec<String> =
            numbers.split(' ').map(|number| format!("{number}、抓好工作。全年办件8件。")).collect();
        assert_eq!(texts(&parts.concat()), (parts.clone(), 1));
        assert_eq!(texts(&parts.join("\n")), (parts, 0));
    }

    #[test]
    fn quotations_and_lists_within_an_item_stay() {
        for line in [
            "一、主要成效。落实“一、提高站位。二、压实责任。三、强化督导。”的要求。办件8件。",
            "一、主要成效（一）学习。提出要求：（一）提高站位。认真学。（二）压实责任。认真做。",
        ] {
            let (found, _) = texts(line);
            assert!(found.len() <= 2, "{found:?}");
        }
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
