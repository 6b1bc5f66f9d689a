//! A set of words of which the longest that a text begins or ends with is found
//! without trying them all.

use std::collections::HashMap;

/// Words with what they mean, by the character that they begin with.
#[derive(Clone, Debug)]
pub(in crate::check) struct Prefixes<T> {
    by_first: HashMap<char, Vec<(String, T)>>,
}

impl<T> Default for Prefixes<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T> FromIterator<(String, T)> for Prefixes<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(words: I) -> Self {
        let mut by_first: HashMap<char, Vec<(String, T)>> = HashMap::new();
        for (word, meaning) in words {
            if let Some(first) = word.chars().next() {
                by_first.entry(first).or_default().push((word, meaning));
            }
        }
        for own in by_first.values_mut() {
            own.sort_by_key(|(word, _)| usize::MAX - word.len());
        }
        Self { by_first }
    }
}

impl<T> Prefixes<T> {
    /// The longest word that a text begins with.
    pub(in crate::check) fn longest<'a>(&'a self, text: &'a str) -> Option<(&'a str, &'a T)> {
        self.all(text).next()
    }

    /// All words that a text begins with, the longest first.
    pub(in crate::check) fn all<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a T)> {
        let first = text.chars().next();
        let own = first.and_then(|first| self.by_first.get(&first)).into_iter().flatten();
        own.filter(|(word, _)| text.starts_with(word.as_str()))
            .map(|(word, own)| (word.as_str(), own))
    }
}

/// Words by the character that they end with.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Suffixes {
    by_last: HashMap<char, Vec<String>>,
}

impl FromIterator<String> for Suffixes {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut by_last: HashMap<char, Vec<String>> = HashMap::new();
        for word in words {
            if let Some(last) = word.chars().next_back() {
                by_last.entry(last).or_default().push(word);
            }
        }
        for own in by_last.values_mut() {
            own.sort_by_key(|word| usize::MAX - word.len());
        }
        Self { by_last }
    }
}

impl Suffixes {
    /// The longest word that a text ends with.
    pub(in crate::check) fn longest(&self, text: &str) -> Option<&str> {
        let own = text.chars().next_back().and_then(|last| self.by_last.get(&last))?;
        own.iter().find(|word| text.ends_with(word.as_str())).map(String::as_str)
    }
}
