//! Document → bytes. Pure: nothing here opens a file.
//!
//! A format is one file in this folder and one line in [`Format::ALL`].

mod txt;

use std::path::Path;

use crate::document::Document;

/// A format of the finished text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text, one paragraph a line.
    #[default]
    Text,
}

/// Why finished text cannot go to a file of this name; `None` when it can. What
/// is inside must be what the name says, and a draft is never the target.
pub fn refusal(path: &Path) -> Option<String> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = path.file_name().is_some() && !path.to_string_lossy().ends_with(['/', '\\']);
    match ending.as_str() {
        _ if !name => Some("请写出文件名，如 报告.txt".to_owned()),
        "ron" => Some("成文不能写到稿件文件（.ron）上：请把文件名的结尾改成 .txt".to_owned()),
        "doc" | "docx" | "wps" | "pdf" | "md" | "html" | "htm" => {
            Some(format!("不能导出 .{ending} 文件，目前只有纯文本：请把文件名的结尾改成 .txt"))
        }
        _ => None,
    }
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
            Self::Utf8 => "UTF-8（一般选这个）",
            Self::Utf8Bom => "UTF-8 带标记（旧版记事本）",
            Self::Gb18030 => "GB18030 国标（老软件）",
        }
    }
}
