//! Tests of what is done to a draft from outside.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::*;
use crate::storage::history;
use crate::storage::lock::Taken;
use crate::storage::sample;

struct Place {
    _folder: tempfile::TempDir,
    data: DataFolder,
    id: DraftId,
}

impl Place {
    /// A data folder with a draft that has a history of one version.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let id = DraftId::suggest(2024, "云溪镇");
        draft::create(&data, &id, true, &sample::small()).unwrap();
        let place = Self { _folder: folder, data, id };
        place.keep(&place.id, "20260108-103200", b"old");
        place
    }

    fn keep(&self, id: &DraftId, stamp: &str, content: &[u8]) {
        let path = self.data.history(id).join(format!("{stamp}.ron"));
        file::write_whole(&path, content).unwrap();
    }

    fn path(&self, id: &DraftId) -> PathBuf {
        draft::path_of(&self.data.drafts(), id)
    }

    fn rename(&self, to: &DraftId) -> Result<(), StorageError> {
        rename(&self.data, &self.path(&self.id), to, "20260109-080000")
    }

    /// The kept versions of a draft, by stamp and content.
    fn kept(&self, id: &DraftId) -> Vec<(String, Vec<u8>)> {
        let versions = history::versions(&self.data.history(id)).unwrap();
        versions.into_iter().map(|v| (v.stamp, file::read_bytes(&v.path).unwrap())).collect()
    }
}

fn version(stamp: &str, content: &[u8]) -> (String, Vec<u8>) {
    (stamp.to_owned(), content.to_vec())
}

#[test]
fn a_draft_is_renamed_with_its_history_and_its_time() {
    let place = Place::new();
    let (old, new) = (place.path(&place.id), DraftId::new("2024-云溪镇（送审）"));
    let bytes = file::read_bytes(&old).unwrap();
    let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_000_000);
    fs::File::options().write(true).open(&old).unwrap().set_modified(changed).unwrap();
    place.rename(&new).unwrap();
    let path = place.path(&new);
    assert_eq!(file::read_bytes(&path).unwrap(), bytes);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), changed);
    assert!(!old.exists() && !place.data.history(&place.id).exists());
    assert_eq!(place.kept(&new), [version("20260108-103200", b"old")]);
    // Its lock is free under either name.
    for path in [old, path] {
        assert!(matches!(Lock::take(&path, "乙").unwrap(), Taken::Mine(_)));
    }
}

#[test]
fn a_history_left_under_the_new_name_goes_aside_whole() {
    let place = Place::new();
    let new = DraftId::new("新名");
    place.keep(&new, "20260108-103200", b"stranger");
    // A version that cannot be read goes with its folder like all others.
    fs::create_dir_all(place.data.history(&place.id).join("20260108-090000.ron")).unwrap();
    place.rename(&new).unwrap();
    assert!(!place.data.history(&place.id).exists());
    assert!(place.data.history(&new).join("20260108-090000.ron").is_dir());
    fs::remove_dir(place.data.history(&new).join("20260108-090000.ron")).unwrap();
    assert_eq!(place.kept(&new), [version("20260108-103200", b"old")]);
    let aside = DraftId::new("新名@20260109-080000");
    assert_eq!(place.kept(&aside), [version("20260108-103200", b"stranger")]);
}

#[test]
fn a_draft_without_a_history_is_renamed_too() {
    let place = Place::new();
    fs::remove_dir_all(place.data.history(&place.id)).unwrap();
    let new = DraftId::new("新名");
    place.rename(&new).unwrap();
    assert!(place.path(&new).exists() && !place.data.history(&new).exists());
}

#[test]
fn a_taken_name_is_refused_and_all_stays() {
    let place = Place::new();
    let other = DraftId::new("别的");
    file::write_whole(&place.path(&other), b"other").unwrap();
    for taken in [&other, &place.id] {
        assert_eq!(place.rename(taken).unwrap_err().problem, Problem::Exists);
    }
    assert_eq!(file::read_bytes(&place.path(&other)).unwrap(), b"other");
    assert!(place.path(&place.id).exists());
    assert_eq!(place.kept(&place.id).len(), 1);
}

#[test]
fn a_draft_that_somebody_edits_keeps_its_name() {
    let place = Place::new();
    let new = DraftId::new("新名");
    for held in [&place.id, &new] {
        let _lock = Lock::take(&place.path(held), "甲").unwrap();
        let error = place.rename(&new).unwrap_err();
        assert_eq!(error.problem, Problem::Locked { who: "甲".to_owned() });
    }
    assert!(place.path(&place.id).exists() && !place.path(&new).exists());
    assert_eq!(place.kept(&place.id).len(), 1);
}

#[test]
fn a_rename_that_fails_half_way_leaves_all_as_it_was() {
    let place = Place::new();
    let new = DraftId::new("新名");
    // The history cannot be moved: a file stands where its folder should.
    file::write_whole(&place.data.history(&new), b"in the way").unwrap();
    assert!(place.rename(&new).is_err());
    assert!(place.path(&place.id).exists() && !place.path(&new).exists());
    assert_eq!(place.kept(&place.id), [version("20260108-103200", b"old")]);
}

#[test]
fn a_copy_takes_the_next_free_name() {
    let place = Place::new();
    let path = place.path(&place.id);
    let _lock = Lock::take(&path, "甲").unwrap();
    assert_eq!(copy(&path).unwrap(), place.id.numbered(2));
    assert_eq!(copy(&path).unwrap(), place.id.numbered(3));
    let copied = file::read_bytes(&place.path(&place.id.numbered(3))).unwrap();
    assert_eq!(copied, file::read_bytes(&path).unwrap());
    assert!(place.kept(&place.id.numbered(2)).is_empty());
}

#[test]
fn a_state_is_set_under_lock_and_the_version_before_is_kept() {
    let place = Place::new();
    let path = place.path(&place.id);
    let before = file::read_bytes(&path).unwrap();
    let set = |stamp: &str| set_state(&place.data, &path, State::Review, "乙", stamp);
    let lock = Lock::take(&path, "甲").unwrap();
    assert_eq!(set("s").unwrap_err().problem, Problem::Locked { who: "甲".to_owned() });
    assert_eq!(file::read_bytes(&path).unwrap(), before);
    drop(lock);
    set("20260109-090000").unwrap();
    let report = draft::load(&path).unwrap().report;
    assert_eq!(report, crate::report::Report { state: State::Review, ..sample::small() });
    assert_eq!(place.kept(&place.id)[0], version("20260109-090000", &before));
    assert!(matches!(Lock::take(&path, "丙").unwrap(), Taken::Mine(_)));
}

#[test]
fn the_present_state_writes_nothing() {
    let place = Place::new();
    let path = place.path(&place.id);
    // As a hand leaves it: saved again, it would look otherwise.
    let by_hand = [file::read_bytes(&path).unwrap(), b"// mine\n".to_vec()].concat();
    file::write_whole(&path, &by_hand).unwrap();
    let saved = set_state(&place.data, &path, State::Drafting, "乙", "s").unwrap();
    assert_eq!(saved, None);
    assert_eq!(file::read_bytes(&path).unwrap(), by_hand);
    assert_eq!(place.kept(&place.id).len(), 1);
}

#[test]
fn a_version_that_could_not_be_kept_is_told() {
    let place = Place::new();
    let path = place.path(&place.id);
    let history = place.data.history(&place.id);
    fs::remove_dir_all(&history).unwrap();
    file::write_whole(&history, b"in the way").unwrap();
    let saved = set_state(&place.data, &path, State::Review, "乙", "s").unwrap().unwrap();
    assert_eq!(saved.warning.unwrap().problem, Problem::NotAFolder);
    assert_eq!(draft::load(&path).unwrap().report.state, State::Review);
}
