//! Words of time that are no longer true on the day of signing.

use crate::check::rule::View;
use crate::check::sink::Sink;

/// Checks a line.
pub(in crate::check) fn line(_view: &View, _sink: &mut Sink) {}
