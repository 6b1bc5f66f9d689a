//! Effects → files, and what came of them.

use std::path::{Path, PathBuf};

use super::saver::Saver;
use super::{Program, clock};
use crate::app::effect::{Broken, DraftRow, Effect, ExportOrder, Opened, Outcome, Summary};
use crate::document::assemble;
use crate::import::{self, Choices, Imported};
use crate::report::Report;
use crate::report::unit::Profile;
use crate::storage::{
    Access, DraftId, Listed, OpenDraft, Problem, Settings, StorageError, bin, draft, file, paths,
};

/// The folder that finished text goes to.
pub(super) fn export_folder(settings: &Settings) -> PathBuf {
    settings.export_folder.clone().unwrap_or_else(paths::export_folder)
}

impl Program {
    /// Does what the app asks for.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        let outcome = match effect {
            Effect::List => self.list(),
            Effect::Open(wanted) => self.open(&draft::locate(&self.data, &wanted), None),
            Effect::Close => return Some(self.close()),
            Effect::Create(report, profile) => self.create(&report, profile),
            Effect::Import(path) => self.import(&paths::expand_home(&path)),
            Effect::Delete(id) => self.delete(&DraftId::new(&id)),
            Effect::Save => return self.save_now(),
            Effect::Export(order) => export(&order),
            Effect::Redraw => {
                self.screen.forget();
                return None;
            }
            Effect::Quit => {
                return self.leave();
            }
        };
        Some(outcome.unwrap_or_else(|error| Outcome::Failed(error.to_string())))
    }

    fn list(&self) -> Result<Outcome, StorageError> {
        let drafts = draft::list(&self.data)?;
        let row = |draft: Listed| DraftRow {
            id: draft.id.to_string(),
            changed: draft.changed.map(clock::shown).unwrap_or_default(),
            content: draft.content.as_ref().map(Summary::of).map_err(broken),
        };
        Ok(Outcome::Listed(drafts.into_iter().map(row).collect()))
    }

    fn open(&mut self, path: &Path, notice: Option<String>) -> Result<Outcome, StorageError> {
        let (draft, report) = OpenDraft::open(&self.data, path, &who())?;
        let read_only = match draft.access() {
            Access::Write => None,
            Access::ReadOnly { who: Some(who) } => Some(format!("{who} 正在写这份稿件")),
            Access::ReadOnly { who: None } => Some("稿件或它的文件夹不能写入".to_owned()),
        };
        let notice = notice.or_else(|| draft.warning().map(ToString::to_string));
        let id = draft.id().to_string();
        self.saver = read_only.is_none().then(|| Saver::start(draft, self.sender.clone()));
        Ok(Outcome::Opened(Box::new(Opened { id, report, read_only, notice })))
    }

    fn create(&mut self, report: &Report, profile: Profile) -> Result<Outcome, StorageError> {
        let wanted = DraftId::suggest(report.year, &report.unit.name);
        let id = draft::create(&self.data, &wanted, false, report)?;
        self.settings.profile = profile;
        let remembered = self.settings.save(&self.data);
        let notice = match remembered {
            Ok(()) => format!("新稿件 {id} 已经存好，直接打字就写进报告"),
            Err(error) => format!("新稿件 {id} 已经存好；单位信息没有记住：{error}"),
        };
        self.open(&draft::locate(&self.data, id.as_str()), Some(notice))
    }

    fn import(&mut self, path: &Path) -> Result<Outcome, StorageError> {
        let bytes = file::read_bytes(path)?;
        let choices = Choices { templates: &self.app.facts().templates, ..Choices::default() };
        let Imported { mut report, encoding, .. } = match import::import(&bytes, &choices) {
            Ok(imported) => imported,
            Err(error) => return Ok(Outcome::Failed(format!("{}：{error}", path.display()))),
        };
        let mut unsure = "";
        if report.year == 0 {
            report.year = clock::today().year - 1;
            unsure = "；没有认出年度，先按去年";
        }
        let wanted = DraftId::suggest(report.year, &report.unit.name);
        let id = draft::create(&self.data, &wanted, false, &report)?;
        let noise = match report.noise.len() {
            0 => String::new(),
            count => format!("，去掉 {count} 处不属于正文的内容"),
        };
        let sections = report.sections.len();
        let notice =
            format!("已按 {} 读成稿件 {id}：{sections} 个标题{noise}{unsure}", encoding.label());
        self.open(&draft::locate(&self.data, id.as_str()), Some(notice))
    }

    fn delete(&self, id: &DraftId) -> Result<Outcome, StorageError> {
        let name = bin::remove(&self.data, id, &clock::stamp())?;
        Ok(Outcome::Told(format!("{id} 已移到 {}", self.data.bin().join(name).display())))
    }

    fn close(&mut self) -> Outcome {
        match self.save_all() {
            Ok(()) => {
                self.saver = None;
                Outcome::Closed
            }
            Err(sentence) => Outcome::Unsaved(format!("没有存上，稿件还开着：{sentence}")),
        }
    }

    /// Leaves, but not with text that could not be saved unless asked twice.
    fn leave(&mut self) -> Option<Outcome> {
        let saved = self.save_all();
        match saved {
            Err(sentence) if !self.warned => {
                self.warned = true;
                let advice = "可以按 F12 导出到别处；仍要离开请再按 Ctrl+Q";
                Some(Outcome::Unsaved(format!("没有存上：{sentence}{advice}")))
            }
            _ => {
                self.quit = true;
                None
            }
        }
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

fn broken(error: &StorageError) -> Broken {
    let place = error.line.zip(error.column);
    let place =
        place.map_or_else(String::new, |(line, column)| format!("第{line}行第{column}列，"));
    Broken { short: format!("{place}{}", error.what()), whole: error.to_string() }
}

fn export(order: &ExportOrder) -> Result<Outcome, StorageError> {
    let path = paths::expand_home(&order.path);
    let path = std::path::absolute(&path).unwrap_or(path);
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
fn who() -> String {
    let variable = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok());
    let user = variable(["USER", "USERNAME"]).unwrap_or_else(|| "有人".to_owned());
    let host = variable(["HOSTNAME", "COMPUTERNAME"]).or_else(host_file).unwrap_or_default();
    let at = if host.is_empty() { String::new() } else { format!("@{host}") };
    format!("{user}{at}（{} 起，进程 {}）", clock::time(), std::process::id())
}

fn host_file() -> Option<String> {
    let text = file::read_text(Path::new("/etc/hostname")).ok()?;
    Some(text.trim().to_owned())
}
