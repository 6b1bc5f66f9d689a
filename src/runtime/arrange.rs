//! Effects on drafts that are not open, on the bin and on the data folder.

use std::path::Path;

use super::{Program, clock, perform, saver};
use crate::app::effect::{BinRow, Broken, Folder, Kept, Outcome};
use crate::report::State;
use crate::storage::bin::Binned;
use crate::storage::{
    DataFolder, DraftId, Listed, Problem, Settings, StorageError, arrange, bin, history, paths,
};

/// Why a draft cannot be read, and what helps.
pub(super) fn broken(data: &DataFolder, draft: &Listed, error: &StorageError) -> Broken {
    let place = error.place();
    let place = if place.is_empty() { place } else { format!("{place}，") };
    // A file that the system refuses to hand out cannot be put aside either, and
    // one of a newer version is sound: there it waits for that version.
    let stays = matches!(
        error.problem,
        Problem::Directory
            | Problem::Missing
            | Problem::NoPermission
            | Problem::Newer { .. }
            | Problem::Other(_)
    );
    let kept = history::newest_readable(&data.history(&draft.id)).filter(|_| !stays);
    Broken {
        short: format!("{place}{}", error.what()),
        remedy: error.remedy(),
        whole: error.to_string(),
        kept: kept.map(|kept| Kept { time: clock::shown_stamp(&kept.stamp), path: kept.path }),
        removable: !stays,
    }
}

impl Program {
    pub(super) fn rename(&self, path: &Path, wanted: &str) -> Result<Outcome, StorageError> {
        let id = match DraftId::exact(wanted) {
            Ok(id) => id,
            Err(reason) => return Ok(Outcome::Failed(reason.to_owned())),
        };
        match arrange::rename(&self.data, path, &id, &clock::stamp()) {
            Ok(()) => {
                Ok(Outcome::Arranged { told: format!("已改名为 {id}"), id: id.to_string() })
            }
            Err(StorageError { problem: Problem::Exists, .. }) => {
                Ok(Outcome::Failed(format!("已经有叫 {id} 的稿件了，请换一个名字")))
            }
            Err(error) => Err(error),
        }
    }

    pub(super) fn copy(path: &Path) -> Result<Outcome, StorageError> {
        let id = arrange::copy(path)?;
        Ok(Outcome::Arranged { told: format!("已复制为 {id}"), id: id.to_string() })
    }

    pub(super) fn delete(&self, path: &Path) -> Result<Outcome, StorageError> {
        bin::remove_file(&self.data, path, &clock::stamp())?;
        let id = DraftId::of_file(path);
        Ok(Outcome::Told(format!("{id} 已移到回收站，用“找回删除的稿件”能找回来")))
    }

    pub(super) fn list_bin(&self) -> Result<Outcome, StorageError> {
        let row = |binned: Binned| BinRow {
            id: binned.id.to_string(),
            deleted: clock::shown_stamp(&binned.stamp),
            name: binned.name,
        };
        Ok(Outcome::Bin(bin::bin_list(&self.data)?.into_iter().map(row).collect()))
    }

    pub(super) fn restore(&self, name: &str) -> Result<Outcome, StorageError> {
        let id = bin::restore(&self.data, name, &clock::stamp())?;
        Ok(Outcome::Arranged { told: format!("已找回 {id}"), id: id.to_string() })
    }

    pub(super) fn set_state(&self, path: &Path, state: State) -> Result<Outcome, StorageError> {
        let saved = arrange::set_state(&self.data, path, state, &perform::who(), &clock::stamp())?;
        let done = match &saved {
            Some(_) => format!("的状态改为：{}", state.label()),
            None => "的状态没有变".to_owned(),
        };
        let saved = saved.unwrap_or_default();
        let remark = saver::remark(&saved).map(|remark| format!("；{remark}")).unwrap_or_default();
        let id = saved.conflict.unwrap_or_else(|| DraftId::of_file(path)).to_string();
        Ok(Outcome::Arranged { told: format!("{id} {done}{remark}"), id })
    }

    pub(super) fn replace(&self, path: &Path, kept: &Path) -> Result<Outcome, StorageError> {
        bin::replace_file(&self.data, path, kept, &clock::stamp())?;
        let id = DraftId::of_file(path).to_string();
        let told = format!("{id} 已换成留下的旧稿，坏文件在回收站里");
        Ok(Outcome::Arranged { told, id })
    }

    /// Goes on with another data folder. No draft is open then.
    pub(super) fn open_folder(&mut self, path: &Path) -> Result<Outcome, StorageError> {
        let path = paths::expand_home(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        let data = match DataFolder::open(&path) {
            Ok(data) => data,
            Err(error) => {
                let place = error.path.display();
                return match error.problem {
                    Problem::Missing => Ok(Outcome::Failed(format!("没有这个文件夹：{place}"))),
                    Problem::NotAFolder => {
                        Ok(Outcome::Failed(format!("这是文件，不是文件夹：{place}")))
                    }
                    _ => Err(error),
                };
            }
        };
        if !data.drafts().is_dir() {
            // Gone to, it would look as if all drafts were lost.
            let place = data.root().display();
            let sentence = format!("这里还没有稿件（没有 drafts 文件夹）：{place}");
            return Ok(Outcome::Failed(sentence));
        }
        let told = format!("已换到数据文件夹 {}", data.root().display());
        self.data = data;
        let (settings, trouble) = Settings::load(&self.data);
        let (templates, dictionary, unread) = perform::templates(&self.data);
        let trouble: String =
            trouble.map(|error| error.to_string()).into_iter().chain(unread).collect();
        Ok(Outcome::Folder(Box::new(Folder {
            shown: perform::shown_folder(&self.data),
            settings,
            templates,
            dictionary,
            told,
            trouble: Some(trouble).filter(|told| !told.is_empty()),
        })))
    }
}
