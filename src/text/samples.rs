//! Random texts for the property tests of this room: every sort of sign that a report, a paste or a
//! bad file may bring, in any order. Not for use outside tests; the sentences are nobody's.

use proptest::prelude::*;
use proptest::sample::select;

/// The pieces that texts are made of; weighted towards Chinese by repetition.
const PIECES: &[&str] = &[
    "法",
    "治",
    "政府",
    "依法行政",
    "规范性文件",
    "镕𠮷",
    "，",
    "。",
    "、",
    "；",
    "：",
    "！",
    "？",
    "（",
    "）",
    "《",
    "》",
    "〔2022〕15号",
    "“",
    "”",
    "‘",
    "’",
    "——",
    "……",
    "—",
    "·",
    "～",
    "／",
    "％",
    "℃",
    "99%",
    "1.99亿元",
    "12·4",
    "120㎡",
    "2021—2025年",
    "￥300",
    "ratatui",
    "Xi’an",
    "https://www.example.cn/a/b?c=1",
    "GB/T 9704",
    "(a)",
    "\"x\"",
    "'",
    " ",
    "  ",
    "\u{3000}",
    "\t",
    "\u{a0}",
    "①",
    "Ⅳ",
    "e\u{301}",
    "\u{301}",
    "👨\u{200d}👩\u{200d}👧",
    "🇨🇳",
    "❤\u{fe0f}",
    "1\u{fe0f}\u{20e3}",
    "葛\u{e0100}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{ad}",
    "\u{1b}",
    "\u{9f}",
    "각",
    "か\u{3099}",
    "क\u{94d}ष",
    "[",
    "]",
    "[bookmark: _GoBack]",
    "bookmark:",
    "\u{fffd}",
    "\u{fffc}",
];

/// A paragraph of up to `pieces` pieces, without line ends.
pub(crate) fn paragraph(pieces: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..=pieces).prop_map(|pieces| pieces.concat())
}

/// A text of up to six paragraphs, possibly none.
pub(crate) fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(paragraph(40), 0..=6)
}

/// A text as it may come from outside, with line ends of every kind.
pub(crate) fn raw() -> impl Strategy<Value = String> {
    let ends = select(&["\n", "\r\n", "\r", "\u{2028}", "\u{b}", "\u{85}", ""][..]);
    prop::collection::vec((paragraph(12), ends), 0..=6)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}
