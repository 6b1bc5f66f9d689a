//! The command line, run as a user runs it: arguments in, two streams and an
//! exit status out.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fazhi_tui::storage::file;
use serde_json::Value;

/// A made-up report in the shape of an old file: items run in, residue of a
/// word processor, a page number, a no-break space.
const REPORT: &str = "中共云溪镇委员会
临川县云溪镇人民政府
关于2023年法治政府建设情况的报告

县委、县政府：
2023年以来，云溪镇把依法办事放在前面。现将有关情况报告如下：
一、2023年推进法治政府建设的主要举措和成效
（一）学习贯彻习近平法治思想。[bookmark: _GoBack]全年集中学习12次，参加干部300人次。
（二）严格公正文明执法。\u{a0}办理案件8件，没有一件被撤销。
— 1 —
二、2024年推进法治政府建设的主要安排
继续办好便民服务的事情。

中共云溪镇委员会
临川县云溪镇人民政府
2024年1月11日
（联系人：王某某，联系电话：023-00000000）
";

/// What a run of the program gave.
struct Ran {
    code: i32,
    out: Vec<u8>,
    err: String,
}

impl Ran {
    fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.out).unwrap()
    }
}

/// A data folder of its own, and beside it a place for files.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("数据")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        file::write_whole(&path, bytes).unwrap();
        path.display().to_string()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fazhi-tui"));
        command.args(arguments).arg("--data-dir").arg(self.data());
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: output.stdout,
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs what must succeed.
    fn good(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        ran
    }

    fn new_draft(&self) {
        self.good(&["new", "--unit", "云溪镇", "--year", "2024"]);
    }
}

fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn read(path: &Path) -> Vec<u8> {
    file::read_bytes(path).unwrap()
}

#[test]
fn a_new_draft_is_listed_with_what_is_left_to_do() {
    let desk = Desk::new();
    let made = desk.good(&["new", "--unit", "云溪镇", "--year", "２０２４"]);
    assert_eq!(made.text(), "2024-云溪镇\n");
    let list = desk.good(&["list", "--json"]).json();
    assert_eq!(list[0]["id"], "2024-云溪镇");
    assert_eq!(list[0]["unit"], "云溪镇");
    assert_eq!(list[0]["state"], "drafting");
    assert_eq!(list[0]["progress"]["done"], 0);
    let changed = list[0]["changed"].as_str().unwrap();
    assert_eq!((changed.len(), &changed[10..11]), (19, "T"));
    assert!(desk.good(&["list"]).text().contains("2024-云溪镇"));

    let status = desk.good(&["status", "2024-云溪镇", "--json"]).json();
    assert_eq!(status["progress"]["required"], 12);
    assert_eq!(status["preamble"]["mark"], "drafting");
    assert_eq!(status["sections"][1]["number"], "（一）");
    assert_eq!(status["sections"][1]["mark"], "empty");
    assert!(status["blanks"].as_u64().unwrap() > 0);
    let human = desk.good(&["status", "2024-云溪镇"]).text();
    assert!(human.contains("完成 0/12 节"), "{human}");
}

#[test]
fn an_empty_folder_is_no_failure_and_stays_empty() {
    let desk = Desk::new();
    let list = desk.good(&["list"]);
    assert!(list.out.is_empty() && list.err.contains("还没有稿件"));
    assert_eq!(desk.good(&["list", "--json"]).json(), Value::Array(vec![]));
    desk.good(&["doctor"]);
    desk.good(&["templates"]);
    assert!(!desk.data().exists());
}

#[test]
fn a_taken_name_gets_a_number_unless_it_was_asked_for() {
    let desk = Desk::new();
    desk.new_draft();
    let again = desk.good(&["new", "--unit", "云溪镇", "--year", "2024"]);
    assert_eq!(again.text(), "2024-云溪镇-2\n");
    let exact = ["new", "--unit", "云溪镇", "--year", "2024", "--id"];
    let refused = desk.run(&[&exact[..], &["2024-云溪镇"]].concat());
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("已经有同名的文件"), "{}", refused.err);
    let free = desk.good(&[&exact[..], &["初稿"]].concat());
    assert_eq!(free.text(), "初稿\n");
}

#[test]
fn what_is_remembered_of_a_unit_is_used_for_that_unit_only() {
    let desk = Desk::new();
    let settings = "(profile: (name: \"云溪镇\", county: \"临川县\"))";
    desk.put("数据/settings.ron", settings.as_bytes());
    desk.new_draft();
    desk.good(&["new", "--unit", "青石乡", "--year", "2024"]);
    let issuers = |id| desk.good(&["outline", id, "--json"]).json()["issuers"].clone();
    assert_eq!(issuers("2024-云溪镇")[1], "临川县云溪镇人民政府");
    assert_eq!(issuers("2024-青石乡")[1], "青石乡人民政府");
}

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
    assert!(
        String::from_utf8(read(&path))
            .unwrap()
            .contains("中共云溪镇委员会\n")
    );
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

#[test]
fn an_old_file_becomes_a_draft_and_comes_out_whole() {
    let desk = Desk::new();
    // GBK has no no-break space.
    let source = REPORT.replace('\u{a0}', "");
    let bytes = encoding_rs::GBK.encode(&source).0;
    let file = desk.put("去年.txt", &bytes);
    let imported = desk.good(&["import", &file]);
    assert_eq!(imported.text(), "2023-云溪镇\n");
    for said in [
        "GB18030",
        "第3行第1列：标题",
        "[bookmark: _GoBack]",
        "— 1 —",
    ] {
        assert!(imported.err.contains(said), "{said}: {}", imported.err);
    }
    let out = desk.good(&["export", "2023-云溪镇", "-o", "-"]).text();
    let kept = source
        .replace("[bookmark: _GoBack]", "")
        .replace("— 1 —", "");
    assert_eq!(ink(&out), ink(&kept));

    let first = desk.good(&["outline", "2023-云溪镇", "--json"]).json();
    let again = desk.put("成文.txt", out.as_bytes());
    let mut second = desk.good(&["outline", &again, "--json"]).json();
    assert_eq!(second["noise"], Value::Array(vec![]));
    second["noise"] = first["noise"].clone();
    assert_eq!(first, second);
}

#[test]
fn the_outline_of_a_file_needs_no_draft() {
    let desk = Desk::new();
    let file = desk.put("去年.txt", REPORT.as_bytes());
    let outline = desk.good(&["outline", &file, "--json"]).json();
    assert!(!desk.data().exists());
    assert_eq!(outline["year"], 2023);
    assert_eq!(outline["title"], "关于2023年法治政府建设情况的报告");
    assert_eq!(outline["issuers"].as_array().unwrap().len(), 2);
    assert_eq!(outline["doc_number"], Value::Null);
    assert_eq!(outline["addressee"], "县委、县政府");
    assert_eq!(outline["date"], "2024-01-11");
    assert_eq!(outline["contact"], "联系人：王某某，联系电话：023-00000000");
    let noise = outline["noise"].as_array().unwrap();
    assert_eq!(noise.len(), 3, "{noise:?}");
    let parts = outline["sections"].as_array().unwrap();
    let numbers: Vec<&Value> = parts.iter().map(|part| &part["number"]).collect();
    assert_eq!(numbers, ["一", "二"]);
    let item = &parts[0]["children"][1];
    assert_eq!(item["heading"], "严格公正文明执法");
    assert_eq!(item["body"], "办理案件8件，没有一件被撤销。");
    // （二）, eight characters and the full stop; then fifteen of text.
    assert_eq!(item["characters"], 3 + 8 + 1 + 15);
    let human = desk.good(&["outline", &file]).text();
    assert!(human.contains("\n一、2023年推进"), "{human}");
}

#[test]
fn a_file_without_a_year_waits_for_one() {
    let desk = Desk::new();
    let file = desk.put("无年.txt", "一、工作\n做了许多事情。\n".as_bytes());
    let refused = desk.run(&["import", &file]);
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("--year"), "{}", refused.err);
    assert!(!desk.data().exists());
    let told = desk.good(&["import", &file, "--year", "2024", "--id", "补录"]);
    assert_eq!(told.text(), "补录\n");
    let outline = desk.good(&["outline", &file, "--json"]).json();
    assert_eq!(outline["year"], Value::Null);
}

#[test]
fn a_wrong_encoding_names_the_line() {
    let desk = Desk::new();
    let bytes = encoding_rs::GBK.encode("第一行\n").0;
    let file = desk.put("旧.txt", &bytes);
    let refused = desk.run(&["import", &file, "--encoding", "utf-8"]);
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("第 1 行"), "{}", refused.err);
}

#[test]
fn an_unknown_draft_is_trouble() {
    let desk = Desk::new();
    for command in ["status", "outline", "export"] {
        let ran = desk.run(&[command, "没有"]);
        assert_eq!(ran.code, 3, "{command}");
        assert!(ran.err.contains("没有这个文件"), "{}", ran.err);
    }
    let text = desk.put("报告.txt", REPORT.as_bytes());
    let ran = desk.run(&["status", &text]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("fazhi-tui import"), "{}", ran.err);
}

#[test]
fn a_broken_draft_is_named_with_its_place_and_left_alone() {
    let desk = Desk::new();
    desk.new_draft();
    let text = "(\n  format: 1,\n  report: (\n    年度: 2024,\n  ),\n)\n";
    let path = desk.put("数据/drafts/坏.ron", text.as_bytes());
    let list = desk.good(&["list", "--json"]).json();
    let broken = list.as_array().unwrap().iter().find(|d| d["id"] == "坏");
    let error = broken.unwrap()["error"].as_str().unwrap();
    assert!(
        error.contains("坏.ron") && error.contains("第4行第5列"),
        "{error}"
    );
    assert!(desk.good(&["list"]).text().contains("打不开：坏"));
    assert!(desk.good(&["doctor"]).text().contains("第4行第5列"));
    let status = desk.run(&["status", "坏"]);
    assert_eq!(status.code, 3);
    assert!(status.err.contains("坏.ron”第4行第5列"), "{}", status.err);
    assert_eq!(read(Path::new(&path)), text.as_bytes());
}

#[test]
fn wrong_calls_are_told_in_chinese() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 12] = [
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
        (&["import", "甲", "--encoding", "big5"], "可以写：utf-8"),
    ];
    for (arguments, said) in cases {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        let english = ["error", "Usage", "required", "unexpected"];
        assert!(
            !english.iter().any(|word| ran.err.contains(word)),
            "{}",
            ran.err
        );
        assert!(ran.out.is_empty() && !desk.data().exists());
    }
    let template = [
        "new",
        "--unit",
        "云溪镇",
        "--year",
        "2024",
        "--template",
        "没有",
    ];
    let ran = desk.run(&template);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("乡镇·标准四部分"), "{}", ran.err);
}

#[test]
fn the_help_is_chinese() {
    let desk = Desk::new();
    let commands = [
        "new",
        "import",
        "list",
        "status",
        "outline",
        "export",
        "templates",
        "doctor",
    ];
    for command in commands.map(Some).into_iter().chain([None]) {
        let words: Vec<&str> = command.into_iter().chain(["--help"]).collect();
        let help = desk.good(&words).text();
        assert!(
            help.contains("用法：fazhi-tui") && help.contains("选项：\n"),
            "{help}"
        );
        let english = [
            "Usage", "Options", "Commands", "Print", "default", "possible",
        ];
        assert!(!english.iter().any(|word| help.contains(word)), "{help}");
    }
    let version = desk.good(&["-V"]).text();
    assert_eq!(
        version,
        format!("fazhi-tui {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn templates_are_shown_with_where_they_come_from() {
    let desk = Desk::new();
    let four = desk.good(&["templates", "乡镇·标准四部分"]).text();
    assert_eq!(four, desk.good(&["templates", "town-four-parts"]).text());
    assert!(
        four.contains("（七）") && four.contains("落款单位：党委、政府两家"),
        "{four}"
    );
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
    let before = plain()
        .arg("--data-dir")
        .arg(desk.data())
        .arg("list")
        .output();
    let set = plain()
        .env("FAZHI_TUI_DATA", desk.data())
        .arg("list")
        .output();
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
