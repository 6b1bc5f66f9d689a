//! Headings of parts and items, by the sequence of their numbers.
//!
//! One match of a pattern proves nothing: 三、 may begin any sentence. A number
//! is that of a heading if it goes on from the heading before it; one that is
//! skipped or repeated is taken with a doubt if the line has the shape of a
//! heading, because a slip in the numbering must reach the checks as it stands.

use crate::import::heading::{self, Split};
use crate::import::keys;
use crate::import::notes::Note;
use crate::import::passage::{Passage, Role, compact};
use crate::report::Level;

/// The longest heading that is believed in spite of a slip in its number, and
/// the longest that a style makes one.
const SURE: usize = 40;

/// The shortest text that may hold a heading that lost its end, in characters.
const LOST: usize = 20;

/// The number of a heading as it is written: 一、 is that of a part by its
/// form, （一） that of an item. 0 for a heading by its style alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    form: Level,
    ordinal: u32,
}

/// The index of the line with the first heading: 一、, else （一） or a heading by style.
pub(super) fn first_heading<P: std::ops::Deref<Target = Passage>>(passages: &[P]) -> Option<usize> {
    let begins = |form: Level| {
        passages.iter().position(|passage| number(passage) == Some(Number { form, ordinal: 1 }))
    };
    let styled = || passages.iter().position(|passage| styled(passage).is_some());
    begins(Level::Part).or_else(|| begins(Level::Item)).or_else(styled)
}

/// Marks the headings from the first one on.
pub(super) fn mark(passages: &mut [&mut Passage], notes: &mut Vec<Note>) {
    let numbers: Vec<Option<Number>> = passages.iter().map(|passage| number(passage)).collect();
    let mut marker = Marker { numbers, part: 0, item: 0, nested: false };
    for (index, passage) in passages.iter_mut().enumerate() {
        match marker.heading(index, passage) {
            Found::Text => {}
            Found::Heading(level) => passage.role = Role::Heading(level),
            Found::Restart => {
                passage.role = Role::Heading(Level::Item);
                let said = "从这里起节号又从头编（如原因另编一遍），照原样收下";
                notes.push(Note::at(passage, said.to_owned()));
            }
            Found::Doubtful(role, said) => passage.doubtful(role, said),
        }
    }
    tell_lost_brackets(passages, notes);
    ask_for_lost_ends(passages);
}

/// What a line turned out to be.
enum Found {
    Text,
    Heading(Level),
    /// A second list of items within a part.
    Restart,
    Doubtful(Role, String),
}

struct Marker {
    numbers: Vec<Option<Number>>,
    /// The number of the last part, and of the last item in it; 0 before the first.
    part: u32,
    item: u32,
    /// Whether the items of this part are numbered 一、 too.
    nested: bool,
}

impl Marker {
    fn heading(&mut self, index: usize, passage: &Passage) -> Found {
        let found = match self.numbers[index] {
            Some(Number { form: Level::Part, ordinal }) => self.part(index, ordinal, passage),
            Some(Number { form: Level::Item, ordinal }) => self.item(index, ordinal, passage),
            None => styled(passage).map_or(Found::Text, Found::Heading),
        };
        if let Found::Heading(level) | Found::Doubtful(Role::Heading(level), _) = found {
            self.take(level, index);
        } else if matches!(found, Found::Restart) {
            self.item = 1;
        }
        found
    }

    fn take(&mut self, level: Level, index: usize) {
        let ordinal = self.numbers[index].map(|number| number.ordinal);
        match level {
            Level::Part => {
                self.nested = self.followed_at_once(index);
                self.item = 0;
                self.part = ordinal.unwrap_or(self.part + 1);
            }
            Level::Item => self.item = ordinal.unwrap_or(self.item + 1),
        }
    }

    /// Whether a 一、 stands right below: then its own numbers are those of items.
    fn followed_at_once(&self, index: usize) -> bool {
        self.numbers.get(index + 1) == Some(&Some(Number { form: Level::Part, ordinal: 1 }))
    }

    fn part(&self, index: usize, ordinal: u32, passage: &Passage) -> Found {
        let (next_part, next_item) = (ordinal == self.part + 1, ordinal == self.item + 1);
        match (self.nested && next_item, next_part) {
            (false, true) => Found::Heading(Level::Part),
            (true, true) if self.followed_at_once(index) => Found::Heading(Level::Part),
            (true, true) if keys::begins_part(words(passage)) => Found::Doubtful(
                Role::Heading(Level::Part),
                "两级标题都编一、二、：看意思像一级标题，请定一下".to_owned(),
            ),
            (true, _) => Found::Heading(Level::Item),
            (false, false) => self.slip(Level::Part, ordinal, passage),
        }
    }

    fn item(&self, index: usize, ordinal: u32, passage: &Passage) -> Found {
        if ordinal == self.item + 1 {
            return Found::Heading(Level::Item);
        }
        if ordinal == 1 && self.item > 1 && self.goes_on(index) {
            return Found::Restart;
        }
        self.slip(Level::Item, ordinal, passage)
    }

    /// Whether （二） follows before the next part.
    fn goes_on(&self, index: usize) -> bool {
        let ahead = self.numbers[index + 1..].iter().flatten();
        let second = Number { form: Level::Item, ordinal: 2 };
        ahead.take_while(|number| number.form == Level::Item).next() == Some(&second)
    }

    /// A number that does not go on: a heading if the line can be nothing else.
    fn slip(&self, level: Level, ordinal: u32, passage: &Passage) -> Found {
        let last = if level == Level::Part { self.part } else { self.item };
        let slips = last > 0 && (ordinal == last || ordinal == last + 2);
        let words = words(passage).chars().count();
        let label = heading::label(&passage.text);
        let written = label.map(|label| compact(label.written)).unwrap_or_default();
        if slips && (1..=SURE).contains(&words) {
            let said = format!("「{written}」与前面的编号不相接（跳号或重号），先按标题收下");
            Found::Doubtful(Role::Heading(level), said)
        } else {
            let said = format!("「{written}」与前面的编号不相接，先按正文收下");
            Found::Doubtful(Role::Text, said)
        }
    }
}

fn number(passage: &Passage) -> Option<Number> {
    let label = heading::label(&passage.text)?;
    Some(Number { form: label.level, ordinal: label.ordinal })
}

/// The level that the style gives a line that can be a heading.
fn styled(passage: &Passage) -> Option<Level> {
    let level = passage.level?;
    let sentence = passage.text.ends_with('。') && passage.text.matches('。').count() > 1;
    let third =
        heading::point(&passage.text).is_some() || heading::chained(&passage.text).is_some();
    (passage.len() <= SURE && !sentence && !third).then_some(level)
}

/// The words of a heading, without its number; empty where it is parted from no text.
fn words(passage: &Passage) -> &str {
    heading::label(&passage.text).map_or("", |label| heading::split(label.rest).heading)
}

/// （一） may have lost its first bracket; it is kept so, and told once.
fn tell_lost_brackets(passages: &[&mut Passage], notes: &mut Vec<Note>) {
    let item = |p: &&&mut Passage| p.role == Role::Heading(Level::Item);
    let label = |p: &Passage| heading::label(&p.text).map(|label| compact(label.written));
    let lost = |label: &String| label.contains(['）', ')']) && !label.starts_with(['（', '(']);
    let mut all = passages.iter().filter(item).filter(|p| label(p).is_some_and(|l| lost(&l)));
    if let Some(first) = all.next() {
        let written = label(first).unwrap_or_default();
        let more = match all.count() {
            0 => String::new(),
            count => format!("，这样的还有 {count} 处"),
        };
        let said = format!("「{written}」少了前面的括号{more}，照原样收下，按（一）一级算");
        notes.push(Note::at(first, said));
    }
}

/// Where most items of a part have a heading, one that has none has perhaps
/// lost the mark behind it.
fn ask_for_lost_ends(passages: &mut [&mut Passage]) {
    let mut start = 0;
    while start < passages.len() {
        let ahead = &passages[start + 1..];
        let part = |p: &Passage| p.role == Role::Heading(Level::Part);
        let end = ahead.iter().position(|p| part(p)).map_or(passages.len(), |at| start + 1 + at);
        ask_in_part(&mut passages[start..end]);
        start = end;
    }
}

fn ask_in_part(passages: &mut [&mut Passage]) {
    let items =
        || passages.iter().enumerate().filter(|(_, p)| p.role == Role::Heading(Level::Item));
    let lost: Vec<usize> = items().filter(|(_, p)| has_lost_end(p)).map(|(at, _)| at).collect();
    if lost.len() >= items().filter(|(_, passage)| is_headed(passage)).count() {
        return;
    }
    for at in lost {
        let said = "看不出标题到哪里为止：标题后面应有句号；请在标题末尾拆开，没有标题就照收";
        passages[at].doubtful(Role::Heading(Level::Item), said);
    }
}

/// Whether an item surely has a heading: words that are no sentence, or text behind them.
fn is_headed(passage: &Passage) -> bool {
    let Some(label) = heading::label(&passage.text) else { return false };
    let Split { heading, end, body, .. } = heading::split(label.rest);
    !heading.is_empty() && (body.is_some() || end != "。" || heading.chars().count() <= LOST)
}

fn has_lost_end(passage: &Passage) -> bool {
    let Some(label) = heading::label(&passage.text) else { return false };
    let Split { heading, body, .. } = heading::split(label.rest);
    heading.is_empty() && body.is_some_and(|text| text.chars().count() > LOST)
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
