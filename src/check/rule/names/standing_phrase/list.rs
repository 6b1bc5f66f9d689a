//! Phrases that list some members: one is missing, another stands in its place,
//! or they stand in another order.
//!
//! Told only where all members but one stand side by side, in their order: then
//! the phrase is quoted, and not said in other words.

use std::ops::Range;

use crate::check::rule::View;
use crate::check::sink::Hit;
use crate::check::tables::{Case, List, Lists};
use crate::check::{around, likeness};

/// Marks that part members.
const MARKS: [char; 6] = ['、', '，', '；', ',', ';', ' '];
/// Marks and words that part members, and quotation marks round them.
const JOINTS: [char; 13] =
    ['、', '，', '；', ',', ';', ' ', '和', '及', '与', '以', '并', '“', '”'];
/// What an item of a list can begin behind.
const ITEM_STARTS: [char; 11] = ['、', '，', '；', '。', '：', '“', '”', '《', '》', '（', '）'];
/// How long an item may be that stands between two members.
const LONGEST_ITEM: usize = 14;
/// How many characters of a hundred may differ where another item stands for a member.
const UNLIKE: usize = 60;

/// Members of one list that stand side by side.
struct Run<'a> {
    list: &'a List,
    members: Vec<(usize, Range<usize>)>,
    /// Items between them that are no members: behind which one, and where.
    strangers: Vec<(usize, Range<usize>)>,
}

/// What is wrong with the listed phrases of a line.
pub(super) fn hits(view: &View, table: &Lists) -> Vec<Hit> {
    runs(view.text(), table).iter().filter_map(|run| judge(view, run)).collect()
}

fn runs<'a>(text: &str, table: &'a Lists) -> Vec<Run<'a>> {
    let mut runs: Vec<Run> = Vec::new();
    for (number, range) in table.seek.find(text) {
        let Some((list, member)) = table.members.get(number).copied() else { continue };
        let Some(list) = table.all.get(list) else { continue };
        if let Some(run) = runs.last_mut().filter(|run| std::ptr::eq(run.list, list))
            && let Some((_, last)) = run.members.last()
            && let Some(stranger) = bridge(text, last.end..range.start, &list.filler)
        {
            if !stranger.is_empty() {
                run.strangers.push((run.members.len() - 1, stranger));
            }
            run.members.push((member, range));
        } else {
            runs.push(Run { list, members: vec![(member, range)], strangers: Vec::new() });
        }
    }
    runs
}

/// The item between two members, empty for none; `None` where they do not stand side by side.
fn bridge(text: &str, gap: Range<usize>, filler: &[String]) -> Option<Range<usize>> {
    let start = gap.start + filled(&text[gap.clone()], filler);
    let rest = &text[start..gap.end];
    if rest.trim_matches(JOINTS).is_empty() {
        return Some(gap.end..gap.end);
    }
    let behind = rest.trim_start_matches(MARKS);
    let item = behind.trim_end_matches(MARKS);
    let parted = behind.len() < rest.len() && item.len() < behind.len();
    let from = gap.end - behind.len();
    (parted && !item.contains(ITEM_STARTS) && item.chars().count() <= LONGEST_ITEM)
        .then(|| from..from + item.len())
}

/// How long the word is that a text begins with and that may stand behind a member.
fn filled(text: &str, filler: &[String]) -> usize {
    filler.iter().find(|word| text.starts_with(word.as_str())).map_or(0, String::len)
}

fn judge(view: &View, run: &Run) -> Option<Hit> {
    let count = run.list.members.len();
    let numbers: Vec<usize> = run.members.iter().map(|(member, _)| *member).collect();
    let in_order = numbers.is_sorted_by(|one, other| one < other);
    let all = (0..count).all(|member| numbers.contains(&member));
    if numbers.len() == count && all && !in_order && run.strangers.is_empty() {
        return run.list.moved.then(|| moved(view, run));
    }
    if numbers.len() < 2 || numbers.len() + 1 != count || !in_order {
        return None;
    }
    let missing = (0..count).find(|member| !numbers.contains(member))?;
    match run.strangers.as_slice() {
        [] if missing == 0 => before(view, run),
        [] if missing + 1 == count => after(view, run),
        [] => lost(view, run, missing),
        [(behind, item)] if behind + 1 == missing => changed(view, run, missing, item.clone()),
        _ => None,
    }
}

/// The first member is missing.
fn before(view: &View, run: &Run) -> Option<Hit> {
    let head = &view.text()[..whole(view, run).start];
    let text = head.trim_end_matches(JOINTS);
    let joint = &head[text.len()..];
    if joint.is_empty() {
        return lost(view, run, 0);
    }
    let item = text
        .rfind(ITEM_STARTS)
        .map_or(0, |byte| byte + text[byte..].chars().next().map_or(0, char::len_utf8));
    let item = &text[item..];
    if joint.contains('，') && !is_as_long(item, run.list.member(0)) {
        return lost(view, run, 0);
    }
    let length = run.list.member(0).chars().count();
    let like = (length.saturating_sub(1)..=length + 1).map(|own| around::last_chars(item, own));
    match nearest(like, run.list.member(0)) {
        Some(found) => changed(view, run, 0, text.len() - found.len()..text.len()),
        // Where other items stand before them, three may be of another list.
        None if joint.contains('，') || run.list.members.len() > 3 => lost(view, run, 0),
        None => None,
    }
}

/// The last member is missing.
fn after(view: &View, run: &Run) -> Option<Hit> {
    let text = view.text();
    let missing = run.list.members.len() - 1;
    let tail = &text[whole(view, run).end..];
    let rest = tail.trim_start_matches(JOINTS);
    let joint = &tail[..tail.len() - rest.len()];
    if joint.is_empty() {
        return lost(view, run, missing);
    }
    let item = &rest[..rest.find(ITEM_STARTS).unwrap_or(rest.len())];
    if joint.contains(['，', '；']) && !is_as_long(item, run.list.member(missing)) {
        return lost(view, run, missing);
    }
    let length = run.list.member(missing).chars().count();
    let like = (length.saturating_sub(1)..=length + 1).map(|own| around::first_chars(item, own));
    let start = text.len() - rest.len();
    match nearest(like, run.list.member(missing)) {
        Some(found) => changed(view, run, missing, start..start + found.len()),
        None if joint.contains(['，', '；', '”']) => lost(view, run, missing),
        None => None,
    }
}

/// Whether an item is a member by its length; behind a comma it may be a clause of its own.
fn is_as_long(item: &str, member: &str) -> bool {
    item.chars().count().abs_diff(member.chars().count()) <= 1
}

/// The likest of some texts, if it is like the member at all.
fn nearest<'a>(texts: impl Iterator<Item = &'a str>, member: &str) -> Option<&'a str> {
    let like = texts.filter(|own| likeness::differs_at_most(own, member, UNLIKE));
    let length = member.chars().count();
    let off = |own: &&str| own.chars().count().abs_diff(length);
    // One character apart is surely it; else as many characters as the member has.
    let apart = |own: &&str| likeness::distance(own, member);
    like.min_by_key(|own| (apart(own) > 1, off(own), apart(own)))
}

/// All that stands there of a phrase, with the word behind its last member.
fn whole(view: &View, run: &Run) -> Range<usize> {
    let start = run.members.first().map_or(0, |(_, range)| range.start);
    let end = run.members.last().map_or(0, |(_, range)| range.end);
    start..end + filled(&view.text()[end..], &run.list.filler)
}

fn lost(view: &View, run: &Run, missing: usize) -> Option<Hit> {
    let text = view.text();
    let range = whole(view, run);
    let member = run.list.member(missing);
    let sentence = around::sentence(text, &range);
    let open = text[range.end..].trim_start_matches('”').starts_with('等');
    let elsewhere = shares(&text[sentence.start..range.start], member)
        || shares(&text[range.end..sentence.end], member);
    if !run.list.lost || open || elsewhere {
        return None;
    }
    let message = format!("这里少了“{member}”。{}，请核对。", standard(run.list));
    Some(Hit::new(branch(run.list), view.index, range, message))
}

fn changed(view: &View, run: &Run, missing: usize, item: Range<usize>) -> Option<Hit> {
    if !run.list.changed {
        return None;
    }
    let member = run.list.member(missing);
    let stands = &view.text()[item.clone()];
    let only_one = likeness::distance(stands, member) == 1;
    let remedy = if only_one { format!("请改为“{member}”") } else { "请核对".to_owned() };
    let message = format!("“{stands}”应为“{member}”。{}，{remedy}。", standard(run.list));
    let hit = Hit::new(branch(run.list), view.index, item, message);
    Some(if only_one { hit.fix(member) } else { hit })
}

fn moved(view: &View, run: &Run) -> Hit {
    let message = format!("这几项的次序和通行的提法不同。{}，请核对。", standard(run.list));
    Hit::new(branch(run.list), view.index, whole(view, run), message)
}

fn branch(list: &List) -> &'static str {
    Case::Changed.key(list.status)
}

/// What the phrase is, and where it comes from.
fn standard(list: &List) -> String {
    format!("通行的提法是“{}”（{}）", list.phrase(), list.source)
}

/// Whether four characters of a member, or all of a shorter one, stand in a text:
/// then it is named there in another way.
fn shares(text: &str, member: &str) -> bool {
    let starts = member.char_indices().map(|(byte, _)| byte);
    let length = member.chars().count();
    starts.take(length.saturating_sub(3).max(1)).any(|byte| {
        let part = around::first_chars(&member[byte..], 4);
        text.contains(part)
    })
}
