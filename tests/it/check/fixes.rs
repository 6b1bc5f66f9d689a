//! Fixes of whole files: only what was shown is changed, and once is enough.

use super::{Samples, findings, number, program, text};

/// A text with the fixes put in, from the end.
fn fixed(source: &str, findings: &[serde_json::Value]) -> String {
    let mut lines: Vec<Vec<char>> = source.split('\n').map(|line| line.chars().collect()).collect();
    let mut fixes: Vec<_> = findings.iter().filter(|own| own["fix"].is_string()).collect();
    fixes.sort_by_key(|own| std::cmp::Reverse((number(own, "line"), number(own, "column"))));
    for own in fixes {
        let start = number(own, "column") - 1;
        let end = start + text(own, "excerpt").chars().count();
        lines[number(own, "line") - 1].splice(start..end, text(own, "fix").chars());
    }
    let lines: Vec<String> = lines.into_iter().map(|line| line.into_iter().collect()).collect();
    lines.join("\n")
}

#[test]
fn applying_all_fixes_changes_what_was_shown_and_settles_it() {
    let samples = Samples::new();
    for file in samples.truth() {
        let path = samples.file(&file["file"]);
        let source = std::fs::read_to_string(&path).unwrap();
        let before = findings(&path);
        let out = tempfile::tempdir().unwrap();
        let to = out.path().join("改好.txt");
        let arguments = ["check", path.to_str().unwrap(), "--fix", "-o", to.to_str().unwrap()];
        let said = program(&arguments);
        assert!(to.exists(), "{}", String::from_utf8_lossy(&said.stderr));
        let after = std::fs::read_to_string(&to).unwrap();
        assert_eq!(after, fixed(&source, &before), "{}", file["file"]);
        let left = findings(&to);
        let again: Vec<_> = left.iter().filter(|own| own["fix"].is_string()).collect();
        assert_eq!(again, Vec::<&serde_json::Value>::new(), "{}", file["file"]);
    }
}
