//! The three days of a report: the county's own, the one it must be with the
//! county before, and the one it must be public before.
//!
//! The last two stand in 《法治政府建设与责任落实督察工作规定》, chapter 年度报告:
//! the report goes to the next higher level before 1 March of the year after,
//! and is published before 1 April. The county tells its townships a day of its
//! own, mostly in January. No clock is read: today comes in as a value.

use serde::{Deserialize, Serialize};

use super::State;
use crate::text::numeral::{Date, parse_month_day};

/// The day that the county wants the report on, the same in every year.
///
/// Files have it as it is written, `1月20日`; `1-20` is read too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountyDay {
    month: u8,
    day: u8,
}

impl CountyDay {
    /// The day that a text names; none where there is no such day in every year.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = parse_month_day(text)?;
        // A year that is no leap year: 2月29日 is not in every year.
        Date::new(2025, month, day).map(|_| Self { month, day })
    }

    /// `1月20日`.
    pub fn written(self) -> String {
        format!("{}月{}日", self.month, self.day)
    }

    /// The day for a report of this year: in November and December the year
    /// has not ended yet, otherwise it has.
    fn of(self, report_year: i32) -> Option<Date> {
        let year = if self.month >= 11 { report_year } else { report_year + 1 };
        Date::new(year, self.month, self.day)
    }
}

impl TryFrom<String> for CountyDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("没有“{text}”这一天，或写法不对：要写成 1月20日"))
    }
}

impl From<CountyDay> for String {
    fn from(day: CountyDay) -> Self {
        day.written()
    }
}

/// What must be done by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// The report is with the county, on the day that the county named.
    County,
    /// The report is with the county, before 1 March.
    Rule,
    /// The report is public, before 1 April.
    Publication,
}

/// The next of the days, and how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What must be done.
    pub deadline: Deadline,
    /// The day.
    pub date: Date,
    /// Days from today; below nothing once the day has passed.
    pub days: i64,
}

/// How long a missed day is told, in days: a report that is older than a year was
/// forgotten to be marked as handed in.
const TOLD: i64 = 365;

/// The next day for a report in this state, if there is one to be told.
///
/// A report that is handed in must only be made public; whether it is cannot be
/// known, so nothing is told from the day after on.
///
/// ```
/// use fazhi_tui::report::State;
/// use fazhi_tui::report::calendar::{CountyDay, next_due};
/// use fazhi_tui::text::numeral::Date;
///
/// let county = CountyDay::parse("1月20日");
/// let today = Date::new(2026, 1, 8).unwrap();
/// let due = next_due(2025, State::Drafting, county, today).unwrap();
/// assert_eq!(due.short(), "距报县 12 天");
/// assert_eq!(due.long(), "县里要求1月20日报送，还有 12 天");
///
/// let late = Date::new(2026, 3, 4).unwrap();
/// let due = next_due(2025, State::Drafting, county, late).unwrap();
/// assert_eq!(due.short(), "已过3月1日 3 天");
/// ```
pub fn next_due(
    report_year: i32,
    state: State,
    county: Option<CountyDay>,
    today: Date,
) -> Option<Due> {
    let due = |deadline, date: Date| Due { deadline, date, days: today.days_until(date) };
    let year = report_year + 1;
    if state == State::Submitted {
        let publication = due(Deadline::Publication, Date::new(year, 4, 1)?);
        return Some(publication).filter(|due| due.days >= 0);
    }
    let rule = due(Deadline::Rule, Date::new(year, 3, 1)?);
    let county = county.and_then(|day| day.of(report_year));
    let county = county.map(|date| due(Deadline::County, date)).filter(|due| due.days >= 0);
    // A county that names a day behind 1 March does not put that one off.
    let first = county.filter(|county| rule.days < 0 || county.days <= rule.days);
    Some(first.unwrap_or(rule)).filter(|due| due.days >= -TOLD)
}

impl Due {
    /// In a few words, for a header or a column.
    pub fn short(&self) -> String {
        let (month, days) = (self.date.month, self.days);
        match (self.deadline, days) {
            (Deadline::County, 0) => "今天报县".to_owned(),
            (Deadline::County, _) => format!("距报县 {days} 天"),
            (_, 0) => format!("今天是{month}月1日"),
            (_, ..0) => format!("已过{month}月1日 {} 天", -days),
            (Deadline::Rule, _) => format!("距{month}月1日 {days} 天"),
            (Deadline::Publication, _) => format!("距公开 {days} 天"),
        }
    }

    /// As a sentence that says what must be done.
    pub fn long(&self) -> String {
        let days = self.days;
        let day = format!("{}月{}日", self.date.month, self.date.day);
        let what = match self.deadline {
            Deadline::County => "报送",
            Deadline::Rule => "报县",
            Deadline::Publication => "公开",
        };
        match (self.deadline, days) {
            (Deadline::County, 0) => format!("县里要求今天（{day}）报送"),
            (Deadline::County, _) => format!("县里要求{day}报送，还有 {days} 天"),
            (_, 0) => format!("今天是{day}，规定在这一天以前{what}"),
            (_, ..0) => format!("规定{day}前{what}，已经过了 {} 天", -days),
            (_, _) => format!("规定{day}前{what}，还有 {days} 天"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    fn short(state: State, county: &str, today: Date) -> String {
        let due = next_due(2025, state, CountyDay::parse(county), today);
        due.map_or_else(String::new, |due| due.short())
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for text in ["1月20日", " １ 月２０日 ", "01月20日", "一月二十日", "1-20"] {
            assert_eq!(CountyDay::parse(text).unwrap().written(), "1月20日", "{text}");
        }
        for text in
            ["20日以前", "1月20日以前", "1月", "2月29日", "13月1日", "4月31日", "2026年1月20日", ""]
        {
            assert_eq!(CountyDay::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_days_follow_each_other() {
        for (today, told) in [
            (date(2025, 12, 31), "距报县 20 天"),
            (date(2026, 1, 20), "今天报县"),
            (date(2026, 1, 21), "距3月1日 39 天"),
            (date(2026, 3, 1), "今天是3月1日"),
            (date(2026, 3, 2), "已过3月1日 1 天"),
            (date(2026, 4, 30), "已过3月1日 60 天"),
            (date(2026, 11, 25), "已过3月1日 269 天"),
            (date(2027, 3, 1), "已过3月1日 365 天"),
            (date(2027, 3, 2), ""),
        ] {
            assert_eq!(short(State::Drafting, "1月20日", today), told, "{today:?}");
        }
        assert_eq!(short(State::Final, "", date(2026, 1, 8)), "距3月1日 52 天");
    }

    #[test]
    fn a_report_that_is_handed_in_must_only_be_public() {
        for (today, told) in [
            (date(2026, 1, 8), "距公开 83 天"),
            (date(2026, 4, 1), "今天是4月1日"),
            (date(2026, 4, 2), ""),
        ] {
            assert_eq!(short(State::Submitted, "1月20日", today), told, "{today:?}");
        }
    }

    #[test]
    fn a_day_in_december_is_of_the_year_that_is_reported_on() {
        assert_eq!(short(State::Review, "12月25日", date(2025, 12, 1)), "距报县 24 天");
        assert_eq!(short(State::Review, "12月25日", date(2025, 12, 26)), "距3月1日 65 天");
        assert_eq!(short(State::Review, "11月30日", date(2025, 11, 1)), "距报县 29 天");
        assert_eq!(short(State::Review, "10月30日", date(2026, 2, 1)), "距3月1日 28 天");
    }

    #[test]
    fn a_leap_day_counts() {
        let due = |year| next_due(year, State::Drafting, None, date(year + 1, 2, 1)).unwrap().days;
        assert_eq!((due(2023), due(2024), due(1999), due(2099)), (29, 28, 29, 28));
    }

    #[test]
    fn the_long_form_is_a_sentence() {
        let long = |state, today| next_due(2025, state, None, today).unwrap().long();
        assert_eq!(long(State::Drafting, date(2026, 2, 27)), "规定3月1日前报县，还有 2 天");
        assert_eq!(long(State::Drafting, date(2026, 3, 3)), "规定3月1日前报县，已经过了 2 天");
        assert_eq!(long(State::Submitted, date(2026, 4, 1)), "今天是4月1日，规定在这一天以前公开");
    }
}
