//! Slips of a closed list, in their context.

use crate::check::rule::{View, slips};
use crate::check::sink::Sink;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for hit in slips::hits(view, &view.tables.words.confused) {
        sink.add(hit);
    }
}
