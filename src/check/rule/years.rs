//! Rules about years and time.

pub(super) mod newest_meeting;
pub(super) mod period_programme;
pub(super) mod relative_time;
pub(super) mod stale_year;
pub(super) mod superseded_phrase;
