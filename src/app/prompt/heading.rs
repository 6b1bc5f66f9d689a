//! The heading of a section: of a new one, of one that is there, of a part
//! that is split off.

use crate::app::entry::Spot;
use crate::app::field::Field;

/// What the heading is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A new section behind the open one.
    Add,
    /// Another heading for the open section.
    Rename,
    /// A section from the text behind the caret.
    Split,
}

/// Asks for a heading.
#[derive(Clone, Debug)]
pub struct HeadingPrompt {
    /// What the heading is for.
    pub wanted: Wanted,
    /// Where a new section will stand and as what; empty for another heading.
    pub place: String,
    /// Where the caret was when it was asked for.
    pub spot: Spot,
    /// The heading that stood there when it was asked for.
    pub start: String,
    /// What is typed.
    pub field: Field,
}

impl HeadingPrompt {
    /// The title of the prompt.
    pub fn title(&self) -> &'static str {
        match self.wanted {
            Wanted::Add => "加一节",
            Wanted::Rename => "改标题",
            Wanted::Split => "从光标处拆成两节",
        }
    }

    /// What is to be typed.
    pub fn asks(&self) -> &'static str {
        match self.wanted {
            Wanted::Add => "新的一节叫什么",
            Wanted::Rename => "标题",
            Wanted::Split => "后一节叫什么",
        }
    }

    /// What comes of it.
    pub fn note(&self) -> &str {
        match self.wanted {
            Wanted::Add => &self.place,
            Wanted::Rename => "不用写序号，序号自动编。",
            Wanted::Split => "光标后面的文字归后一节。",
        }
    }

    /// Asks for a heading, beginning with the one that stands there.
    pub fn new(wanted: Wanted, spot: Spot, start: &str) -> Self {
        let (start, field) = (start.to_owned(), Field::new(start));
        Self { wanted, place: String::new(), spot, start, field }
    }

    /// Asks for the heading of a new section.
    pub fn add(place: String, spot: Spot) -> Self {
        Self { place, ..Self::new(Wanted::Add, spot, "") }
    }

    /// Whether another asks for the same heading.
    pub fn asks_as(&self, other: &Self) -> bool {
        self.wanted == other.wanted && self.spot.entry == other.spot.entry
    }
}
