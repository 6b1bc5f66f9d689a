//! Numbers of headings that are skipped, repeated or of another level.
//!
//! Each number is compared with that before it under the same parent. Of a gap
//! only its first number is told. A number is mended only where all that follow
//! it fit then; elsewhere the writer must say what is missing.

use super::chain::{Chains, Kind, Wrong};
use super::label::Label;
use super::steps::{Place, steps};
use crate::check::rule::Whole;
use crate::check::script::{Division, Part};
use crate::check::sink::{Hit, Sink};
use crate::report::Level;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let divisions = &whole.script.divisions;
    let parts: Vec<&Division> =
        divisions.iter().filter(|own| own.level == Some(Level::Part)).collect();
    siblings(whole, &parts, sink);
    for (index, part) in divisions.iter().enumerate() {
        if part.level != Some(Level::Part) {
            continue;
        }
        let inner = divisions.iter().skip(index + 1);
        let items: Vec<&Division> = inner.take_while(|own| own.part == Some(index)).collect();
        siblings(whole, &items, sink);
        nested(whole, part, &items, sink);
        points(whole, part, &items, sink);
    }
    points_of(whole, divisions.iter().filter(|own| own.part.is_none()), sink);
}

/// The headings under one parent.
fn siblings(whole: &Whole, divisions: &[&Division], sink: &mut Sink) {
    let labelled: Vec<(&Division, Label)> = divisions
        .iter()
        .filter_map(|own| Label::read(&own.label).map(|label| (*own, label)))
        .collect();
    let (mut last, mut count) = (0, 0);
    for (index, (division, label)) in labelled.iter().enumerate() {
        count += 1;
        if label.value != last + 1 && label.value != count {
            let next = labelled.get(index + 1).map(|(_, next)| next.value);
            let expected = if label.value == last { count } else { last + 1 };
            let mends = next.is_none_or(|next| next == expected + 1);
            if let Some(hit) = misnumbered(whole, division, *label, last, expected, mends) {
                sink.add(hit);
            }
        }
        last = label.value;
    }
}

fn misnumbered(
    whole: &Whole,
    division: &Division,
    label: Label,
    last: u32,
    expected: u32,
    mends: bool,
) -> Option<Hit> {
    let number = whole.lines_of(division).find(|view| view.line.part == Part::Number)?;
    let right = Label { value: expected, ..label }.right();
    let before = Label { value: last, ..label }.right();
    let stands = number.text();
    let why = if label.value == last {
        format!("序号{stands}重复了")
    } else if last == 0 {
        format!("序号应当从{right}起，这里是{stands}")
    } else {
        format!("前一个序号是{before}，这里是{stands}")
    };
    let range = 0..stands.len();
    Some(if mends {
        let message = format!("{why}，请改为{right}");
        Hit::new("order", number.index, range, message).fix(right)
    } else {
        let message = format!("{why}，应当是{right}；请核对是否漏了一节，后面的序号也要跟着改");
        Hit::new("order", number.index, range, message)
    })
}

/// A first level 一、 that is followed at once by a nested 一、.
fn nested(whole: &Whole, part: &Division, items: &[&Division], sink: &mut Sink) {
    let own = Label::read(&part.label).filter(|own| !own.bracketed);
    let Some(first) = items.first().filter(|_| own.is_some()) else { return };
    let inner = Label::read(&first.label).filter(|label| !label.bracketed);
    let number = whole.lines_of(first).find(|view| view.line.part == Part::Number);
    if let (Some(label), Some(number)) = (inner, number) {
        let right = Label { bracketed: true, ..label }.right();
        let message = format!("一级标题下面又用了{}，第二级通常用{right}，请核对", number.text());
        sink.add(Hit::new("level", number.index, 0..number.text().len(), message));
    }
}

/// The numbers 1. and （1） in the texts of a part.
fn points(whole: &Whole, part: &Division, items: &[&Division], sink: &mut Sink) {
    points_of(whole, std::iter::once(part).chain(items.iter().copied()), sink);
}

fn points_of<'a>(whole: &Whole, divisions: impl Iterator<Item = &'a Division>, sink: &mut Sink) {
    let texts: Vec<_> = divisions.map(|own| steps(whole, own)).collect();
    // They may run on over the items of a part, if they do so in every one.
    let mut last = 0;
    let mut runs_on = true;
    for found in &texts {
        let mut chains = Chains::after(0);
        for step in found {
            chains.take(step);
        }
        let first = found.iter().find(|step| step.kind == Kind::Point);
        if let Some(first) = first {
            runs_on &= first.value == last + 1;
            last = chains.finish().1;
        }
    }
    let mut before = 0;
    for found in &texts {
        let mut chains = Chains::after(if runs_on { before } else { 0 });
        for step in found {
            chains.take(step);
        }
        let (wrong, last) = chains.finish();
        before = if last > 0 { last } else { before };
        for wrong in wrong {
            let Wrong::Gap { place, expected, repeated } = wrong else { continue };
            let step = found.iter().find(|step| step.place == place);
            if let Some(kind) = step.map(|step| step.kind).filter(|kind| *kind != Kind::Word) {
                sink.add(misplaced(whole, &place, kind, expected, repeated));
            }
        }
    }
}

fn misplaced(whole: &Whole, place: &Place, kind: Kind, expected: u32, repeated: bool) -> Hit {
    let text = whole.view(place.line).and_then(|view| view.text().get(place.range.clone()));
    let stands = text.unwrap_or_default();
    let right =
        if kind == Kind::Bracket { format!("（{expected}）") } else { format!("{expected}.") };
    let message = if repeated {
        format!("序号{stands}重复了，这里应当是{right}，请核对")
    } else {
        format!("序号{stands}前面没有{right}，请核对序号或者补上漏掉的一项")
    };
    Hit::new("order", place.line, place.range.clone(), message)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{found_by, report, script};
    use crate::report::{Level, Report, Section, SectionId};

    fn items(labels: &[&str], points: &[&[&str]]) -> Report {
        let mut own = report(2025, "云溪镇");
        own.sections.remove(1);
        for (index, label) in labels.iter().enumerate() {
            let id = SectionId(10 + u32::try_from(index).unwrap());
            let mut section = Section::new(id, Level::Item, "修好渡口");
            section.written.label = Some((*label).to_owned());
            let points = points.get(index).copied().unwrap_or_default();
            section.body = points.iter().map(|own| format!("{own}渡口值守到位。")).collect();
            own.sections.insert(1 + index, section);
        }
        own
    }

    fn told(report: &Report) -> Vec<(String, Option<String>)> {
        let found = found_by("heading-number", &script(report, false));
        found.into_iter().map(|own| (own.spot.excerpt, own.fix)).collect()
    }

    #[test]
    fn only_the_first_number_behind_a_gap_is_told() {
        let four = |fix: Option<&str>| [("（四）".to_owned(), fix.map(str::to_owned))];
        assert_eq!(told(&items(&["（一）", "（二）", "（四）"], &[])), four(Some("（三）")));
        assert_eq!(told(&items(&["（一）", "（二）", "（四）", "（五）"], &[])), four(None));
        let twice = told(&items(&["（一）", "（一）", "（三）"], &[]));
        assert_eq!(twice, [("（一）".to_owned(), Some("（二）".to_owned()))]);
        assert_eq!(told(&items(&["（一）", "", "（二）"], &[])), []);
    }

    #[test]
    fn numbers_of_the_third_level_run_on_if_every_item_goes_on() {
        let labels = ["（一）", "（二）", "（三）"];
        let runs_on: [&[&str]; 3] = [&["1.", "2."], &["3."], &["4.", "5."]];
        assert_eq!(told(&items(&labels, &runs_on)), []);
        let again: [&[&str]; 3] = [&["1.", "2."], &["1."], &["1.", "2."]];
        assert_eq!(told(&items(&labels, &again)), []);
        let mixed: [&[&str]; 3] = [&["1.", "2."], &["1."], &["3.", "4."]];
        assert_eq!(told(&items(&labels, &mixed)), [("3.".to_owned(), None)]);
    }
}
