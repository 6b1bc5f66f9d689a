//! How a command ends when it does not end well.
//!
//! Three kinds and no more, because a script can only do three things: fill in
//! what is open, mend its own call, or look at the file.

use std::fmt;

use crate::import::ImportError;
use crate::storage::StorageError;

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The report is not finished; what is open, a sentence each.
    Open(Vec<String>),
    /// The command was wrongly called.
    Usage(String),
    /// Something is wrong with a file, or it is not there.
    Trouble(String),
}

impl Failure {
    /// The exit status of the program.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Open(_) => 1,
            Self::Usage(_) => 2,
            Self::Trouble(_) => 3,
        }
    }

    /// The refusal of a file that was to be imported.
    pub(super) fn of_import(file: &std::path::Path, error: &ImportError) -> Self {
        let ending = file.extension().unwrap_or_default().to_string_lossy();
        let sentence = error.of_name(&ending);
        let encoding =
            if error.is_of_encoding(&ending) { "，或用 --encoding 指定编码" } else { "" };
        Self::Trouble(format!("“{}”：{sentence}{encoding}。", file.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(sentences) => {
                writeln!(f, "没有导出，报告还没写好：")?;
                for sentence in sentences {
                    writeln!(f, "  {sentence}")?;
                }
                write!(f, "补好、改好再导出；现在就要成文，请加 --allow-open。")
            }
            Self::Usage(sentence) | Self::Trouble(sentence) => f.write_str(sentence),
        }
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Self::Trouble(error.to_string())
    }
}
