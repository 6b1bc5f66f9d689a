//! Marks behind the numbers of headings and behind headings.
//!
//! A heading on a line of its own has no full stop; where most of its level
//! have one, that is told once. A heading that its text follows has one, unless
//! its siblings all end otherwise.

use std::ops::Range;

use super::label::Label;
use crate::check::chars::{Chars, is_digit};
use crate::check::rule::{View, Whole};
use crate::check::script::{Division, Part};
use crate::check::sink::{Hit, Sink};
use crate::report::Level;
use crate::text::numeral::to_half_width;
use crate::text::punctuation::is_han;

/// How much of a heading without an end is shown, in characters.
const SHOWN: usize = 4;

/// How many numbers of one form make a habit.
const HABIT: usize = 4;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    numbers(whole, Part::Number, number, sink);
    numbers(whole, Part::Text, point, sink);
    for level in [Level::Part, Level::Item] {
        let own = whole.script.divisions.iter();
        let own = own.filter(|own| own.level == Some(level) && !own.heading.is_empty());
        // An item without a text of its own is a sentence with a number, and no heading.
        let own = own.filter(|own| level == Level::Part || has_text(whole, own));
        let (alone, run_in): (Vec<_>, Vec<_>) = own.partition(|own| own.own_line);
        stops(whole, &alone, sink);
        missing(whole, &run_in, sink);
    }
}

/// What is said of a number: nothing where it is right.
enum Number {
    Right,
    Wrong(Hit),
}

/// The numbers of one kind. In a file where most of them are written alike it is the way
/// of the whole, and told once; in a draft each is mended where it stands.
fn numbers(whole: &Whole, part: Part, read: fn(&View) -> Option<Number>, sink: &mut Sink) {
    let lines = whole.lines().filter(|view| view.line.part == part);
    let (mut right, mut wrong) = (0, Vec::new());
    for number in lines.filter_map(|view| read(&view)) {
        match number {
            Number::Right => right += 1,
            Number::Wrong(hit) => wrong.push(hit),
        }
    }
    let habit = whole.script.facts.file && wrong.len() >= HABIT && wrong.len() > right;
    if !habit {
        return wrong.into_iter().for_each(|hit| sink.add(hit));
    }
    let count = wrong.len();
    let mut wrong = wrong.into_iter();
    let Some(mut first) = wrong.next() else { return };
    first.message = format!("{}；全文共有{count}处，请统一改", first.message);
    first.fix = None;
    sink.add(wrong.fold(first, |hit, own| hit.also(own.at.line, own.at.range)));
}

/// The number of a heading of the outline.
fn number(view: &View) -> Option<Number> {
    let stands = view.text();
    let label = Label::read(stands)?;
    let right = label.right();
    if stands == right {
        return Some(Number::Right);
    }
    let message = if label.bracketed {
        format!("标题序号写成{stands}，带括号的序号用全角括号，后面不用顿号，请改为{right}")
    } else {
        format!("标题序号写成{stands}，汉字序号后面用顿号，请改为{right}")
    };
    let hit = Hit::new("number", view.index, 0..stands.len(), message);
    Some(Number::Wrong(hit.fix(right)))
}

/// The number of a point at the head of a paragraph: 1. or （1）.
fn point(view: &View) -> Option<Number> {
    let chars = Chars::of(view.text());
    let (number, right) = written(&chars)?;
    let stands = chars.text(number.clone());
    if stands == right {
        return Some(Number::Right);
    }
    let message = if right.starts_with('（') {
        format!("序号写成“{stands}”，应当用全角括号，后面不加标点，请改为{right}")
    } else {
        format!("序号写成“{stands}”，阿拉伯数字后面用圆点，不用顿号，也不空格，请改为{right}")
    };
    let hit = Hit::new("number", view.index, chars.range(number), message);
    Some(Number::Wrong(hit.fix(right)))
}

/// The number that a paragraph begins with, and how it should be written.
fn written(chars: &Chars) -> Option<(Range<usize>, String)> {
    let start = chars.run(0, char::is_whitespace);
    let open = chars.at(start).is_some_and(|c| matches!(c, '（' | '('));
    let digits = start + usize::from(open);
    let end = chars.run(digits, is_digit);
    if !(1..=2).contains(&(end - digits)) {
        return None;
    }
    let number = to_half_width(chars.text(digits..end));
    let bracket = chars.at(end).is_some_and(|c| matches!(c, '）' | ')'));
    let mark = if bracket {
        end + 1 + usize::from(chars.at(end + 1).is_some_and(|c| matches!(c, '、' | '.' | '．')))
    } else if !open && matches!(chars.at(end)?, '、' | '.' | '．') {
        end + 1
    } else {
        return None;
    };
    let behind = chars.run(mark, char::is_whitespace);
    let words = chars.at(behind).is_some_and(|c| is_han(c) || "“《".contains(c));
    // A full point of either width is right.
    let wide = !bracket && chars.at(end) == Some('．') && behind == mark;
    let right = if bracket { format!("（{number}）") } else { format!("{number}.") };
    (words && !wide).then_some((start..behind, right))
}

/// Headings on lines of their own that end with a full stop.
fn stops(whole: &Whole, alone: &[&Division], sink: &mut Sink) {
    let stopped: Vec<View> = alone
        .iter()
        .filter_map(|own| end_mark(whole, own).filter(|end| end.text() == "。"))
        .collect();
    let of_all = alone.len();
    if stopped.len() * 2 > of_all && of_all > 2 {
        let message = format!(
            "独占一行的标题末尾通常不用句号，全文{of_all}个同级标题有{}个用了，请核对是否统一去掉",
            stopped.len()
        );
        let hit = stopped.iter().fold(None, |hit: Option<Hit>, end| {
            let range = 0..end.text().len();
            Some(match hit {
                Some(hit) => hit.also(end.index, range),
                None => Hit::new("end", end.index, range, message.as_str()),
            })
        });
        return hit.into_iter().for_each(|hit| sink.add(hit));
    }
    for end in stopped {
        let message = "独占一行的标题末尾不用句号，请删去";
        sink.add(Hit::new("end", end.index, 0..end.text().len(), message).fix(""));
    }
}

/// Headings that their text follows without a full stop between.
fn missing(whole: &Whole, run_in: &[&Division], sink: &mut Sink) {
    let bare: Vec<&Division> = run_in.iter().copied().filter(|own| own.end != "。").collect();
    // Where hardly one has it, it is a way to write and no slip.
    if bare.len() * 2 > run_in.len() {
        return;
    }
    for own in bare {
        if own.end.is_empty() {
            let Some(heading) = part_of(whole, own, Part::Heading) else { continue };
            let chars = Chars::of(heading.text());
            let shown = chars.len().saturating_sub(SHOWN)..chars.len();
            let words = chars.text(shown.clone());
            let message =
                format!("标题后面接着写正文，“{words}”后面应当用句号，和别的同级标题一样");
            let hit = Hit::new("end", heading.index, chars.range(shown), message);
            sink.add(hit.fix(format!("{words}。")));
        } else if let Some(end) = end_mark(whole, own) {
            let stands = end.text();
            let message =
                format!("标题后面接着写正文，应当用句号，和别的同级标题一样，这里是“{stands}”");
            sink.add(Hit::new("end", end.index, 0..stands.len(), message).fix("。"));
        }
    }
}

fn has_text(whole: &Whole, division: &Division) -> bool {
    part_of(whole, division, Part::Text).is_some_and(|view| !view.text().trim().is_empty())
}

fn end_mark<'a>(whole: &Whole<'a>, division: &Division) -> Option<View<'a>> {
    part_of(whole, division, Part::HeadingEnd)
}

fn part_of<'a>(whole: &Whole<'a>, division: &Division, part: Part) -> Option<View<'a>> {
    whole.lines_of(division).find(|view| view.line.part == part)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{found_by, report, script};
    use crate::report::{HeadingStyle, Level, Report, Section, SectionId};

    fn items(headings: &[(&str, &str)], style: HeadingStyle) -> Report {
        let mut own = report(2025, "云溪镇");
        own.style.heading = style;
        own.sections.remove(1);
        for (index, (heading, end)) in headings.iter().enumerate() {
            let id = SectionId(10 + u32::try_from(index).unwrap());
            let mut section = Section::new(id, Level::Item, *heading);
            section.written.end = Some((*end).to_owned());
            section.body = vec!["渡口值守到位。".to_owned()];
            own.sections.insert(1 + index, section);
        }
        own
    }

    fn told(report: &Report) -> Vec<(String, Option<String>, usize)> {
        let found = found_by("heading-mark", &script(report, false));
        found.into_iter().map(|own| (own.spot.excerpt, own.fix, own.also.len())).collect()
    }

    #[test]
    fn a_full_stop_among_headings_without_is_told() {
        let stopped = items(&[("修好渡口", ""), ("管好渡工", "。")], HeadingStyle::OwnLine);
        assert_eq!(told(&stopped), [("。".to_owned(), Some(String::new()), 0)]);
    }

    #[test]
    fn full_stops_behind_most_headings_are_told_once() {
        let all = [("修好渡口", "。"), ("管好渡工", "。"), ("配好器材", "。")];
        assert_eq!(told(&items(&all, HeadingStyle::OwnLine)), [("。".to_owned(), None, 2)]);
    }

    #[test]
    fn a_heading_before_its_text_ends_as_its_siblings_do() {
        let bare = [("修好渡口", "。"), ("管好渡工", ""), ("配好器材", "：")];
        let found = told(&items(&bare[..2], HeadingStyle::RunIn));
        assert_eq!(found, [("管好渡工".to_owned(), Some("管好渡工。".to_owned()), 0)]);
        let colons = [("修好渡口", "："), ("管好渡工", "："), ("配好器材", "：")];
        assert_eq!(told(&items(&colons, HeadingStyle::RunIn)), []);
    }

    #[test]
    fn numbers_that_are_all_written_so_are_told_once_in_a_file() {
        let mut own = items(&[("修好渡口", "")], HeadingStyle::OwnLine);
        let points = ["1、查渡船。", "2、查渡工。", "3、查码头。", "4、查航标。"];
        own.sections[1].body = points.map(str::to_owned).to_vec();
        assert_eq!(told(&own), [("1、".to_owned(), None, 3)]);
        let draft = found_by("heading-mark", &script(&own, true));
        assert_eq!(draft.len(), 4);
        assert!(draft.iter().all(|found| found.fix.is_some()));
    }
}
