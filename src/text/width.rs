//! How many cells a text takes: the only place that measures.
//!
//! Nothing is wrapped or drawn here. Terminals quarrel about emoji sequences (❤️ is one cell in
//! tmux and two by Unicode, a ZWJ family two or eight), so those clusters are drawn as a stand-in
//! whose width nobody doubts: see [`shown`]. That is why the drawn width is always the measured one.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::cluster::is_plain;
pub use super::cluster::{
    Clusters, boundary_at_or_before, clusters, is_boundary, next_boundary, previous_boundary,
};
use super::punctuation::is_han;

/// What is drawn for a cluster on whose width terminals do not agree: the geta mark, two cells in
/// every terminal and part of every Chinese font (GB 2312, row 1).
pub const STAND_IN: &str = "〓";

/// The caret notation of the control characters U+0000–U+001F, two bytes and two cells each.
const CARETS: &str = "^@^A^B^C^D^E^F^G^H^I^J^K^L^M^N^O^P^Q^R^S^T^U^V^W^X^Y^Z^[^\\^]^^^_";

/// How the terminal draws characters of ambiguous width (“ ” ‘ ’ … — · ①): UAX #11, class A.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell, as most terminals do.
    #[default]
    Narrow,
    /// Two cells, as terminals set up for Chinese may do.
    Wide,
}

/// What stands on the screen for a cluster.
enum Sign {
    /// The cluster itself, as wide as its first character.
    Whole,
    /// Its first character alone: a variation selector behind it changes no width but is not
    /// understood everywhere.
    First(usize),
    /// Something else, two cells wide.
    Instead(&'static str),
}

/// The cells of a whole text, drawn cluster by cluster.
pub fn columns(text: &str, ambiguous: Ambiguous) -> usize {
    clusters(text).map(|(_, cluster)| cluster_columns(cluster, ambiguous)).sum()
}

/// The cells of one cluster as it is drawn (by [`shown`]): never 0, except for the empty string.
#[inline]
pub fn cluster_columns(cluster: &str, ambiguous: Ambiguous) -> usize {
    let Some(first) = cluster.chars().next() else {
        return 0;
    };
    if cluster.len() == first.len_utf8() && is_plain(first) {
        char_columns(first, ambiguous)
    } else {
        odd_columns(cluster, first, ambiguous)
    }
}

/// What must be drawn for a cluster so that it takes exactly [`cluster_columns`] cells.
///
/// Ordinary characters, with or without combining marks, are themselves. Control characters are
/// shown in caret notation (`^I`), and what is invisible or of doubtful width (ZWJ sequences, VS16
/// emoji, flags, lone combining marks, zero-width characters) as [`STAND_IN`].
pub fn shown(cluster: &str) -> &str {
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else {
        return cluster;
    };
    if is_plain(first) && chars.next().is_none() {
        return cluster;
    }
    match sign(cluster, first) {
        Sign::Whole => cluster,
        Sign::First(bytes) => &cluster[..bytes],
        Sign::Instead(sign) => sign,
    }
}

/// A whole text as it is drawn: every cluster replaced by what [`shown`] gives.
pub fn drawable(text: &str) -> Cow<'_, str> {
    if clusters(text).all(|(_, cluster)| shown(cluster) == cluster) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(clusters(text).map(|(_, cluster)| shown(cluster)).collect())
    }
}

/// Whether a character leaves no trace on the screen, so that it is neither counted nor trusted:
/// controls, zero-width characters, soft hyphen, direction marks, separators of lines.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
        )
}

/// The longest beginning of whole clusters that takes at most `max_columns` cells.
pub fn cut(text: &str, max_columns: usize, ambiguous: Ambiguous) -> &str {
    let mut used = 0;
    for (at, cluster) in clusters(text) {
        used += cluster_columns(cluster, ambiguous);
        if used > max_columns {
            return &text[..at];
        }
    }
    text
}

/// The byte from which on the end of a text takes at most `max_columns` cells, in whole clusters.
pub fn start_of_end(text: &str, max_columns: usize, ambiguous: Ambiguous) -> usize {
    let (mut start, mut used) = (text.len(), 0);
    while start > 0 {
        let before = previous_boundary(text, start);
        used += cluster_columns(&text[before..start], ambiguous);
        if used > max_columns {
            break;
        }
        start = before;
    }
    start
}

/// The text in at most `max_columns` cells, ready to be drawn: whole if it fits, else cut short
/// with `…` (narrow) or `..` (wide, where … is two cells and looks like a mark of the text).
pub fn elide(text: &str, max_columns: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    if columns(text, ambiguous) <= max_columns {
        return drawable(text);
    }
    let mark = cut(ellipsis(ambiguous), max_columns, ambiguous);
    let room = max_columns - columns(mark, ambiguous);
    Cow::Owned(drawable(cut(text, room, ambiguous)).into_owned() + mark)
}

/// What stands for text that is left out: `…`, or where that looks like a mark of the text `..`.
pub fn ellipsis(ambiguous: Ambiguous) -> &'static str {
    match ambiguous {
        Ambiguous::Narrow => "…",
        Ambiguous::Wide => "..",
    }
}

/// The text in exactly `columns` cells, ready to be drawn: elided, or filled up with spaces.
pub fn pad(text: &str, columns: usize, ambiguous: Ambiguous) -> String {
    let mut padded = elide(text, columns, ambiguous).into_owned();
    let used = self::columns(&padded, ambiguous);
    padded.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
    padded
}

/// The cells of one visible character.
#[inline]
fn char_columns(c: char, ambiguous: Ambiguous) -> usize {
    match (c, ambiguous) {
        (' '..='~', _) => 1,
        ('\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}', _) => 2,
        (_, Ambiguous::Narrow) => c.width().unwrap_or(0),
        (_, Ambiguous::Wide) => c.width_cjk().unwrap_or(0),
    }
}

/// The cells of a cluster that is not one plain character. `first` is its first character.
fn odd_columns(cluster: &str, first: char, ambiguous: Ambiguous) -> usize {
    match sign(cluster, first) {
        Sign::Whole | Sign::First(_) => char_columns(first, ambiguous),
        Sign::Instead(_) => 2,
    }
}

/// How a cluster that is not one plain character is drawn. `first` is its first character.
fn sign(cluster: &str, first: char) -> Sign {
    if let Some(caret) = caret(first) {
        return Sign::Instead(caret);
    }
    let bytes = first.len_utf8();
    let rest = &cluster[bytes..];
    if is_han(first) && rest.chars().all(is_variation_selector) {
        return if rest.is_empty() { Sign::Whole } else { Sign::First(bytes) };
    }
    let own = first.width().unwrap_or(0);
    let odd = own == 0
        || is_invisible(first)
        || matches!(first, '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}')
        || rest.chars().any(is_doubtful)
        || cluster.width() != own;
    if odd { Sign::Instead(STAND_IN) } else { Sign::Whole }
}

/// The caret notation of an ASCII control character.
fn caret(c: char) -> Option<&'static str> {
    match c {
        '\0'..='\u{1f}' => {
            let at = 2 * (c as usize);
            CARETS.get(at..at + 2)
        }
        '\u{7f}' => Some("^?"),
        _ => None,
    }
}

/// Followers inside a cluster that terminals measure in different ways.
fn is_doubtful(c: char) -> bool {
    is_variation_selector(c)
        || is_invisible(c)
        || matches!(c, '\u{338}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
        || c.width() != Some(0)
}

/// Selectors of a variant form of the character before.
fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;
    use Ambiguous::{Narrow, Wide};

    const FAMILY: &str = "👨\u{200d}👩\u{200d}👧";

    #[test]
    fn every_sort_of_cluster_has_its_columns() {
        let cases = [
            ("法", 2, 2),
            ("𠮷", 2, 2),
            ("a", 1, 1),
            ("“", 1, 2),
            ("…", 1, 2),
            ("—", 1, 2),
            ("·", 1, 2),
            ("①", 1, 2),
            ("Ⅳ", 1, 2),
            ("㎡", 2, 2),
            ("％", 2, 2),
            ("〔", 2, 2),
            ("〇", 2, 2),
            ("\u{3000}", 2, 2),
            ("e\u{301}", 1, 1),
            ("葛\u{e0100}", 2, 2),
            ("☑", 1, 1),
            ("😀", 2, 2),
            (FAMILY, 2, 2),
            ("🇨🇳", 2, 2),
            ("❤\u{fe0f}", 2, 2),
            ("\t", 2, 2),
            ("\u{200b}", 2, 2),
            ("\u{301}", 2, 2),
            ("\u{9f}", 2, 2),
            ("", 0, 0),
        ];
        for (cluster, narrow, wide) in cases {
            assert_eq!(cluster_columns(cluster, Narrow), narrow, "{cluster:?}");
            assert_eq!(cluster_columns(cluster, Wide), wide, "{cluster:?}");
        }
        assert_eq!(columns("“法治a”", Narrow), 7);
        assert_eq!(columns("“法治a”", Wide), 9);
    }

    #[test]
    fn odd_clusters_are_drawn_as_a_stand_in() {
        for cluster in
            [FAMILY, "🇨🇳", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "\u{202e}", "\u{301}", "👍🏻", "🇨"]
        {
            assert_eq!(shown(cluster), STAND_IN, "{cluster:?}");
        }
        assert_eq!(shown("\u{1b}"), "^[");
        assert_eq!(shown("\u{1f}"), "^_");
        assert_eq!(shown("\t"), "^I");
        assert_eq!(shown("葛\u{e0100}"), "葛");
        assert_eq!(shown("e\u{301}"), "e\u{301}");
        assert_eq!(drawable("法治"), Cow::Borrowed("法治"));
        assert_eq!(drawable("法\u{200b}治"), "法〓治");
    }

    #[test]
    fn cut_elide_and_pad_keep_to_their_columns() {
        assert_eq!(cut("法治政府", 5, Narrow), "法治");
        assert_eq!(cut("法治政府", 0, Narrow), "");
        assert_eq!(start_of_end("法治政府", 5, Narrow), 6);
        assert_eq!(start_of_end("法治政府", 0, Narrow), 12);
        assert_eq!(start_of_end("“法治", 6, Wide), 0);
        assert_eq!(elide("法治政府", 8, Narrow), "法治政府");
        assert_eq!(elide("法治政府", 7, Narrow), "法治政…");
        assert_eq!(elide("法治政府", 7, Wide), "法治..");
        assert_eq!(elide("法治", 1, Wide), ".");
        assert_eq!(elide("法治", 0, Narrow), "");
        assert_eq!(pad("法治", 6, Narrow), "法治  ");
        assert_eq!(pad("法治政府", 6, Narrow), "法治… ");
        assert_eq!(pad("", 2, Wide), "  ");
    }

    proptest! {
        #[test]
        fn what_is_drawn_is_as_wide_as_measured(text in samples::paragraph(40), max in 0..90_usize) {
            for (_, cluster) in clusters(&text) {
                let sign = shown(cluster);
                prop_assert_eq!(sign.width(), cluster_columns(cluster, Narrow), "{:?}", cluster);
                prop_assert_eq!(sign.width_cjk(), cluster_columns(cluster, Wide), "{:?}", cluster);
                prop_assert!(sign.width() > 0);
            }
            for ambiguous in [Narrow, Wide] {
                prop_assert!(columns(cut(&text, max, ambiguous), ambiguous) <= max);
                let end = &text[start_of_end(&text, max, ambiguous)..];
                prop_assert!(columns(end, ambiguous) <= max);
                prop_assert!(columns(&elide(&text, max, ambiguous), ambiguous) <= max);
                prop_assert_eq!(columns(&pad(&text, max, ambiguous), ambiguous), max);
            }
        }

        #[test]
        fn any_character_is_drawn_as_wide_as_measured(c: char, mark: char) {
            let text = format!("{c}{mark}");
            for (_, cluster) in clusters(&text) {
                let sign = shown(cluster);
                prop_assert_eq!(sign.width(), cluster_columns(cluster, Narrow), "{:?}", cluster);
                prop_assert_eq!(sign.width_cjk(), cluster_columns(cluster, Wide), "{:?}", cluster);
            }
        }
    }
}
