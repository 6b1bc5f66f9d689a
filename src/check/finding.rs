//! One thing that a rule has found: where, what, why, what to do.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::catalogue::Group;
use super::script::{Line, Script, Where};
use crate::report::find::Site;
use crate::report::waiver::{Anchor, Scope, anchor};
use crate::report::{Report, Waiver};

/// How grave a finding is. It comes from the rule, never from the words of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: wrong beyond doubt.
    Error,
    /// 警告: most likely wrong.
    Warning,
    /// 提示: worth a look.
    Hint,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Hint];

    /// The word on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Hint => "提示",
        }
    }
}

/// A stretch of a text of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which text.
    pub at: Where,
    /// Where in it, in bytes.
    pub range: Range<usize>,
    /// The character that it begins with, from 1.
    pub column: usize,
    /// What stands there.
    pub excerpt: String,
    /// The section, as a reader says it: 导语, 一/（三）, 版头, 落款.
    pub section: Arc<str>,
    /// The line of the script that it stands in, for the order of findings.
    pub line: usize,
}

/// One thing that a rule has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule in the data, such as `sum-mismatch`.
    pub rule: Arc<str>,
    /// The name of the rule on the screen.
    pub name: Arc<str>,
    /// The group in which it stands on the screen.
    pub group: Group,
    /// Which case of the rule it is.
    pub branch: Arc<str>,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub spot: Spot,
    /// A Chinese sentence: what stands there, why that is wrong, what to do.
    pub message: String,
    /// What the rule rests on: a standard and its clause, arithmetic, practice.
    pub basis: Arc<str>,
    /// What should stand in the place of the excerpt, where that is mechanical.
    pub fix: Option<String>,
    /// The other places of a finding that compares some.
    pub also: Vec<Spot>,
}

impl Where {
    /// The place of the draft that it belongs to; none for a line of a file.
    pub fn scope(self) -> Option<Scope> {
        match self {
            Self::Text(site) => Some(Scope::of(site)),
            Self::Number(id) | Self::HeadingEnd(id) => Some(Scope::Section(id)),
            Self::Source(_) => None,
        }
    }

    /// What stands there in a draft, as the author wrote it.
    pub fn text_in(self, report: &Report) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(Site::Title) => Some(report.title().into()),
            Self::Text(site) => report.text_at(site).map(Cow::from),
            Self::Number(id) => {
                let index = report.index_of(id)?;
                Some(report.sections[index].label(report.ordinal(index)).into())
            }
            Self::HeadingEnd(id) => {
                Some(report.section(id)?.heading_end(report.style.heading).into())
            }
            Self::Source(_) => None,
        }
    }
}

impl Finding {
    /// Whether the author leaves it as it is by this waiver.
    pub fn is_left(&self, waiver: &Waiver, script: &Script) -> bool {
        let spot = &self.spot;
        *waiver.rule == *self.rule
            && spot.line_of(script).is_some_and(|line| {
                let at = spot.at.scope();
                waiver.covers(&self.rule, at, line.written(), spot.range.clone())
            })
    }
}

impl Spot {
    fn line_of<'a>(&self, script: &'a Script) -> Option<&'a Line> {
        script.lines.iter().find(|line| line.at == self.at)
    }

    /// The words by which it is known again in its section as long as they are not changed.
    pub fn anchor<'a>(&self, script: &'a Script) -> Option<Anchor<'a>> {
        let scope = self.at.scope();
        let section = script.lines.iter().filter(|line| line.at.scope() == scope);
        let texts: Vec<&str> = section.map(Line::written).collect();
        anchor(self.line_of(script)?.written(), self.range.clone(), &texts)
    }

    /// Whether what was found stands in a draft where it was found.
    pub fn stands_in(&self, report: &Report) -> bool {
        let text = self.at.text_in(report);
        text.is_some_and(|text| text.get(self.range.clone()) == Some(self.excerpt.as_str()))
    }
}
