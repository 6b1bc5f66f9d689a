//! The dictionary of figures: the built-in one, and a copy of the user's that
//! goes before it.

use std::collections::HashMap;
use std::path::Path;

use super::inspect::{self, refusal};
use crate::report::Dictionary;
use crate::storage::error::{Problem, StorageError};
use crate::storage::paths::DataFolder;
use crate::storage::{file, notation};

/// The built-in dictionary.
pub(super) const BUILT_IN: &str = include_str!("../../../data/figures.ron");

/// The dictionaries that templates are completed from.
pub(super) struct Figures {
    /// The user's, or the built-in one where there is none that can be used.
    pub(super) own: Dictionary,
    /// The built-in one, for names that the user's has left out.
    pub(super) built_in: Dictionary,
}

/// The dictionaries, and what is wrong with the user's.
pub(super) fn load(data: &DataFolder, errors: &mut Vec<StorageError>) -> Figures {
    let built_in = parse(BUILT_IN, Path::new("figures.ron")).unwrap_or_else(|error| {
        errors.push(error);
        Dictionary::default()
    });
    let path = data.figures();
    let own = match file::read_text(&path).and_then(|text| parse(&text, &path)) {
        Ok(own) => own,
        Err(error) => {
            if error.problem != Problem::Missing {
                errors.push(error);
            }
            built_in.clone()
        }
    };
    Figures { own, built_in }
}

/// The dictionary that a text holds; `path` only names it in errors.
fn parse(text: &str, path: &Path) -> Result<Dictionary, StorageError> {
    let dictionary: Dictionary = notation::parse(text, path)?;
    names(&dictionary, text, path)?;
    relations(&dictionary, text, path)?;
    Ok(dictionary)
}

/// Refuses a name or synonym that stands for two figures.
fn names(dictionary: &Dictionary, text: &str, path: &Path) -> Result<(), StorageError> {
    let mut seen = HashMap::new();
    let entries = dictionary.entries().iter();
    let names = entries.clone().map(|entry| (entry, &entry.name));
    let synonyms = entries.flat_map(|entry| entry.synonyms.iter().map(move |name| (entry, name)));
    for (entry, name) in names.chain(synonyms) {
        let Some(first) = seen.insert(name, &entry.name) else { continue };
        let what = if first != &entry.name {
            format!("“{name}”既指“{first}”，又指“{}”", entry.name)
        } else if name == first {
            format!("“{name}”写了两遍")
        } else {
            format!("“{first}”的叫法里，“{name}”写了两遍")
        };
        let at = inspect::quoted(text, name).filter(|at| is_named(text, *at)).nth(1);
        let remedy = "一个叫法只能指一个数，请删去或改掉其中一处".to_owned();
        return Err(refusal(path, text, at, what, remedy));
    }
    Ok(())
}

/// Whether the string at this byte is a name or a synonym, not part of a relation.
fn is_named(text: &str, at: usize) -> bool {
    let field = |name: &str| text[..at].rfind(name);
    let named = field("name:").max(field("synonyms:"));
    named > field("relations:").max(field("units:")).max(field("source:"))
}

/// Refuses a figure without a unit, and a relation to a figure that is not there.
fn relations(dictionary: &Dictionary, text: &str, path: &Path) -> Result<(), StorageError> {
    for entry in dictionary.entries() {
        let at = inspect::quoted(text, &entry.name).next();
        if entry.unit().is_empty() {
            let what = format!("“{}”没有写单位", entry.name);
            return Err(refusal(path, text, at, what, "请在 units 里补上".to_owned()));
        }
        let others = entry.relations.iter().flat_map(|relation| relation.others());
        let unknown = others.into_iter().find(|name| dictionary.entry(name).is_none());
        if let Some(unknown) = unknown {
            let what = format!("“{}”的关系里写了“{unknown}”，没有这个数", entry.name);
            let at = inspect::quoted(text, unknown).next().or(at);
            return Err(refusal(path, text, at, what, "请改成有的名称，或删去".to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn entry(name: &str, synonyms: &str, relations: &str) -> String {
        format!(
            "  (number: 1, group: a, name: \"{name}\", synonyms: [{synonyms}], units: [\"件\"], \
             source: \"甲\", relations: [{relations}], seen: usual),\n"
        )
    }

    fn refused(entries: &[String]) -> StorageError {
        let text = format!("[\n{}]", entries.concat());
        parse(&text, Path::new("figures.ron")).unwrap_err()
    }

    #[test]
    fn the_built_in_one_has_every_number() {
        let dictionary = parse(BUILT_IN, Path::new("figures.ron")).unwrap();
        let numbers: BTreeSet<u16> = dictionary.entries().iter().map(|e| e.number).collect();
        assert_eq!(numbers, (1..=121).collect());
        let in_order = dictionary.entries().windows(2).all(|two| two[0].number <= two[1].number);
        assert!(in_order);
        let parts: Vec<&str> = dictionary
            .entries()
            .iter()
            .filter(|entry| entry.number == 104)
            .map(|entry| entry.name.as_str())
            .collect();
        assert_eq!(parts, ["行政诉讼", "诉讼胜诉", "诉讼败诉", "诉讼撤诉", "诉讼在审"]);
    }

    #[test]
    fn a_name_for_two_figures_is_refused_at_its_second_place() {
        let error = refused(&[entry("甲数", "\"乙数\"", ""), entry("乙数", "", "")]);
        assert_eq!(error.line, Some(3));
        assert!(error.to_string().contains("“乙数”既指“乙数”，又指“甲数”"), "{error}");
        let error = refused(&[entry("甲数", "", ""), entry("甲数", "", "")]);
        assert_eq!((error.line, error.column), (Some(3), Some(31)));
        assert!(error.to_string().contains("“甲数”写了两遍"), "{error}");
    }

    #[test]
    fn a_relation_behind_it_is_not_the_second_place() {
        let relation = entry("丙数", "", "at_most(\"甲数\")");
        let error = refused(&[entry("甲数", "", ""), entry("甲数", "", ""), relation]);
        assert_eq!((error.line, error.column), (Some(3), Some(31)));
    }

    #[test]
    fn a_figure_that_is_called_one_thing_twice_is_told_so() {
        for (synonyms, told, column) in [
            ("\"甲数\"", "“甲数”写了两遍", 48),
            ("\"乙数\", \"乙数\"", "“甲数”的叫法里，“乙数”写了两遍", 54),
        ] {
            let error = refused(&[entry("甲数", synonyms, "at_most(\"甲数\")")]);
            assert_eq!((error.line, error.column), (Some(2), Some(column)), "{error}");
            let text = error.to_string();
            assert!(text.contains(told) && !text.contains("又指"), "{text}");
        }
    }

    #[test]
    fn a_relation_to_nothing_and_a_missing_unit_are_refused() {
        let error = refused(&[entry("甲数", "", "at_most(\"丙数\")")]);
        assert_eq!((error.line, error.column), (Some(2), Some(98)));
        assert!(error.to_string().contains("没有这个数"), "{error}");
        let error = refused(&[entry("甲数", "", "").replace("[\"件\"]", "[]")]);
        assert!(error.to_string().contains("“甲数”没有写单位"), "{error}");
    }
}
