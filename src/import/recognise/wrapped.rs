//! Lines that were cut at a fixed width, as a copy from a PDF is, become paragraphs again.
//!
//! A file is taken for one only if most of its full lines break off in the
//! middle of a sentence: one long line without 。 is no proof.

use crate::import::heading;
use crate::import::notes::Note;
use crate::import::passage::{Passage, Role};
use crate::text::punctuation::is_han;
use crate::text::width::{Ambiguous, columns};

/// Lines are cut no narrower and no wider than this, in cells.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;
/// A full line may be this much shorter than the widest, in cells: a mark that
/// may not begin a line was taken to the next.
const SLACK: usize = 4;
/// As many full lines there are at least, and a third of all.
const FEWEST: usize = 8;

/// Joins the lines of a file that is cut hard, and says so.
pub(super) fn join(passages: &mut Vec<Passage>, notes: &mut Vec<Note>) {
    let Some(cut) = Cut::of(passages) else { return };
    let before = passages.len();
    let mut joined = cut.join(std::mem::take(passages));
    let lines = before - joined.len();
    let spaces: usize = joined.iter_mut().map(close_up).sum();
    if let Some(first) = joined.first() {
        let spaces = match spaces {
            0 => String::new(),
            count => format!("，合上了字与字之间的 {count} 处空格"),
        };
        let said = format!("文件里的行是按宽度切断的：接回了 {lines} 处{spaces}，请核对");
        notes.push(Note::at(first, said));
    }
    *passages = joined;
}

/// How a file is cut: by cells, or by characters whatever their width.
struct Cut {
    /// Lines of so many cells and more are full.
    cells: usize,
    /// Lines of so many characters and more are full.
    characters: usize,
    /// Whether paragraphs are told by their indent.
    indented: bool,
}

impl Cut {
    /// How the lines are cut; `None` where they are not.
    fn of(passages: &[Passage]) -> Option<Self> {
        let live: Vec<&Passage> = passages.iter().filter(|p| p.role != Role::Noise).collect();
        let widest = live.iter().map(|passage| cells(passage)).max()?;
        let longest = live.iter().map(|passage| characters(passage)).max()?;
        let indents = live.iter().filter(|passage| is_indented(passage)).count();
        let cut = Self {
            cells: widest.saturating_sub(SLACK),
            characters: longest.saturating_sub(SLACK / 2),
            indented: indents >= 3 && 2 * indents <= live.len(),
        };
        let full: Vec<&&Passage> = live.iter().filter(|passage| cut.is_full(passage)).collect();
        let broken = full.iter().filter(|passage| !ends(passage)).count();
        let many = full.len() >= FEWEST && 3 * full.len() >= live.len();
        (WIDTHS.contains(&widest) && many && 2 * broken > full.len()).then_some(cut)
    }

    fn is_full(&self, passage: &Passage) -> bool {
        cells(passage) >= self.cells || characters(passage) >= self.characters
    }

    fn join(&self, passages: Vec<Passage>) -> Vec<Passage> {
        let mut joined: Vec<Passage> = Vec::with_capacity(passages.len());
        // The passage whose last line goes on; a page number may stand between.
        let mut open: Option<usize> = None;
        for passage in passages {
            if passage.role == Role::Noise {
                joined.push(passage);
                continue;
            }
            let goes_on = self.goes_on(&passage);
            let at = match open {
                Some(at) if !self.begins(&passage) => {
                    joined[at].join(passage);
                    at
                }
                _ => {
                    joined.push(passage);
                    joined.len() - 1
                }
            };
            open = goes_on.then_some(at);
        }
        joined
    }

    fn begins(&self, passage: &Passage) -> bool {
        let text = &passage.text;
        let numbered = || heading::label(text).is_some() || heading::point(text).is_some();
        if self.indented { is_indented(passage) } else { numbered() }
    }

    fn goes_on(&self, passage: &Passage) -> bool {
        self.is_full(passage) && (self.indented || !ends(passage))
    }
}

/// The width of a line with its indent, which is mostly two wide spaces.
fn cells(passage: &Passage) -> usize {
    columns(&passage.raw, Ambiguous::Wide) + 2 * (passage.origin().column - 1)
}

fn characters(passage: &Passage) -> usize {
    passage.raw.chars().count() + passage.origin().column - 1
}

/// Whether a line may be the last of its paragraph.
fn ends(passage: &Passage) -> bool {
    passage.text.ends_with(['。', '；', '：', '！', '？', '”', '）'])
}

fn is_indented(passage: &Passage) -> bool {
    passage.origin().column > 1
}

/// Takes out single spaces between two Chinese characters; says how many.
fn close_up(passage: &mut Passage) -> usize {
    let chars: Vec<(usize, char)> = passage.text.char_indices().collect();
    let inner = chars
        .windows(3)
        .filter(|three| three[1].1 == ' ' && is_han(three[0].1) && is_han(three[2].1));
    let spaces: Vec<usize> = inner.map(|three| three[1].0).collect();
    if !spaces.is_empty() {
        passage.text = passage.text.filtered(|at, _| spaces.binary_search(&at).is_err());
    }
    spaces.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    /// A text cut every 24 characters, as it is copied from a page.
    fn cut(paragraphs: &[&str], indent: &str) -> String {
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            let chars: Vec<char> = format!("{indent}{paragraph}").chars().collect();
            lines.extend(chars.chunks(24).map(|line| line.iter().collect::<String>()));
        }
        lines.join("\n")
    }

    const TEXT: [&str; 4] = [
        "（一）加强组织领导",
        "调整充实法治建设领导小组，由镇长任组长，下设办公室，全年召开会议四次，专题研究渔船管理、养殖用海清退等议题，列入干部培训第一课，办公 室设在司法所。",
        "（二）转变政府职能",
        "把便民服务窗口搬到码头，船员证书、渔船检验、社会保险等业务都可以就近办理，受理的事项当天办结，群众少跑路，满意率一直在全县前列，数据按月公布，接受监督，年底汇总成册。",
    ];

    fn joined(text: &str) -> (Vec<String>, Vec<Note>) {
        let mut passages = split(text).0;
        let mut notes = Vec::new();
        join(&mut passages, &mut notes);
        (passages.into_iter().map(|p| p.text.into_string()).collect(), notes)
    }

    #[test]
    fn cut_lines_become_paragraphs() {
        let expected = TEXT.map(|text| text.replace("办公 室", "办公室"));
        for indent in ["　　", ""] {
            let text = cut(&TEXT.repeat(2), indent);
            let (texts, notes) = joined(&text);
            assert_eq!(texts, [expected.clone(), expected.clone()].concat());
            assert_eq!(notes.len(), 1);
        }
    }

    #[test]
    fn whole_paragraphs_stay_as_they_are() {
        let text = TEXT.repeat(4).join("\n");
        assert_eq!(
            joined(&text),
            (TEXT.repeat(4).iter().map(|s| (*s).to_owned()).collect(), Vec::new())
        );
    }

    #[test]
    fn a_page_number_parts_no_paragraph() {
        let text = cut(&TEXT.repeat(2), "");
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(3, "— 1 —");
        let mut passages = split(&lines.join("\n")).0;
        passages[3].role = Role::Noise;
        join(&mut passages, &mut Vec::new());
        assert_eq!(passages.len(), 9);
        assert_eq!(passages[2].role, Role::Noise);
        assert!(passages[1].text.ends_with("司法所。"));
    }
}
