//! Telephone and identity numbers, private addresses.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::Date;
use crate::text::punctuation::is_han;

/// Marks that part the groups of a telephone number.
const GROUP_MARKS: [char; 3] = [' ', '-', '—'];

/// How many characters the name of a person has at most.
const LONGEST_NAME: usize = 3;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if view.line.part == Part::Removed {
        return;
    }
    numbers(view, sink);
    mail(view, sink);
    names(view, sink);
}

/// Where private data of a line belong: the note of a draft is kept in the copy that is
/// handed in, so that a fix would take away what the county needs.
fn branch(view: &View) -> &'static str {
    if view.line.part == Part::Contact && !view.facts.file { "note" } else { "file" }
}

fn remedy(view: &View) -> &'static str {
    if branch(view) == "note" {
        "报送的那份可以留，公开的版本里不能有，请在公开前遮盖"
    } else {
        "公开后会泄露个人信息，请删去或遮盖"
    }
}

/// Mobile numbers, identity numbers, landlines.
fn numbers(view: &View, sink: &mut Sink) {
    let text = view.text();
    let mut from = 0;
    while let Some(start) = text[from..].find(|sign: char| sign.is_ascii_digit()) {
        let start = from + start;
        let end = end_of_number(text, start);
        from = end;
        let stands = &text[start..end];
        let digits: String = stands.chars().filter(char::is_ascii_alphanumeric).collect();
        if !is_alone(view, start..end) {
            continue;
        }
        let hit = if is_mobile(&digits) {
            let mask = format!("{}****{}", &digits[..3], &digits[7..]);
            masked(view, told(view, "手机号码", start..end), mask)
        } else if is_identity(&digits) {
            let mask = format!("{}********{}", &digits[..6], &digits[14..]);
            masked(view, told(view, "身份证号码", start..end), mask)
        } else if is_landline(stands) {
            let message = "这里有座机号码，请核对公开的版本里要不要留。";
            Hit::new("landline", view.index, start..end, message)
        } else {
            continue;
        };
        sink.add(hit);
    }
}

fn told(view: &View, what: &str, range: Range<usize>) -> Hit {
    let message = format!("这里有{what}，{}。", remedy(view));
    Hit::new(branch(view), view.index, range, message)
}

/// With the mask as its fix, but in the note of a draft.
fn masked(view: &View, hit: Hit, mask: String) -> Hit {
    if branch(view) == "note" { hit } else { hit.fix(mask) }
}

/// The end of a number with its groups: 138 xxxx xxxx.
fn end_of_number(text: &str, start: usize) -> usize {
    let mut end = start;
    for (byte, sign) in text[start..].char_indices() {
        let identity = matches!(sign, 'X' | 'x') && start + byte == end && end - start == 17;
        if sign.is_ascii_digit() || identity {
            end = start + byte + sign.len_utf8();
        } else if !GROUP_MARKS.contains(&sign) || start + byte > end {
            break;
        }
    }
    end
}

/// Whether a number is no part of an address, an amount, a longer name.
fn is_alone(view: &View, range: Range<usize>) -> bool {
    let (before, after) = (&view.text()[..range.start], &view.text()[range.end..]);
    let joined = |sign: char| sign.is_ascii_alphanumeric() || "/._@=&?%+*#".contains(sign);
    !before.ends_with(joined)
        && !after.starts_with(joined)
        && !around::starts_with(after, &view.tables.words.private.amounts)
}

fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// Whether it is an identity number: a day of birth, and the check digit of GB 11643.
fn is_identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let signs: Vec<char> = digits.chars().collect();
    let [body @ .., last] = signs.as_slice() else { return false };
    let values: Vec<u32> = body.iter().filter_map(|sign| sign.to_digit(10)).collect();
    if signs.len() != 18 || values.len() != 17 {
        return false;
    }
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    let check = CHECKS.get(sum as usize % 11);
    let part = |from: usize, to: usize| digits[from..to].parse::<u16>().unwrap_or_default();
    let (month, day) = (u8::try_from(part(10, 12)), u8::try_from(part(12, 14)));
    let born = month.ok().zip(day.ok()).and_then(|(month, day)| {
        Date::new(i32::from(part(6, 10)), month, day)
            .filter(|born| (1900..2100).contains(&born.year))
    });
    check == Some(&last.to_ascii_uppercase()) && born.is_some()
}

fn is_landline(stands: &str) -> bool {
    let groups: Vec<&str> = stands.split(GROUP_MARKS).collect();
    match groups.as_slice() {
        [area, own] => {
            area.starts_with('0') && matches!(area.len(), 3 | 4) && matches!(own.len(), 7 | 8)
        }
        [own] => own.starts_with('0') && matches!(own.len(), 11 | 12),
        _ => false,
    }
}

/// Addresses of private mail.
fn mail(view: &View, sink: &mut Sink) {
    let text = view.text();
    for (at, _) in text.match_indices('@') {
        let after = &text[at + 1..];
        let mail = &view.tables.words.private.mail;
        let Some(domain) = mail.iter().find(|own| after.starts_with(own.as_str())) else {
            continue;
        };
        let name = |sign: char| sign.is_ascii_alphanumeric() || "._-+".contains(sign);
        let start = text[..at].trim_end_matches(name).len();
        if start < at {
            let range = start..at + 1 + domain.len();
            sink.add(told(view, "私人邮箱", range));
        }
    }
}

/// Names of persons behind their posts.
fn names(view: &View, sink: &mut Sink) {
    let (text, table) = (view.text(), &view.tables.words.private);
    for post in &table.posts {
        for (byte, _) in text.match_indices(post.as_str()) {
            let start = byte + post.len();
            let behind = around::first_chars(&text[start..], LONGEST_NAME + 1);
            let end = behind.find(|sign| !is_han(sign)).unwrap_or(behind.len());
            let name = &behind[..end];
            let known = name.chars().next().is_some_and(|first| table.surnames.has(first));
            if known
                && (2..=LONGEST_NAME).contains(&name.chars().count())
                && !around::ends_with(name, &table.offices)
            {
                let message = format!("这里写了姓名“{name}”，请核对公开的版本里要不要留。");
                sink.add(Hit::new("name", view.index, start..start + end, message));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::catalogue::Example;
    use crate::check::testing;

    fn found(text: &str, place: &str, draft: bool) -> Vec<(String, String, Option<String>)> {
        let example = format!("(text: {text:?}, place: {place}, draft: {draft})");
        let example: Example = ron::from_str(&example).unwrap();
        let script = testing::script(&testing::stage(&example), draft);
        let found = testing::found_by("personal-data", &script);
        let told = found.into_iter().filter(|own| &*own.branch != "landline");
        told.map(|own| (own.branch.to_string(), own.spot.excerpt, own.fix)).collect()
    }

    /// Put together, so that no number of anybody stands in a file.
    fn mobile() -> String {
        ["138", "00138000"].concat()
    }

    fn identity() -> String {
        ["110105", "19491231", "002X"].concat()
    }

    #[test]
    fn a_mobile_number_is_found_and_masked() {
        let number = mobile();
        let fix = Some("138****8000".to_owned());
        for (text, place, draft) in [
            (format!("（联系电话：{number}）"), "contact", false),
            (format!("驻点律师手机{number}。"), "results", true),
        ] {
            assert_eq!(found(&text, place, draft), [("file".into(), number.clone(), fix.clone())]);
        }
        let parted = ["138", "0013", "8000"].join(" ");
        assert_eq!(found(&format!("手机{parted}"), "results", false)[0].2, fix);
    }

    #[test]
    fn the_note_of_a_draft_is_told_and_stays() {
        for number in [mobile(), identity()] {
            let text = format!("（联系方式：{number}）");
            assert_eq!(found(&text, "contact", true), [("note".into(), number, None)]);
        }
    }

    #[test]
    fn an_identity_number_has_a_right_check_digit() {
        let number = identity();
        let fix = Some(["110105", "********", "002X"].concat());
        let all = found(&format!("身份证号{number}。"), "results", false);
        assert_eq!(all, [("file".to_owned(), number.clone(), fix)]);
        let wrong = number.replace("002X", "0021");
        assert_eq!(found(&format!("身份证号{wrong}。"), "results", false), []);
    }

    #[test]
    fn digits_of_other_things_are_left_alone() {
        let number = mobile();
        for text in [
            format!("见https://example.gov.cn/{number}.html。"),
            format!("拨付{number}元。"),
            format!("信用代码{number}MA5。"),
            format!("编号9{number}。"),
            "拨打12345、12348、110、119。".to_owned(),
            "联系138****1234。".to_owned(),
        ] {
            assert_eq!(found(&text, "results", false), [], "{text}");
        }
    }
}
