//! Effects → files, and what came of them.

use std::path::{Path, PathBuf};

use super::arrange::broken;
use super::choosing::list_folder;
use super::saver::Saver;
use super::{Program, clock};
use crate::app::effect::{DraftRow, Effect, ExportOrder, Opened, Outcome, Summary};
use crate::document::assemble;
use crate::import::{Imported, MAX_DOCUMENT, is_replaced};
use crate::report::unit::Profile;
use crate::report::{Dictionary, Report, Template};
use crate::storage::{
    Access, Changed, DataFolder, DraftId, Listed, OpenDraft, Problem, Settings, StorageError,
    draft, example, file, library, paths,
};

/// What a word behind the name of the program asks for: a draft by its ID or
/// its file; any other file is imported.
pub(super) fn first(data: &DataFolder, wanted: &str) -> Effect {
    let path = Path::new(wanted);
    if path.is_file() && path.extension().is_none_or(|ending| ending != "ron") {
        return Effect::Import(path.to_path_buf());
    }
    let draft = draft::locate(data, wanted);
    if !draft.exists() && draft::is_meant_as_file(wanted) {
        return Effect::Import(path.to_path_buf());
    }
    Effect::Open(draft)
}

/// The data folder as it is told, where it is not the usual one.
pub(super) fn shown_folder(data: &DataFolder) -> Option<String> {
    (!data.is_usual()).then(|| data.root().display().to_string())
}

/// The templates and the dictionary of a data folder, and which files of them
/// cannot be used.
pub(super) fn templates(
    data: &DataFolder,
) -> (Vec<(String, Template)>, Dictionary, Option<String>) {
    let library = library::templates(data);
    let templates = library.templates.into_iter().map(|entry| (entry.stem, entry.template));
    (templates.collect(), library.dictionary, unread(&library.errors))
}

/// The first file that cannot be used, and how many more: a box has little room.
pub(super) fn unread(errors: &[StorageError]) -> Option<String> {
    let (first, more) = errors.split_first()?;
    Some(match more.len() {
        0 => first.to_string(),
        count => format!("{first}还有 {count} 个文件不能用，运行 fazhi-tui doctor 逐个看。"),
    })
}

impl Program {
    /// Does what the app asks for.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        let outcome = match effect {
            Effect::List => self.list(),
            Effect::Open(path) => self.open(&path, None),
            Effect::Close => return Some(self.close()),
            Effect::Create(report, profile) => self.create(&report, profile),
            Effect::OpenExample => self.open_example(),
            Effect::ListFirst(aside) => self.list_first(aside),
            Effect::ListFolder(folder) => return Some(list_folder(&folder)),
            Effect::Import(path) => self.take_file(&path),
            Effect::CreateImported(imported) => self.create_imported(&imported),
            Effect::ImportAndQuit(imported) => self.import_and_quit(&imported),
            Effect::SaveTemplate(template) => self.save_template(&template),
            Effect::Delete(path) => self.delete(&path),
            Effect::Rename(path, name) => self.rename(&path, &name),
            Effect::Copy(path) => Self::copy(&path),
            Effect::ListBin => self.list_bin(),
            Effect::Restore(name) => self.restore(&name),
            Effect::SetState(path, state) => self.set_state(&path, state),
            Effect::Replace { path, kept } => self.replace(&path, &kept),
            Effect::OpenFolder(path) => self.open_folder(&path),
            Effect::Save => return self.save_now(),
            Effect::Export(order) => export(&order),
            Effect::KeepSettings(changed) => self.keep(&changed),
            Effect::SwitchRules(changed) => {
                // What was done is told already.
                return self.keep(&changed).err().map(|error| Outcome::Failed(error.to_string()));
            }
            Effect::WriteClipboard(text) => {
                return self.clipboard.put(text, &mut self.ahead).map(Outcome::Told);
            }
            Effect::ReadClipboard => return Some(Outcome::Clipboard(self.clipboard.get())),
            Effect::Redraw => {
                self.recover();
                return None;
            }
            Effect::Quit(anyway) => return self.leave(anyway),
        };
        Some(outcome.unwrap_or_else(|error| Outcome::Failed(error.to_string())))
    }

    fn list(&self) -> Result<Outcome, StorageError> {
        let drafts = draft::list(&self.data)?;
        let row = |draft: Listed| DraftRow {
            id: draft.id.to_string(),
            path: draft.path.clone(),
            changed: draft.changed.map(clock::shown).unwrap_or_default(),
            content: match &draft.content {
                Ok(report) => Ok(Summary::of(report)),
                Err(error) => Err(broken(&self.data, &draft, error)),
            },
        };
        Ok(Outcome::Listed(drafts.into_iter().map(row).collect()))
    }

    fn open(&mut self, path: &Path, notice: Option<String>) -> Result<Outcome, StorageError> {
        let (draft, report) = OpenDraft::open(&self.data, path, &who())?;
        let read_only = match draft.access() {
            Access::Write => None,
            Access::ReadOnly { who: Some(who) } => Some(format!("稿件已在另一个窗口打开（{who}）")),
            Access::ReadOnly { who: None } => Some("稿件或它的文件夹不能写入".to_owned()),
        };
        let notice = notice.or_else(|| draft.warning().map(ToString::to_string));
        let id = draft.id().to_string();
        self.opened += 1;
        let saver = || Saver::start(draft, self.opened, self.sender.clone());
        self.saver = read_only.is_none().then(saver);
        Ok(Outcome::Opened(Box::new(Opened { id, report, read_only, notice })))
    }

    fn create(&mut self, report: &Report, profile: Profile) -> Result<Outcome, StorageError> {
        let wanted = DraftId::suggest(report.year, &report.unit.name);
        let id = draft::create(&self.data, &wanted, false, report)?;
        let remembered = self.remember(profile);
        let notice = match remembered {
            Ok(Some(aside)) => {
                format!("新稿件 {id} 已经存好；原来写坏的设置另存为 {}", aside.display())
            }
            Ok(None) if id != wanted => format!("{wanted} 已经有了，这一份叫 {id}"),
            Ok(None) => format!("新稿件 {id} 已经存好，直接打字就写进报告"),
            Err(error) => format!("新稿件 {id} 已经存好；单位信息没有记住：{error}"),
        };
        self.open(&draft::locate(&self.data, id.as_str()), Some(notice))
    }

    fn open_example(&mut self) -> Result<Outcome, StorageError> {
        let path = example::put(&self.data)?;
        self.open(&path, Some("这是一份写好的例子，随便改，不会影响您的稿件".to_owned()))
    }

    /// Keeps the profile of the unit; all else stays as the file has it by now.
    /// Gives the copy of settings that could not be read.
    fn remember(&self, profile: Profile) -> Result<Option<PathBuf>, StorageError> {
        let (settings, _) = Settings::load(&self.data);
        Settings { profile, ..settings }.save(&self.data)
    }

    /// Writes down what was changed in the settings. A folder that is not there
    /// may come: it is told, not refused.
    fn keep(&self, changed: &Changed) -> Result<Outcome, StorageError> {
        let aside = changed.keep(&self.data)?;
        let missing = changed.after.export_folder.as_ref();
        let missing = missing.filter(|_| !changed.after.folder().is_dir());
        Ok(match (missing, aside) {
            (Some(folder), _) => Outcome::Failed(format!(
                "设置已经存好，但现在没有这个导出文件夹：{}。请看看写对没有，或者先把它建好",
                folder.display()
            )),
            (None, Some(aside)) => {
                Outcome::Told(format!("设置已经存好；原来写坏的另存为 {}", aside.display()))
            }
            (None, None) => Outcome::Told("设置已经存好".to_owned()),
        })
    }

    /// The bytes of a file that is to become a draft.
    pub(super) fn read(path: &Path) -> Result<Outcome, StorageError> {
        match file::read_at_most(path, MAX_DOCUMENT) {
            Err(error) if matches!(error.problem, Problem::Missing | Problem::NotAFolder) => {
                let sentence = format!("没有找到文件：{}。请看看位置写对没有", path.display());
                Ok(Outcome::Failed(sentence))
            }
            read => Ok(Outcome::FileRead { path: path.to_path_buf(), bytes: read? }),
        }
    }

    fn create_imported(&mut self, imported: &Imported) -> Result<Outcome, StorageError> {
        let Imported { report, encoding, .. } = imported;
        let wanted = DraftId::suggest(report.year, &report.unit.name);
        let id = draft::create(&self.data, &wanted, false, report)?;
        let removed = report.noise.iter().filter(|noise| !is_replaced(noise)).count();
        let noise = match removed {
            0 => String::new(),
            count => format!("，去掉 {count} 处不属于正文的内容"),
        };
        let sections = report.sections.len();
        let read_as = encoding.map_or(String::new(), |own| format!("按 {} ", own.label()));
        let unit = if report.unit.name.is_empty() {
            "；没有认出单位，请在版头里填"
        } else {
            ""
        };
        let notice = format!("已{read_as}导入为稿件 {id}：{sections} 个标题{noise}{unit}");
        self.open(&draft::locate(&self.data, id.as_str()), Some(notice)).or_else(|error| {
            // It is there: nobody should import it again.
            Ok(Outcome::Failed(format!("已导入为稿件 {id}，但没有打开：{error}")))
        })
    }

    /// Makes the draft and leaves; nobody is there to read of it, so it is told
    /// where the program was called from.
    fn import_and_quit(&mut self, imported: &Imported) -> Result<Outcome, StorageError> {
        let report = &imported.report;
        let wanted = DraftId::suggest(report.year, &report.unit.name);
        let id = draft::create(&self.data, &wanted, false, report)?;
        self.remark = Some(format!("已导入为稿件 {id}"));
        self.quit = true;
        Ok(Outcome::Told(format!("已导入为稿件 {id}")))
    }

    fn close(&mut self) -> Outcome {
        match self.save_all() {
            Ok(remark) => {
                self.end_saver();
                Outcome::Closed(remark)
            }
            Err(sentence) => Outcome::Unsaved(format!("没有存上，稿件还开着：{sentence}")),
        }
    }

    /// Leaves, but not with text that cannot be saved unless told so.
    fn leave(&mut self, anyway: bool) -> Option<Outcome> {
        match self.save_all() {
            Ok(remark) => self.remark = remark,
            Err(sentence) if !anyway => return Some(Outcome::CannotLeave(sentence)),
            Err(sentence) => self.given_up = Some(sentence),
        }
        self.quit = true;
        None
    }

    fn save_now(&mut self) -> Option<Outcome> {
        let session = self.app.session()?;
        if let Some(who) = &session.read_only {
            return Some(Outcome::Failed(format!("这里是只读：{who}")));
        }
        if !session.unsaved() {
            return Some(Outcome::Told("没有新的改动，都已保存".to_owned()));
        }
        self.save();
        None
    }
}

fn export(order: &ExportOrder) -> Result<Outcome, StorageError> {
    let inside = order.inside.as_deref().map(paths::expand_home);
    let inside = inside.filter(|file| file.parent().is_some_and(Path::is_dir));
    let path = inside.unwrap_or_else(|| paths::expand_home(&order.path));
    let path = std::path::absolute(&path).unwrap_or(path);
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        return Ok(Outcome::Failed(format!("没有这个文件夹：{}", folder.display())));
    }
    let bytes = order.format.render(&assemble(&order.report), order.style);
    if order.overwrite {
        file::write_whole(&path, &bytes)?;
        return Ok(Outcome::Exported(path));
    }
    match file::write_new(&path, &bytes) {
        Ok(_) => Ok(Outcome::Exported(path)),
        Err(error) if error.problem == Problem::Exists => {
            let free = free_beside(&path);
            Ok(Outcome::Exists { path, free })
        }
        Err(error) => Err(error),
    }
}

/// The first name beside a file that is free: `X-2.txt`, `X-3.txt` …
fn free_beside(path: &Path) -> PathBuf {
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, ending) = (part(path.file_stem()), part(path.extension()));
    let named = |number: u32| path.with_file_name(format!("{stem}-{number}.{ending}"));
    let free = (2..1000).map(named).find(|name| !name.exists());
    free.unwrap_or_else(|| named(1000))
}

/// Who has a draft open, as others are told.
pub(super) fn who() -> String {
    let variable = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok());
    let user = variable(["USER", "USERNAME"]).unwrap_or_else(|| "有人".to_owned());
    let host = variable(["HOSTNAME", "COMPUTERNAME"]).or_else(host_file).unwrap_or_default();
    let at = if host.is_empty() { String::new() } else { format!("@{host}") };
    format!("{user}{at}，{} 起", clock::time())
}

fn host_file() -> Option<String> {
    let text = file::read_text(Path::new("/etc/hostname")).ok()?;
    Some(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, Style};
    use crate::report::testing;

    fn order(path: &Path, inside: &Path) -> ExportOrder {
        ExportOrder {
            report: testing::report(),
            format: Format::default(),
            style: Style::default(),
            path: path.to_path_buf(),
            inside: Some(inside.to_path_buf()),
            overwrite: false,
        }
    }

    #[test]
    fn an_export_to_a_folder_goes_into_it() {
        let folder = tempfile::tempdir().unwrap();
        let (file, inside) = (folder.path().with_extension("txt"), folder.path().join("报告.txt"));
        let exported = Ok(Outcome::Exported(inside.clone()));
        assert_eq!(export(&order(&file, &inside)), exported);
        assert!(inside.is_file() && !file.exists());
        // What is typed is then a file, and nothing is inside a file.
        let own =
            Outcome::Exists { path: inside.clone(), free: folder.path().join("报告-2.txt") };
        assert_eq!(export(&order(&inside, &inside.join("报告.txt"))), Ok(own));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_takes_no_files_is_told_as_one() {
        let target = Path::new("/proc/报告.txt");
        let error = export(&order(target, &target.join("报告.txt"))).unwrap_err();
        assert_eq!(error.problem, Problem::ReadOnlyFolder);
    }
}
