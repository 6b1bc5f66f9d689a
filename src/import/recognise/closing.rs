//! The closing lines: attachments, signature, date, contact, copy-to.
//!
//! Read from the end of the file upwards until a line is none of them, so
//! that no sentence of the report is taken for one.

use crate::import::names;
use crate::import::passage::{Passage, Role, compact};
use crate::import::traced::Traced;
use crate::text::numeral;

/// Marks the closing lines at the end, and says how many there are.
pub(super) fn mark(passages: &mut [&mut Passage]) -> usize {
    let mut found: Vec<Role> = Vec::new();
    let mut end = passages.len();
    while let Some((role, lines)) = last(&passages[..end], &found) {
        for passage in &mut passages[end - lines..end] {
            passage.role = role;
        }
        found.push(role);
        end -= lines;
    }
    passages.len() - end
}

/// What the last line is, and how many lines belong to it; each kind but the
/// signature stands once.
fn last(passages: &[&mut Passage], found: &[Role]) -> Option<(Role, usize)> {
    let passage = passages.last()?;
    let free = |role: Role| !found.contains(&role);
    let role = if free(Role::CopyTo) && is_copy_to(passage) {
        Role::CopyTo
    } else if free(Role::Contact) && is_contact(passage) {
        Role::Contact
    } else if free(Role::Date) && (is_date(&passage.text) || signed_date(passage).is_some()) {
        Role::Date
    } else if names::names(passage).is_some() {
        Role::Signature
    } else {
        let lines = attachments(passages).filter(|_| free(Role::Attachment))?;
        return Some((Role::Attachment, lines));
    };
    Some((role, 1))
}

/// The names that sign and the date behind them, where they share a line.
pub(in crate::import) fn signed_date(passage: &Passage) -> Option<(Vec<Traced>, Traced)> {
    let mut pieces = names::gaps(&passage.raw);
    let date = pieces.pop().filter(|last| is_date(last))?;
    let signed: Vec<Traced> = pieces.iter().map(names::bare).collect();
    let named = !signed.is_empty() && signed.iter().all(|name| names::is_name(name));
    named.then_some((signed, date))
}

fn is_copy_to(line: &Passage) -> bool {
    let text = line.compact();
    let rest = ["抄送", "抄报", "抄報"].iter().find_map(|word| text.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// 附注 in brackets (a contact, or 此件公开发布), or a line that begins with 联系人.
fn is_contact(line: &Passage) -> bool {
    let text = line.compact();
    let inner = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let labels = ["联系人", "联系电话", "咨询电话", "电话", "此件", "聯繫人", "電話"];
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
pub(in crate::import) fn is_date(text: &str) -> bool {
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

/// How many lines at the end are attachments: `附件：…`, then numbered ones.
fn attachments(passages: &[&mut Passage]) -> Option<usize> {
    let start = passages.iter().rposition(|passage| !is_numbered(passage))?;
    let head = passages[start].compact();
    let rest = head.strip_prefix("附件")?;
    let marked = rest.starts_with(|c: char| c.is_ascii_digit() || "：:".contains(c));
    let short = passages[start].len() <= 80 && !head.ends_with('。');
    (marked && short).then_some(passages.len() - start)
}

fn is_numbered(line: &Passage) -> bool {
    let text = numeral::to_half_width(&line.compact());
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len()))
        && rest.starts_with(['.', '、'])
        && line.len() <= 80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn roles(text: &str) -> Vec<Role> {
        let mut passages = split(text).0;
        mark(&mut passages.iter_mut().collect::<Vec<_>>());
        passages.into_iter().map(|passage| passage.role).collect()
    }

    #[test]
    fn the_usual_end_is_read_whole() {
        use Role::{Attachment, Contact, CopyTo, Date, Signature, Text};
        let text = "正文到此为止。\n附件：1.任务清单\n      2.统计表\n中共云溪镇委员会     云溪镇人民政府\n\
             二〇二六年一月十五日\n（联系人：张××，电话：138****1234）\n抄送：县委办。";
        assert_eq!(roles(text), [Text, Attachment, Attachment, Signature, Date, Contact, CopyTo]);
    }

    #[test]
    fn another_order_is_read() {
        use Role::{Attachment, Date, Text};
        let text = "正文。\n云溪镇人民政府  2026年1月5日\n附件：统计表";
        assert_eq!(roles(text), [Text, Date, Attachment]);
        let (names, date) = signed_date(&split(text).0[1]).unwrap();
        assert_eq!((names[0].as_str(), date.as_str()), ("云溪镇人民政府", "2026年1月5日"));
        assert_eq!(date.start().column, 10);
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
        assert_eq!(roles("1.加强联系。\n2.报送县政府办公室。"), [Role::Text; 2]);
    }
}
