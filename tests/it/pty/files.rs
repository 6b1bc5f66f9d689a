//! Files that cannot be used: told, and left as they are.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use fazhi_tui::report::Report;
use fazhi_tui::storage::draft;
use pty_process::blocking::Command;

use super::home::{Home, ID, PROGRAM};
use super::keys::{CTRL_Q, DOWN, ENTER, ESC};
use super::sample;
use super::terminal::Terminal;

const SOON: Duration = Duration::from_secs(10);
/// A user who owns nothing, on most systems.
const NOBODY: u32 = 65534;

/// Every file below a folder with its bytes; locks come and go.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with(".locks") {
            continue;
        }
        if path.is_dir() {
            found.extend(contents(&path));
            found.insert(path, Vec::new());
        } else {
            let bytes = fs::read(&path).unwrap();
            found.insert(path, bytes);
        }
    }
    found
}

/// The line and the column (in characters, from 1) of a text.
fn place(text: &str, wanted: &str) -> (usize, usize) {
    let at = text.find(wanted).unwrap();
    let line = text[..at].matches('\n').count() + 1;
    let column = text[..at].rsplit('\n').next().unwrap().chars().count() + 1;
    (line, column)
}

/// Drafts that cannot be read, by their IDs, with what the list must say.
fn broken(home: &Home, report: &Report) -> Vec<(&'static str, String)> {
    let whole = draft::render(report).unwrap();
    let drafts = home.data().drafts();
    let put = |id: &str, text: &str| fs::write(drafts.join(format!("{id}.ron")), text).unwrap();
    let comma = whole.replacen("year: 2025,", "year: 2025，", 1);
    put("全角逗号", &comma);
    let (line, column) = place(&comma, "，\n");
    let half: String = whole.chars().take(600).collect();
    put("断了", &half);
    put("空的", "");
    put("零字节", "\0\0\0\0");
    put("新格式", &whole.replacen("format: 3", "format: 99", 1));
    put("别的", "(a: 1)");
    fs::create_dir(drafts.join("文件夹.ron")).unwrap();
    vec![
        ("全角逗号", format!("第{line}行第{column}列")),
        ("断了", "行第".to_owned()),
        ("空的", "文件是空的".to_owned()),
        ("零字节", "空字节".to_owned()),
        ("新格式", "格式 99".to_owned()),
        ("别的", "不是法治政府建设情况报告的稿件".to_owned()),
        ("文件夹", "这是文件夹，不是文件".to_owned()),
    ]
}

#[test]
fn the_list_shows_which_drafts_are_broken_and_where() {
    let report = sample::full_report(1000);
    let home = Home::with_report(&report);
    let expected = broken(&home, &report);
    let before = contents(&home.data().drafts());
    let mut terminal = home.start((200, 45));
    let rows = terminal.wait_for("云溪镇").rows();
    for (id, said) in &expected {
        let row =
            rows.iter().find(|row| row.contains("打不开") && row.contains(&format!(" {id} ")));
        let row = row.unwrap_or_else(|| panic!("{id} is missing\n{}", terminal.view()));
        assert!(row.contains(said), "{id}: {said}\n{row}");
    }
    // Choosing each tells the same and opens nothing.
    let first = terminal.view().cursor().1;
    for row in (first..).take(expected.len() + 1) {
        let view = terminal.wait("the next row", |view| view.cursor().1 == row);
        if view.rows()[usize::from(row)].contains("打不开") {
            let view = terminal.send_for(ENTER, "知道了");
            assert!(view.has("期限"), "the list is still there: {view}");
            terminal.send(ESC);
            terminal.wait("the list", |view| !view.has("知道了"));
        }
        terminal.send(DOWN);
    }
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(contents(&home.data().drafts()), before);
}

#[test]
fn a_broken_draft_or_settings_file_keeps_nobody_from_the_list() {
    let report = sample::full_report(1000);
    let home = Home::with_report(&report);
    broken(&home, &report);
    let settings = "(profile: (name: \"云溪镇\"，))";
    fs::write(home.data().settings(), settings).unwrap();
    let before = contents(home.data().root());
    let (line, column) = place(settings, "，");
    for id in ["全角逗号", "文件夹", "没有这份"] {
        let mut terminal = Terminal::start(home.call(&[id]), (200, 45));
        // Both troubles are told, the one below the other.
        let file = format!("{id}.ron”");
        let view = terminal.wait("both troubles", |view| {
            view.has("设置没有用上") && view.squeezed().contains(&file)
        });
        terminal.send(CTRL_Q);
        assert_eq!(terminal.wait_exit(SOON).code(), Some(0), "{view}");
    }
    let mut terminal = home.start((200, 45));
    terminal.wait_for(&format!("第{line}行第{column}列"));
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(contents(home.data().root()), before);
}

#[test]
fn a_broken_template_or_dictionary_is_told_and_the_built_in_one_used() {
    let broken = "(name：\"样\")";
    for name in ["templates/town-four-parts.ron", "figures.ron"] {
        let home = Home::with_report(&sample::full_report(1000));
        let path = home.data().root().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, broken).unwrap();
        let mut terminal = home.start((200, 45));
        let view = terminal.wait_for("知道了");
        assert!(view.has("第1行第") && view.has(name.rsplit('/').next().unwrap()), "{view}");
        terminal.send(ENTER);
        terminal.wait("the list", |view| !view.has("知道了"));
        terminal.send_for(ENTER, "一段话，100至200字");
        terminal.send(CTRL_Q);
        assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
        assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    }
}

#[test]
fn a_folder_that_takes_no_writing_can_be_read_and_says_so() {
    let home = Home::with_draft();
    let data = home.data();
    let before = contents(data.root());
    let folders = [data.drafts(), data.root().to_path_buf()];
    for folder in &folders {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    }
    let mut terminal = Terminal::start(unprivileged(&home), (160, 45));
    terminal.wait_for("改动时间");
    terminal.send_for(ENTER, "只读");
    terminal.send_for("试", "这里是只读");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(contents(data.root()), before);
    assert!(home.draft(ID).exists());
    for folder in &folders {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

/// The call of the program by somebody whom permissions bind.
fn unprivileged(home: &Home) -> Command {
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() != 0) {
        return home.call(&[]);
    }
    // What root was given is not for others to run.
    let program = home.root().join("fazhi-tui");
    // By another process: a test that starts a program meanwhile would hold
    // our file open for writing, and such a one cannot be run.
    let copy = std::process::Command::new("cp").arg(PROGRAM).arg(&program).status();
    assert!(copy.unwrap().success());
    fs::set_permissions(home.root(), fs::Permissions::from_mode(0o755)).unwrap();
    let command = Command::new(program).arg("--data-dir").arg(home.data().root());
    home.environment(command).uid(NOBODY).gid(NOBODY)
}
