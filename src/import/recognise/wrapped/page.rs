//! Bare page numbers between lines that were cut.
//!
//! A number alone proves nothing, as in a column of a table: the numbers of
//! pages go up by one and stand far apart.

use crate::import::passage::{Passage, Role};

use super::line::number;

/// A page has at least so many lines.
const PAGE: usize = 8;

/// Marks the numbers of pages as noise; the other numbers wait for a decision.
pub(super) fn mark(passages: &mut [Passage]) {
    let lines = || passages.iter().enumerate().filter(|(_, line)| line.role != Role::Noise);
    let last = lines().next_back().map_or(0, |(at, _)| at);
    let numbers: Vec<(usize, usize)> =
        lines().filter_map(|(at, line)| Some((at, number(line)?))).collect();
    let pages = row(&numbers, last);
    let mut others = Vec::new();
    for (at, _) in numbers {
        let line = &mut passages[at];
        if pages.contains(&at) {
            line.role = Role::Noise;
        } else if at == last {
            line.doubtful(Role::Noise, "最后一行只有数字，当作页码去掉；要留下就改过来");
        } else {
            others.push(at);
        }
    }
    // A table has many of them: it is asked about once.
    if let Some(first) = others.first() {
        let more = match others.len() - 1 {
            0 => String::new(),
            more => format!("（这样的还有 {more} 行）"),
        };
        let said = format!("这一行只有数字{more}，先留作正文；如果是页码，请改为去掉");
        passages[*first].doubtful(Role::Text, said);
    }
}

/// The longest row of lines whose numbers go up by one; none of fewer than two.
/// The last page may be short: its number is the last line.
fn row(numbers: &[(usize, usize)], last_line: usize) -> Vec<usize> {
    let rows = (0..numbers.len()).map(|start| {
        let mut last = numbers[start];
        let mut row = vec![last.0];
        for (at, number) in &numbers[start + 1..] {
            let is_apart = at - last.0 > PAGE || *at == last_line;
            if *number == last.1 + 1 && is_apart {
                last = (*at, *number);
                row.push(*at);
            }
        }
        row
    });
    rows.filter(|row| row.len() > 1).max_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    #[test]
    fn numbers_that_are_no_pages_are_asked_about_once() {
        let (mut passages, _) = split("甲\n12\n乙\n8\n丙\n1");
        mark(&mut passages);
        let doubts: Vec<&str> = passages.iter().filter_map(|p| p.doubt.as_deref()).collect();
        assert_eq!(doubts.len(), 2);
        assert!(doubts[0].contains("这样的还有 1 行"));
        assert_eq!((passages[1].role, passages[5].role), (Role::Text, Role::Noise));
    }

    #[test]
    fn pages_are_told_from_a_table() {
        assert_eq!(row(&[(9, 1), (22, 2), (24, 86), (36, 3)], 60), [9, 22, 36]);
        assert_eq!(row(&[(9, 1), (22, 2), (25, 3)], 25), [9, 22, 25]);
        assert_eq!(row(&[(9, 1), (11, 2), (13, 3)], 60), [0; 0]);
        assert_eq!(row(&[(9, 1)], 60), [0; 0]);
    }
}
