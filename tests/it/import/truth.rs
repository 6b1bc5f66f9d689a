//! Made-up reports of every format against their exact truth.
//!
//! `cargo test --test it import::truth -- --nocapture` prints the table; with
//! `FAZHI_IMPORT_SAMPLES=FOLDER` the files and the `truth.json` there are read
//! instead of the fixtures.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What is compared as it is, white space aside.
const PLAIN: [&str; 11] = [
    "year",
    "issuers",
    "title",
    "doc_number",
    "addressee",
    "date",
    "signature",
    "contact",
    "attachments",
    "copy_to",
    "preamble",
];

fn folder() -> PathBuf {
    let fixtures = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    std::env::var_os("FAZHI_IMPORT_SAMPLES").map_or_else(fixtures, PathBuf::from)
}

/// What `outline FILE --json` says, or why the file is refused.
fn outline(file: &Path) -> Result<Value, String> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fazhi-tui"));
    let said = program.arg("outline").arg(file).arg("--json").output().unwrap();
    if said.status.success() {
        Ok(serde_json::from_slice(&said.stdout).unwrap())
    } else {
        Err(String::from_utf8_lossy(&said.stderr).into_owned())
    }
}

/// A value without any white space in its texts.
fn bare(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.split_whitespace().collect()),
        Value::Array(values) => Value::Array(values.iter().map(bare).collect()),
        other => other.clone(),
    }
}

/// The sections in reading order: level, number, heading, text.
fn sections(outline: &Value) -> Vec<[Value; 4]> {
    let fields =
        |section: &Value| ["level", "number", "heading", "body"].map(|field| bare(&section[field]));
    let children = |section: &Value| section["children"].as_array().unwrap().clone();
    let parts = outline["sections"].as_array().unwrap().iter();
    let whole = parts.flat_map(|part| std::iter::once(part.clone()).chain(children(part)));
    whole.map(|section| fields(&section)).collect()
}

/// The fields that are wrong, of all fifteen.
fn wrong(truth: &Value, found: &Value) -> Vec<String> {
    let mut wrong: Vec<String> = PLAIN
        .iter()
        .filter(|field| bare(&truth[**field]) != bare(&found[**field]))
        .map(|field| (*field).to_owned())
        .collect();
    let (due, read) = (sections(truth), sections(found));
    let heading = |section: &[Value; 4]| section[..3].to_vec();
    let body = |section: &[Value; 4]| section[2..].to_vec();
    let text = |sections: &[[Value; 4]]| -> String {
        sections.iter().flat_map(|s| s[2..].iter()).filter_map(Value::as_str).collect()
    };
    if due.iter().map(heading).ne(read.iter().map(heading)) {
        wrong.push("headings".to_owned());
    }
    if due.iter().map(body).ne(read.iter().map(body)) {
        wrong.push("bodies".to_owned());
    }
    if text(&due) != text(&read) {
        wrong.push("text".to_owned());
    }
    let listed = bare(&found["noise"]);
    let listed = listed.as_array().unwrap();
    if !bare(&truth["noise"]).as_array().unwrap().iter().all(|line| listed.contains(line)) {
        wrong.push("noise".to_owned());
    }
    wrong
}

#[test]
fn every_field_of_every_file_is_right() {
    let folder = folder();
    let truth = std::fs::read(folder.join("truth.json")).unwrap();
    let truth: Vec<Value> = serde_json::from_slice(&truth).unwrap();
    let mut all_wrong = Vec::new();
    println!("{:<26}{:>8}  错", "文件", "对");
    for entry in &truth {
        let file = entry["file"].as_str().unwrap();
        let wrong = match outline(&folder.join(file)) {
            Ok(found) => wrong(entry, &found),
            Err(refusal) => vec![refusal; 15],
        };
        println!("{file:<30}{:>2}/15  {}", 15 - wrong.len(), wrong.join("、"));
        all_wrong.extend(wrong.into_iter().map(|field| format!("{file}: {field}")));
    }
    assert!(truth.len() >= 12, "truth.json 里的文件不全");
    assert!(all_wrong.is_empty(), "{all_wrong:#?}");
}
