//! What headings have lost: a bracket, the mark behind them, their other half.
//!
//! Looked for when the headings are known, by comparing them with each other.

use crate::import::heading::{self, Split};
use crate::import::notes::Note;
use crate::import::passage::{Passage, Role, compact};
use crate::report::Level;

/// The shortest text that may hold a heading that lost its end, in characters.
const LOST: usize = 20;
/// The longest line that may be the other half of a heading, in characters.
const HALF: usize = 15;

/// Tells and asks what headings have lost.
pub(super) fn ask(passages: &mut [&mut Passage], notes: &mut Vec<Note>) {
    tell_lost_brackets(passages, notes);
    ask_for_lost_ends(passages);
    ask_for_halves(passages);
}

/// A line with a number before the first heading is perhaps one.
pub(super) fn ask_before_the_first(passages: &mut [&mut Passage]) {
    for passage in passages.iter_mut().filter(|passage| passage.role == Role::Text) {
        if heading::label(&passage.text).is_some() && passage.doubt.is_none() {
            passage.doubtful(Role::Text, "有序号，但在第一个标题之前，先收进导语；是标题就改过来");
        }
    }
}

/// A line below a heading that begins with 和 or the like goes on with it.
fn ask_for_halves(passages: &mut [&mut Passage]) {
    for at in 1..passages.len() {
        let above = &passages[at - 1];
        let open = matches!(above.role, Role::Heading(_)) && !above.text.ends_with(['。', '：']);
        let line = &passages[at];
        let half = line.role == Role::Text
            && line.len() <= HALF
            && line.text.starts_with(['和', '与', '及', '的', '、'])
            && !line.text.ends_with(['。', '；']);
        if open && half {
            passages[at].doubtful(Role::Text, "像是上一行标题的后半截，先当正文；是就接上");
        }
    }
}

/// （一） may have lost its first bracket; it is kept so, and told once.
fn tell_lost_brackets(passages: &[&mut Passage], notes: &mut Vec<Note>) {
    let item = |p: &&&mut Passage| p.role == Role::Heading(Level::Item);
    let label = |p: &Passage| heading::label(&p.text).map(|label| compact(label.written));
    let lost = |label: &String| label.contains(['）', ')']) && !label.starts_with(['（', '(']);
    let mut all = passages.iter().filter(item).filter(|p| label(p).is_some_and(|l| lost(&l)));
    if let Some(first) = all.next() {
        let written = label(first).unwrap_or_default();
        let more = match all.count() {
            0 => String::new(),
            count => format!("，这样的还有 {count} 处"),
        };
        let said = format!("「{written}」少了前面的括号{more}，照原样收下，按（一）一级算");
        notes.push(Note::at(first, said));
    }
}

/// Where most items of a part have a heading, one that has none has perhaps
/// lost the mark behind it.
fn ask_for_lost_ends(passages: &mut [&mut Passage]) {
    let mut start = 0;
    while start < passages.len() {
        let ahead = &passages[start + 1..];
        let part = |p: &Passage| p.role == Role::Heading(Level::Part);
        let end = ahead.iter().position(|p| part(p)).map_or(passages.len(), |at| start + 1 + at);
        ask_in_part(&mut passages[start..end]);
        start = end;
    }
}

fn ask_in_part(passages: &mut [&mut Passage]) {
    let items =
        || passages.iter().enumerate().filter(|(_, p)| p.role == Role::Heading(Level::Item));
    let lost: Vec<usize> = items().filter(|(_, p)| has_lost_end(p)).map(|(at, _)| at).collect();
    if lost.len() >= items().filter(|(_, passage)| is_headed(passage)).count() {
        return;
    }
    for at in lost {
        let said = "看不出标题到哪里为止：标题后面应有句号；请在标题末尾断开，没有标题就照收";
        passages[at].doubtful(Role::Heading(Level::Item), said);
    }
}

/// Whether an item surely has a heading: words that are no sentence, or text behind them.
fn is_headed(passage: &Passage) -> bool {
    let Some(label) = heading::label(&passage.text) else { return false };
    let Split { heading, end, body, .. } = heading::split(label.rest);
    !heading.is_empty() && (body.is_some() || end != "。" || heading.chars().count() <= LOST)
}

fn has_lost_end(passage: &Passage) -> bool {
    let Some(label) = heading::label(&passage.text) else { return false };
    let Split { heading, body, .. } = heading::split(label.rest);
    heading.is_empty() && body.is_some_and(|text| text.chars().count() > LOST)
}
