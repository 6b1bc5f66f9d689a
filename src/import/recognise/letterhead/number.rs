//! 发文字号: whether a line is one, with any brackets or with none.

use crate::import::noise;
use crate::import::passage::compact;
use crate::text::numeral;

/// The document number that a line is, without the label or the 签发人 around it.
pub(in crate::import) fn doc_number(text: &str) -> Option<&str> {
    let labelled = noise::labelled_number(text);
    let text = labelled.map_or(text, |(_, number)| number);
    let number = text.find("签发人").map_or(text, |at| text[..at].trim());
    is_doc_number(number).then_some(number)
}

/// 云政〔2025〕5号, also with other brackets, or with none.
fn is_doc_number(text: &str) -> bool {
    let text = compact(&numeral::to_half_width(text));
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
