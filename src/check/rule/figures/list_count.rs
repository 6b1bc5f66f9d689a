//! A number beside a list of names of another length.

use std::ops::Range;

use super::counts::{Sentence, is_count, sentences};
use crate::check::prose::Number;
use crate::check::rule::View;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::begins;
use crate::text::punctuation::is_han;

/// A list right before a number.
struct List {
    range: Range<usize>,
    names: usize,
    /// Whether it ends with 等.
    open: bool,
}

/// How many characters a name of a list has at most.
const LONGEST: usize = 14;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for sentence in sentences(view) {
        for (index, number) in sentence.numbers.iter().enumerate() {
            let named =
                is_count(number) && number.total.is_empty() && counts_kinds(&sentence, number);
            let list = named.then(|| list(view, &sentence, index)).flatten();
            if let Some(hit) = list.and_then(|own| hit(view, &sentence, number, &own, sink)) {
                sink.add(hit);
            }
        }
    }
}

fn hit(view: &View, sentence: &Sentence, number: &Number, list: &List, sink: &Sink) -> Option<Hit> {
    let count = number.value.at(0).and_then(|own| usize::try_from(own).ok())?;
    let most = usize::try_from(sink.setting("difference")).unwrap_or(0);
    let least = usize::try_from(sink.setting("names")).unwrap_or(0);
    if list.names < least || count < 2 || list.names.abs_diff(count) > most {
        return None;
    }
    let written = sentence.part(&(number.digits.start..number.unit.end));
    let (branch, message) = match (list.open, list.names > count) {
        (true, true) => {
            let message = format!(
                "列出了{}个名目，后面却写“等{written}”。请核对个数，或者少列几个。",
                list.names
            );
            ("open", message)
        }
        (false, _) if list.names != count => {
            let message =
                format!("列出了{}个名目，后面却写“{written}”。请核对个数和名目。", list.names);
            ("closed", message)
        }
        _ => return None,
    };
    let noun = sentence.part(&number.noun);
    let kinds = sentence.words.kind_nouns.iter().filter(|own| noun.starts_with(own.as_str()));
    let end = kinds.map(String::len).max().unwrap_or(noun.len());
    let stands = list.range.start..number.noun.start + end;
    Some(Hit::new(branch, view.index, stands, message))
}

/// Whether the number counts the names, and not cases of them.
fn counts_kinds(sentence: &Sentence, number: &Number) -> bool {
    let unit = sentence.part(&number.unit);
    let noun = sentence.part(&number.noun);
    sentence.words.kinds.iter().any(|own| own == unit) && !noun.is_empty()
        || begins(noun, &sentence.words.kind_nouns)
}

/// The list that ends where a number begins.
fn list(view: &View, sentence: &Sentence, index: usize) -> Option<List> {
    let number = &sentence.numbers[index];
    let clause = &view.prose.clauses[number.clause];
    let before = index.checked_sub(1).map(|own| &sentence.numbers[own]);
    if before.is_some_and(|own| own.range.end > clause.range.start) {
        return None;
    }
    let text = sentence.part(&(clause.range.start..number.range.start));
    let open = text.ends_with('等');
    let names = names(view, clause.range.start, text.strip_suffix('等').unwrap_or(text))?;
    let start = names.first()?.start;
    Some(List { range: start..number.range.start, names: names.len(), open })
}

/// The names of a list; `None` where it may be read in two ways.
fn names(view: &View, start: usize, text: &str) -> Option<Vec<Range<usize>>> {
    let mut names = Vec::new();
    let mut from = start;
    let mut spans = view.prose.spans.iter().peekable();
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        while let Some(span) = spans.next_if(|own| own.range.start <= start + at) {
            passed = passed.max(span.range.end);
        }
        if c == '、' && passed <= start + at {
            names.push(from..start + at);
            from = start + at + c.len_utf8();
        }
    }
    names.push(from..start + text.len());
    let words = &view.tables.arithmetic;
    let part = |own: &Range<usize>| view.text().get(own.clone()).unwrap_or_default();
    // What stands before a list within the clause is another list, or none of its names.
    let breaks =
        |own: &Range<usize>| words.breaks.iter().any(|word| part(own).contains(word.as_str()));
    if let Some(last) = names.iter().skip(1).rposition(breaks) {
        names.drain(..=last);
    }
    let odd = |own: &Range<usize>| {
        let name = part(own);
        let length = name.chars().count();
        let joined = words.joined.iter().any(|word| name.contains(word.as_str()));
        let plain = name.chars().all(|c| is_han(c) || "“”·".contains(c));
        joined || length == 0 || !plain || length > LONGEST
    };
    (names.len() > 1 && !names.iter().any(odd)).then_some(names)
}
