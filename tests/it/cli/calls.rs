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
    assert!(four.contains("（七）") && four.contains("发文机关：两家"), "{four}");
    desk.put("数据/templates/town-ten-parts.ron", b"(name: 1)");
    let list = desk.good(&["templates"]);
    assert!(list.text().contains("自带"), "{}", list.text());
    assert!(list.err.contains("第1行第8列"), "{}", list.err);
    let ten = desk.good(&["templates", "乡镇·十部分"]).text();
    assert!(ten.contains("来源：自带"), "{ten}");
}

#[test]
fn a_template_is_shown_in_the_words_of_its_units() {
    let desk = Desk::new();
    let list = desk.good(&["templates"]).text();
    let row = list.lines().find(|row| row.contains("主题式")).unwrap();
    assert!(row.contains("镇、乡、街道"), "{list}");
    let street = desk.good(&["templates", "街道·四部分"]).text();
    assert!(street.contains("发文机关：两家"), "{street}");
    assert!(street.contains("抄送：区委全面依法治区委员会办公室\n"), "{street}");
    let bureau = desk.good(&["templates", "bureau"]).text();
    assert!(bureau.contains("适用：县直部门") && bureau.contains("发文机关：一家"), "{bureau}");
}

#[test]
fn a_broken_dictionary_and_an_unknown_guidance_are_told_with_their_places() {
    let desk = Desk::new();
    let own =
        "[\n  (number: 1, group: a, name: \"甲\", units: [], source: \"乙\", seen: usual),\n]";
    desk.put("数据/figures.ron", own.as_bytes());
    let template = "(\n  name: \"样\", summary: \"\", kinds: [town],\n  options: (bodies: one, \
                    title: a),\n  preamble: (guide_of: \"没有/preamble\", starter: \"【】\"),\n  \
                    parts: [],\n)";
    desk.put("数据/templates/样.ron", template.as_bytes());
    let list = desk.good(&["templates"]);
    assert!(list.text().contains("town-four-parts") && !list.text().contains("样"));
    for told in ["figures.ron", "第2行第31列", "“甲”没有写单位", "样.ron", "第4行第24列"]
    {
        assert!(list.err.contains(told), "{told}\n{}", list.err);
    }
    let doctor = desk.good(&["doctor"]).text();
    assert!(doctor.contains("不能用：") && doctor.contains("“甲”没有写单位"), "{doctor}");
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
