//! The list of files to import one of.

use std::path::PathBuf;

use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::prompt::files::FilesRow;
use fazhi_tui::app::prompt::{FilesPrompt, Prompt};

use crate::stage::Stage;

fn opened(script: &str) -> Stage {
    let mut stage = Stage::new();
    stage.play("Ctrl+O").play(script);
    stage
}

#[track_caller]
fn files(stage: &Stage) -> &FilesPrompt {
    let Some(Prompt::Files(files)) = stage.app.prompt() else { panic!("{}", stage.prompt()) };
    files
}

/// The names that are seen, the chosen one in brackets.
#[track_caller]
fn seen(stage: &Stage) -> Vec<String> {
    let files = files(stage);
    let name = |row: &FilesRow| match row {
        FilesRow::Up => "上一级".to_owned(),
        FilesRow::Entry(row) => row.name.clone(),
    };
    let rows = files.rows();
    let chosen = files.list.selected;
    let shown = |(index, row)| if index == chosen { format!("[{}]", name(row)) } else { name(row) };
    rows.iter().enumerate().map(shown).collect()
}

fn folder(stage: &Stage) -> String {
    files(stage).listing.folder.display().to_string()
}

#[test]
fn the_folder_and_all_that_can_be_read_is_listed() {
    let mut stage = opened("");
    assert!(stage.effects.contains(&Effect::ListFirst(None)), "{:?}", stage.effects);
    assert_eq!(
        seen(&stage),
        [
            "上一级",
            "[报送]",
            "历年的报告",
            "云溪镇2024年法治政府建设情况报告.docx",
            "县里的工作要点.doc",
            "去年的报告.txt"
        ]
    );
    let dump = stage.draw(112, 30).dump();
    for told in [
        "文件夹：/data/wang/文档",
        "36 KB  2025-01-10 09:12",
        "另有 3 个别的文件",
        "Ctrl+向上键 上一级",
    ] {
        assert!(dump.contains(told), "{told}:\n{dump}");
    }
}

#[test]
fn typing_filters_by_characters_initials_and_full_width_digits() {
    let report = "云溪镇2024年法治政府建设情况报告.docx";
    let chosen = format!("[{report}]");
    for (typed, wanted) in [
        ("去年", ["[去年的报告.txt]"].as_slice()),
        ("qndbg", &["[去年的报告.txt]"]),
        ("２０２４", &[&chosen]),
        ("bg", &["[历年的报告]", report, "去年的报告.txt"]),
        ("xl", &["[县里的工作要点.doc]"]),
        ("没有的", &[]),
    ] {
        assert_eq!(seen(&opened(typed)), wanted, "{typed}");
    }
    let mut stage = opened("没有的");
    assert!(stage.draw(80, 24).dump().contains("没有找到，删去几个字再看"));
    stage.play("Backspace Backspace Backspace");
    assert_eq!(seen(&stage)[1], "[报送]");
}

#[test]
fn folders_are_gone_into_and_left() {
    let mut stage = opened("Down Enter");
    assert_eq!(folder(&stage), "/data/wang/文档/历年的报告");
    // Up again, at the folder that was left: by key, and by the first row.
    stage.play("Ctrl+Up");
    assert_eq!(
        (folder(&stage).as_str(), seen(&stage)[2].as_str()),
        ("/data/wang/文档", "[历年的报告]")
    );
    stage.play("Home Enter");
    assert_eq!((folder(&stage).as_str(), seen(&stage)[2].as_str()), ("/data/wang", "[文档]"));
    // A folder that cannot be shown says why; what is shown stays.
    stage.play("Alt+Up");
    assert!(files(&stage).refused.as_ref().unwrap().contains("/data"));
    assert_eq!(seen(&stage)[2], "[文档]");
    // What is typed to find a folder has done its work inside it.
    stage.play("wd Enter ln Enter");
    assert_eq!(
        (folder(&stage).as_str(), files(&stage).field.text()),
        ("/data/wang/文档/历年的报告", "")
    );
}

#[test]
fn backspace_never_leaves_a_folder() {
    let mut stage = opened("去 Backspace Backspace Backspace Delete Left Right");
    assert_eq!(folder(&stage), "/data/wang/文档");
    assert!(stage.asked().is_empty());
}

#[test]
fn a_chosen_file_is_handed_on() {
    let mut stage = opened("Down Down Enter");
    let path = PathBuf::from("/data/wang/文档/云溪镇2024年法治政府建设情况报告.docx");
    assert_eq!(stage.asked(), [Effect::Import(path)]);
    // It came to nothing: told in the list, which stays until it comes to something.
    assert!(files(&stage).refused.as_ref().unwrap().starts_with("没有找到文件"));
    stage.play("Up");
    assert_eq!(seen(&stage)[2], "[历年的报告]");
}

#[test]
fn a_dropped_file_is_all_there_is() {
    for (pasted, wanted) in [
        ("'/别处/去年 的.txt' ", "/别处/去年 的.txt"),
        ("\"D:/去年/旧 稿.txt\"", "D:/去年/旧 稿.txt"),
        ("file:///%E5%8E%BB%E5%B9%B4.txt", "/去年.txt"),
        ("~/去年.txt\n", "~/去年.txt"),
        ("历年的报告/2021.txt", "/data/wang/文档/历年的报告/2021.txt"),
    ] {
        let mut stage = opened("先打的字");
        stage.paste(pasted).play("Enter");
        assert_eq!(stage.asked(), [Effect::Import(wanted.into())], "{pasted}");
        assert_eq!(files(&stage).field.text().trim(), pasted.trim(), "what was typed stays");
    }
    let mut stage = opened("");
    stage.paste("'/a.txt' '/b.txt'").play("Enter");
    assert!(files(&stage).refused.as_ref().unwrap().contains("一次只能导入一个文件"));
    assert!(stage.asked().is_empty());
}

#[test]
fn the_place_of_a_folder_shows_it() {
    let mut stage = opened("/data/wang/文档/历年的报告 Enter");
    assert_eq!(
        (folder(&stage).as_str(), files(&stage).field.text()),
        ("/data/wang/文档/历年的报告", "")
    );
    stage.play("/data/wang Enter");
    assert_eq!(folder(&stage), "/data/wang");
}

#[test]
fn esc_keeps_the_folder_and_not_what_was_typed() {
    let mut stage = opened("Down Enter");
    let inside = folder(&stage);
    stage.types("报");
    stage.play("Esc Ctrl+O");
    // A place that is typed next would stand behind it.
    assert_eq!((files(&stage).field.text(), folder(&stage)), ("", inside));
}

#[test]
fn a_reason_goes_with_the_next_key_that_types() {
    let mut stage = opened("/没有.txt Enter");
    let dump = stage.draw(40, 10).dump();
    assert!(dump.contains("！没有找到文件"), "{dump}");
    stage.types("x");
    assert_eq!(files(&stage).refused, None);
}
