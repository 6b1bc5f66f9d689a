//! The clock of the program: local time as text and as a day.

use std::time::SystemTime;

use jiff::ZonedDateTime;
use jiff::tz::TimeZone;

use crate::text::Date;

#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
fn now() -> ZonedDateTime {
    ZonedDateTime::now()
}

/// The day.
pub(super) fn today() -> Date {
    let now = now();
    let part = |value: i8| u8::try_from(value).unwrap_or(1);
    Date { year: i32::from(now.year()), month: part(now.month()), day: part(now.day()) }
}

/// The time of day, such as 10:32.
pub(super) fn time() -> String {
    now().strftime("%H:%M").to_string()
}

/// A moment that can stand in a file name and sorts by time.
pub(super) fn stamp() -> String {
    now().strftime("%Y%m%d-%H%M%S").to_string()
}

/// A moment as the list of drafts shows it.
pub(super) fn shown(moment: SystemTime) -> String {
    let Ok(moment) = jiff::Timestamp::try_from(moment) else {
        return String::new();
    };
    moment.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A stamp as it is told, such as 2026-01-08 10:32; any other name as it is.
pub(super) fn shown_stamp(stamp: &str) -> String {
    // Digits behind the time only tell files of one second apart.
    let moment = stamp.get(..15).unwrap_or(stamp);
    let moment = jiff::civil::DateTime::strptime("%Y%m%d-%H%M%S", moment);
    moment.map_or_else(|_| stamp.to_owned(), |m| m.strftime("%Y-%m-%d %H:%M").to_string())
}

/// The moment, for the age of files.
#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
pub(super) fn moment() -> SystemTime {
    SystemTime::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_told_as_a_time_and_a_strange_name_as_it_is() {
        assert_eq!(shown_stamp("20260108-103218"), "2026-01-08 10:32");
        assert_eq!(shown_stamp("20260108-103218-2"), "2026-01-08 10:32");
        assert_eq!(shown_stamp("去年的一份"), "去年的一份");
        assert_eq!(shown_stamp(""), "");
    }
}
