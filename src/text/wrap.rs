//! Soft wrap: where the rows of one paragraph begin and end.
//!
//! It draws nothing and keeps nothing; `layout` keeps the rows. Greedy, by clusters, because a row
//! must not move when text far behind it changes: it ends at the last *good* break that fits; where
//! there is none, at a *weak* one inside a Latin word or number; where there is none either, before
//! the cluster that does not fit, so that it always goes on. Spaces hang behind the end of the row.

use super::breaks::{Break, Class, Kind, break_between};
use super::width::{Ambiguous, cluster_columns, clusters};

/// One row of a paragraph. The rows of a paragraph partition its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The byte of the paragraph at which the row begins.
    pub start: usize,
    /// The byte behind the row's last cluster, hanging spaces included.
    pub end: usize,
    /// Cells of the row without indent; spaces that hang beyond the width are not counted.
    pub columns: usize,
}

/// What decides where rows break, besides the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wrap {
    /// Cells of a row; 0 counts as 1.
    pub width: usize,
    /// Cells that the first row of a paragraph is shorter (首行缩进); see [`Wrap::lead`].
    pub indent: usize,
    /// How the terminal draws characters of ambiguous width.
    pub ambiguous: Ambiguous,
}

impl Wrap {
    /// The cells left free before the first row: the indent, but never so much that a wide
    /// character would not fit behind it.
    pub fn lead(&self) -> usize {
        self.indent.min(self.width.saturating_sub(2))
    }

    /// The rows of a paragraph, at least one. No row is wider than the width, except where a single
    /// cluster is. `paragraph` holds no line end.
    pub fn rows(&self, paragraph: &str) -> Vec<Row> {
        let mut filler = Filler::new(*self, 0);
        for (at, cluster) in clusters(paragraph) {
            filler.take(paragraph, at, cluster);
        }
        filler.finish(paragraph.len())
    }
}

/// A place where the open row could end.
#[derive(Clone, Copy)]
struct Candidate {
    byte: usize,
    /// Cells of the row up to here.
    used: usize,
    /// The same without the spaces at its end.
    solid: usize,
}

/// Fills rows, one cluster after the other. What it does depends on the text from the start of its
/// first row on and on nothing before.
pub(super) struct Filler {
    wrap: Wrap,
    rows: Vec<Row>,
    start: usize,
    room: usize,
    used: usize,
    solid: usize,
    good: Option<Candidate>,
    weak: Option<Candidate>,
    /// The last cluster that is no space, and whether spaces came behind it.
    before: Kind,
    spaced: bool,
}

impl Filler {
    /// A filler whose first row begins at byte `start` of the paragraph.
    pub(super) fn new(wrap: Wrap, start: usize) -> Filler {
        let lead = if start == 0 { wrap.lead() } else { 0 };
        Filler {
            wrap,
            rows: Vec::new(),
            start,
            room: wrap.width.max(1) - lead,
            used: 0,
            solid: 0,
            good: None,
            weak: None,
            before: Kind::EDGE,
            spaced: false,
        }
    }

    /// The byte at which the open row begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The rows ended so far.
    pub(super) fn into_rows(self) -> Vec<Row> {
        self.rows
    }

    /// Adds the cluster at byte `at`, ending rows before it where it does not fit.
    #[inline]
    pub(super) fn take(&mut self, paragraph: &str, at: usize, cluster: &str) {
        let kind = Kind::of(paragraph, at, cluster);
        let columns = cluster_columns(cluster, self.wrap.ambiguous);
        if at > self.start {
            match break_between(self.before, self.spaced, kind) {
                Break::Good => self.good = Some(self.here(at)),
                Break::Weak => self.weak = Some(self.here(at)),
                Break::Never => {}
            }
        }
        if kind.class == Class::Space {
            self.used += columns;
            self.spaced = true;
            return;
        }
        while self.used + columns > self.room && at > self.start {
            let end = self.good.or(self.weak).unwrap_or(self.here(at));
            self.end_row(end);
        }
        self.used += columns;
        self.solid = self.used;
        self.before = kind;
        self.spaced = false;
    }

    /// The candidate at byte `at`, which is all that has been taken.
    fn here(&self, at: usize) -> Candidate {
        Candidate { byte: at, used: self.used, solid: self.solid }
    }

    /// Ends the open row at a candidate; what lies behind it begins the next row.
    fn end_row(&mut self, end: Candidate) {
        let columns = end.solid.max(end.used.min(self.room));
        self.rows.push(Row { start: self.start, end: end.byte, columns });
        self.start = end.byte;
        self.room = self.wrap.width.max(1);
        self.used -= end.used;
        self.solid = self.solid.saturating_sub(end.used);
        self.good = None;
        self.weak = self.weak.filter(|weak| weak.byte > end.byte).map(|weak| Candidate {
            byte: weak.byte,
            used: weak.used - end.used,
            solid: weak.solid.saturating_sub(end.used),
        });
    }

    /// Ends the last row at the end of the paragraph, `end` bytes from its start.
    pub(super) fn finish(mut self, end: usize) -> Vec<Row> {
        self.end_row(self.here(end));
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::breaks::class_of;
    use super::super::punctuation::{forbidden_at_row_end, forbidden_at_row_start};
    use super::super::samples;
    use super::super::width::columns;
    use super::*;

    fn wrap(width: usize) -> Wrap {
        Wrap { width, ..Wrap::default() }
    }

    fn broken(text: &str, wrap: Wrap) -> Vec<&str> {
        wrap.rows(text).iter().map(|row| &text[row.start..row.end]).collect()
    }

    /// Cells of the widest run that may not be broken without a mark at the wrong edge.
    fn widest_run(text: &str, ambiguous: Ambiguous) -> usize {
        let (mut widest, mut run, mut last) = (0, 0, ' ');
        for (_, cluster) in clusters(text) {
            let c = cluster.chars().next().unwrap();
            let kept = |c| matches!(c, '"' | '\'' | '’' | '\u{a0}');
            let blank = class_of(c) == Class::Space;
            let bound = blank || forbidden_at_row_start(c) || forbidden_at_row_end(last);
            if !bound && !kept(c) && !kept(last) {
                run = 0;
            }
            run += cluster_columns(cluster, ambiguous);
            widest = widest.max(run);
            if !blank {
                last = c;
            }
        }
        widest
    }

    /// A row without the spaces at its end.
    fn without_spaces(row: &str) -> &str {
        let blank = |cluster: &str| class_of(cluster.chars().next().unwrap()) == Class::Space;
        let last = clusters(row).filter(|(_, cluster)| !blank(cluster)).last();
        &row[..last.map_or(0, |(at, cluster)| at + cluster.len())]
    }

    #[test]
    fn marks_stay_off_the_wrong_edge() {
        assert_eq!(broken("依法行政，规范", wrap(8)), ["依法行", "政，规范"]);
        assert_eq!(broken("全镇（含村）", wrap(6)), ["全镇", "（含", "村）"]);
        assert_eq!(broken("他说“好”。", wrap(6)), ["他说", "“好”。"]);
        assert_eq!(broken("一二三——四", wrap(8)), ["一二三——", "四"]);
        assert_eq!(broken("一二三四——五", wrap(9)), ["一二三", "四——五"]);
        assert_eq!(broken("一二三四……", wrap(9)), ["一二三", "四……"]);
    }

    #[test]
    fn numbers_keep_their_signs() {
        assert_eq!(broken("办结率99%", wrap(8)), ["办结率", "99%"]);
        assert_eq!(broken("投入1.99亿元", wrap(6)), ["投入", "1.99亿", "元"]);
        assert_eq!(broken("面积共120㎡", wrap(9)), ["面积共", "120㎡"]);
        assert_eq!(broken("“12·4”日", wrap(6)), ["“12·4”", "日"]);
    }

    #[test]
    fn latin_words_stay_whole_and_chinese_fills_the_row() {
        assert_eq!(broken("依托ratatui平台建设", wrap(10)), ["依托", "ratatui平", "台建设"]);
        assert_eq!(broken("依托 ratatui 平台", wrap(13)), ["依托 ratatui ", "平台"]);
        assert_eq!(broken("去Xi’an看", wrap(6)), ["去", "Xi’an", "看"]);
        assert_eq!(broken("abcdefghij。", wrap(5)), ["abcde", "fghi", "j。"]);
    }

    #[test]
    fn spaces_hang() {
        assert_eq!(broken("法治   政府", wrap(4)), ["法治   ", "政府"]);
        assert_eq!(wrap(4).rows("法治   政府")[0].columns, 4);
        assert_eq!(broken("法治中 。好", wrap(6)), ["法治", "中 。", "好"]);
        assert_eq!(broken("一二（ 三", wrap(6)), ["一二", "（ 三"]);
        assert_eq!(wrap(4).rows("\u{3000}\u{3000}\u{3000}").len(), 1);
    }

    #[test]
    fn narrow_and_empty_are_guarded() {
        assert_eq!(wrap(0).rows(""), [Row { start: 0, end: 0, columns: 0 }]);
        assert_eq!(broken("法治", wrap(0)), ["法", "治"]);
        assert_eq!(broken("。。", wrap(1)), ["。", "。"]);
        let indented = Wrap { width: 8, indent: 4, ..Wrap::default() };
        assert_eq!(broken("依法行政法", indented), ["依法", "行政法"]);
        assert_eq!(broken("依法", Wrap { indent: 99, width: 4, ..indented }), ["依", "法"]);
    }

    proptest! {
        #[test]
        fn rows_part_the_paragraph_at_clusters(
            text in samples::paragraph(60), width in 1..=200_usize, indent in 0..6_usize, wide: bool,
        ) {
            let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
            let wrap = Wrap { width, indent, ambiguous };
            let rows = wrap.rows(&text);
            let starts: Vec<usize> = clusters(&text).map(|(at, _)| at).collect();
            prop_assert_eq!(rows[0].start, 0);
            prop_assert_eq!(rows[rows.len() - 1].end, text.len());
            prop_assert!(rows.windows(2).all(|pair| pair[0].end == pair[1].start));
            for (index, row) in rows.iter().enumerate() {
                let shown = &text[row.start..row.end];
                let solid = without_spaces(shown);
                let used = columns(solid, ambiguous);
                let room = if index == 0 { width - wrap.lead() } else { width };
                prop_assert!(row.start < row.end || text.is_empty());
                prop_assert!(index == 0 || starts.contains(&row.start));
                prop_assert!(used <= room || clusters(solid).count() == 1, "{:?}", shown);
                prop_assert_eq!(row.columns, used.max(columns(shown, ambiguous).min(room)));
            }
        }

        #[test]
        fn no_row_has_a_mark_at_the_wrong_edge(
            text in samples::paragraph(120), width in 20..=200_usize, wide: bool,
        ) {
            let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
            prop_assume!(widest_run(&text, ambiguous) <= width - 4);
            let wrap = Wrap { width, indent: 4, ambiguous };
            let rows = wrap.rows(&text);
            for (index, row) in rows.iter().enumerate() {
                let shown = &text[row.start..row.end];
                let first = shown.chars().next().unwrap_or('法');
                let last = clusters(shown.trim_end()).last().map_or('法', |(_, c)| c.chars().next().unwrap());
                let edge = class_of(first) == Class::Space || forbidden_at_row_start(first);
                prop_assert!(index == 0 || !edge, "{:?}", shown);
                prop_assert!(index + 1 == rows.len() || !forbidden_at_row_end(last), "{:?}", shown);
            }
        }
    }
}
