//! Headings and texts → sections, each with how the file wrote its heading.

use crate::import::heading::{self, Split};
use crate::import::map::SourceMap;
use crate::import::notes::Places;
use crate::import::passage::{Passage, compact};
use crate::import::traced::Traced;
use crate::report::find::Site;
use crate::report::section::Written;
use crate::report::{HeadingStyle, Level, Place, Section, SectionId};

/// The longest sentence that is a heading although it ends with 。 and no text
/// follows; with a comma in it, in characters.
const SENTENCE: usize = 30;
const WITH_COMMA: usize = 24;

/// The sections so far.
#[derive(Default)]
pub(super) struct Sections(Vec<Found>);

/// A section with its heading as it is written.
struct Found {
    level: Level,
    label: Traced,
    heading: Traced,
    end: Traced,
    style: HeadingStyle,
    body: Vec<Traced>,
    line: usize,
}

impl Sections {
    /// Begins a section with the heading that a passage is; its text may
    /// follow in the same line.
    pub(super) fn open(&mut self, level: Level, passage: &Passage) {
        let text = &passage.text;
        let label = heading::label(text).or_else(|| heading::chapter(text));
        let rest = label.as_ref().map_or(text.as_str(), |label| label.rest);
        let Split { heading, end, style, body } = heading::split(rest);
        let part = |own: &str| if own.is_empty() { Traced::default() } else { text.part(own) };
        self.0.push(Found {
            level,
            label: label.map(|label| part(label.written)).unwrap_or_default(),
            heading: part(heading),
            end: part(end),
            style,
            body: body.map(|body| text.part(body)).into_iter().collect(),
            line: passage.origin().line,
        });
    }

    /// Whether no heading was read yet.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a paragraph to the last section; gives it back before the first.
    pub(super) fn text(&mut self, text: Traced) -> Option<Traced> {
        match self.0.last_mut() {
            Some(section) => section.body.push(text),
            None => return Some(text),
        }
        None
    }

    /// The sections, and the style that most headings of items have.
    pub(super) fn finish(
        self,
        places: &mut Places,
        map: &mut SourceMap,
    ) -> (Vec<Section>, HeadingStyle) {
        let mut found = self.0;
        let mut start = 0;
        while start < found.len() {
            let ahead = found[start + 1..].iter();
            let end = ahead.take_while(|section| section.level == Level::Item).count();
            settle(&mut found[start..=start + end]);
            start += end + 1;
        }
        let style = majority(&found);
        places.section = found.first().map(|section| section.line);
        let mut ordinals = (0, 0);
        let sections = found.into_iter().zip(1..).map(|(section, id)| {
            let numbered = u32::from(!section.label.is_empty());
            ordinals = match section.level {
                Level::Part => (ordinals.0 + numbered, 0),
                Level::Item => (ordinals.0, ordinals.1 + numbered),
            };
            let ordinal = if section.level == Level::Part { ordinals.0 } else { ordinals.1 };
            section.finish(SectionId(id), ordinal, style, map)
        });
        (sections.collect(), style)
    }
}

/// Where most headings of items stand; on their own line in doubt.
fn majority(found: &[Found]) -> HeadingStyle {
    let items = found.iter().filter(|s| s.level == Level::Item && !s.heading.is_empty());
    let (run_in, own): (Vec<_>, Vec<_>) = items.partition(|s| s.style == HeadingStyle::RunIn);
    if run_in.len() > own.len() { HeadingStyle::RunIn } else { HeadingStyle::OwnLine }
}

/// A part with an item that is one long sentence and nothing else has a list
/// of sentences and no headings.
fn settle(part: &mut [Found]) {
    let alone = |section: &Found| section.is_sentence() && section.body.is_empty();
    if part.iter().any(|section| alone(section) && section.is_long()) {
        let texts = part.iter_mut().filter(|s| alone(s) || (s.is_sentence() && s.is_long()));
        texts.for_each(Found::become_text);
    }
}

impl Found {
    /// Whether it is an item of one sentence: such may be a text without heading.
    fn is_sentence(&self) -> bool {
        let own_line = self.style == HeadingStyle::OwnLine;
        self.level == Level::Item && ["。", "；"].contains(&self.end.as_str()) && own_line
    }

    /// Whether the sentence is too long for a heading.
    fn is_long(&self) -> bool {
        let length = self.heading.chars().count();
        length > SENTENCE || (length > WITH_COMMA && self.heading.contains('，'))
    }

    /// The sentence becomes the text of an item without heading.
    fn become_text(&mut self) {
        let mut text = std::mem::take(&mut self.heading);
        let end = std::mem::take(&mut self.end);
        text.append(&end);
        self.body.insert(0, text);
        self.style = HeadingStyle::RunIn;
    }

    fn finish(
        self,
        id: SectionId,
        ordinal: u32,
        items: HeadingStyle,
        map: &mut SourceMap,
    ) -> Section {
        let mut section = Section::new(id, self.level, self.heading.as_str());
        if !self.heading.is_empty() {
            map.add(Site::Heading(id), self.heading);
        }
        for (at, text) in self.body.into_iter().enumerate() {
            section.body.push(text.to_string());
            map.add(Site::Paragraph(Place::Section(id), at), text);
        }
        let style = (section.heading_style(items) != self.style).then_some(self.style);
        section.written = Written { style, ..Written::default() };
        let end = self.end.as_str();
        let end = (section.heading_end(items) != end).then(|| end.to_owned());
        let label = compact(&self.label);
        let label = (self.level.label(ordinal) != label).then_some(label);
        section.written = Written { label, end, style };
        map.add_heading(id, self.label, self.end);
        section
    }
}
