//! What the played world does to drafts that are not open.

use std::path::{Path, PathBuf};

use fazhi_tui::app::effect::{BinRow, Effect, Folder, Outcome};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::storage::Settings;

use super::{Stage, file, new_report, templates};

impl Stage {
    /// Moves a draft to the bin.
    pub(super) fn delete(&mut self, path: &Path) -> Outcome {
        let (gone, stay) = self.drafts.drain(..).partition(|(own, _)| file(own) == *path);
        self.drafts = stay;
        self.bin.extend::<Vec<_>>(gone);
        Outcome::Told(format!("{} 已移到回收站", path.display()))
    }

    /// Does to a draft that is not open what the program asks for.
    pub(super) fn arrange(&mut self, effect: &Effect) -> Outcome {
        let done = |id: &str, told: String| Outcome::Arranged { id: id.to_owned(), told };
        let at = |path: &Path| self.drafts.iter().position(|(own, _)| file(own) == path).unwrap();
        match effect {
            Effect::Rename(path, name) => {
                if self.drafts.iter().any(|(own, _)| own == name) {
                    return Outcome::Failed(format!("已经有叫 {name} 的稿件了，请换一个名字"));
                }
                let index = at(path);
                self.drafts[index].0.clone_from(name);
                done(name, format!("已改名为 {name}"))
            }
            Effect::Copy(path) => {
                let (id, content) = self.drafts[at(path)].clone();
                let id = format!("{id}-2");
                self.drafts.push((id.clone(), content));
                done(&id, format!("已复制为 {id}"))
            }
            Effect::ListBin => Outcome::Bin(self.bin.iter().map(|(id, _)| binned(id)).collect()),
            Effect::Restore(name) => {
                let id = name.split('@').next().unwrap();
                let index = self.bin.iter().position(|(own, _)| own == id).unwrap();
                let draft = self.bin.remove(index);
                self.drafts.push(draft);
                done(id, format!("已找回 {id}"))
            }
            Effect::SetState(path, state) => {
                let index = at(path);
                let (id, content) = &mut self.drafts[index];
                content.as_mut().unwrap().state = *state;
                done(id, format!("{id} 的状态改为：{}", state.label()))
            }
            Effect::Replace { path, .. } => {
                let index = at(path);
                self.drafts[index].1 = Ok(new_report());
                done(&self.drafts[index].0, "已换成留下的旧稿".to_owned())
            }
            Effect::OpenFolder(path) if path.ends_with("没有") => {
                Outcome::Failed(format!("没有这个文件夹：{}", path.display()))
            }
            Effect::OpenFolder(path) => {
                self.drafts.clear();
                Outcome::Folder(Box::new(Folder {
                    shown: Some(path.display().to_string()),
                    settings: Settings {
                        profile: Profile { name: "柳湾乡".to_owned(), ..Profile::default() },
                        export_folder: Some(PathBuf::from("别处")),
                        ..Settings::default()
                    },
                    templates: templates(),
                    dictionary: super::dictionary(),
                    told: format!("已换到数据文件夹 {}", path.display()),
                    trouble: None,
                }))
            }
            other => panic!("{other:?}"),
        }
    }
}

fn binned(id: &str) -> BinRow {
    BinRow {
        name: format!("{id}@20260108-103200"),
        id: id.to_owned(),
        deleted: "2026-01-08 10:32".to_owned(),
    }
}
