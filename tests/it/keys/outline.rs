//! The outline is the user's: add, rename, move, level, split, merge, delete,
//! and everything can be taken back.

use fazhi_tui::app::Input;
use fazhi_tui::app::command::Command;
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::report::{Level, Place, Report};

use crate::stage::{Stage, new_report, set_body, written_report};

/// A written report with 目录 at 一/（一）, the keyboard in it.
fn in_outline() -> Stage {
    let mut stage = Stage::writing(written_report());
    stage.play("Ctrl+G 深入 Enter Shift+Tab");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（一）", Focus::Outline));
    stage
}

/// The headings with their numbers.
fn headings(stage: &Stage) -> Vec<String> {
    let report = stage.report();
    let line = |index: usize| {
        let section = &report.sections[index];
        format!("{}{}", section.label(report.ordinal(index)), section.heading)
    };
    (0..report.sections.len()).map(line).collect()
}

/// The heading of 目录's chosen row, which is the open entry.
fn chosen(stage: &Stage) -> String {
    let pane = stage.pane();
    assert_eq!(pane.facts()[pane.outline.selected].entry, pane.entry());
    pane.entry().label(stage.report())
}

fn undo_all(stage: &mut Stage) {
    for _ in 0..100 {
        stage.play("Ctrl+Z");
        chosen(stage);
        if stage.notice().starts_with("没有可以撤销") {
            return;
        }
    }
    panic!("the steps do not end");
}

#[test]
fn move_split_add_delete_and_undo_all() {
    let mut stage = in_outline();
    let first = stage.report().clone();
    stage.play("Down Ctrl+Up");
    assert_eq!(
        (stage.at().as_str(), stage.notice()),
        ("一/（一）", "现在是：一/（一） 依法全面履行政府职能")
    );
    stage.play("Enter Home Right Right Ctrl+P 拆成 Enter");
    assert_eq!(stage.prompt(), "标题");
    stage.play("Enter");
    assert!(stage.notice().contains("请写标题") && stage.prompt() == "标题");
    stage.play("（二）优化服务。 Enter");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（二）", Focus::Text));
    assert_eq!(stage.text(), "|（二）全年推进工作。");
    stage.play("新字 Shift+Tab Insert 守牢底线 Enter");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（三）", "|"));
    stage.play("值班值守。 Shift+Tab Delete");
    assert_eq!(stage.prompt(), "删去“一/（三） 守牢底线”？");
    stage.play("Enter");
    assert_eq!(stage.at(), "一/（三）");
    stage.play("Delete Down Enter");
    assert!(chosen(&stage).ends_with("深入学习贯彻习近平法治思想"), "{}", chosen(&stage));
    assert_eq!(stage.report().removed[0].body, ["值班值守。"]);
    stage.play("Ctrl+Z");
    assert_eq!((stage.notice(), stage.pane().focus), ("已撤销：删去一节", Focus::Outline));
    assert_eq!((stage.at().as_str(), stage.report().removed.len()), ("一/（三）", 0));
    stage.play("Ctrl+Y");
    assert_eq!(stage.report().removed.len(), 1);
    undo_all(&mut stage);
    assert_eq!(*stage.report(), first);
}

#[test]
fn a_section_is_added_at_every_entry() {
    for (find, heading, at) in [
        ("版头", "新", "一"),
        ("导语", "（一）新", "一"),
        ("二、", "新", "二/（三）"),
        ("二、", "二、新", "三"),
        ("主要安排", "新", "五"),
        ("落款", "新", "六"),
        ("原因分析", "新", "二/（三）"),
        ("原因分析", "二、新", "三"),
        ("主要安排", "（一）新", "四/（一）"),
    ] {
        let mut stage = Stage::writing(new_report());
        let optional = stage.report().sections.len() - 1;
        stage.play(&format!("Ctrl+G {find} Enter Ctrl+P 加一节 Enter {heading} Enter"));
        // The optional last part has no number while it is empty.
        let at = if find == "落款" { "五" } else { at };
        assert_eq!((stage.at().as_str(), chosen(&stage).ends_with('新')), (at, true), "{find}");
        assert_eq!((stage.text().as_str(), stage.report().sections.len()), ("|", optional + 2));
        stage.play("字");
        assert_eq!(stage.text(), "字|");
    }
}

#[test]
fn the_prompt_says_where_the_new_section_will_stand_and_as_what() {
    for (find, told) in [
        ("版头", "加在最前面，成为一个部分；"),
        ("二、", "加在 二 的最后，成为一节；写“二、…”就成为一个部分；"),
        ("原因分析", "加在 二/（二） 后面，成为一节；写“二、…”就成为一个部分；"),
        ("主要安排", "加在 四 后面，成为一个部分；写“（一）…”就成为 四 的一节；"),
        ("落款", "加在最后面，成为一个部分；写“（一）…”就成为最后一个部分的一节；"),
    ] {
        let mut stage = Stage::writing(new_report());
        stage.play(&format!("Ctrl+G {find} Enter Ctrl+P 加一节 Enter"));
        let frame: String =
            stage.draw(112, 30).text().chars().filter(|c| !" │\n".contains(*c)).collect();
        let told: String = told.chars().filter(|c| *c != ' ').collect();
        assert!(frame.contains(&told), "{find}: {frame}");
    }
}

#[test]
fn a_pasted_outline_is_shown_and_then_added() {
    let mut stage = in_outline();
    let before = stage.report().clone();
    let lines = "（一）推进普法\n1.抓好普法宣传\n2.抓好旁听庭审\n健全机制\r\n";
    stage.play("Insert 半截").paste(lines);
    assert_eq!(stage.prompt(), "加这 2 节？");
    stage.play("Esc");
    assert_eq!((stage.prompt().as_str(), stage.report()), ("标题", &before));
    // What was typed before is still there.
    stage.paste(lines).play("Down Enter Enter");
    assert_eq!(stage.at(), "一/（二）");
    assert!(chosen(&stage).ends_with("半截"));
    stage.play("Ctrl+Z Shift+Tab Insert").paste(lines).play("Enter");
    assert_eq!((stage.prompt().as_str(), stage.pane().focus), ("", Focus::Outline));
    assert_eq!(headings(&stage)[2..4], ["（二）推进普法", "（三）健全机制"]);
    assert_eq!(stage.text(), "1.抓好普法宣传。【】/2.抓好旁听庭审。【】|");
    assert_eq!(stage.notice(), "已加 2 节，按 Ctrl+Z 撤销");
    stage.play("Ctrl+Z");
    assert_eq!(*stage.report(), before);
    // One line is a heading like any other.
    stage.play("Insert").paste("（九）推进普法\n").play("Enter");
    assert_eq!(headings(&stage)[2], "（二）推进普法");
}

#[test]
fn a_heading_is_changed_and_what_esc_closes_is_kept() {
    let mut stage = in_outline();
    let before = stage.report().clone();
    stage.play("Ctrl+R 一 Esc");
    assert_eq!(*stage.report(), before);
    stage.play("Ctrl+R Enter");
    assert!(headings(&stage)[1].ends_with("习近平法治思想一"));
    stage.play("Ctrl+R").play(&"Backspace ".repeat(40)).play("Enter");
    assert!(stage.notice().contains("不能空着") && stage.prompt() == "标题");
    stage.play("（一）学习。 Enter");
    assert_eq!(headings(&stage)[1], "（一）学习");
    assert_eq!(stage.pane().focus, Focus::Outline);
    stage.play("Ctrl+Z");
    assert_eq!(stage.notice(), "已撤销：改标题");
}

/// What is typed in the prompt for a heading.
fn heading(stage: &Stage) -> &str {
    match stage.app.prompt() {
        Some(Prompt::Heading(heading)) => heading.field.text(),
        other => panic!("no heading is asked for: {other:?}"),
    }
}

#[test]
fn a_heading_that_was_put_aside_is_not_shown_in_the_place_of_another() {
    let mut stage = in_outline();
    let first = stage.report().sections[1].heading.clone();
    stage.play("Ctrl+R 甲 Enter Ctrl+R Esc Ctrl+Z Ctrl+R");
    assert_eq!(heading(&stage), first, "nothing was typed that could be kept");
    stage.play("乙 Esc Ctrl+Y Ctrl+R");
    assert_eq!(heading(&stage), format!("{first}甲"), "it has changed meanwhile");
}

#[test]
fn each_heading_keeps_what_was_typed_for_it() {
    let mut stage = in_outline();
    let first = stage.report().sections[1].heading.clone();
    stage.play("Insert 很长的标题 Esc Ctrl+R 甲 Esc Down Ctrl+R 乙 Esc Insert");
    assert_eq!(heading(&stage), "", "nothing was typed at this section");
    stage.play("Esc Up Insert");
    assert_eq!(heading(&stage), "很长的标题");
    stage.play("Esc Ctrl+R");
    assert_eq!(heading(&stage), format!("{first}甲"));
    // A draft that is closed and opened again is the same.
    stage.play("Esc Esc Esc Esc Enter Ctrl+G 深入 Enter Shift+Tab Insert");
    assert_eq!(heading(&stage), "很长的标题");
    // Taken, it is no longer kept.
    stage.play("Enter Shift+Tab Up Insert");
    assert_eq!(heading(&stage), "");
}

#[test]
fn levels_and_borders() {
    let mut stage = in_outline();
    stage.play("Ctrl+Up");
    assert!(stage.notice().contains("最前面"), "{}", stage.notice());
    stage.play("Ctrl+Left");
    assert_eq!(stage.at(), "二");
    assert!(stage.notice().contains("6 节归它"), "{}", stage.notice());
    stage.play("Ctrl+Right");
    assert_eq!(stage.at(), "一/（一）");
    stage.play("Up Ctrl+Right");
    assert!(stage.notice().contains("第一个部分"), "{}", stage.notice());
    stage.play("Up Ctrl+Down");
    assert!(stage.notice().contains("导语"), "{}", stage.notice());
    assert_eq!(stage.at(), "导语");
}

#[test]
fn a_text_is_merged_and_its_heading_can_be_found_again() {
    let mut stage = in_outline();
    stage.play("Down Ctrl+P 并入 Enter");
    assert_eq!(stage.notice(), "已并入 一/（一） 深入学习贯彻习近平法治思想，按 Ctrl+Z 撤销");
    assert_eq!(stage.text(), "一/（一）全年推进工作。/|一/（二）全年推进工作。");
    stage.play("Ctrl+P 找回 Enter Enter");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（二）", "|"));
    assert!(stage.report().removed.is_empty());
    stage.play("Ctrl+P 找回 Enter");
    assert_eq!((stage.prompt().as_str(), stage.notice()), ("", "没有删去的节"));
}

#[test]
fn a_part_is_deleted_with_its_items_or_without() {
    let mut stage = in_outline();
    stage.play("Up Delete Down Down");
    // No part stands above: its items have nowhere to go.
    stage.play("Enter");
    assert_eq!(stage.report().sections[0].heading, "2025年推进法治政府建设存在的不足和原因");
    assert_eq!((stage.report().removed.len(), stage.at().as_str()), (8, "一"));
    stage.play("Ctrl+Z Ctrl+G 存在的不足 Enter Shift+Tab Up Delete Down Down Enter");
    assert_eq!(stage.report().removed.len(), 1);
    assert_eq!(headings(&stage)[8..10], ["（八）存在的不足", "（九）原因分析"]);
}

#[test]
fn a_section_has_one_count_wherever_it_is_told() {
    let words = |stage: &Stage| stage.pane().open_facts().unwrap().words;
    let mut stage = in_outline();
    stage.play("Down");
    let own = words(&stage);
    stage.play("Delete");
    assert_eq!(stage.draw(80, 24).dump().matches(&format!("这一节有 {own} 字。")).count(), 1);
    stage.play("Down Enter Ctrl+P 找回 Enter");
    let dump = stage.draw(80, 24).dump();
    assert!(dump.contains(&format!("依法全面履行政府职能  {own} 字")), "{dump}");
    stage.play("Enter");
    assert_eq!((stage.at().as_str(), words(&stage)), ("一/（三）", own));
    // A part: what 目录 tells of it and of its items.
    let mut stage = in_outline();
    let all: usize = stage.pane().facts()[2..10].iter().map(|facts| facts.words).sum();
    stage.play("Up Delete");
    let dump = stage.draw(80, 24).dump();
    assert!(dump.contains(&format!("共 {all} 字")), "{all}:\n{dump}");
}

#[test]
fn an_empty_section_goes_without_a_question() {
    let mut stage = Stage::writing(new_report());
    stage.play("Ctrl+G 深入 Enter Shift+Tab Delete");
    assert_eq!((stage.prompt().as_str(), stage.report().removed.len()), ("", 1));
    assert!(chosen(&stage).starts_with("（一）依法全面"));
}

#[test]
fn what_may_be_left_out_shifts_the_numbers_at_once() {
    let mut stage = Stage::writing(new_report());
    stage.play("Ctrl+G 深入 Enter Ctrl+P 可不写 Enter");
    assert!(stage.notice().contains("可不写") && chosen(&stage).starts_with("（可不写）"));
    stage.play("Ctrl+G 依法全面 Enter");
    assert_eq!(stage.at(), "一/（一）");
    stage.play("Ctrl+P 可不写 Enter Ctrl+P 可不写 Enter");
    assert_eq!(stage.notice(), "已改为必写：一/（一） 依法全面履行政府职能");
}

/// A part with eleven items, the tenth of which may be left out.
fn eleven() -> Report {
    let mut report = new_report();
    report.sections.truncate(1);
    for number in 2..13 {
        let id = fazhi_tui::report::SectionId(number);
        report.sections.push(fazhi_tui::report::Section::new(id, Level::Item, "节"));
        set_body(&mut report, Place::Section(id), vec!["字。".to_owned()]);
    }
    report.sections[10].optional = true;
    report.sections[10].body.clear();
    report
}

#[test]
fn counts_follow_where_an_optional_text_fills_or_empties() {
    let mut stage = Stage::writing(eleven());
    let last = |stage: &Stage| stage.pane().facts()[13].words;
    let place = stage.report().places()[12];
    for script in ["Ctrl+G 可不写 Enter 字", "Ctrl+G Enter", "Ctrl+Z"] {
        stage.play(script);
        assert_eq!(last(&stage), stage.report().words(place), "{script}");
    }
}

#[test]
fn a_report_that_others_have_open_keeps_its_outline() {
    let mut stage = Stage::reading(written_report());
    stage.play("Ctrl+G 深入 Enter Shift+Tab");
    let before = stage.report().clone();
    for command in [
        Command::AddSection,
        Command::RenameSection,
        Command::MoveSectionUp,
        Command::MoveSectionDown,
        Command::MakePart,
        Command::MakeItem,
        Command::SplitSection,
        Command::MergeSection,
        Command::DeleteSection,
        Command::ToggleOptional,
        Command::RestoreSection,
    ] {
        stage.input(Input::Command(command));
        assert!(stage.notice().contains("只读"), "{command:?}: {}", stage.notice());
        assert_eq!((stage.prompt().as_str(), stage.report()), ("", &before), "{command:?}");
    }
}

#[test]
fn what_is_no_section_says_what_can_be_done_in_its_place() {
    for (find, told) in [
        ("导语", ["到版头里把“导语”一行改成“不写”", "没有标题", "不能移", "没有序号"]),
        ("版头", ["空着就不印", "“标题”一行", "不能移", "不用改层次"]),
        ("落款", ["空着就不印", "没有标题", "不能移", "不用改层次"]),
    ] {
        let mut stage = Stage::writing(written_report());
        stage.play(&format!("Ctrl+G {find} Enter Shift+Tab"));
        let before = stage.report().clone();
        for (key, told) in ["Delete", "Ctrl+R", "Ctrl+Up", "Ctrl+Left"].into_iter().zip(told) {
            stage.play(key);
            assert!(stage.notice().contains(told), "{find} {key}: {}", stage.notice());
        }
        stage.play("Ctrl+P 可不写 Enter");
        assert!(stage.notice().contains("导语") || stage.notice().contains("不印"));
        assert_eq!(*stage.report(), before);
    }
}
