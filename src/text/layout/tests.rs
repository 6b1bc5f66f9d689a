//! That a layout answers for the text it was last told of, however it came to it.

use proptest::prelude::*;

use super::*;
use crate::text::position::{clamp, end_of, next, slice};
use crate::text::samples;
use crate::text::width::Ambiguous;

fn laid(paragraphs: &[String], width: usize, indent: usize) -> Layout {
    let mut layout = Layout::default();
    layout.sync(paragraphs, Wrap { width, indent, ambiguous: Ambiguous::Narrow });
    layout
}

fn at(paragraph: usize, byte: usize) -> Position {
    Position { paragraph, byte }
}

/// All that a layout answers about its rows.
fn all_rows(layout: &Layout) -> Vec<Option<LaidRow>> {
    (0..=layout.rows()).map(|row| layout.row(row)).collect()
}

#[test]
fn an_empty_text_has_one_row() {
    for layout in [Layout::default(), laid(&[], 10, 4)] {
        assert_eq!(layout.rows(), 1);
        assert_eq!(layout.row(0).map(|row| (row.start, row.end, row.first)), Some((0, 0, true)));
        assert_eq!(layout.row(1), None);
        assert_eq!(layout.row_end(9), (at(0, 0), false));
    }
    assert_eq!(laid(&[], 10, 4).locate(at(5, 5), false), Spot { row: 0, column: 4 });
}

#[test]
fn a_place_at_a_soft_break_is_on_two_rows() {
    let text = ["依法行政法治".to_owned(), "政府".to_owned()];
    let layout = laid(&text, 8, 4);
    assert_eq!(layout.rows(), 3);
    assert_eq!(layout.locate(at(0, 6), false), Spot { row: 1, column: 0 });
    assert_eq!(layout.locate(at(0, 6), true), Spot { row: 0, column: 8 });
    assert_eq!(layout.locate(at(1, 3), false), Spot { row: 2, column: 6 });
    assert_eq!(layout.row_end(0), (at(0, 6), true));
    assert_eq!(layout.row_end(1), (at(0, 18), false));
    assert_eq!(layout.row_start(1), (at(0, 6), false));
}

#[test]
fn a_cell_finds_the_place_before_it() {
    let layout = laid(&["依法行政法治".to_owned()], 8, 4);
    let found: Vec<usize> = (0..10).map(|column| layout.position(0, column).0.byte).collect();
    assert_eq!(found, [0, 0, 0, 0, 0, 0, 3, 3, 6, 6]);
    assert_eq!(layout.position(0, 8), (at(0, 6), true));
    assert_eq!(layout.position(7, 99), (at(0, 18), false));
}

#[test]
fn hanging_spaces_keep_the_caret_at_the_edge() {
    let layout = laid(&["法治    政府".to_owned()], 4, 0);
    assert_eq!(layout.locate(at(0, 9), false), Spot { row: 0, column: 4 });
    assert_eq!(layout.locate(at(0, 10), false), Spot { row: 1, column: 0 });
}

#[test]
fn typing_makes_few_rows_where_none_fall_into_step() {
    let mut text = vec!["法".repeat(5000)];
    let wrap = Wrap { width: 20, indent: 4, ambiguous: Ambiguous::Narrow };
    let mut layout = laid(&text, 20, 4);
    for key in 0..40 {
        text[0].insert(0, '法');
        layout.follow(&text, wrap, Some(Splice::new(at(0, 0), "", "法")));
        let fresh = laid(&text, 20, 4);
        let same = |row: &usize| layout.row(*row) == fresh.row(*row);
        let rows = (0..fresh.rows()).take_while(same).count();
        assert!((AHEAD..3 * AHEAD).contains(&rows) || rows == fresh.rows(), "{rows} after {key}");
    }
}

/// Paragraphs long enough that not all rows behind a change are made.
fn long_paragraphs() -> impl Strategy<Value = Vec<String>> {
    let even = (1..400_usize).prop_map(|count| "法".repeat(count));
    let any = (samples::paragraph(20), 1..12_usize).prop_map(|(text, count)| text.repeat(count));
    prop::collection::vec(prop_oneof![even, any], 0..4)
}

/// A stretch that is replaced, by what, and how many rows behind it are asked for; without a
/// place, where the last one was.
type Replaced = (Option<(usize, usize)>, (usize, usize), Vec<String>, usize);

fn change() -> impl Strategy<Value = Replaced> {
    let here = prop::option::of((0..4_usize, 0..2000_usize));
    let little = (Just(0), prop_oneof![3 => Just(0), 1 => 0..30_usize]);
    let further = prop_oneof![5 => little, 1 => (0..3_usize, 0..900_usize)];
    let key = prop::sample::select(&["法", "，", "a", ""][..]).prop_map(|key| vec![key.to_owned()]);
    let new = prop_oneof![5 => key, 1 => Just(vec![String::new(); 2]), 1 => long_paragraphs()];
    (here, further, new, prop_oneof![3 => Just(0), 2 => 0..10_usize, 1 => 0..60_usize])
}

proptest! {
    #[test]
    fn places_and_cells_agree(
        text in samples::paragraphs(), width in 1..60_usize, indent in 0..6_usize,
    ) {
        let layout = laid(&text, width, indent);
        for row in 0..layout.rows() {
            for column in 0..=width {
                let (p, at_end) = layout.position(row, column);
                let spot = layout.locate(p, at_end);
                prop_assert_eq!(spot.row, row);
                prop_assert_eq!(clamp(&text, p), p);
                let first = layout.row(row).is_some_and(|row| row.first);
                prop_assert!(spot.column <= column || p == layout.row_start(row).0 && first);
                prop_assert!(spot.column == width || layout.position(row, spot.column) == (p, at_end));
            }
        }
    }

    #[test]
    fn every_place_is_found_again(text in samples::paragraphs(), width in 2..60_usize) {
        let layout = laid(&text, width, 4);
        let mut p = Position::default();
        let mut last = Spot::default();
        loop {
            let spot = layout.locate(p, false);
            prop_assert!((spot.row, spot.column) >= (last.row, last.column));
            prop_assert!(spot.column == width || layout.position(spot.row, spot.column).0 == p);
            last = spot;
            let further = next(&text, p);
            if further == p {
                break;
            }
            p = further;
        }
    }

    #[test]
    fn a_layout_that_follows_is_a_fresh_one(
        text in long_paragraphs(), width in 4..40_usize, changes in prop::collection::vec(change(), 1..12),
    ) {
        let wrap = Wrap { width, indent: 4, ambiguous: Ambiguous::Narrow };
        let mut text = text;
        let mut layout = laid(&text, width, 4);
        let mut from = at(0, 0);
        for (here, (down, on), new, asked) in changes {
            let here = here.map_or(from, |(paragraph, byte)| at(paragraph, byte));
            from = clamp(&text, here);
            let to = clamp(&text, at(from.paragraph + down, from.byte * usize::from(down == 0) + on));
            let (removed, new) = (slice(&text, from, to.max(from)), new.join("\n"));
            let rest = slice(&text, to.max(from), end_of(&text));
            let all = slice(&text, at(0, 0), from) + &new + &rest;
            text = all.split('\n').map(str::to_owned).collect();
            layout.follow(&text, wrap, Some(Splice::new(from, &removed, &new)));
            let fresh = laid(&text, width, 4);
            while layout.settle(layout.locate(from, false).row + asked) {}
            for row in 0..=layout.locate(from, false).row + asked {
                prop_assert_eq!(layout.row(row), fresh.row(row));
            }
            // Also what is not settled is a part of the text, and no wider than the window.
            let mut rest = layout.clone();
            let rows: Vec<LaidRow> = (0..rest.rows()).filter_map(|row| rest.row(row)).collect();
            for pair in rows.windows(2) {
                let parts = pair[0].paragraph == pair[1].paragraph;
                prop_assert_eq!(parts, !pair[1].first);
                prop_assert!(!parts || pair[0].end == pair[1].start);
                prop_assert!(pair[0].start < pair[0].end || pair[0].first);
            }
            rest.settle(usize::MAX);
            prop_assert_eq!(all_rows(&rest), all_rows(&fresh));
        }
    }

    #[test]
    fn a_synced_layout_is_a_fresh_one(
        states in prop::collection::vec((samples::paragraphs(), 0..3_usize), 1..6),
    ) {
        let mut layout = Layout::default();
        for (text, extra) in states {
            let width = 20 + extra / 2;
            layout.sync(&text, Wrap { width, indent: 4, ambiguous: Ambiguous::Narrow });
            prop_assert_eq!(all_rows(&layout), all_rows(&laid(&text, width, 4)));
        }
    }
}
