//! What is read of texts: a table of cases, and random texts.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde::Deserialize;

use super::{Every, Modifier, Number, Period, Prose};
use crate::check::Rules;
use crate::text::samples;

static RULES: LazyLock<Rules> = LazyLock::new(Rules::built_in);

/// Texts with the numbers in them, in a report on 2025: `name|value|unit|noun`,
/// then `+共` for a total, `~over` and its like, `@body`, `:other` and its like.
#[derive(Deserialize)]
struct Case(String, Vec<String>);

fn told(text: &str, number: &Number) -> String {
    let part = |range: &std::ops::Range<usize>| &text[range.clone()];
    let Number { name, value, measure, noun, .. } = number;
    let mut told = format!("{}|{}|{measure}|{}", part(name), value.written(), part(noun));
    if !number.total.is_empty() {
        told.push('+');
        told.push_str(part(&number.total));
    }
    let modifier = number.modifier.map(|own| match own {
        Modifier::Over => "~over",
        Modifier::About => "~about",
        Modifier::AtLeast => "~at_least",
        Modifier::AtMost => "~at_most",
    });
    told += modifier.unwrap_or_default();
    if let Some(body) = &number.body {
        told.push('@');
        told.push_str(body);
    }
    told += match number.period {
        Period::Year => "",
        Period::Other => ":other",
        Period::Part => ":part",
        Period::Each(Every::Day) => ":each_day",
        Period::Each(Every::Week) => ":each_week",
        Period::Each(Every::Month) => ":each_month",
        Period::Each(Every::Quarter) => ":each_quarter",
        Period::Each(Every::HalfYear) => ":each_half_year",
        Period::Each(Every::Year) => ":each_year",
    };
    told
}

fn numbers(text: &str) -> Vec<String> {
    let prose = Prose::read(text, &RULES.tables, 2025);
    prose.numbers.iter().map(|own| told(text, own)).collect()
}

#[test]
fn numbers_are_read_with_what_they_count() {
    let cases: Vec<Case> = ron::from_str(include_str!("cases.ron")).unwrap();
    assert!(cases.len() >= 150, "{}", cases.len());
    let wrong = cases.iter().filter_map(|Case(text, expected)| {
        let read = numbers(text);
        (read != *expected)
            .then(|| format!("{text}\n  is      {read:?}\n  expected {expected:?}\n"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

/// What random texts lack, so that there is something to read.
const MORE: [&str; 14] = [
    "共151项",
    "3",
    "２０",
    "6000余份",
    "1.99亿",
    "千",
    "年",
    "12月",
    "每月",
    "三",
    "一次",
    "党委会",
    "第",
    "其中",
];

proptest! {
    #[test]
    fn what_is_read_lies_in_the_line_and_in_order(
        text in prop::collection::vec((samples::paragraph(6), prop::sample::select(&MORE[..])), 0..12)
    ) {
        let text: String = text.into_iter().map(|(text, more)| text + more).collect();
        let prose = Prose::read(&text, &RULES.tables, 2025);
        let lies = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some();
        for own in &prose.numbers {
            let all = [&own.range, &own.digits, &own.unit, &own.name, &own.noun, &own.total];
            prop_assert!(all.into_iter().chain(&own.inexact).all(lies), "{own:?}");
            prop_assert!(own.range.start <= own.digits.start && own.unit.end <= own.range.end);
            prop_assert!(own.name.end <= own.range.start && own.range.end <= own.noun.start);
            let clause = &prose.clauses[own.clause];
            prop_assert!(clause.range.start <= own.digits.start && own.digits.end <= clause.range.end);
            prop_assert_eq!(clause.sentence, own.sentence);
            prop_assert!(own.sentence < prose.sentences.len());
        }
        prop_assert!(prose.numbers.is_sorted_by(|a, b| a.range.end <= b.digits.start));
        prop_assert!(prose.sentences.iter().all(lies));
        prop_assert!(prose.sentences.is_sorted_by(|a, b| a.end <= b.start));
        prop_assert!(prose.clauses.iter().all(|own| lies(&own.range)));
        prop_assert!(prose.clauses.is_sorted_by_key(|own| own.range.start));
        prop_assert!(prose.spans.iter().all(|own| lies(&own.range)));
        prop_assert!(prose.spans.is_sorted_by_key(|own| own.range.start));
    }
}
