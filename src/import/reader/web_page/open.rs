//! The elements that are open at a place of a page, and what they say of it.
//!
//! No tree is built: a page that leaves out end tags or has them wrong is read
//! with the few rules that keep one paragraph from swallowing the next.

use super::elements;
use super::lines::Manner;

/// How deep elements are followed; browsers do the same at 512. What lies deeper is as its surroundings.
const DEEPEST: usize = 256;

/// How far out an element is looked for that a start tag ends.
const REACH: usize = 64;

/// What the content of an element is; what stands inside is at least that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Content {
    Shown,
    Hidden,
    NoText,
}

/// An open element; what it says holds for all inside.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) manner: Manner,
    pub(super) content: Content,
    /// The next number of its list items; `None` for one that does not number them.
    pub(super) ordinal: Option<u32>,
    /// It is a row of a table and must be ended as one.
    pub(super) row: bool,
    /// Start or end tags of others treat it unlike most; kept, because for
    /// each tag many open elements are asked.
    pub(super) special: bool,
}

/// The open elements, outermost first.
#[derive(Debug, Default)]
pub(super) struct Open {
    elements: Vec<Element>,
    /// How many are open that were too deep to be followed.
    deeper: usize,
}

impl Open {
    /// The innermost element.
    pub(super) fn top(&self) -> Option<&Element> {
        self.elements.last()
    }

    /// The list that an item belongs to.
    pub(super) fn list(&mut self) -> Option<&mut Element> {
        self.elements.iter_mut().rev().find(|element| matches!(&*element.name, "ol" | "ul"))
    }

    /// Whether an element of this name is open.
    pub(super) fn has(&self, name: &str) -> bool {
        self.elements.iter().any(|element| element.name == name)
    }

    /// Whether an element that is opened now is too deep to be followed.
    pub(super) fn is_full(&self) -> bool {
        self.elements.len() >= DEEPEST
    }

    /// Opens an element.
    pub(super) fn push(&mut self, element: Element) {
        if self.is_full() {
            self.deeper += 1;
        } else {
            self.elements.push(element);
        }
    }

    /// Closes what a start tag of this name ends, and gives it, innermost first.
    pub(super) fn make_way(&mut self, name: &str) -> Vec<Element> {
        let mut closed = Vec::new();
        while elements::is_block(name) {
            let near = self.elements.iter().enumerate().rev().take(REACH);
            let mut stops = near.filter(|(_, open)| {
                open.special && (elements::ends(name, &open.name) || elements::is_wall(&open.name))
            });
            match stops.next() {
                Some((at, open)) if elements::ends(name, &open.name) => {
                    closed.extend(self.close_from(at));
                }
                _ => break,
            }
        }
        closed
    }

    /// Closes the element that an end tag belongs to, and gives it with all inside it.
    pub(super) fn close(&mut self, name: &str) -> Vec<Element> {
        if self.deeper > 0 {
            self.deeper -= 1;
            return Vec::new();
        }
        let found = self.elements.iter().rposition(|open| {
            open.name == name || (open.special && !elements::reaches_past(name, &open.name))
        });
        match found {
            Some(at) if self.elements[at].name == name => self.close_from(at),
            _ => Vec::new(),
        }
    }

    fn close_from(&mut self, at: usize) -> Vec<Element> {
        self.deeper = 0;
        let mut closed = self.elements.split_off(at);
        closed.reverse();
        closed
    }
}
