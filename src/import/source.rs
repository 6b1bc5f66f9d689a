//! What a reader makes of a file: lines of text, whatever format they had.
//!
//! A reader knows a format and nothing of reports; all that follows knows
//! reports and no format. What a format says of a line beyond its words stands
//! beside them.

use crate::report::{Level, Noise};

use super::decode::Encoding;
use super::notes::Note;
use super::traced::{Origin, Traced};

/// The most lines that hold text: a report has about sixty, cut hard some 300.
pub const MAX_LINES: usize = 5_000;

/// The longest line that is read, in characters: twenty reports long.
pub(super) const MAX_LINE: usize = 200_000;

/// The most characters, line ends among them: a report has some five thousand.
pub(super) const MAX_CHARS: usize = 1_000_000;

/// Line and page breaks within a paragraph of a word processor. They are white
/// space and part two paragraphs; the line of the file goes on.
pub(super) const MANUAL_BREAKS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The format of a file, found by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    WebPage,
    /// A document of Word since 2007 (.docx).
    Word,
    /// A document of Word before 2007 or of WPS (.doc, .wps).
    OldWord,
}

impl Format {
    /// The name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "纯文本",
            Self::Markdown => "Markdown",
            Self::WebPage => "网页",
            Self::Word => "Word 文档 (.docx)",
            Self::OldWord => "旧版 Word 或 WPS 文档",
        }
    }

    /// The place of a line in the file, for the user: 第3行, 第3段.
    pub fn place(self, line: usize) -> String {
        match self {
            Self::Text | Self::Markdown | Self::WebPage => format!("第{line}行"),
            Self::Word | Self::OldWord => format!("第{line}段"),
        }
    }
}

/// A file as lines of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its format.
    pub format: Format,
    /// How its characters were encoded; `None` where the format itself says it.
    pub encoding: Option<Encoding>,
    /// The lines in order; blank ones may be among them.
    pub lines: Vec<SourceLine>,
    /// What a reader took out of the file that is text but not of the document,
    /// such as the foot of each page.
    pub noise: Vec<Noise>,
    /// What a reader could not take over, such as pictures and comments.
    pub notes: Vec<Note>,
}

/// A line of a file, or a paragraph of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// As it stands, residue included; a line break inside a paragraph is U+000B.
    pub text: Traced,
    /// The level that its style gives it: the first level of headings below
    /// the title is a part, the second an item.
    pub level: Option<Level>,
    /// Whether it belongs to the frame of a web page: navigation, foot.
    pub frame: bool,
}

impl SourceLine {
    /// A line without any style that begins at the first column.
    pub fn plain(text: impl Into<String>, line: usize) -> Self {
        let text = Traced::new(text, Origin { line, column: 1 });
        Self { text, ..Self::default() }
    }
}
