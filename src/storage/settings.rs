//! What the program remembers from one report to the next.
//!
//! Nothing of a report is kept here: settings may be deleted without loss of
//! text. A broken file is the user's handiwork and is put aside, not overwritten.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::error::{Problem, StorageError};
use super::paths::DataFolder;
use super::{file, notation};
use crate::report::unit::Profile;

/// The first line of the file.
const COMMENT: &str =
    "// fazhi-tui 的设置：单位信息和导出文件夹。可以删除，程序会用默认值重新生成。\n";

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The unit that reports.
    pub profile: Profile,
    /// Where finished reports go; `None` for the usual folder.
    pub export_folder: Option<PathBuf>,
}

impl Settings {
    /// The settings of a data folder; where there are none or they cannot be
    /// read, the defaults, with the reason in the latter case.
    pub fn load(data: &DataFolder) -> (Self, Option<StorageError>) {
        let path = data.settings();
        let read = file::read_text(&path).and_then(|text| notation::parse(&text, &path));
        match read {
            Ok(settings) => (settings, None),
            Err(error) if error.problem == Problem::Missing => (Self::default(), None),
            Err(error) => (Self::default(), Some(error)),
        }
    }

    /// Writes the settings. A file that could not be read is kept first, as
    /// `settings.坏.ron`.
    ///
    /// # Errors
    /// When the settings, or the copy of the broken ones, cannot be written.
    pub fn save(&self, data: &DataFolder) -> Result<(), StorageError> {
        let path = data.settings();
        if let (_, Some(_)) = Self::load(data) {
            let name = |number| match number {
                1 => data.root().join("settings.坏.ron"),
                _ => data.root().join(format!("settings.坏-{number}.ron")),
            };
            file::write_free(name, &file::read_bytes(&path)?)?;
        }
        let text = format!("{COMMENT}{}", notation::render(self)?);
        file::write_whole(&path, text.as_bytes())?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> (tempfile::TempDir, DataFolder) {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        (folder, data)
    }

    fn settings(name: &str) -> Settings {
        Settings {
            profile: Profile {
                name: name.to_owned(),
                contact: Some("（联系人：李四）".to_owned()),
                ..Profile::default()
            },
            export_folder: Some(PathBuf::from("/导出")),
        }
    }

    #[test]
    fn none_are_defaults_and_all_come_back() {
        let (_folder, data) = data();
        assert_eq!(Settings::load(&data), (Settings::default(), None));
        settings("云溪镇").save(&data).unwrap();
        assert_eq!(Settings::load(&data), (settings("云溪镇"), None));
        let text = file::read_text(&data.settings()).unwrap();
        assert!(text.contains("export_folder: \"/导出\""), "{text}");
    }

    #[test]
    fn broken_ones_are_named_and_put_aside() {
        let (_folder, data) = data();
        let broken = "(\n  profile: (name：\"云溪镇\"),\n)";
        file::write_whole(&data.settings(), broken.as_bytes()).unwrap();
        let (defaults, error) = Settings::load(&data);
        let error = error.unwrap();
        assert_eq!(defaults, Settings::default());
        assert_eq!((error.line, error.column), (Some(2), Some(17)));
        assert_eq!(file::read_text(&data.settings()).unwrap(), broken);
        for _ in 0..2 {
            settings("新").save(&data).unwrap();
        }
        let aside = data.root().join("settings.坏.ron");
        assert_eq!(file::read_text(&aside).unwrap(), broken);
        assert!(!data.root().join("settings.坏-2.ron").exists());
        assert_eq!(Settings::load(&data), (settings("新"), None));
    }

    #[test]
    fn an_unknown_setting_is_named() {
        let (_folder, data) = data();
        file::write_whole(&data.settings(), b"(colour: 1)").unwrap();
        let text = Settings::load(&data).1.unwrap().to_string();
        assert!(text.contains("不认识“colour”这一项。这里可以写的有：profile、export_folder"));
    }
}
