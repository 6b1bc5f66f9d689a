//! Numbers without a measure word, or with an odd one.

use crate::check::rule::View;
use crate::check::sink::Sink;

/// Checks a line.
pub(in crate::check) fn line(_view: &View, _sink: &mut Sink) {}
