//! The closing lines: attachments, signature, date, contact, copy-to.
//!
//! Read from the end of the file upwards until a line is none of them, so
//! that no sentence of the report is taken for one. Each line is kept whole.

use crate::report::Closing;
use crate::report::options::SignatureLayout;
use crate::text::numeral;

use super::Note;
use super::line::{Line, compact};
use super::names;

/// The closing lines with how the signatures stand.
pub(super) struct Found {
    pub(super) closing: Closing,
    pub(super) layout: SignatureLayout,
    /// The line of the date.
    pub(super) date_line: Option<usize>,
    /// The line of the contact.
    pub(super) contact_line: Option<usize>,
}

/// What a line at the end can be, in the order of the printed page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Attachments,
    Signature,
    Date,
    Contact,
    CopyTo,
}

impl Kind {
    fn label(self) -> &'static str {
        match self {
            Self::Attachments => "附件说明",
            Self::Signature => "署名",
            Self::Date => "日期",
            Self::Contact => "附注",
            Self::CopyTo => "抄送",
        }
    }
}

/// Takes the closing lines off the end.
pub(super) fn take(lines: &mut Vec<Line>, notes: &mut Vec<Note>) -> Found {
    let mut found = Found {
        closing: Closing::default(),
        layout: SignatureLayout::Stacked,
        date_line: None,
        contact_line: None,
    };
    let mut below = None;
    while let Some(line) = lines.last() {
        let Some(kind) = found.add(lines) else { break };
        if below.is_some_and(|below| kind > below) {
            let text = format!("{}写在通常的位置之前，导出时按公文格式的次序排列", kind.label());
            notes.push(Note::at(line, text));
        }
        below = Some(kind);
        let count = if kind == Kind::Attachments { found.closing.attachments.len() } else { 1 };
        lines.truncate(lines.len() - count);
    }
    found
}

impl Found {
    /// Adds what the last line is, if its kind is not yet there.
    fn add(&mut self, lines: &[Line]) -> Option<Kind> {
        let line = lines.last()?;
        let closing = &mut self.closing;
        if closing.copy_to.is_none() && is_copy_to(line) {
            closing.copy_to = Some(line.text.clone());
            return Some(Kind::CopyTo);
        }
        if closing.contact.is_none() && is_contact(line) {
            closing.contact = Some(line.text.clone());
            self.contact_line = Some(line.number);
            return Some(Kind::Contact);
        }
        if closing.date.is_none() && self.add_date(line) {
            return Some(Kind::Date);
        }
        if let Some(names) = names::names(line) {
            self.sign(names);
            return Some(Kind::Signature);
        }
        if self.closing.attachments.is_empty() {
            self.closing.attachments = attachments(lines)?;
            return Some(Kind::Attachments);
        }
        None
    }

    /// A date on a line of its own, or behind the names that sign.
    fn add_date(&mut self, line: &Line) -> bool {
        let mut pieces = names::gaps(&line.raw);
        let signed = if is_date(&line.text) {
            Vec::new()
        } else {
            let Some(last) = pieces.pop().filter(|last| is_date(last)) else {
                return false;
            };
            let signed: Vec<String> = pieces.iter().map(|piece| compact(piece)).collect();
            if signed.is_empty() || !signed.iter().all(|name| names::is_name(name)) {
                return false;
            }
            self.closing.date = Some(last);
            signed
        };
        self.date_line = Some(line.number);
        if signed.is_empty() {
            self.closing.date = Some(line.text.clone());
        } else {
            self.sign(signed);
        }
        true
    }

    /// Puts names before those that were found below them.
    fn sign(&mut self, mut names: Vec<String>) {
        if names.len() > 1 {
            self.layout = SignatureLayout::SideBySide;
        }
        names.append(&mut self.closing.signature);
        self.closing.signature = names;
    }
}

fn is_copy_to(line: &Line) -> bool {
    let text = line.compact();
    let rest = ["抄送", "抄报"].iter().find_map(|word| text.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// 附注 in brackets (a contact, or 此件公开发布), or a line that begins with 联系人.
fn is_contact(line: &Line) -> bool {
    let text = line.compact();
    let inner = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let labels = ["联系人", "联系电话", "咨询电话", "电话", "此件"];
    match inner {
        Some(inner) => line.len() <= 80 && labels.iter().any(|label| inner.contains(label)),
        None => {
            line.len() <= 60
                && labels.iter().any(|label| {
                    text.strip_prefix(label).is_some_and(|rest| rest.starts_with(['：', ':']))
                })
        }
    }
}

/// A date, or the form of one with a part masked or still blank.
fn is_date(text: &str) -> bool {
    let text = compact(&numeral::to_half_width(text));
    let form =
        |c: char| c.is_ascii_digit() || "年月日元〇○零一二三四五六七八九十*×X【】_".contains(c);
    let partial = text.contains('年') && text.contains('月') && text.chars().all(form);
    let figures: Vec<&str> = text.split(['.', '/', '-']).collect();
    let parted = figures.len() == 3
        && figures[0].len() == 4
        && figures.iter().all(|part| numeral::parse_digits(part).is_some());
    numeral::parse_date(&text).is_some() || parted || (partial && text.chars().count() <= 16)
}

/// The lines of the attachments at the end: `附件：…`, then numbered ones.
fn attachments(lines: &[Line]) -> Option<Vec<String>> {
    let start = lines.iter().rposition(|line| !is_numbered(line))?;
    let head = lines[start].compact();
    let rest = head.strip_prefix("附件")?;
    let marked = rest.starts_with(|c: char| c.is_ascii_digit() || "：:".contains(c));
    let short = lines[start].len() <= 80 && !head.ends_with('。');
    (marked && short).then(|| lines[start..].iter().map(|line| line.text.clone()).collect())
}

fn is_numbered(line: &Line) -> bool {
    let text = numeral::to_half_width(&line.compact());
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len()))
        && rest.starts_with(['.', '、'])
        && line.len() <= 80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::split;

    fn read(text: &str) -> (Found, Vec<String>, Vec<Note>) {
        let mut lines = split(text).0;
        let mut notes = Vec::new();
        let found = take(&mut lines, &mut notes);
        (found, lines.into_iter().map(|line| line.text).collect(), notes)
    }

    #[test]
    fn the_usual_end_is_read_whole() {
        let (found, rest, notes) = read(
            "正文到此为止。\n附件：1.任务清单\n      2.统计表\n中共云溪镇委员会     云溪镇人民政府\n\
             二〇二六年一月十五日\n（联系人：张××，电话：138****1234）\n抄送：县委办。",
        );
        let closing = found.closing;
        assert_eq!(rest, ["正文到此为止。"]);
        assert_eq!(closing.attachment_names(), ["任务清单", "统计表"]);
        assert_eq!(closing.signature, ["中共云溪镇委员会", "云溪镇人民政府"]);
        assert_eq!(found.layout, SignatureLayout::SideBySide);
        assert_eq!(closing.day().map(|day| day.iso()).as_deref(), Some("2026-01-15"));
        assert_eq!(closing.contact_text(), Some("联系人：张××，电话：138****1234"));
        assert_eq!(closing.copy_to_names(), Some("县委办"));
        assert!(notes.is_empty());
    }

    #[test]
    fn another_order_is_read_and_said() {
        let (found, rest, notes) = read("正文。\n云溪镇人民政府  2026年1月5日\n附件：统计表");
        assert_eq!(rest, ["正文。"]);
        assert_eq!(found.closing.signature, ["云溪镇人民政府"]);
        assert_eq!(found.closing.date.as_deref(), Some("2026年1月5日"));
        assert_eq!(found.closing.attachments, ["附件：统计表"]);
        assert_eq!(notes.len(), 1, "{notes:?}");
    }

    #[test]
    fn dates_are_known_in_every_dress() {
        for text in
            ["2026年1月5日", "二〇二六年元月五日", "2026 年 1 月　日", "2026.1.5", "****年*月*日"]
        {
            assert!(is_date(text), "{text}");
        }
        for text in ["2026年", "1.5", "2026年1月，工作开始", "010-5555-0123"] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn sentences_are_not_taken() {
        let (found, rest, _) = read("1.加强联系。\n2.报送县政府办公室。");
        assert_eq!(rest.len(), 2);
        assert_eq!(found.closing, Closing::default());
    }
}
