//! The five required contents: which of them a report has text for, wherever
//! they stand in its outline.

use super::progress::Mark;
use super::section::Place;
use super::template::Head;
use super::{Report, Template};

impl Head {
    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Results => "举措和成效",
            Self::Shortcomings => "不足和原因",
            Self::Leadership => "第一责任人",
            Self::Plan => "下年安排",
            Self::Other => "其他",
        }
    }
}

impl Report {
    /// The sections with text, by the keys that they have in the template.
    pub fn written_keys(&self) -> Vec<String> {
        let written = |id| self.mark(Place::Section(id)) != Mark::Empty;
        let sections = self.sections.iter().filter(|section| written(section.id));
        sections.filter_map(|section| section.key.clone()).collect()
    }
}

impl Template {
    /// The required contents that the outline answers, in their order, and
    /// whether one of these sections does; an item answers for its part too.
    pub fn heads(&self, written: &[String]) -> Vec<(Head, bool)> {
        let all = [Head::Results, Head::Shortcomings, Head::Leadership, Head::Plan, Head::Other];
        let told = |head: Head| {
            let mut covered = false;
            let mut has_text = false;
            for part in &self.parts {
                let whole = part.covers.contains(&head);
                let own = std::iter::once((&part.key, whole));
                let items = part.items.iter().map(|i| (&i.key, whole || i.covers.contains(&head)));
                for (key, _) in own.chain(items).filter(|(_, covers)| *covers) {
                    covered = true;
                    has_text |= written.contains(key);
                }
            }
            covered.then_some((head, has_text))
        };
        all.into_iter().filter_map(told).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing;

    #[test]
    fn a_head_is_written_where_its_part_or_an_item_has_text() {
        let template = testing::template();
        let mut report = testing::report();
        for section in &mut report.sections {
            section.body.clear();
        }
        assert!(template.heads(&report.written_keys()).iter().all(|(_, written)| !written));
        let item = report.sections.iter().position(|s| s.level == crate::report::Level::Item);
        report.sections[item.unwrap()].body = vec!["写了。".to_owned()];
        let heads = template.heads(&report.written_keys());
        assert!(heads.contains(&(Head::Results, true)), "{heads:?}");
        assert_eq!(heads.iter().filter(|(_, written)| *written).count(), 1);
        // 其他 is told only where the outline has it.
        assert_eq!(heads.len(), template.heads(&[]).len());
    }
}
