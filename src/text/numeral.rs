//! Numbers as official prose writes them: ordinals of headings, and dates.
//!
//! 一 ↔ 1 up to 99, `2024年1月11日` and 二〇二四年一月十一日 ↔ a date. No headings are known here
//! and no clock is read: a date is three numbers that name a day. Both scripts are read because
//! reports of earlier years have both; only Arabic figures are written (GB/T 9704-2012 7.3.5.4).

use super::punctuation::twin;

/// The figures of Chinese ordinals, from 〇.
const FIGURES: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The Chinese ordinal of a number up to 99: 一, 十, 十一, 二十. Beyond, where headings never go,
/// the number in Arabic figures.
pub fn chinese(n: u32) -> String {
    let figure = |n: u32| FIGURES.get(n as usize).copied();
    let (tens, ones) = (n / 10, n % 10);
    match n {
        0..=9 => figure(n).into_iter().collect(),
        10..=99 => {
            let tens = figure(tens).filter(|_| tens > 1);
            let ones = figure(ones).filter(|_| ones > 0);
            tens.into_iter().chain(['十']).chain(ones).collect()
        }
        _ => n.to_string(),
    }
}

/// The number of a Chinese ordinal from 一 to 九十九; none for anything else around or inside it.
pub fn parse_chinese(text: &str) -> Option<u32> {
    let one = |text: &str| {
        let mut chars = text.chars();
        let figure = chars.next().and_then(figure_value).filter(|&value| value > 0)?;
        chars.next().is_none().then_some(figure)
    };
    let Some((tens, ones)) = text.split_once('十') else {
        return one(text);
    };
    let tens = if tens.is_empty() { 1 } else { one(tens).filter(|&value| value > 1)? };
    let ones = if ones.is_empty() { 0 } else { one(ones)? };
    Some(tens * 10 + ones)
}

/// The number of a run of digits, half or full width: `12`, `１２`. None if there is anything else
/// or the number is beyond `u32`.
pub fn parse_digits(text: &str) -> Option<u32> {
    let digits = to_half_width(text);
    let all = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    all.then(|| digits.parse().ok()).flatten()
}

/// The text with full-width digits, letters, marks (U+FF01–U+FF5E) and spaces (U+3000) turned into
/// their ASCII twins. 、 。 and “ ” have no twin and stay.
pub fn to_half_width(text: &str) -> String {
    text.chars().map(|c| twin(c).unwrap_or(c)).collect()
}

/// A day that exists in the Gregorian calendar; ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// The date of three numbers; none if there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let exists = (1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Date { year, month, day })
    }

    /// `2024-01-11` (ISO 8601), as drafts store it.
    pub fn iso(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `2024年1月11日`, without leading zeros: GB/T 9704-2012 7.3.5.4.
    pub fn written(&self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }

    /// Days from this date to another; below nothing where that one is earlier.
    pub fn days_until(&self, other: Date) -> i64 {
        day_number(other) - day_number(*self)
    }
}

/// Days since a fixed day, in the Gregorian calendar.
fn day_number(date: Date) -> i64 {
    let (year, month) = (i64::from(date.year), i64::from(date.month));
    // Count years from March, so that the leap day is the last of its year.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 306 + 5) / 10 + i64::from(date.day)
}

/// The date that the whole text is, white space inside and around it aside.
///
/// Read are `2024年1月11日` in half- or full-width digits, 二〇二四年一月十一日 with 〇, ○, 零, 0 or
/// the letter O for zero, and the stored form `2024-01-11`. The year has four figures; a day that does not exist
/// is none.
pub fn parse_date(text: &str) -> Option<Date> {
    let text: String = to_half_width(text).split_whitespace().collect();
    let (year, month, day) =
        parts(&text, "年", "月", "日").or_else(|| parts(&text, "-", "-", ""))?;
    Date::new(parse_year(year)?, parse_part(month)?, parse_part(day)?)
}

/// The month and the day that the whole text is, without a year: `1月20日` in either script, or `1-20`.
/// Whether there is such a day is not asked.
pub fn parse_month_day(text: &str) -> Option<(u8, u8)> {
    let text: String = to_half_width(text).split_whitespace().collect();
    let (month, day) = match text.strip_suffix('日') {
        Some(text) => text.split_once('月')?,
        None => text.split_once('-')?,
    };
    Some((parse_part(month)?, parse_part(day)?))
}

/// What stands before each of three marks, the last of which ends the text.
fn parts<'a>(text: &'a str, y: &str, m: &str, d: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (year, rest) = text.split_once(y)?;
    let (month, rest) = rest.split_once(m)?;
    Some((year, month, rest.strip_suffix(d)?))
}

/// A year of four figures, each in either script.
fn parse_year(text: &str) -> Option<i32> {
    let mut year = 0;
    for c in text.chars() {
        let figure = c.to_digit(10).or_else(|| figure_value(c))?;
        year = year * 10 + i32::try_from(figure).ok()?;
    }
    (text.chars().count() == 4).then_some(year)
}

/// A month or a day: at most two digits, or a Chinese number.
fn parse_part(text: &str) -> Option<u8> {
    let digits = parse_digits(text).filter(|_| text.len() <= 2);
    u8::try_from(digits.or_else(|| parse_chinese(text))?).ok()
}

/// The value of a Chinese figure, 〇 and its look-alikes included.
fn figure_value(c: char) -> Option<u32> {
    let value = match c {
        // The letter is what most keyboards give where 〇 is meant.
        '○' | '零' | 'O' => 0,
        _ => FIGURES.iter().position(|&figure| figure == c)?,
    };
    u32::try_from(value).ok()
}

/// The days of a month; 0 if there is no such month.
fn days_in(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_up_to_ninety_nine_go_both_ways() {
        let written =
            [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")];
        for (n, text) in written {
            assert_eq!(chinese(n), text);
        }
        for n in 1..=99 {
            assert_eq!(parse_chinese(&chinese(n)), Some(n));
        }
        assert_eq!(chinese(100), "100");
    }

    #[test]
    fn what_is_no_ordinal_is_none() {
        for text in ["", "〇", "零", "一十", "十十", "一二", "二十〇", "一、", "百", "十一是", "1"]
        {
            assert_eq!(parse_chinese(text), None, "{text}");
        }
        assert_eq!(parse_digits("１2"), Some(12));
        assert_eq!(parse_digits("1a"), None);
        assert_eq!(parse_digits(""), None);
    }

    #[test]
    fn dates_are_read_in_every_form_met() {
        let day = Date::new(2026, 1, 15);
        for text in [
            "2026年1月15日",
            "2026年01月15日",
            " 2026 年 1 月 15 日\u{3000}",
            "２０２６年１月１５日",
            "二〇二六年一月十五日",
            "二○二六年一月十五日",
            "二零二六年一月十五日",
            "二0二六年一月十五日",
            "二O二六年一月十五日",
            "二Ｏ二六年一月十五日",
            "2026-01-15",
        ] {
            assert_eq!(parse_date(text), day, "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        for text in [
            "",
            "2023年2月29日",
            "2100年2月29日",
            "2024年13月1日",
            "2024年0月1日",
            "2024年4月31日",
            "24年1月1日",
            "2024年1月",
            "2024年1月001日",
            "成文于2024年1月1日",
            "二〇二四年一月三十二日",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
        assert!(parse_date("2024年2月29日").is_some());
        assert!(parse_date("2000年2月29日").is_some());
    }

    #[test]
    fn days_between_dates_go_both_ways() {
        let date = |year, month, day| Date::new(year, month, day).unwrap();
        let new_year = date(2024, 1, 1);
        assert_eq!(new_year.days_until(date(2024, 3, 1)), 60);
        assert_eq!(new_year.days_until(date(2025, 1, 1)), 366);
        assert_eq!(date(2000, 3, 1).days_until(date(2000, 2, 28)), -2);
        assert_eq!(date(2100, 2, 28).days_until(date(2100, 3, 1)), 1);
    }

    #[test]
    fn dates_are_written_without_leading_zeros() {
        let date = Date { year: 2024, month: 1, day: 9 };
        assert_eq!(date.written(), "2024年1月9日");
        assert_eq!(date.iso(), "2024-01-09");
        assert_eq!(parse_date(&date.written()), Some(date));
        assert_eq!(parse_date(&date.iso()), Some(date));
    }

    #[test]
    fn half_width_leaves_chinese_marks_alone() {
        assert_eq!(to_half_width("ＧＢ／Ｔ\u{3000}９７０４，。、“”"), "GB/T 9704,。、“”");
    }
}
