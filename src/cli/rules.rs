//! The rules of the checks as the settings of the user want them, and drafts checked
//! with them.

use std::sync::Arc;

use super::output;
use crate::check::{Checker, Review, Rules};
use crate::report::Report;
use crate::runtime::rules;
use crate::storage::{DataFolder, Settings};

/// The rules; what cannot be used of the user's files is told.
pub(super) fn load(data: &DataFolder) -> Rules {
    let (settings, problem) = Settings::load(data);
    if let Some(problem) = problem {
        output::tell(&format!("设置不能用：{problem}"));
    }
    let (rules, errors) = rules::load(data, &settings.names_off(), &settings.rules_on);
    for error in errors {
        output::tell(&format!("不能用：{error}"));
    }
    rules
}

/// What the checks find in a draft.
pub(super) fn review(data: &DataFolder, report: &Report) -> Review {
    Checker::new(Arc::new(load(data))).review(report)
}
