//! The XML of a part, one mark after another, by local names.
//!
//! What no program for documents writes is refused here, for all parts: a
//! document type (bombs are made of its entities), unknown entities, marks in
//! marks without end.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::damaged;
use crate::import::ImportError;

/// The deepest nesting that is read; tables in text boxes in tables stay far below.
const MAX_DEPTH: usize = 256;

/// The longest name that is read, in bytes: Word allows 253 characters.
const MAX_WORD: usize = 1024;

/// A part that is being read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

/// One mark or a piece of text.
pub(super) enum Node<'a> {
    /// An element begins; one without content ends with the next node.
    Start(Element<'a>),
    /// The innermost open element ends.
    End,
    /// Text, with its entities resolved one by one.
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl<'a> Xml<'a> {
    /// Begins to read a part.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next node; none at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, ImportError> {
        loop {
            let event = self.reader.read_event().map_err(|_| broken())?;
            return Ok(Some(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(damaged(format!("里面的内容套了 {MAX_DEPTH} 层以上")));
                    }
                    Node::Start(Element(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or_else(broken)?;
                    Node::End
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(name) => Node::Text(resolved(&name)?),
                Event::DocType(_) => return Err(damaged("里面有 DTD，不能放心读")),
                Event::Eof if self.depth > 0 => return Err(broken()),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            }));
        }
    }
}

impl Element<'_> {
    /// The name without prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attr(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let mut found = attributes.filter(|one| one.key.local_name().into_inner() == name);
        found.next()?.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The value of an attribute that names something; none where it is longer
    /// than any name, because names are looked up for every run of a document.
    pub(super) fn word(&self, name: &str) -> Option<String> {
        self.attr(name).filter(|word| word.len() <= MAX_WORD)
    }

    /// The attribute `val`.
    pub(super) fn val(&self) -> Option<String> {
        self.word("val")
    }

    /// The attribute `val` as a number, kept within bounds that can be counted with.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        const MOST: i64 = 1_000_000;
        let number: i64 = self.attr(name)?.trim().parse().ok()?;
        u32::try_from(number.clamp(0, MOST)).ok()
    }

    /// Whether an attribute has this value.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.attr(name).is_some_and(|found| found == value)
    }

    /// Whether a property that is on or off is on: it is without a value.
    pub(super) fn is_on(&self) -> bool {
        !self.val().is_some_and(|val| matches!(val.as_str(), "0" | "false" | "off"))
    }
}

fn resolved<'a>(name: &BytesRef<'_>) -> Result<Cow<'a, str>, ImportError> {
    if let Some(text) = resolve_xml_entity(name) {
        return Ok(Cow::Borrowed(text));
    }
    match name.resolve_char_ref() {
        Ok(Some(c)) => Ok(Cow::Owned(c.to_string())),
        _ => Err(damaged("里面有不认识的实体")),
    }
}

fn broken() -> ImportError {
    damaged("里面的标记不完整")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, ImportError> {
        let mut xml = Xml::new(text);
        let mut seen = String::new();
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => {
                    seen.push('<');
                    seen += element.name();
                    seen += &element.number("val").map_or(String::new(), |n| n.to_string());
                }
                Node::End => seen.push('>'),
                Node::Text(text) => seen += &text,
            }
        }
        Ok(seen)
    }

    #[test]
    fn marks_come_by_local_name_with_entities_resolved() {
        let text = "\u{feff}<?xml version='1.0'?><!-- x --><a:b c:val='4000000000'>一&amp;&#x4e8c;<d val='x'/><![CDATA[<]]></a:b>";
        assert_eq!(read(text).unwrap(), "<b1000000一&二<d><>");
    }

    #[test]
    fn what_cannot_be_read_safely_is_refused() {
        let deep = "<a>".repeat(200_000);
        let bomb = "<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]><a>&b;</a>";
        for (text, words) in [
            (deep.as_str(), "256 层"),
            (bomb, "DTD"),
            ("<a>&b;</a>", "实体"),
            ("<a>&#0;</a>", "实体"),
            ("<a><b></a>", "不完整"),
            ("<a>", "不完整"),
            ("</a>", "不完整"),
            ("<a", "不完整"),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}
