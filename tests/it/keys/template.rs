//! 做模板: headings are pasted, corrected and kept; a new report is made of them.

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::pane::new::Page;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::import::Role;
use fazhi_tui::input::Keymap;
use fazhi_tui::report::{Level, Template};
use fazhi_tui::text::Ambiguous;
use fazhi_tui::ui::help;

use crate::stage::Stage;
use crate::stage::notice::NOTICE;
use crate::stage::source::{SOURCE, certain};

const PART: Role = Role::Heading(Level::Part);
const ITEM: Role = Role::Heading(Level::Item);

fn outlining() -> Stage {
    Stage::outlining(Ambiguous::Narrow)
}

/// 新建 at the page of the templates.
fn choosing() -> Stage {
    let mut stage = Stage::new();
    stage.play("Ctrl+N 云溪镇 Down 临川县 Down Down Down Down Down Enter Enter");
    assert_eq!(page(&stage), Page::Template);
    stage
}

fn page(stage: &Stage) -> Page {
    match stage.app.screen() {
        Screen::New(pane) => pane.page,
        other => panic!("新建 is not open: {other:?}"),
    }
}

/// The name that is asked for, and why it was refused.
fn asked(stage: &Stage) -> (String, String) {
    match stage.app.prompt() {
        Some(Prompt::Line(line)) => {
            (line.field.text().to_owned(), line.refused.clone().unwrap_or_default())
        }
        other => panic!("no line is asked for: {other:?}"),
    }
}

fn headings(template: &Template) -> Vec<&str> {
    template.headings().into_iter().map(|(_, _, heading)| heading).collect()
}

/// The notice is pasted in 新建, one level corrected, and the template kept.
fn kept() -> Stage {
    let mut stage = choosing();
    stage.play("Ctrl+T").paste(NOTICE).play(&"Down ".repeat(6)).play("Shift+Tab Enter");
    stage.play("End -县里 Enter");
    stage
}

#[test]
fn pasted_headings_become_a_template() {
    let mut stage = choosing();
    stage.play("Ctrl+T");
    assert!(stage.looked_through().is_empty());
    stage.paste(NOTICE);
    assert_eq!(stage.notice(), "粘贴了 14 段：看一遍，按 Enter 存成模板");
    assert_eq!(
        stage.roles()[2..],
        [
            "3 去掉",
            "4 一级标题",
            "5 二级标题",
            "6 正文",
            "7 二级标题",
            "8 正文",
            "9 正文",
            "10 二级标题",
            "11 一级标题",
            "12 一级标题",
            "13 去掉",
            "14 去掉"
        ]
    );
    // The third item is to be a part of its own.
    stage.play(&"Down ".repeat(6)).play("Shift+Tab");
    assert_eq!((stage.role(), stage.notice()), (PART, "第10行认成一级标题"));
    stage.play("Enter");
    assert_eq!(asked(&stage).0, "2025年提纲");
    stage.asked();
    stage.play("End -县里 Enter");
    let asked = stage.asked();
    let [Effect::SaveTemplate(template)] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(template.name, "2025年提纲-县里");
    assert_eq!(
        headings(template),
        [
            "[年]年推进法治政府建设的主要举措和成效",
            "深入学习贯彻习近平法治思想",
            "提升基层治理法治化水平",
            "本镇特色做法",
            "[年]年推进法治政府建设存在的不足和原因",
            "[下年]年推进法治政府建设的主要安排",
        ]
    );
    assert!(template.parts[0].items[0].guide.what[0].starts_with("写清党委会"));
    assert_eq!(template.parts[0].items[1].points, ["村规民约修订", "法律明白人培养"]);
}

#[test]
fn the_new_template_is_chosen_and_a_report_made_of_it() {
    let mut stage = kept();
    assert_eq!((page(&stage), stage.prompt()), (Page::Template, String::new()));
    assert!(stage.notice().contains("已经选上"), "{}", stage.notice());
    assert_eq!(stage.app.contexts()[0], fazhi_tui::app::Context::NewTemplate);
    stage.play("Enter Enter");
    let report = stage.report();
    assert_eq!(
        (report.template.as_str(), report.unit.name.as_str()),
        ("2025年提纲-县里", "云溪镇")
    );
    let sections = report.sections.iter().map(|s| (s.level, s.heading.as_str()));
    assert_eq!(
        sections.collect::<Vec<_>>(),
        [
            (Level::Part, "2025年推进法治政府建设的主要举措和成效"),
            (Level::Item, "深入学习贯彻习近平法治思想"),
            (Level::Item, "提升基层治理法治化水平"),
            (Level::Part, "本镇特色做法"),
            (Level::Part, "2025年推进法治政府建设存在的不足和原因"),
            (Level::Part, "2026年推进法治政府建设的主要安排"),
        ]
    );
    assert_eq!(report.sections[2].body, ["一是村规民约修订。【】二是法律明白人培养。【】"]);
}

#[test]
fn a_name_that_is_taken_or_cannot_be_is_refused_and_stays() {
    let mut stage = outlining();
    stage.play("F4 Ctrl+A");
    let (_, built_in) = crate::stage::templates().swap_remove(0);
    stage.types(&built_in.name);
    stage.asked();
    stage.play("Enter");
    let (typed, refused) = asked(&stage);
    assert_eq!(typed, built_in.name);
    assert!(refused.starts_with("已经有叫 ") && refused.ends_with("请换一个名字"), "{refused}");
    stage.play("Ctrl+A town-four-parts Enter");
    assert!(asked(&stage).1.starts_with("已经有叫 town-four-parts"));
    stage.play("Ctrl+A 县里/今年 Enter");
    assert_eq!(
        asked(&stage),
        ("县里/今年".into(), "名字里不能有这些符号：/ \\ : * ? \" < > |".into())
    );
    stage.play("Ctrl+A Backspace Enter");
    assert_eq!(asked(&stage).1, "请写一个名字");
    assert_eq!(stage.asked(), []);
    // Esc leaves the line; what was typed is there again.
    stage.play("今年的 Esc Enter");
    assert_eq!(asked(&stage).0, "今年的");
    stage.play("Enter");
    assert_eq!(stage.prompt(), "模板存好了");
    // The next one is not called the same.
    stage.play("Enter Ctrl+T").paste(NOTICE).play("Enter Enter Enter Ctrl+T").paste(NOTICE);
    stage.play("Enter");
    assert_eq!(asked(&stage).0, "2025年提纲-2");
}

#[test]
fn what_cannot_be_written_is_told_in_the_line() {
    let mut stage = outlining();
    stage.disk = Some("这个文件夹不能写入：templates。请换一个数据文件夹".to_owned());
    stage.play("Enter Enter");
    assert!(asked(&stage).1.starts_with("这个文件夹不能写入"));
    stage.disk = None;
    stage.play("Enter");
    assert_eq!((stage.prompt().as_str(), stage.own.len()), ("模板存好了", 1));
    let Some(Prompt::Question(told)) = stage.app.prompt() else { panic!() };
    assert!(told.lines[0].contains("2025年提纲") && told.lines[1].ends_with("2025年提纲.ron"));
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    stage.play("Enter Ctrl+T");
    assert!(stage.looked_through().is_empty(), "what is kept is not there again");
}

#[test]
fn esc_goes_back_and_what_was_pasted_is_there_next_time() {
    let mut stage = choosing();
    stage.play("Down Ctrl+T Esc");
    let chosen = |stage: &Stage| match stage.app.screen() {
        Screen::New(pane) => pane.list.selected,
        other => panic!("{other:?}"),
    };
    assert_eq!((page(&stage), chosen(&stage), stage.notice()), (Page::Template, 1, ""));
    stage.play("Ctrl+T").paste(NOTICE).play("Tab Esc");
    assert_eq!((page(&stage), chosen(&stage)), (Page::Template, 1));
    assert!(stage.notice().contains("都留着"), "{}", stage.notice());
    // From the list of drafts it is the same one, and leads back there.
    stage.play("Esc Esc Esc Ctrl+T");
    assert_eq!(stage.looked_through().reading().passages().len(), 14);
    stage.play("Ctrl+Z");
    assert_eq!(stage.notice(), "已撤销：第4行认成二级标题");
    stage.play("Esc");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    stage.play("Ctrl+N Enter Enter Enter Enter");
    assert_eq!(stage.report().unit.name, "云溪镇");
}

#[test]
fn each_paste_is_a_step_and_goes_behind() {
    let mut stage = Stage::new();
    stage.play("Ctrl+T").paste("一、成效\n（一）学习").paste("（二）决策\n二、不足");
    let all = stage.roles();
    assert_eq!(all, ["1 一级标题", "2 二级标题", "3 二级标题", "4 一级标题"]);
    stage.play("Ctrl+Z");
    assert_eq!((stage.roles().len(), stage.notice()), (2, "已撤销：粘贴"));
    stage.play("Ctrl+Z");
    assert!(stage.looked_through().is_empty());
    stage.play("Ctrl+Y Ctrl+Y");
    assert_eq!(stage.roles(), all);
    stage.paste(" \n");
    assert_eq!((stage.roles(), stage.notice()), (all.clone(), "粘贴的里面没有文字"));
    stage.paste(&"年\n".repeat(5_001));
    assert!(stage.roles() == all && stage.notice().contains("5001 行"), "{}", stage.notice());
    // The clipboard of the system is pasted by Ctrl+V.
    stage.clipboard = Some("三、安排".to_owned());
    stage.play("Ctrl+V");
    assert_eq!(stage.roles().len(), 5);
    stage.play("法治");
    assert!(stage.roles().len() == 5 && stage.notice().contains("没有写进去"));
}

#[test]
fn only_what_goes_into_a_template_is_offered() {
    let mut stage = outlining();
    stage.play("Ctrl+K");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    let rows: Vec<&str> = picker.matches().iter().map(|row| row.label.as_str()).collect();
    assert_eq!(rows, ["一级标题（现在）", "二级标题", "正文（写什么）", "去掉"]);
    stage.play("Down Enter");
    assert_eq!(stage.role(), ITEM);
    stage.play("Ctrl+P 导入");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    assert!(picker.matches().iter().all(|row| row.label != "就这样导入"));
    stage.play("Esc F7");
    assert_eq!(stage.notice(), "这是粘贴的文字，不用选编码");
}

#[test]
fn without_a_heading_there_is_no_template() {
    let mut stage = Stage::new();
    stage.play("Ctrl+T").paste("请各乡镇认真总结今年的工作，把做法和数写实，于年底前报来。");
    stage.play("Enter F4");
    if stage.prompt().starts_with("还有") {
        stage.play("F4");
    }
    assert!(stage.notice().starts_with("还没有一个标题"), "{}", stage.notice());
    assert_eq!(stage.prompt(), "");
    stage.play("Shift+Tab Enter");
    assert_eq!(stage.prompt(), "存成模板");
}

#[test]
fn what_is_not_certain_is_decided_or_passed_over_twice() {
    let mut stage = Stage::new();
    stage.play("Ctrl+T").paste("一、成效\n（一）学习\n（四）决策\n二、不足\n");
    assert!(stage.notice().contains("有 1 处拿不准"), "{}", stage.notice());
    stage.play("F4");
    assert_eq!(stage.prompt(), "还有 1 处没定");
    stage.play("F4");
    assert_eq!(stage.prompt(), "存成模板");
    stage.play("Esc Enter");
    assert_eq!(stage.notice(), "都定了，按 Enter 存成模板");
    stage.play("Enter Enter");
    assert_eq!(stage.own.len(), 1);
}

#[test]
fn a_file_takes_the_place_of_what_is_pasted_and_back() {
    let mut stage = outlining();
    let pasted = stage.roles();
    stage
        .sources
        .push(("/县里/提纲.txt".into(), NOTICE.replace("（三）本镇特色做法\n", "").into()));
    stage.play("Ctrl+O").paste("/县里/提纲.txt").play("Enter");
    assert_eq!((stage.roles().len(), stage.prompt()), (13, String::new()));
    assert_eq!(stage.looked_through().file_name(), "提纲.txt");
    stage.play("Ctrl+Z");
    assert_eq!((stage.roles(), stage.looked_through().file_name()), (pasted, String::new()));
    stage.play("Ctrl+Y Enter Enter");
    assert_eq!(headings(&stage.own[0].1).len(), 5);
}

#[test]
fn the_headings_of_a_report_become_a_template_without_its_text() {
    // While it is looked through, on the way to a draft.
    let mut stage = Stage::importing(certain().into(), Ambiguous::Narrow);
    stage.play("Ctrl+T Ctrl+A 照去年的 Enter");
    assert_eq!(stage.prompt(), "模板存好了");
    stage.play("Enter Enter");
    assert_eq!(stage.report().sections.len(), 8);
    let (stem, template) = &stage.own[0];
    assert_eq!((stem.as_str(), headings(template).len()), ("照去年的", 8));
    let told = |template: &Template| ron::to_string(template).unwrap();
    assert!(!told(template).contains("审查合同36份"));
    // Doubts are asked about there as well.
    let mut stage = Stage::importing(SOURCE.into(), Ambiguous::Narrow);
    stage.play("Ctrl+T");
    assert_eq!(stage.prompt(), "还有 2 处没定");
    stage.play("F4");
    assert_eq!(stage.prompt(), "存成模板");
    // Opened in 做模板 its text is no advice either.
    let mut stage = Stage::new();
    stage.sources.push(("/去年.txt".into(), certain().into()));
    stage.play("Ctrl+T Ctrl+O").paste("/去年.txt").play("Enter Enter Enter");
    assert!(!told(&stage.own[0].1).contains("审查合同36份"));
}

#[test]
fn it_is_offered_where_a_template_is_chosen_and_told_as_it_works() {
    let found = |stage: &mut Stage| {
        stage.play("Ctrl+P 提纲做模板");
        let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
        picker.matches().first().is_some_and(|row| row.label == "粘贴提纲做模板")
    };
    assert!(found(&mut choosing()));
    let mut stage = Stage::new();
    assert!(!found(stage.play("Ctrl+N")) && found(stage.play("Esc Esc")));
    // The help of 做模板 tells no key of 导入 that does something else here.
    let stage = outlining();
    let keymap = Keymap::built_in().unwrap();
    let told = help::lines(&stage.app, &keymap, 76).concat();
    assert!(told.contains("取个名字，存成模板") && !told.contains("做成稿件"), "{told}");
}

#[test]
fn what_was_pasted_stays_when_the_data_folder_changes() {
    let mut stage = outlining();
    stage.play("Esc Ctrl+G D:/备用 Enter Ctrl+T");
    assert_eq!(stage.looked_through().reading().passages().len(), 14);
}
