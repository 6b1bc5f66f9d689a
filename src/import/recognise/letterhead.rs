//! The lines before the first heading: number, issuers, title, addressee, 导语.
//!
//! Told by form and order. A line that fits nowhere stays text: it is seen in
//! 导语 rather than dropped. A title that stands twice is noise.

mod aside;
mod number;
mod title;

use crate::import::notes::Note;
use crate::import::passage::{Passage, Role, compact};
use crate::import::{names, noise};

use super::closing::is_date;
pub(in crate::import) use number::doc_number;
pub(super) use title::ends_title;

/// The longest addressee, in characters.
const ADDRESSEE: usize = 40;
/// The longest line between title and addressee, in characters, and how many
/// there are.
const ASIDE: usize = 60;
const ASIDES: usize = 4;

/// What the end of a file says, for what stands below its title.
#[derive(Default)]
pub(super) struct Ending {
    /// Whether there is a date.
    pub dated: bool,
    /// Who signs, without white space.
    pub signed: String,
}

/// Marks the lines before the first heading; the frame of a web page is
/// already out of them.
pub(super) fn mark(passages: &mut [&mut Passage], ending: Ending, notes: &mut Vec<Note>) {
    let (issuers, title) = (String::new(), String::new());
    let mut marker = Marker { passages, at: 0, issuers, title, numbered: false, ending };
    marker.above_title();
    marker.title();
    marker.below_title(notes);
}

struct Marker<'a, 'b> {
    passages: &'a mut [&'b mut Passage],
    at: usize,
    /// The issuers and the title so far, without white space.
    issuers: String,
    title: String,
    /// Whether a document number was found.
    numbered: bool,
    ending: Ending,
}

impl Marker<'_, '_> {
    fn above_title(&mut self) {
        while let Some(passage) = self.passages.get_mut(self.at) {
            if is_rule(passage) || is_banner(passage) {
                passage.role = Role::Noise;
            } else if names::names(passage).is_some() {
                passage.role = Role::Issuer;
                self.issuers += &passage.compact();
            } else if !self.numbered && doc_number(&passage.text).is_some() {
                passage.role = Role::DocNumber;
                self.numbered = true;
            } else {
                return;
            }
            self.at += 1;
        }
    }

    fn title(&mut self) {
        let ahead: Vec<&Passage> = self.passages[self.at..].iter().map(|p| &**p).collect();
        let Some((skip, count)) = title::find(&ahead) else {
            self.ask_for_title();
            return;
        };
        for passage in &mut self.passages[self.at..self.at + skip] {
            if !self.numbered && doc_number(&passage.text).is_some() {
                passage.role = Role::DocNumber;
                self.numbered = true;
            } else if is_rule(passage) || is_banner(passage) {
                passage.role = Role::Noise;
            } else {
                let said = "标题前面的这一行不像报告里的，先去掉；要留下就改过来";
                passage.doubtful(Role::Noise, said);
            }
        }
        self.at += skip;
        for passage in &mut self.passages[self.at..self.at + count] {
            passage.role = Role::Title;
            let text = noise::labelled_title(&passage.text).map_or(&*passage.text, |(_, t)| t);
            self.title += &compact(text);
        }
        self.at += count;
    }

    fn ask_for_title(&mut self) {
        if let Some(first) = self.passages.get_mut(self.at)
            && first.doubt.is_none()
        {
            let said = "没有认出标题：这一行若是标题就改过来；文件里没有标题，就在版头里补上";
            first.doubt = Some(said.to_owned());
        }
    }

    fn below_title(&mut self, notes: &mut Vec<Note>) {
        while self.number(notes) || self.repeated() || self.other_title() {}
        if self.title.is_empty() {
            self.addressee();
            return;
        }
        match self.addressee_ahead() {
            Some(end) => {
                while self.at < end {
                    self.aside(true);
                }
            }
            None => while self.number(notes) || self.aside(false) {},
        }
        self.addressee();
    }

    /// A document number below the title.
    fn number(&mut self, notes: &mut Vec<Note>) -> bool {
        let Some(passage) = self.passages.get_mut(self.at) else { return false };
        let number = passage.text.as_str();
        if self.numbered || doc_number(number).is_none() {
            return false;
        }
        passage.role = Role::DocNumber;
        self.numbered = true;
        if !number.contains(['〔', '[', '(', '（', '【', '﹝', '［']) {
            let said = format!("文号「{number}」里年份的〔〕不见了，照原样收下，请核对");
            notes.push(Note::at(passage, said));
        }
        self.at += 1;
        true
    }

    /// The title once more, in the same words.
    fn repeated(&mut self) -> bool {
        let lines = self.title_again();
        for passage in &mut self.passages[self.at..self.at + lines] {
            passage.role = Role::Noise;
        }
        self.at += lines;
        lines > 0
    }

    /// A second title in other words is taken out, and asked about.
    fn other_title(&mut self) -> bool {
        let Some(passage) = self.passages.get_mut(self.at) else { return false };
        let other = !self.title.is_empty() && title::is_whole(passage);
        if other {
            let said = "又有一行标题，与前面的不同：留前面的，这一行先去掉；要留下就改过来";
            passage.doubtful(Role::Noise, said);
            self.at += 1;
        }
        other
    }

    /// How many lines repeat the title, alone or with the issuers above it.
    fn title_again(&self) -> usize {
        let with_issuers = format!("{}{}", self.issuers, self.title);
        let mut joined = String::new();
        let ahead = self.passages[self.at..].iter().take(title::AHEAD);
        for (passage, count) in ahead.zip(1..) {
            joined += &passage.compact();
            if !self.title.is_empty() && (joined == self.title || joined == with_issuers) {
                return count;
            }
        }
        0
    }

    /// The addressee below a few short lines that belong to neither it nor the title.
    fn addressee_ahead(&self) -> Option<usize> {
        let short = |p: &&&mut Passage| p.len() <= ASIDE && !p.text.ends_with('。');
        let lines = self.passages[self.at..].iter().take(ASIDES + 1).take_while(short).count();
        let found = |at: &usize| {
            let passage = &self.passages[*at];
            is_addressee(passage) && (*at == self.at || names_readers(passage))
        };
        (self.at..self.at + lines).find(found)
    }

    /// A line between the title and the addressee or the text; `forced` where
    /// it is known to be one. Moves on if it is.
    fn aside(&mut self, forced: bool) -> bool {
        let Some(passage) = self.passages.get(self.at) else { return false };
        let next = self.passages.get(self.at + 1);
        let dated_below = next.is_some_and(|next| is_date(&next.text));
        let own = aside::is_own(passage, dated_below, &self.title, &self.issuers, &self.ending);
        let Some(found) = aside::of(passage, own, forced, &self.ending) else { return false };
        self.ending.dated |= found.0 == Role::Date;
        if let Some(passage) = self.passages.get_mut(self.at) {
            passage.role = found.0;
            passage.doubt = found.1.map(str::to_owned);
        }
        self.at += 1;
        true
    }

    fn addressee(&mut self) {
        let last = self.at + 1 >= self.passages.len();
        let titled = !self.title.is_empty();
        if let Some(passage) = self.passages.get_mut(self.at)
            && (is_addressee(passage) || (titled && !last && is_bare_addressee(passage)))
        {
            passage.role = Role::Addressee;
        }
    }
}

/// A line of ★ ━ — and the like, as it parts the red head from the text.
fn is_rule(passage: &Passage) -> bool {
    passage.text.chars().all(|c| c.is_whitespace() || "★☆━─—－-_=＝*﹡●".contains(c))
}

/// The red head of a printed document: 云溪镇人民政府文件.
fn is_banner(passage: &Passage) -> bool {
    let text = passage.compact();
    text.strip_suffix("文件").is_some_and(names::is_name)
}

/// Whether an addressee names those who read a report, and is no sentence.
fn names_readers(passage: &Passage) -> bool {
    let text = passage.compact();
    let name = text.trim_end_matches(['：', ':']);
    let ends = ["委", "政府", "局", "办", "办公室", "代表", "领导", "厅", "会", "处", "组", "院"];
    ends.iter().any(|end| name.ends_with(end))
}

/// An addressee that lost its colon: bodies only.
fn is_bare_addressee(passage: &Passage) -> bool {
    let text = passage.compact();
    let body =
        |name: &str| ["委", "政府", "委员会", "办公室", "局"].iter().any(|end| name.ends_with(end));
    let names: Vec<&str> = text.split(['、', '，', ',']).collect();
    passage.len() <= ADDRESSEE && names.iter().all(|name| body(name))
}

fn is_addressee(passage: &Passage) -> bool {
    passage.len() <= ADDRESSEE && is_addressee_text(&passage.text)
}

/// Whether a text names whom the report is for, with the colon behind.
pub(super) fn is_addressee_text(text: &str) -> bool {
    text.ends_with(['：', ':'])
        && !text.contains('。')
        && !["如下", "报告", "汇报", "報告"].iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn head(text: &str) -> (Vec<(Role, String)>, Vec<Note>) {
        let mut passages = split(text).0;
        let mut notes = Vec::new();
        mark(&mut passages.iter_mut().collect::<Vec<_>>(), Ending::default(), &mut notes);
        (passages.into_iter().map(|p| (p.role, p.text.into_string())).collect(), notes)
    }

    fn roles(text: &str) -> Vec<Role> {
        head(text).0.into_iter().map(|(role, _)| role).collect()
    }

    #[test]
    fn a_full_title_block_is_read() {
        use Role::{Addressee, DocNumber, Issuer, Text, Title};
        let text = "中共云溪镇委员会\n临川县云溪镇人民政府\n关于2025年法治政府建设\n情况的报告\n\
             云委〔2026〕3号\n县委、县政府：\n2025年，我镇开展工作。现将情况报告如下：";
        assert_eq!(roles(text), [Issuer, Issuer, Title, Title, DocNumber, Addressee, Text]);
        let text = "云溪镇\n2025年法治政府建设年度报告\n县委、县政府\n正文。";
        assert_eq!(roles(text), [Title, Title, Addressee, Text]);
    }

    #[test]
    fn what_is_missing_stays_missing() {
        assert_eq!(roles("今年，我镇扎实推进工作，成效明显。现报告如下："), [Role::Text]);
    }

    #[test]
    fn a_title_that_stands_twice_is_listed() {
        let text = "云溪镇2025年法治政府建设年度报告\n云溪镇2025年法治政府\n建设年度报告\n正文。";
        assert_eq!(roles(text), [Role::Title, Role::Noise, Role::Noise, Role::Text]);
        assert_eq!(
            roles("云溪镇2025年法治报告\n云溪镇2025年度法治报告\n正文。"),
            [Role::Title, Role::Noise, Role::Text]
        );
    }

    #[test]
    fn lines_of_a_page_above_the_title_are_asked_about() {
        use Role::{Noise, Text, Title};
        let text = "政务公开\n互动交流\n云溪镇2025年法治政府建设年度报告\n正文。";
        assert_eq!(roles(text), [Noise, Noise, Title, Text]);
    }

    #[test]
    fn what_stands_around_a_number_is_no_part_of_it() {
        let text = "发文字号：云政〔2025〕5号  签发人：李某";
        assert_eq!(doc_number(text), Some("云政〔2025〕5号"));
        assert_eq!(roles(&format!("{text}\n云溪镇年度报告\n"))[0], Role::DocNumber);
        let (_, notes) = head("云溪镇2025年法治报告\n云政发202515号\n正文。");
        assert!(notes[0].message.contains("〔〕"), "{notes:?}");
    }
}
