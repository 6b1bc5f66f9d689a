//! Marks the lines that are no text: what a web page or a page edge adds.

use crate::import::noise;
use crate::import::passage::{Passage, Role};

use super::numbers;

/// The longest line that is no prose, in characters.
const SHORT: usize = 60;

/// Marks page numbers anywhere, and the frame of a web page before the prose
/// and after the closing lines.
pub(super) fn mark(passages: &mut [Passage]) {
    let all: Vec<&Passage> = passages.iter().collect();
    let prose = all.iter().position(|p| !p.frame && (p.len() > SHORT || p.text.ends_with('。')));
    let front = prose.into_iter().chain(numbers::first_heading(&all)).min();
    let front = front.unwrap_or(all.len());
    let tail = all.iter().rev().take_while(|p| p.frame || noise::is_below(p)).count();
    let back = all.len() - tail;
    for (index, passage) in passages.iter_mut().enumerate() {
        let above = index < front && noise::is_metadata(passage);
        let around = index >= back || above || (index < front && passage.frame);
        if noise::is_page_number(passage) || around {
            passage.role = Role::Noise;
        }
    }
}
