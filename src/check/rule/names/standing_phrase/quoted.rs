//! Phrases that stand in quotation marks, found without them or with other marks inside.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::View;
use crate::check::sink::Hit;
use crate::check::tables::{Case, Quotation, Quotations};

/// The quotation marks that a phrase may stand in.
const MARKS: [(char, char); 2] = [('“', '”'), ('‘', '’')];

/// What is wrong with the quoted phrases of a line.
pub(super) fn hits(view: &View, table: &Quotations) -> Vec<Hit> {
    let found = table.seek.find(view.text()).filter_map(|(number, range)| {
        let own = table.all.get(*table.wordings.get(number)?)?;
        hit(view, own, range)
    });
    found.collect()
}

fn hit(view: &View, own: &Quotation, range: Range<usize>) -> Option<Hit> {
    let text = view.text();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let right = &own.right;
    let stands = &text[range.clone()];
    let marked =
        MARKS.iter().find(|(open, close)| before.ends_with(*open) && after.starts_with(*close));
    if marked.is_some() && stands == right
        || around::inside(text, range.start, &around::TITLE_MARKS)
    {
        return None;
    }
    let branch = Case::Changed.key(own.status);
    if let Some((open, close)) = marked {
        let message = format!("“{stands}”通常写作“{right}”，请改为“{right}”。");
        let range = range.start - open.len_utf8()..range.end + close.len_utf8();
        let hit = Hit::new(branch, view.index, range, message);
        return Some(hit.fix(format!("{open}{right}{close}")));
    }
    // Half-width marks are told by another rule; a longer quotation quotes as it likes.
    let straight = before.ends_with(['"', '\'']) || after.starts_with(['"', '\'']);
    if straight || around::inside(text, range.start, &around::QUOTING_MARKS) {
        return None;
    }
    let message = format!("“{right}”是有特定含义的提法，应加引号，请改为带引号的“{right}”。");
    Some(Hit::new(branch, view.index, range, message).fix(format!("“{right}”")))
}
