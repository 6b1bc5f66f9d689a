//! Files that are no report: refused in a sentence, at once, and nothing is written.

use std::fs::{self, File};
use std::io::Write;
use std::time::{Duration, Instant};

use super::Desk;

/// Imports what cannot be imported, and sees what is told and that nothing is left.
#[track_caller]
fn refused(desk: &Desk, file: &str, told: &[&str]) {
    let start = Instant::now();
    for command in [["import", file], ["outline", file]] {
        let ran = desk.run(&command);
        assert_eq!(ran.code, 3, "{command:?}: {}", ran.err);
        assert_eq!(ran.out, b"", "{command:?}");
        let name = file.rsplit('/').next().unwrap_or(file);
        for words in told.iter().chain([&name]) {
            assert!(ran.err.contains(words), "{words}: {}", ran.err);
        }
        assert!(ran.err.trim_end().ends_with('。'), "{}", ran.err);
    }
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    assert!(!desk.data().exists(), "something was written");
}

#[test]
fn nothing_and_white_space() {
    let desk = Desk::new();
    refused(&desk, &desk.put("空.txt", b""), &["文件是空的", "选错了文件"]);
    refused(&desk, &desk.put("空白.txt", " \n\u{3000}\r\n".as_bytes()), &["只有空白"]);
}

#[test]
fn random_bytes() {
    let desk = Desk::new();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    };
    for length in [1000, 70_000] {
        let bytes: Vec<u8> = (0..length).map(|_| random()).collect();
        refused(&desk, &desk.put("乱.txt", &bytes), &["：请"]);
    }
}

#[test]
fn pictures_and_pdfs_by_their_content() {
    let desk = Desk::new();
    let picture =
        desk.put("报告.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02");
    refused(&desk, &picture, &["这是一张图片 (PNG)", "Word 或 WPS 原件"]);
    let scan = desk.put("扫描.docx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
    refused(&desk, &scan, &["这是一份 PDF 文件", "转成 Word 文档"]);
}

#[test]
fn a_text_of_many_megabytes() {
    let desk = Desk::new();
    let path = desk.put("长.txt", "云溪镇".as_bytes());
    // Without blocks on the disk, and refused before it is read.
    File::options().write(true).open(&path).unwrap().set_len(200 * 1024 * 1024).unwrap();
    refused(&desk, &path, &["文件有 200 MB，超过 100 MB", "选错了文件"]);
    let path = desk.put("中.txt", &"一、工作\n".repeat(2_500_000).into_bytes());
    refused(&desk, &path, &["超过 20 MB", "选错了文件"]);
}

#[test]
fn what_is_not_there_and_what_is_no_file() {
    let desk = Desk::new();
    let path = |name: &str| desk.path(name).display().to_string();
    refused(&desk, &path("没有.txt"), &["没有这个文件", "请核对名称和位置"]);
    fs::create_dir(desk.path("去年")).unwrap();
    refused(&desk, &path("去年"), &["这是文件夹，不是文件", "里的一个文件"]);
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_not_waited_for() {
    let desk = Desk::new();
    let pipe = desk.path("管道.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    refused(&desk, &pipe.display().to_string(), &["这是设备或管道，不是文件", "请选"]);
    if cfg!(target_os = "linux") {
        refused(&desk, "/dev/zero", &["这是设备或管道"]);
    }
    let _socket = std::os::unix::net::UnixListener::bind(desk.path("插口")).unwrap();
    refused(&desk, &desk.path("插口").display().to_string(), &["这是设备或管道"]);
}

#[cfg(unix)]
#[test]
fn without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.put("锁.txt", "一、工作\n".as_bytes());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&path).is_ok() {
        return; // The administrator may read everything.
    }
    refused(&desk, &path, &["没有权限", "请检查文件和文件夹的权限"]);
}

#[test]
fn a_file_that_grows_while_it_is_read_is_whole_or_refused() {
    let desk = Desk::new();
    let path = desk.put("下载.txt", "云溪镇2024年报告\n一、工作\n".as_bytes());
    let writer = std::thread::spawn({
        let path = path.clone();
        move || {
            let mut file = File::options().append(true).open(path).unwrap();
            for _ in 0..2000 {
                file.write_all("做了许多事情。\n".as_bytes()).unwrap();
            }
        }
    });
    while !writer.is_finished() {
        let ran = desk.run(&["outline", &path]);
        let told = ran.code == 3 && ran.err.contains("读的时候文件正在变");
        assert!(ran.code == 0 || told, "{} {}", ran.code, ran.err);
    }
    writer.join().unwrap();
}

#[test]
fn a_name_of_word_over_something_else_is_a_broken_document() {
    let desk = Desk::new();
    let cut = desk.put("去年.docx", b"\xff\xfe\0\0garbage\0\0\xff");
    refused(&desk, &cut, &["名字是 Word 文档，内容不是", "另存为 .docx"]);
}

#[test]
fn a_file_that_is_not_there_is_named_as_it_was_typed() {
    let desk = Desk::new();
    for command in [["outline", "没有.txt"], ["export", "没有.txt"], ["status", "没有.txt"]] {
        let ran = desk.run(&command);
        assert_eq!(ran.code, 3, "{command:?}: {}", ran.err);
        assert!(ran.err.contains("“没有.txt”") && !ran.err.contains(".ron"), "{}", ran.err);
    }
}
