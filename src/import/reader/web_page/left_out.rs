//! What a page holds beside its text, to be told and not dropped in silence.
//!
//! Counted with the place of the first only: a page has dozens of pictures.

use crate::import::notes::Note;
use crate::import::reader::tally::Tally;

/// What a page holds beside its text, with the place of the first.
#[derive(Default)]
pub(super) struct LeftOut {
    pub(super) hidden: Tally,
    pub(super) pictures: Tally,
    pub(super) numbered: Tally,
    pub(super) cut: Tally,
}

impl LeftOut {
    /// What is said of it.
    pub(super) fn notes(&self) -> Vec<Note> {
        let Self { hidden, pictures, numbered, cut } = self;
        let said = [
            hidden
                .note(format!("网页里有 {} 个字是隐藏的，浏览器里看不到，没有导入", hidden.count)),
            pictures.note(format!(
                "网页里有 {} 处图片或嵌入的文件，没有导入：请核对正文有没有内容在图片里",
                pictures.count
            )),
            numbered.note(format!(
                "网页里有 {} 个自动编号的列表项，编号按 1. 2. 3. 写出：请对照网页核对",
                numbered.count
            )),
            cut.note("网页到这里没有正常结束，后面的文字可能缺失：请重新保存网页再导入".to_owned()),
        ];
        said.into_iter().flatten().collect()
    }
}
