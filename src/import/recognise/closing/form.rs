//! What a closing line looks like: a date, a contact, a copy-to, an imprint.
//!
//! The form of one line alone; where it stands is weighed by the caller,
//! because a date or a name may stand anywhere in a text.

use crate::import::passage::{Passage, compact};
use crate::import::traced::Traced;
use crate::import::{names, noise};
use crate::text::numeral;
use crate::text::punctuation::is_han;

/// The longest signature that is no name of a body by its ending, in characters.
const SIGNER: usize = 20;
/// The longest line that is a name and a date, in characters.
const SIGNED: usize = 60;
/// The longest contact in brackets and without, in characters.
const CONTACT: (usize, usize) = (80, 60);

/// The names that sign and the date behind them, where they share a line.
pub(in crate::import) fn signed_date(passage: &Passage) -> Option<(Vec<Traced>, Traced)> {
    if passage.len() > SIGNED || is_date(&passage.text) {
        return None;
    }
    let mut pieces = names::gaps(&passage.raw);
    let apart = pieces.pop().filter(|last| is_date(last) && !pieces.is_empty());
    let (signed, date) = match apart {
        Some(date) => (pieces.iter().map(names::bare).collect(), date),
        None => joined_date(&passage.text)?,
    };
    let named = signed.iter().all(|name: &Traced| names::is_name(name) || is_signer(name));
    named.then_some((signed, date))
}

/// A name and the date right behind it: 云溪镇人民政府2026年1月5日.
fn joined_date(text: &Traced) -> Option<(Vec<Traced>, Traced)> {
    let begins = |c: char| c.is_ascii_digit() || "二１２*（(".contains(c);
    let mut places = text.char_indices().filter(|(_, c)| begins(*c)).map(|(at, _)| at);
    let at = places.find(|at| *at > 0 && is_date(&text[*at..]))?;
    let name = text.slice(0..at).without_blanks();
    Some((vec![name], text.slice(at..text.len())))
}

/// A short line of Chinese characters alone, as 云溪司法所: it may sign.
pub(in crate::import) fn is_signer(text: &str) -> bool {
    let text = compact(text);
    (2..=SIGNER).contains(&text.chars().count()) && text.chars().all(is_han)
}

/// The name or the date behind a label such as 报告单位 or 日期, with the label:
/// both as they stand in the line.
pub(in crate::import) fn labelled(text: &str) -> Option<(&str, &str)> {
    const LABELS: [&str; 10] = [
        "报告单位",
        "报送单位",
        "填报单位",
        "单位",
        "署名",
        "落款",
        "日期",
        "时间",
        "报告日期",
        "成文日期",
    ];
    let (label, rest) = noise::label(text)?;
    let known = LABELS.contains(&compact(label).trim_end_matches(['：', ':']));
    (known && (is_date(rest) || names::is_name(&compact(rest)) || is_signer(rest)))
        .then_some((label, rest))
}

/// A date, or the form of one with a part masked or still blank; a 。 behind it
/// and brackets around it change nothing.
pub(in crate::import) fn is_date(text: &str) -> bool {
    let text = compact(&numeral::to_half_width(text));
    let text = text.strip_suffix('。').unwrap_or(&text);
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let text = inner.unwrap_or(text);
    let form =
        |c: char| c.is_ascii_digit() || "年月日元〇○O零一二三四五六七八九十*×X【】_".contains(c);
    let partial = text.contains('年') && text.contains('月') && text.chars().all(form);
    let figures: Vec<&str> = text.split(['.', '/', '-']).collect();
    let parted = figures.len() == 3
        && figures[0].len() == 4
        && figures.iter().all(|part| numeral::parse_digits(part).is_some());
    numeral::parse_date(text).is_some() || parted || (partial && text.chars().count() <= 16)
}

pub(super) fn is_copy_to(line: &Passage) -> bool {
    let text = line.compact();
    let rest = ["抄送", "抄报", "抄報"].iter().find_map(|word| text.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// 附注: in brackets, or a line that begins with 联系人 and the like.
pub(super) fn is_contact(line: &Passage) -> bool {
    let text = line.compact();
    let public = text.starts_with("此件") && line.len() <= 15;
    let inner = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    match inner {
        Some(inner) => line.len() <= CONTACT.0 && (has_label(inner) || has_telephone(inner)),
        None => line.len() <= CONTACT.1 && (public || begins_contact(&text)),
    }
}

/// Labels of a contact.
const LABELS: [&str; 14] = [
    "联系人",
    "联系电话",
    "联系方式",
    "咨询电话",
    "电话",
    "手机",
    "传真",
    "此件",
    "聯繫人",
    "電話",
    "填报人",
    "经办人",
    "附注",
    "邮箱",
];

fn has_label(text: &str) -> bool {
    !text.contains('。') && LABELS.iter().any(|label| text.contains(label))
}

/// A label with a colon not far behind it, or with a telephone number.
fn begins_contact(text: &str) -> bool {
    let rest = LABELS.iter().find_map(|label| text.strip_prefix(label));
    rest.is_some_and(|rest| {
        let colon = rest.chars().take(6).any(|c| matches!(c, '：' | ':'));
        colon || has_telephone(rest)
    })
}

/// Seven and more figures in a row, masked ones included, no quantity behind them.
fn has_telephone(text: &str) -> bool {
    let text = numeral::to_half_width(text);
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '*' | '×' | '-');
    let ends = text.split(|c: char| !figure(c)).any(|run| run.chars().count() >= 7);
    ends && text.ends_with(figure) && !text.contains('。')
}

/// The last line of a printed page: 云溪镇党政办公室  2026年1月6日印发.
pub(super) fn is_imprint(line: &Passage) -> bool {
    let text = line.compact();
    let Some(issued) = text.strip_suffix("印发").or_else(|| text.strip_suffix("印")) else {
        return false;
    };
    let places = issued.char_indices().map(|(at, _)| at);
    line.len() <= 60 && places.into_iter().any(|at| is_date(&issued[at..]))
}

/// A mark of the seal alone: （盖章）, （印章）.
pub(super) fn is_seal(line: &Passage) -> bool {
    let text = line.compact();
    text.chars().count() <= 6 && text.starts_with(['（', '(']) && text.contains('章')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn line(text: &str) -> Passage {
        split(text).0.remove(0)
    }

    #[test]
    fn dates_are_known_in_every_dress() {
        for text in [
            "2026年1月5日",
            "二〇二六年元月五日",
            "2026 年 1 月　日",
            "2026.1.5",
            "****年*月*日",
            "二Ｏ二六年一月五日",
            "二O二六年一月",
            "2026年1月5日。",
            "（2026年1月5日）",
        ] {
            assert!(is_date(text), "{text}");
        }
        for text in ["2026年", "1.5", "2026年1月，工作开始", "010-5555-0123"] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn a_date_may_stand_right_behind_the_name() {
        for (text, name, date) in [
            ("云溪镇人民政府2026年1月5日", "云溪镇人民政府", "2026年1月5日"),
            ("云溪司法所 二〇二六年一月五日", "云溪司法所", "二〇二六年一月五日"),
            ("云溪镇  （2026年1月）", "云溪镇", "（2026年1月）"),
        ] {
            let (names, found) = signed_date(&line(text)).unwrap();
            assert_eq!((names[0].as_str(), found.as_str()), (name, date));
        }
        for text in
            ["2026年1月5日", "二〇二六年一月十五日", "全年开会12次，到2026年1月5日", "一是2026年"]
        {
            assert!(signed_date(&line(text)).is_none(), "{text}");
        }
    }

    #[test]
    fn contacts_are_known_by_label_or_number() {
        for text in [
            "联系人及电话：李某 138****1234",
            "联系人李某 023-55500123",
            "（李某，138****1234）",
            "（此件公开发布）",
            "此件公开发布",
            "联 系 人：张××",
        ] {
            assert!(is_contact(&line(text)), "{text}");
        }
        for text in ["联系人大代表12名开展视察", "（全年补助1234567元）", "（一）联系群众。"]
        {
            assert!(!is_contact(&line(text)), "{text}");
        }
    }

    #[test]
    fn imprints_and_labels_are_known() {
        assert!(is_imprint(&line("云溪镇党政办公室        2026年1月6日印发")));
        assert!(!is_imprint(&line("全年印发文件12件，均已印发")));
        assert_eq!(labelled("日 期：2026年1月5日"), Some(("日 期：", "2026年1月5日")));
        assert_eq!(labelled("报告单位：云溪镇"), Some(("报告单位：", "云溪镇")));
        assert_eq!(labelled("时间：紧，任务：重"), None);
    }
}
