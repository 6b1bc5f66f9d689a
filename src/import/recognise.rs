//! From lines to passages with roles: the steps in their order.
//!
//! Each step marks what it is sure of and leaves the rest to the next; what
//! remains is text. A line is never dropped: noise is a role too.

mod closing;
mod contents;
mod embedded;
mod glued;
mod letterhead;
mod lost;
mod numbers;
mod outline;
mod sweep;
mod wrapped;

use crate::report::Template;

use super::passage::{Passage, Role};
use super::reading::Reading;
pub(super) use closing::{is_date, labelled, signed_date};
pub(super) use letterhead::doc_number;

/// Finds out what each passage is.
pub(super) fn recognise(reading: &mut Reading, templates: &[(String, Template)]) {
    sweep::mark(&mut reading.passages);
    contents::mark(&mut reading.passages);
    wrapped::join(&mut reading.passages, &mut reading.notes);
    embedded::cut(&mut reading.passages);
    glued::cut(&mut reading.passages, templates);
    let mut live: Vec<&mut Passage> =
        reading.passages.iter_mut().filter(|passage| passage.role != Role::Noise).collect();
    let end = live.len() - closing::mark(&mut live);
    let start = numbers::first_heading(&live[..end]).unwrap_or(end);
    let ending = closing::ending(&live[end..]);
    letterhead::mark(&mut live[..start], ending, &mut reading.notes);
    if start < end {
        lost::ask_before_the_first(&mut live[..start]);
    }
    outline::mark(&mut live[start..end], &mut reading.notes);
    if start == end
        && let Some(first) = live.iter_mut().find(|passage| passage.role == Role::Text)
    {
        let sentence = "没有认出「一、」这样的标题，全文都收进导语；哪一段是标题，请逐段改过来";
        first.doubtful(Role::Text, sentence);
    }
}
