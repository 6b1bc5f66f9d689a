//! A manner without the verb that it belongs to.

use crate::check::around;
use crate::check::rule::{View, slips};
use crate::check::sink::{Hit, Sink};

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !slips::has_words(view) {
        return;
    }
    let (text, grammar) = (view.text(), &view.tables.words.grammar);
    for (number, range) in grammar.verbless.find(text) {
        let after = &text[range.end..];
        let object = if after.starts_with('《') {
            after.find('》').map_or(after.len(), |end| end + '》'.len_utf8())
        } else if grammar.only_before_titles(number) {
            continue;
        } else {
            let object = grammar.words.objects.iter().find(|own| after.starts_with(own.as_str()));
            let Some(object) = object else { continue };
            object.len()
        };
        if around::inside(text, range.start, &around::TITLE_MARKS) {
            continue;
        }
        let manner = &text[range.clone()];
        let all = range.start..range.end + object;
        let message = format!("“{manner}”后面缺动词，请补上，如“{manner}落实”“{manner}执行”。");
        sink.add(Hit::new("lost", view.index, all, message));
    }
}
