//! Which level the headings of a document with ranks have: h1 to h6, # to ######.
//!
//! Pages and notes begin at any rank and leave ranks out, so only their order
//! counts. A title is not told by its words here: that needs to know reports.

use crate::report::Level;

/// The level of each line, from the ranks of those that are headings.
///
/// Headings of the highest rank that all stand together are the title, and
/// have none; of what follows, the highest rank used is a part, the next an
/// item. Where the highest rank comes again further down, it is the parts.
pub(super) fn levels(ranks: &[Option<u8>]) -> Vec<Option<Level>> {
    let top = ranks.iter().flatten().min().copied();
    let tops = || (0..ranks.len()).filter(|line| top.is_some() && ranks[*line] == top);
    let (Some(first), Some(last)) = (tops().next(), tops().next_back()) else {
        return vec![None; ranks.len()];
    };
    let is_title = last - first + 1 == tops().count();
    let below = if is_title { last + 1 } else { first };
    let mut used: Vec<u8> = ranks[below..].iter().copied().flatten().collect();
    used.sort_unstable();
    used.dedup();
    let level = |(line, rank): (usize, &Option<u8>)| {
        let rank = rank.filter(|_| line >= below)?;
        match used.iter().position(|other| *other == rank) {
            Some(0) => Some(Level::Part),
            Some(1) => Some(Level::Item),
            _ => None,
        }
    };
    ranks.iter().enumerate().map(level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A digit is a heading of that rank, a dot is text; P and I are levels.
    fn told(lines: &str) -> String {
        let ranks: Vec<Option<u8>> =
            lines.bytes().map(|b| b.is_ascii_digit().then(|| b - b'0')).collect();
        let sign = |level: &Option<Level>| match level {
            Some(Level::Part) => 'P',
            Some(Level::Item) => 'I',
            None => '.',
        };
        levels(&ranks).iter().map(sign).collect()
    }

    #[test]
    fn levels_follow_the_ranks_that_are_used() {
        for (lines, levels) in [
            ("1.2.3.3.2.", "..P.I.I.P."),
            ("11.2.4", "...P.I"),
            ("1.1.2.1", "P.P.I.P"),
            ("2.3.4.5", "..P.I.."),
            ("3.1.3.3", "....P.P"),
            ("....", "...."),
            ("", ""),
        ] {
            assert_eq!(told(lines), levels, "{lines}");
        }
    }
}
