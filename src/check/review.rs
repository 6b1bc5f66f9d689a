//! What stands of a check once it is taken out what the author leaves as it is.

use super::checker::Checker;
use super::finding::{Finding, Severity};
use super::script::Script;
use crate::report::{Report, Waiver};

/// The findings of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Those that are told, in reading order.
    pub standing: Vec<Finding>,
    /// Those that the author leaves as they are, in reading order.
    pub ignored: Vec<Finding>,
}

/// How many findings there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// 错误.
    pub error: usize,
    /// 警告.
    pub warning: usize,
    /// 提示.
    pub hint: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Hint => counts.hint += 1,
            }
        }
        counts
    }
}

/// Parts findings into those that are told and those that the author leaves.
pub fn waived(findings: Vec<Finding>, waivers: &[Waiver], script: &Script) -> Review {
    if waivers.is_empty() {
        return Review { standing: findings, ignored: Vec::new() };
    }
    let covered = |finding: &Finding| waivers.iter().any(|own| finding.is_left(own, script));
    let (ignored, standing) = findings.into_iter().partition(covered);
    Review { standing, ignored }
}

impl Checker {
    /// Checks a draft.
    pub fn review(&mut self, report: &Report) -> Review {
        let script = Script::of(report);
        waived(self.check(&script), &report.waivers, &script)
    }
}
