//! The marks of a part with text, in order: each is told to the story.
//!
//! What is not named here is passed through: its content counts, itself does
//! not. So content controls, links and what later versions of Word bring
//! lose no text.

use super::piece::Sight;
use super::story::{Story, Told, Totals};
use super::styles::small;
use super::symbol;
use super::xml::{Element, Node, Xml};
use crate::import::ImportError;

/// What an open element is, for its end and for what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    /// Passed through.
    Plain,
    Paragraph,
    /// The properties of a paragraph.
    Properties,
    /// Its number.
    Number,
    Run,
    /// The properties of a run, or of the end of a paragraph.
    RunProperties,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    /// Text; whether white space at its ends counts.
    Text(bool),
    /// Text of a deletion.
    DeletedText,
    /// The code of a field.
    Code,
    Inserted(Totals),
    Deleted(Totals),
    /// One of several forms of the same; whether one was taken.
    Alternate(bool),
    /// An object, whose picture is no picture of the text.
    Object,
}

/// Elements whose content is no text, though some of it has the names of text.
const SKIPPED: [&str; 5] = ["sectPr", "tabs", "tabLst", "sdtPr", "sdtEndPr"];

struct Walk<'a> {
    story: Story<'a>,
    open: Vec<Tag>,
    /// How many skipped elements are open.
    skipped: usize,
    /// The text of the open element of text, so far.
    text: String,
}

/// Takes apart a part with text.
pub(super) fn read(part: &str, story: Story) -> Result<Told, ImportError> {
    let mut xml = Xml::new(part);
    let mut walk = Walk { story, open: Vec::new(), skipped: 0, text: String::new() };
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(_) if walk.skipped > 0 => walk.skipped += 1,
            Node::End if walk.skipped > 0 => walk.skipped -= 1,
            Node::Start(element) => match walk.begin(&element)? {
                Some(tag) => walk.open.push(tag),
                None => walk.skipped = 1,
            },
            Node::End => walk.end()?,
            Node::Text(text) => walk.take(&text),
        }
    }
    walk.story.finish()
}

impl Walk<'_> {
    fn parent(&self) -> Tag {
        self.open.last().copied().unwrap_or(Tag::Plain)
    }

    /// An element begins; none if its content is to be skipped.
    fn begin(&mut self, element: &Element) -> Result<Option<Tag>, ImportError> {
        let name = element.name();
        // What ends in Change tells how properties were before a revision.
        if SKIPPED.contains(&name) || name.ends_with("Change") {
            return Ok(None);
        }
        match self.parent() {
            Tag::Properties | Tag::Number => return Ok(Some(self.property(element))),
            Tag::RunProperties => {
                self.run_property(element);
                return Ok(Some(Tag::Plain));
            }
            Tag::RowProperties | Tag::CellProperties => {
                if matches!(name, "del" | "cellDel") {
                    self.story.delete_cells();
                }
                return Ok(Some(Tag::Plain));
            }
            Tag::Alternate(true) if matches!(name, "Choice" | "Fallback") => return Ok(None),
            Tag::Alternate(false) if matches!(name, "Choice" | "Fallback") => {
                self.open.pop();
                self.open.push(Tag::Alternate(true));
                return Ok(Some(Tag::Plain));
            }
            _ => {}
        }
        if let Some(tag) = self.structure(element) {
            return Ok(Some(tag));
        }
        if name == "rt" {
            self.story.see(Sight::Ruby);
            return Ok(None);
        }
        self.content(element)?;
        Ok(Some(if name == "object" { Tag::Object } else { Tag::Plain }))
    }

    /// What holds other things.
    fn structure(&mut self, element: &Element) -> Option<Tag> {
        let totals = self.story.totals();
        Some(match element.name() {
            "p" => {
                self.story.begin_paragraph();
                Tag::Paragraph
            }
            "pPr" => Tag::Properties,
            "r" => {
                self.story.begin_run();
                Tag::Run
            }
            "rPr" => Tag::RunProperties,
            "tr" => {
                self.story.begin_row();
                Tag::Row
            }
            "trPr" => Tag::RowProperties,
            "tc" => {
                self.story.begin_cell();
                Tag::Cell
            }
            "tcPr" => Tag::CellProperties,
            "t" => Tag::Text(element.is("space", "preserve")),
            "delText" => Tag::DeletedText,
            "instrText" | "delInstrText" => Tag::Code,
            "ins" | "moveTo" => Tag::Inserted(totals),
            "del" | "moveFrom" => {
                self.story.begin_deleted();
                Tag::Deleted(totals)
            }
            "AlternateContent" => Tag::Alternate(false),
            "footnote" | "endnote" => {
                self.story.begin_note(element.number("id").unwrap_or_default());
                Tag::Plain
            }
            _ => return None,
        })
    }

    /// What stands in a text.
    fn content(&mut self, element: &Element) -> Result<(), ImportError> {
        let sight = match element.name() {
            "tab" | "ptab" => return self.story.text("\t"),
            "br" | "cr" => return self.story.text("\u{b}"),
            "noBreakHyphen" => return self.story.text("-"),
            "softHyphen" => return self.story.text("\u{ad}"),
            "sym" => return self.symbol(element),
            "textpath" => return self.drawn(element),
            "fldChar" => {
                match element.attr("fldCharType").as_deref() {
                    Some("begin") => self.story.begin_field(),
                    Some("separate") => self.story.begin_result(),
                    Some("end") => self.story.end_field(),
                    _ => {}
                }
                return Ok(());
            }
            "commentReference" => Sight::Comment,
            "footnoteReference" => Sight::FootNote(element.number("id").unwrap_or_default()),
            "endnoteReference" => Sight::EndNote(element.number("id").unwrap_or_default()),
            "imagedata" if self.open.contains(&Tag::Object) => return Ok(()),
            "pic" | "imagedata" | "contentPart" => Sight::Picture,
            "chart" => Sight::Chart,
            "relIds" => Sight::Diagram,
            "object" => Sight::Object,
            "oMath" => Sight::Equation,
            "altChunk" | "subDoc" => Sight::Embedded,
            _ => return Ok(()),
        };
        self.story.see(sight);
        Ok(())
    }

    /// A sign from a font of signs.
    fn symbol(&mut self, element: &Element) -> Result<(), ImportError> {
        let font = element.attr("font").unwrap_or_default();
        let code = element.attr("char").unwrap_or_default();
        if let Some(c) = symbol::character(&font, &code) {
            return self.story.text(c.encode_utf8(&mut [0; 4]));
        }
        self.story.see(Sight::Symbol);
        Ok(())
    }

    /// Text that is drawn, as in the red heads of old files: a line of its own.
    fn drawn(&mut self, element: &Element) -> Result<(), ImportError> {
        let text = element.attr("string").unwrap_or_default();
        self.story.begin_paragraph();
        let taken = self.story.text(&text);
        self.story.end_paragraph();
        taken
    }

    /// A property of a paragraph.
    fn property(&mut self, element: &Element) -> Tag {
        let in_number = self.parent() == Tag::Number;
        let Some(properties) = self.story.properties() else {
            return Tag::Plain;
        };
        match element.name() {
            "rPr" => return Tag::RunProperties,
            "numPr" => return Tag::Number,
            "ilvl" if in_number => properties.depth = small(element),
            "numId" if in_number => properties.list = element.number("val"),
            "pStyle" => properties.style = element.val(),
            "outlineLvl" => properties.outline = small(element),
            _ => {}
        }
        Tag::Plain
    }

    /// A property of a run, or of the end of a paragraph.
    fn run_property(&mut self, element: &Element) {
        let of_end = self.open.iter().rev().nth(1) == Some(&Tag::Properties);
        match (element.name(), self.story.properties()) {
            ("del" | "moveFrom", Some(properties)) if of_end => properties.end_deleted = true,
            ("vanish" | "specVanish", Some(properties)) if of_end => {
                properties.end_hidden |= element.is_on();
            }
            ("vanish", _) if !of_end => self.story.hide_run(element.is_on()),
            ("rStyle", _) if !of_end => self.story.style_run(&element.val().unwrap_or_default()),
            _ => {}
        }
    }

    /// The innermost open element ends.
    fn end(&mut self) -> Result<(), ImportError> {
        let Some(tag) = self.open.pop() else {
            return Ok(());
        };
        let totals = self.story.totals();
        match tag {
            Tag::Paragraph => self.story.end_paragraph(),
            Tag::Run => self.story.end_run(),
            Tag::Row => self.story.end_row(),
            Tag::Cell => self.story.end_cell(),
            Tag::Text(preserve) => return self.end_text(preserve),
            Tag::DeletedText => {
                let text = std::mem::take(&mut self.text);
                self.story.deleted_text(&text);
            }
            Tag::Code => {
                let text = std::mem::take(&mut self.text);
                self.story.code(&text);
            }
            Tag::Inserted(before) if totals.taken > before.taken => {
                self.story.note(Sight::Inserted);
            }
            Tag::Deleted(before) => {
                self.story.end_deleted();
                if totals.deleted > before.deleted {
                    self.story.note(Sight::Deleted);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Text ends. A line end in the file is a space to Word, and white space at
    /// the ends of a text counts only where the file says so.
    fn end_text(&mut self, preserve: bool) -> Result<(), ImportError> {
        let text = std::mem::take(&mut self.text);
        let text = text.replace(|c: char| c.is_control(), " ");
        self.story.text(if preserve { &text } else { text.trim_matches(' ') })
    }

    fn take(&mut self, text: &str) {
        if self.skipped == 0 && matches!(self.parent(), Tag::Text(_) | Tag::DeletedText | Tag::Code)
        {
            self.text.push_str(text);
        }
    }
}
