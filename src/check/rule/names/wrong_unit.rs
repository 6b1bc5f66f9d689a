//! Another kind of unit than the one that reports.

use crate::check::around;
use crate::check::rule::{View, Whole, slips};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::{Kind, Unit};
use crate::text::punctuation::is_han;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let unit = &view.facts.unit;
    if unit.name.is_empty() || !slips::has_words(view) {
        return;
    }
    if is_department(unit) {
        party(view, sink);
    } else if Kind::of(&unit.name) == unit.kind {
        kind(view, unit, sink);
        other(view, unit, sink);
    }
}

/// 我镇 where the unit is none.
fn kind(view: &View, unit: &Unit, sink: &mut Sink) {
    let text = view.text();
    for (other, _) in Kind::WORDS.iter().filter(|(other, _)| *other != unit.kind) {
        let word = other.ourselves();
        for (start, _) in text.match_indices(word) {
            if around::inside(text, start, &around::QUOTING_MARKS) {
                continue;
            }
            let right = unit.kind.ourselves();
            let message =
                format!("这是{}的报告，自称应是“{right}”，这里写的是“{word}”，请核对。", unit.name);
            sink.add(Hit::new("kind", view.index, start..start + word.len(), message));
        }
    }
}

/// 镇党委 as the subject in the report of a department.
fn party(view: &View, sink: &mut Sink) {
    let (text, places) = (view.text(), &view.tables.words.places);
    for (start, word) in places.parties.iter().flat_map(|word| text.match_indices(word.as_str())) {
        let leads = start == 0 || text[..start].ends_with(['，', '。', '；', '：', '！']);
        let sentence = around::sentence(text, &(start..start + word.len()));
        // Behind the places that it is of, it is their body.
        let told = around::holds(&text[sentence.start..start], &places.kinds);
        if leads && !told {
            let message =
                format!("这是{}的报告，这里的主语写成了“{word}”，请核对。", view.facts.unit.name);
            sink.add(Hit::new("bureau", view.index, start..start + word.len(), message));
        }
    }
}

/// Another place as the subject of a sentence.
fn other(view: &View, unit: &Unit, sink: &mut Sink) {
    let text = view.text();
    let is_no_place = |sign| view.tables.words.places.unnamed.contains(sign);
    let starts =
        std::iter::once(0).chain(text.match_indices('。').map(|(byte, mark)| byte + mark.len()));
    for start in starts.filter(|start| view.line.part == Part::Text && *start < text.len()) {
        let name = around::first_chars(&text[start..], 4);
        let name = name.find(['镇', '乡']).map(|end| &name[..end + '镇'.len_utf8()]);
        let Some(name) = name.filter(|name| name.chars().count() > 2) else { continue };
        if name == unit.name || name.contains(is_no_place) || !name.chars().all(is_han) {
            continue;
        }
        let message = format!("这是{}的报告，这一句的主语是“{name}”，请核对。", unit.name);
        sink.add(Hit::new("other", view.index, start..start + name.len(), message));
    }
}

/// Whether the unit is a department, and surely one.
fn is_department(unit: &Unit) -> bool {
    unit.kind == Kind::Bureau && unit.name.ends_with(['局', '委', '办', '院', '会', '室'])
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    bodies(whole, sink);
    turns(whole, sink);
}

/// Two bodies, of which only one has the county before its name.
fn bodies(whole: &Whole, sink: &mut Sink) {
    let facts = &whole.script.facts;
    let name = facts.unit.name.as_str();
    let [first, second] = facts.bodies.as_slice() else { return };
    if name.is_empty() {
        return;
    }
    let above = |body: &str| {
        body.split(name)
            .next()
            .map(|own| own.trim_start_matches("中共").trim_end_matches("人民政府").to_owned())
    };
    let (Some(one), Some(two)) = (above(first), above(second)) else { return };
    let both = first.contains(name) && second.contains(name);
    if !both || one == two {
        return;
    }
    let line = whole.lines().find(|view| view.text().contains(second.as_str()));
    if let Some((line, start)) = line.and_then(|own| Some((own, own.text().find(second.as_str())?)))
    {
        let message = format!("“{first}”和“{second}”前面的地名不一致，请核对要不要都写。");
        sink.add(Hit::new("bodies", line.index, start..start + second.len(), message));
    }
}

/// The unit calls itself now this, now that.
fn turns(whole: &Whole, sink: &mut Sink) {
    let unit = &whole.script.facts.unit;
    if unit.name.is_empty() || Kind::of(&unit.name) != unit.kind {
        return;
    }
    let first = |name| {
        let mut texts = whole.lines().filter(|view| view.line.part == Part::Text);
        let place = |view: View| Some((view.index, view.text().find(name)?, name));
        texts.find_map(place)
    };
    let mut places: Vec<_> =
        [unit.kind.ourselves(), unit.name.as_str()].into_iter().filter_map(first).collect();
    places.sort_unstable();
    let [(line, start, before), (index, place, after)] = places.as_slice() else { return };
    let message = format!("前面自称“{before}”，这里自称“{after}”，请核对要不要统一。");
    let hit = Hit::new("turns", *index, *place..place + after.len(), message);
    sink.add(hit.also(*line, *start..start + before.len()));
}
