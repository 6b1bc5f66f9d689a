//! The call itself: wrong ones, help, the data folder, a closed pipe.

use std::process::{Command, Stdio};

use super::Desk;

#[test]
fn wrong_calls_are_told_in_chinese() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 13] = [
        (&["frobnicate"], "没有“frobnicate”这个命令"),
        (&["list", "--jsn"], "没有 --jsn 这个选项，可能是 --json"),
        (&["list", "多余"], "多出了“多余”"),
        (&["多余", "list"], "多出了“多余”"),
        (&["new"], "缺少 --unit、--year"),
        (&["export"], "缺少 DRAFT"),
        (&["new", "--unit", "云溪镇", "--year", "24"], "四位数字"),
        (&["new", "--unit", " ", "--year", "2024"], "单位简称"),
        (&["list", "--json", "--json"], "--json 只能写一次"),
        (&["export", "甲", "--newline", "cr"], "可以写：lf、crlf"),
        (&["export", "甲", "-o", "甲.docx"], "目前只有纯文本"),
        (&["export", "甲", "--format", "txt", "-o", "甲.ron"], "不能写到稿件文件"),
        (&["import", "甲", "--encoding", "big5"], "可以写：utf-8"),
    ];
    for (arguments, said) in cases {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        let english = ["error", "Usage", "required", "unexpected"];
        assert!(!english.iter().any(|word| ran.err.contains(word)), "{}", ran.err);
        assert!(ran.out.is_empty() && !desk.data().exists());
    }
    let template = ["new", "--unit", "云溪镇", "--year", "2024", "--template", "没有"];
    let ran = desk.run(&template);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("乡镇·标准四部分"), "{}", ran.err);
}

#[test]
fn the_help_is_chinese() {
    let desk = Desk::new();
    let commands = ["new", "import", "list", "status", "outline", "export", "templates", "doctor"];
    for command in commands.map(Some).into_iter().chain([None]) {
        let words: Vec<&str> = command.into_iter().chain(["--help"]).collect();
        let help = desk.good(&words).text();
        assert!(help.contains("用法：fazhi-tui") && help.contains("选项：\n"), "{help}");
        let english = ["Usage", "Options", "Commands", "Print", "default", "possible"];
        assert!(!english.iter().any(|word| help.contains(word)), "{help}");
    }
    let version = desk.good(&["-V"]).text();
    assert_eq!(version, format!("fazhi-tui {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn templates_are_shown_with_where_they_come_from() {
    let desk = Desk::new();
    let four = desk.good(&["templates", "乡镇·标准四部分"]).text();
    assert_eq!(four, desk.good(&["templates", "town-four-parts"]).text());
    assert!(four.contains("（七）") && four.contains("落款单位：两家"), "{four}");
    desk.put("数据/templates/town-ten-parts.ron", b"(name: 1)");
    let list = desk.good(&["templates"]);
    assert!(list.text().contains("自带"), "{}", list.text());
    assert!(list.err.contains("第1行第8列"), "{}", list.err);
}

#[test]
fn the_data_folder_may_stand_before_the_command_or_in_the_environment() {
    let desk = Desk::new();
    desk.new_draft();
    let plain = || Command::new(env!("CARGO_BIN_EXE_fazhi-tui"));
    let before = plain().arg("--data-dir").arg(desk.data()).arg("list").output();
    let set = plain().env("FAZHI_TUI_DATA", desk.data()).arg("list").output();
    for output in [before, set] {
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        assert!(text.contains("2024-云溪镇"), "{text}");
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let desk = Desk::new();
    desk.new_draft();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = desk.command(&["list", "--json"]);
    let output = command.stdout(writer).stderr(Stdio::piped()).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
