//! How like two short texts are.

/// How many characters must be changed, put in or taken out to make one text the other.
pub(super) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, sign) in one.chars().enumerate() {
        let mut diagonal = index;
        row[0] = index + 1;
        for (column, own) in other.iter().enumerate() {
            let changed = diagonal + usize::from(sign != *own);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

/// Whether at most so many characters of a hundred differ.
pub(super) fn differs_at_most(one: &str, other: &str, per_cent: usize) -> bool {
    let longer = one.chars().count().max(other.chars().count());
    distance(one, other) * 100 <= longer * per_cent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_characters() {
        for (one, other, expected) in [
            ("", "", 0),
            ("", "法治", 2),
            ("权责清单", "权责清晰", 1),
            ("有组织犯罪法", "反有组织犯罪法", 1),
            ("方案要点亲自部署", "重要工作亲自部署", 4),
            ("督察督查", "督查督察", 2),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
            assert_eq!(distance(other, one), expected, "{other} {one}");
        }
        assert!(
            differs_at_most("权责清单", "权责清晰", 25) && !differs_at_most("甲乙", "丙丁", 60)
        );
    }
}
