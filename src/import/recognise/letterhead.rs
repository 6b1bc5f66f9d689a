//! The lines before the first heading: number, issuers, title, addressee, 导语.
//!
//! Told by form and order. A line that fits nowhere stays text: it is seen in
//! 导语 rather than dropped. A title that stands twice is noise.

use crate::import::notes::Note;
use crate::import::passage::{Passage, Role, compact};
use crate::import::{names, noise};

/// The longest line of a title, in characters.
const TITLE_LINE: usize = 50;
/// The most lines that a title is set in.
const TITLE_LINES: usize = 4;
/// The most lines of a web page that are looked through for a title.
const AHEAD: usize = 15;
/// The longest addressee.
const ADDRESSEE: usize = 40;

/// Marks the lines before the first heading; the frame of a web page is
/// already out of them.
pub(super) fn mark(passages: &mut [&mut Passage], notes: &mut Vec<Note>) {
    let mut marker =
        Marker { passages, at: 0, issuers: String::new(), title: String::new(), numbered: false };
    marker.above_title();
    marker.title();
    marker.below_title(notes);
}

struct Marker<'a, 'b> {
    passages: &'a mut [&'b mut Passage],
    at: usize,
    /// The issuers and the title so far, without white space.
    issuers: String,
    title: String,
    /// Whether a document number was found.
    numbered: bool,
}

impl Marker<'_, '_> {
    fn above_title(&mut self) {
        while let Some(passage) = self.passages.get_mut(self.at) {
            if names::names(passage).is_some() {
                passage.role = Role::Issuer;
                self.issuers += &passage.compact();
            } else if !self.numbered && doc_number(&passage.text).is_some() {
                passage.role = Role::DocNumber;
                self.numbered = true;
            } else {
                return;
            }
            self.at += 1;
        }
    }

    fn title(&mut self) {
        let ahead: Vec<&Passage> = self.passages[self.at..].iter().map(|p| &**p).collect();
        let Some((skip, count)) = find_title(&ahead) else { return };
        for passage in &mut self.passages[self.at..self.at + skip] {
            passage.doubtful(Role::Noise, "标题前面的这一行不像报告里的，先去掉；要留下就改过来");
        }
        self.at += skip;
        for passage in &mut self.passages[self.at..self.at + count] {
            passage.role = Role::Title;
            self.title += &passage.compact();
        }
        self.at += count;
    }

    fn below_title(&mut self, notes: &mut Vec<Note>) {
        while let Some(passage) = self.passages.get_mut(self.at) {
            let number = passage.text.as_str();
            if !self.numbered && doc_number(number).is_some() {
                passage.role = Role::DocNumber;
                self.numbered = true;
                if !number.contains(['〔', '[', '(', '（', '【', '﹝', '［']) {
                    let said = format!("文号「{number}」里年份的〔〕不见了，照原样收下，请核对");
                    notes.push(Note::at(passage, said));
                }
                self.at += 1;
                continue;
            }
            match self.title_again() {
                0 => break,
                lines => {
                    for passage in &mut self.passages[self.at..self.at + lines] {
                        passage.role = Role::Noise;
                    }
                    self.at += lines;
                }
            }
        }
        self.other_title();
        let last = self.at + 1 >= self.passages.len();
        let titled = !self.title.is_empty();
        if let Some(passage) = self.passages.get_mut(self.at)
            && (is_addressee(passage) || (titled && !last && is_bare_addressee(passage)))
        {
            passage.role = Role::Addressee;
        }
    }

    /// A second title in other words is taken out, and asked about.
    fn other_title(&mut self) {
        if let Some(passage) = self.passages.get_mut(self.at)
            && !self.title.is_empty()
            && may_be_title(passage)
            && ends_title(&passage.text)
        {
            let said = "又有一行标题，与前面的不同：留前面的，这一行先去掉；要留下就改过来";
            passage.doubtful(Role::Noise, said);
            self.at += 1;
        }
    }

    /// How many lines repeat the title, alone or with the issuers above it.
    fn title_again(&self) -> usize {
        let with_issuers = format!("{}{}", self.issuers, self.title);
        let mut joined = String::new();
        let ahead = self.passages[self.at..].iter().take(AHEAD);
        for (passage, count) in ahead.zip(1..) {
            joined += &passage.compact();
            if !self.title.is_empty() && (joined == self.title || joined == with_issuers) {
                return count;
            }
        }
        0
    }
}

/// Where a title stands: lines to be left out before it, lines that it has.
fn find_title(ahead: &[&Passage]) -> Option<(usize, usize)> {
    let short = ahead.iter().take(AHEAD).take_while(|p| may_be_title(p)).count();
    // A whole title in one line, with what belongs to it above.
    let whole = (0..short).find(|at| ends_title(&ahead[*at].text) && is_matter(&ahead[*at].text));
    if let Some(at) = whole {
        let first = (0..at).rev().take_while(|above| begins_title(ahead[*above])).last();
        let first = first.filter(|first| at - first < TITLE_LINES).unwrap_or(at);
        return Some((first, at + 1 - first));
    }
    let joined = |count: usize| -> String { ahead[..count].iter().map(|p| p.compact()).collect() };
    let lines = short.min(TITLE_LINES);
    let whole = (1..=lines).find(|count| ends_title(&joined(*count)));
    let named = (1..=lines).rev().find(|count| is_matter(&ahead[count - 1].text));
    whole.or(named).map(|count| (0, count))
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

/// An addressee that lost its colon: bodies only.
fn is_bare_addressee(passage: &Passage) -> bool {
    let text = passage.compact();
    let body =
        |name: &str| ["委", "政府", "委员会", "办公室", "局"].iter().any(|end| name.ends_with(end));
    let names: Vec<&str> = text.split(['、', '，', ',']).collect();
    passage.len() <= ADDRESSEE && names.iter().all(|name| body(name))
}

/// A short line without the end of a sentence.
fn may_be_title(passage: &Passage) -> bool {
    passage.len() <= TITLE_LINE
        && !passage.text.ends_with(['。', '；', '：', ':', '！', '？', '，'])
        && doc_number(&passage.text).is_none()
}

/// Whether a title is complete: 报告, 总结 and the like, or one with a remark in brackets.
pub(super) fn ends_title(text: &str) -> bool {
    let text = compact(text);
    let bare = match text.rfind(['（', '(']) {
        Some(at) if text.ends_with(['）', ')']) => &text[..at],
        _ => &text,
    };
    ["报告", "总结", "汇报", "報告", "總結", "匯報"].iter().any(|end| bare.ends_with(end))
}

fn is_addressee(passage: &Passage) -> bool {
    passage.len() <= ADDRESSEE && is_addressee_text(&passage.text)
}

/// Whether a text names whom the report is for, with the colon behind.
pub(super) fn is_addressee_text(text: &str) -> bool {
    text.ends_with(['：', ':'])
        && !text.contains('。')
        && !["如下", "报告", "汇报", "報告"].iter().any(|word| text.contains(word))
}

/// The document number that a line is, without the label or the 签发人 around it.
pub(in crate::import) fn doc_number(text: &str) -> Option<&str> {
    let labelled = noise::labelled_number(text);
    let text = labelled.map_or(text, |(_, number)| number);
    let number = text.find("签发人").map_or(text, |at| text[..at].trim());
    is_doc_number(number).then_some(number)
}

/// 云政〔2025〕5号, also with other brackets, or with none.
fn is_doc_number(text: &str) -> bool {
    let text = compact(&crate::text::numeral::to_half_width(text));
    let Some(rest) = text.strip_suffix(['号', '號']) else {
        return false;
    };
    let Some(at) = rest.find(|c: char| c.is_ascii_digit()) else {
        return false;
    };
    let brackets = ['〔', '〕', '[', ']', '(', ')', '【', '】', '﹝', '﹞'];
    let code = rest[..at].trim_end_matches(brackets);
    let figures = &rest[at..];
    let inner = |c: char| c.is_ascii_digit() || c == '第' || brackets.contains(&c);
    let length = code.chars().count();
    (2..=12).contains(&length)
        && code.chars().all(char::is_alphanumeric)
        && figures.starts_with("20")
        && figures.chars().all(inner)
        && (5..=9).contains(&figures.chars().filter(char::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn head(text: &str) -> (Vec<(Role, String)>, Vec<Note>) {
        let mut passages = split(text).0;
        let mut notes = Vec::new();
        mark(&mut passages.iter_mut().collect::<Vec<_>>(), &mut notes);
        (passages.into_iter().map(|p| (p.role, p.text.into_string())).collect(), notes)
    }

    fn roles(text: &str) -> Vec<Role> {
        head(text).0.into_iter().map(|(role, _)| role).collect()
    }

    #[test]
    fn a_full_title_block_is_read() {
        use Role::{Addressee, DocNumber, Issuer, Text, Title};
        let text = "中共云溪镇委员会\n临川县云溪镇人民政府\n关于2025年法治政府建设\n情况的报告\n\
             云委〔2026〕3号\n县委、县政府：\n2025年，我镇开展工作。现将情况报告如下：";
        assert_eq!(roles(text), [Issuer, Issuer, Title, Title, DocNumber, Addressee, Text]);
        let text = "云溪镇\n2025年法治政府建设年度报告\n县委、县政府\n正文。";
        assert_eq!(roles(text), [Title, Title, Addressee, Text]);
    }

    #[test]
    fn what_is_missing_stays_missing() {
        assert_eq!(roles("今年，我镇扎实推进工作，成效明显。现报告如下："), [Role::Text]);
    }

    #[test]
    fn a_title_that_stands_twice_is_listed() {
        let text = "云溪镇2025年法治政府建设年度报告\n云溪镇2025年法治政府\n建设年度报告\n正文。";
        assert_eq!(roles(text), [Role::Title, Role::Noise, Role::Noise, Role::Text]);
        assert_eq!(
            roles("云溪镇2025年法治报告\n云溪镇2025年度法治报告\n正文。"),
            [Role::Title, Role::Noise, Role::Text]
        );
    }

    #[test]
    fn lines_of_a_page_above_the_title_are_asked_about() {
        use Role::{Noise, Text, Title};
        let text = "政务公开\n互动交流\n云溪镇2025年法治政府建设年度报告\n正文。";
        assert_eq!(roles(text), [Noise, Noise, Title, Text]);
    }

    #[test]
    fn what_stands_around_a_number_is_no_part_of_it() {
        let text = "发文字号：云政〔2025〕5号  签发人：李某";
        assert_eq!(doc_number(text), Some("云政〔2025〕5号"));
        assert_eq!(roles(&format!("{text}\n云溪镇年度报告\n"))[0], Role::DocNumber);
        let (_, notes) = head("云溪镇2025年法治报告\n云政发202515号\n正文。");
        assert!(notes[0].message.contains("〔〕"), "{notes:?}");
    }

    #[test]
    fn document_numbers_are_known_with_any_brackets() {
        for text in [
            "云政〔2025〕5号",
            "云政发[2025]05号",
            "云政(2025)第5号",
            "云政发202515号",
            "云委 【2025】 5 号",
        ] {
            assert!(is_doc_number(text), "{text}");
        }
        for text in ["5号", "2025年5号", "第12号", "云溪路18号", "电话13800138000号"] {
            assert!(!is_doc_number(text), "{text}");
        }
    }
}
