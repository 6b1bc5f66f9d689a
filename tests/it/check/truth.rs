//! Eight made-up reports with planted faults, and four clean ones: how many faults are
//! found, how many findings are right.
//!
//! `cargo test --test it check::truth -- --nocapture` prints the table; with
//! `FAZHI_CHECK_SAMPLES=FOLDER` the files and the `truth.json` there are read
//! instead of the fixtures.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Samples, findings, number, places, text, told};

/// What was counted.
#[derive(Default)]
struct Score {
    /// By rule: found and planted.
    rules: BTreeMap<String, (usize, usize)>,
    /// By severity: found and planted.
    severities: BTreeMap<String, (usize, usize)>,
    /// Findings of level error or warning: right ones and all.
    right: usize,
    all: usize,
    /// Of the faults found, how many in their severity.
    same_severity: usize,
    /// Errors and warnings in clean files.
    clean: BTreeMap<String, [usize; 2]>,
    /// What is to be told.
    remarks: Vec<String>,
    /// Hits of tempting rules on silent places.
    silent: usize,
}

/// Whether the stretches of two places have a character in common.
fn overlap(a: &Value, b: &Value) -> bool {
    let end = |own: &Value| number(own, "column") + text(own, "excerpt").chars().count().max(1);
    a["line"] == b["line"] && number(a, "column") < end(b) && number(b, "column") < end(a)
}

fn planted(fault: &Value) -> impl Iterator<Item = &Value> {
    std::iter::once(fault).chain(fault["also"].as_array().unwrap())
}

/// Whether a finding names a fault.
fn finds(finding: &Value, fault: &Value) -> bool {
    let or = fault["or_rules"].as_array().unwrap();
    let rule = finding["rule"] == fault["rule"] || or.contains(&finding["rule"]);
    let near = |place: &Value| {
        planted(fault).any(|own| own["line"] == place["line"] || overlap(own, place))
    };
    rule && places(finding).any(near)
}

impl Score {
    fn add(&mut self, file: &Value, findings: &[Value]) {
        let name = text(file, "file");
        let mut true_ones = BTreeSet::new();
        for fault in file["faults"].as_array().unwrap() {
            let hits: Vec<usize> =
                (0..findings.len()).filter(|at| finds(&findings[*at], fault)).collect();
            let found = usize::from(!hits.is_empty());
            for (counts, field) in [(&mut self.rules, "rule"), (&mut self.severities, "severity")] {
                let count = counts.entry(text(fault, field).to_owned()).or_default();
                *count = (count.0 + found, count.1 + 1);
            }
            let same = |at: &usize| findings[*at]["severity"] == fault["severity"];
            self.same_severity += usize::from(hits.iter().any(same));
            if hits.is_empty() {
                let why = text(fault, "why");
                self.remarks.push(format!("not found: {name} {} {why}", text(fault, "id")));
            }
            true_ones.extend(hits);
        }
        let on_a_fault = |finding: &Value| {
            let faults = file["faults"].as_array().unwrap().iter().flat_map(planted);
            faults.into_iter().any(|fault| places(finding).any(|place| overlap(place, fault)))
        };
        for (at, finding) in findings.iter().enumerate() {
            let right = true_ones.contains(&at) || on_a_fault(finding);
            let grave = finding["severity"] != "hint";
            self.right += usize::from(grave && right);
            self.all += usize::from(grave);
            if grave && !right {
                self.remarks.push(format!("not planted: {name} {}", told(finding)));
            }
            let tempted = file["silent"].as_array().unwrap().iter().filter(|silent| {
                silent["tempting_rule"] == finding["rule"]
                    && places(finding).any(|place| overlap(place, silent))
            });
            for silent in tempted {
                self.silent += 1;
                self.remarks.push(format!(
                    "not silent: {name} {} {}",
                    told(finding),
                    text(silent, "why")
                ));
            }
        }
        if file["clean"] == true {
            let count =
                |severity: &str| findings.iter().filter(|own| own["severity"] == severity).count();
            self.clean.insert(name.to_owned(), [count("error"), count("warning")]);
        }
    }

    fn print(&self) {
        for (rule, (found, planted)) in &self.rules {
            println!("{rule:<24} {found} of {planted}");
        }
        for (severity, (found, planted)) in &self.severities {
            println!("{severity:<24} {found} of {planted}");
        }
        println!("errors and warnings: {} of {} are right", self.right, self.all);
        println!("in their severity: {}", self.same_severity);
        println!("in clean files (errors, warnings): {:?}", self.clean);
        println!("on silent places: {}", self.silent);
        self.remarks.iter().for_each(|remark| println!("{remark}"));
    }
}

#[test]
fn planted_faults_are_found_and_nothing_else() {
    let samples = Samples::new();
    let mut score = Score::default();
    for file in samples.truth() {
        score.add(&file, &findings(&samples.file(&file["file"])));
    }
    score.print();
    let planted: usize = score.rules.values().map(|(_, planted)| planted).sum();
    let found: usize = score.rules.values().map(|(found, _)| found).sum();
    assert_eq!(planted, 70);
    assert_eq!(found, planted);
    assert_eq!(score.right, score.all);
    assert_eq!(score.same_severity, found);
    assert!(score.clean.values().all(|count| *count == [0, 0]), "{:?}", score.clean);
    assert_eq!(score.silent, 0);
}
