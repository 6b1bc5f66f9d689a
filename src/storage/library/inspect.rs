//! What a template must hold to beyond its form: known words, keys used once.
//!
//! Whether its advice is good is not judged. A wrong word in brackets would go
//! straight into a report, and a key used twice would give one section the
//! guidance of another; both are refused where they are written.

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value;

use crate::report::Template;
use crate::report::template::WORDS;
use crate::storage::complaint::line_and_column;
use crate::storage::error::{Problem, StorageError};

/// Refuses words in square brackets that nobody fills in.
pub(super) fn words(template: &Template, text: &str, path: &Path) -> Result<(), StorageError> {
    let value = serde_json::to_value(template)
        .map_err(|error| StorageError::new(path, Problem::Other(error.to_string())))?;
    let Some(word) = unknown_word(&value) else {
        return Ok(());
    };
    let known: Vec<&str> = WORDS.iter().map(|(word, _)| *word).collect();
    Err(refusal(
        path,
        text,
        text.find(&word),
        format!("不认识方括号里的词“{word}”"),
        format!("可以用的有：{}", known.join("")),
    ))
}

/// The first unknown word of all strings in a value.
fn unknown_word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => unknown_in(text),
        Value::Array(values) => values.iter().find_map(unknown_word),
        Value::Object(fields) => fields.values().find_map(unknown_word),
        _ => None,
    }
}

fn unknown_in(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        rest = &rest[open..];
        let Some(close) = rest.find(']') else {
            return Some(rest.to_owned());
        };
        let word = &rest[..=close];
        if !WORDS.iter().any(|(known, _)| *known == word) {
            return Some(word.to_owned());
        }
        rest = &rest[close + 1..];
    }
    None
}

/// Refuses a key that stands for two sections.
pub(super) fn keys(template: &Template, text: &str, path: &Path) -> Result<(), StorageError> {
    let mut seen = HashSet::new();
    let mut keys = template.headings().into_iter().map(|(_, key, _)| key.to_owned());
    let Some(twice) = keys.find(|key| !seen.insert(key.clone())) else {
        return Ok(());
    };
    let mut places = quoted(text, &twice).filter(|at| is_key(text, *at));
    Err(refusal(
        path,
        text,
        places.nth(1),
        format!("“{twice}”这个 key 用了两次"),
        "请给其中一节换一个 key".to_owned(),
    ))
}

/// Whether the string at this byte is the value of a `key`.
fn is_key(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let name = before.strip_suffix(':').map(str::trim_end);
    name.is_some_and(|name| name.ends_with("key"))
}

/// Where a string stands in the text of a file.
pub(super) fn quoted(text: &str, string: &str) -> impl Iterator<Item = usize> {
    let quoted = format!("\"{string}\"");
    let places: Vec<usize> = text.match_indices(&quoted).map(|(at, _)| at).collect();
    places.into_iter()
}

/// The refusal of a file, at a byte of its text where that is known.
pub(super) fn refusal(
    path: &Path,
    text: &str,
    at: Option<usize>,
    what: String,
    remedy: String,
) -> StorageError {
    let problem = Problem::Broken { what, remedy };
    match at {
        Some(at) => {
            let (line, column) = line_and_column(text, at);
            StorageError::at(path, line, column, problem)
        }
        None => StorageError::new(path, problem),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn with(key: &str, heading: &str) -> String {
        format!(
            "(\n  name: \"样\", summary: \"\", kinds: [town],\n  options: (bodies: one, title: a),\n  \
             preamble: (guide: (), starter: \"[年]年，[我镇]【】。\"),\n  parts: [\n    \
             (key: \"one\", heading: \"一\"),\n    (key: \"{key}\", heading: \"{heading}\"),\n  ],\n)"
        )
    }

    #[test]
    fn known_words_and_single_keys_pass() {
        assert!(parse(&with("two", "[下年]年安排"), Path::new("x")).is_ok());
    }

    #[test]
    fn an_unknown_word_is_named_at_its_place() {
        let error = parse(&with("two", "[年度]安排"), Path::new("x.ron")).unwrap_err();
        assert_eq!((error.line, error.column), (Some(7), Some(28)));
        let text = error.to_string();
        assert!(text.contains("不认识方括号里的词“[年度]”。可以用的有：[年][下年]"), "{text}");
        let open = parse(&with("two", "[年安排"), Path::new("x.ron")).unwrap_err();
        assert!(open.to_string().contains("“[年安排”"), "{open}");
    }

    #[test]
    fn a_key_used_twice_is_named_at_its_second_place() {
        let error = parse(&with("one", "二"), Path::new("x.ron")).unwrap_err();
        assert_eq!((error.line, error.column), (Some(7), Some(11)));
        assert!(error.to_string().contains("“one”这个 key 用了两次"), "{error}");
    }
}
