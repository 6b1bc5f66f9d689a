//! A file chosen in its folder, through a terminal and with files that are there.

use std::fs::{self, File};

use std::time::Duration;

use fazhi_tui::storage::Settings;

use super::home::Home;
use super::keys::{CTRL_O, CTRL_P, CTRL_Q, DOWN, ENTER, ESC, pasted};
use super::terminal::Terminal;

const SIZE: (u16, u16) = (80, 24);
const SOON: Duration = Duration::from_secs(10);
const CTRL_UP: &str = "\x1b[1;5A";

const TEXT: &str = "云溪镇人民政府关于2023年法治政府建设情况的报告\n县委、县政府：\n\
    现将有关情况报告如下：\n一、2023年推进法治政府建设的主要举措和成效\n\
    （一）深入学习贯彻习近平法治思想\n全年集中学习12次。\n";

/// A home with reports in two folders: the older one in GBK.
fn home() -> Home {
    let home = Home::new();
    let folder = home.exports().join("历年");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("2023年报告.txt"), encoding_rs::GBK.encode(TEXT).0).unwrap();
    fs::write(home.exports().join("工作 要点.txt"), TEXT).unwrap();
    fs::write(home.exports().join("照片.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    home
}

#[track_caller]
fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

fn remembered(home: &Home) -> Option<String> {
    let folder = Settings::load(&home.data()).0.import_folder;
    folder.map(|folder| folder.display().to_string())
}

#[test]
fn a_file_is_found_by_its_initials_and_its_folder_is_remembered() {
    let home = home();
    let terminal = home.start(SIZE);
    let view = terminal.send_for(CTRL_O, "工作 要点.txt");
    assert!(view.has("另有 1 个别的文件") && view.has("文件夹："), "{view}");
    terminal.send("ln");
    terminal.wait("the folder alone", |view| view.has("历年") && !view.has("工作 要点"));
    terminal.send_for(ENTER, "2023年报告.txt");
    let view = terminal.send_for(ENTER, "Enter 导入");
    assert!(view.has("GB18030"), "{view}");
    terminal.send_for(ENTER, "导入为稿件");
    let folder = home.exports().join("历年");
    assert_eq!(remembered(&home).as_deref(), folder.to_str());
    // Next time one is there at once, and can go up from there.
    terminal.send_for(&format!("{CTRL_P}稿件列表{ENTER}"), "改动时间");
    terminal.send_for(CTRL_O, "2023年报告.txt");
    terminal.send_for(CTRL_UP, "工作 要点.txt");
    leave(terminal);
    // A folder that is gone is told.
    fs::remove_dir_all(&folder).unwrap();
    let terminal = home.start(SIZE);
    let view = terminal.send_for(CTRL_O, "工作 要点.txt");
    assert!(view.has("上次的文件夹现在打不开"), "{view}");
    leave(terminal);
}

#[test]
fn a_file_that_is_dropped_on_the_window_is_imported() {
    let home = home();
    let file = home.exports().join("工作 要点.txt");
    for (time, dropped) in [
        format!("'{}' ", file.display()),
        file.display().to_string().replace(' ', "\\ "),
        format!("file://{}", file.display().to_string().replace(' ', "%20")),
        "~/工作 要点.txt".to_owned(),
    ]
    .into_iter()
    .enumerate()
    {
        let terminal = home.start(SIZE);
        terminal.send_for(CTRL_O, "工作 要点.txt");
        terminal.send_for(&pasted(&dropped), "按 Enter 去这个位置");
        terminal.send_for(ENTER, "Enter 导入");
        if time > 0 {
            // It was imported before, and that is told.
            terminal.send_for(ENTER, "已经有这一年的稿件");
            terminal.send(DOWN);
        }
        terminal.send_for(ENTER, "导入为稿件");
        leave(terminal);
    }
}

#[test]
fn what_cannot_be_opened_is_told_in_the_list() {
    let home = home();
    let pipe = home.exports().join("管道.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let large = File::create(home.exports().join("长.txt")).unwrap();
    large.set_len(200 * 1024 * 1024).unwrap();
    let terminal = home.start(SIZE);
    terminal.send_for(CTRL_O, "200.0 MB");
    for (typed, told) in [
        ("长", "超过 100 MB"),
        ("管道.txt", "这是设备或管道"),
        ("照片.png", "这是一张图片"),
        ("没有.txt", "没有找到文件"),
        ("/没有/夹", "没有找到文件"),
    ] {
        terminal.send(typed);
        terminal.wait(typed, |view| view.cursor_behind(typed));
        let view = terminal.send_for(ENTER, told);
        assert!(view.cursor_behind(typed), "{view}");
        terminal.send(&"\x7f".repeat(typed.chars().count()));
        terminal.wait("nothing typed", |view| view.has("（打几个字来找"));
    }
    leave(terminal);
    assert!(!home.data().drafts().exists());
}

#[test]
fn a_folder_of_ten_thousand_files_does_not_hold_it_up() {
    let home = home();
    let many = home.exports().join("许多");
    fs::create_dir(&many).unwrap();
    for number in 0..10_000 {
        File::create(many.join(format!("云溪镇法治政府建设情况报告{number}.txt"))).unwrap();
    }
    let terminal = home.start(SIZE);
    terminal.send_for(CTRL_O, "许多");
    terminal.send_for("许多", "文件夹");
    terminal.send_for(ENTER, "下面还有");
    terminal.send(&DOWN.repeat(50));
    terminal.send("9999");
    terminal.wait("one file", |view| view.has("报告9999.txt") && !view.has("下面还有"));
    terminal.send(ESC);
    terminal.wait("the list", |view| !view.has("报告9999.txt"));
    leave(terminal);
}
