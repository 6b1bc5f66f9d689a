//! Runs the rules over a script, and remembers what it read of each line.

use std::collections::HashMap;
use std::sync::Arc;

use super::catalogue::Rules;
use super::finding::{Finding, Spot};
use super::prose::Prose;
use super::rule::{View, Whole};
use super::script::{Facts, Line, Part, Script};
use super::sink::{Found, Mark, Sink};
use crate::report::template::Head;

/// Checks a report again and again.
#[derive(Debug)]
pub struct Checker {
    rules: Arc<Rules>,
    facts: Facts,
    memo: HashMap<Key, Arc<Read>>,
}

/// All that decides on what is read and found in a line by itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    part: Part,
    head: Option<Head>,
    source: bool,
    text: String,
}

/// What was read and found in a line by itself.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) prose: Prose,
    found: Vec<Found>,
}

impl Checker {
    /// A checker with these rules that has read nothing yet.
    pub fn new(rules: Arc<Rules>) -> Self {
        Self { rules, facts: Facts::default(), memo: HashMap::new() }
    }

    /// All findings in a script, in reading order.
    pub fn check(&mut self, script: &Script) -> Vec<Finding> {
        if self.facts != script.facts {
            self.memo.clear();
            self.facts = script.facts.clone();
        }
        let read = self.read(script);
        let mut found: Vec<Found> = Vec::new();
        for (line, own) in read.iter().enumerate() {
            found.extend(own.found.iter().map(|found| standing(found, line)));
        }
        let whole = Whole { script, read: &read, tables: &self.rules.tables };
        for (index, rule) in self.rules.rules.iter().enumerate().filter(|(_, rule)| rule.is_on()) {
            rule.family.whole(&whole, &mut Sink::new(rule, index, &mut found));
        }
        let mut findings: Vec<Finding> =
            found.into_iter().filter_map(|found| self.finding(script, found)).collect();
        findings.sort_by(|a, b| order(a).cmp(&order(b)));
        findings.dedup();
        findings
    }

    /// What is read of each line; of lines that were there before, what was read then.
    fn read(&mut self, script: &Script) -> Vec<Arc<Read>> {
        let mut memo = HashMap::with_capacity(script.lines.len());
        let read = script.lines.iter().map(|line| {
            let head = script.divisions.get(line.division).and_then(|own| own.head);
            let (part, source) = (line.part, line.source);
            let key = Key { part, head, source, text: line.text.clone() };
            let read = memo.entry(key).or_insert_with_key(|key| {
                let known = self.memo.get(key).map(Arc::clone);
                known.unwrap_or_else(|| Arc::new(self.fresh(line, head)))
            });
            Arc::clone(read)
        });
        let read = read.collect();
        self.memo = memo;
        read
    }

    fn fresh(&self, line: &Line, head: Option<Head>) -> Read {
        let tables = &self.rules.tables;
        let prose = if line.source {
            Prose::default()
        } else {
            Prose::read(&line.text, tables, self.facts.year)
        };
        let mut found = Vec::new();
        let view = View { line, index: 0, head, prose: &prose, facts: &self.facts, tables };
        for (index, rule) in self.rules.rules.iter().enumerate().filter(|(_, rule)| rule.is_on()) {
            // Of a file, what an import takes out is looked for where it stood.
            if !self.facts.file || rule.family.reads_source() == line.source {
                rule.family.line(&view, &mut Sink::new(rule, index, &mut found));
            }
        }
        Read { prose, found }
    }

    /// A hit as it is told; `None` for one outside the script.
    fn finding(&self, script: &Script, found: Found) -> Option<Finding> {
        let rule = self.rules.rules.get(found.rule)?;
        let branch = rule.branch(found.hit.branch)?;
        let line = script.lines.get(found.hit.at.line)?;
        let fix = found.hit.fix.filter(|_| line.is_written(&found.hit.at.range));
        let also = found.hit.also.iter().filter_map(|mark| spot(script, mark));
        Some(Finding {
            rule: rule.id.as_str().into(),
            name: rule.name.as_str().into(),
            group: rule.group,
            branch: branch.key.as_str().into(),
            severity: branch.severity,
            spot: spot(script, &found.hit.at)?,
            message: found.hit.message,
            basis: rule.basis.as_str().into(),
            fix,
            also: also.collect(),
        })
    }
}

/// The order of findings: as one reads.
fn order(finding: &Finding) -> (usize, usize, usize, &str, &str, &str) {
    let Spot { line, range, .. } = &finding.spot;
    (*line, range.start, range.end, &finding.rule, &finding.branch, &finding.message)
}

/// A hit of a line by itself, where the line stands.
fn standing(found: &Found, line: usize) -> Found {
    let mut found = found.clone();
    found.hit.at.line = line;
    found.hit.also.iter_mut().for_each(|mark| mark.line = line);
    found
}

fn spot(script: &Script, mark: &Mark) -> Option<Spot> {
    let line = script.lines.get(mark.line)?;
    let range = line.range_written(mark.range.clone());
    let excerpt = line.written().get(range.clone())?.to_owned();
    let column = line.written()[..range.start].chars().count() + 1;
    let section = script.divisions.get(line.division).map(|own| own.path.clone());
    Some(Spot {
        at: line.at,
        range,
        column,
        excerpt,
        section: section.unwrap_or_else(|| "".into()),
        line: mark.line,
    })
}
