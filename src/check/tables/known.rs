//! The dictionary of figures, by the words that prose uses for them.

use std::collections::HashMap;

use crate::check::load::Files;
use crate::report::dictionary::{Dictionary, Entry};

/// The dictionary with its names.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Known {
    /// What is known of figures.
    pub(in crate::check) dictionary: Dictionary,
    /// The entries of a name or synonym.
    named: HashMap<String, Vec<usize>>,
}

impl Known {
    pub(super) fn load(files: &mut Files) -> Self {
        let built_in = include_str!("../../../data/figures.ron");
        let dictionary: Dictionary = files.read("figures", built_in);
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, entry) in dictionary.entries().iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.synonyms) {
                named.entry(name.clone()).or_default().push(index);
            }
        }
        Self { dictionary, named }
    }

    /// Whether it is a name or synonym of a figure.
    pub(in crate::check) fn is_name(&self, name: &str) -> bool {
        self.named.contains_key(name)
    }

    /// The one entry with this name or synonym that is counted in this unit.
    pub(in crate::check) fn entry(&self, name: &str, unit: &str) -> Option<&Entry> {
        let own = self.named.get(name)?.iter().filter_map(|at| self.dictionary.entries().get(*at));
        // Amounts are read in 元, whatever they are written in.
        let counts = |own: &&Entry| {
            own.units.iter().any(|known| known.trim_start_matches(['万', '亿']) == unit)
        };
        let mut own = own.filter(counts);
        let first = own.next();
        first.filter(|_| own.next().is_none())
    }
}
