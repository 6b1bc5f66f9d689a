//! What can go wrong with a file, in words that a clerk can act on.
//!
//! Each error says what is wrong, where, and what to do. It is a value that can
//! be cloned and compared, because it is shown in lists and asserted in tests;
//! therefore it keeps no `io::Error`, only what that error said.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A file that could not be read, understood or written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.sentence())]
pub struct StorageError {
    /// Which file or folder.
    pub path: PathBuf,
    /// Line in the file, from 1, where the place is known.
    pub line: Option<usize>,
    /// Character in that line, from 1, where the place is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such file.
    Missing,
    /// It is a folder where a file should be.
    Directory,
    /// It is a file where a folder should be.
    NotAFolder,
    /// It is a device, a pipe or a socket.
    NotAFile,
    /// It is longer than what is read.
    TooLong {
        /// Its length in whole megabytes.
        megabytes: u64,
        /// The longest that is read, in megabytes.
        most: u64,
    },
    /// It became another one while it was read.
    Changing,
    /// It has no content.
    Empty,
    /// It holds zero bytes, as a power cut leaves them.
    Nuls,
    /// Its bytes are no UTF-8 text.
    NotText,
    /// It is UTF-16 text, which Notepad calls Unicode.
    Utf16,
    /// It is text, but not in the notation or not in the form that is needed.
    Broken {
        /// What is wrong, as a sentence without its end mark.
        what: String,
        /// What to do, likewise.
        remedy: String,
    },
    /// It was written by a newer version of the program.
    Newer {
        /// Its format number.
        format: u32,
    },
    /// It is well-formed but no draft.
    Foreign,
    /// The system forbids it.
    NoPermission,
    /// The folder or the medium takes no writing.
    ReadOnlyFolder,
    /// The disk or the quota is full.
    DiskFull,
    /// Something of that name is there already.
    Exists,
    /// Somebody else is writing it.
    Locked {
        /// Who, as they named themselves.
        who: String,
    },
    /// The platform names no folder for the program's data.
    NoDataFolder,
    /// The medium cannot lock files.
    NoLocks,
    /// Anything else, in the words of the system.
    Other(String),
}

impl StorageError {
    /// An error about a file as a whole.
    pub fn new(path: impl Into<PathBuf>, problem: Problem) -> Self {
        Self { path: path.into(), line: None, column: None, problem }
    }

    /// An error at a place of a file; line and column count from 1.
    pub fn at(path: impl Into<PathBuf>, line: usize, column: usize, problem: Problem) -> Self {
        Self { path: path.into(), line: Some(line), column: Some(column), problem }
    }

    /// What the system said about a file.
    pub fn from_io(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        let problem = match error.kind() {
            Kind::NotFound => Problem::Missing,
            Kind::PermissionDenied => Problem::NoPermission,
            Kind::ReadOnlyFilesystem => Problem::ReadOnlyFolder,
            Kind::StorageFull | Kind::QuotaExceeded => Problem::DiskFull,
            Kind::AlreadyExists => Problem::Exists,
            Kind::IsADirectory => Problem::Directory,
            Kind::NotADirectory => Problem::NotAFolder,
            _ => Problem::Other(error.to_string()),
        };
        Self::new(path, problem)
    }

    /// Whether writing is refused here, so that only reading is left.
    pub fn forbids_writing(&self) -> bool {
        matches!(self.problem, Problem::NoPermission | Problem::ReadOnlyFolder)
    }

    /// Where the problem is: `第3行第12列`, or nothing for the file as a whole.
    pub fn place(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("第{line}行第{column}列"),
            (Some(line), None) => format!("第{line}行"),
            _ => String::new(),
        }
    }

    /// What is wrong, without the file and the place.
    pub fn what(&self) -> String {
        self.problem.what()
    }

    /// What the user can do about it.
    pub fn remedy(&self) -> String {
        self.problem.remedy()
    }

    fn sentence(&self) -> String {
        let (what, remedy) = (self.what(), self.remedy());
        if self.path.as_os_str().is_empty() {
            return format!("{what}。{remedy}。");
        }
        let (path, place) = (self.path.display(), self.place());
        format!("“{path}”{place}：{what}。{remedy}。")
    }
}

impl Problem {
    fn what(&self) -> String {
        let plain = match self {
            Self::Missing => "没有这个文件",
            Self::Directory => "这是文件夹，不是文件",
            Self::NotAFolder => "这里应当是文件夹，却是文件",
            Self::NotAFile => "这是设备或管道，不是文件",
            Self::TooLong { megabytes, most } => {
                return format!("文件有 {megabytes} MB，超过 {most} MB，不像一份报告");
            }
            Self::Changing => "读的时候文件正在变",
            Self::Empty => "文件是空的",
            Self::Nuls => "文件里有空字节，多半是断电或磁盘故障造成的",
            Self::NotText => "不是 UTF-8 编码的文字",
            Self::Utf16 => "文字是 UTF-16 编码（记事本里叫“Unicode”）",
            Self::Broken { what, .. } => what,
            Self::Newer { format } => {
                return format!("由更新版本的程序写成（格式 {format}），本版本不认识");
            }
            Self::Foreign => "不是法治政府建设情况报告的稿件",
            Self::NoPermission => "没有权限",
            Self::ReadOnlyFolder => "所在的文件夹或磁盘只能读，不能写",
            Self::DiskFull => "磁盘已满，没有写成；原来的文件完好",
            Self::Exists => "已经有同名的文件，没有覆盖",
            Self::Locked { who } => return format!("{who}正在编辑这份稿件"),
            Self::NoDataFolder => "系统没有给出存放稿件的文件夹",
            Self::NoLocks => "所在的磁盘不支持锁定，无法防止两个窗口同时编辑",
            Self::Other(text) => return format!("读写失败，系统的说明是：{text}"),
        };
        plain.to_owned()
    }

    fn remedy(&self) -> String {
        let plain = match self {
            Self::Missing => "请核对名称和位置；已有稿件可用 fazhi-tui list 查看",
            Self::Directory => "请指定文件夹里的一个文件",
            Self::NotAFolder => "请移走这个文件，或另外指定文件夹",
            Self::NotAFile => "请选一个写报告的文件",
            Self::TooLong { .. } => "请检查是不是选错了文件",
            Self::Changing => "请等它存好、拷完，再试一次",
            Self::Empty | Self::Nuls => "原文件未改动；请从历史版本或备份恢复",
            Self::NotText | Self::Utf16 => "请用记事本打开，另存为 UTF-8 编码后再试；原文件未改动",
            Self::Broken { remedy, .. } => remedy,
            Self::Newer { .. } => "文件未改动；请升级程序后再打开",
            Self::Foreign => "文件未改动；如果是报告正文，请用 fazhi-tui import 导入",
            Self::NoPermission => "请检查文件和文件夹的权限，或换一个位置",
            Self::ReadOnlyFolder => "请换一个能写的位置保存",
            Self::DiskFull => "请腾出空间后再保存，或保存到别的磁盘",
            Self::Exists => "请换一个名称",
            Self::Locked { .. } => "请在那边关闭后再试；现在只能查看",
            Self::NoDataFolder => "请用 --data-dir 或环境变量 FAZHI_TUI_DATA 指定",
            Self::NoLocks => "可以继续编辑，但请不要在两处同时打开",
            Self::Other(_) => "请检查磁盘和网络连接，或换一个位置",
        };
        plain.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_what_where_and_what_to_do() {
        let error = StorageError::at("稿.ron", 3, 12, Problem::Nuls);
        assert_eq!(
            error.to_string(),
            "“稿.ron”第3行第12列：文件里有空字节，多半是断电或磁盘故障造成的。\
             原文件未改动；请从历史版本或备份恢复。"
        );
        let nowhere = StorageError::new("", Problem::NoDataFolder).to_string();
        assert!(nowhere.starts_with("系统没有给出存放稿件的文件夹。请用 --data-dir"));
    }

    #[test]
    fn what_the_system_says_is_told_in_chinese() {
        let told = |kind: io::ErrorKind| {
            StorageError::from_io(Path::new("稿.ron"), &io::Error::from(kind)).problem
        };
        assert_eq!(told(io::ErrorKind::StorageFull), Problem::DiskFull);
        assert_eq!(told(io::ErrorKind::QuotaExceeded), Problem::DiskFull);
        assert_eq!(told(io::ErrorKind::ReadOnlyFilesystem), Problem::ReadOnlyFolder);
        assert!(matches!(told(io::ErrorKind::TimedOut), Problem::Other(_)));
    }
}
