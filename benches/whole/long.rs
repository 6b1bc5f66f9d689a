//! Reports with a long text, to see what a key costs in one.

use fazhi_tui::report::{Place, Report};

use crate::sample;

/// Characters of a report of 20 KB.
pub(crate) const TWENTY_KB: usize = 6_800;
/// Characters of a long paragraph, as reports really have them.
pub(crate) const LONG: usize = 6_000;
/// Characters of 1 MB.
pub(crate) const MEGABYTE: usize = 350_000;

/// A report whose 导语 has about this many characters, in many paragraphs.
pub(crate) fn paragraphs(characters: usize) -> Report {
    with_preamble(characters, "\n")
}

/// A report whose 导语 is one paragraph of about this many characters.
pub(crate) fn paragraph(characters: usize) -> Report {
    with_preamble(characters, "")
}

fn with_preamble(characters: usize, between: &str) -> Report {
    let source = sample::full_report(characters);
    let texts = source.required().into_iter();
    let all: Vec<String> = texts.flat_map(|place| source.body(place).unwrap().to_vec()).collect();
    let mut report = sample::full_report(4_000);
    sample::replace(&mut report, Place::Preamble, &all.join(between));
    report
}
