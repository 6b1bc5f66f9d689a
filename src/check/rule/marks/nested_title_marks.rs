//! 《 inside 《: the title within a title stands in 〈〉, and one within that in 《》 again.

use crate::check::rule::View;
use crate::check::sink::{Hit, Sink};

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let text = view.text();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut nested = false;
    for (at, c) in text.char_indices() {
        match c {
            '《' | '〈' => {
                nested |= open.last().is_some_and(|(_, outer)| *outer == '《' && c == '《');
                open.push((at, c));
            }
            '》' | '〉' => {
                let pair = open.pop().filter(|(_, own)| (*own == '《') == (c == '》'));
                // What has no other half is told by another rule.
                let Some((start, _)) = pair else { return };
                if open.is_empty() && std::mem::take(&mut nested) {
                    sink.add(told(text, start, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
}

fn told(text: &str, start: usize, end: usize) -> Hit {
    let title = &text[start..end];
    let fix = levelled(title);
    let message = format!("书名号里面还要用书名号时，里面的应当用单书名号〈〉，请改为{fix}");
    Hit::new("nested", 0, start..end, message).fix(fix)
}

/// The title with its marks by their depth.
fn levelled(title: &str) -> String {
    let mut depth = 0_usize;
    let mark = |depth: usize, outer, inner| if depth.is_multiple_of(2) { outer } else { inner };
    let own = title.chars().map(|c| match c {
        '《' | '〈' => {
            depth += 1;
            mark(depth - 1, '《', '〈')
        }
        '》' | '〉' => {
            depth = depth.saturating_sub(1);
            mark(depth, '》', '〉')
        }
        _ => c,
    });
    own.collect()
}
