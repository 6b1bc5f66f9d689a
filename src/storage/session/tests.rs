//! No text is lost between an open draft and its file, whoever else writes it.

use super::*;
use crate::storage::sample;

struct Desk {
    _folder: tempfile::TempDir,
    data: DataFolder,
    path: PathBuf,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    let id = DraftId::suggest(2024, "云溪镇");
    draft::create(&data, &id, true, &sample::full()).unwrap();
    let path = draft::path_of(&data.drafts(), &id);
    Desk { _folder: folder, data, path }
}

impl Desk {
    fn open(&self) -> OpenDraft {
        OpenDraft::open(&self.data, &self.path, "甲").unwrap().0
    }

    fn versions(&self) -> usize {
        let history = self.data.history(&DraftId::of_file(&self.path));
        history::versions(&history).unwrap().len()
    }

    fn report(&self) -> Report {
        draft::load(&self.path).unwrap().report
    }
}

fn of_year(year: i32) -> Report {
    Report { year, ..sample::full() }
}

#[test]
fn a_saver_thread_can_own_it() {
    fn sent<T: Send + 'static>() {}
    sent::<OpenDraft>();
    sent::<StorageError>();
}

#[test]
fn the_first_change_keeps_the_old_version_once() {
    let desk = desk();
    let mut open = desk.open();
    assert_eq!(open.save(&sample::full(), "s0").unwrap(), Saved::default());
    assert_eq!(desk.versions(), 0, "an unchanged draft is not written");
    for year in 2025..2030 {
        let saved = open.save(&of_year(year), &format!("s{year}")).unwrap();
        assert_eq!(saved, Saved::default());
    }
    assert_eq!(desk.report().year, 2029);
    assert_eq!(desk.versions(), 1);
    let history = history::versions(&desk.data.history(open.id())).unwrap();
    assert_eq!(draft::load(&history[0].path).unwrap().report.year, 2024);
}

#[test]
fn a_second_window_reads_only_until_the_first_closes() {
    let desk = desk();
    let first = desk.open();
    let mut second = desk.open();
    let who = Some("甲".to_owned());
    assert_eq!(second.access(), &Access::ReadOnly { who });
    let error = second.save(&of_year(2025), "s").unwrap_err();
    assert!(error.to_string().contains("甲正在编辑这份稿件"), "{error}");
    assert_eq!(desk.report().year, 2024);
    drop(first);
    assert_eq!(desk.open().access(), &Access::Write);
}

#[test]
fn a_conflict_keeps_both() {
    let desk = desk();
    let mut open = desk.open();
    file::write_whole(&desk.path, draft::render(&of_year(1999)).unwrap().as_bytes()).unwrap();
    let saved = open.save(&of_year(2025), "s").unwrap();
    let id = saved.conflict.unwrap();
    assert_eq!(id.as_str(), "2024-云溪镇-2");
    assert_eq!(open.id(), &id);
    assert_eq!(desk.report().year, 1999, "theirs is untouched");
    assert_eq!(draft::load(&open.path).unwrap().report.year, 2025);
    assert_eq!(open.save(&of_year(2026), "s").unwrap().conflict, None);
    assert_eq!(draft::load(&open.path).unwrap().report.year, 2026);
    let second = OpenDraft::open(&desk.data, &open.path, "乙").unwrap().0;
    assert_ne!(second.access(), &Access::Write, "the new draft is locked");
    assert_eq!(desk.open().access(), &Access::Write, "the old one is free");
}

#[test]
fn a_conflict_with_a_broken_file_keeps_both() {
    let desk = desk();
    let mut open = desk.open();
    file::write_whole(&desk.path, b"(torn").unwrap();
    assert!(open.save(&of_year(2025), "s").unwrap().conflict.is_some());
    assert_eq!(file::read_bytes(&desk.path).unwrap(), b"(torn");
}

#[test]
fn the_same_text_from_elsewhere_is_no_conflict() {
    let desk = desk();
    let mut open = desk.open();
    let same = draft::render(&of_year(2025)).unwrap();
    file::write_whole(&desk.path, same.as_bytes()).unwrap();
    assert_eq!(open.save(&of_year(2025), "s").unwrap(), Saved::default());
    assert_eq!(open.save(&of_year(2026), "s").unwrap().conflict, None);
}

#[test]
fn a_vanished_file_or_folder_is_written_anew() {
    let desk = desk();
    let mut open = desk.open();
    fs::remove_dir_all(desk.data.drafts()).unwrap();
    let saved = open.save(&of_year(2025), "s").unwrap();
    assert!(saved.vanished && saved.conflict.is_none());
    assert_ne!(desk.open().access(), &Access::Write, "it is locked anew");
    assert_eq!(desk.report().year, 2025);
}

#[test]
fn a_file_from_notepad_is_no_conflict() {
    let desk = desk();
    let text = draft::render(&sample::full()).unwrap().replace('\n', "\r\n");
    file::write_whole(&desk.path, format!("\u{feff}{text}").as_bytes()).unwrap();
    let mut open = desk.open();
    assert_eq!(open.save(&of_year(2025), "s").unwrap(), Saved::default());
    assert_eq!(desk.versions(), 1);
}

#[test]
fn a_history_that_cannot_be_kept_does_not_stop_the_save() {
    let desk = desk();
    file::write_whole(&desk.data.root().join("history"), b"in the way").unwrap();
    let saved = desk.open().save(&of_year(2025), "s").unwrap();
    assert!(saved.warning.is_some());
    assert_eq!(desk.report().year, 2025);
}

#[test]
fn what_cannot_be_read_is_left_alone_and_unlocked() {
    let desk = desk();
    file::write_whole(&desk.path, b"(format: 99)").unwrap();
    let error = OpenDraft::open(&desk.data, &desk.path, "甲").unwrap_err();
    assert_eq!(error.problem, Problem::Newer { format: 99 });
    assert_eq!(file::read_bytes(&desk.path).unwrap(), b"(format: 99)");
    assert!(matches!(Lock::take(&desk.path, "乙"), Ok(Taken::Mine(_))));
    let missing = desk.path.with_file_name("无.ron");
    let error = OpenDraft::open(&desk.data, &missing, "甲").unwrap_err();
    assert_eq!(error.problem, Problem::Missing);
    let error = OpenDraft::open(&desk.data, &desk.data.drafts(), "甲").unwrap_err();
    assert_eq!(error.problem, Problem::Directory);
}

#[test]
fn a_write_protected_file_opens_for_reading() {
    let desk = desk();
    let mut permissions = fs::metadata(&desk.path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&desk.path, permissions).unwrap();
    let mut open = desk.open();
    assert_eq!(open.access(), &Access::ReadOnly { who: None });
    let error = open.save(&of_year(2025), "s").unwrap_err();
    assert_eq!(error.problem, Problem::NoPermission);
    assert_eq!(desk.report().year, 2024);
}
