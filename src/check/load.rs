//! Rules and tables out of their files.
//!
//! No file is opened here: the text of a copy of the user's is handed in. One
//! that cannot be understood is named, and the built-in one works on.

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::catalogue::{Rule, Rules};
use super::tables::Tables;

/// The files of rules, in the order of their groups: name and built-in text.
const RULES: [(&str, &str); 7] = [
    ("rules/years", include_str!("../../data/rules/years.ron")),
    ("rules/leftovers", include_str!("../../data/rules/leftovers.ron")),
    ("rules/names", include_str!("../../data/rules/names.ron")),
    ("rules/marks", include_str!("../../data/rules/marks.ron")),
    ("rules/structure", include_str!("../../data/rules/structure.ron")),
    ("rules/figures", include_str!("../../data/rules/figures.ron")),
    ("rules/substance", include_str!("../../data/rules/substance.ron")),
];

/// A copy of the user's that cannot be understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The name of the file without ending, such as `rules/years`.
    pub name: String,
    /// What is wrong, and where.
    pub error: SpannedError,
}

/// Where the files come from.
pub(super) struct Files<'a> {
    own: &'a mut dyn FnMut(&str) -> Option<String>,
    broken: Vec<Broken>,
}

impl Files<'_> {
    /// What stands in the user's copy, else in the built-in file.
    pub(super) fn read<T: DeserializeOwned + Default>(&mut self, name: &str, built_in: &str) -> T {
        if let Some(text) = (self.own)(name) {
            match parse(&text) {
                Ok(value) => return value,
                Err(error) => self.broken.push(Broken { name: name.to_owned(), error }),
            }
        }
        parse(built_in).unwrap_or_else(|error| {
            self.broken.push(Broken { name: name.to_owned(), error });
            T::default()
        })
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, SpannedError> {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

impl Rules {
    /// All rules and tables. `own` gives the text of the user's copy of a file by its
    /// name without ending, such as `rules/years`; copies that cannot be
    /// understood come back beside the rules.
    pub fn load(own: &mut dyn FnMut(&str) -> Option<String>) -> (Self, Vec<Broken>) {
        let mut files = Files { own, broken: Vec::new() };
        let rules = RULES.iter().flat_map(|(name, text)| files.read::<Vec<Rule>>(name, text));
        let rules = rules.collect();
        let tables = Tables::load(&mut files);
        (Self { rules, tables }, files.broken)
    }

    /// The rules as they are built in.
    pub fn built_in() -> Self {
        Self::load(&mut |_| None).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_can_be_understood() {
        let (rules, broken) = Rules::load(&mut |_| None);
        assert_eq!(broken, []);
        assert_eq!(rules.rules.len(), 48);
    }

    #[test]
    fn a_broken_copy_is_named_and_the_built_in_one_works_on() {
        let own = |name: &str| (name == "rules/years").then(|| "[\n  (id: \"x\",,)]".to_owned());
        let (rules, broken) = Rules::load(&mut { own });
        assert_eq!(rules.rules.len(), 48);
        assert_eq!((broken.len(), broken[0].error.span.end.line), (1, 2));
    }

    #[test]
    fn a_copy_of_the_user_goes_before() {
        let own = |name: &str| (name == "rules/years").then(|| "[]".to_owned());
        let (rules, broken) = Rules::load(&mut { own });
        assert!(broken.is_empty() && rules.rule("stale-year").is_none());
        assert!(rules.rule("length").is_some());
    }
}
