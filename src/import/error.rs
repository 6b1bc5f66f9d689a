//! Why a file cannot be imported, in words for the person who chose it.
//!
//! Only refusals stand here. What is merely odd in a file that was read is a
//! [`Note`](super::Note) beside the result, because an odd report is still a report.

use thiserror::Error;

use super::decode::Encoding;
use super::source::{MAX_CHARS, MAX_LINE, MAX_LINES};

/// A file that was refused. The message says what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No byte in it.
    #[error("文件是空的：请检查是不是选错了文件，或上次保存没有完成")]
    Empty,
    /// White space and invisible characters only.
    #[error("文件里只有空白，没有文字：请检查是不是选错了文件")]
    Blank,
    /// Longer than anything that a report comes in.
    #[error("文件有 {megabytes} MB，超过 {most} MB，不像一份报告：请检查是不是选错了文件")]
    TooLarge {
        /// Its length in whole megabytes.
        megabytes: usize,
        /// The longest that is read, in megabytes.
        most: usize,
    },
    /// Many more lines than a report has.
    #[error("文件有 {lines} 段文字，超过 {MAX_LINES} 段，不像一份报告：请检查是不是选错了文件")]
    TooLong {
        /// Lines or paragraphs that hold text.
        lines: usize,
    },
    /// Much more text than a report has, in however few lines.
    #[error("文件有 {chars} 个字符，超过 {MAX_CHARS} 个，不像一份报告：请检查是不是选错了文件")]
    TooMuch {
        /// Characters, line ends among them.
        chars: usize,
    },
    /// A line that is longer than any report.
    #[error(
        "第 {line} 行有 {characters} 个字，超过 {MAX_LINE} 个，不像一份报告：请检查是不是选错了文件"
    )]
    LongLine {
        /// Which line, from 1.
        line: usize,
        /// Its length in characters.
        characters: usize,
    },
    /// A picture, or a document that may hold nothing but pictures.
    #[error(
        "这是{kind}，里面的文字读不出来：请找到它的 Word 或 WPS 原件再导入；只有扫描件的，先用 WPS 转成 Word 文档"
    )]
    Picture {
        /// What it is, for the user.
        kind: &'static str,
    },
    /// A format known by its first bytes, but none that is read.
    #[error("这是{kind}，读不出报告：请用 WPS 或 Word 打开它，另存为 Word 文档 (.docx) 再导入")]
    NotText {
        /// What it is, for the user.
        kind: &'static str,
    },
    /// An archive of files.
    #[error("这是{kind}：请先解压，再导入里面的 Word 文档")]
    Archive {
        /// What it is, for the user.
        kind: &'static str,
    },
    /// A document locked by a password.
    #[error("这个文档设了打开密码：请用 WPS 或 Word 打开它，去掉密码，另存为 .docx 再导入")]
    Locked,
    /// A document of a format that is read, but this one is broken or cannot be read safely.
    #[error("{kind}读不出来，{why}：请用 WPS 或 Word 打开它，另存为 Word 文档 (.docx) 再导入")]
    Damaged {
        /// What it is, for the user.
        kind: &'static str,
        /// What is wrong, in a few words.
        why: String,
    },
    /// Zero bytes where text has none.
    #[error("第 {line} 行有空字节，这不是文字文件：请打开原件，另存为纯文本 (.txt) 再导入")]
    Binary {
        /// Line of the first zero byte, from 1.
        line: usize,
    },
    /// Bytes that are no character in the encoding.
    #[error(
        "第 {line} 行有按 {} 读不出来的字节：请用 WPS 或记事本打开，另存为 UTF-8 编码的纯文本再导入",
        encoding.label()
    )]
    Undecodable {
        /// The encoding that was tried.
        encoding: Encoding,
        /// Line of the first such byte, from 1.
        line: usize,
    },
}

/// Endings of the names of documents.
const DOCUMENTS: [&str; 3] = ["docx", "doc", "wps"];

impl ImportError {
    /// The refusal as it is told of a file whose name ends so: bytes that are none
    /// of a document are told as a broken one, where the name promises one.
    pub fn of_name(&self, ending: &str) -> String {
        let promised = DOCUMENTS.iter().any(|own| ending.eq_ignore_ascii_case(own));
        match self {
            Self::Undecodable { .. } | Self::Binary { .. } | Self::Blank if promised => {
                "名字是 Word 文档，内容不是，可能坏了或没有下载完：用 WPS 打开看看，再另存为 .docx"
                    .to_owned()
            }
            other => other.to_string(),
        }
    }

    /// Whether reading the bytes in another encoding may help.
    pub fn is_of_encoding(&self, ending: &str) -> bool {
        let promised = DOCUMENTS.iter().any(|own| ending.eq_ignore_ascii_case(own));
        matches!(self, Self::Undecodable { .. }) && !promised
    }

    /// The line of the file that the refusal is about, from 1, where one is known.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Binary { line }
            | Self::Undecodable { line, .. }
            | Self::LongLine { line, .. } => Some(*line),
            _ => None,
        }
    }
}
