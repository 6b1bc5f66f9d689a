//! 余, 多, 近, 约 where they do not fit, and other odd ways to be inexact.

use std::ops::Range;

use super::counts::{Sentence, sentences};
use crate::check::prose::{Number, figures, is_figure};
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::numeral::parse_chinese;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for sentence in sentences(view) {
        for number in sentence.numbers {
            if let Some(hit) =
                twice(view, &sentence, number).or_else(|| round(view, &sentence, number))
            {
                sink.add(hit);
            }
        }
    }
    if view.line.part == Part::Text {
        listed(view, sink);
        mixed(view, sink);
    }
}

/// 近300余人: one word is enough.
fn twice(view: &View, sentence: &Sentence, number: &Number) -> Option<Hit> {
    let [first, .., last] = &number.inexact[..] else { return None };
    let stands = first.start..number.range.end;
    let (one, other) = (sentence.part(first), sentence.part(last));
    let fixed = format!(
        "{}{}",
        sentence.part(&(stands.start..last.start)),
        sentence.part(&(last.end..stands.end))
    );
    let message = format!("“{one}”和“{other}”都表示约数，应只用一个，请改为“{fixed}”。");
    Some(Hit::new("twice", view.index, stands, message).fix(fixed))
}

/// 16余次: 余 stands behind round numbers only.
fn round(view: &View, sentence: &Sentence, number: &Number) -> Option<Hit> {
    let over = number.inexact.iter().find(|own| own.start == number.digits.end)?;
    let value = number.value.at(0).filter(|own| own % 10 != 0)?;
    if over.end != number.unit.start {
        return None;
    }
    let word = sentence.part(over);
    let stands = number.digits.start..number.unit.end;
    let message = format!(
        "“{}”：{value}不是整十、整百的数，后面不应加“{word}”。请写准确的数，或者写成整数加“{word}”。",
        sentence.part(&stands)
    );
    Some(Hit::new("round", view.index, stands, message))
}

/// 三、五次: two neighbouring numerals are written without a mark.
fn listed(view: &View, sink: &mut Sink) {
    let text = view.text();
    for (at, mark) in text.match_indices('、') {
        let end = at + mark.len();
        let (before, behind) = (&text[..at], &text[end..]);
        let Some(first) = before.chars().next_back() else { continue };
        let Some(second) = behind.chars().next() else { continue };
        let value =
            |c: char| if c == '两' { Some(2) } else { parse_chinese(c.encode_utf8(&mut [0; 4])) };
        let (Some(one), Some(two)) = (value(first), value(second)) else { continue };
        let start = at - first.len_utf8();
        let rest = &behind[second.len_utf8()..];
        let units = &view.tables.arithmetic.loose_listed;
        let Some(unit) = units.iter().find(|own| rest.starts_with(own.as_str())) else { continue };
        let alone = !text[..start].ends_with(|c: char| is_part_of_more(c) || value(c).is_some());
        let near = one < two && two - one <= 2 && two < 10;
        let stands = start..end + second.len_utf8() + unit.len();
        if !alone || !near || is_hidden(view, &stands) {
            continue;
        }
        let fixed = format!("{first}{second}{unit}");
        let message = format!(
            "“{}”是约数，相邻的两个数字之间不应用顿号，请改为“{fixed}”。",
            &text[stands.clone()]
        );
        sink.add(Hit::new("listed", view.index, stands, message).fix(fixed));
    }
}

/// 3千5百: figures with 千 and 百 within.
fn mixed(view: &View, sink: &mut Sink) {
    let text = view.text();
    let mut from = 0;
    while let Some(at) = text[from..].find(['千', '百']).map(|at| from + at) {
        let scale = text[at..].chars().next().map_or(1, char::len_utf8);
        from = at + scale;
        let start = text[..at].trim_end_matches(is_figure).len();
        let len = figures(&text[from..]);
        if start == at || len == 0 {
            continue;
        }
        let tail = text[from + len..].chars().next().filter(|c| "千百十万".contains(*c));
        let stands = start..from + len + tail.map_or(0, char::len_utf8);
        from = stands.end;
        if !is_hidden(view, &stands) {
            let written = &text[stands.clone()];
            let message = format!(
                "“{written}”把阿拉伯数字和“千”“百”混着写了。应全部写成阿拉伯数字，请改写（例如3500）。"
            );
            sink.add(Hit::new("mixed", view.index, stands, message));
        }
    }
}

fn is_part_of_more(c: char) -> bool {
    "第十百千之".contains(c) || is_figure(c)
}

/// Whether it stands in a title or in quotation marks.
fn is_hidden(view: &View, range: &Range<usize>) -> bool {
    let spans = view.prose.spans.iter().filter(|own| !own.is_bracket());
    spans.into_iter().any(|own| own.range.start < range.end && range.start < own.range.end)
}
