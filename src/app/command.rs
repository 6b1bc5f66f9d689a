//! Every intention that a key, the palette or later the mouse can express.
//!
//! One table: title, short word for the key line and explanation stand here,
//! the keys stand in `data/keymap.ron`; palette, key line and help are derived.

use serde::{Deserialize, Serialize};

/// What the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each command explains itself in `info`")]
pub enum Command {
    FinishSection,
    NextSection,
    PreviousSection,
    GoTo,
    Export,
    NextBlank,
    Check,
    ShowIgnored,
    ReadThrough,
    AddSection,
    RenameSection,
    MoveSectionUp,
    MoveSectionDown,
    MakePart,
    MakeItem,
    SplitSection,
    MergeSection,
    DeleteSection,
    ToggleOptional,
    RestoreSection,
    MoveParagraphUp,
    MoveParagraphDown,
    Save,
    Find,
    Replace,
    FindNext,
    FindPrevious,
    NextFinding,
    PreviousFinding,
    Undo,
    Redo,
    SelectAll,
    Copy,
    Cut,
    Paste,
    NextPane,
    PreviousPane,
    TurnSide,
    NextDoubt,
    Lower,
    Raise,
    SetRole,
    ToggleNoise,
    CutPassage,
    JoinPassage,
    ShowRemoved,
    SetEncoding,
    SetYear,
    ImportNow,
    SaveTemplate,
    NewReport,
    Import,
    PasteOutline,
    Example,
    OpenDraft,
    RenameDraft,
    CopyDraft,
    DeleteDraft,
    Restore,
    SetState,
    OpenFolder,
    Drafts,
    Settings,
    Palette,
    Help,
    Redraw,
    ToggleMouse,
    Quit,
    Back,
    Choose,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    RowStart,
    RowEnd,
    TextStart,
    TextEnd,
    WordLeft,
    WordRight,
    SentenceLeft,
    SentenceRight,
    ParagraphUp,
    ParagraphDown,
    Select,
    Paragraph,
    Backspace,
    Delete,
    DeleteWordBack,
    DeleteWord,
    ReplaceOne,
    ReplaceAll,
    FolderUp,
    Onward,
    FixFinding,
    FixAll,
    IgnoreFinding,
    FilterFindings,
    LeaveOut,
}

/// What is told of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// The name in palette and help.
    pub title: &'static str,
    /// The word in the key line.
    pub short: &'static str,
    /// One sentence for the help.
    pub explanation: &'static str,
    /// Where it can be found in the palette.
    pub reach: Reach,
}

/// Where a command makes sense when it is called by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// On every screen.
    Everywhere,
    /// In the list of drafts.
    Drafts,
    /// In the list of drafts while one is chosen.
    ChosenDraft,
    /// In the list of drafts while one is chosen, and while a report is open.
    Reports,
    /// While a report is open.
    Writing,
    /// While a file is looked through that is to become a draft.
    Import,
    /// While a file or a pasted outline is looked through.
    Passages,
    /// Where something can be taken back: while a report is open or a file looked through.
    Steps,
    /// Where a file can be chosen: in the list of drafts or while another is looked through.
    Files,
    /// Where a template can be made: in the list of drafts, and where one is chosen.
    Templates,
    /// Only as a key: moving, typing, choosing.
    KeyOnly,
}

impl Reach {
    /// The group that the palette shows.
    pub fn group(self) -> &'static str {
        match self {
            Self::Everywhere => "到处",
            Self::Drafts | Self::ChosenDraft | Self::Reports | Self::Files | Self::Templates => {
                "稿件"
            }
            Self::Writing | Self::Steps => "编写",
            Self::Import | Self::Passages => "导入",
            Self::KeyOnly => "",
        }
    }
}

const fn info(
    title: &'static str,
    short: &'static str,
    explanation: &'static str,
    reach: Reach,
) -> Info {
    Info { title, short, explanation, reach }
}

use Reach::{
    ChosenDraft, Drafts, Everywhere, Files, Import, KeyOnly, Passages, Reports, Steps, Templates,
    Writing,
};

/// Every command with what is told of it, in the order of palette and help.
#[rustfmt::skip]
pub const COMMANDS: [(Command, Info); 101] = [
    (Command::FinishSection, info("完成本节，到下一节", "完成", "把本节记为完成，转到下一个没有完成的节；全部完成后转到导出", Writing)),
    (Command::NextSection, info("下一节", "下一节", "转到目录里的下一节", Writing)),
    (Command::PreviousSection, info("上一节", "上一节", "转到目录里的上一节", Writing)),
    (Command::GoTo, info("转到某一节", "转到", "输入几个字，从目录里找到一节", Writing)),
    (Command::Export, info("导出", "导出", "把报告写成可以交出去的文件", Writing)),
    (Command::NextBlank, info("下一处待填", "待填", "转到下一处【】或没有填数的地方，打字就替换它", Writing)),
    (Command::Check, info("校核", "校核", "把全文的错误、警告和提示列出来，能到那里，能直接改", Writing)),
    (Command::ShowIgnored, info("忽略的问题", "忽略的", "看哪些问题忽略了、为什么，选一条就恢复", Writing)),
    (Command::ReadThrough, info("通读全文", "通读", "把整篇报告从头到尾连起来看，和导出的一样", Writing)),
    (Command::AddSection, info("加一节", "加", "在选中的下面加一节；写“二、…”就加一个部分，粘贴几行就加几节", Writing)),
    (Command::RenameSection, info("改标题", "改标题", "改这一节的标题，序号自动编", Writing)),
    (Command::MoveSectionUp, info("这一节往上移", "移", "和上面的换位置，部分连同下面的节一起移", Writing)),
    (Command::MoveSectionDown, info("这一节往下移", "往下移", "和下面的换位置，部分连同下面的节一起移", Writing)),
    (Command::MakePart, info("改为部分", "改为部分", "把“（一）”这样的节改成“一、”这样的部分", Writing)),
    (Command::MakeItem, info("改为节", "改为节", "把“一、”这样的部分改成上一部分里的“（一）”", Writing)),
    (Command::SplitSection, info("从光标处拆成两节", "拆开", "光标后面的文字成为新的一节", Writing)),
    (Command::MergeSection, info("并入上一节", "并入", "文字接到上一节后面，标题不再用", Writing)),
    (Command::DeleteSection, info("删去这一节", "删", "删去选中的节，连同文字留着，随时可以找回", Writing)),
    (Command::ToggleOptional, info("改为可不写或必写", "可不写", "可不写的节空着就不印，也不占序号", Writing)),
    (Command::RestoreSection, info("找回删去的节", "找回", "把删去的节放回选中的节后面", Writing)),
    (Command::MoveParagraphUp, info("这一段往上移", "段上移", "光标所在的一段（或选中的几段）和上一段换位置", Writing)),
    (Command::MoveParagraphDown, info("这一段往下移", "段下移", "光标所在的一段（或选中的几段）和下一段换位置", Writing)),
    (Command::Save, info("保存", "保存", "立即保存（平时也会自动保存）", Writing)),
    (Command::Find, info("查找", "查找", "在本节或全文里找几个字", Writing)),
    (Command::Replace, info("替换", "替换", "把找到的字换成别的，先看清再换，可以一次撤销", Writing)),
    (Command::FindNext, info("查找下一处", "下一处", "不打开查找，直接到下一处", Writing)),
    (Command::FindPrevious, info("查找上一处", "上一处", "不打开查找，直接到上一处", Writing)),
    (Command::NextFinding, info("校核下一处", "下一处", "不打开校核，直接到下一处问题", Writing)),
    (Command::PreviousFinding, info("校核上一处", "上一处", "不打开校核，直接到上一处问题", Writing)),
    (Command::Undo, info("撤销", "撤销", "取消上一步改动", Steps)),
    (Command::Redo, info("重做", "重做", "恢复刚刚撤销的改动", Steps)),
    (Command::SelectAll, info("全选", "全选", "选中这一节的全部文字，或这一行填的全部文字", Writing)),
    (Command::Copy, info("复制", "复制", "复制选中的文字，也放进系统剪贴板", Writing)),
    (Command::Cut, info("剪切", "剪切", "复制选中的文字，再从这里删去", Writing)),
    (Command::Paste, info("粘贴", "粘贴", "把复制的文字放在光标处，选中的文字被替换", Writing)),
    (Command::NextPane, info("换到下一栏", "换栏", "在目录、正文、提示之间换", Writing)),
    (Command::PreviousPane, info("换到上一栏", "上一栏", "在目录、正文、提示之间往回换", Writing)),
    (Command::TurnSide, info("侧栏换成提示或校核", "换侧栏", "右边一栏在提示和这一节的校核之间换", Writing)),
    (Command::NextDoubt, info("下一处没定的", "没定的", "到下一处拿不准、要您定的地方", Passages)),
    (Command::Lower, info("降一级", "降级", "一级标题改成二级标题，二级标题改成正文", Passages)),
    (Command::Raise, info("升一级", "升级", "正文改成二级标题，二级标题改成一级标题", Passages)),
    (Command::SetRole, info("改认这一段", "改认", "从标题、正文、署名、日期等里面选这一段是什么", Passages)),
    (Command::ToggleNoise, info("去掉这一段，或放回", "去掉", "不是报告里的就去掉，再按一次放回", Passages)),
    (Command::CutPassage, info("在光标处断成两段", "断开", "光标后面的文字另成一段，有序号的就认成标题", Passages)),
    (Command::JoinPassage, info("接到上一段后面", "接上段", "一段话被断成几行时，接回成一段", Passages)),
    (Command::ShowRemoved, info("去掉了什么", "去掉的", "列出去掉的和要留意的，选一条就到那里", Passages)),
    (Command::SetEncoding, info("换编码", "编码", "字看不懂时换一种编码重新读，先看清再换", Passages)),
    (Command::SetYear, info("改报告年度", "年度", "没有认出年度或认错了时改", Import)),
    (Command::ImportNow, info("就这样导入", "导入", "照现在认成的样子做成稿件，没定的先问一声", Import)),
    (Command::SaveTemplate, info("存成模板", "存模板", "把认出的标题存成自己的模板，新建报告时能选", Passages)),
    (Command::NewReport, info("新建报告", "新建", "填单位、年度、模板，开始一份新报告", Drafts)),
    (Command::Import, info("导入已有报告", "导入", "把已有的报告文件读成稿件，原文件不动", Files)),
    (Command::PasteOutline, info("粘贴提纲做模板", "做模板", "把县里通知里的标题粘贴进来，看过改好，存成自己的模板", Templates)),
    (Command::Example, info("看一份写好的例子", "例子", "打开云溪镇的一份完整报告，随便改，不影响您的稿件", Drafts)),
    (Command::OpenDraft, info("打开稿件", "打开", "打开选中的稿件接着写", ChosenDraft)),
    (Command::RenameDraft, info("给稿件改名", "改名", "给选中的稿件换一个名字，历史版本跟着走", ChosenDraft)),
    (Command::CopyDraft, info("复制稿件", "复制", "照选中的稿件再做一份，原来的不动", ChosenDraft)),
    (Command::DeleteDraft, info("删除稿件", "删除", "把选中的稿件移到回收站，随时能找回", ChosenDraft)),
    (Command::Restore, info("找回删除的稿件", "找回", "从回收站里找一份删除的稿件，放回列表", Drafts)),
    (Command::SetState, info("改状态", "状态", "把报告记为撰写、送审、定稿或已报送", Reports)),
    (Command::OpenFolder, info("打开别的数据文件夹", "换文件夹", "改用另一个文件夹里的稿件，例如从别的电脑拷来的", Drafts)),
    (Command::Drafts, info("回到稿件列表", "稿件", "关上这份报告，回到稿件列表（已自动保存）", Writing)),
    (Command::Settings, info("设置", "设置", "改单位信息、县里的日期、模糊宽度、颜色、鼠标和导出文件夹", Everywhere)),
    (Command::Palette, info("全部命令", "命令", "按名称、拼音首字母或键名查找命令", KeyOnly)),
    (Command::Help, info("帮助", "帮助", "看这里能用的键和简要说明", Everywhere)),
    (Command::Redraw, info("重画屏幕", "重画", "屏幕乱了的时候重新画一遍", Everywhere)),
    (Command::ToggleMouse, info("鼠标开或关", "鼠标", "关上以后鼠标归终端用，可以拖着选字复制；再按一次就开", Everywhere)),
    (Command::Quit, info("离开", "离开", "关闭程序，稿件都已保存；导入里改过的先问一声", Everywhere)),
    (Command::Back, info("返回", "返回", "关上最里面的一层，不丢文字", KeyOnly)),
    (Command::Choose, info("确定", "确定", "选定当前这一项", KeyOnly)),
    (Command::Up, info("上移", "上移", "往上一行", KeyOnly)),
    (Command::Down, info("下移", "下移", "往下一行", KeyOnly)),
    (Command::Left, info("左移", "左移", "往左一个字", KeyOnly)),
    (Command::Right, info("右移", "右移", "往右一个字", KeyOnly)),
    (Command::PageUp, info("上翻一页", "上翻", "往上一屏", KeyOnly)),
    (Command::PageDown, info("下翻一页", "下翻", "往下一屏", KeyOnly)),
    (Command::RowStart, info("到行首", "行首", "到这一行的开头", KeyOnly)),
    (Command::RowEnd, info("到行尾", "行尾", "到这一行的末尾", KeyOnly)),
    (Command::TextStart, info("到开头", "开头", "到这一节的开头", KeyOnly)),
    (Command::TextEnd, info("到末尾", "末尾", "到这一节的末尾", KeyOnly)),
    (Command::WordLeft, info("往左一个词", "左一词", "到前一个词或一串字的开头", KeyOnly)),
    (Command::WordRight, info("往右一个词", "右一词", "到后一个词或一串字的开头", KeyOnly)),
    (Command::SentenceLeft, info("往左一句", "左一句", "到这一句或前一句的开头", Writing)),
    (Command::SentenceRight, info("往右一句", "右一句", "到后一句的开头", Writing)),
    (Command::ParagraphUp, info("到段首", "段首", "到这一段或上一段的开头", KeyOnly)),
    (Command::ParagraphDown, info("到下一段", "下一段", "到下一段的开头", KeyOnly)),
    (Command::Select, info("选中经过的文字", "选字", "按住 Shift 移动光标，经过的文字就选中", KeyOnly)),
    (Command::Paragraph, info("另起一段", "分段", "在这里分成两段", KeyOnly)),
    (Command::Backspace, info("删去前一个字", "退格", "删去光标前面的一个字", KeyOnly)),
    (Command::Delete, info("删去后一个字", "删字", "删去光标后面的一个字", KeyOnly)),
    (Command::DeleteWordBack, info("删去前一个词", "删前词", "删去光标前面的一个词或一串字", Writing)),
    (Command::DeleteWord, info("删去后一个词", "删后词", "删去光标后面的一个词或一串字", Writing)),
    (Command::ReplaceOne, info("替换这一处", "换这一处", "只换选中的一处，接着看下一处", KeyOnly)),
    (Command::ReplaceAll, info("全部替换", "全部换", "范围里的一次全换，Ctrl+Z 可以一次撤销", KeyOnly)),
    (Command::FolderUp, info("上一级文件夹", "上一级", "到上一级文件夹", KeyOnly)),
    (Command::Onward, info("接着到下一处", "下一处", "刚才查找的，到找到的下一处；刚才校核的，到下一处问题", KeyOnly)),
    (Command::FixFinding, info("改这一处", "改", "先看改成什么，再按 Enter 改", KeyOnly)),
    (Command::FixAll, info("能改的全部改", "全改", "先列出改成什么，再按 Enter 一次改完，可以一次撤销", KeyOnly)),
    (Command::IgnoreFinding, info("忽略这一处", "忽略", "写一句理由，以后不再提；随时能恢复", KeyOnly)),
    (Command::FilterFindings, info("只看一部分", "筛选", "只看错误、某一节或某一条规则的", KeyOnly)),
    (Command::LeaveOut, info("这一处不改", "不改这处", "选中的一处不改；再按一次又改", KeyOnly)),
];

impl Command {
    /// Every command, in the order of palette and help.
    pub fn all() -> impl Iterator<Item = Self> {
        COMMANDS.iter().map(|(command, _)| *command)
    }

    /// Other words that people look for when they mean the command.
    pub fn other_words(self) -> &'static [&'static str] {
        match self {
            Self::FinishSection => &["写好了", "标记完成"],
            Self::GoTo => &["跳转", "定位", "查找一节", "目录", "版头", "落款", "日期"],
            Self::Export => &["另存为", "生成文件", "交稿", "打印"],
            Self::NextBlank => &["没填的", "空着的", "填空", "填数", "指标"],
            Self::Find => &["搜索", "找字"],
            Self::Replace => &["查找替换", "换字", "改成"],
            Self::Check => &["检查", "校对", "错误", "警告", "问题", "审核"],
            Self::NextFinding => &["下一处问题"],
            Self::PreviousFinding => &["上一处问题"],
            Self::ShowIgnored => &["不再提", "校核"],
            Self::TurnSide => &["校核", "提示"],
            Self::ReadThrough => &["全文", "预览", "从头看", "字数"],
            Self::AddSection => &["添加", "增加", "新增", "插入"],
            Self::RenameSection => &["改名", "重命名", "标题"],
            Self::MoveSectionUp | Self::MoveParagraphUp => &["上移"],
            Self::MoveSectionDown | Self::MoveParagraphDown => &["下移"],
            Self::MakePart => &["升级"],
            Self::MakeItem => &["降级"],
            Self::SplitSection => &["拆分", "分开"],
            Self::MergeSection => &["合并"],
            Self::DeleteSection => &["删除"],
            Self::ToggleOptional => &["选写"],
            Self::RestoreSection => &["恢复", "回收站"],
            Self::Save => &["存盘"],
            Self::Undo => &["取消", "后退"],
            Self::Redo => &["恢复"],
            Self::SelectAll => &["选中"],
            Self::Copy => &["拷贝"],
            Self::Cut | Self::Paste => &["剪贴板"],
            Self::NextPane => &["目录", "提示", "指标", "填数"],
            Self::PreviousPane => &["目录", "提示"],
            Self::NextDoubt => &["拿不准"],
            Self::SetRole => &["标题", "正文", "署名", "日期", "这一段是什么"],
            Self::ToggleNoise => &["删去", "不要", "放回"],
            Self::CutPassage => &["拆开", "分段"],
            Self::JoinPassage => &["合并", "并入"],
            Self::ShowRemoved => &["噪声", "留意"],
            Self::SetEncoding => &["乱码", "UTF-8", "GBK"],
            Self::ImportNow => &["完成"],
            Self::SaveTemplate => &["另存为模板", "完成"],
            Self::PasteOutline => &["县里的提纲", "大纲", "自己的模板", "工作要点"],
            Self::NewReport => &["写一份新的", "开始", "新增", "添加", "增加"],
            Self::Import => &["读入", "去年的报告", "打开文件"],
            Self::Example => &["示例", "样板", "范文"],
            Self::OpenDraft => &["编辑", "接着写"],
            Self::RenameDraft => &["重命名"],
            Self::CopyDraft => &["备份", "另存"],
            Self::DeleteDraft => &["移到回收站"],
            Self::Restore => &["恢复稿件", "回收站"],
            Self::SetState => &["送审", "定稿", "已报送"],
            Self::OpenFolder => &["打开文件夹"],
            Self::Drafts => &["关闭报告", "换一份报告"],
            Self::Settings => &["单位", "日期", "颜色", "鼠标"],
            Self::Help => &["说明", "怎么用", "手册"],
            Self::Redraw => &["刷新", "花屏"],
            Self::ToggleMouse => &["选字", "右键"],
            Self::Quit => &["退出", "关闭"],
            _ => &[],
        }
    }

    /// What is told of the command.
    pub fn info(self) -> Info {
        let own = COMMANDS.iter().find(|(command, _)| *command == self);
        own.map_or(UNTOLD, |(_, info)| *info)
    }
}

/// What is told of a command that the table forgot; a test lets none be forgotten.
const UNTOLD: Info = info("", "", "", KeyOnly);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_of_every_command_once() {
        for (index, (command, info)) in COMMANDS.iter().enumerate() {
            assert_eq!(*command as usize, index, "{command:?} stands elsewhere in the enum");
            let same = COMMANDS.iter().filter(|(_, other)| other.title == info.title);
            assert_eq!(same.count(), 1, "two commands are called {}", info.title);
        }
    }
}
