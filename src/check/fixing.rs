//! Fixes put into a text: of those that lie over each other only the first.

use std::ops::Range;

use super::finding::Finding;

/// A stretch of a text and what should stand there; both are empty where nothing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The stretch, in bytes.
    pub range: Range<usize>,
    /// What takes its place.
    pub text: String,
}

impl Change {
    /// What the fix of a finding makes of the text that it stands in.
    pub fn of(finding: &Finding) -> Option<Self> {
        let text = finding.fix.clone()?;
        (text != finding.spot.excerpt).then(|| Self { range: finding.spot.range.clone(), text })
    }
}

/// The changes of one text that can be made together, in order.
pub fn together(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|own| (own.range.start, std::cmp::Reverse(own.range.end)));
    let mut end = 0;
    changes.retain(|own| {
        let free = own.range.start >= end;
        if free {
            end = own.range.end;
        }
        free
    });
    changes
}

/// A text with changes that [`together`] gave.
pub fn fixed(text: &str, changes: &[Change]) -> String {
    let mut fixed = text.to_owned();
    for own in changes.iter().rev() {
        fixed.replace_range(own.range.clone(), &own.text);
    }
    fixed
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::check::catalogue::Rules;
    use crate::check::script::{Line, Script, Where};
    use crate::check::testing::{found_by, script, stage};

    #[test]
    fn of_fixes_that_lie_over_each_other_the_first_is_made() {
        let change = |range, text: &str| Change { range, text: text.to_owned() };
        let all = vec![change(3..4, "！"), change(1..3, "？"), change(0..2, "。")];
        let made = together(all);
        assert_eq!(made, [change(0..2, "。"), change(3..4, "！")]);
        assert_eq!(fixed("abcd", &made), "。c！");
    }

    /// A script with the fixes of one rule, line by line.
    fn mended(id: &str, script: &Script) -> (Script, usize) {
        let mut changes: HashMap<usize, Vec<Change>> = HashMap::new();
        for finding in found_by(id, script) {
            if let Some(change) = Change::of(&finding) {
                changes.entry(finding.spot.line).or_default().push(change);
            }
        }
        let count = changes.len();
        let mut own = script.clone();
        for (line, changes) in changes {
            let old = &script.lines[line];
            let text = fixed(old.written(), &together(changes));
            let (part, division) = (old.part, old.division);
            if let Where::Number(_) = old.at {
                own.divisions[division].label.clone_from(&text);
            }
            if let Where::HeadingEnd(_) = old.at {
                own.divisions[division].end.clone_from(&text);
            }
            own.lines[line] = match old.at {
                Where::Source(number) => Line::source(number, part, division, text),
                at => Line::plain(at, part, division, text),
            };
        }
        (own, count)
    }

    #[test]
    fn what_is_fixed_is_found_no_more() {
        for rule in Rules::built_in().rules {
            for example in &rule.bad {
                let before = script(&stage(example), example.draft);
                let (after, count) = mended(&rule.id, &before);
                let left = found_by(&rule.id, &after);
                let open = left.iter().filter_map(Change::of).count();
                assert_eq!(open, 0, "{}: {} {left:?}", rule.id, example.text);
                assert!(count == 0 || left.len() < found_by(&rule.id, &before).len());
                assert_eq!(mended(&rule.id, &after).1, 0);
            }
        }
    }
}
