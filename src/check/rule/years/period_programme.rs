//! Programmes of another period named as present ones.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::{View, slips};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Programme;
use crate::report::template::Head;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if view.facts.year == 0 || !slips::has_words(view) {
        return;
    }
    for own in &view.tables.words.periods.programmes {
        for (start, name) in view.text().match_indices(own.name.as_str()) {
            let range = start..start + name.len();
            if let Some(hit) = named(view, own, &range).and_then(|range| judge(view, own, range)) {
                sink.add(hit);
            }
        }
    }
}

/// Where the programme is named with its marks and what must stand behind it.
fn named(view: &View, own: &Programme, range: &Range<usize>) -> Option<Range<usize>> {
    let text = view.text();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    if own.title {
        let open = before.ends_with('《').then(|| range.start - '《'.len_utf8())?;
        let end = after.find('》').map_or(text.len(), |byte| range.end + byte + '》'.len_utf8());
        return Some(open..end);
    }
    // 二十三五 is another number, and a title tells of its own time.
    if around::inside(text, range.start, &around::TITLE_MARKS) || before.ends_with(NUMERALS) {
        return None;
    }
    let open = before.ends_with('“') && after.starts_with('”');
    let behind = after.strip_prefix('”').filter(|_| open).unwrap_or(after);
    let word = own.after.iter().find(|word| behind.starts_with(word.as_str()));
    if word.is_none() && !own.after.is_empty() {
        return None;
    }
    let start = if open { range.start - '“'.len_utf8() } else { range.start };
    Some(start..text.len() - behind.len() + word.map_or(0, String::len))
}

/// What a longer numeral can end with before the name of a programme.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

fn judge(view: &View, own: &Programme, range: Range<usize>) -> Option<Hit> {
    let (text, table) = (view.text(), &view.tables.words.periods);
    let plan = view.head == Some(Head::Plan);
    let year = view.facts.year + i32::from(plan);
    let clause = &text[around::clause(text, &range)];
    let rest = clause.replacen(&text[range.clone()], "", 1);
    let past = own.to < year && !around::holds(&rest, &table.past);
    let coming = own.from > year && !plan && !around::holds(&rest, &table.coming);
    if !past && !coming {
        return None;
    }
    let stands = &text[range.clone()];
    // What has marks of its own stands without others about it.
    let named =
        if stands.contains(['“', '《']) { stands.to_owned() } else { format!("“{stands}”") };
    let period = format!("{named}是{}—{}年的", own.from, own.to);
    let message = match &own.next {
        Some(next) if past => {
            format!("{period}，{year}年已经是{next}的时期，请核对。")
        }
        _ if past => format!("{period}，到{year}年已经结束，请核对。"),
        _ => format!("{period}，{year}年还没有开始，请核对。"),
    };
    Some(Hit::new("other", view.index, range, message))
}
