//! Web pages, as government sites show reports: text, headings, rows, the frame.
//!
//! A tokenizer of the standard reads the tags; no tree is built and no style
//! sheet read. So what is in front of a browser's user is known nearly, and
//! what is left out is told.

mod elements;
mod left_out;
mod lines;
mod open;
#[cfg(test)]
mod tests;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{EndTag, Error, HtmlString, StartTag, Token, Tokenizer};

use crate::import::ImportError;
use crate::import::source::{Format, MAX_CHARS, Source, SourceLine};
use crate::import::traced::Origin;

use super::place::Place;
use super::rank;
use super::references::References;
use left_out::LeftOut;
use lines::{Line, Lines, Manner};
use open::{Content, Element, Open};

/// The most tags and pieces of text that are read: a report that Word saved as a
/// page has some ten thousand.
const MAX_TOKENS: usize = 500_000;

/// The lines of a page.
///
/// # Errors
/// What has far more tags or text than the page of a report.
pub(super) fn read(text: &str) -> Result<Source, ImportError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let mut page = Page::new(&text);
    for token in Tokenizer::new_with_emitter(&*text, emitter) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        page.take(token)?;
    }
    Ok(page.finish())
}

/// A page that is being read.
struct Page<'a> {
    text: &'a str,
    place: Place<'a>,
    references: References,
    open: Open,
    lines: Lines,
    /// Elements of the frame so far.
    frames: usize,
    /// The number of a list item whose text has not begun.
    number: Option<u32>,
    left_out: LeftOut,
    tokens: usize,
    /// Characters of text, shown or hidden.
    chars: usize,
}

impl<'a> Page<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            place: Place::new(text),
            references: References::default(),
            open: Open::default(),
            lines: Lines::default(),
            frames: 0,
            number: None,
            left_out: LeftOut::default(),
            tokens: 0,
            chars: 0,
        }
    }

    fn take(&mut self, token: Token<usize>) -> Result<(), ImportError> {
        self.tokens += 1;
        if self.tokens > MAX_TOKENS {
            let why = format!("里面有 {MAX_TOKENS} 个以上的标记，不像一份报告");
            return Err(ImportError::Damaged { kind: "这个网页", why });
        }
        match token {
            Token::StartTag(tag) => self.start(&tag),
            Token::EndTag(EndTag { name, .. }) => self.end(&lossy(&name)),
            Token::String(piece) => {
                self.string(&lossy(&piece.value), piece.span.start, piece.span.end)?;
            }
            Token::Error(error) if error.value == Error::EofInComment => {
                self.left_out.cut.add(self.place.at(error.span.start));
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = lossy(&tag.name);
        let origin = self.place.at(tag.span.start);
        for closed in self.open.make_way(&name) {
            self.leave(&closed);
        }
        let mut element = self.element(name, tag);
        if elements::is_picture(&element.name)
            && element.content != Content::Hidden
            && element.manner.frame.is_none()
        {
            self.left_out.pictures.add(origin);
        }
        match &*element.name {
            "br" => self.lines.end_line(),
            "tr" if self.open.has("table") && !self.open.is_full() => {
                element.row = self.lines.begin_row();
            }
            "td" | "th" => self.lines.begin_cell(),
            name if elements::is_block(name) => self.lines.end_line(),
            _ => {}
        }
        if element.name == "li" {
            self.number = self.open.list().and_then(|list| {
                let number = list.ordinal?;
                list.ordinal = Some(number.saturating_add(1));
                Some(number)
            });
        }
        if !elements::is_void(&element.name) {
            self.open.push(element);
        }
    }

    /// An element with what it takes over from those around it.
    fn element(&mut self, name: String, tag: &StartTag<usize>) -> Element {
        let attribute =
            |name: &str| tag.attributes.get(name.as_bytes()).map(|value| lossy(&value.value));
        let outer = self.open.top();
        let mut manner = outer.map(|outer| outer.manner).unwrap_or_default();
        let (class, id) = (attribute("class"), attribute("id"));
        let is_frame = elements::is_frame(
            &name,
            class.as_deref().unwrap_or_default(),
            id.as_deref().unwrap_or_default(),
        );
        // The head of an article is no head of the page.
        let inside = name == "header" && (self.open.has("article") || self.open.has("main"));
        if is_frame && !inside && manner.frame.is_none() {
            manner.frame = Some(self.frames);
            self.frames += 1;
        }
        manner.link |= name == "button" || (name == "a" && attribute("href").is_some());
        manner.kept |= name == "pre" || name == "xmp";
        manner.rank = elements::rank(&name).or(manner.rank);
        let style = attribute("style").unwrap_or_default();
        let hides = attribute("hidden").is_some() || elements::is_hidden(&style);
        let own = match hides {
            _ if elements::has_no_text(&name) => Content::NoText,
            true => Content::Hidden,
            false => Content::Shown,
        };
        let numbers = name == "ol" && !style.replace(' ', "").contains("list-style-type:none");
        let start = attribute("start").and_then(|start| start.trim().parse().ok());
        Element {
            content: outer.map_or(own, |outer| own.max(outer.content)),
            ordinal: numbers.then_some(start.unwrap_or(1)),
            row: false,
            special: elements::is_special(&name),
            name,
            manner,
        }
    }

    fn end(&mut self, name: &str) {
        // A lone </p> or </br> is shown as an empty line.
        if matches!(name, "p" | "br") {
            self.lines.end_line();
        }
        for closed in self.open.close(name) {
            self.leave(&closed);
        }
    }

    fn leave(&mut self, element: &Element) {
        if element.row {
            self.lines.end_row();
        } else if elements::is_block(&element.name) {
            self.lines.end_line();
        }
    }

    fn string(&mut self, value: &str, start: usize, end: usize) -> Result<(), ImportError> {
        let top = self.open.top();
        if top.is_some_and(|top| top.content == Content::NoText) {
            return Ok(());
        }
        self.chars += value.chars().filter(|c| !c.is_ascii_whitespace()).count();
        if self.chars > MAX_CHARS {
            return Err(ImportError::TooMuch { chars: self.chars });
        }
        let manner = top.map(|top| top.manner).unwrap_or_default();
        let hidden = top.is_some_and(|top| top.content == Content::Hidden);
        let source = self.text.get(start..end).unwrap_or_default();
        for (byte, c) in self.references.characters(value, source) {
            let origin = self.place.at(start + byte);
            if hidden {
                if !c.is_whitespace() {
                    self.left_out.hidden.add(origin);
                }
                continue;
            }
            if !c.is_whitespace() {
                self.number(origin, manner);
            }
            self.lines.push(c, origin, manner);
        }
        Ok(())
    }

    /// Writes the number of a list item as a browser shows it.
    fn number(&mut self, origin: Origin, manner: Manner) {
        let Some(number) = self.number.take() else {
            return;
        };
        if manner.frame.is_some() || manner.link {
            return;
        }
        self.left_out.numbered.add(origin);
        for c in format!("{number}.").chars() {
            self.lines.push(c, origin, manner);
        }
    }

    fn finish(mut self) -> Source {
        let unended = self.open.top().is_some_and(|top| top.content == Content::NoText);
        if unended {
            let origin = self.place.at(self.text.len());
            self.left_out.cut.add(origin);
        }
        let lines = self.lines.finish();
        let ranks: Vec<Option<u8>> =
            lines.iter().map(|line| line.rank.filter(|_| line.frame.is_none())).collect();
        let levels = rank::levels(&ranks);
        let prose = prose_frames(&lines, self.frames);
        let line = |(line, level): (Line, _)| {
            let framed = line.frame.is_some_and(|frame| !prose[frame]);
            let linked =
                line.is_links() && !line.is_prose() && !line.text.trim().starts_with("附件");
            SourceLine { level, frame: framed || linked, text: line.text }
        };
        Source {
            format: Format::WebPage,
            encoding: None,
            lines: lines.into_iter().zip(levels).map(line).collect(),
            noise: Vec::new(),
            notes: self.left_out.notes(),
        }
    }
}

/// Which elements that were taken for a frame hold running text, and so are none.
fn prose_frames(lines: &[Line], frames: usize) -> Vec<bool> {
    let mut prose = vec![false; frames];
    for line in lines.iter().filter(|line| line.is_prose()) {
        if let Some(frame) = line.frame {
            prose[frame] = true;
        }
    }
    prose
}

/// Names and values come from a text, so nothing is lost.
fn lossy(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
