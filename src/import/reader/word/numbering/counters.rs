//! Counting, as Word does it: all lists of one pattern share their numbers.

use std::collections::{HashMap, HashSet};

use super::definitions::{Definitions, Level};
use super::numeral::Script;
use crate::import::reader::word::styles::Styles;

/// The levels that a list can have.
const DEPTHS: usize = 9;

/// The numbers of a document so far.
pub(in crate::import::reader::word) struct Counters<'a> {
    definitions: &'a Definitions,
    styles: &'a Styles,
    /// The last number of each level, by pattern.
    counts: HashMap<u32, [Option<u32>; DEPTHS]>,
    /// The levels of lists whose own start was used.
    begun: HashSet<(u32, usize)>,
}

/// What is printed before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import::reader::word) enum Label {
    /// A number, with the space that parts it from the text where it needs one.
    Number(String),
    /// A sign such as a dot.
    Bullet,
}

impl<'a> Counters<'a> {
    /// Before the first paragraph.
    pub(in crate::import::reader::word) fn new(
        definitions: &'a Definitions,
        styles: &'a Styles,
    ) -> Self {
        Self { definitions, styles, counts: HashMap::new(), begun: HashSet::new() }
    }

    /// What is printed before the next paragraph, which says this of its list
    /// and has this style; it is counted.
    pub(in crate::import::reader::word) fn next(
        &mut self,
        own: (Option<u32>, Option<u8>),
        style: Option<&str>,
    ) -> Option<Label> {
        let (styled, styled_depth) = self.styles.list(style);
        let list = own.0.or(styled).filter(|list| *list > 0)?;
        let pattern = self.definitions.pattern(list, self.styles)?;
        let linked = || self.definitions.depth_of_style(pattern, style?);
        let styled_depth = || linked().or(styled_depth);
        let depth = own.1.or_else(|| if own.0.is_none() { styled_depth() } else { None });
        let depth = depth.unwrap_or(0).min(8);
        let level = self.definitions.level(list, pattern, depth)?;
        self.count(list, pattern, usize::from(depth));
        if level.script == Script::Bullet {
            return (!level.text.is_empty()).then_some(Label::Bullet);
        }
        let number = self.printed(list, pattern, level);
        let needs_space = level.apart && number.ends_with(char::is_alphanumeric);
        let number = if needs_space { number + " " } else { number };
        (!number.is_empty()).then_some(Label::Number(number))
    }

    /// Goes on by one at a level; deeper levels begin anew.
    fn count(&mut self, list: u32, pattern: u32, depth: usize) {
        let own = self.definitions.own_start(list, small(depth));
        let fresh = own.filter(|_| self.begun.insert((list, depth)));
        let start = self.start(list, pattern, depth);
        let restarts: Vec<usize> = (depth + 1..DEPTHS)
            .filter(|deeper| {
                let level = self.definitions.level(list, pattern, small(*deeper));
                let below = level.and_then(|level| level.restart);
                below.is_none_or(|below| depth < below as usize)
            })
            .collect();
        let counts = self.counts.entry(pattern).or_default();
        counts[depth] = Some(match (fresh, counts[depth]) {
            (Some(fresh), _) => fresh,
            (None, Some(so_far)) => so_far.saturating_add(1),
            (None, None) => start,
        });
        for deeper in restarts {
            counts[deeper] = None;
        }
    }

    fn start(&self, list: u32, pattern: u32, depth: usize) -> u32 {
        let level = self.definitions.level(list, pattern, small(depth));
        let own = self.definitions.own_start(list, small(depth));
        own.or_else(|| level?.start).unwrap_or(1)
    }

    /// The number of a level as its pattern prints it.
    fn printed(&self, list: u32, pattern: u32, level: &Level) -> String {
        if level.script == Script::None && !level.text.contains('%') {
            return level.text.clone();
        }
        let mut printed = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let depth = rest.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10));
            match depth.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1)) {
                Some(depth) => {
                    rest.next();
                    printed += &self.number(list, pattern, depth, level.arabic);
                }
                None => printed.push(c),
            }
        }
        printed
    }

    /// The last number of a level; one that was not counted yet shows its start.
    fn number(&self, list: u32, pattern: u32, depth: usize, arabic: bool) -> String {
        let level = self.definitions.level(list, pattern, small(depth));
        let script = level.map_or(Script::Decimal, |level| level.script);
        let script = if arabic && script != Script::None { Script::Decimal } else { script };
        let counted = self.counts.get(&pattern).and_then(|counts| counts[depth]);
        script.write(counted.unwrap_or_else(|| self.start(list, pattern, depth)))
    }
}

/// A depth as definitions name it.
fn small(depth: usize) -> u8 {
    u8::try_from(depth).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(depth: u8, format: &str, text: &str, more: &str) -> String {
        format!(
            "<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"
        )
    }

    fn numbers(numbering: &str, styles: &str, list: &[(Option<u32>, Option<u8>, &str)]) -> String {
        let definitions = Definitions::read(&format!("<n>{numbering}</n>")).unwrap();
        let styles = Styles::read(&format!("<s>{styles}</s>")).unwrap();
        let mut counters = Counters::new(&definitions, &styles);
        let printed = list.iter().map(|(list, depth, style)| {
            let style = (!style.is_empty()).then_some(*style);
            match counters.next((*list, *depth), style) {
                Some(Label::Number(number)) => number,
                Some(Label::Bullet) => "bullet".to_owned(),
                None => "-".to_owned(),
            }
        });
        printed.collect::<Vec<_>>().join("|")
    }

    fn usual() -> String {
        [
            "<w:abstractNum w:abstractNumId='3'>",
            &level(0, "chineseCountingThousand", "%1、", ""),
            &level(1, "chineseCountingThousand", "（%2）", "<w:suff w:val='nothing'/>"),
            &level(2, "decimal", "%3", ""),
            &level(3, "decimal", "%1.%3.%4.", "<w:isLgl/>"),
            &level(4, "bullet", "\u{f06c}", ""),
            &level(5, "none", "", ""),
            &level(6, "decimal", "%7.", "<w:rPr><w:vanish/></w:rPr>"),
            "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>",
            "<w:num w:numId='2'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>",
            "<w:num w:numId='4'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'>",
            &level(0, "decimal", "第%1条", ""),
            "</w:lvlOverride></w:num>",
        ]
        .concat()
    }

    #[test]
    fn levels_count_and_begin_anew() {
        let list: Vec<_> = [0, 1, 1, 2, 2, 3, 0, 1, 4, 5, 6, 2, 0]
            .map(|depth| (Some(1), Some(depth), ""))
            .to_vec();
        assert_eq!(
            numbers(&usual(), "", &list),
            "一、|（一）|（二）|1 |2 |1.2.1.|二、|（一）|bullet|-|-|1 |三、"
        );
    }

    #[test]
    fn lists_of_one_pattern_count_on_unless_they_begin_themselves() {
        let list = [(1, 0), (4, 0), (2, 0), (2, 0), (1, 0), (9, 0), (0, 0)];
        let list: Vec<_> = list.map(|(id, depth)| (Some(id), Some(depth), "")).to_vec();
        assert_eq!(numbers(&usual(), "", &list), "一、|第2条 |五、|六、|七、|-|-");
    }

    #[test]
    fn a_level_may_run_on_or_restart_at_another() {
        let numbering = |restart: &str| {
            [
                "<w:abstractNum w:abstractNumId='0'>",
                &level(0, "decimal", "%1.", ""),
                &level(1, "decimal", "%2)", ""),
                &level(2, "decimal", "%3]", restart),
                "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
            ]
            .concat()
        };
        let list: Vec<_> = [0, 1, 2, 1, 2, 0, 2].map(|depth| (Some(1), Some(depth), "")).to_vec();
        for (restart, printed) in [
            ("", "1.|1)|1]|2)|1]|2.|1]"),
            ("<w:lvlRestart w:val='0'/>", "1.|1)|1]|2)|2]|2.|3]"),
            ("<w:lvlRestart w:val='1'/>", "1.|1)|1]|2)|2]|2.|1]"),
        ] {
            assert_eq!(numbers(&numbering(restart), "", &list), printed);
        }
    }

    #[test]
    fn styles_give_lists_by_number_by_level_and_by_link() {
        let numbering = [
            "<w:abstractNum w:abstractNumId='0'>",
            &level(0, "chineseCounting", "%1、", "<w:pStyle w:val='1'/>"),
            &level(1, "chineseCounting", "（%2）", "<w:pStyle w:val='2'/>"),
            "</w:abstractNum>",
            "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='S'/></w:abstractNum>",
            "<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='C'/></w:abstractNum>",
            "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
            "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>",
            "<w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>",
        ]
        .concat();
        let style = |id: &str, list: u32| {
            format!(
                "<w:style w:styleId='{id}'><w:numPr><w:numId w:val='{list}'/></w:numPr></w:style>"
            )
        };
        let styles = [style("1", 1), style("2", 1), style("S", 1), style("C", 3)].concat();
        let list = [
            (None, None, "1"),
            (None, None, "2"),
            (Some(2), Some(1), ""),
            (Some(0), None, "1"),
            (Some(3), Some(0), ""),
            (None, None, ""),
            (None, None, "1"),
        ];
        assert_eq!(numbers(&numbering, &styles, &list), "一、|（一）|（二）|-|-|-|二、");
    }

    #[test]
    fn absurd_values_do_no_harm() {
        let numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='999999'><w:start w:val='4000000000'/></w:lvl>\
            <w:lvl w:ilvl='0'><w:start w:val='4000000000'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1%0%'/></w:lvl>\
            </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
        let list = [(Some(1), Some(0), ""), (Some(1), Some(200), ""), (Some(7), None, "")];
        assert_eq!(numbers(numbering, "", &list), "1000000%0%|-|-");
    }
}
