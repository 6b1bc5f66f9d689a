//! A file to be imported: last year's report as a clerk may have it, with a line
//! of a web page above it and two numbers that do not follow those before them.
//!
//! In GBK each line has an even number of bytes, and none of a pair is one of
//! those that UTF-16 forbids: so it can be read in a wrong encoding, too.

use std::path::PathBuf;

use fazhi_tui::app::Screen;
use fazhi_tui::app::pane::ImportPane;
use fazhi_tui::import::Role;
use fazhi_tui::text::Ambiguous;

use super::Stage;

/// Where it is.
const PLACE: &str = "/去年/云溪镇2024年报告.txt";

/// What is in it.
pub(crate) const SOURCE: &str = "索引号：云政2025
中共云溪镇委员会　云溪镇人民政府
关于2024年法治政府建设情况的报告

县委、县政府：
2024年，云溪镇坚持依法行政，扎实推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
（一）加强组织领导。镇党委会议专题研究法治政府建设，主要负责人带头学法12次，班子成员述法全部完成，各项任务有人抓、有人管。
（二）推进依法决策
严格执行重大行政决策程序，全年审查合同36份，提出意见48条。
（四）规范行政执法
全年开展执法检查，群众反映的问题当月办结。
二、存在的不足
（一）执法力量不足
持证人员少，任务重。
（三）普法形式单一
宣传多在集市，进村入户不够。
三、下一步安排
加强队伍建设，抓好普法。
云溪镇人民政府
2025年10月10日
";

/// The same without anything that is not certain.
pub(crate) fn certain() -> String {
    SOURCE.replace("（四）", "（三）").replace("（三）普法", "（二）普法")
}

/// A text as a file of Windows has it in GBK.
pub(crate) fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(&text.replace('\n', "\r\n")).0.into_owned()
}

impl Stage {
    /// A file that is looked through on a terminal of this kind.
    pub(crate) fn importing(bytes: Vec<u8>, ambiguous: Ambiguous) -> Self {
        let mut stage = Self::with(Vec::new(), ambiguous);
        stage.sources.push((PathBuf::from(PLACE), bytes));
        stage.import();
        stage
    }

    /// Chooses the file.
    pub(crate) fn import(&mut self) {
        self.play("Ctrl+O").paste(PLACE).play("Enter");
        self.fit();
    }

    /// 导入.
    pub(crate) fn looked_through(&self) -> &ImportPane {
        match self.app.screen() {
            Screen::Import(pane) => pane,
            other => panic!("导入 is not open: {other:?}"),
        }
    }

    /// What each line of the file is taken as; that of a doubt with ！ before it.
    pub(crate) fn roles(&self) -> Vec<String> {
        let passages = self.looked_through().reading().passages().iter();
        let told = passages.map(|passage| {
            let sign = if passage.doubt.is_some() { "！" } else { "" };
            format!("{sign}{} {}", passage.origin().line, passage.role.label())
        });
        told.collect()
    }

    /// What the chosen passage is taken as.
    pub(crate) fn role(&self) -> Role {
        self.looked_through().chosen().unwrap().role
    }
}
