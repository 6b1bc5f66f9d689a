//! Totals that their parts do not add up to.

use crate::check::rule::{View, Whole};
use crate::check::sink::Sink;

/// Checks a line.
pub(in crate::check) fn line(_view: &View, _sink: &mut Sink) {}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    super::ledger::sums(whole, sink);
}
