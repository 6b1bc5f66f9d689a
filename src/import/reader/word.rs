//! Documents of Word since 2007 (.docx): paragraphs as Word prints them.
//!
//! Automatic numbers are part of the text, revisions count as accepted, a row
//! of a table is a line. What is not taken over is counted and told, what is
//! text but not of the document is listed.

mod field;
mod levels;
mod numbering;
mod package;
mod piece;
mod properties;
#[cfg(test)]
mod sample;
mod story;
mod styles;
mod symbol;
#[cfg(test)]
mod tests;
mod told;
mod walk;
mod xml;

use std::collections::{BTreeMap, HashSet};

use super::super::ImportError;
use super::super::source::{Format, Source, SourceLine};
use super::super::traced::Origin;
use crate::report::{Level, Noise};
use numbering::{Counters, Definitions};
use package::{Package, Relation};
use piece::{Piece, Sight};
use story::{Story, Told};
use styles::{Role, Styles};
use told::Tally;

/// The lines of a document.
///
/// # Errors
/// What is an archive of another kind, is locked, broken or swells beyond a report.
pub(super) fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    let mut package = Package::open(bytes)?;
    let body = package.body()?;
    let relations = package.relations(&body)?;
    let mut document = Document::default();
    if let Some(text) = part(&mut package, &relations, "styles")? {
        document.styles = Styles::read(&text)?;
    }
    if let Some(text) = part(&mut package, &relations, "numbering")? {
        document.definitions = Definitions::read(&text)?;
    }
    let text = package.text(&body)?.ok_or_else(|| damaged("里面缺少存正文的部分"))?;
    let told = document.story(&text)?;
    drop(text);
    let mut page = Page::of(told);
    document.page_edges(&mut package, &relations, &mut page)?;
    document.notes(&mut package, &relations, &mut page)?;
    Ok(page.into_source())
}

/// A refusal of a document that is broken or cannot be read safely.
fn damaged(why: impl Into<String>) -> ImportError {
    ImportError::Damaged { kind: "这个 Word 文档", why: why.into() }
}

/// The text of the first part of a kind.
fn part(
    package: &mut Package,
    relations: &[Relation],
    kind: &str,
) -> Result<Option<String>, ImportError> {
    match relations.iter().find(|relation| relation.kind == kind) {
        Some(relation) => package.text(&relation.target),
        None => Ok(None),
    }
}

/// What the parts with text have in common.
#[derive(Default)]
struct Document {
    styles: Styles,
    definitions: Definitions,
}

impl Document {
    fn story(&self, text: &str) -> Result<Told, ImportError> {
        let counters = Counters::new(&self.definitions, &self.styles);
        walk::read(text, Story::new(&self.styles, counters))
    }

    /// What stands above and below each page, each text once; numbers of pages
    /// are no text.
    fn page_edges(
        &self,
        package: &mut Package,
        relations: &[Relation],
        page: &mut Page,
    ) -> Result<(), ImportError> {
        let mut known = HashSet::new();
        let mut targets = HashSet::new();
        for (kind, line) in [("header", 1), ("footer", page.lines.len().max(1))] {
            for relation in relations.iter().filter(|relation| relation.kind == kind) {
                if !targets.insert(&relation.target) {
                    continue;
                }
                let Some(text) = package.text(&relation.target)? else {
                    continue;
                };
                for piece in self.story(&text)?.pieces {
                    let text = piece.text.trim().to_owned();
                    if !is_page_number(&text) && known.insert(text.clone()) {
                        page.noise.push(Noise { text, line, column: 1 });
                    }
                }
            }
        }
        Ok(())
    }

    /// The notes at the foot of pages and at the end that the text refers to.
    fn notes(
        &self,
        package: &mut Package,
        relations: &[Relation],
        page: &mut Page,
    ) -> Result<(), ImportError> {
        for kind in ["footnotes", "endnotes"] {
            let sight = if kind == "footnotes" { Sight::FootNote } else { Sight::EndNote };
            let Some(text) = part(package, relations, kind)? else {
                continue;
            };
            let told = self.story(&text)?;
            let ends = told.notes.iter().skip(1).map(|(_, start)| *start);
            for ((id, start), end) in told.notes.iter().zip(ends.chain([told.pieces.len()])) {
                page.add_note(sight(*id), &told.pieces[*start..end]);
            }
        }
        Ok(())
    }
}

/// The lines of a document with all that is told of them.
struct Page {
    lines: Vec<SourceLine>,
    noise: Vec<Noise>,
    tally: Tally,
    totals: story::Totals,
    /// Where each note is referred to.
    references: BTreeMap<Sight, Origin>,
}

impl Page {
    /// The lines of the text of the document.
    fn of(told: Told) -> Self {
        let levels = levels::of(&told.pieces);
        let mut page = Self {
            lines: Vec::with_capacity(told.pieces.len()),
            noise: Vec::new(),
            tally: Tally::default(),
            totals: told.totals,
            references: BTreeMap::new(),
        };
        for (piece, level) in told.pieces.into_iter().zip(levels) {
            page.add(piece, level);
        }
        page
    }

    fn add(&mut self, piece: Piece, level: Option<Level>) {
        let line = self.lines.len() + 1;
        for mark in &piece.marks {
            let origin = Origin { line, column: mark.before + 1 };
            match mark.sight {
                Sight::FootNote(_) | Sight::EndNote(_) => {
                    self.references.entry(mark.sight).or_insert(origin);
                }
                sight => self.tally.add(sight, origin),
            }
        }
        if piece.role == Role::Contents && !piece.is_blank() {
            self.noise.push(Noise { text: piece.text, line, column: 1 });
            return;
        }
        self.lines.push(SourceLine { level, ..SourceLine::plain(piece.text, line) });
    }

    /// Lists a note where it is referred to; one that nothing refers to is not printed.
    fn add_note(&mut self, sight: Sight, pieces: &[Piece]) {
        let Some(Origin { line, column }) = self.references.get(&sight).copied() else {
            return;
        };
        let texts = pieces.iter().map(|piece| piece.text.trim()).filter(|text| !text.is_empty());
        self.noise.extend(texts.map(|text| Noise { text: text.to_owned(), line, column }));
    }

    fn into_source(mut self) -> Source {
        let last = self.lines.len().max(1);
        for noise in &mut self.noise {
            noise.line = noise.line.min(last);
        }
        self.noise.sort_by_key(|noise| (noise.line, noise.column));
        let mut notes = self.tally.notes(self.totals);
        notes.extend(told::listed(&self.noise));
        Source { format: Format::Word, encoding: None, notes, lines: self.lines, noise: self.noise }
    }
}

/// Whether a text above or below a page is its number, or nothing.
fn is_page_number(text: &str) -> bool {
    let marks = "-—–－―一·.．/／第页共码,，IVXivx";
    text.chars().all(|c| c.is_whitespace() || c.is_numeric() || marks.contains(c))
}
