//! Lines that were cut at a fixed width, as a copy from a PDF is, become paragraphs again.
//!
//! Two lines are joined only where the first reaches the width and the second
//! begins nothing. Where a heading may end at the width the user is asked.

mod cut;
mod line;
mod page;

use crate::import::heading;
use crate::import::notes::Note;
use crate::import::passage::{Passage, Role};
use crate::report::Level;
use crate::text::punctuation::is_han;

use cut::{Cut, Reach, is_indented};
use line::{breaks_off, ends, is_bare, is_number, is_numbered, is_pushed, is_settled};

/// Joins the lines of a file that is cut hard, and says so.
pub(super) fn join(passages: &mut Vec<Passage>, notes: &mut Vec<Note>) {
    let Some(cut) = Cut::of(passages) else { return };
    page::mark(passages);
    let before = passages.len();
    let mut joiner = Joiner::of(cut, passages);
    *passages = joiner.join(std::mem::take(passages));
    let lines = before - passages.len();
    let spaces: usize = passages.iter_mut().filter(|p| is_prose(p)).map(close_up).sum();
    if let Some(first) = passages.first().filter(|_| lines > 0) {
        notes.push(Note::at(first, said(lines, spaces, &joiner.parted)));
    }
}

/// What was done to the file, in a sentence.
fn said(lines: usize, spaces: usize, parted: &[usize]) -> String {
    let closed = match spaces {
        0 => String::new(),
        count => format!("，合上了字与字之间的 {count} 处空格"),
    };
    let places: Vec<String> = parted.iter().map(usize::to_string).collect();
    let parted = match places.join("、") {
        places if places.is_empty() => places,
        places => format!("；第 {places} 行写满了又正好说完一句，后面先另起一段"),
    };
    format!("文件里的行是按宽度切断的：接回了 {lines} 处{closed}{parted}，请核对")
}

/// Where the headings of items stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Headings {
    /// On lines of their own.
    OwnLine,
    /// Before their text, parted from it by 。
    RunIn,
    /// Now so, now so; or nothing tells it.
    Unknown,
}

struct Joiner {
    cut: Cut,
    headings: Headings,
    /// The lines that fill the width and end a sentence: their paragraph may go on.
    parted: Vec<usize>,
}

impl Joiner {
    fn of(cut: Cut, passages: &[Passage]) -> Self {
        let labelled =
            |p: &&Passage| heading::label(&p.text).is_some_and(|label| label.level == Level::Item);
        let items: Vec<&Passage> = passages.iter().filter(labelled).collect();
        let run_in = items.iter().filter(|item| !is_bare(item)).count();
        let is_own = |item: &&&Passage| is_bare(item) && cut.reach(item) == Reach::Short;
        let own_line = items.iter().filter(is_own).count();
        let headings = match (own_line, run_in) {
            (0, 1..) => Headings::RunIn,
            _ if own_line > run_in => Headings::OwnLine,
            _ => Headings::Unknown,
        };
        Self { cut, headings, parted: Vec::new() }
    }

    fn join(&mut self, passages: Vec<Passage>) -> Vec<Passage> {
        let mut joined: Vec<Passage> = Vec::with_capacity(passages.len());
        // The passage whose last line goes on, and how far that line reaches; a
        // page number may stand between.
        let mut open: Option<(usize, Reach)> = None;
        for passage in passages {
            if passage.role == Role::Noise {
                joined.push(passage);
                continue;
            }
            let reach = self.cut.reach(&passage);
            let before = open.filter(|(at, reach)| self.goes_on(&joined[*at], *reach, &passage));
            if before.is_none()
                && let Some((at, _)) = open
                && self.may_go_on(&joined[at], &passage)
            {
                self.parted.push(joined[at].raw.origin(joined[at].raw.len()).line);
            }
            let at = before.map_or(joined.len(), |(at, _)| at);
            match joined.get_mut(at) {
                Some(open) => self.put_behind(open, passage),
                None => joined.push(passage),
            }
            open = (reach != Reach::Short).then_some((at, reach));
        }
        joined
    }

    /// Whether a paragraph whose last line reaches so far goes on in a line.
    fn goes_on(&self, open: &Passage, reach: Reach, line: &Passage) -> bool {
        let reaches = reach == Reach::Full || !is_bare(open) || is_pushed(line);
        let begins = is_indented(line) || is_number(line) || is_number(open);
        reaches && !begins && (self.cut.indented || self.goes_on_in_words(open, line))
    }

    /// Whether the words of a paragraph go on in a line, where no indent tells it.
    fn goes_on_in_words(&self, open: &Passage, line: &Passage) -> bool {
        if ends(open) || (is_numbered(line) && !breaks_off(open)) {
            return false;
        }
        // A heading, or a title above its addressee, that fills its line.
        let rest_of_heading = || self.cut.reach(line) == Reach::Short && !line.text.contains('。');
        match heading::label(&open.text).filter(|_| is_bare(open)) {
            Some(label) if label.level == Level::Part || self.headings == Headings::OwnLine => {
                rest_of_heading()
            }
            Some(_) => true,
            None => !(is_bare(open) && rest_of_heading() && line.text.ends_with('：')),
        }
    }

    /// Whether a paragraph that ends with its line may go on in the next.
    fn may_go_on(&self, open: &Passage, line: &Passage) -> bool {
        let begins = is_indented(line) || is_numbered(line) || is_number(line);
        let is_prose = is_settled(line) || self.cut.reach(line) != Reach::Short;
        !self.cut.indented && ends(open) && !begins && is_prose
    }

    /// Joins a line to its paragraph; where nothing but a guess tells that, it asks.
    fn put_behind(&self, open: &mut Passage, line: Passage) {
        let heading = heading::label(&open.text).is_some() && is_bare(open);
        let quoted = heading::label(&line.text).is_some() && !open.text.ends_with('第');
        open.join(line);
        if self.cut.indented {
            return;
        }
        if heading && open.text.contains('。') && self.headings != Headings::RunIn {
            let said = "标题写满了一行，先和下一行接成一段；标题如果到行末为止，请从那里断开";
            open.doubt = Some(said.to_owned());
        } else if quoted {
            let said = "有一行以标题的序号开头，因为上一行的话没有说完，先接成一段；如果是标题，请从那里断开";
            open.doubt = Some(said.to_owned());
        }
    }
}

/// Whether spaces in a passage are those of a cut line, not of a signature.
fn is_prose(passage: &Passage) -> bool {
    passage.role != Role::Noise && (passage.is_joined() || ends(passage) || is_numbered(passage))
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
        "调整充实法治建设领导小组，由镇长任组长，下设办公室，全年召开会议四次，专题研究渔船管理、养殖用海清退等议题，列入干部培训第一课。办公 室设在司法所。",
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
