//! How long a text is, as offices count it.
//!
//! A heading counts with its section, and its number and end mark do too,
//! whatever the heading style: switching the style changes no count. Title
//! block and closing lines are outside.

use super::Report;
use super::section::{Level, Place, Section};
use crate::text::count;

impl Report {
    /// 字数 of a text as Word counts it, with its heading.
    pub fn words(&self, place: Place) -> usize {
        self.length(place, count::words)
    }

    /// Characters of a text without white space, with its heading.
    pub fn characters(&self, place: Place) -> usize {
        self.length(place, count::characters)
    }

    /// 字数 of the heading of a text alone.
    pub fn heading_words(&self, place: Place) -> usize {
        self.heading_length(place, count::words)
    }

    fn length(&self, place: Place, of: fn(&str) -> usize) -> usize {
        let body = self.body(place).unwrap_or_default();
        let own: usize = body.iter().map(|paragraph| of(paragraph)).sum();
        own + self.heading_length(place, of)
    }

    fn heading_length(&self, place: Place, of: fn(&str) -> usize) -> usize {
        let heading = match place {
            Place::Preamble => None,
            Place::Section(id) => self.index_of(id),
        };
        heading
            .map_or(0, |index| of(&heading_as_run_in(&self.sections[index], self.ordinal(index))))
    }
}

/// A heading with number and end mark: an item has its 。 in the run-in style
/// and keeps it in the count on a line of its own.
fn heading_as_run_in(section: &Section, ordinal: u32) -> String {
    let end = match section.level {
        Level::Item if !section.heading.is_empty() => "。",
        Level::Part | Level::Item => "",
    };
    format!("{}{}{end}", section.label(ordinal), section.heading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{HeadingStyle, testing};

    #[test]
    fn a_heading_counts_with_its_section_in_both_styles() {
        let mut report = testing::report();
        let item = report.sections[1].id;
        report.sections[1].body = vec!["审查合同12份，占99%。".into()];
        // （一） 3, 学习 2, 。 1; 审查合同 4, 12 1, 份 1, ， 1, 占 1, 99% 1, 。 1
        assert_eq!(report.words(Place::Section(item)), 6 + 10);
        assert_eq!(report.characters(Place::Section(item)), 6 + 13);
        report.style.heading = HeadingStyle::RunIn;
        assert_eq!(report.words(Place::Section(item)), 16);
    }
}
