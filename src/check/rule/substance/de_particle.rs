//! 的 for 地.

use crate::check::around;
use crate::check::rule::{View, slips};
use crate::check::sink::{Hit, Sink};

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !slips::has_words(view) {
        return;
    }
    let (text, grammar) = (view.text(), &view.tables.words.grammar);
    for (_, range) in grammar.with_de.find(text) {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let verb = grammar.words.verbs.iter().find(|verb| after.starts_with(verb.as_str()));
        let Some(verb) = verb else { continue };
        let behind = &after[verb.len()..];
        let noun = around::ends_with(before.trim_end_matches('最'), &grammar.words.nominal)
            || around::starts_with(behind, &grammar.words.nouns)
            || behind.is_empty();
        if noun || around::inside(text, range.start, &around::QUOTING_MARKS) {
            continue;
        }
        let all = range.start..range.end + verb.len();
        let manner = &text[range.start..range.end - '的'.len_utf8()];
        let right = format!("{manner}地{verb}");
        let message = format!("“{verb}”是动词，前面应用“地”，请改为“{right}”。");
        sink.add(Hit::new("de", view.index, all, message).fix(right));
    }
}
