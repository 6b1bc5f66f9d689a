//! What a conversion left behind: codes, names of characters, lines of a web
//! page, a title that stands twice.

use std::ops::Range;

use crate::check::rule::{View, Whole};
use crate::check::script::{Line, Part};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Residue;
use crate::text::punctuation::is_han;

/// The longest line of a web page that is known by its label, in characters.
const LABELLED: usize = 60;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let text = view.text();
    let table = &view.tables.residue;
    let codes =
        [fields(text, table), brackets(text, table), images(text, table), wholes(text, table)]
            .concat();
    for code in codes {
        let what = &text[code.clone()];
        let message = format!("“{what}”是转换时留下的代码，不是报告的文字，请删去");
        sink.add(Hit::new("code", 0, code, message).fix(""));
    }
    entities(text, table, sink);
    lost(text, sink);
}

/// Field codes with their arguments: PAGEREF _Toc1 \h.
fn fields(text: &str, table: &Residue) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some((start, name)) = first(text, at, &table.codes) {
        let mut end = start + name.trim_end_matches('\\').len();
        end -= text[start..end].len() - text[start..end].trim_end().len();
        while let Some(length) = argument(&text[end..]) {
            end += length;
        }
        found.push(start..end);
        at = end;
    }
    found
}

/// The first of the names from a byte on.
fn first<'a>(text: &str, from: usize, names: &'a [String]) -> Option<(usize, &'a str)> {
    let found = names.iter().filter_map(|name| {
        let at = text.get(from..)?.find(name.as_str())?;
        Some((from + at, name.as_str()))
    });
    found.min_by_key(|(at, _)| *at)
}

/// The length of one argument with the spaces before it: a quoted string, a
/// switch such as \h, or the name of a bookmark.
fn argument(rest: &str) -> Option<usize> {
    let word = rest.trim_start_matches(' ');
    let blank = rest.len() - word.len();
    let while_name = |text: &str| {
        text.find(|c: char| !c.is_ascii_alphanumeric() && !"_*".contains(c)).unwrap_or(text.len())
    };
    let length = match word.chars().next()? {
        '"' => word[1..].find('"')? + 2,
        '\\' => 1 + while_name(&word[1..]),
        '_' => while_name(word),
        _ => return None,
    };
    Some(blank + length)
}

/// [bookmark: …] and its like.
fn brackets(text: &str, table: &Residue) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some((start, _)) = first(text, at, &table.brackets) {
        let Some(length) = text[start..].find(']') else { break };
        at = start + length + 1;
        found.push(start..at);
    }
    found
}

/// What is residue as it stands.
fn wholes(text: &str, table: &Residue) -> Vec<Range<usize>> {
    let found = table.wholes.iter().flat_map(|own| text.match_indices(own.as_str()));
    found.map(|(start, own)| start..start + own.len()).collect()
}

/// The codes of pictures, as far as they go.
fn images(text: &str, table: &Residue) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some((start, _)) = first(text, at, &table.images) {
        let is_code = |c: char| c.is_ascii_alphanumeric() || "/+=;:,.-".contains(c);
        let length = text[start..].find(|c| !is_code(c)).unwrap_or(text.len() - start);
        at = start + length;
        found.push(start..at);
    }
    found
}

/// Names of characters that a web page left.
fn entities(text: &str, table: &Residue, sink: &mut Sink) {
    for (start, _) in text.match_indices('&') {
        let rest = &text[start..];
        let Some(own) = table.entities.iter().find(|own| rest.starts_with(own.code.as_str()))
        else {
            continue;
        };
        let range = start..start + own.code.len();
        let (code, what) = (&own.code, own.text.as_deref());
        let message = match what {
            Some("") => format!("“{code}”是网页代码，请删去"),
            Some(text) => format!("“{code}”是网页代码，应当写作{text}"),
            None => format!("“{code}”是网页代码，请改为应有的标点"),
        };
        let hit = Hit::new("code", 0, range, message);
        sink.add(match what {
            Some(text) => hit.fix(text),
            None => hit,
        });
    }
}

/// Characters that were lost, and places of objects.
fn lost(text: &str, sink: &mut Sink) {
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        match c {
            '\u{fffd}' => {
                let message = "这里有一个字在转换时丢了，成了乱码，请对照原文补上";
                sink.add(Hit::new("code", 0, range, message));
            }
            '\u{fffc}' => {
                let message = "这里原来有图片或附件，转换时留下了看不见的占位符，请删去";
                sink.add(Hit::new("code", 0, range, message).fix(""));
            }
            _ => {}
        }
    }
}

/// Whether a line begins with a label, spaces in it aside, and a colon behind it.
fn begins_with_label(text: &str, label: &str) -> bool {
    let mut rest = text.trim_start_matches(['【', '[']);
    for c in label.chars() {
        match rest.trim_start().strip_prefix(c) {
            Some(behind) => rest = behind,
            None => return false,
        }
    }
    rest.trim_start().starts_with(['：', ':'])
}

/// Checks the whole report: lines of a web page, and a title that stands twice.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    title(whole, sink);
    let table = &whole.tables.residue;
    let mut block: Vec<Web> = Vec::new();
    for (index, line) in whole.script.lines.iter().enumerate() {
        match web(index, line, table) {
            Some(own) if line.source == whole.script.facts.file => block.push(own),
            // What else a page removes may stand between two labels.
            _ if line.part == Part::Removed => {}
            _ => told(std::mem::take(&mut block), sink),
        }
    }
    told(block, sink);
}

/// A line of a web page.
struct Web<'a> {
    line: usize,
    range: Range<usize>,
    label: &'a str,
}

/// A line of a web page by its label.
fn web<'a>(index: usize, line: &Line, table: &'a Residue) -> Option<Web<'a>> {
    let labels = match line.part {
        Part::Removed => &table.labels,
        Part::Text => &table.certain,
        _ => return None,
    };
    let text = line.text.trim();
    if text.chars().count() > LABELLED {
        return None;
    }
    let label = labels.iter().find(|label| begins_with_label(text, label))?;
    let start = line.text.len() - line.text.trim_start().len();
    Some(Web { line: index, range: start..start + text.len(), label })
}

/// The lines that a page put together are one finding.
fn told(block: Vec<Web>, sink: &mut Sink) {
    let count = block.len();
    let mut lines = block.into_iter();
    let Some(Web { line, range, label }) = lines.next() else { return };
    if count == 1 {
        let message = format!("“{label}”这一行是网页上的，不是报告的文字，请删去");
        return sink.add(Hit::new("web", line, range, message).fix(""));
    }
    let message = format!("“{label}”等{count}行是网页上的，不是报告的文字，请删去");
    let hit = Hit::new("web", line, range, message);
    sink.add(lines.fold(hit, |hit, own| hit.also(own.line, own.range)));
}

/// The title stands once.
fn title(whole: &Whole, sink: &mut Sink) {
    let script = whole.script;
    let Some(title) = script.lines.iter().find(|line| line.part == Part::Title) else { return };
    let title = compact(&title.text);
    if !title.contains(is_han) {
        return;
    }
    let second = |line: &Line| match line.part {
        Part::Removed => line.source,
        Part::Text => line.source == script.facts.file,
        _ => false,
    };
    for (index, line) in script.lines.iter().enumerate() {
        if second(line) && compact(&line.text) == title {
            let start = line.text.len() - line.text.trim_start().len();
            let range = start..line.text.trim_end().len();
            let message = "标题在文中又写了一遍，请删去多余的一处";
            sink.add(Hit::new("title", index, range, message).fix(""));
        }
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
