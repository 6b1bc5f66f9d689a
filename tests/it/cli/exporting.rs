//! The finished text: refused, allowed, where and how it is written.

use std::path::Path;

use super::{Desk, read};

#[test]
fn an_open_report_is_exported_only_when_told() {
    let desk = Desk::new();
    desk.new_draft();
    let target = desk.path("成文.txt").display().to_string();
    let export = ["export", "2024-云溪镇", "-o", &target];
    let refused = desk.run(&export);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("节没有内容"), "{}", refused.err);
    assert!(refused.err.contains("处待填"), "{}", refused.err);
    assert!(refused.out.is_empty() && !Path::new(&target).exists());

    let allowed = [&export[..], &["--allow-open"]].concat();
    let written = desk.good(&allowed);
    assert_eq!(written.text(), format!("{target}\n"));
    assert!(written.err.contains("提醒："), "{}", written.err);

    let exists = desk.run(&allowed);
    assert_eq!(exists.code, 3);
    assert!(exists.err.contains("--force"), "{}", exists.err);
    desk.good(&[&allowed[..], &["--force"]].concat());
}

#[test]
fn the_usual_place_of_an_export_is_the_folder_of_the_settings() {
    let desk = Desk::new();
    desk.new_draft();
    let folder = desk.path("成文");
    let settings = format!("(export_folder: Some({:?}))", folder.display().to_string());
    desk.put("数据/settings.ron", settings.as_bytes());
    let written = desk.good(&["export", "2024-云溪镇", "--allow-open"]);
    let path = folder.join("云溪镇2024年法治政府建设情况报告.txt");
    assert_eq!(written.text(), format!("{}\n", path.display()));
    assert!(String::from_utf8(read(&path)).unwrap().contains("中共云溪镇委员会\n"));
}

#[test]
fn the_home_folder_may_be_written_short_in_the_settings() {
    let desk = Desk::new();
    desk.new_draft();
    desk.put("数据/settings.ron", "(export_folder: \"~/报告\")".as_bytes());
    let folder = desk.path("家").join("报告");
    let at_home = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        let output = command.env("HOME", desk.path("家")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let told = at_home(&["export", "2024-云溪镇", "--allow-open"]);
    let path = folder.join("云溪镇2024年法治政府建设情况报告.txt");
    assert_eq!(told, format!("{}\n", path.display()));
    assert!(path.exists());
    let told = at_home(&["doctor"]);
    assert!(told.contains(&format!("导出文件夹：{}（可以写）", folder.display())), "{told}");
}

#[test]
fn encoding_and_line_end_are_as_asked() {
    let desk = Desk::new();
    desk.new_draft();
    let bytes = |more: &[&str]| {
        let export = ["export", "2024-云溪镇", "--allow-open", "-o", "-"];
        desk.good(&[&export[..], more].concat()).out
    };
    let plain = String::from_utf8(bytes(&[])).unwrap();
    assert!(!plain.contains('\r') && !plain.starts_with('\u{feff}'));
    let marked = bytes(&["--encoding", "utf-8-bom", "--newline", "crlf"]);
    let marked = String::from_utf8(marked).unwrap();
    assert_eq!(marked, format!("\u{feff}{}", plain.replace('\n', "\r\n")));
    let old = bytes(&["--encoding", "gb18030"]);
    assert_eq!(encoding_rs::GB18030.decode(&old).0, plain);
}
