//! How a text falls into rows, read from the cells of a terminal at every width
//! from 30 columns, the least that the program takes, to 200.

use std::env;
use std::path::Path;

use fazhi_tui::report::Place;
use fazhi_tui::storage::{draft, example};
use fazhi_tui::text::punctuation::{forbidden_at_row_end, forbidden_at_row_start};
use fazhi_tui::text::width::{Ambiguous, columns as columns_of};
use fazhi_tui::text::wrap::Wrap;

use super::home::{Home, ID};
use super::sample;
use super::terminal::Terminal;
use super::view::View;

/// Rows of a window of so many columns that shows all of a text at once.
fn tall(body: &[String], columns: u16) -> u16 {
    let cells: usize = body.iter().map(|text| columns_of(text, Ambiguous::Narrow)).sum();
    // 正文 has two fifths of the columns at least.
    u16::try_from(cells * 5 / 2 / usize::from(columns) + body.len() + 20).unwrap()
}

/// The prose of the worked example, paragraph by paragraph.
fn worked_example() -> Vec<String> {
    let report = draft::parse(example::TEXT, Path::new("town.ron")).unwrap();
    let bodies = report.places().into_iter().map(|place| report.body(place).unwrap().to_vec());
    bodies.collect::<Vec<_>>().concat()
}

/// Prose in which marks of every kind stand at every distance.
fn marks() -> Vec<String> {
    let marks = [
        "，",
        "。",
        "；",
        "：",
        "、",
        "！",
        "？",
        "）",
        "》",
        "”",
        "’",
        "】",
        "〉",
        "％",
        "%",
        "……",
        "——",
        "·",
        "（",
        "《",
        "“",
        "‘",
        "【",
        "〈",
        "￥",
        "㎡",
        " 。",
        " ",
        "GB/T 9704",
        "99%",
        "99.7%",
        "ratatui",
        "①",
    ];
    let mut seed = 1_u32;
    let mut next = |end: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % end
    };
    let words = ["法", "治政", "府建设", "依法行政"];
    let paragraph = |_| {
        let pieces = (0..60).flat_map(|_| [words[next(4)], marks[next(marks.len())]]);
        pieces.collect::<String>() + "完"
    };
    (0..8).map(paragraph).collect()
}

/// The rows of 正文: what stands between the frames on both sides of the cursor.
fn rows(view: &View) -> Vec<String> {
    let (x, y) = view.cursor();
    let (columns, height) = view.size();
    let wall = |x: &u16| view.symbol(*x, y) == "│";
    let left = (0..x).rev().find(wall).map_or(0, |x| x + 1);
    let right = (x..columns).find(wall).unwrap_or(columns);
    // A text that is wider than 42 characters stands in the middle.
    let left = left + (right - left).saturating_sub(2 + 85) / 2;
    let sign = |x, y| match view.symbol(x, y) {
        "" if columns_of(view.symbol(x - 1, y), Ambiguous::Narrow) < 2 => " ",
        sign => sign,
    };
    let row = |y| (left..right).map(|x| sign(x, y)).collect::<Vec<_>>().concat();
    (2..height).map(row).take_while(|row| !row.starts_with('─')).collect()
}

/// Goes through the rows and the text side by side, and gives how many rows
/// there are.
#[track_caller]
fn check(rows: &[String], body: &[String], what: &str) -> usize {
    let solid = |text: &str| text.replace(' ', "");
    let mut rows = rows.iter().enumerate();
    let mut last = 0;
    for paragraph in body {
        let mut rest = solid(paragraph);
        let mut first = true;
        while !rest.is_empty() {
            let (index, row) = rows.next().unwrap_or_else(|| panic!("{what}: {rest} is missing"));
            let shown = solid(row);
            assert!(rest.starts_with(&shown), "{what}: row {index} is {shown}, not of {rest}");
            assert!(!shown.is_empty(), "{what}: row {index} is empty before {rest}");
            rest.drain(..shown.len());
            let (start, end) = (shown.chars().next().unwrap(), shown.chars().last().unwrap());
            assert!(first || !forbidden_at_row_start(start), "{what}: row {index} begins {shown}");
            assert!(
                rest.is_empty() || !forbidden_at_row_end(end),
                "{what}: {shown} ends row {index}"
            );
            assert_eq!(row.starts_with("     "), first, "{what}: the indent of row {index}, {row}");
            first = false;
            last = index;
        }
    }
    assert!(rows.all(|(_, row)| row.trim().is_empty()), "{what}: more rows than text");
    last + 1
}

/// A third of the text at every third width, each at another one; all of it at
/// every width where `FAZHI_EVERY_WIDTH` is set.
fn at_every_width(body: &[String]) {
    if env::var_os("FAZHI_EVERY_WIDTH").is_some() {
        return at_widths(body, (30..=200).rev());
    }
    for (third, part) in (0..3).zip(body.chunks(body.len().div_ceil(3))) {
        at_widths(part, (30..=200).rev().filter(|columns| columns % 3 == third));
    }
}

fn at_widths(body: &[String], widths: impl Iterator<Item = u16>) {
    let mut report = sample::new_report();
    sample::replace(&mut report, Place::Preamble, &body.join("\n"));
    let home = Home::with_report(&report);
    let terminal = home.open(ID, (201, tall(body, 201)));
    let mut counts = Vec::new();
    for columns in widths {
        let size = (columns, tall(body, columns));
        let view = terminal.redrawn(|terminal: &Terminal| terminal.resize(size.0, size.1));
        counts.push(check(&rows(&view), body, &format!("{columns} columns")));
    }
    assert!(counts[0] * 2 < counts[counts.len() - 1], "{counts:?}");
}

#[test]
fn the_worked_example_falls_into_right_rows_at_every_width() {
    at_every_width(&worked_example());
}

#[test]
fn marks_of_every_kind_fall_into_right_rows_at_every_width() {
    at_every_width(&marks());
}

#[test]
fn windows_too_narrow_for_the_program_would_have_right_rows_as_well() {
    for body in [worked_example(), marks()] {
        for width in 20..=200 {
            let wrap = Wrap { width, indent: 4, ambiguous: Ambiguous::Narrow };
            let rows = body.iter().flat_map(|text| {
                let rows = wrap.rows(text).into_iter().enumerate();
                rows.map(|(index, row)| {
                    let lead = if index == 0 { "     " } else { " " };
                    format!("{lead}{}", &text[row.start..row.end])
                })
            });
            check(&rows.collect::<Vec<_>>(), &body, &format!("{width} cells"));
        }
    }
}
