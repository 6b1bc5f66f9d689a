//! Moments as the clock on the wall shows them.

use std::time::SystemTime;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// A moment in the zone of this machine; `None` beyond the years of the calendar.
fn local(moment: SystemTime) -> Option<ZonedDateTime> {
    let moment = Timestamp::try_from(moment).ok()?;
    Some(moment.to_zoned_datetime(TimeZone::system()))
}

/// `2026-01-08T10:32:00`.
pub(super) fn written(moment: SystemTime) -> Option<String> {
    Some(local(moment)?.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// The year that reports are written about now: the one before this.
#[expect(
    clippy::disallowed_methods,
    reason = "an outline without a report is shown with the year that a new one would have"
)]
pub(super) fn year_to_report() -> i32 {
    local(SystemTime::now()).map_or(0, |now| i32::from(now.year()) - 1)
}
