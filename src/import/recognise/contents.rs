//! A list of contents in front: its lines repeat the headings and are none.

use std::ops::Range;

use crate::import::heading;
use crate::import::passage::{Passage, Role};

/// Marks the lines of a list of contents as noise, and asks about it once.
pub(super) fn mark(passages: &mut [Passage]) {
    let live: Vec<usize> =
        (0..passages.len()).filter(|at| passages[*at].role != Role::Noise).collect();
    let title = live.iter().position(|at| passages[*at].compact() == "目录");
    let listed = match title {
        Some(title) => title..end_of_list(passages, &live, title + 1),
        None => run_of_entries(passages, &live),
    };
    for at in &live[listed.clone()] {
        passages[*at].role = Role::Noise;
    }
    if let Some(first) = live[listed].first() {
        let said = "从这里起像是目录，不算正文，先去掉；不是目录就改过来";
        passages[*first].doubt = Some(said.to_owned());
    }
}

/// The first lines in a row that end in a page number; at least two.
fn run_of_entries(passages: &[Passage], live: &[usize]) -> Range<usize> {
    let entry = |index: &usize| is_entry(&passages[live[*index]]);
    let Some(start) = (0..live.len()).find(entry) else { return 0..0 };
    let length = (start..live.len()).take_while(entry).count();
    if length < 2 { 0..0 } else { start..start + length }
}

/// Where the list ends that begins at `start`: behind lines with page numbers,
/// else before the heading that it began with stands again.
fn end_of_list(passages: &[Passage], live: &[usize], start: usize) -> usize {
    let passage = |index: usize| &passages[live[index]];
    let entries = (start..live.len()).take_while(|index| is_entry(passage(*index))).count();
    if entries > 0 {
        return start + entries;
    }
    let labelled = |index: &usize| heading::label(&passage(*index).text).is_some();
    let first = (start < live.len()).then(|| passage(start).compact());
    let again = (start + 1..live.len()).find(|index| Some(passage(*index).compact()) == first);
    let headings = (start..live.len()).take_while(labelled).count();
    again.map_or(start, |again| again.min(start + headings))
}

/// A heading with dots or a tab and a page number behind it.
fn is_entry(passage: &Passage) -> bool {
    let words = passage.raw.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = passage.raw.len() - words.len();
    let led = words.ends_with(['…', '·', '．', '\t', '⋯', '‥']) || words.ends_with("...");
    (1..=3).contains(&digits) && led && !words.contains('。')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn noise(text: &str) -> (Vec<bool>, usize) {
        let mut passages = split(text).0;
        mark(&mut passages);
        let doubts = passages.iter().filter(|passage| passage.doubt.is_some()).count();
        (passages.iter().map(|passage| passage.role == Role::Noise).collect(), doubts)
    }

    #[test]
    fn a_list_of_contents_is_noise() {
        let text = "报告\n目　录\n一、成效……1\n（一）学习\t2\n一、成效\n（一）学习\n甲。";
        assert_eq!(noise(text), (vec![false, true, true, true, false, false, false], 1));
        let text = "报告\n一、成效......1\n二、不足......3\n一、成效\n甲。\n二、不足";
        assert_eq!(noise(text), (vec![false, true, true, false, false, false], 1));
        let text = "目录\n一、成效\n二、不足\n一、成效\n甲。\n二、不足";
        assert_eq!(noise(text), (vec![true, true, true, false, false, false], 1));
    }

    #[test]
    fn a_report_without_one_is_left_alone() {
        let (noise, doubts) = noise("报告\n一、成效\n全年学习12次……\n办件\t8\n二、不足");
        assert_eq!((noise, doubts), (vec![false; 5], 0));
    }
}
