//! Names of issuing bodies: which lines are names, and the short name in one.
//!
//! Told by their endings, not by a list of places: the county of the next user
//! is unknown. The short name feeds the subject words of the text.

use std::ops::Range;

use crate::text::punctuation::is_han;

use super::passage::{Passage, compact};
use super::residue;
use super::traced::Traced;

/// What the name of a body ends with.
const ENDINGS: [&str; 18] = [
    "委员会",
    "委員會",
    "辦事處",
    "黨委",
    "人民政府",
    "办事处",
    "工委",
    "党委",
    "党组",
    "管委会",
    "主席团",
    "办公室",
    "中心",
    "政府",
    "局",
    "委",
    "院",
    "队",
];

/// The names that a passage is, if it is nothing else, without white space:
/// several stand side by side, parted by spaces.
pub(super) fn names(passage: &Passage) -> Option<Vec<Traced>> {
    let raw = &passage.raw;
    if raw.len() > LONGEST_ROW {
        return None;
    }
    for pieces in [gaps(raw), raw.split_whitespace().map(|word| raw.part(word)).collect()] {
        let pieces: Vec<Traced> = pieces.iter().map(bare).collect();
        if pieces.len() > 1 && pieces.iter().all(|piece| is_name(piece)) {
            return Some(pieces);
        }
    }
    // Blanks within a name only spread its letters, or part 党委 from 政府; else
    // they part it from what is no name.
    let mut words = raw.split_whitespace();
    let spread = words.clone().all(|word| word.chars().count() <= 2);
    let one = words.next().is_some() && words.all(|word| word == "政府");
    let whole = passage.text.without_blanks();
    ((spread || one) && is_name(&whole)).then(|| vec![whole])
}

/// A piece of a line without residue and white space.
pub(super) fn bare(piece: &Traced) -> Traced {
    residue::take(piece).0.without_blanks()
}

/// No row of names is longer, in bytes.
const LONGEST_ROW: usize = 600;

/// The pieces of a text parted by two or more spaces, or by one wide space or
/// tab; a long text is no row of names, and one piece.
pub(super) fn gaps(text: &Traced) -> Vec<Traced> {
    if text.len() > LONGEST_ROW {
        return vec![text.clone()];
    }
    let wide = |c: char| c.is_whitespace() && c != ' ';
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for word in text.split_whitespace() {
        let Range { start, end } = text.range_of(word);
        match pieces.last_mut() {
            Some(last) if start - last.end == 1 && !text[last.end..start].contains(wide) => {
                last.end = end;
            }
            _ => pieces.push(start..end),
        }
    }
    pieces.into_iter().map(|piece| text.slice(piece)).collect()
}

/// Whether a text without white space is the name of a body, or several joined by 、.
pub(super) fn is_name(text: &str) -> bool {
    without_seal(text).split('、').all(|name| {
        (4..=32).contains(&name.chars().count())
            && name.chars().all(is_han)
            && ENDINGS.iter().any(|ending| name.ends_with(ending))
    })
}

/// Whether a name ends like that of a body that reports: 政府, 委员会, 局, not 中心 or 队.
pub(super) fn governs(name: &str) -> bool {
    const OWN: [&str; 11] = [
        "党组",
        "管委会",
        "主席团",
        "委",
        "政府",
        "办事处",
        "辦事處",
        "局",
        "委员会",
        "委員會",
        "黨委",
    ];
    without_seal(name).split('、').any(|name| OWN.iter().any(|end| name.ends_with(end)))
}

/// A name without （盖章） or （印章） behind it.
fn without_seal(name: &str) -> &str {
    match name.rfind(['（', '(']) {
        Some(at) if name.ends_with(['）', ')']) && name[at..].contains('章') => &name[..at],
        _ => name,
    }
}

/// The short name in the name of a body: 云溪镇 of 临川县云溪镇人民政府.
pub(super) fn short_name(name: &str) -> Option<String> {
    let name = without_seal(name).split('、').next().unwrap_or(name);
    let name =
        name.strip_prefix("中国共产党").or_else(|| name.strip_prefix("中共")).unwrap_or(name);
    let place = ["工作委员会", "委员会", "人民政府", "办事处", "党工委", "党委", "党组"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name);
    let place = match place.rsplit_once("人民政府") {
        Some((_, own)) if !own.is_empty() => own,
        _ => place,
    };
    let short = without_county(place);
    (short.chars().count() >= 2).then(|| short.to_owned())
}

/// The name of a place without the places above it, as long as a name is left.
fn without_county(place: &str) -> &str {
    let mut rest = place;
    while let Some(above) = rest.char_indices().skip(1).find_map(|(at, c)| {
        let after = &rest[at + c.len_utf8()..];
        let named = after.chars().count() >= 2 && after != "街道";
        (matches!(c, '省' | '县' | '区' | '市' | '旗') && named).then_some(after)
    }) {
        rest = above;
    }
    rest
}

/// The short name that a title begins with, before 关于 or the year.
pub(super) fn name_in_title(title: &str) -> Option<String> {
    let end = title.find(|c: char| c.is_ascii_digit() || "〇二１２".contains(c));
    let end = [title.find("关于"), end].into_iter().flatten().min()?;
    let name = compact(&title[..end]);
    let name = name
        .rsplit_once("委员会")
        .map_or(name.as_str(), |(_, last)| if last.is_empty() { name.as_str() } else { last });
    short_name(name).filter(|name| name.chars().all(is_han))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    #[test]
    fn side_by_side_names_are_parted_by_spaces() {
        let read = |text: &str| {
            let names = names(&split(text).0[0])?;
            Some(names.into_iter().map(Traced::into_string).collect::<Vec<_>>())
        };
        let two = ["中共云溪镇委员会", "临川县云溪镇人民政府"].map(str::to_owned).to_vec();
        assert_eq!(read("中共云溪镇委员会      临川县云溪镇人民政府"), Some(two.clone()));
        assert_eq!(read("中共云溪镇委员会\t临川县云溪镇人民政府"), Some(two.clone()));
        assert_eq!(read("中共云溪镇委员会 临川县云溪镇人民政府"), Some(two));
        assert_eq!(read("云 溪 镇 人 民 政 府"), Some(vec!["云溪镇人民政府".to_owned()]));
        let three = "中共云溪镇委员会 云溪镇人大主席团 云溪镇人民政府";
        assert_eq!(read(three).map(|names| names.len()), Some(3));
        assert_eq!(read("云溪镇党委 政府"), Some(vec!["云溪镇党委政府".to_owned()]));
        assert_eq!(read("版权所有 临川县人民政府"), None);
        let joined = "中共云溪镇委员会、云溪镇人民政府";
        assert_eq!(read(joined), Some(vec![joined.to_owned()]));
        assert_eq!(read("县委、县政府"), None);
        assert_eq!(read("中共云溪镇委员会 云溪镇人民政府关于2025年工作的报告"), None);
    }

    #[test]
    fn short_names_lose_county_and_office() {
        for (name, short) in [
            ("中共云溪镇委员会", "云溪镇"),
            ("临川县云溪镇人民政府", "云溪镇"),
            ("中共临川县云溪镇委员会", "云溪镇"),
            ("枫霖市砚池镇人民政府", "砚池镇"),
            ("澜浦区人民政府鹿鸣街道办事处", "鹿鸣街道"),
            ("中共澜浦区鹿鸣街道工作委员会", "鹿鸣街道"),
            ("老槐街道办事处（印章）", "老槐街道"),
            ("中共云溪镇委员会、云溪镇人民政府", "云溪镇"),
            ("番禾区市桥街道办事处", "市桥街道"),
            ("临川县司法局", "司法局"),
            ("中共临川县司法局党组", "司法局"),
        ] {
            assert_eq!(short_name(name).as_deref(), Some(short));
        }
        assert_eq!(name_in_title("枕河镇2024年度法治政府建设情况报告").as_deref(), Some("枕河镇"));
        assert_eq!(name_in_title("关于2024年法治政府建设情况的报告"), None);
    }
}
