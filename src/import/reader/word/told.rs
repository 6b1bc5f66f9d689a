//! What is told of a document beside its lines: what was left out, and where.
//!
//! One sentence a kind with its number and its first places, because a
//! document with forty comments must not bring forty sentences.

use std::collections::BTreeMap;

use super::piece::Sight;
use super::story::Totals;
use crate::import::Note;
use crate::import::traced::Origin;
use crate::report::Noise;

/// The places of a kind that are named.
const NAMED: usize = 5;

/// What was seen beside text, by kind.
#[derive(Default)]
pub(super) struct Tally {
    seen: BTreeMap<Sight, Seen>,
}

/// How often a kind was seen, and where first.
#[derive(Default)]
struct Seen {
    count: usize,
    first: Origin,
    /// The first paragraphs, each once.
    lines: Vec<usize>,
}

impl Tally {
    /// Something was seen.
    pub(super) fn add(&mut self, sight: Sight, origin: Origin) {
        let seen = self.seen.entry(sight).or_default();
        if seen.count == 0 {
            seen.first = origin;
        }
        seen.count += 1;
        if seen.lines.len() <= NAMED && seen.lines.last() != Some(&origin.line) {
            seen.lines.push(origin.line);
        }
    }

    /// The sentences, in the order of the document.
    pub(super) fn notes(&self, totals: Totals) -> Vec<Note> {
        let mut notes: Vec<Note> = self.revisions(totals).into_iter().collect();
        let others = self.seen.iter().filter_map(|(sight, seen)| {
            let message = sentence(*sight, seen, totals)?;
            Some(note(seen, message))
        });
        notes.extend(others);
        notes.sort_by_key(|note| (note.line, note.column));
        notes
    }

    fn revisions(&self, totals: Totals) -> Option<Note> {
        let inserted = self.seen.get(&Sight::Inserted);
        let deleted = self.seen.get(&Sight::Deleted);
        let first = inserted.into_iter().chain(deleted).min_by_key(|seen| seen.first)?;
        let inserted =
            inserted.map(|seen| format!("插入的 {} 处已收入（{}）", seen.count, seen.places()));
        let deleted = deleted.map(|seen| {
            let chars = totals.deleted;
            format!("删去的 {} 处（{}，共 {chars} 字）没有收入", seen.count, seen.places())
        });
        let all: Vec<String> = inserted.into_iter().chain(deleted).collect();
        let message = format!("文件里有没有接受的修订，按全部接受读入：{}，请核对", all.join("，"));
        Some(note(first, message))
    }
}

/// The sentence on what was listed as no text of the document.
pub(super) fn listed(noise: &[Noise]) -> Option<Note> {
    let first = noise.first()?;
    let message = format!(
        "页眉、页脚、脚注和目录不是正文，共 {} 处，已列入去掉的内容；要用的，请自己补上",
        noise.len()
    );
    Some(Note { line: first.line, column: first.column, message })
}

impl Seen {
    /// The places in words: `第 3、5 段`.
    fn places(&self) -> String {
        let named: Vec<String> = self.lines.iter().take(NAMED).map(ToString::to_string).collect();
        let more = if self.lines.len() > NAMED { " 等" } else { "" };
        format!("第 {} 段{more}", named.join("、"))
    }
}

fn note(seen: &Seen, message: String) -> Note {
    Note { line: seen.first.line, column: seen.first.column, message }
}

/// The sentence on a kind; none for those that have their own.
fn sentence(sight: Sight, seen: &Seen, totals: Totals) -> Option<String> {
    let (count, places) = (seen.count, seen.places());
    Some(match sight {
        Sight::Inserted | Sight::Deleted | Sight::FootNote(_) | Sight::EndNote(_) => return None,
        Sight::Hidden => {
            let chars = totals.hidden;
            format!(
                "{count} 处隐藏的文字（{places}，共 {chars} 字）没有收入；要用的，请在 Word 里取消隐藏再导入"
            )
        }
        Sight::Comment => format!("{count} 条批注（{places}）没有收入；请在原文件里看"),
        Sight::Picture => {
            format!("{count} 张图片（{places}）没有收入；里面有文字的，请自己补上")
        }
        Sight::Chart => format!("{count} 个图表（{places}）没有收入；要用的数，请自己补上"),
        Sight::Diagram => {
            format!("{count} 个 SmartArt 图（{places}）没有收入；里面的文字，请自己补上")
        }
        Sight::Object => {
            format!("{count} 个嵌入的对象（{places}），如 Excel 表格，没有收入；要用的，请自己补上")
        }
        Sight::Equation => format!("{count} 个公式（{places}）只收入了里面的文字；请核对"),
        Sight::Symbol => {
            format!("{count} 个特殊符号（{places}）读不出来，没有收入；请对照原文件补上")
        }
        Sight::Bullet => format!("{count} 段（{places}）前面有项目符号，符号没有收入"),
        Sight::Ruby => format!("{count} 处拼音（{places}）没有收入，文字已收入"),
        Sight::Embedded => {
            format!("{count} 个插入的子文件（{places}）没有收入；请把它的文字复制到原文件里再导入")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_one_sentence_with_its_places() {
        let mut tally = Tally::default();
        for line in [9, 9, 3, 4, 5, 6, 7] {
            tally.add(Sight::Comment, Origin { line, column: 2 });
        }
        tally.add(Sight::Deleted, Origin { line: 8, column: 4 });
        tally.add(Sight::Inserted, Origin { line: 2, column: 6 });
        tally.add(Sight::FootNote(1), Origin { line: 1, column: 1 });
        let notes = tally.notes(Totals { deleted: 24, ..Totals::default() });
        let told: Vec<_> =
            notes.iter().map(|note| (note.line, note.column, note.message.as_str())).collect();
        assert_eq!(
            told,
            [
                (
                    2,
                    6,
                    "文件里有没有接受的修订，按全部接受读入：插入的 1 处已收入（第 2 段），删去的 1 处（第 8 段，共 24 字）没有收入，请核对"
                ),
                (9, 2, "7 条批注（第 9、3、4、5、6 段 等）没有收入；请在原文件里看"),
            ]
        );
    }
}
