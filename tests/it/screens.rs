//! What is on the screen, cell by cell: frames as text, and rules for every size.
//!
//! A frame is written as a terminal shows it: the cell that the right half of
//! a wide character covers is left out, and a line under the row of the cursor
//! marks its column. `INSTA_UPDATE=always cargo test --test it screens` writes
//! the frames in `snapshots/` anew; look at the difference before keeping it.

mod colours;
mod day;
mod import;
mod sizes;
mod template;

use std::fmt::Write;

use fazhi_tui::app::command::Command;
use fazhi_tui::app::form::Form;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::report::{Amount, Figure, Place, Report, SectionId};
use fazhi_tui::text::Ambiguous;
use fazhi_tui::text::width::cluster_columns;
use fazhi_tui::ui::Layout;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::stage::source::SOURCE;
use crate::stage::{BROKEN, Frame, Stage, flawed_report, new_report, set_body};

impl Frame {
    /// The columns of a symbol on this terminal, at least one.
    fn columns(&self, symbol: &str) -> u16 {
        u16::try_from(cluster_columns(symbol, self.ambiguous).max(1)).unwrap()
    }

    /// The symbols of a row that are seen, with their columns.
    pub(crate) fn row(&self, y: u16) -> Vec<(u16, &str)> {
        let mut seen = Vec::new();
        let mut x = 0;
        while x < self.buffer.area.width {
            let symbol = self.buffer[(x, y)].symbol();
            seen.push((x, symbol));
            x += self.columns(symbol);
        }
        seen
    }

    /// The frame as text, wrapped lines of a popup apart from what is beside it.
    pub(crate) fn text(&self) -> String {
        (0..self.buffer.area.height).map(|y| self.line(y) + "\n").collect()
    }

    /// The frame as text, with the cursor marked.
    pub(crate) fn dump(&self) -> String {
        let (column, line) = self.cursor;
        let mut text = String::new();
        for y in 0..self.buffer.area.height {
            let row: String = self.row(y).into_iter().map(|(_, symbol)| symbol).collect();
            writeln!(text, "{}", row.trim_end()).unwrap();
            if y == line {
                let blank = " ".repeat(usize::from(column));
                writeln!(text, "{blank}^ ({line},{column})").unwrap();
            }
        }
        text
    }

    /// What must hold of a frame of any size.
    fn check(&self) {
        let Rect { width, height, .. } = self.buffer.area;
        let (x, y) = self.cursor;
        assert!(x < width && y < height, "the cursor is outside at {x},{y}");
        for y in 0..height {
            for (x, symbol) in self.row(y) {
                let columns = self.columns(symbol);
                assert!(x + columns <= width, "{symbol} is cut at the edge:\n{}", self.dump());
                for covered in x + 1..x + columns {
                    let covered = self.buffer[(covered, y)].symbol();
                    assert_eq!(covered, " ", "beside {symbol} in row {y}:\n{}", self.dump());
                }
            }
        }
        if self.layout.too_small {
            return;
        }
        self.check_frame(self.layout.body);
        let Layout { prompt, help, .. } = self.layout;
        if help.width > 0 {
            self.check_frame(help);
        } else if prompt.width > 0 {
            self.check_frame(prompt);
        }
    }

    /// A frame stands straight: its sides in one column each, its ends closed; only
    /// what is told of rows that are not seen stands in its bottom.
    fn check_frame(&self, area: Rect) {
        let bottom = area.bottom() - 1;
        for y in area.top()..=bottom {
            let row = self.row(y);
            let ends = [area.left(), area.right() - 1];
            let between = area.left()..area.right();
            let wanted: Vec<u16> = if y == bottom { between.collect() } else { ends.to_vec() };
            let told = self.told(area, y);
            for x in wanted.into_iter().filter(|x| !told.contains(x)) {
                let seen = row.iter().find(|(at, _)| *at == x);
                let part = seen.is_some_and(|(_, symbol)| "│─┌┐└┘├┤┬┴┼|+-".contains(symbol));
                assert!(part, "{seen:?} in the frame at {x},{y}:\n{}", self.dump());
            }
        }
    }

    /// Where the bottom of a frame tells what is not seen: from the blank before
    /// 上 or 下 to the last blank, for each pane in it.
    fn told(&self, area: Rect, y: u16) -> Vec<u16> {
        let row = self.row(y).into_iter();
        let row: Vec<(u16, &str)> =
            row.filter(|(x, _)| (area.left()..area.right()).contains(x)).collect();
        let mut told = Vec::new();
        for line in row.split(|(_, symbol)| "─┴-+".contains(symbol)) {
            let words: String = line.iter().map(|(_, symbol)| *symbol).collect();
            let whole =
                words.ends_with(' ') && words.contains("面还有 ") || words.contains("下还有 ");
            if let (true, Some((first, _)), Some((last, _))) = (whole, line.first(), line.last()) {
                told.extend(*first..=*last);
            }
        }
        told
    }
}

fn keep(name: &str, frame: &Frame) {
    frame.check();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, frame.dump());
    });
}

/// A report in the middle of the work.
fn report() -> Report {
    let mut report = new_report();
    let texts = [
        "2025年，我镇党委、政府坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，围绕“依法办事、便民利民”推进法治政府建设。现将有关情况报告如下：",
        "党委理论学习中心组全年学法{中心组学法}次，会前学法{会前学法}次，学了《中华人民共和国行政处罚法》等。\n在“12·4”国家宪法日、民法典宣传月开展法治宣传活动24场次——由执法队、派出所用本地案例讲解；参加群众1,860人次，满意率99.2%。",
        "便民服务中心全年办理服务事项3,214件，【事项】等【几】项可在村（社区）代办。",
        "严格执行重大行政决策程序，把公众参与、专家论证、风险评估、合法性审查、集体讨论决定作为必经程序，全年审查合同【几】份、出具法律意见{出具法律意见}份。",
    ];
    let places = report.required();
    for (place, text) in places.iter().zip(texts) {
        set_body(&mut report, *place, text.split('\n').map(str::to_owned).collect());
    }
    report.preamble.as_mut().unwrap().done = true;
    report.sections[1].done = true;
    report.sections[2].done = true;
    let figure = |name: &str, value: Option<&str>, unit: &str| Figure {
        name: name.to_owned(),
        value: value.map(|text| Amount::parse(text).unwrap()),
        unit: unit.to_owned(),
        source: "司法所".to_owned(),
    };
    report.figures = vec![
        figure("中心组学法", Some("12"), "次"),
        figure("会前学法", Some("10"), "次"),
        figure("出具法律意见", None, "份"),
    ];
    report
}

/// The filled report at 一/（三）, in the middle of its text.
fn writing() -> Stage {
    let mut stage = Stage::writing(report());
    assert_eq!(stage.at(), "一/（三）");
    stage.play("Up");
    stage
}

#[test]
fn the_outline_and_what_it_asks() {
    for (script, name) in [
        ("Insert", "outline-add-80x24"),
        ("Ctrl+R", "outline-rename-80x24"),
        ("Delete", "outline-remove-80x24"),
        ("Down Down Down Down Down Delete", "outline-remove-part-80x24"),
    ] {
        let mut stage = writing();
        stage.draw(80, 24);
        stage.play("Shift+Tab").play(script);
        keep(name, &stage.draw(80, 24));
    }
    let mut stage = writing();
    stage.draw(80, 24);
    stage.play("Shift+Tab Insert").paste(
        "（一）推进基层治理\n1.抓好网格管理\n2.办好民生实事\n二、党政主要负责人履职情况\n年度考核",
    );
    keep("outline-add-lines-80x24", &stage.draw(80, 24));
    stage.play("Enter");
    keep("outline-added-lines-80x24", &stage.draw(80, 24));
    stage.play("Delete Down Enter Ctrl+P 找回 Enter");
    keep("outline-restore-80x24", &stage.draw(80, 24));
}

#[test]
fn writing_on_a_terminal_of_wide_signs() {
    let mut stage = Stage::writing_at(report(), Ambiguous::Wide);
    keep("writing-wide-112x30", &stage.draw(112, 30));
    stage.play("Ctrl+G 学习 Enter F2");
    keep("palette-wide-80x24", &stage.draw(80, 24));
}

#[test]
fn forms_and_read_only() {
    let mut stage = writing();
    stage.play("Ctrl+G 版头 Enter Down");
    for (width, height) in [(112, 30), (80, 24), (59, 20)] {
        keep(&format!("letterhead-{width}x{height}"), &stage.draw(width, height));
    }
    stage.play("Ctrl+G 落款 Enter");
    for (width, height) in [(112, 30), (80, 24), (59, 20)] {
        keep(&format!("closing-{width}x{height}"), &stage.draw(width, height));
    }
    keep("closing-40x16", &stage.draw(40, 16));
    let mut stage = Stage::reading(report());
    stage.play("字");
    keep("read-only-80x24", &stage.draw(80, 24));
    let mut stage = Stage::writing(new_report());
    stage.play("Alt+Down Alt+Down");
    keep("empty-text-80x24", &stage.draw(80, 24));
}

fn drafts() -> Vec<(String, Result<Report, String>)> {
    let mut other = new_report();
    other.year = 2024;
    "新疆维吾尔自治区某某镇".clone_into(&mut other.unit.name);
    vec![
        ("2025-云溪镇".to_owned(), Ok(report())),
        ("2024-某某镇".to_owned(), Ok(other)),
        ("2023-云溪镇".to_owned(), Err(BROKEN.to_string())),
    ]
}

#[test]
fn the_list_of_drafts() {
    let mut stage = Stage::new();
    keep("drafts-none-80x24", &stage.draw(80, 24));
    keep("drafts-none-30x10", &stage.draw(30, 10));
    let mut stage = Stage::with(drafts(), Ambiguous::Narrow);
    stage.play("Down Down");
    keep("drafts-broken-chosen-80x24", &stage.draw(80, 24));
    stage.play("Enter");
    keep("drafts-broken-80x24", &stage.draw(80, 24));
    stage.play("Esc Up Up Delete");
    keep("delete-80x24", &stage.draw(80, 24));
    stage.play("Down Enter Ctrl+B");
    keep("bin-80x24", &stage.draw(80, 24));
    stage.play("Esc Ctrl+R");
    keep("rename-80x24", &stage.draw(80, 24));
    stage.play("Esc Up Ctrl+K");
    keep("state-80x24", &stage.draw(80, 24));
    stage.play("Esc Ctrl+G D:/没有 Enter");
    keep("folder-80x24", &stage.draw(80, 24));
    keep("folder-40x16", &stage.draw(40, 16));
}

#[test]
fn the_columns_of_the_list_stand_straight_at_every_width() {
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        let mut drafts = drafts();
        drafts[1].0 = "2024-新疆维吾尔自治区“某某”镇法治政府建设情况报告".to_owned();
        let mut stage = Stage::with(drafts, ambiguous);
        for width in 30..=160 {
            let frame = stage.draw(width, 24);
            let (head, rows) = (frame.row(2), [frame.row(4), frame.row(5)]);
            let place = |row: &[(u16, &str)], text: &str| {
                let at = (0..row.len()).find(|at| {
                    row[*at..]
                        .iter()
                        .map(|(_, symbol)| *symbol)
                        .collect::<String>()
                        .starts_with(text)
                });
                at.map(|at| row[at].0)
            };
            let found: Vec<bool> = [
                ("完成", "3/12"),
                ("状态", "撰写"),
                ("期限", "距3月1日 52 天"),
                ("待填", "5 "),
                ("改动", "2026-"),
            ]
            .into_iter()
            .map(|(name, text)| {
                let at = place(&head, name);
                assert_eq!(
                    place(&rows[0], text).filter(|_| at.is_some()),
                    at,
                    "{name} at {width}:\n{}",
                    frame.dump()
                );
                at.is_some()
            })
            .collect();
            assert!(found[0], "{width}:\n{}", frame.dump());
            assert!(found.is_sorted_by(|a, b| a >= b), "{width}:\n{}", frame.dump());
            assert_eq!(
                place(&rows[0], "[###"),
                place(&rows[1], "[---"),
                "{width}:\n{}",
                frame.dump()
            );
            assert!(width < 80 || found[4], "{width}:\n{}", frame.dump());
        }
    }
}

#[test]
fn a_new_report() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N");
    keep("new-1-empty-80x24", &stage.draw(80, 24));
    stage.play("云溪镇 Down 临川县");
    keep("new-1-80x24", &stage.draw(80, 24));
    stage.play("Down Down Down Down Down Enter");
    keep("new-2-80x24", &stage.draw(80, 24));
    stage.play("Enter");
    keep("new-3-80x24", &stage.draw(80, 24));
    keep("new-3-59x20", &stage.draw(59, 20));
    stage.play("PageDown");
    keep("new-3-end-59x20", &stage.draw(59, 20));
    stage.play("Enter");
    keep("new-4-80x24", &stage.draw(80, 24));
    stage.play("Down Down Down Down Down Down Right Down Left Left");
    for (width, height) in [(112, 30), (80, 24), (59, 20), (30, 10)] {
        keep(&format!("new-4-turned-{width}x{height}"), &stage.draw(width, height));
    }
    stage.play("End Down Down Down Down Down");
    keep("new-4-end-80x24", &stage.draw(80, 24));
}

#[test]
fn prompts() {
    let mut stage = writing();
    for (name, script) in [
        ("palette", "Ctrl+P d"),
        ("palette-nothing", "qq"),
        ("go-to", "Esc F5"),
        ("blanks", "Esc F4"),
        ("export", "Esc F12 Down"),
        ("export-open", "Enter"),
        ("figure", "Esc F6 Enter 1２"),
        ("help", "F1"),
        ("help-end", "End"),
    ] {
        stage.play(script);
        keep(&format!("{name}-80x24"), &stage.draw(80, 24));
    }
    let mut stage = Stage::new();
    stage.play("Ctrl+O D:/去年/报告.txt");
    keep("import-80x24", &stage.draw(80, 24));
    let mut stage = writing();
    stage.files.push("文档/云溪镇2025年法治政府建设情况报告.txt".into());
    stage.play("F12 Enter Down Enter");
    keep("export-exists-80x24", &stage.draw(80, 24));
    let mut stage = writing();
    stage.play("F12");
    keep("export-30x10", &stage.draw(30, 10));
}

#[test]
fn reading_through() {
    let mut stage = writing();
    stage.play("Ctrl+D");
    keep("reading-112x30", &stage.draw(112, 30));
    keep("reading-80x24", &stage.draw(80, 24));
    keep("reading-30x10", &stage.draw(30, 10));
    stage.draw(160, 45);
    stage.play("Home");
    keep("reading-start-160x45", &stage.draw(160, 45));
    stage.draw(80, 24);
    stage.play("End");
    keep("reading-end-80x24", &stage.draw(80, 24));
    let mut stage = Stage::writing_at(report(), Ambiguous::Wide);
    stage.play("Ctrl+D");
    keep("reading-wide-80x24", &stage.draw(80, 24));
}

#[test]
fn settings() {
    let mut stage = Stage::new();
    stage.play("F10");
    keep("settings-80x24", &stage.draw(80, 24));
    stage.play("云溪镇 Down 临川县 Down Down Down Down Down Down 20日以前");
    keep("settings-40x16", &stage.draw(40, 16));
    let mut stage = writing();
    stage.play("F10").play(&"Down ".repeat(8)).play("Left");
    keep("settings-wide-80x24", &stage.draw(80, 24));
}

#[test]
fn too_small() {
    let mut stage = writing();
    keep("too-small-20x5", &stage.draw(20, 5));
    keep("too-small-1x1", &stage.draw(1, 1));
}

#[test]
fn a_wide_terminal_gets_frames_of_ascii() {
    let mut stage = Stage::writing_at(report(), Ambiguous::Wide);
    for script in ["", "F6", "F2", "F1"] {
        stage.play(script);
        let dump = stage.draw(100, 30).dump();
        assert!(!dump.contains(['│', '─', '┌', '○']), "{dump}");
    }
}

#[test]
fn the_field_of_a_prompt_leaves_room_for_candidates() {
    for script in ["F2", "F5", "F12", "F6 Enter", "F4", "Ctrl+F", "Ctrl+F Tab", "F7"] {
        let mut stage = writing();
        stage.play(script);
        let frame = stage.draw(80, 24);
        assert!(frame.cursor.1 <= 24 - 3, "{script}:\n{}", frame.dump());
    }
}

#[test]
fn guidance_is_wrapped_and_never_shortened() {
    let mut stage = writing();
    stage.play("F6");
    for width in 30..=160 {
        let frame = stage.draw(width, 80);
        let area = frame.layout.writing.guide;
        for y in area.top() + 1..area.bottom() {
            let row = frame.row(y).into_iter();
            let cut = row.filter(|(x, symbol)| *x >= area.left() && *symbol == "…");
            assert_eq!(cut.count(), 0, "{width}:\n{}", frame.dump());
        }
    }
}

#[test]
fn a_question_shows_all_that_is_to_be_known() {
    let mut stage = writing();
    stage.play("F12 Enter");
    for width in 40..=120 {
        let frame = stage.draw(width, 24);
        let dump = frame.dump();
        for part in ["8 节没有内容", "5 处待填", "回去补上", "仍要导出"] {
            assert!(dump.contains(part), "{part} at {width}:\n{dump}");
        }
    }
}

#[test]
fn what_is_not_seen_of_a_pasted_outline_is_counted() {
    for (width, height) in [(80, 20), (40, 16), (30, 12)] {
        let mut stage = writing();
        stage.play("Shift+Tab Insert").paste(&pasted());
        let frame = stage.draw(width, height);
        let Some(Prompt::Question(question)) = stage.app.prompt() else { panic!() };
        let rows = usize::from(frame.layout.prompt.height) - 2 - 1 - question.answers.len();
        let shown = frame.inside(frame.layout.prompt);
        let more = format!("……还有 {} 行", question.lines.len() + 1 - rows);
        assert!(shown.contains(&more), "{more}:\n{}", frame.dump());
        for line in &question.lines[..rows - 1] {
            let start: String = line.chars().take(8).collect();
            assert!(shown.contains(&start), "{start}:\n{}", frame.dump());
        }
    }
}

#[test]
fn a_title_of_a_question_names_what_is_deleted_in_the_smallest_window() {
    let mut stage = writing();
    stage.draw(30, 10);
    stage.play("Shift+Tab Down Down Down Down Down Delete");
    let dump = stage.draw(30, 10).dump();
    assert!(dump.contains("删去“二 "), "{dump}");
}

#[test]
fn a_number_that_has_no_room_is_left_out_whole() {
    let mut report = report();
    set_body(&mut report, Place::Section(SectionId(4)), vec!["法治".repeat(6000)]);
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+D");
    for width in 30..80 {
        let line = stage.draw(width, 10).line(8);
        let whole = line.trim_end().ends_with(['字', '符']);
        let cut = line.contains("全文") && !whole;
        assert!(line.contains("第 ") && line.contains("段") && !cut, "{width}: {line}");
    }
}

#[test]
fn what_a_line_asks_and_tells_is_read_whole() {
    let mut adding = writing();
    adding.play("Shift+Tab Insert");
    let mut importing = Stage::new();
    importing.play("Ctrl+O");
    for (mut stage, told) in [
        (adding, ["新的一节叫什么", "粘贴几行就加几节。"]),
        (importing, ["能读文本、Word、网页、Markdown，", "原文件不会改动"]),
    ] {
        for width in [40, 60, 80] {
            let frame = stage.draw(width, 16);
            let seen: String = frame.inside(frame.layout.prompt).split_whitespace().collect();
            for part in told {
                assert!(seen.contains(part), "{part} at {width}:\n{}", frame.dump());
            }
        }
    }
}

#[test]
fn popups_cover_wide_signs_cleanly_at_every_width() {
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        for text in ["法治“”—", "a法治“”—"] {
            let mut report = report();
            set_body(&mut report, Place::Section(SectionId(2)), vec![text.repeat(60)]);
            let mut stage = Stage::writing_at(report, ambiguous);
            stage.play("Ctrl+G 学习 Enter");
            for script in ["F2", "Esc F5", "Esc F12", "F1", "F1 Esc F6", "Enter"] {
                stage.play(script);
                for width in 60..=120 {
                    stage.draw(width, 20).check();
                }
            }
        }
    }
}

/// Ways to every screen, pane and prompt.
const WAYS: [&str; 30] = [
    "",
    "F6",
    "F6 Down Down Down Down Down",
    "Shift+Tab",
    "Shift+Tab Insert 新的一节",
    "Shift+Tab Ctrl+R",
    "Shift+Tab Delete",
    "Shift+Tab Down Down Down Down Down Delete",
    "Shift+Tab Delete Down Enter F2 找回 Enter",
    "Ctrl+G 版头 Enter",
    "Ctrl+G 版头 Enter F6",
    "Ctrl+G 落款 Enter Down Down 年",
    "F5",
    "F2 d",
    "F4",
    "F12",
    "F12 Down Down",
    "F12 Enter",
    "F6 Enter 12",
    "F1",
    "F12 F1 End",
    "Ctrl+D",
    "Ctrl+D PageDown PageDown Up",
    "Ctrl+F 法",
    "Ctrl+F 法 Tab 治理 Down Down",
    "Ctrl+F 没有的字 Tab Tab",
    "Ctrl+F 学法 Tab",
    "Ctrl+G 学习 Enter Ctrl+Home",
    "F10 Up Down Down Down Down Down Down Down Down Right",
    "F10 Down Down Down Down Down Down Down Down Down Down Down",
];

const FIRST_WAYS: [&str; 19] = [
    "",
    "Down Down",
    "Down Down Enter",
    "Ctrl+R",
    "Ctrl+G D:/没有 Enter",
    "Ctrl+K",
    "Delete Down Enter Ctrl+B",
    "Delete",
    "Ctrl+O",
    "Ctrl+O Down Enter",
    "Ctrl+O bg",
    "Ctrl+O D:/去年的报告/云溪镇法治政府建设情况报告.txt",
    "Ctrl+O D:/去年的报告/云溪镇法治政府建设情况报告.txt Enter",
    "Ctrl+N",
    "Ctrl+N 云溪镇 Down Down Down Down Down Down Enter",
    "Ctrl+N 云溪镇 Down Down Down Down Down Down Enter Enter",
    "Ctrl+N 云溪镇 Down Down Down Down Down Down Enter Enter Enter Down Down Down Down",
    "Ctrl+T",
    "F1",
];

/// While an outline that was pasted is looked through.
const TEMPLATE_WAYS: [&str; 5] = ["", "Down Down Tab Tab Delete", "Ctrl+K", "F4", "F4 / Enter"];

/// In a report in which the checks find something.
const FLAWED_WAYS: [&str; 10] = [
    "",
    "F7",
    "F7 End Enter End",
    "F7 Enter",
    "F7 Ctrl+R",
    "F7 Ctrl+T",
    "F7 Delete 理由 Down",
    "F7 Ctrl+F",
    "F7 Delete Enter Ctrl+B",
    "F6 Right Down",
];

/// While a file is looked through.
const IMPORT_WAYS: [&str; 9] = [
    "",
    "Enter Enter",
    "Ctrl+Home Down Delete Up Up Tab",
    "Ctrl+Home Down Down Down Down Down Alt+Right Ctrl+D",
    "F4",
    "F7",
    "F8",
    "F9",
    "Ctrl+K",
];

/// Lines of an outline as they are pasted: more of them than most windows have rows.
fn pasted() -> String {
    let item =
        |n: char| format!("（{n}）推进治理第{n}项\n抓好网格管理，办好民生实事，接受群众监督。\n");
    "一二三四五六七八".chars().map(item).collect()
}

fn staged(way: usize, ambiguous: Ambiguous) -> Stage {
    if way == 0 {
        let mut stage = Stage::writing_at(report(), ambiguous);
        stage.play("Shift+Tab Insert").paste(&pasted());
        return stage;
    }
    let way = way - 1;
    if let Some(script) = WAYS.get(way) {
        let mut stage = Stage::writing_at(report(), ambiguous);
        stage.play("Up").play(script);
        return stage;
    }
    let way = way - WAYS.len();
    if let Some(script) = FLAWED_WAYS.get(way) {
        let mut stage = Stage::writing_at(flawed_report(), ambiguous);
        stage.play(script);
        return stage;
    }
    let way = way - FLAWED_WAYS.len();
    if let Some(script) = IMPORT_WAYS.get(way) {
        let mut stage = Stage::importing(SOURCE.into(), ambiguous);
        stage.play(script);
        return stage;
    }
    let way = way - IMPORT_WAYS.len();
    if let Some(script) = TEMPLATE_WAYS.get(way) {
        let mut stage = Stage::outlining(ambiguous);
        stage.play(script);
        return stage;
    }
    let way = way - TEMPLATE_WAYS.len();
    let drafts = if way.is_multiple_of(2) { drafts() } else { Vec::new() };
    let mut stage = Stage::with(drafts, ambiguous);
    stage.play(FIRST_WAYS[way / 2]);
    stage
}

const ALL_WAYS: usize = 1
    + WAYS.len()
    + FLAWED_WAYS.len()
    + IMPORT_WAYS.len()
    + TEMPLATE_WAYS.len()
    + 2 * FIRST_WAYS.len();

#[test]
fn every_screen_fits_the_usual_sizes_of_a_terminal() {
    for way in 0..ALL_WAYS {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let mut stage = staged(way, ambiguous);
            let sizes = [1, 29, 30, 40, 59, 60, 80, 99, 100, 300];
            for width in sizes {
                for height in [9, 10, 11, 24, 40] {
                    stage.draw(width, height).check();
                }
            }
        }
    }
}

#[test]
fn every_screen_fits_the_least_and_the_largest_terminal() {
    for way in 0..ALL_WAYS {
        let mut stage = staged(way, Ambiguous::Narrow);
        for (width, height) in [(1, 1), (30, 10), (300, 100), (1, 100), (300, 1), (29, 9)] {
            stage.draw(width, height).check();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_screen_fits_every_size(
        way in 0..ALL_WAYS,
        sizes in prop::collection::vec((1..=120_u16, 1..=40_u16), 1..6),
        wide: bool,
        text in select(vec!["“引号”——·…①", "👨\u{200d}👩\u{200d}👧🇨🇳e\u{301}𠮷", "法治a政府b"]),
    ) {
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let mut stage = staged(way, ambiguous);
        for (width, height) in sizes {
            stage.draw(width, height).check();
            stage.types(text);
            stage.draw(width, height).check();
        }
    }
}

impl Frame {
    /// The text of a row.
    pub(crate) fn line(&self, y: u16) -> String {
        self.row(y).into_iter().map(|(_, symbol)| symbol).collect()
    }

    /// The symbols inside the frame of an area.
    fn inside(&self, area: Rect) -> String {
        let inside = |x: &u16| area.x < *x && *x + 1 < area.right();
        let rows = area.y + 1..area.bottom() - 1;
        let seen = rows.flat_map(|y| self.row(y)).filter(|(x, _)| inside(x));
        seen.map(|(_, symbol)| symbol).collect()
    }

    /// The symbols in an area that are drawn reversed.
    fn reversed(&self, area: Rect) -> String {
        let mut reversed = String::new();
        for y in area.top()..area.bottom() {
            let inside = self.row(y).into_iter().filter(|(x, _)| area.x <= *x && *x < area.right());
            let seen =
                inside.filter(|(x, _)| self.buffer[(*x, y)].modifier.contains(Modifier::REVERSED));
            reversed.extend(seen.map(|(_, symbol)| symbol));
        }
        reversed
    }
}

#[test]
fn a_blank_that_is_held_is_drawn_reversed_and_no_other() {
    for (width, height) in [(112, 30), (59, 20), (40, 16)] {
        let mut stage = writing();
        stage.draw(width, height);
        for (script, held) in [
            ("", ""),
            ("Ctrl+Home Ctrl+T", "【几】"),
            ("Ctrl+T", "{出具法律意见}"),
            ("Left", ""),
            ("Ctrl+Home Ctrl+T 甲", ""),
            ("Ctrl+G 落款 Enter", "【】"),
            ("Down", ""),
        ] {
            stage.play(script);
            let frame = stage.draw(width, height);
            let text = frame.layout.writing.text;
            assert_eq!(frame.reversed(text), held, "{script}:\n{}", frame.dump());
        }
    }
}

#[test]
fn a_hit_that_was_gone_to_is_drawn_reversed() {
    for (width, height) in [(112, 30), (59, 20), (40, 16)] {
        let mut stage = writing();
        stage.draw(width, height);
        stage.play("Ctrl+F 法律意见 Enter");
        for held in ["法律意见", "法律意见", "法律意见"] {
            let frame = stage.draw(width, height);
            assert_eq!(frame.reversed(frame.layout.writing.text), held, "{}", frame.dump());
            stage.play("F3");
        }
    }
}

#[test]
fn the_way_to_help_is_always_told_and_the_way_out_from_60_columns_on() {
    for way in 0..ALL_WAYS {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let mut stage = staged(way, ambiguous);
            for width in 30..=140 {
                let line = stage.draw(width, 20).line(19);
                assert!(line.contains("F1 帮助"), "{way} at {width}: {line}");
                assert!(width < 60 || line.contains("Ctrl+Q 离开"), "{way} at {width}: {line}");
                assert!(!line.contains('…'), "{way} at {width}: {line}");
                // In the text there is nothing to close but the report itself.
                let inner = stage.app.contexts()[0];
                let esc = stage.keymap.at(inner).any(|binding| binding.command == Command::Back);
                assert!(width < 60 || !esc || line.contains("Esc "), "{way} at {width}: {line}");
            }
        }
    }
}

/// The form that is open, and the window that it stands in.
fn open_form<'a>(stage: &'a Stage, frame: &Frame) -> (&'a Form, Rect) {
    match stage.app.prompt() {
        Some(Prompt::Settings(settings)) => (&settings.form, frame.layout.prompt),
        _ => (stage.pane().form.as_ref().unwrap(), frame.layout.writing.text),
    }
}

#[test]
fn a_hint_is_read_whole_and_a_row_without_the_caret_from_its_start() {
    for script in ["F10", "Ctrl+G 版头 Enter", "Ctrl+G 落款 Enter"] {
        for width in [60, 80, 99, 100, 112] {
            let mut stage = writing();
            stage.draw(width, 30);
            stage.play(script).play(&"Up ".repeat(20));
            let frame = stage.draw(width, 30);
            let rows = open_form(&stage, &frame).0.rows.len();
            for focus in 0..rows {
                let frame = stage.draw(width, 30);
                let (form, area) = open_form(&stage, &frame);
                let seen: String = frame.inside(area).split_whitespace().collect();
                assert_eq!(form.focus, focus);
                let hint: String = form.rows[focus].hint.split_whitespace().collect();
                assert!(seen.contains(&hint), "{hint} at {width}:\n{}", frame.dump());
                for row in form.rows.iter().filter(|row| !row.field.text().is_empty()) {
                    let start: String = row.field.text().chars().take(4).collect();
                    let told = form.rows[focus] == *row || seen.contains(&start);
                    assert!(told, "{start} at {width}:\n{}", frame.dump());
                }
                stage.play("Down");
            }
        }
    }
}

#[test]
fn the_header_tells_what_is_open_from_80_columns_on() {
    let mut stage = writing();
    for (width, told) in [(60, false), (79, false), (80, true), (112, true), (160, true)] {
        let line = stage.draw(width, 24).line(0);
        assert_eq!(line.contains("待填 5"), told, "{width}: {line}");
    }
    stage.draw(80, 24);
    stage.play("Ctrl+Home Ctrl+T 12");
    assert!(stage.draw(80, 24).line(0).contains("待填 4"));
    stage.play("Ctrl+Z");
    assert!(stage.draw(80, 24).line(0).contains("待填 5"));
}

#[test]
fn keys_leave_the_key_line_from_its_end() {
    let mut stage = writing();
    let words = |line: &str| -> Vec<String> {
        let items = line.split("  ").map(str::trim).filter(|item| !item.is_empty());
        let fixed = |item: &&str| !item.starts_with("F1 ") && !item.starts_with("Ctrl+Q ");
        items.filter(fixed).map(str::to_owned).collect()
    };
    let all = words(&stage.draw(200, 20).line(19));
    for width in 30..=200 {
        let line = stage.draw(width, 20).line(19);
        let shown = words(&line);
        assert_eq!(shown, all[..shown.len()], "{width}: {line}");
    }
}

#[test]
fn a_text_of_another_place_is_drawn_whole() {
    // Each row of the text pane, read back, gives the text: nothing is lost between rows.
    let mut stage = writing();
    let place = Place::Section(SectionId(4));
    let text = stage.report().body(place).unwrap().concat();
    for width in [60, 80, 100, 120] {
        let frame = stage.draw(width, 40);
        let read: String = frame.inside(frame.layout.writing.text).split_whitespace().collect();
        assert_eq!(read, text, "{width}");
    }
}

#[test]
fn find_and_replace_at_every_size() {
    for (width, height) in [(160, 45), (112, 30), (80, 24), (59, 20), (40, 16), (30, 10)] {
        let mut stage = writing();
        stage.draw(width, height);
        stage.play("Ctrl+F 学法 Tab 学习 Down");
        keep(&format!("find-{width}x{height}"), &stage.draw(width, height));
    }
    let mut stage = writing();
    stage.draw(80, 24);
    for (script, name) in [
        ("Ctrl+F", "find-empty"),
        ("法", "find-first"),
        ("Tab", "find-delete"),
        ("Ctrl+F 没有的", "find-nothing"),
        ("Esc F2 th Enter", "find-replace"),
    ] {
        stage.play(script);
        keep(&format!("{name}-80x24"), &stage.draw(80, 24));
    }
    // The words around a hit tell it from the others, however long it is.
    let mut stage = writing();
    stage.draw(40, 16);
    stage.play("Ctrl+F 法治政府建设 Tab 依法治理和法治政府建设");
    keep("find-long-40x16", &stage.draw(40, 16));
    // A hit in a heading is changed where it stands.
    stage.play("Ctrl+F 推进 Enter");
    keep("find-heading-80x24", &stage.draw(80, 24));
    let mut stage = Stage::writing_at(report(), Ambiguous::Wide);
    stage.play("Ctrl+F 法 Tab 规章");
    keep("find-wide-80x24", &stage.draw(80, 24));
}
