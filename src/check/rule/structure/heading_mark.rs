//! Marks behind the numbers of headings and behind headings.

use crate::check::rule::Whole;
use crate::check::sink::Sink;

/// Checks the whole report.
pub(in crate::check) fn whole(_whole: &Whole, _sink: &mut Sink) {}
