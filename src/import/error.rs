//! Why a file cannot be imported, in words for the person who chose it.
//!
//! Only refusals stand here. What is merely odd in a file that was read is a
//! [`Note`](super::Note) beside the result, because an odd report is still a report.

use thiserror::Error;

use super::decode::Encoding;

/// A file that was refused. The message says what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No byte in it.
    #[error("文件是空的：请检查是不是选错了文件，或上次保存没有完成")]
    Empty,
    /// White space and invisible characters only.
    #[error("文件里只有空白，没有文字：请检查是不是选错了文件")]
    Blank,
    /// Longer than [`MAX_BYTES`](super::decode::MAX_BYTES).
    #[error("文件有 {megabytes} MB，超过 20 MB，不像一份报告：请检查是不是选错了文件")]
    TooLarge {
        /// Its length in whole megabytes.
        megabytes: usize,
    },
    /// A format known by its first bytes, but not text.
    #[error("这是 {kind}，目前只能读纯文本：请打开它，另存为纯文本 (.txt) 再导入")]
    NotText {
        /// What it is, for the user.
        kind: &'static str,
    },
    /// Zero bytes where text has none.
    #[error("第 {line} 行有空字节，这不是文字文件：请打开原件，另存为纯文本 (.txt) 再导入")]
    Binary {
        /// Line of the first zero byte, from 1.
        line: usize,
    },
    /// Bytes that are no character in the encoding.
    #[error(
        "第 {line} 行有按 {} 读不出来的字节：请用 WPS 或记事本打开，另存为 UTF-8 编码的纯文本再导入，或指定文件的编码",
        encoding.label()
    )]
    Undecodable {
        /// The encoding that was tried.
        encoding: Encoding,
        /// Line of the first such byte, from 1.
        line: usize,
    },
}

impl ImportError {
    /// The line of the file that the refusal is about, from 1, where one is known.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Binary { line } | Self::Undecodable { line, .. } => Some(*line),
            _ => None,
        }
    }
}
