//! Headings of parts and items, by the sequence of their numbers.
//!
//! One match of a pattern proves nothing: 三、 may begin any sentence. A number
//! is that of a heading if it goes on from the heading before it; one that is
//! skipped or repeated is taken with a doubt if the line has the shape of a
//! heading, because a slip in the numbering must reach the checks as it stands.

use super::lost;
use super::numbers::{FIRST_PART, Number, numbers, styled};
use crate::import::heading::{self, Split};
use crate::import::keys;
use crate::import::notes::Note;
use crate::import::passage::{Passage, Role, compact};
use crate::report::Level;

/// The longest heading that is believed in spite of a slip in its number.
const SURE: usize = 40;

/// Marks the headings from the first one on.
pub(super) fn mark(passages: &mut [&mut Passage], notes: &mut Vec<Note>) {
    let view: Vec<&Passage> = passages.iter().map(|passage| &**passage).collect();
    let found = Marker::new(&view).all();
    for (passage, found) in passages.iter_mut().zip(found) {
        match found {
            Found::Text => {}
            Found::Heading(level) => passage.role = Role::Heading(level),
            Found::Told(level, said) => {
                passage.role = Role::Heading(level);
                notes.push(Note::at(passage, said));
            }
            Found::Doubtful(role, said) => passage.doubtful(role, said),
        }
    }
    lost::ask(passages, notes);
}

/// What a line turned out to be.
enum Found {
    Text,
    Heading(Level),
    /// A heading, with something to be told.
    Told(Level, String),
    Doubtful(Role, String),
}

struct Marker<'a> {
    passages: &'a [&'a Passage],
    numbers: Vec<Option<Number>>,
    /// The number of the last part, and of the last item in it; 0 before the first.
    part: u32,
    item: u32,
    /// The number of the last item in the part above.
    above: u32,
    /// The number of the last clause of a list within the text; 0 outside of one.
    clause: u32,
    /// Whether the items of this part are numbered 一、 too.
    nested: bool,
    /// Whether this part gives reasons, perhaps in a list of their own.
    reasons: bool,
}

impl<'a> Marker<'a> {
    fn new(passages: &'a [&'a Passage]) -> Self {
        let numbers = numbers(passages);
        Self {
            passages,
            numbers,
            part: 0,
            item: 0,
            above: 0,
            clause: 0,
            nested: false,
            reasons: false,
        }
    }

    fn all(mut self) -> Vec<Found> {
        (0..self.passages.len()).map(|index| self.heading(index)).collect()
    }

    fn heading(&mut self, index: usize) -> Found {
        let found = match self.numbers[index] {
            Some(Number { form: Level::Part, ordinal }) => self.part(index, ordinal),
            Some(Number { form: Level::Item, ordinal }) => self.item(index, ordinal),
            None => styled(self.passages[index]).map_or(Found::Text, Found::Heading),
        };
        let found = match found {
            Found::Heading(level) if self.is_bare(index) => Found::Doubtful(
                Role::Heading(level),
                "只有序号，没有标题；标题在下一行的，就把下一行接上".to_owned(),
            ),
            found => found,
        };
        if let Found::Heading(level)
        | Found::Told(level, _)
        | Found::Doubtful(Role::Heading(level), _) = found
        {
            self.take(level, index);
        }
        found
    }

    fn take(&mut self, level: Level, index: usize) {
        let ordinal = self.numbers[index].map(|number| number.ordinal);
        match level {
            Level::Part => {
                self.nested = self.followed_at_once(index);
                self.above = if self.item > 0 { self.item } else { self.above };
                self.item = 0;
                self.part = ordinal.unwrap_or(self.part + 1);
                self.reasons = gives_reasons(&self.passages[index].text);
            }
            Level::Item => self.item = ordinal.unwrap_or(self.item + 1),
        }
    }

    /// Whether a 一、 stands right below: then its own numbers are those of items.
    fn followed_at_once(&self, index: usize) -> bool {
        self.numbers.get(index + 1) == Some(&Some(FIRST_PART))
    }

    /// Whether a line is a number and nothing else.
    fn is_bare(&self, index: usize) -> bool {
        let label = heading::label(&self.passages[index].text);
        label.is_some_and(|label| label.rest.is_empty())
    }

    fn part(&self, index: usize, ordinal: u32) -> Found {
        let words = words(self.passages[index]);
        let (next_part, next_item) = (ordinal == self.part + 1, ordinal == self.item + 1);
        match (self.nested && next_item, next_part) {
            (false, true) if words.is_empty() && self.comes_again(index) => Found::Doubtful(
                Role::Text,
                "有序号，但后面不是标题，同一个序号下面还有，先按正文收下".to_owned(),
            ),
            (false, true) => Found::Heading(Level::Part),
            (true, true) if self.followed_at_once(index) => Found::Heading(Level::Part),
            (true, true) if keys::begins_part(words) => Found::Doubtful(
                Role::Heading(Level::Part),
                "两级标题都编一、二、：看意思像一级标题，请定一下".to_owned(),
            ),
            (true, _) => Found::Heading(Level::Item),
            (false, false) => self.slip(Level::Part, ordinal, index),
        }
    }

    /// Whether the same number stands again below, with words behind it.
    fn comes_again(&self, index: usize) -> bool {
        let later = self.numbers.iter().zip(self.passages).skip(index + 1);
        let mut same = later.filter(|(number, _)| **number == self.numbers[index]);
        same.any(|(_, passage)| !words(passage).is_empty())
    }

    fn item(&mut self, index: usize, ordinal: u32) -> Found {
        if self.is_clause(index, ordinal) {
            return Found::Text;
        }
        if ordinal == self.item + 1 {
            return Found::Heading(Level::Item);
        }
        if ordinal == 1 && self.item > 1 && self.goes_on(index) {
            let said = "从这里起节号又从头编，照原样收下".to_owned();
            let listed = self.reasons || gives_reasons(self.above(index));
            return if listed {
                Found::Told(Level::Item, said)
            } else {
                Found::Doubtful(Role::Heading(Level::Item), said + "；是上一节里的列举就改成正文")
            };
        }
        if self.item == 0 && self.above > 0 && ordinal == self.above + 1 {
            let said = "节号接着上一部分往下编，照原样收下".to_owned();
            return Found::Told(Level::Item, said);
        }
        self.slip(Level::Item, ordinal, index)
    }

    /// The text of the line above.
    fn above(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |above| &self.passages[above].text)
    }

    /// Whether a line is a clause of a list within the text: such begin behind a
    /// ： and end with ；, as those of a law do.
    fn is_clause(&mut self, index: usize, ordinal: u32) -> bool {
        let own_ends = self.passages[index].text.ends_with('；');
        let above = self.above(index);
        let begins = ordinal == 1 && own_ends && above.ends_with(['：', ':']);
        let goes_on = self.clause > 0 && ordinal == self.clause + 1 && above.ends_with('；');
        self.clause = if begins || goes_on { ordinal } else { 0 };
        begins || goes_on
    }

    /// Whether （二） follows before the next part.
    fn goes_on(&self, index: usize) -> bool {
        let ahead = self.numbers[index + 1..].iter().flatten();
        let second = Number { form: Level::Item, ordinal: 2 };
        ahead.take_while(|number| number.form == Level::Item).next() == Some(&second)
    }

    /// A number that does not go on: a heading if the line can be nothing else.
    fn slip(&self, level: Level, ordinal: u32, index: usize) -> Found {
        let last = if level == Level::Part { self.part } else { self.item };
        let words = words(self.passages[index]);
        let first = level == Level::Part && last == 0;
        let near = last > 0 && (ordinal == last || ordinal == last + 2);
        let meant = level == Level::Part && keys::begins_part(words);
        let label = heading::label(&self.passages[index].text);
        let written = label.map(|label| compact(label.written)).unwrap_or_default();
        if (first || near || meant) && (1..=SURE).contains(&words.chars().count()) {
            let said = if first {
                format!("「{written}」前面没有「一、」，先按标题收下")
            } else {
                format!("「{written}」与前面的编号不相接（跳号或重号），先按标题收下")
            };
            Found::Doubtful(Role::Heading(level), said)
        } else {
            let said = format!("「{written}」与前面的编号不相接，先按正文收下");
            Found::Doubtful(Role::Text, said)
        }
    }
}

/// The words of a heading, without its number; empty where it is parted from no text.
fn words(passage: &Passage) -> &str {
    let text = &passage.text;
    let label = heading::label(text).or_else(|| heading::chapter(text));
    label.map_or("", |label| {
        let Split { heading, .. } = heading::split(label.rest);
        heading
    })
}

/// Whether a text speaks of shortcomings or their reasons.
fn gives_reasons(text: &str) -> bool {
    ["原因", "不足", "问题"].iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn read(text: &str) -> (Vec<Role>, Vec<String>) {
        let mut passages = split(text).0;
        let mut notes = Vec::new();
        mark(&mut passages.iter_mut().collect::<Vec<_>>(), &mut notes);
        let doubts = passages.iter().filter_map(|p| p.doubt.clone());
        let said = notes.iter().map(|n| n.message.clone()).chain(doubts).collect();
        (passages.iter().map(|p| p.role).collect(), said)
    }

    const PART: Role = Role::Heading(Level::Part);
    const ITEM: Role = Role::Heading(Level::Item);

    #[test]
    fn numbers_make_headings_where_they_go_on() {
        let (roles, said) =
            read("一、成效\n（一）学习\n甲。\n（二）履职\n二、不足\n五、其他事项说的是另一件事。");
        assert_eq!(roles, [PART, ITEM, Role::Text, ITEM, PART, Role::Text]);
        assert_eq!(said.len(), 1, "{said:?}");
        let (roles, said) = read("一、成效\n（一）学习\n（三）履职\n（三）监督");
        assert_eq!(roles, [PART, ITEM, ITEM, ITEM]);
        assert_eq!(said.len(), 2, "{said:?}");
    }

    #[test]
    fn items_that_are_numbered_like_parts_are_nested() {
        let (roles, said) = read(
            "一、主要工作\n一、加强学习\n甲。\n二、依法履职\n乙。\n二、存在的不足\n一、力量不足\n\
             二、办法不多\n三、下一步打算\n丙。",
        );
        assert_eq!(
            roles,
            [PART, ITEM, Role::Text, ITEM, Role::Text, PART, ITEM, ITEM, PART, Role::Text]
        );
        assert!(said.is_empty() || said.iter().all(|s| s.contains("两级标题")), "{said:?}");
    }

    #[test]
    fn a_second_list_in_a_part_begins_anew() {
        let (roles, said) =
            read("一、不足和原因\n（一）甲\n（二）乙\n（一）丙\n（二）丁\n二、打算");
        assert_eq!(roles, [PART, ITEM, ITEM, ITEM, ITEM, PART]);
        assert_eq!(said.len(), 1, "{said:?}");
    }

    #[test]
    fn clauses_of_a_law_are_text() {
        let (roles, said) = read(
            "一、成效\n（一）学习\n甲。\n（二）履职\n应当履行以下职责：\n（一）宣传；\n（二）检查；\n\
             （三）处罚。\n（三）严格执法\n乙。",
        );
        let text = Role::Text;
        assert_eq!(roles, [PART, ITEM, text, ITEM, text, text, text, text, ITEM, text]);
        assert!(said.is_empty(), "{said:?}");
        let (_, said) = read("一、成效\n（一）学习\n（二）履职\n（一）甲\n（二）乙");
        assert!(said[0].contains("又从头编"), "{said:?}");
    }

    #[test]
    fn parts_under_chapters_are_items() {
        let (roles, said) = read(
            "第一部分　主要成效\n一、学习\n甲。\n二、履职\n（一）乙\n第二部分　不足\n一、力量不足",
        );
        assert_eq!(roles, [PART, ITEM, Role::Text, ITEM, Role::Text, PART, ITEM]);
        assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn slips_that_can_be_understood_are_headings() {
        let (roles, said) = read("二、不足\n甲。\n三、打算");
        assert_eq!((roles, said.len()), (vec![PART, Role::Text, PART], 1));
        let (roles, said) =
            read("一、成效\n（一）学习\n（二）履职\n二、不足\n（三）力量\n（四）办法");
        assert_eq!((roles, said.len()), (vec![PART, ITEM, ITEM, PART, ITEM, ITEM], 1));
        let (roles, said) = read("一、成效\n三、第一责任人\n二、存在的不足\n四、打算");
        assert_eq!(roles, [PART, PART, PART, PART]);
        assert!(said.len() >= 2, "{said:?}");
        let (roles, said) =
            read("一、成效\n二、我镇成立专班，办案12件。\n二、存在的不足\n三、打算");
        assert_eq!((roles, said.len()), (vec![PART, Role::Text, PART, PART], 1));
    }

    #[test]
    fn half_a_heading_is_asked_about() {
        let (roles, said) = read("一、推进法治政府建设的主要举措\n和成效\n甲。\n二、\n不足");
        assert_eq!(roles, [PART, Role::Text, Role::Text, PART, Role::Text]);
        assert_eq!(said.len(), 2, "{said:?}");
    }

    #[test]
    fn a_heading_that_lost_its_end_is_asked_about() {
        let long =
            "健全依法决策机制全面落实重大行政决策程序把合法性审查作为必经环节全年召开会议听取汇报";
        let (roles, said) = read(&format!(
            "一、成效\n（一）学习。甲。\n（二）{long}一年一次，{long}。\n（三）监督。乙。"
        ));
        assert_eq!(roles, [PART, ITEM, ITEM, ITEM]);
        assert_eq!(said.len(), 1, "{said:?}");
        let (_, said) = read(&format!("一、成效\n（一）{long}，{long}。\n（二）{long}，{long}。"));
        assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn a_style_makes_a_heading_without_a_number() {
        let mut passages = split("主要成效\n深入学习\n甲。").0;
        passages[0].level = Some(Level::Part);
        passages[1].level = Some(Level::Item);
        mark(&mut passages.iter_mut().collect::<Vec<_>>(), &mut Vec::new());
        let roles: Vec<Role> = passages.iter().map(|p| p.role).collect();
        assert_eq!(roles, [PART, ITEM, Role::Text]);
    }
}
