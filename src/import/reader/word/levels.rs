//! Which headings by style are parts and which are items.
//!
//! Staff give the title a heading's style as often as not, so the highest level
//! is not always that of the parts.

use crate::report::Level;

use super::piece::Piece;
use super::styles::Role;
use crate::text::numeral::parse_chinese;

/// The level of each piece; none for text, for the title and for all below items.
pub(super) fn of(pieces: &[Piece]) -> Vec<Option<Level>> {
    let headings: Vec<(usize, u8)> = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| !piece.is_blank())
        .filter_map(|(index, piece)| Some((index, depth(piece)?)))
        .collect();
    let title = title_lines(pieces, &headings);
    let below = &headings[title..];
    let mut depths: Vec<u8> = below.iter().map(|(_, depth)| *depth).collect();
    depths.sort_unstable();
    depths.dedup();
    let mut levels = vec![None; pieces.len()];
    for (index, depth) in below {
        levels[*index] = match depths.iter().position(|one| one == depth) {
            Some(0) => Some(Level::Part),
            Some(1) => Some(Level::Item),
            _ => None,
        };
    }
    levels
}

fn depth(piece: &Piece) -> Option<u8> {
    match piece.role {
        Role::Heading(depth) => Some(depth),
        _ => None,
    }
}

/// How many of the headings are lines of the title: those without a number
/// that open the document, or a first one that stands above all others.
fn title_lines(pieces: &[Piece], headings: &[(usize, u8)]) -> usize {
    let first_text = pieces.iter().position(|piece| !piece.is_blank());
    let Some((first, highest)) = headings.first().copied() else {
        return 0;
    };
    if is_numbered(&pieces[first].text) {
        return 0;
    }
    if Some(first) == first_text {
        let mut last = first;
        let inner = |(index, depth): &&(usize, u8)| {
            let mut between = pieces[last..*index].iter().skip(1);
            last = *index;
            let unbroken = between.all(Piece::is_blank);
            unbroken && *depth == highest && !is_numbered(&pieces[*index].text)
        };
        return headings.iter().take_while(inner).count();
    }
    let alone = headings.iter().skip(1).all(|(_, depth)| *depth > highest);
    usize::from(alone)
}

/// Whether a heading begins with a number as parts and items do.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches(['（', '(', '第']);
    let end = text.find(|c: char| !"一二三四五六七八九十".contains(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let marked = rest.starts_with(['、', '．', '.', '）', ')', '章', '部', '节', '条']);
    let after_figure = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_figure = after_figure.len() < text.len();
    (marked && parse_chinese(number).is_some())
        || (has_figure && after_figure.starts_with(['.', '、', '．', ')', '）']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(lines: &[(&str, Role)]) -> String {
        let pieces = lines.iter().map(|(text, role)| Piece { role: *role, ..Piece::of(text) });
        let levels = of(&pieces.collect::<Vec<_>>());
        let sign = |level: Option<Level>| match level {
            None => '-',
            Some(Level::Part) => 'P',
            Some(Level::Item) => 'I',
        };
        levels.into_iter().map(sign).collect()
    }

    const H1: Role = Role::Heading(0);
    const H2: Role = Role::Heading(1);
    const H3: Role = Role::Heading(2);
    const H5: Role = Role::Heading(4);

    #[test]
    fn the_two_highest_levels_below_the_title_count() {
        for (lines, expected) in [
            (vec![("报告", Role::Title), ("一、成效", H1), ("（一）学习", H2), ("1.", H3)], "-PI-"),
            (vec![("报告", H1), ("一、成效", H2), ("（一）学习", H3), ("文", Role::Body)], "-PI-"),
            (
                vec![
                    ("云溪镇", H1),
                    ("", Role::Body),
                    ("报告", H1),
                    ("一、成效", H1),
                    ("学习", H5),
                ],
                "---PI",
            ),
            (vec![("云溪镇", Role::Body), ("报告", H1), ("成效", H2), ("二、不足", H2)], "--PP"),
            (vec![("一、成效", H1), ("（一）学习", H2), ("二、不足", H1)], "PIP"),
            (vec![("前言", Role::Body), ("成效", H1), ("学习", H2), ("不足", H1)], "-PIP"),
            (vec![("成效", H1), ("文", Role::Body), ("不足", H1)], "--P"),
            (vec![("报告", H1), ("文", Role::Body)], "--"),
            (vec![("云溪镇", Role::Body), ("报告", H1), ("文", Role::Body)], "---"),
            (vec![("云溪镇", Role::Body), ("一、成效", H1), ("文", Role::Body)], "-P-"),
            (vec![("文", Role::Body)], "-"),
        ] {
            assert_eq!(levels(&lines), expected, "{lines:?}");
        }
    }
}
