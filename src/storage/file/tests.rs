//! What was there stays whole until what comes is whole.

use std::fs::File;
use std::time::Duration;

use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().flatten();
    let mut names: Vec<String> =
        entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text_error(bytes: &[u8]) -> StorageError {
    text_of(bytes.to_vec(), Path::new("稿.ron")).unwrap_err()
}

#[test]
fn text_comes_without_mark_and_with_plain_line_ends() {
    let folder = folder();
    let path = folder.path().join("a");
    write_whole(&path, "\u{feff}甲\r\n乙\n".as_bytes()).unwrap();
    assert_eq!(read_text(&path).unwrap(), "甲\n乙\n");
}

#[test]
fn what_is_no_text_is_named_with_place_and_remedy() {
    let gbk = text_error(b"(\n  \xd4\xc6\xcf\xaa");
    assert_eq!((gbk.line, gbk.column), (Some(2), Some(3)));
    assert!(
        gbk.to_string().contains("第2行第3列：不是 UTF-8 编码的文字。请用记事本打开，另存为 UTF-8")
    );
    assert_eq!(text_error(b"").problem, Problem::Empty);
    assert!(text_error(b"").to_string().contains("文件是空的。原文件未改动；请从历史版本"));
    assert_eq!(text_error(b"\xff\xfe(\0").problem, Problem::Utf16);
    let torn = text_error(b"(format: 1,\n\0\0\0");
    assert_eq!((torn.problem, torn.line), (Problem::Nuls, Some(2)));
}

#[test]
fn a_folder_and_nothing_are_named() {
    let folder = folder();
    let error = read_bytes(folder.path()).unwrap_err();
    assert_eq!(error.problem, Problem::Directory);
    let error = read_bytes(&folder.path().join("无")).unwrap_err();
    assert_eq!(error.problem, Problem::Missing);
}

#[test]
fn writing_makes_folders_and_leaves_nothing_else() {
    let folder = folder();
    let path = folder.path().join("x/y/稿.ron");
    let revision = write_whole(&path, b"one").unwrap();
    assert_eq!(revision_of(&path).unwrap(), revision);
    assert_ne!(write_whole(&path, b"two").unwrap(), revision);
    assert_eq!(read_bytes(&path).unwrap(), b"two");
    assert_eq!(names(path.parent().unwrap()), ["稿.ron"]);
}

#[test]
fn a_new_file_never_takes_a_place() {
    let folder = folder();
    let path = folder.path().join("稿.ron");
    write_new(&path, b"one").unwrap();
    let error = write_new(&path, b"two").unwrap_err();
    assert_eq!(error.problem, Problem::Exists);
    assert_eq!(read_bytes(&path).unwrap(), b"one");
    assert_eq!(names(folder.path()), ["稿.ron"]);
    fs::create_dir(folder.path().join("夹")).unwrap();
    assert!(write_new(&folder.path().join("夹"), b"x").is_err());
}

#[test]
fn a_failed_write_leaves_the_old_content_whole() {
    let folder = folder();
    let path = folder.path().join("稿.ron");
    fs::create_dir_all(path.join("内")).unwrap();
    write_whole(&path.join("内/a"), b"old").unwrap();
    assert!(write_whole(&path, b"new").is_err(), "a folder stands there");
    assert_eq!(read_bytes(&path.join("内/a")).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["稿.ron"], "no temporary file is left");
}

#[test]
fn a_file_in_the_way_of_a_folder_is_named() {
    let folder = folder();
    let file = folder.path().join("drafts");
    write_whole(&file, b"x").unwrap();
    let error = write_whole(&file.join("a.ron"), b"y").unwrap_err();
    assert!(matches!(error.problem, Problem::NotAFolder | Problem::Exists), "{error}");
}

/// A file that no one but the newest writer has half-written is never seen,
/// however often it is read meanwhile.
#[test]
fn readers_see_old_or_new_and_nothing_between() {
    let folder = folder();
    let path = folder.path().join("稿.ron");
    let (old, new) = (vec![b'a'; 200_000], vec![b'b'; 100_000]);
    write_whole(&path, &old).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..20 {
                write_whole(&path, &new).unwrap();
                write_whole(&path, &old).unwrap();
            }
        });
        while !writer.is_finished() {
            let seen = read_bytes(&path).unwrap();
            assert!(seen == old || seen == new);
        }
    });
}

#[test]
fn only_old_temporary_files_are_cleaned() {
    let folder = folder();
    let now = fs::metadata(folder.path()).unwrap().modified().unwrap();
    let age = |name: &str, minutes: u64| {
        let file = File::create(folder.path().join(name)).unwrap();
        file.set_modified(now - Duration::from_secs(minutes * 60)).unwrap();
    };
    age(".fazhi-old", 61);
    age(".fazhi-new", 1);
    age("2024-云溪镇.ron", 1000);
    fs::create_dir(folder.path().join(".fazhi-dir")).unwrap();
    assert_eq!(clean_leftovers(folder.path(), now), 1);
    assert_eq!(names(folder.path()), [".fazhi-dir", ".fazhi-new", "2024-云溪镇.ron"]);
    assert_eq!(clean_leftovers(Path::new("/没有/这里"), now), 0);
    fs::create_dir(folder.path().join("drafts")).unwrap();
    age("drafts/.fazhi-old", 61);
    age("drafts/稿.ron", 61);
    assert_eq!(clean_tree(folder.path(), now), 1);
    assert_eq!(names(&folder.path().join("drafts")), ["稿.ron"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn permissions_stay() {
        let folder = folder();
        let path = folder.path().join("稿.ron");
        write_whole(&path, b"one").unwrap();
        assert_ne!(mode(&path) & 0o400, 0);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = folder();
        let real = folder.path().join("真/稿.ron");
        let link = folder.path().join("链.ron");
        symlink("真/稿.ron", &link).unwrap();
        write_whole(&link, b"one").unwrap();
        write_whole(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read_bytes(&real).unwrap(), b"two");
    }

    #[test]
    fn a_folder_without_permission_is_named_and_left_alone() {
        let folder = folder();
        let path = folder.path().join("稿.ron");
        write_whole(&path, b"old").unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        let result = write_whole(&path, b"new");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        // Root may write anywhere.
        if let Err(error) = result {
            assert_eq!(error.problem, Problem::NoPermission);
            assert_eq!(read_bytes(&path).unwrap(), b"old");
        }
    }

    #[test]
    fn a_full_disk_is_named() {
        let full = Path::new("/dev/full");
        let Err(error) = File::options()
            .write(true)
            .open(full)
            .and_then(|mut file| std::io::Write::write_all(&mut file, b"x"))
        else {
            return;
        };
        let error = StorageError::from_io(full, &error);
        if error.problem == Problem::DiskFull {
            assert!(error.to_string().contains("磁盘已满，没有写成；原来的文件完好"));
        }
    }
}
