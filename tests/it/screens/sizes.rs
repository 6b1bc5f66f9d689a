//! The picture at every size that is designed for, and what must hold at all
//! widths between.

use fazhi_tui::report::{Place, SectionId};
use fazhi_tui::text::Ambiguous;

use super::{drafts, keep, report, writing};
use crate::stage::{Frame, Stage, flawed_report, new_report, set_body, worked_example};

/// A wide window, an ordinary one, the least for three panes, the usual terminal,
/// the least for two panes, one pane, and the least of all.
const SIZES: [(u16, u16); 7] =
    [(160, 45), (112, 30), (100, 30), (80, 24), (60, 20), (40, 16), (30, 10)];

/// Keeps a frame of every size, each after the same keys.
fn keep_sizes(name: &str, stage: impl Fn() -> Stage, script: &str) {
    for (width, height) in SIZES {
        let mut stage = stage();
        stage.draw(width, height);
        stage.play(script);
        keep(&format!("{name}-{width}x{height}"), &stage.draw(width, height));
    }
}

/// A long text of the worked example, the caret in its middle.
fn long() -> Stage {
    let mut report = worked_example();
    "推进行政执法规范化、标准化和乡镇综合行政执法队伍建设有关情况"
        .clone_into(&mut report.sections[4].heading);
    let mut body = report.sections[3].body.clone();
    body.extend(report.sections[4].body.clone());
    let place = Place::Section(report.sections[4].id);
    set_body(&mut report, place, body);
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+G 标准化 Enter Ctrl+Home Ctrl+Down Ctrl+Down Ctrl+Right Ctrl+Right");
    stage
}

#[test]
fn the_middle_of_the_work() {
    keep_sizes("writing", writing, "");
    keep("writing-59x20", &writing().draw(59, 20));
}

#[test]
fn a_text_without_a_word() {
    keep_sizes("empty-text", || Stage::writing(new_report()), "Alt+Down Alt+Down");
}

#[test]
fn a_long_text() {
    keep_sizes("long", long, "");
}

#[test]
fn what_is_selected() {
    keep_sizes("selected", long, "Shift+Down Shift+Down");
}

#[test]
fn the_keyboard_in_the_outline() {
    keep_sizes("outline", writing, "Shift+Tab Down");
}

#[test]
fn the_keyboard_in_the_guide() {
    keep_sizes("guide", writing, "F6 Down Down");
}

#[test]
fn what_the_checks_have_found() {
    let flawed = || Stage::writing(flawed_report());
    keep_sizes("proofing", flawed, "F7 Down");
    for (script, name) in [
        ("F7 Ctrl+T", "fixing"),
        ("F7 Delete", "ignoring"),
        ("F7 Down Enter", "finding"),
        ("F6 Right", "found"),
    ] {
        for (width, height) in [(80, 24), (40, 16), (30, 10)] {
            let mut stage = flawed();
            stage.draw(width, height);
            stage.play(script);
            keep(&format!("{name}-{width}x{height}"), &stage.draw(width, height));
        }
    }
}

#[test]
fn the_list_of_drafts() {
    keep_sizes("drafts", || Stage::with(drafts(), Ambiguous::Narrow), "");
}

#[test]
fn the_list_of_files() {
    keep_sizes("files", Stage::new, "Ctrl+O");
    for (script, name) in [("年", "filter"), ("/没有/去年.txt Enter", "refused")] {
        let mut stage = Stage::new();
        stage.play("Ctrl+O").play(script);
        keep(&format!("files-{name}-40x10"), &stage.draw(40, 10));
    }
}

#[test]
fn a_refused_file_is_told_whole_in_the_least_window() {
    let mut stage = Stage::new();
    stage.play("Ctrl+O /没有/去年.txt Enter");
    for (width, height) in [(30, 10), (40, 10), (40, 16), (80, 24)] {
        let frame = stage.draw(width, height);
        let seen: String = frame.inside(frame.layout.prompt).split_whitespace().collect();
        assert!(
            seen.contains("没有找到文件：/没有/去年.txt。请看看位置写对没有"),
            "{}",
            frame.dump()
        );
    }
}

#[test]
fn a_question() {
    keep_sizes("open-places", writing, "F4");
}

#[test]
fn a_first_start() {
    for (width, height) in [(160, 45), (40, 16)] {
        keep(&format!("drafts-none-{width}x{height}"), &Stage::new().draw(width, height));
    }
}

/// The column of a symbol in a row, the last one it has.
fn column(frame: &Frame, y: u16, symbol: &str) -> Option<u16> {
    frame.row(y).into_iter().rev().find(|(_, own)| *own == symbol).map(|(x, _)| x)
}

#[test]
fn signs_and_numbers_of_the_outline_stand_in_columns() {
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        for width in (30..=200).step_by(7) {
            let mut report = report();
            set_body(&mut report, Place::Section(SectionId(4)), vec!["法治【几】".repeat(300)]);
            let mut stage = Stage::writing_at(report, ambiguous);
            stage.draw(width, 24);
            stage.play("Shift+Tab");
            let frame = stage.draw(width, 24);
            let area = frame.layout.writing.outline;
            let seen = |symbols: &[&str]| {
                let mut found = Vec::new();
                for y in area.top() + 1..area.bottom() - 1 {
                    let row = frame.row(y).into_iter();
                    let mut own = row.filter(|(x, _)| (area.left()..area.right()).contains(x));
                    found.extend(own.find(|(_, own)| symbols.contains(own)).map(|(x, _)| x));
                }
                found
            };
            for symbols in [["✓", "○", "o"].as_slice(), &["！"]] {
                let found = seen(symbols);
                let straight = found.windows(2).all(|two| two[0] == two[1]);
                assert!(found.len() > 2 && straight, "{symbols:?}:\n{}", frame.dump());
            }
        }
    }
}

#[test]
fn no_row_of_the_text_is_longer_than_is_read_with_ease() {
    let mut stage = long();
    for width in 30..=300 {
        let frame = stage.draw(width, 24);
        let area = frame.layout.writing.text;
        let side = if area.width > 100 { (area.width - 2 - 86) / 2 } else { 0 };
        for y in area.top() + 1..area.bottom() - 1 {
            let row = frame.row(y).into_iter();
            let inner = row.filter(|(x, symbol)| {
                (area.left() + 1..area.right() - 1).contains(x) && *symbol != " "
            });
            for (x, _) in inner {
                let free = x >= area.left() + side && x < area.right() - side;
                assert!(free, "{x} at {width}:\n{}", frame.dump());
            }
        }
    }
}

#[test]
fn a_question_about_the_text_stands_below_its_caret() {
    let mut asked = writing();
    asked.play("F4");
    for (width, height) in [(160, 45), (112, 30), (100, 30), (80, 24), (60, 20), (40, 16)] {
        let caret = writing().draw(width, height).cursor.1;
        // The box is open while the window changes: the caret is where it is now.
        let frame = asked.draw(width, height);
        let prompt = frame.layout.prompt;
        assert!(caret < prompt.top(), "{caret}:\n{}", frame.dump());
        assert!(prompt.bottom() <= frame.layout.body.bottom(), "{}", frame.dump());
    }
}

#[test]
fn what_is_selected_is_counted_and_its_keys_are_shown() {
    let mut stage = writing();
    for width in [30, 60, 80, 112] {
        let mut told = |script: &str| {
            stage.draw(width, 24);
            stage.play(script);
            let frame = stage.draw(width, 24);
            (frame.line(22), frame.line(23))
        };
        let (status, keys) = told("Ctrl+Home Shift+Right Shift+Right Shift+Right");
        assert!(status.trim_end().ends_with("选中 3 字"), "{status}");
        assert!(keys.trim_start().starts_with("Ctrl+C 复制"), "{keys}");
        let (status, keys) = told("Right");
        assert!(!status.contains("选中 ") && !keys.contains("Ctrl+C"), "{status}{keys}");
        // A blank that is held is not what anyone has selected.
        let (status, keys) = told("Ctrl+T");
        assert!(!status.contains("选中 ") && !keys.contains("Ctrl+C"), "{status}{keys}");
    }
}

#[test]
fn the_smallest_window_shows_how_to_go_back() {
    for script in ["F2", "F5", "F12", "F4", "F1"] {
        let mut stage = writing();
        stage.draw(30, 10);
        stage.play(script);
        let keys = stage.draw(30, 10).line(9);
        assert!(keys.contains("Esc 返回") && keys.contains("F1 帮助"), "{script}: {keys}");
    }
}

#[test]
fn what_is_not_seen_is_told() {
    let mut stage = long();
    let frame = stage.draw(60, 20);
    let rows = stage.pane().editor.layout().rows();
    let (top, height) =
        (stage.pane().editor.top(), usize::from(frame.layout.writing.text.height) - 2);
    let told = format!("上面还有 {top} 行，下面还有 {} 行", rows - top - height);
    let bottom = frame.line(frame.layout.body.bottom() - 1);
    assert!(top > 0 && bottom.contains(&told), "{told}: {bottom}");
    stage.play("Ctrl+Home");
    let bottom = stage.draw(60, 20).line(frame.layout.body.bottom() - 1);
    assert!(!bottom.contains("上面") && column(&frame, 1, "┌").is_some(), "{bottom}");
}

#[test]
fn a_sentence_that_is_too_long_ends_with_a_whole_clause() {
    let mut stage = writing();
    stage.play("Ctrl+T");
    for (width, told) in [(30, "打字就替换选中的这一处…"), (40, "打字就替换选中的这一处…")]
    {
        let status = stage.draw(width, 16).line(14);
        assert_eq!(status.trim(), told);
    }
}
