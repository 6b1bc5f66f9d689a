//! Looking for a text in the whole report, and replacing it there as one change.
//!
//! What the author wrote is looked through, in the order of 目录: the lines of 版头, headings and
//! texts, the lines of 落款. A title that follows unit and year is no text of its own, nor is a
//! number that is computed.

use std::ops::Range;

use super::prose::{self, Piece};
use super::{Closing, Edit, Kind, Letterhead, Place, Report, SectionId, Title};
use crate::text::find::Needle;
use crate::text::position::Position;

/// Where a text of the report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// 单位简称.
    Unit,
    /// 发文机关, by its number from 0.
    Issuer(usize),
    /// A title that somebody wrote.
    Title,
    /// 发文字号.
    DocNumber,
    /// 主送机关.
    Addressee,
    /// The heading of a section.
    Heading(SectionId),
    /// A paragraph of a text, by its number from 0.
    Paragraph(Place, usize),
    /// 署名, by its number from 0.
    Signature(usize),
    /// 成文日期.
    Date,
    /// 联系人.
    Contact,
    /// 抄送.
    CopyTo,
    /// 附件, by its number from 0.
    Attachment(usize),
}

/// A place where the text stands that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which text.
    pub site: Site,
    /// Bytes before it there.
    pub byte: usize,
    /// How long it is, in bytes.
    pub bytes: usize,
    /// Whether it reaches into a citation: replaced, the figure would have no name any more.
    pub cited: bool,
}

impl Hit {
    /// Where it stands in its text, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.byte..self.byte + self.bytes
    }
}

/// What replacing comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacing {
    /// The change; `None` where nothing is left to be replaced.
    pub edit: Option<Edit>,
    /// How many hits it replaces.
    pub replaced: usize,
    /// How many it leaves, because they reach into a citation.
    pub cited: usize,
    /// How many it leaves, because they are what would take their place.
    pub same: usize,
    /// How many it leaves, because a heading or a title would be empty.
    pub emptied: usize,
    /// How many it leaves, because the unit would have no name.
    pub unnamed: usize,
}

impl Report {
    /// Where the needle stands in the texts that are wanted.
    pub fn hits(&self, needle: &Needle, wanted: impl Fn(Site) -> bool) -> Vec<Hit> {
        let mut found = Vec::new();
        let prose = self.places().into_iter().flat_map(|place| self.prose(place));
        let texts = self.opening_lines().into_iter().chain(prose).chain(self.closing_lines());
        for (site, text) in texts.filter(|(site, _)| wanted(*site)) {
            let hits = needle.hits(text);
            let figures = if hits.is_empty() { Vec::new() } else { figures(site, text) };
            let inside = |byte: usize| {
                let figure = figures.get(figures.partition_point(|figure| figure.end <= byte));
                figure.is_some_and(|figure| figure.start < byte)
            };
            found.extend(hits.into_iter().map(|hit| {
                let cited = inside(hit.start) || inside(hit.end);
                Hit { site, byte: hit.start, bytes: hit.len(), cited }
            }));
        }
        found
    }

    /// The text at a site; `None` where there is none.
    pub fn text_at(&self, site: Site) -> Option<&str> {
        match site {
            Site::Heading(id) => self.section(id).map(|section| section.heading.as_str()),
            Site::Paragraph(place, index) => self.body(place)?.get(index).map(String::as_str),
            _ => {
                let mut lines = self.opening_lines().into_iter().chain(self.closing_lines());
                lines.find(|(own, _)| *own == site).map(|(_, text)| text)
            }
        }
    }

    /// The change that puts another text in the place of each hit.
    pub fn replacing(&self, hits: &[Hit], replacement: &str) -> Replacing {
        let mut change = Replacing::default();
        let mut prose = Vec::new();
        let mut later: Option<Report> = None;
        for own in hits.chunk_by(|one, next| one.site == next.site) {
            let site = own[0].site;
            let Some(text) = self.text_at(site) else { continue };
            let (free, cited): (Vec<&Hit>, Vec<&Hit>) = own.iter().partition(|hit| !hit.cited);
            let other = |hit: &&Hit| text.get(hit.range()) != Some(replacement);
            let (others, same): (Vec<&Hit>, Vec<&Hit>) = free.into_iter().partition(other);
            change.cited += cited.len();
            change.same += same.len();
            if others.is_empty() {
                continue;
            }
            let (changed, inserted) = replaced(text, &others, replacement);
            if let Site::Paragraph(place, paragraph) = site {
                let at = Position { paragraph, byte: changed.start };
                prose.push(Edit::Text { place, at, removed: text[changed].to_owned(), inserted });
            } else {
                let line = format!("{}{inserted}{}", &text[..changed.start], &text[changed.end..]);
                let line = line.trim().to_owned();
                match site {
                    Site::Heading(_) | Site::Title if line.is_empty() => {
                        change.emptied += others.len();
                        continue;
                    }
                    Site::Unit if line.is_empty() => {
                        change.unnamed += others.len();
                        continue;
                    }
                    _ => {}
                }
                if let Some(own) = later.get_or_insert_with(|| self.clone()).line_mut(site) {
                    *own = line;
                }
            }
            change.replaced += others.len();
        }
        // The outline first: it brings the texts as they were, which the others then change.
        let lines = later.map(|later| self.edits_of_lines(later)).unwrap_or_default();
        let edits: Vec<Edit> = lines.into_iter().chain(prose).collect();
        change.edit = (!edits.is_empty()).then_some(Edit::All(edits));
        change
    }

    /// The edits from this report to one whose headings and lines are others.
    fn edits_of_lines(&self, mut later: Self) -> Vec<Edit> {
        let Letterhead { issuers, doc_number, addressee, .. } = &mut later.letterhead;
        let Closing { attachments, signature, date, contact, copy_to } = &mut later.closing;
        // A line in which nothing is left is not printed.
        for lines in [issuers, attachments, signature] {
            lines.retain(|line| !line.is_empty());
        }
        for line in [doc_number, addressee, date, contact, copy_to] {
            line.take_if(|line| line.is_empty());
        }
        if self.unit.kind == Kind::of(&self.unit.name) {
            later.unit.kind = Kind::of(&later.unit.name);
        }
        let unit = (later.unit != self.unit).then(|| Edit::Unit(later.unit.clone()));
        let letterhead = (later.letterhead != self.letterhead)
            .then(|| Edit::Letterhead(Box::new(later.letterhead.clone())));
        let closing =
            (later.closing != self.closing).then(|| Edit::Closing(Box::new(later.closing.clone())));
        let outline =
            (later.sections != self.sections).then(|| self.change_to(later, "替换", None).edit);
        [outline, unit, letterhead, closing].into_iter().flatten().collect()
    }

    /// The lines of 版头, in the order of its form.
    fn opening_lines(&self) -> Vec<(Site, &str)> {
        let Letterhead { issuers, title, doc_number, addressee, .. } = &self.letterhead;
        let title = if let Title::Free(title) = title { Some(title) } else { None };
        let mut lines = vec![(Site::Unit, self.unit.name.as_str())];
        lines.extend(numbered(issuers, Site::Issuer));
        let single = [(Site::Title, title), (Site::DocNumber, doc_number.as_ref())];
        let single = single.into_iter().chain([(Site::Addressee, addressee.as_ref())]);
        lines.extend(single.filter_map(|(site, line)| Some((site, line?.as_str()))));
        lines
    }

    /// The heading and the paragraphs of a text.
    fn prose(&self, place: Place) -> impl Iterator<Item = (Site, &str)> {
        let heading = match place {
            Place::Preamble => None,
            Place::Section(id) => {
                self.section(id).map(|own| (Site::Heading(id), own.heading.as_str()))
            }
        };
        let body = self.body(place).unwrap_or_default();
        heading.into_iter().chain(numbered(body, move |index| Site::Paragraph(place, index)))
    }

    /// The lines of 落款, in the order of its form.
    fn closing_lines(&self) -> Vec<(Site, &str)> {
        let Closing { attachments, signature, date, contact, copy_to } = &self.closing;
        let single = [(Site::Date, date), (Site::Contact, contact), (Site::CopyTo, copy_to)];
        let single = single.into_iter().filter_map(|(site, line)| Some((site, line.as_deref()?)));
        let signature = numbered(signature, Site::Signature);
        signature.chain(single).chain(numbered(attachments, Site::Attachment)).collect()
    }

    /// The heading or the line at a site.
    fn line_mut(&mut self, site: Site) -> Option<&mut String> {
        let Letterhead { issuers, title, doc_number, addressee, .. } = &mut self.letterhead;
        let Closing { attachments, signature, date, contact, copy_to } = &mut self.closing;
        match site {
            Site::Unit => Some(&mut self.unit.name),
            Site::Issuer(index) => issuers.get_mut(index),
            Site::Title => match title {
                Title::Free(title) => Some(title),
                _ => None,
            },
            Site::DocNumber => doc_number.as_mut(),
            Site::Addressee => addressee.as_mut(),
            Site::Heading(id) => {
                let own = self.sections.iter_mut().find(|section| section.id == id);
                own.map(|section| &mut section.heading)
            }
            Site::Signature(index) => signature.get_mut(index),
            Site::Date => date.as_mut(),
            Site::Contact => contact.as_mut(),
            Site::CopyTo => copy_to.as_mut(),
            Site::Attachment(index) => attachments.get_mut(index),
            Site::Paragraph(..) => None,
        }
    }
}

/// Texts with their sites by number.
fn numbered(texts: &[String], site: impl Fn(usize) -> Site) -> impl Iterator<Item = (Site, &str)> {
    texts.iter().enumerate().map(move |(index, text)| (site(index), text.as_str()))
}

/// The citations of a paragraph; other texts have none.
fn figures(site: Site, text: &str) -> Vec<Range<usize>> {
    if !matches!(site, Site::Paragraph(..)) || !text.contains('{') {
        return Vec::new();
    }
    let pieces = prose::pieces(text).into_iter();
    pieces
        .filter(|(_, piece)| matches!(piece, Piece::Citation(_)))
        .map(|(range, _)| range)
        .collect()
}

/// The stretch of a text from the first of these hits to the last, and what takes its place.
fn replaced(text: &str, hits: &[&Hit], replacement: &str) -> (Range<usize>, String) {
    let start = hits.first().map_or(0, |hit| hit.byte);
    let mut inserted = String::new();
    let mut end = start;
    for hit in hits {
        inserted.push_str(&text[end..hit.byte]);
        inserted.push_str(replacement);
        end = hit.range().end;
    }
    (start..end, inserted)
}

#[cfg(test)]
mod tests;
