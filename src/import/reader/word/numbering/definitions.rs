//! The lists of a document, as the part of its numbers says them.

use std::collections::HashMap;

use super::numeral::Script;
use crate::import::ImportError;
use crate::import::reader::word::damaged;
use crate::import::reader::word::styles::Styles;
use crate::import::reader::word::xml::{Element, Node, Xml};

/// The most lists and patterns that are kept; some programs write hundreds.
const MAX_LISTS: usize = 20_000;

/// The longest pattern of a number that is kept, in characters.
const MAX_PATTERN: usize = 64;

/// Links from a pattern to another that are followed: they may go in a circle.
const MAX_LINKS: usize = 8;

/// The lists of a document, and the patterns that they follow.
#[derive(Default)]
pub(in crate::import::reader::word) struct Definitions {
    patterns: HashMap<u32, Pattern>,
    lists: HashMap<u32, List>,
}

/// How the levels of a list are numbered.
#[derive(Default)]
struct Pattern {
    levels: HashMap<u8, Level>,
    /// The style whose list has the levels instead.
    link: Option<String>,
}

/// A list: a pattern, and where it differs.
#[derive(Default)]
struct List {
    pattern: Option<u32>,
    levels: HashMap<u8, Level>,
    starts: HashMap<u8, u32>,
}

/// One level of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) start: Option<u32>,
    pub(super) script: Script,
    /// The number as printed; `%1` to `%9` stand for the numbers of the levels.
    pub(super) text: String,
    /// Whether it stands at a distance from the text.
    pub(super) apart: bool,
    /// The level, from 1, whose number begins this one anew; 0 for none.
    pub(super) restart: Option<u32>,
    /// Whether all numbers in it are Arabic.
    pub(super) arabic: bool,
    /// The style that belongs to this level.
    style: Option<String>,
}

/// What is being read.
enum Open {
    Pattern(u32),
    List(u32),
}

impl Definitions {
    /// Reads the part of the numbers.
    pub(in crate::import::reader::word) fn read(text: &str) -> Result<Self, ImportError> {
        let mut found = Self::default();
        let mut xml = Xml::new(text);
        let mut open = None;
        let mut depth = 0_u8;
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else {
                continue;
            };
            match element.name() {
                "abstractNum" => {
                    let id = element.number("abstractNumId").unwrap_or_default();
                    found.patterns.insert(id, Pattern::default());
                    open = Some(Open::Pattern(id));
                }
                "num" => {
                    let id = element.number("numId").unwrap_or_default();
                    found.lists.insert(id, List::default());
                    open = Some(Open::List(id));
                }
                "lvl" | "lvlOverride" => {
                    depth = element.number("ilvl").map_or(9, |n| u8::try_from(n).unwrap_or(9));
                }
                _ => {}
            }
            match open {
                Some(Open::Pattern(id)) => found.take_pattern(id, depth, &element),
                Some(Open::List(id)) => found.take_list(id, depth, &element),
                None => {}
            }
            if found.patterns.len() + found.lists.len() > MAX_LISTS {
                return Err(damaged(format!("里面有 {MAX_LISTS} 种以上的编号，不像一份文档")));
            }
        }
        Ok(found)
    }

    fn take_pattern(&mut self, id: u32, depth: u8, element: &Element) {
        let Some(pattern) = self.patterns.get_mut(&id) else {
            return;
        };
        match element.name() {
            "numStyleLink" => pattern.link = element.val(),
            name if depth < 9 && Level::knows(name) => {
                pattern.levels.entry(depth).or_insert_with(Level::new).take(element);
            }
            _ => {}
        }
    }

    fn take_list(&mut self, id: u32, depth: u8, element: &Element) {
        let Some(list) = self.lists.get_mut(&id) else {
            return;
        };
        match element.name() {
            "abstractNumId" => list.pattern = element.number("val"),
            "startOverride" if depth < 9 => {
                list.starts.insert(depth, element.number("val").unwrap_or_default());
            }
            name if depth < 9 && Level::knows(name) => {
                list.levels.entry(depth).or_insert_with(Level::new).take(element);
            }
            _ => {}
        }
    }

    /// The pattern whose numbers a list counts; links to styles are followed.
    pub(super) fn pattern(&self, list: u32, styles: &Styles) -> Option<u32> {
        let mut id = self.lists.get(&list)?.pattern?;
        for _ in 0..MAX_LINKS {
            let pattern = self.patterns.get(&id)?;
            let Some(link) = pattern.link.as_deref().filter(|_| pattern.levels.is_empty()) else {
                break;
            };
            let (list, _) = styles.list(Some(link));
            id = self.lists.get(&list?)?.pattern?;
        }
        Some(id)
    }

    /// A level of a list: its own, else that of its pattern.
    pub(super) fn level(&self, list: u32, pattern: u32, depth: u8) -> Option<&Level> {
        let own = self.lists.get(&list).and_then(|list| list.levels.get(&depth));
        own.or_else(|| self.patterns.get(&pattern)?.levels.get(&depth))
    }

    /// The number that a list begins a level with, if it has one of its own.
    pub(super) fn own_start(&self, list: u32, depth: u8) -> Option<u32> {
        self.lists.get(&list)?.starts.get(&depth).copied()
    }

    /// The level of a pattern that belongs to a style.
    pub(super) fn depth_of_style(&self, pattern: u32, style: &str) -> Option<u8> {
        let levels = &self.patterns.get(&pattern)?.levels;
        let found = levels.iter().filter(|(_, level)| level.style.as_deref() == Some(style));
        found.map(|(depth, _)| *depth).min()
    }
}

impl Level {
    fn new() -> Self {
        Self { apart: true, ..Self::default() }
    }

    /// Whether an element says something of a level.
    fn knows(name: &str) -> bool {
        matches!(
            name,
            "lvl"
                | "start"
                | "numFmt"
                | "lvlText"
                | "suff"
                | "lvlRestart"
                | "isLgl"
                | "pStyle"
                | "vanish"
        )
    }

    fn take(&mut self, element: &Element) {
        let val = || element.val().unwrap_or_default();
        match element.name() {
            "start" => self.start = element.number("val"),
            "numFmt" => self.script = Script::parse(&val()),
            "lvlText" => self.text = val().chars().take(MAX_PATTERN).collect(),
            "suff" => self.apart = val() != "nothing",
            "lvlRestart" => self.restart = element.number("val"),
            "isLgl" => self.arabic = element.is_on(),
            "pStyle" => self.style = element.val(),
            "vanish" if element.is_on() => self.text.clear(),
            _ => {}
        }
    }
}
