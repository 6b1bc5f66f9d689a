//! Rates that no whole count gives.

use crate::check::rule::Whole;
use crate::check::sink::Sink;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    super::ledger::rates(whole, sink);
}
