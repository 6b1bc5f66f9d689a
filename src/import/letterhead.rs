//! The lines before the first heading: number, issuers, title, addressee, 导语.
//!
//! Told by form and order. A line that fits nowhere is left in 导语, where the
//! user sees it, rather than dropped. A title that stands twice is noise.

use crate::report::{Letterhead, Noise, Title};

use super::Note;
use super::line::{Line, compact};
use super::{names, noise};

/// The longest line of a title, in characters.
const TITLE_LINE: usize = 50;
/// The most lines that a title is set in.
const TITLE_LINES: usize = 4;
/// The longest addressee.
const ADDRESSEE: usize = 40;

/// The title block, and what is left for 导语.
pub(super) struct Found {
    pub(super) letterhead: Letterhead,
    pub(super) preamble: Vec<String>,
    pub(super) noise: Vec<Noise>,
    /// The line of the title.
    pub(super) title_line: Option<usize>,
}

/// Reads the lines before the first heading; the metadata of a web page is
/// already out of them.
pub(super) fn read(lines: &[Line], notes: &mut Vec<Note>) -> Found {
    let mut reader = Reader {
        lines,
        at: 0,
        found: Found {
            letterhead: Letterhead {
                issuers: Vec::new(),
                title: Title::Free(String::new()),
                doc_number: None,
                doc_number_first: false,
                addressee: None,
            },
            preamble: Vec::new(),
            noise: Vec::new(),
            title_line: None,
        },
    };
    reader.above_title(notes);
    reader.title();
    reader.below_title(notes);
    let rest = reader.lines[reader.at..].iter();
    reader.found.preamble = rest.map(|line| line.text.clone()).collect();
    reader.found
}

struct Reader<'a> {
    lines: &'a [Line],
    at: usize,
    found: Found,
}

impl Reader<'_> {
    fn above_title(&mut self, notes: &mut Vec<Note>) {
        while let Some(line) = self.lines.get(self.at) {
            if let Some(names) = names::names(line) {
                self.found.letterhead.issuers.extend(names);
            } else if self.doc_number(line) {
                self.found.letterhead.doc_number_first = true;
                if !self.found.letterhead.issuers.is_empty() {
                    let text = "文号写在发文机关之后，导出时排在发文机关之前";
                    notes.push(Note::at(line, text.to_owned()));
                }
            } else {
                return;
            }
            self.at += 1;
        }
    }

    /// Takes a document number, with the label or the 签发人 around it listed.
    fn doc_number(&mut self, line: &Line) -> bool {
        if self.found.letterhead.doc_number.is_some() {
            return false;
        }
        let labelled = noise::labelled_number(&line.text);
        let text = labelled.map_or(line.text.as_str(), |(_, number)| number);
        let (number, signer) = match text.find("签发人") {
            Some(at) => (text[..at].trim(), Some(&text[at..])),
            None => (text, None),
        };
        if !is_doc_number(number) {
            return false;
        }
        self.found.letterhead.doc_number = Some(number.to_owned());
        let around = labelled.map(|(label, _)| label).into_iter().chain(signer);
        for text in around {
            let before = line.raw.find(text).unwrap_or(0);
            self.found.noise.push(Noise {
                text: text.to_owned(),
                line: line.number,
                column: line.column + line.raw[..before].chars().count(),
            });
        }
        true
    }

    fn title(&mut self) {
        let ahead = &self.lines[self.at..];
        let block = ahead.iter().take(TITLE_LINES).take_while(|line| may_be_title(line));
        let texts: Vec<&str> = block.map(|line| line.text.as_str()).collect();
        let joined = |count: usize| texts[..count].concat();
        let mut counts = 1..=texts.len();
        let whole = counts.find(|count| ends_title(&joined(*count)));
        let named = (1..=texts.len()).rev().find(|count| texts[count - 1].contains("法治"));
        let Some(count) = whole.or(named) else { return };
        self.found.title_line = Some(ahead[0].number);
        self.found.letterhead.title = Title::Free(joined(count));
        self.at += count;
    }

    fn below_title(&mut self, notes: &mut Vec<Note>) {
        while let Some(line) = self.lines.get(self.at) {
            let twice = self.title_again();
            if twice > 0 {
                let again = &self.lines[self.at..self.at + twice];
                self.found.noise.extend(again.iter().map(Line::as_noise));
                self.at += twice;
            } else if self.doc_number(line) {
                self.at += 1;
            } else {
                break;
            }
        }
        let Some(line) = self.lines.get(self.at) else {
            return;
        };
        if self.found.title_line.is_some() && may_be_title(line) && ends_title(&line.text) {
            notes.push(Note::at(
                line,
                "又有一行像标题，与前面的标题不同；已收入导语，请核对".to_owned(),
            ));
        }
        if is_addressee(line) || self.is_bare_addressee(line) {
            self.found.letterhead.addressee = Some(line.text.clone());
            self.at += 1;
        }
    }

    /// How many lines repeat the title, alone or with the issuers above it.
    fn title_again(&self) -> usize {
        let letterhead = &self.found.letterhead;
        let Title::Free(title) = &letterhead.title else {
            return 0;
        };
        let title = compact(title);
        let with_issuers = letterhead.issuers.concat() + &title;
        let mut joined = String::new();
        let ahead = self.lines[self.at..].iter().take(TITLE_LINES + letterhead.issuers.len());
        for (line, count) in ahead.zip(1..) {
            joined += &line.compact();
            if !title.is_empty() && (joined == title || joined == with_issuers) {
                return count;
            }
        }
        0
    }

    /// An addressee that lost its colon: bodies only, right below a title.
    fn is_bare_addressee(&self, line: &Line) -> bool {
        let text = line.compact();
        let body = |name: &str| {
            ["委", "政府", "委员会", "办公室", "局"].iter().any(|end| name.ends_with(end))
        };
        let names: Vec<&str> = text.split(['、', '，', ',']).collect();
        self.found.title_line.is_some()
            && self.at + 1 < self.lines.len()
            && line.len() <= ADDRESSEE
            && names.iter().all(|name| body(name))
    }
}

/// A short line without the end of a sentence.
fn may_be_title(line: &Line) -> bool {
    line.len() <= TITLE_LINE
        && !line.text.ends_with(['。', '；', '：', ':', '！', '？', '，'])
        && !is_doc_number(&line.text)
}

/// Whether a title is complete: 报告, 总结 and the like, or one with a remark in brackets.
fn ends_title(text: &str) -> bool {
    let text = compact(text);
    let bare = match text.rfind(['（', '(']) {
        Some(at) if text.ends_with(['）', ')']) => &text[..at],
        _ => &text,
    };
    ["报告", "总结", "汇报"].iter().any(|end| bare.ends_with(end))
}

fn is_addressee(line: &Line) -> bool {
    let text = &line.text;
    text.ends_with(['：', ':'])
        && line.len() <= ADDRESSEE
        && !text.contains('。')
        && !["如下", "报告", "汇报"].iter().any(|word| text.contains(word))
}

/// 云政〔2025〕5号, also with other brackets, or with none.
pub(super) fn is_doc_number(text: &str) -> bool {
    let text = compact(&crate::text::numeral::to_half_width(text));
    let Some(rest) = text.strip_suffix('号') else {
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
    use crate::import::line::split;

    fn head(text: &str) -> (Found, Vec<Note>) {
        let mut notes = Vec::new();
        (read(&split(text).0, &mut notes), notes)
    }

    fn title(found: &Found) -> &str {
        match &found.letterhead.title {
            Title::Free(text) => text,
            _ => "",
        }
    }

    #[test]
    fn a_full_title_block_is_read() {
        let (found, _) = head(
            "中共云溪镇委员会\n临川县云溪镇人民政府\n关于2025年法治政府建设\n情况的报告\n\
             云委〔2026〕3号\n县委、县政府：\n2025年，我镇开展工作。现将情况报告如下：",
        );
        assert_eq!(found.letterhead.issuers.len(), 2);
        assert_eq!(title(&found), "关于2025年法治政府建设情况的报告");
        assert_eq!(found.letterhead.doc_number.as_deref(), Some("云委〔2026〕3号"));
        assert!(!found.letterhead.doc_number_first);
        assert_eq!(found.letterhead.addressee.as_deref(), Some("县委、县政府："));
        assert_eq!(found.preamble.len(), 1);
    }

    #[test]
    fn what_is_missing_stays_missing() {
        let (found, _) = head("今年，我镇扎实推进工作，成效明显。现报告如下：");
        assert_eq!(title(&found), "");
        assert_eq!(found.letterhead.addressee, None);
        assert_eq!(found.preamble.len(), 1);
    }

    #[test]
    fn a_title_that_stands_twice_is_listed() {
        let (found, _) =
            head("云溪镇2025年法治政府建设年度报告\n云溪镇2025年法治政府\n建设年度报告\n正文。");
        assert_eq!(found.noise.len(), 2);
        assert_eq!(found.preamble, ["正文。"]);
        let (found, notes) = head("云溪镇2025年法治报告\n云溪镇2025年度法治报告\n正文。");
        assert!(found.noise.is_empty());
        assert_eq!((found.preamble.len(), notes.len()), (2, 1));
    }

    #[test]
    fn what_stands_around_a_number_is_listed() {
        let (found, _) = head("发文字号：云政〔2025〕5号  签发人：李某\n云溪镇年度报告\n");
        assert_eq!(found.letterhead.doc_number.as_deref(), Some("云政〔2025〕5号"));
        assert!(found.letterhead.doc_number_first);
        let listed: Vec<_> = found.noise.iter().map(|n| (n.text.as_str(), n.column)).collect();
        assert_eq!(listed, [("发文字号：", 1), ("签发人：李某", 18)]);
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
