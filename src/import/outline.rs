//! Parts and items from paragraphs, by the sequence of their numbers.
//!
//! One match of a pattern proves nothing: 三、 may begin any sentence. A number
//! is that of a heading if it goes on from the heading before it; one that is
//! skipped or repeated is taken with a note if the line has the shape of a
//! heading, because a slip in the numbering must reach the checks as it stands.

use crate::report::{HeadingStyle, Level, Section, SectionId, Written};

use super::Note;
use super::heading::{self, Label, Split};
use super::line::{Line, compact};

/// The longest heading that is believed in spite of a slip in its number.
const SURE: usize = 40;

/// The longest sentence that is an own-line heading although it ends with 。
/// and no text follows.
const SENTENCE: usize = 30;

/// Sections with the style that most headings of items have.
pub(super) struct Outline {
    pub(super) sections: Vec<Section>,
    pub(super) style: HeadingStyle,
    /// The line of each section's heading.
    pub(super) lines: Vec<usize>,
}

/// The index of the line with the first heading, 一、.
pub(super) fn first_heading(lines: &[Line]) -> Option<usize> {
    lines.iter().position(|line| {
        let label = heading::label(&line.text);
        label.is_some_and(|label| (label.level, label.ordinal) == (Level::Part, 1))
    })
}

/// Reads the lines from the first heading on.
pub(super) fn read(lines: &[Line], notes: &mut Vec<Note>) -> Outline {
    let mut reader = Reader { found: Vec::new(), part: 0, item: 0, notes };
    for line in lines {
        reader.line(line);
    }
    finish(reader.found)
}

/// A section with its heading as it is written.
struct Found {
    level: Level,
    label: String,
    heading: String,
    end: String,
    style: HeadingStyle,
    body: Vec<String>,
    line: usize,
}

struct Reader<'a> {
    found: Vec<Found>,
    /// The number of the last part, and of the last item in it; 0 before the first.
    part: u32,
    item: u32,
    notes: &'a mut Vec<Note>,
}

impl Reader<'_> {
    fn line(&mut self, line: &Line) {
        let taken = heading::label(&line.text).filter(|label| self.takes(label, line));
        match (taken, self.found.last_mut()) {
            (Some(label), _) => self.open(&label, line.number),
            (None, Some(section)) => section.body.push(line.text.clone()),
            (None, None) => {}
        }
    }

    fn last(&self, level: Level) -> u32 {
        match level {
            Level::Part => self.part,
            Level::Item => self.item,
        }
    }

    /// Whether the number goes on from the last one, or slips in a line that
    /// can be nothing but a heading.
    fn takes(&mut self, label: &Label, line: &Line) -> bool {
        let last = self.last(label.level);
        if label.ordinal == last + 1 {
            return true;
        }
        let slips = last > 0 && (label.ordinal == last || label.ordinal == last + 2);
        let Split { heading, .. } = heading::split(label.rest);
        let sure = slips && (1..=SURE).contains(&heading.chars().count());
        let written = compact(label.written);
        self.notes.push(Note::at(
            line,
            if sure {
                format!("「{written}」与前面的编号不相接（跳号或重号），仍按标题收下，请核对")
            } else {
                format!("「{written}」与前面的编号不相接，按正文收下；如果是标题，请在目录里拆出")
            },
        ));
        sure
    }

    fn open(&mut self, label: &Label, line: usize) {
        match label.level {
            Level::Part => (self.part, self.item) = (label.ordinal, 0),
            Level::Item => self.item = label.ordinal,
        }
        let Split { heading, end, style, body } = heading::split(label.rest);
        self.found.push(Found {
            level: label.level,
            label: compact(label.written),
            heading: heading.to_owned(),
            end: end.to_owned(),
            style,
            body: body.map(str::to_owned).into_iter().collect(),
            line,
        });
    }
}

fn finish(mut found: Vec<Found>) -> Outline {
    for section in &mut found {
        section.settle();
    }
    let style = majority(&found);
    let mut ordinals = (0, 0);
    let lines = found.iter().map(|section| section.line).collect();
    let sections = found.into_iter().zip(1..).map(|(section, id)| {
        ordinals = match section.level {
            Level::Part => (ordinals.0 + 1, 0),
            Level::Item => (ordinals.0, ordinals.1 + 1),
        };
        let ordinal = if section.level == Level::Part { ordinals.0 } else { ordinals.1 };
        section.finish(SectionId(id), ordinal, style)
    });
    Outline { sections: sections.collect(), style, lines }
}

/// Where most headings of items stand; on their own line in doubt.
fn majority(found: &[Found]) -> HeadingStyle {
    let items = found.iter().filter(|s| s.level == Level::Item && !s.heading.is_empty());
    let (run_in, own): (Vec<_>, Vec<_>) = items.partition(|s| s.style == HeadingStyle::RunIn);
    if run_in.len() > own.len() { HeadingStyle::RunIn } else { HeadingStyle::OwnLine }
}

impl Found {
    /// An item of one sentence has no heading: the sentence is its text.
    fn settle(&mut self) {
        let sentence = self.end == "。" && self.heading.chars().count() > SENTENCE;
        if self.level == Level::Item && sentence && self.body.is_empty() {
            let text = std::mem::take(&mut self.heading) + "。";
            self.body.push(text);
            self.end.clear();
            self.style = HeadingStyle::RunIn;
        }
    }

    fn finish(self, id: SectionId, ordinal: u32, items: HeadingStyle) -> Section {
        let mut section = Section { body: self.body, ..Section::new(id, self.level, self.heading) };
        let style = (section.heading_style(items) != self.style).then_some(self.style);
        section.written = Written { style, ..Written::default() };
        let end = (section.heading_end(items) != self.end).then_some(self.end);
        let label = (self.level.label(ordinal) != self.label).then_some(self.label);
        section.written = Written { label, end, style };
        section
    }
}
