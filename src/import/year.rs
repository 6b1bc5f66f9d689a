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

/// The first year that a text speaks of, outside of the titles of documents and
/// not as the end of a span: 《纲要（2021—2025年）》 and 2021—2025年 name none.
pub(super) fn spoken_of(text: &str) -> Option<i32> {
    let mut depth = 0_usize;
    let own: String = text
        .chars()
        .filter(|c| {
            depth += usize::from(*c == '《');
            let outside = depth == 0;
            depth -= usize::from(*c == '》').min(depth);
            outside
        })
        .collect();
    let mut pieces = own.split(['—', '–', '-', '－', '~', '～', '至']).enumerate();
    pieces.find_map(|(at, piece)| {
        let span = at > 0 && piece.trim_start().starts_with(|c| figure(c).is_some());
        let piece = if span { piece.split_once('年').map_or("", |(_, rest)| rest) } else { piece };
        first(piece)
    })
}

fn figure(c: char) -> Option<i32> {
    let value = match c {
        '0'..='9' => c.to_digit(10)?,
        '〇' | '○' | '零' | 'O' => 0,
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
        assert_eq!(first("二Ｏ二四年工作"), Some(2024));
        assert_eq!(first("云政〔2025〕5号"), None);
        assert_eq!(first("12025年"), None);
        assert_eq!(first("3年"), None);
    }

    #[test]
    fn the_years_of_a_plan_are_not_those_of_the_report() {
        let text = "根据《法治政府建设实施纲要（2021—2025年）》，我镇2024年开展工作";
        assert_eq!(spoken_of(text), Some(2024));
        assert_eq!(spoken_of("2021—2025年，其中2023年是第三年"), Some(2023));
        assert_eq!(spoken_of("按照《2025年要点》"), None);
    }
}
