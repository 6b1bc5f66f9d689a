//! What the program remembers from one report to the next.
//!
//! Nothing of a report is kept here: settings may be deleted without loss of
//! text. A broken file is the user's handiwork and is put aside, not overwritten.

mod rule_off;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::{Problem, StorageError};
use super::paths::{self, DataFolder};
use super::{file, notation};
use crate::report::calendar::CountyDay;
use crate::report::unit::Profile;
use crate::text::Ambiguous;
pub use rule_off::RuleOff;

/// The first line of the file.
const COMMENT: &str = "// fazhi-tui 的设置。可以删除，程序会用默认值重新生成。\n";

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The unit that reports.
    pub profile: Profile,
    /// The day that the county wants the report on; `None` where it named none.
    pub county_date: Option<CountyDay>,
    /// How wide the terminal draws “ ” and their like.
    pub ambiguous: Width,
    /// Whether there are colours.
    pub colours: Colours,
    /// Whether the mouse works in the program.
    pub mouse: bool,
    /// Where finished reports go; `None` for the usual folder.
    pub export_folder: Option<PathBuf>,
    /// The folder that a file was imported from last; `None` before the first.
    pub import_folder: Option<PathBuf>,
    /// The rules that no draft is checked with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules_off: Vec<RuleOff>,
    /// The rules that are usually off, and that drafts are checked with all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules_on: Vec<String>,
}

/// How wide the terminal draws characters of ambiguous width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// As the terminal does, which is asked at the start.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

impl Width {
    /// The rule to measure by, where the terminal was `measured` to draw so; one that
    /// does not say draws as most do.
    pub fn rule(self, measured: Option<Ambiguous>) -> Ambiguous {
        match self {
            Self::Auto => measured.unwrap_or_default(),
            Self::Narrow => Ambiguous::Narrow,
            Self::Wide => Ambiguous::Wide,
        }
    }
}

/// Which colours there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colours {
    /// All of them.
    #[default]
    Full,
    /// None: bold, underlined and reversed only.
    None,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            profile: Profile::default(),
            county_date: None,
            ambiguous: Width::default(),
            colours: Colours::default(),
            mouse: true,
            export_folder: None,
            import_folder: None,
            rules_off: Vec::new(),
            rules_on: Vec::new(),
        }
    }
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

    /// The folder that finished text goes to; `~/` in it is the home folder.
    pub fn folder(&self) -> PathBuf {
        self.export_folder.as_deref().map_or_else(paths::export_folder, paths::expand_home)
    }

    /// Remembers the folder that a file was imported from, beside all that the file
    /// holds by now. Nobody asked for it: settings that cannot be read are left as
    /// they are, and so is a folder whose name is no text.
    ///
    /// # Errors
    /// When the settings cannot be written.
    pub fn remember_import(data: &DataFolder, folder: &Path) -> Result<(), StorageError> {
        let (settings, trouble) = Self::load(data);
        let known = settings.import_folder.as_deref() == Some(folder);
        if trouble.is_some() || known || folder.to_str().is_none() {
            return Ok(());
        }
        let import_folder = Some(folder.to_path_buf());
        Self { import_folder, ..settings }.save(data).map(|_| ())
    }

    /// Writes the settings. A file that could not be read is kept first, as
    /// `settings.坏.ron`; that file comes back then.
    ///
    /// # Errors
    /// When the settings, or the copy of the broken ones, cannot be written.
    pub fn save(&self, data: &DataFolder) -> Result<Option<PathBuf>, StorageError> {
        let path = data.settings();
        let mut aside = None;
        if let (_, Some(_)) = Self::load(data) {
            let bytes = file::read_bytes(&path)?;
            aside = Some(file::write_numbered(data.root(), "settings.坏", &bytes)?);
        }
        let text = format!("{COMMENT}{}", notation::render(self)?);
        file::write_whole(&path, text.as_bytes())?;
        Ok(aside)
    }
}

/// A change of the settings, as one window makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The settings that the window knew.
    pub before: Settings,
    /// What it made of them.
    pub after: Settings,
}

impl Changed {
    /// Writes what differs; all else stays as the file has it by now, for another
    /// window may have written it. Gives the copy of a broken file, as [`Settings::save`].
    ///
    /// # Errors
    /// As there.
    pub fn keep(&self, data: &DataFolder) -> Result<Option<PathBuf>, StorageError> {
        let (now, trouble) = Settings::load(data);
        let wanted = if trouble.is_some() { self.after.clone() } else { self.over(now) };
        wanted.save(data)
    }

    fn over(&self, now: Settings) -> Settings {
        let Self { before, after } = self;
        let mut wanted = after.clone();
        keep_equal(&before.profile, &mut wanted.profile, now.profile);
        keep_equal(&before.county_date, &mut wanted.county_date, now.county_date);
        keep_equal(&before.ambiguous, &mut wanted.ambiguous, now.ambiguous);
        keep_equal(&before.colours, &mut wanted.colours, now.colours);
        keep_equal(&before.mouse, &mut wanted.mouse, now.mouse);
        keep_equal(&before.export_folder, &mut wanted.export_folder, now.export_folder);
        keep_equal(&before.import_folder, &mut wanted.import_folder, now.import_folder);
        keep_equal(&before.rules_off, &mut wanted.rules_off, now.rules_off);
        keep_equal(&before.rules_on, &mut wanted.rules_on, now.rules_on);
        wanted
    }
}

/// Takes what is there now where nothing was changed.
fn keep_equal<T: PartialEq>(before: &T, after: &mut T, now: T) {
    if before == after {
        *after = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Kind;

    fn data() -> (tempfile::TempDir, DataFolder) {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        (folder, data)
    }

    fn settings(name: &str) -> Settings {
        Settings {
            profile: Profile {
                name: name.to_owned(),
                kind: Some(Kind::Subdistrict),
                contact: Some("（联系人：李四）".to_owned()),
                ..Profile::default()
            },
            county_date: CountyDay::parse("1月20日"),
            ambiguous: Width::Wide,
            colours: Colours::None,
            mouse: false,
            export_folder: Some(PathBuf::from("/导出")),
            import_folder: Some(PathBuf::from("/去年")),
            rules_off: vec![RuleOff {
                rule: "no-figure".to_owned(),
                reason: "本地不用".to_owned(),
                date: "2026-01-08".to_owned(),
            }],
            rules_on: vec!["wrong-unit".to_owned()],
        }
    }

    #[test]
    fn none_are_defaults_and_all_come_back() {
        let (_folder, data) = data();
        assert_eq!(Settings::load(&data), (Settings::default(), None));
        settings("云溪镇").save(&data).unwrap();
        assert_eq!(Settings::load(&data), (settings("云溪镇"), None));
        let text = file::read_text(&data.settings()).unwrap();
        for line in [
            "kind: subdistrict",
            "county_date: \"1月20日\"",
            "ambiguous: wide",
            "colours: none",
            "mouse: false",
            "export_folder: \"/导出\"",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
    }

    #[test]
    fn what_an_older_file_does_not_say_is_usual() {
        let (_folder, data) = data();
        file::write_whole(&data.settings(), b"(county_date: \"1-20\")").unwrap();
        let (settings, trouble) = Settings::load(&data);
        assert_eq!(trouble, None);
        assert_eq!(settings.county_date, CountyDay::parse("1月20日"));
        assert_eq!(Settings { county_date: None, ..settings }, Settings::default());
        assert!(Settings::default().mouse);
    }

    #[test]
    fn a_rule_is_off_by_its_name_or_with_a_reason() {
        let (_folder, data) = data();
        let text = "(rules_off: [\"no-figure\", (rule: \"length\", reason: \"县里不限\")])";
        file::write_whole(&data.settings(), text.as_bytes()).unwrap();
        let (mut settings, trouble) = Settings::load(&data);
        assert_eq!(
            (settings.names_off(), trouble),
            (vec!["no-figure".into(), "length".into()], None)
        );
        assert_eq!(settings.rules_off[1].to_string(), "县里不限");
        settings.switch_on("length");
        settings.save(&data).unwrap();
        assert!(!file::read_text(&data.settings()).unwrap().contains("rule: "));
        assert_eq!(Settings::load(&data), (settings, None));
        for (broken, told) in [("[3]", "半角引号"), ("[(rule: \"a\", why: \"b\")]", "why")] {
            let text = format!("(rules_off: {broken})");
            file::write_whole(&data.settings(), text.as_bytes()).unwrap();
            let trouble = Settings::load(&data).1.unwrap().to_string();
            assert!(trouble.contains(told), "{trouble}");
        }
    }

    #[test]
    fn a_value_that_makes_no_sense_is_named_with_its_place() {
        for (line, told) in [
            ("mouse: 开,", "这里应当是true 或 false"),
            ("ambiguous: middle,", "请改为其中之一：auto、narrow、wide"),
            ("colours: \"none\",", "项名或选项"),
            ("county_date: \"20日以前\",", "没有“20日以前”这一天"),
            ("county_date: 120,", "用半角引号括起来的文字"),
        ] {
            let (_folder, data) = data();
            let text = format!("(\n  {line}\n)");
            file::write_whole(&data.settings(), text.as_bytes()).unwrap();
            let (defaults, trouble) = Settings::load(&data);
            let trouble = trouble.unwrap();
            assert_eq!(defaults, Settings::default());
            assert_eq!(trouble.line, Some(2), "{trouble}");
            assert!(trouble.to_string().contains(told), "{trouble}");
            assert_eq!(file::read_text(&data.settings()).unwrap(), text);
        }
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
        let aside = data.root().join("settings.坏.ron");
        assert_eq!(settings("新").save(&data), Ok(Some(aside.clone())));
        assert_eq!(settings("新").save(&data), Ok(None));
        assert_eq!(file::read_text(&aside).unwrap(), broken);
        assert!(!data.root().join("settings.坏-2.ron").exists());
        assert_eq!(Settings::load(&data), (settings("新"), None));
    }

    #[test]
    fn two_windows_keep_what_each_has_changed() {
        let (_folder, data) = data();
        let before = settings("云溪镇");
        before.save(&data).unwrap();
        let day = CountyDay::parse("1月15日");
        let window_b = Settings { county_date: day, ..before.clone() };
        Changed { before: before.clone(), after: window_b }.keep(&data).unwrap();
        let window_a = Settings { mouse: true, export_folder: None, ..before.clone() };
        Changed { before: before.clone(), after: window_a.clone() }.keep(&data).unwrap();
        let both = Settings { county_date: day, ..window_a };
        assert_eq!(Settings::load(&data), (both, None));
        // Each in its turn: every one is told apart.
        let other = Settings::default();
        Changed { before: before.clone(), after: other.clone() }.keep(&data).unwrap();
        assert_eq!(Settings::load(&data), (other, None));
        Changed { before: before.clone(), after: before.clone() }.keep(&data).unwrap();
        assert_eq!(Settings::load(&data), (Settings::default(), None));
    }

    #[test]
    fn a_folder_of_imports_is_remembered_beside_all_else() {
        let (_folder, data) = data();
        let before = settings("云溪镇");
        before.save(&data).unwrap();
        Settings::remember_import(&data, Path::new("/报告")).unwrap();
        let wanted = Settings { import_folder: Some(PathBuf::from("/报告")), ..before };
        assert_eq!(Settings::load(&data), (wanted, None));
        file::write_whole(&data.settings(), b"(mouse: ?)").unwrap();
        Settings::remember_import(&data, Path::new("/别处")).unwrap();
        assert_eq!(file::read_text(&data.settings()).as_deref(), Ok("(mouse: ?)"));
    }

    #[test]
    fn a_broken_file_gives_way_to_all_that_the_window_knows() {
        let (_folder, data) = data();
        let before = settings("云溪镇");
        let after = Settings { mouse: true, ..before.clone() };
        file::write_whole(&data.settings(), b"(mouse: ?)").unwrap();
        let aside = Changed { before, after: after.clone() }.keep(&data).unwrap();
        assert_eq!(aside, Some(data.root().join("settings.坏.ron")));
        assert_eq!(Settings::load(&data), (after, None));
    }

    #[test]
    fn an_unknown_setting_is_named() {
        let (_folder, data) = data();
        file::write_whole(&data.settings(), b"(colour: 1)").unwrap();
        let text = Settings::load(&data).1.unwrap().to_string();
        assert!(text.contains("不认识“colour”这一项"), "{text}");
        let all = "profile、county_date、ambiguous、colours、mouse、export_folder、import_folder、rules_off、rules_on";
        assert!(text.contains(all), "{text}");
    }
}
