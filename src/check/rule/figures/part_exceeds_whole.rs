//! Parts that are more than their whole.

use super::claims::{self, Claim};
use super::ledger;
use crate::check::rule::{View, Whole};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::{Pair, ends};
use crate::check::words;
use crate::report::Amount;

/// Checks a line by itself.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !claims::is_told(view) {
        return;
    }
    let all: Vec<Claim> = claims::of_line(*view).collect();
    for (index, part) in all.iter().enumerate().filter(|(_, own)| own.is_exact()) {
        let before = &all[..index];
        let mut pairs = view.tables.matters.pairs.iter();
        let whole = pairs.find_map(|pair| whole_of(part, before, pair));
        let whole = whole.or_else(|| among(part, before));
        if let Some(whole) = whole.filter(|whole| part.is_more_than(whole)) {
            sink.add(exceeds(part, whole));
        } else if let Some(sessions) = before.last().filter(|own| attended(own, part)) {
            let message = format!(
                "“{}”只有“{}”，人次比场次还少。请核对这两个数。",
                sessions.told(),
                part.amount()
            );
            let hit = Hit::new("prose", view.index, part.counted(), message);
            sink.add(hit.also(view.index, sessions.counted()));
        }
    }
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let claims = claims::claims(whole);
    let meetings: Vec<(&Claim, &str)> =
        claims.iter().filter_map(|own| Some((own, own.meets()?))).collect();
    for part in claims.iter().filter(|own| own.meets().is_none()) {
        let Some(body) = part.number.body.as_deref() else { continue };
        let less = meetings.iter().find(|(all, own)| {
            *own == body && part.number.measure == all.number.measure && part.is_more_than(all)
        });
        if let Some((all, _)) = less {
            // 召开党委会26次，其中专题研究28次 is told by the line already.
            if part.is_beside(all) && words::start(part.before, &part.matters().subset).is_some() {
                continue;
            }
            let message = format!(
                "这里写{body}的一部分会议有{}，另一处写“{}”，部分比全部还多，疑似有误。请核对两处的数。",
                part.amount(),
                all.told()
            );
            let hit = Hit::new("prose", part.view.index, part.counted(), message);
            sink.add(hit.also(all.view.index, all.named()));
        }
    }
    ledger::bounds(whole, sink);
}

fn exceeds(part: &Claim, whole: &Claim) -> Hit {
    let message = format!(
        "“{}”比前面的“{}”还多，部分不会多于整体，疑似有误。请核对这两个数。",
        part.told(),
        whole.told()
    );
    Hit::new("prose", part.view.index, part.named(), message).also(whole.view.index, whole.named())
}

/// The number in the same sentence that a number is a part of.
fn whole_of<'a, 'b>(part: &Claim, before: &'b [Claim<'a>], pair: &Pair) -> Option<&'b Claim<'a>> {
    let object = object(part, pair)?;
    let beside = before.iter().rev().take_while(|own| own.is_beside(part));
    let mut same = beside.filter(|own| pair.compares(&own.number.measure, &part.number.measure));
    let whole = same.find_map(|own| {
        // 村调解员化解183件 is no whole of 化解260件: it tells the same of others.
        let same = ends(own.before, &pair.part) && !ends(own.before, &pair.whole);
        if !same && words::any(own.before, &pair.whole) {
            return Some(own.is_exact().then_some(own));
        }
        // A number between them may be what is meant, unless it is too small as well.
        (!own.is_exact() || !part.is_more_than(own)).then_some(None)
    })??;
    if !pair.alone && !exceeds_all(part, before, pair) {
        return None;
    }
    let text = part.view.text();
    let between = text.get(whole.counted().start..part.counted().start)?;
    let about = text.get(
        whole.counted().start - whole.before.len().min(whole.counted().start)..part.counted().start,
    )?;
    let earlier = words::any(between, &part.matters().earlier);
    (about.contains(object) && !earlier).then_some(whole)
}

/// Whether a part is more than all wholes together that stand before it, up to a ；, and what
/// stands between: of visits and of letters together all may be settled.
fn exceeds_all(part: &Claim, before: &[Claim], pair: &Pair) -> bool {
    let text = part.view.text();
    let beside = before.iter().rev().take_while(|own| {
        let between = text.get(own.counted().end..part.counted().start);
        own.is_beside(part) && !between.is_some_and(|between| between.contains('；'))
    });
    let same = beside.filter(|own| pair.compares(&own.number.measure, &part.number.measure));
    let mut met = false;
    let wholes = same.filter(|own| {
        let whole = words::any(own.before, &pair.whole);
        let counts = whole || !met;
        met |= whole;
        counts
    });
    let values: Vec<&Amount> = wholes.map(|own| &own.number.value).collect();
    Amount::sum(&values).is_some_and(|sum| part.number.value.compare(&sum).is_gt())
}

/// What a number behind 其中 is a part of: the number right before it, where none that could
/// be meant is larger.
fn among<'a, 'b>(part: &Claim, before: &'b [Claim<'a>]) -> Option<&'b Claim<'a>> {
    words::start(part.before, &part.matters().subset)?;
    let beside = before.iter().rev().take_while(|own| own.is_beside(part));
    let mut same = beside.filter(|own| own.number.measure == part.number.measure).peekable();
    let nearest = same.peek().copied()?;
    same.all(|own| own.is_exact() && part.is_more_than(own)).then_some(nearest)
}

/// What a part is a part of, where the word of the part stands alone before the number or
/// with that: empty, or 隐患 of 整改隐患. `None` where there is more.
fn object<'a>(part: &Claim<'a>, pair: &Pair) -> Option<&'a str> {
    let table = part.matters();
    let mut rest = part.before;
    // 17名持证上岗: the word may stand behind the number too.
    let behind = part.view.text().get(part.number.range.end..).unwrap_or_default();
    let behind = words::without(behind, &table.adverbs);
    if words::without(rest, &table.adverbs).is_empty() && words::start(behind, &pair.part).is_some()
    {
        return Some("");
    }
    loop {
        if let Some(word) = words::start(rest, &pair.part) {
            rest = &rest[word.len()..];
            return Some(words::without(rest, &table.fillers));
        }
        rest = &rest[words::start(rest, &table.adverbs)?.len()..];
    }
}

/// Whether a number tells how many came to the sessions that stand right before it.
fn attended(sessions: &Claim, people: &Claim) -> bool {
    let table = people.matters();
    let came = people.before.is_empty() || words::start(people.before, &table.attend).is_some();
    let adjacent = people.number.clause <= sessions.number.clause + 1;
    people.number.measure == "人次"
        && table.sessions.contains(&sessions.number.measure)
        && sessions.is_exact()
        && people.is_beside(sessions)
        && came
        && adjacent
        && sessions.is_more_than(people)
}
