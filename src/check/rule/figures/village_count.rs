//! Two totals of villages and communities.

use std::ops::Range;

use crate::check::prose::{Number, Period};
use crate::check::rule::{View, Whole};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Villages;
use crate::check::words;
use crate::report::Amount;
use crate::report::template::Head;

/// A number that is told to be that of all.
struct Total {
    line: usize,
    range: Range<usize>,
    /// What is counted, by its place in the table.
    kind: usize,
    value: Amount,
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let table = &whole.tables.villages;
    let views = whole.lines().filter(|view| {
        view.head != Some(Head::Plan) && matches!(view.line.part, Part::Text | Part::Heading)
    });
    let totals: Vec<Total> = views.flat_map(|view| totals(&view, table)).collect();
    for (index, total) in totals.iter().enumerate() {
        let before = totals[..index].iter().find(|own| own.kind == total.kind);
        let Some(first) = before.filter(|own| own.value.compare(&total.value).is_ne()) else {
            continue;
        };
        let name = table.kinds.get(total.kind).and_then(|names| names.first());
        let message = format!(
            "前面写全部{}是{}个，这里写{}个，两处不一样。请核对，改为同一个数。",
            name.map_or("", String::as_str),
            first.value.written(),
            total.value.written()
        );
        let hit = Hit::new("two", total.line, total.range.clone(), message);
        sink.add(hit.also(first.line, first.range.clone()));
    }
}

/// The totals that a line tells; N villages and M communities together are one more.
fn totals(view: &View, table: &Villages) -> Vec<Total> {
    let text = view.text();
    let mut totals: Vec<Total> = Vec::new();
    let mut end_of_last = None;
    for number in &view.prose.numbers {
        let counted = counted(text, number, table);
        let Some((kind, range)) = counted.filter(|_| is_exact(number)) else { continue };
        // 辖18个村、5个社区: the second belongs to the list that the first begins.
        let listed = end_of_last.is_some_and(|end| text.get(end..range.start) == Some("、"));
        if !listed && !is_whole(&text[..range.start], table) {
            continue;
        }
        end_of_last = Some(range.end);
        totals.push(Total { line: view.index, range, kind, value: number.value.clone() });
        if listed {
            totals.extend(together(&totals));
        }
    }
    totals
}

/// The last two as one total, where these are villages and communities.
fn together(totals: &[Total]) -> Option<Total> {
    let [.., villages, communities] = totals else { return None };
    let value = Amount::sum(&[&villages.value, &communities.value])?;
    let range = villages.range.start..communities.range.end;
    (villages.kind == 1 && communities.kind == 2).then_some(Total {
        range,
        kind: 0,
        value,
        ..*communities
    })
}

fn is_exact(number: &Number) -> bool {
    number.modifier.is_none() && number.period == Period::Year && !number.percent
}

/// What of the table a number counts, and the stretch from the number to its end.
fn counted(text: &str, number: &Number, table: &Villages) -> Option<(usize, Range<usize>)> {
    let behind = text.get(number.unit.end..)?;
    let kinds = table.kinds.iter().enumerate();
    let named = kinds.filter_map(|(kind, names)| Some((kind, words::start(behind, names)?)));
    let (kind, name) = named.max_by_key(|(_, name)| name.len())?;
    let end = number.unit.end + name.len();
    words::start(behind, &table.others).is_none().then_some((kind, number.digits.start..end))
}

/// Whether what stands before a number makes it one of all.
fn is_whole(before: &str, table: &Villages) -> bool {
    let mut before = before;
    while let Some(rest) = words::before_end(before, &table.between) {
        before = rest;
    }
    words::before_end(before, &table.whole).is_some()
}
