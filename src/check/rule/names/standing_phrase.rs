//! Set phrases with a member lost, changed or moved, and those without their quotation marks.

mod list;
mod quoted;

use crate::check::rule::{View, slips};
use crate::check::sink::{Hit, Sink};

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !slips::has_words(view) {
        return;
    }
    let standing = &view.tables.words.standing;
    let mut hits = slips::hits(view, &standing.slips);
    // Of two at one place the slip is told: it says which characters are wrong.
    let lists = list::hits(view, &standing.lists);
    let apart = |own: &Hit| hits.iter().all(|other| !touch(own, other));
    let lists: Vec<Hit> = lists.into_iter().filter(apart).collect();
    hits.extend(lists);
    hits.extend(quoted::hits(view, &standing.quoted));
    for hit in hits {
        sink.add(hit);
    }
}

fn touch(one: &Hit, other: &Hit) -> bool {
    one.at.range.start < other.at.range.end && other.at.range.start < one.at.range.end
}
