//! A question that one line answers, and that the world may refuse: what is
//! typed stays, with the reason below it, until the answer is taken.

use std::borrow::Cow;
use std::path::PathBuf;

use crate::app::field::Field;

/// Asks for one line.
#[derive(Clone, Debug)]
pub struct LinePrompt {
    /// What the line is for.
    pub about: About,
    /// What is typed.
    pub field: Field,
    /// Why the last answer was refused.
    pub refused: Option<String>,
}

/// What a line is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The new name of a draft.
    Rename {
        /// Its file.
        path: PathBuf,
        /// Its present name.
        id: String,
    },
    /// The place of another data folder.
    Folder,
    /// The year that an imported report is on.
    ImportYear {
        /// The year that the line begins with.
        start: String,
        /// Whether the report is imported once the year is known.
        then_import: bool,
    },
    /// The name of a new template.
    TemplateName {
        /// The name that the line begins with.
        start: String,
    },
}

impl About {
    /// What the line begins with.
    pub fn start(&self) -> &str {
        match self {
            Self::Rename { id, .. } => id,
            Self::Folder => "",
            Self::ImportYear { start, .. } | Self::TemplateName { start } => start,
        }
    }
}

impl LinePrompt {
    /// Asks for the new name of a draft, beginning with the present one.
    pub fn rename(path: PathBuf, id: &str) -> Self {
        let about = About::Rename { path, id: id.to_owned() };
        Self { about, field: Field::new(id), refused: None }
    }

    /// Asks for the place of another data folder.
    pub fn folder() -> Self {
        Self { about: About::Folder, field: Field::default(), refused: None }
    }

    /// Asks for the year that an imported report is on, beginning with this one.
    pub fn import_year(year: i32, then_import: bool) -> Self {
        let start = year.to_string();
        let field = Field::new(&start);
        Self { about: About::ImportYear { start, then_import }, field, refused: None }
    }

    /// Asks for the name of a new template, beginning with this one.
    pub fn template_name(start: &str) -> Self {
        let about = About::TemplateName { start: start.to_owned() };
        Self { about, field: Field::new(start), refused: None }
    }

    /// The heading.
    pub fn title(&self) -> &'static str {
        match self.about {
            About::Rename { .. } => "改名",
            About::Folder => "打开别的数据文件夹",
            About::ImportYear { .. } => "报告年度",
            About::TemplateName { .. } => "存成模板",
        }
    }

    /// What is to be typed.
    pub fn asks(&self) -> &'static str {
        match self.about {
            About::Rename { .. } => "稿件的新名字",
            About::Folder => "文件夹在哪里（把文件夹拖进窗口，或者写出完整的位置）",
            About::ImportYear { then_import: true, .. } => {
                "文件里没有认出年度；它写的是哪一年的工作"
            }
            About::ImportYear { .. } => "这份报告写的是哪一年的工作",
            About::TemplateName { .. } => "模板叫什么名字",
        }
    }

    /// What comes of it; in its place stands why the last answer was refused.
    pub fn note(&self) -> Cow<'_, str> {
        match (&self.refused, &self.about) {
            (Some(sentence), _) => Cow::Owned(format!("！{sentence}")),
            (None, About::Rename { .. }) => {
                "只改稿件文件的名字，历史版本跟着走；报告里的单位和年度不变。".into()
            }
            (None, About::Folder) => {
                "选里面有 drafts 文件夹的那一层。稿件、设置和模板都换成那里的；下次启动仍用原来的。"
                    .into()
            }
            (None, About::ImportYear { .. }) => {
                "四位数字。只用来给稿件取名、推算期限，报告里的字不会改。".into()
            }
            (None, About::TemplateName { .. }) => {
                "新建报告时按这个名字选。标题里的年度，新建时换成那份报告的年度。".into()
            }
        }
    }
}
