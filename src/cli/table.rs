//! Rows of words in columns, as a terminal shows Chinese: two cells a character.

use crate::text::width::{self, Ambiguous};

/// The rows with each column as wide as its widest word, two cells apart.
pub(super) fn align(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        let words = rows.iter().filter_map(|row| row.get(column));
        words.map(|word| wide(word)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (word, width) in row.iter().zip(&widths) {
            line.push_str(&width::pad(word, width + 2, Ambiguous::Narrow));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn wide(word: &str) -> usize {
    width::columns(word, Ambiguous::Narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let row = |words: [&str; 2]| words.map(str::to_owned).to_vec();
        let text = align(&[row(["名称", "年"]), row(["2024-云溪镇", ""])]);
        assert_eq!(text, "名称         年\n2024-云溪镇\n");
    }
}
