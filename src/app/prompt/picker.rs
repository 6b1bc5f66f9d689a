//! A list to filter by typing: the palette of commands, the sections to go to.
//!
//! What is typed is looked for in the label as it stands and in the initials
//! of its pinyin, so that `dc` finds 导出 without an input method.

use pinyin::ToPinyinMulti;

use crate::app::command::Command;
use crate::app::entry::Entry;
use crate::app::field::Field;
use crate::app::list::ListState;
use crate::report::{SectionId, State};
use crate::text::numeral::to_half_width;

/// What a row of a picker stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A command to run.
    Command(Command),
    /// An entry of 目录 to go to.
    Entry(Entry),
    /// Where a report stands on its way.
    State(State),
    /// A deleted draft, by its name in the bin.
    Binned(String),
    /// A deleted section to put back in.
    Removed(SectionId),
}

/// A list to filter.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The heading.
    pub title: &'static str,
    /// What is typed.
    pub filter: Field,
    /// The chosen row among those that match.
    pub list: ListState,
    rows: Vec<(String, Pick)>,
}

impl Picker {
    /// A picker over these rows.
    pub fn new(title: &'static str, rows: Vec<(String, Pick)>) -> Self {
        Self { title, filter: Field::default(), list: ListState::default(), rows }
    }

    /// The rows that match what is typed.
    pub fn matches(&self) -> Vec<&(String, Pick)> {
        let wanted = to_half_width(self.filter.text()).to_lowercase();
        let wanted: String = wanted.split_whitespace().collect();
        self.rows.iter().filter(|(label, _)| fits(label, &wanted)).collect()
    }

    /// What the chosen row stands for.
    pub fn chosen(&self) -> Option<Pick> {
        self.matches().get(self.list.selected).map(|(_, pick)| pick.clone())
    }
}

/// Whether a label holds the wanted characters in a row, each as itself or as
/// an initial of one of its readings.
fn fits(label: &str, wanted: &str) -> bool {
    let label: Vec<char> = to_half_width(label).to_lowercase().chars().collect();
    let wanted: Vec<char> = wanted.chars().collect();
    let last = label.len().saturating_sub(wanted.len());
    wanted.is_empty()
        || (wanted.len() <= label.len()
            && (0..=last).any(|start| matches_at(&label[start..], &wanted)))
}

fn matches_at(label: &[char], wanted: &[char]) -> bool {
    wanted.iter().zip(label).all(|(wanted, own)| wanted == own || has_initial(*own, *wanted))
}

fn has_initial(han: char, initial: char) -> bool {
    let readings = han.to_pinyin_multi();
    readings.is_some_and(|all| all.into_iter().any(|reading| reading.plain().starts_with(initial)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_words_and_full_width_find_a_row() {
        for (label, wanted) in [
            ("导出", "dc"),
            ("导出", "导"),
            ("重做", "cz"),
            ("转到某一节", "myj"),
            ("（二）2025年", "2025"),
            ("二/（一） 存在的不足", "二/(一)"),
        ] {
            assert!(fits(label, wanted), "{label} {wanted}");
        }
        assert!(!fits("导出", "dcx"));
        assert!(!fits("导出", "出导"));
        let mut picker = Picker::new("命令", vec![("导出".into(), Pick::Command(Command::Export))]);
        picker.filter.insert("ＤＣ");
        assert_eq!(picker.chosen(), Some(Pick::Command(Command::Export)));
    }
}
