//! The format holds what it is given; names are never overwritten.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::report::SectionId;
use crate::report::waiver::Scope;
use crate::storage::sample;

/// Written by `render` of each format and kept for ever: whatever this program
/// becomes, it reads these files. Never rewrite one; a new format adds a new file.
const FORMAT_1: &str = include_str!("../../../tests/fixtures/drafts/format-1.ron");
const FORMAT_2: &str = include_str!("../../../tests/fixtures/drafts/format-2.ron");
const FORMAT_3: &str = include_str!("../../../tests/fixtures/drafts/format-3.ron");

fn reread(report: &Report) -> Report {
    parse(&render(report).unwrap(), Path::new("x.ron")).unwrap()
}

fn data() -> (tempfile::TempDir, DataFolder) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    (folder, data)
}

fn put(path: &Path, bytes: &[u8]) {
    file::write_whole(path, bytes).unwrap();
}

fn refusal(text: &str) -> StorageError {
    parse(text, Path::new("稿.ron")).unwrap_err()
}

#[test]
fn every_field_survives() {
    assert_eq!(reread(&sample::full()), sample::full());
    assert_eq!(reread(&sample::small()), sample::small());
}

#[test]
fn deleted_sections_survive_and_older_drafts_have_none() {
    assert!(!render(&sample::small()).unwrap().contains("removed"));
    assert_eq!(reread(&sample::full()).removed, sample::full().removed);
    assert!(!sample::full().removed.is_empty());
}

#[test]
fn the_first_format_is_read_and_written_as_the_present_one() {
    let report = parse(FORMAT_1, Path::new("format-1.ron")).unwrap();
    assert_eq!(report.unit.name, "云溪镇");
    assert_eq!(report.sections[1].body.len(), 3);
    assert_eq!(report.figures[0].value.as_ref().map(crate::report::Amount::written), Some("1,208"));
    let written = render(&report).unwrap();
    assert_eq!(written, FORMAT_1.replacen("format: 1,", "format: 3,", 1));
    assert_eq!(reread(&report), report);
}

#[test]
fn the_second_format_is_read_and_written_as_the_present_one() {
    let report = parse(FORMAT_2, Path::new("format-2.ron")).unwrap();
    assert_eq!(report.unit.kind, crate::report::Kind::Subdistrict);
    assert!(report.preamble.as_ref().unwrap().left_out);
    let removed = &report.removed[0];
    assert_eq!((removed.heading.as_str(), removed.body.len()), ("推进政务公开", 2));
    assert!(report.waivers.is_empty());
    let written = render(&report).unwrap();
    assert_eq!(written, FORMAT_2.replacen("format: 2,", "format: 3,", 1));
}

#[test]
fn the_present_format_is_read_and_written_as_ever() {
    let report = parse(FORMAT_3, Path::new("format-3.ron")).unwrap();
    let [own, of_a_place, whole] = &report.waivers[..] else { panic!("{:?}", report.waivers) };
    assert_eq!(own.at, Some(Scope::Section(SectionId(3))));
    assert_eq!(own.to_string(), "照抄文件原文（2025-01-08）");
    assert_eq!((of_a_place.at, of_a_place.excerpt.as_ref()), (Some(Scope::Preamble), None));
    assert!(whole.covers("length", None, "什么都行", 0..3));
    assert_eq!(render(&report).unwrap(), FORMAT_3);
}

#[test]
fn a_year_that_no_report_is_on_is_refused_at_its_place() {
    let text = render(&sample::full()).unwrap();
    for year in ["2147483647", "0", "1949", "20245"] {
        let error = refusal(&text.replacen("year: 2024", &format!("year: {year}"), 1));
        assert_eq!((error.line, error.column), (Some(5), Some(11)), "{error}");
        assert!(error.to_string().contains("报告年度要在1950年到2100年之间"), "{error}");
    }
    let text = text.replacen("year: 2024", "year: 2100", 1);
    assert_eq!(parse(&text, Path::new("稿.ron")).unwrap().year, 2100);
}

#[test]
fn a_changed_paragraph_is_a_changed_line() {
    let before = render(&sample::full()).unwrap();
    let mut report = sample::full();
    report.sections[1].body[0].push_str("改了一处。");
    let after = render(&report).unwrap();
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    assert_eq!(before.len(), after.len());
    let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
    assert_eq!(changed, 1);
}

#[test]
fn the_file_is_legible() {
    let text = render(&sample::full()).unwrap();
    assert!(text.starts_with("// 法治政府建设情况报告稿件"));
    assert!(text.contains("\n(\n  format: 3,\n  report: (\n    year: 2024,\n"));
    assert!(!text.contains("Some(") && !text.contains("\\u"), "{text}");
}

#[test]
fn a_file_from_notepad_is_read() {
    let (_folder, data) = data();
    let path = data.drafts().join("a.ron");
    let text = render(&sample::full()).unwrap().replace('\n', "\r\n");
    put(&path, format!("\u{feff}{text}").as_bytes());
    assert_eq!(load(&path).unwrap().report, sample::full());
}

#[test]
fn a_slip_after_a_byte_order_mark_keeps_its_column() {
    let error = refusal("(format：1)");
    let (_folder, data) = data();
    let path = data.drafts().join("a.ron");
    put(&path, "\u{feff}(format：1)\r\n".as_bytes());
    let read = load(&path).unwrap_err();
    assert_eq!((error.line, error.column), (Some(1), Some(8)));
    assert_eq!((read.line, read.column), (Some(1), Some(8)));
}

#[test]
fn a_newer_format_is_refused_kindly_whatever_it_holds() {
    let error = refusal("(format: 99, neu: {\"a\": [1, x(2)]}, report: (jahr: 2040, v: None))");
    assert_eq!(error.problem, Problem::Newer { format: 99 });
    let text = error.to_string();
    assert!(text.contains("由更新版本的程序写成（格式 99）"), "{text}");
    assert!(text.contains("文件未改动；请升级程序"), "{text}");
}

#[test]
fn what_is_no_draft_is_called_so() {
    for text in ["(a: 1)", "[1, 2]", "42", "\"正文\"", "{\"a\": 1}", "(format: 0)"] {
        assert_eq!(refusal(text).problem, Problem::Foreign, "{text}");
    }
    let text = refusal("(profile: (name: \"云溪镇\"))").to_string();
    assert!(text.contains("不是法治政府建设情况报告的稿件"), "{text}");
    let missing = refusal("(format: 1)").to_string();
    assert!(missing.contains("第1行第11列：这个括号里缺少“report”这一项"), "{missing}");
}

#[test]
fn an_id_or_a_path_finds_the_file() {
    let (folder, data) = data();
    let own = data.drafts().join("2024-云溪镇.ron");
    assert_eq!(locate(&data, "2024-云溪镇"), own);
    put(&own, b"x");
    assert_eq!(locate(&data, "2024-云溪镇"), own);
    assert_eq!(locate(&data, "2024-云溪镇.ron"), own);
    assert_eq!(locate(&data, "别处.ron"), Path::new("别处.ron"));
    let there = folder.path().join("稿.ron");
    let there = there.to_string_lossy();
    assert_eq!(locate(&data, &there), Path::new(&*there));
    assert_eq!(locate(&data, "../drafts/x"), Path::new("../drafts/x"));
}

#[test]
fn a_missing_draft_is_named_with_its_path() {
    let (_folder, data) = data();
    let error = load(&locate(&data, "2024-没有镇")).unwrap_err();
    assert_eq!(error.problem, Problem::Missing);
    assert!(error.to_string().contains("2024-没有镇.ron”：没有这个文件"), "{error}");
}

#[test]
fn a_taken_name_is_numbered_unless_it_must_be_exact() {
    let (_folder, data) = data();
    let id = DraftId::suggest(2024, "云溪镇");
    let make = |exact| create(&data, &id, exact, &sample::small());
    assert_eq!(make(true).unwrap(), id);
    assert_eq!(make(false).unwrap().as_str(), "2024-云溪镇-2");
    assert_eq!(make(false).unwrap().as_str(), "2024-云溪镇-3");
    assert_eq!(make(true).unwrap_err().problem, Problem::Exists);
}

#[test]
fn racing_creators_never_share_a_name() {
    let (_folder, data) = data();
    let id = DraftId::new("同名");
    let make = |year: i32| {
        let report = Report { year, ..sample::small() };
        (create(&data, &id, false, &report).unwrap(), year)
    };
    let results: Vec<(DraftId, i32)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|n| scope.spawn(move || make(2000 + n))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let names: BTreeSet<&DraftId> = results.iter().map(|(id, _)| id).collect();
    assert_eq!(names.len(), 8);
    for (id, year) in &results {
        let loaded = load(&path_of(&data.drafts(), id)).unwrap();
        assert_eq!(loaded.report.year, *year);
    }
    let left = fs::read_dir(data.drafts()).unwrap().count();
    assert_eq!(left, 8, "no temporary file is left");
}

#[test]
fn the_list_shows_broken_drafts_and_nothing_else() {
    let (_folder, data) = data();
    assert_eq!(list(&data).unwrap(), []);
    let folder = data.drafts();
    create(&data, &DraftId::new("好"), true, &sample::small()).unwrap();
    put(&folder.join("坏.ron"), b"(format: 1, ");
    put(&folder.join("空.ron"), b" \n");
    put(&folder.join("零.ron"), &[0; 64]);
    fs::create_dir(folder.join("夹.ron")).unwrap();
    for name in [".fazhi-ab12.ron", "._好.ron", "说明.txt", ".locks/好.lock", "好.ron~"] {
        put(&folder.join(name), b"x");
    }
    let listed = list(&data).unwrap();
    let problem = |id: &str| {
        let one = listed.iter().find(|l| l.id.as_str() == id).unwrap();
        one.content.as_ref().err().map(|e| e.problem.clone())
    };
    assert_eq!(listed.len(), 5);
    assert_eq!(problem("好"), None);
    assert!(matches!(problem("坏"), Some(Problem::Broken { .. })));
    assert_eq!(problem("空"), Some(Problem::Empty));
    assert_eq!(problem("零"), Some(Problem::Nuls));
    assert_eq!(problem("夹"), Some(Problem::Directory));
}

#[test]
fn the_list_begins_with_the_last_written() {
    let (_folder, data) = data();
    let now = fs::metadata(data.root()).unwrap().modified().unwrap();
    for (name, age) in [("旧", 300), ("新", 0), ("中", 100)] {
        let id = create(&data, &DraftId::new(name), true, &sample::small()).unwrap();
        let handle = fs::File::options().write(true).open(path_of(&data.drafts(), &id)).unwrap();
        let then = now - std::time::Duration::from_secs(age);
        handle.set_modified(then).unwrap();
    }
    let names: Vec<String> = list(&data).unwrap().iter().map(|l| l.id.to_string()).collect();
    assert_eq!(names, ["新", "中", "旧"]);
}

proptest! {
    /// Whatever stands in a paragraph comes back, through a file with its
    /// byte-order mark and line ends.
    #[test]
    fn any_text_survives(body in prop::collection::vec(any::<String>(), 0..4), title in "\\PC*") {
        let mut report = sample::full();
        report.letterhead.title = crate::report::Title::Free(title);
        report.sections[1].body = body.iter().map(|text| text.replace('\n', " ")).collect();
        let bytes = render(&report).unwrap().into_bytes();
        let text = file::text_of(bytes, Path::new("x")).unwrap();
        prop_assert_eq!(parse(&text, Path::new("x")).unwrap(), report);
    }

    /// Marks of the notation itself, quotes and line ends in any order.
    #[test]
    fn marks_of_the_notation_survive(body in prop::collection::vec("[\"#\\\\r\r\n\t“”{}，a]{0,12}", 1..3)) {
        let mut report = sample::small();
        report.closing.attachments = body;
        let bytes = render(&report).unwrap().into_bytes();
        let text = file::text_of(bytes, Path::new("x")).unwrap();
        prop_assert_eq!(parse(&text, Path::new("x")).unwrap(), report);
    }

    /// No text makes the reading panic, and each refusal is a sentence.
    #[test]
    fn no_text_is_too_strange(text in "[(){}\\[\\]:,\"/*#r\\\\a1 \n“”，：format]{0,40}") {
        if let Err(error) = parse(&text, Path::new("x")) {
            prop_assert!(error.to_string().ends_with('。'));
        }
    }
}

#[test]
fn prose_under_the_name_of_a_draft_is_called_foreign() {
    let error = parse("二、正文\n一句话", Path::new("x.ron")).unwrap_err();
    assert_eq!(error.problem, Problem::Foreign);
}
