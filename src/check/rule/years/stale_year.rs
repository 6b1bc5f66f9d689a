//! Years that are not that of the report.
//!
//! In title and headings any other year is wrong. A text may tell of other
//! years, so there only the year before is looked at, where nothing says that
//! it is meant, and later years in what has been done.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::template::Head;

/// Zeros of years in Chinese numerals, and the numerals themselves.
const NUMERALS: [(char, u32); 13] = [
    ('〇', 0),
    ('○', 0),
    ('零', 0),
    ('一', 1),
    ('二', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
    ('０', 0),
];
/// Marks and words that join two years to a span or a list.
const JOINTS: [char; 10] = ['—', '-', '－', '–', '~', '～', '至', '到', '、', '和'];
/// What a list of joined years can begin with.
const CENTURY: [&str; 2] = ["20", "二"];

/// How long what follows a year is where it is a date: 12月30日起.
const LONGEST_DATE: usize = 8;

/// A year as it stands in a text, from its first figure to 年.
struct Year {
    value: i32,
    range: Range<usize>,
}

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if view.facts.year == 0 || !view.text().contains('年') {
        return;
    }
    let check = match view.line.part {
        Part::Title | Part::Heading => heading,
        Part::Text => text,
        _ => return,
    };
    for year in years(view.text()).filter(|year| is_free(view.text(), &year.range)) {
        if let Some(hit) = check(view, &year) {
            sink.add(hit);
        }
    }
}

/// The years of a text.
fn years(text: &str) -> impl Iterator<Item = Year> {
    text.match_indices('年').filter_map(|(end, mark)| {
        let figures = around::last_chars(&text[..end], 4);
        let start = end - figures.len();
        let alone = !text[..start].ends_with(|sign| digit(sign).is_some());
        let value = figures.chars().try_fold(0, |value, sign| Some(value * 10 + digit(sign)?))?;
        let value = i32::try_from(value).ok()?;
        (alone && (2000..2100).contains(&value))
            .then(|| Year { value, range: start..end + mark.len() })
    })
}

fn digit(sign: char) -> Option<u32> {
    let chinese = || NUMERALS.iter().find(|(own, _)| *own == sign).map(|(_, value)| *value);
    sign.to_digit(10).or_else(chinese)
}

/// Whether a year stands by itself: not in a title or a document number, not in a span of
/// years or a list of them, and does not number a meeting.
fn is_free(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let follows = |rest: &str| CENTURY.iter().any(|own| rest.starts_with(own));
    let joined_behind =
        after.strip_prefix(JOINTS).is_some_and(|rest| follows(rest.trim_start_matches(JOINTS)));
    let earlier = before.trim_end_matches(JOINTS);
    let joined_before = earlier.len() < before.len()
        && (earlier.ends_with('年') || earlier.ends_with(|sign: char| sign.is_ascii_digit()));
    !joined_behind
        && !joined_before
        && !after.starts_with('第')
        && !around::inside(text, range.start, &['《', '〈', '〔', '“'])
}

fn heading(view: &View, year: &Year) -> Option<Hit> {
    let own = view.facts.year;
    let planned = view.line.part == Part::Heading && view.head == Some(Head::Plan);
    // A heading without a known content may well look ahead.
    let ahead = planned || view.line.part == Part::Heading && view.head.is_none();
    if year.value == own || ahead && year.value == own + 1 {
        return None;
    }
    let right = if planned { own + 1 } else { own };
    let place = if view.line.part == Part::Title { "文件标题" } else { "标题" };
    let year_word = if planned { "下一年的安排写" } else { "报告年度是" };
    let stands = &view.text()[year.range.clone()];
    let message = format!("{place}里写的是“{stands}”，{year_word}{right}年，请改为“{right}年”。");
    Some(Hit::new("heading", view.index, year.range.clone(), message).fix(format!("{right}年")))
}

fn text(view: &View, year: &Year) -> Option<Hit> {
    let (own, words) = (view.facts.year, &view.tables.words.times);
    let text = view.text();
    let (before, after) = (&text[..year.range.start], &text[year.range.end..]);
    let clause = &text[told(text, &year.range)];
    let sentence = &text[around::sentence(text, &year.range)];
    let first = before.is_empty() || before.ends_with(['。', '！', '？', '；']);
    let stale = if year.value < own {
        // 2024年以来 at the head of a sentence is the lead of last year's report.
        let rest = after.strip_prefix("以来").filter(|_| first);
        let since = rest.is_some_and(|rest| {
            !around::holds(&rest[around::sentence(rest, &(0..0))], &words.near)
        });
        year.value >= own - words.reach
            && !around::ends_with(before, &words.before)
            && !around::starts_with(after, &words.after)
            // Beside the year of the report it is a comparison.
            && !sentence.contains(&format!("{own}年"))
            && (since || !around::holds(clause, &words.near))
    } else {
        let leads = first && after.starts_with(['，', '以', '度']);
        let late = year.value > own + 1 || year.value == own + 1 && leads;
        late && view.head != Some(Head::Plan)
            && !around::ends_with(before, &words.before)
            && !around::holds(clause, &words.ahead)
            && !around::holds(sentence, &words.intended)
    };
    stale.then(|| {
        let range = year.range.start
            ..year.range.end + after.strip_prefix('度').map_or(0, |rest| after.len() - rest.len());
        let stands = &text[range.clone()];
        let message = format!("这里写的是“{stands}”，报告年度是{own}年，请核对是不是忘了改。");
        Hit::new("text", view.index, range, message)
    })
}

/// The clause of a year; where that is a mere date, with the one behind it.
fn told(text: &str, range: &Range<usize>) -> Range<usize> {
    let own = around::clause(text, range);
    let date = text[range.end..own.end].chars().count() <= LONGEST_DATE;
    let mark = text[own.end..].chars().next().filter(|mark| date && *mark == '，');
    let behind = own.end + mark.map_or(0, char::len_utf8);
    own.start..around::clause(text, &(own.start..behind)).end
}
