//! 提示 of a template: what belongs in each text, own words or those of another.
//!
//! Templates share most of their advice. One that takes it from another says so
//! by name (`guide_of`), so that a sentence is kept, and mended, in one place.

use serde::{Deserialize, Serialize};

use super::Template;
use crate::report::Figure;

/// The name of 导语 beside the keys of parts and items.
const LEAD: &str = "preamble";

/// What a good head of a 司法所 would tell a colleague who writes this text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Guide {
    /// 写什么.
    pub what: Vec<String>,
    /// 要哪些数: figures, with the office that usually has them.
    pub figures: Vec<Asked>,
    /// 容易漏的.
    pub forgotten: Vec<String>,
    /// 起头的话: sentences to insert, with blanks and citations.
    pub starters: Vec<String>,
}

/// A figure that a text usually needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Its name in the ledger.
    pub name: String,
    /// Its unit of measure; left out in data where it is that of the dictionary.
    #[serde(default)]
    pub unit: String,
    /// The office that usually has it; left out like the unit.
    #[serde(default)]
    pub source: String,
}

impl Asked {
    /// The entry of the ledger, still without a value.
    pub fn entry(&self) -> Figure {
        Figure {
            name: self.name.clone(),
            value: None,
            unit: self.unit.clone(),
            source: self.source.clone(),
        }
    }
}

/// Why a text cannot take the guidance that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misled {
    /// There is none of this name.
    Unknown(String),
    /// What is named takes its own from elsewhere.
    Chain(String),
    /// The text has guidance of its own beside the name.
    Both(String),
}

impl Template {
    /// Takes the guidance that parts, items and 导语 name from templates, known
    /// by their stems; of two with one stem, the first that has such a text.
    ///
    /// # Errors
    /// Why the first that cannot be taken cannot.
    pub fn borrow_guides(&mut self, templates: &[(&str, &Self)]) -> Result<(), Misled> {
        for (guide, name) in self.guides_mut() {
            let Some(name) = name.take() else { continue };
            if *guide != Guide::default() {
                return Err(Misled::Both(name));
            }
            let (stem, key) = name.split_once('/').unwrap_or((&name, ""));
            let named = templates.iter().filter(|(own, _)| *own == stem);
            let mut found = named.filter_map(|(_, template)| template.guide_and_name(key));
            match found.clone().find(|(_, lent)| lent.is_none()) {
                Some((lent, _)) => *guide = lent.clone(),
                None if found.next().is_some() => return Err(Misled::Chain(name)),
                None => return Err(Misled::Unknown(name)),
            }
        }
        Ok(())
    }

    /// Every guidance and what it names instead, to be completed.
    pub(in crate::report) fn guides_mut(
        &mut self,
    ) -> impl Iterator<Item = (&mut Guide, &mut Option<String>)> {
        let lead = &mut self.preamble;
        let parts = self.parts.iter_mut().flat_map(|part| {
            let items = part.items.iter_mut().map(|item| (&mut item.guide, &mut item.guide_of));
            std::iter::once((&mut part.guide, &mut part.guide_of)).chain(items)
        });
        std::iter::once((&mut lead.guide, &mut lead.guide_of)).chain(parts)
    }

    /// The guidance of a section of a draft, by its key.
    pub fn guide(&self, key: &str) -> Option<&Guide> {
        self.guide_and_name(key).map(|(guide, _)| guide)
    }

    /// The guidance of a text and what it names instead, by its key.
    fn guide_and_name(&self, key: &str) -> Option<(&Guide, Option<&str>)> {
        let lead = &self.preamble;
        let parts = self.parts.iter().flat_map(|part| {
            let items = part.items.iter();
            let items = items.map(|i| (i.key.as_str(), &i.guide, i.guide_of.as_deref()));
            std::iter::once((part.key.as_str(), &part.guide, part.guide_of.as_deref())).chain(items)
        });
        parts
            .chain(std::iter::once((LEAD, &lead.guide, lead.guide_of.as_deref())))
            .find_map(|(own, guide, name)| (own == key).then_some((guide, name)))
    }
}
