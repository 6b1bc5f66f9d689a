//! The five required contents: which of them a report has text for, wherever
//! they stand in its outline.

use super::progress::Mark;
use super::section::Place;
use super::template::{Head, Part};
use super::{Report, Template};

/// Words of a part's heading, and the required content that they name. 第一责任人
/// comes first, because 主要负责人履行…职责情况 holds words of others.
const MEANINGS: [(Head, &[&str]); 4] = [
    (Head::Leadership, &["第一责任人", "第一責任人"]),
    (Head::Shortcomings, &["不足", "问题", "原因", "問題"]),
    (Head::Plan, &["安排", "打算", "下一步", "计划", "計劃"]),
    (Head::Results, &["举措", "成效", "做法", "开展情况", "工作情况", "舉措", "工作情況"]),
];

impl Head {
    /// The required content that the heading of a part names by its words.
    pub fn named_by(heading: &str) -> Option<Self> {
        // Letters may be spaced: 存 在 的 不 足.
        let heading: String = heading.split_whitespace().collect();
        let named = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        let found = MEANINGS.iter().find(|(_, words)| named(words));
        found.map(|(head, _)| *head)
    }

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
    /// The sections that are written, by the keys that they have in the template:
    /// those that are done, and those with text in which nothing is open. A part
    /// is written where one of its items is, whatever that is called.
    pub fn written_keys(&self) -> Vec<(String, Mark)> {
        let sections = self.sections.iter().enumerate().filter_map(|(index, section)| {
            let mut own = self.block(index).filter_map(|own| self.written(own));
            section.key.clone().zip(own.next())
        });
        sections.collect()
    }

    /// The mark of a section that is written.
    fn written(&self, index: usize) -> Option<Mark> {
        let place = Place::Section(self.sections[index].id);
        let mark = self.mark(place);
        let written = match mark {
            Mark::Empty => false,
            Mark::Drafting => self.open_in(place).is_empty(),
            Mark::Done => true,
        };
        written.then_some(mark)
    }
}

impl Template {
    /// The required contents that the outline answers, in their order, and
    /// whether one of these sections does; an item answers for its part too.
    pub fn heads(&self, written: &[(String, Mark)]) -> Vec<(Head, bool)> {
        let all = [Head::Results, Head::Shortcomings, Head::Leadership, Head::Plan, Head::Other];
        let texts = || self.parts.iter().flat_map(Part::texts);
        let told = |head: Head| {
            let mut own = texts().filter(|text| text.covers(head)).peekable();
            own.peek()?;
            Some((head, own.any(|text| text.answers(head, written))))
        };
        all.into_iter().filter_map(told).collect()
    }
}

/// A text of the outline: its key, and the contents that it and its part cover.
struct Text<'a> {
    key: &'a str,
    covers: [&'a [Head]; 2],
}

impl Part {
    /// Its own text and those of its items.
    fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let items = self.items.iter();
        let items = items.map(|i| Text { key: &i.key, covers: [&self.covers, &i.covers] });
        std::iter::once(Text { key: &self.key, covers: [&self.covers, &[]] }).chain(items)
    }
}

impl Text<'_> {
    fn covers(&self, head: Head) -> bool {
        self.covers.iter().any(|covers| covers.contains(&head))
    }

    /// Whether it is written and holds this content: what it covers in the first
    /// place as soon as anything stands there, what it covers besides when the
    /// author says that it is done.
    fn answers(&self, head: Head, written: &[(String, Mark)]) -> bool {
        let first = self.covers.iter().any(|covers| covers.first() == Some(&head));
        let mut own = written.iter().filter(|(key, _)| key == self.key);
        own.any(|(_, mark)| first || *mark == Mark::Done)
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

    #[test]
    fn an_item_that_no_template_knows_answers_for_its_part() {
        let template = testing::template();
        let mut report = testing::report();
        for section in &mut report.sections {
            section.body.clear();
        }
        let item = report.sections.iter().position(|s| s.level == crate::report::Level::Item);
        let item = &mut report.sections[item.unwrap()];
        (item.key, item.body) = (None, vec!["写了。".to_owned()]);
        assert!(template.heads(&report.written_keys()).contains(&(Head::Results, true)));
    }

    #[test]
    fn points_that_are_still_to_be_written_are_no_text() {
        let template = testing::template();
        let mut report = testing::report();
        report.sections[1].body = vec!["1.带头学法。【】".to_owned()];
        let results = |report: &Report| template.heads(&report.written_keys())[0];
        assert_eq!(results(&report), (Head::Results, false));
        report.sections[1].done = true;
        assert_eq!(results(&report), (Head::Results, true), "the author says so");
        report.sections[1].done = false;
        report.sections[1].body = vec!["1.带头学法。书记讲了2次。".to_owned()];
        assert_eq!(results(&report), (Head::Results, true));
    }

    #[test]
    fn what_a_text_covers_besides_waits_until_it_is_done() {
        let mut template = testing::template();
        template.parts[0].items.clear();
        template.parts[0].covers = vec![Head::Results, Head::Leadership];
        let mut report = testing::report();
        report.sections[0].body = vec!["学法12次。".to_owned()];
        let ticked = |report: &Report| -> Vec<Head> {
            let heads = template.heads(&report.written_keys()).into_iter();
            heads.filter_map(|(head, written)| written.then_some(head)).collect()
        };
        assert_eq!(ticked(&report), [Head::Results]);
        report.sections[0].done = true;
        assert_eq!(ticked(&report), [Head::Results, Head::Leadership]);
    }

    #[test]
    fn parts_in_other_words_are_known_by_their_meaning() {
        assert_eq!(Head::named_by("存在的主要问题及原因"), Some(Head::Shortcomings));
        assert_eq!(Head::named_by("党政主要负责人履行第一责任人职责情况"), Some(Head::Leadership));
        assert_eq!(Head::named_by("2026年工作打算"), Some(Head::Plan));
        assert_eq!(Head::named_by("主要做法"), Some(Head::Results));
        assert_eq!(Head::named_by("基本情况"), None);
    }
}
