//! Document → bytes. Pure: nothing here opens a file.
//!
//! A format is one file in this folder and one line in [`Format::ALL`].

mod txt;

use crate::document::Document;

/// A format of the finished text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text, one paragraph a line.
    #[default]
    Text,
}

/// The encoding of a text export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte-order mark.
    #[default]
    Utf8,
    /// UTF-8 with one, for old Notepad.
    Utf8Bom,
    /// GB18030; GBK programs read it. Never GB 2312, which lacks place names.
    Gb18030,
}

/// The line end of a text export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Newline {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`, for old Notepad.
    Crlf,
}

/// How a text is written out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The encoding.
    pub encoding: Encoding,
    /// The line end.
    pub newline: Newline,
}

impl Format {
    /// Every format there is.
    pub const ALL: [Self; 1] = [Self::Text];

    /// The name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "纯文本",
        }
    }

    /// The ending of a file name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
        }
    }

    /// The finished text as the bytes of a file.
    pub fn render(self, document: &Document, style: Style) -> Vec<u8> {
        match self {
            Self::Text => txt::render(document, style),
        }
    }
}

impl Encoding {
    /// Every encoding there is.
    pub const ALL: [Self; 3] = [Self::Utf8, Self::Utf8Bom, Self::Gb18030];

    /// The name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8（带 BOM，供旧版记事本）",
            Self::Gb18030 => "GB18030（GBK 软件可读）",
        }
    }
}
