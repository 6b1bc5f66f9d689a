//! A notice of a county whose headings become a template, and the world that
//! keeps one.

use std::path::PathBuf;

use fazhi_tui::app::effect::{Outcome, SavedTemplate};
use fazhi_tui::report::Template;
use fazhi_tui::text::Ambiguous;

use super::{Stage, dictionary, templates};

/// The notice, as it is copied out of a document.
pub(crate) const NOTICE: &str = "关于报送2025年度法治政府建设情况报告的通知
各乡镇人民政府、县直各部门：
请按下列提纲写好报告，于2026年1月20日前报县委依法治县办。
一、2025年推进法治政府建设的主要举措和成效
（一）深入学习贯彻习近平法治思想
写清党委会专题研究了几次、班子成员学了几次。
（二）提升基层治理法治化水平
1.村规民约修订
2.法律明白人培养
（三）本镇特色做法
二、2025年推进法治政府建设存在的不足和原因
三、2026年推进法治政府建设的主要安排
中共临川县委全面依法治县委员会办公室
2025年12月1日
";

impl Stage {
    /// 做模板 with the notice pasted, begun in the list of drafts.
    pub(crate) fn outlining(ambiguous: Ambiguous) -> Self {
        let mut stage = Self::with(Vec::new(), ambiguous);
        stage.play("Ctrl+T").paste(NOTICE);
        stage
    }

    /// What the world says when a template is to be kept.
    pub(super) fn keep_template(&mut self, template: &Template) -> Outcome {
        if let Some(sentence) = &self.disk {
            return Outcome::Failed(sentence.clone());
        }
        let stem = template.name.clone();
        self.own.push((stem.clone(), template.clone()));
        Outcome::TemplateSaved(Box::new(SavedTemplate {
            path: PathBuf::from("templates").join(format!("{stem}.ron")),
            stem,
            templates: templates().into_iter().chain(self.own.clone()).collect(),
            dictionary: dictionary(),
        }))
    }
}
