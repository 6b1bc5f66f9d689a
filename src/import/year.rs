//! The year that a report is on, from what stands in it.

use crate::text::numeral;

/// The first year in a text: four figures in either script, then 年.
pub(super) fn first(text: &str) -> Option<i32> {
    let text: Vec<char> =
        numeral::to_half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    let mut windows = text.windows(5).enumerate();
    windows.find_map(|(at, window)| {
        let whole = window[4] == '年' && (at == 0 || figure(text[at - 1]).is_none());
        let year = window[..4].iter().try_fold(0, |year, c| Some(year * 10 + figure(*c)?))?;
        (whole && (1990..2100).contains(&year)).then_some(year)
    })
}

fn figure(c: char) -> Option<i32> {
    let value = match c {
        '0'..='9' => c.to_digit(10)?,
        '〇' | '○' | '零' => 0,
        _ => numeral::parse_chinese(c.encode_utf8(&mut [0; 4])).filter(|value| *value < 10)?,
    };
    i32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_scripts() {
        assert_eq!(first("关于２０２５年度的报告"), Some(2025));
        assert_eq!(first("二〇二四 年工作"), Some(2024));
        assert_eq!(first("云政〔2025〕5号"), None);
        assert_eq!(first("12025年"), None);
        assert_eq!(first("3年"), None);
    }
}
