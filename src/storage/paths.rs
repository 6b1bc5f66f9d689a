//! Where things are: paths only.
//!
//! Nothing is created here; a folder comes into being when something is first
//! written into it, so that a command that only reads leaves no trace.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::{Problem, StorageError};
use super::id::DraftId;

/// The folder that holds everything the program keeps; it can be copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    /// The data folder at `root`, whether or not it exists yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The data folder: `flag` (`--data-dir`), else `env` (`FAZHI_TUI_DATA`),
    /// else the platform's.
    ///
    /// # Errors
    /// When the platform names none, or when the path is that of a file.
    pub fn resolve(flag: Option<&Path>, env: Option<&OsStr>) -> Result<Self, StorageError> {
        let given = flag.map(Path::to_path_buf);
        let set = env.filter(|value| !value.is_empty()).map(PathBuf::from);
        let root = given
            .or(set)
            .or_else(platform_folder)
            .ok_or_else(|| StorageError::new("", Problem::NoDataFolder))?;
        if root.is_file() {
            return Err(StorageError::new(root, Problem::NotAFolder));
        }
        Ok(Self { root })
    }

    /// The data folder at `root`, which must be a folder that can be read, and
    /// its drafts with it. A folder inside a data folder, most often that of its
    /// drafts, stands for it: one opens where one sees the drafts.
    ///
    /// # Errors
    /// When it is none, or cannot be read.
    pub fn open(root: &Path) -> Result<Self, StorageError> {
        let read = |folder: &Path| match fs::read_dir(folder) {
            Ok(_) => Ok(()),
            Err(error) => Err(StorageError::from_io(folder, &error)),
        };
        read(root)?;
        let has_drafts = |folder: &&Path| Self::at(*folder).drafts().is_dir();
        let above = root.parent().filter(has_drafts);
        let data = Self::at(above.filter(|_| !has_drafts(&root)).unwrap_or(root));
        match read(&data.drafts()) {
            Err(error) if error.problem != Problem::Missing => Err(error),
            _ => Ok(data),
        }
    }

    /// Whether it is the one that the platform gives to the program.
    pub fn is_usual(&self) -> bool {
        platform_folder().is_some_and(|usual| usual == self.root)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the drafts.
    pub fn drafts(&self) -> PathBuf {
        self.root.join("drafts")
    }

    /// The folder of the kept versions of one draft.
    pub fn history(&self, id: &DraftId) -> PathBuf {
        self.root.join("history").join(id.as_str())
    }

    /// The folder of the kept versions of a deleted draft, by its name in the bin.
    pub fn binned_history(&self, name: &str) -> PathBuf {
        self.root.join("history").join(name)
    }

    /// The folder of the deleted drafts.
    pub fn bin(&self) -> PathBuf {
        self.root.join("bin")
    }

    /// The file of the settings.
    pub fn settings(&self) -> PathBuf {
        self.root.join("settings.ron")
    }

    /// The user's own dictionary of figures.
    pub fn figures(&self) -> PathBuf {
        self.root.join("figures.ron")
    }

    /// The folder of the user's own templates.
    pub fn templates(&self) -> PathBuf {
        self.root.join("templates")
    }
}

fn platform_folder() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("cn", "", "fazhi-tui")?;
    Some(dirs.data_dir().to_path_buf())
}

/// Where finished reports go unless the user says otherwise: the documents
/// folder, else the home folder, else the current one.
pub fn export_folder() -> PathBuf {
    let Some(dirs) = directories::UserDirs::new() else {
        return PathBuf::from(".");
    };
    let documents = dirs.document_dir().filter(|folder| folder.is_dir());
    documents.unwrap_or(dirs.home_dir()).to_path_buf()
}

/// A path as a person types it: `~/` is the home folder.
pub fn expand_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), directories::UserDirs::new()) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path.to_path_buf(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flag_wins_over_environment_over_platform() {
        let flag = Path::new("/a");
        let env = OsStr::new("/b");
        let root = |flag, env| DataFolder::resolve(flag, env).unwrap().root;
        assert_eq!(root(Some(flag), Some(env)), Path::new("/a"));
        assert_eq!(root(None, Some(env)), Path::new("/b"));
        let platform = DataFolder::resolve(None, Some(OsStr::new("")));
        assert!(platform.is_err() || platform.unwrap().root.ends_with("fazhi-tui"));
    }

    #[test]
    fn a_file_is_no_data_folder() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("数据");
        std::fs::File::create(&file).unwrap();
        let error = DataFolder::resolve(Some(&file), None).unwrap_err();
        assert_eq!(error.problem, Problem::NotAFolder);
    }

    #[test]
    fn only_a_folder_is_opened_and_nothing_is_created() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("文件");
        fs::File::create(&file).unwrap();
        let problem = |path: &Path| DataFolder::open(path).unwrap_err().problem;
        assert_eq!(problem(&file), Problem::NotAFolder);
        let missing = folder.path().join("没有");
        assert_eq!(problem(&missing), Problem::Missing);
        assert!(!missing.exists());
        let odd = folder.path().join("怪");
        fs::create_dir(&odd).unwrap();
        fs::File::create(odd.join("drafts")).unwrap();
        assert_eq!(problem(&odd), Problem::NotAFolder);
        let data = DataFolder::open(folder.path()).unwrap();
        assert!(!data.drafts().exists() && !data.is_usual());
    }

    #[test]
    fn a_folder_inside_stands_for_the_data_folder() {
        let folder = tempfile::tempdir().unwrap();
        for inside in ["drafts", "templates"] {
            fs::create_dir(folder.path().join(inside)).unwrap();
            let data = DataFolder::open(&folder.path().join(inside)).unwrap();
            assert_eq!(data.root(), folder.path(), "{inside}");
        }
        // A data folder that lies in another one is itself.
        let inner = folder.path().join("templates");
        fs::create_dir(inner.join("drafts")).unwrap();
        assert_eq!(DataFolder::open(&inner).unwrap().root(), inner);
        let missing = DataFolder::open(&folder.path().join("没有"));
        assert_eq!(missing.unwrap_err().problem, Problem::Missing);
    }

    #[test]
    fn resolving_creates_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::resolve(Some(&folder.path().join("data")), None).unwrap();
        assert!(data.drafts().ends_with("data/drafts"));
        assert!(!data.root().exists());
    }
}
