//! 帮助: the keys of the place where one is and a short manual; for who opens it
//! to learn how it works, the other way round.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::{layout, theme};
use crate::app::pane::guide::PRINTED;
use crate::app::{App, Context};
use crate::input::Keymap;
use crate::text::width::pad;
use crate::text::wrap::Wrap;

/// The short manual: what a first user asks.
const MANUAL: [(&str, &str); 9] = [
    (
        "怎样写完一份报告",
        "一直按 F4：它把本节记为完成，带您到下一节；最后到导出，屏幕上会写明文件放在哪里。",
    ),
    (
        "会不会丢字",
        "不用管保存。停手片刻就自动存盘，死机、断电最多丢最后一两秒打的字；每次打开后、第一次改动前的旧稿也留着。",
    ),
    (
        "【】是什么",
        "方头括号里是待填的内容。填好后连括号一起换掉。还有待填时，F4 会先列出来给您看。",
    ),
    (
        "{ } 是什么",
        "花括号里是指标的名字。在右边提示栏选中这个指标，按 Enter 填数，导出时就换成数字。",
    ),
    (
        "记不住键怎么办",
        "按 Ctrl+P，打几个字或拼音首字母，比如 dc 就是导出，再按 Enter。按不了 F 键的电脑也这样办。",
    ),
    (
        "怎样从头看一遍",
        "按 Ctrl+D 通读：整篇报告连起来看，序号和指标都已填好。看到要改的，按 Enter 就到那里。",
    ),
    (
        "怎样找几个字、换几个字",
        "按 Ctrl+F，打要找的字，找到的都列出来，按 Enter 就到那里。要换，按 Tab 打换成什么，看清列表，再按 Ctrl+T 全部换；按 Ctrl+Z 可以一次撤销。",
    ),
    ("Esc 会不会丢东西", "不会。Esc 只是关上最里面的一层，回到上一步，写过的字都在。"),
    ("输入法开着能用吗", "能。所有命令都不用单个字母，打字只会写进正文。"),
];

/// The signs of 目录.
const SIGNS: [(&str, &str); 5] = [
    ("✗2", "目录里：校核查出这一节有 2 处错误；✗2▴4 是还有 4 处警告"),
    ("▴4", "目录里：没有错误，有 4 处警告；按 F7 都列出来"),
    ("?", "校核的“? 提示”，值得看一眼，不记进目录；和右边的提示栏不是一回事"),
    ("！3", "目录里：还有 3 处待填"),
    ("425", "目录里最后的数：这一节的字数；窗口窄时不写"),
];

/// Columns of the keys.
const KEYS: usize = 25;
/// Columns of a window in which keys and what they do stand side by side.
const BESIDE: usize = 54;

/// Draws the help from its line `top` on.
pub(super) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    top: usize,
    app: &App,
    keymap: &Keymap,
) -> Position {
    canvas.popup(area, "帮助");
    let window = layout::help_text(area);
    let lines = lines(app, keymap, usize::from(window.width));
    let below = lines.len().saturating_sub(top + usize::from(window.height));
    canvas.more(area, (top, below), "行");
    for (row, line) in lines.iter().skip(top).take(usize::from(window.height)).enumerate() {
        let style = if line.starts_with('【') { theme::STRONG } else { theme::PLAIN };
        canvas.line(window, row, line, style);
    }
    Position { x: window.x, y: window.y }
}

/// The help as lines of at most `columns` cells.
pub fn lines(app: &App, keymap: &Keymap, columns: usize) -> Vec<String> {
    let ambiguous = app.facts().ambiguous();
    let keys = keys(app, keymap, columns);
    let manual = manual(Wrap { width: columns.saturating_sub(2), indent: 0, ambiguous });
    if app.manual_first() { [manual, keys].concat() } else { [keys, manual].concat() }
}

/// The keys of the place where one is, and of all that lies around it.
fn keys(app: &App, keymap: &Keymap, columns: usize) -> Vec<String> {
    let ambiguous = app.facts().ambiguous();
    let mut lines = Vec::new();
    // In a narrow window what a key does stands below it.
    let (before, below) = if columns < BESIDE { (4, true) } else { (KEYS + 3, false) };
    let beside = Wrap { width: columns.saturating_sub(before), indent: 0, ambiguous };
    let whole = Wrap { width: columns.saturating_sub(2), indent: 0, ambiguous };
    let contexts = app.contexts_under_help();
    let places = contexts.iter().enumerate().map(|(index, at)| (*at, &contexts[..index]));
    // 帮助 lies over all of them, and its keys are its own.
    for (context, inner) in places.chain([(Context::Help, [].as_slice())]) {
        lines.push(format!("【{}】", label(context)));
        let told = purpose(context);
        if !told.is_empty() {
            let rows = whole.rows(told).into_iter();
            lines.extend(rows.map(|row| format!("  {}", &told[row.start..row.end])));
        }
        let mut tell = |what: &str, explanation: &str| {
            let mut what = format!("  {what}");
            if below {
                lines.push(std::mem::take(&mut what));
            }
            for row in beside.rows(explanation) {
                let what = pad(&std::mem::take(&mut what), before, ambiguous);
                lines.push(what + &explanation[row.start..row.end]);
            }
        };
        for binding in keymap.told(context, inner) {
            tell(&binding.all_keys(" "), binding.explanation());
        }
        let signs = if context == Context::Writing { SIGNS.as_slice() } else { &[] };
        for (sign, means) in signs {
            tell(sign, means);
        }
        lines.push(String::new());
    }
    lines
}

/// The short manual.
fn manual(whole: Wrap) -> Vec<String> {
    let mut lines = vec!["【怎么用】".to_owned()];
    for (question, answer) in MANUAL {
        lines.push(format!("  {question}"));
        let rows = whole.rows(answer).into_iter();
        lines.extend(rows.map(|row| format!("  {}", &answer[row.start..row.end])));
        lines.push(String::new());
    }
    lines
}

/// The name of a place with keys of its own.
pub fn label(context: Context) -> &'static str {
    match context {
        Context::Everywhere => "到处可用",
        Context::Screen => "各个画面",
        Context::Drafts => "稿件列表",
        Context::FirstSteps => "还没有稿件时",
        Context::New => "新建",
        Context::NewTemplate => "新建的模板页",
        Context::NewLayout => "新建的版式",
        Context::ImportDoubt => "导入时没定的一处",
        Context::ImportCut => "导入，一段要断开时",
        Context::ImportLeft => "导入时还有没定的",
        Context::TemplateEmpty => "做模板，还没有粘贴",
        Context::Template => "做模板",
        Context::Import => "导入",
        Context::Writing => "编写",
        Context::Editor => "正文",
        Context::Selection => "选中文字时",
        Context::Found => "找到的一处",
        Context::AtFinding => "到了一处问题",
        Context::Form => "版头和落款",
        Context::Outline => "目录",
        Context::Guide => "提示",
        Context::Findings => "侧栏的校核",
        Context::Printed => PRINTED,
        Context::Picker => "查找列表",
        Context::Files => "选文件",
        Context::Question => "询问",
        Context::Field => "填写",
        Context::Export => "导出",
        Context::Find => "查找和替换",
        Context::Reading => "通读",
        Context::Proofing => "校核",
        Context::ProofingPart => "校核，只看一部分时",
        Context::Fixing => "校核，改以前先看",
        Context::Ignoring => "忽略一处问题",
        Context::Settings => "设置",
        Context::Help => "帮助",
    }
}

/// What one does in a place, in one sentence.
fn purpose(context: Context) -> &'static str {
    match context {
        Context::Everywhere | Context::Screen | Context::Help => "",
        Context::Drafts => "选中一份稿件，按 Enter 接着写。",
        Context::FirstSteps => "选一项，按 Enter 开始。",
        Context::New => "一项一项填，括号里的字是替您写好的；填错了以后都能改。",
        Context::NewTemplate => "选一个模板，右边是它的提纲。",
        Context::NewLayout => "不改就直接按 Enter；要改的一行，用左右键选，或者打字。",
        Context::ImportDoubt => "先看下面的话，认得对就按 Enter，不对就改。",
        Context::ImportCut => "光标移到一段话的中间，就能在那里断开。",
        Context::ImportLeft => "有！的几处还没定。",
        Context::TemplateEmpty => "把通知里的标题复制过来粘贴，或者打开一个文件。",
        Context::Template => "认出的标题存成自己的模板，新建报告时能选。",
        Context::Import => "左边是原文，右边是认成什么；原文件不会改动，都能撤销。",
        Context::Writing => "不管键盘在哪一栏，这些键都能用。",
        Context::Editor => "直接打字就写进这一节，自动保存。",
        Context::Selection => "打字就换掉选中的文字；按方向键就不再选中，文字不动。",
        Context::Found => "打字就换掉找到的字；按 Enter 或 F3 接着找下一处。",
        Context::AtFinding => "下面一行说这里有什么问题；改好了它自己消失。",
        Context::Form => "一行填一项，改了马上生效；旁边是印出来的样子。",
        Context::Outline => "移到哪一节，正文就换到哪一节；打字就写进那一节。",
        Context::Guide => "选中指标按 Enter 填数，选中一句话按 Enter 放进正文。",
        Context::Findings => "这一节的问题；选中一处，按 Enter 到那里。",
        Context::Printed => "这里只看，要改就按 Enter 回到填写的一栏。",
        Context::Picker => "打字缩小范围，选中要的一项，按 Enter。",
        Context::Files => {
            "打字找文件，选中按 Enter 就导入；也可以把文件拖进窗口。原来的文件不会改动。"
        }
        Context::Question => "选一个回答，按 Enter；按 Esc 什么都不做。",
        Context::Field => "填好这一行，按 Enter；不填了，按 Esc。",
        Context::Export => "看好放在哪里，按 Enter 导出；已有的文件不会悄悄盖掉。",
        Context::Find => "打字就找；替换的先在列表里看清，再按键换，换了可以撤销。",
        Context::Settings => {
            "一行改一项，按 Esc 存好；单位几项用于以后新建的报告，其余的改了马上生效。"
        }
        Context::Proofing => "✗ 错误在前，▴ 警告在后，? 提示收在最后；程序只提醒，改不改由您定。",
        Context::ProofingPart => "现在只列了一部分。",
        Context::Fixing => {
            "箭头前面是现在的，后面是改成的；前面有 ✓ 的，按 Enter 就改，改了能撤销。"
        }
        Context::Ignoring => "写一句理由，按 Enter；忽略了的随时能恢复。",
        Context::Reading => "整篇连起来看，和导出的一样；要改哪一段，在那里按 Enter。",
    }
}
