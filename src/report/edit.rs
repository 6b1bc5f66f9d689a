//! One change of a report as a value with an inverse.
//!
//! Undo, redo and later the history are lists of such values: applying one
//! hands back the change that takes it back. A change that does not fit the
//! report changes nothing at all.

use thiserror::Error;

use super::figure::Figure;
use super::letterhead::{Closing, Letterhead};
use super::options::Style;
use super::outline::Outline;
use super::section::{Place, Preamble, Section, SectionId};
use super::unit::Unit;
use super::waiver::Waiver;
use super::{Report, State};
use crate::text::position::{self, Position};

/// One change of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Replaces `removed` at `at` by `inserted`; `\n` parts paragraphs in both.
    /// A changed text is no longer done.
    Text {
        /// Which text.
        place: Place,
        /// Where the replaced text begins.
        at: Position,
        /// What stands there now.
        removed: String,
        /// What shall stand there.
        inserted: String,
    },
    /// Sets or takes back the author's word that a text is done.
    Done {
        /// Which text.
        place: Place,
        /// Whether it is done.
        done: bool,
    },
    /// Sets the year that is reported on.
    Year(i32),
    /// Sets where the report stands on its way.
    State(State),
    /// Sets who reports.
    Unit(Unit),
    /// Sets how headings, lower levels and signatures are written.
    Style(Style),
    /// Replaces the letterhead.
    Letterhead(Box<Letterhead>),
    /// Replaces 导语 with its text, or leaves it out.
    Preamble(Option<Preamble>),
    /// Replaces the closing lines.
    Closing(Box<Closing>),
    /// Sets the figure of this name, or removes it from the ledger.
    Figure {
        /// The name.
        name: String,
        /// The new entry, under the same name.
        figure: Option<Figure>,
    },
    /// Replaces the ledger: takes back the removal of a figure from its middle.
    Figures(Vec<Figure>),
    /// Replaces the outline: sections and those that were deleted.
    Outline(Box<Outline>),
    /// Replaces the list of findings that are left as they are.
    Waivers(Vec<Waiver>),
    /// Several changes as one.
    All(Vec<Edit>),
}

/// Why a change does not fit the report: a fault of the program, not of the user.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// The place does not exist.
    #[error("报告里没有要改的这一节")]
    NoPlace,
    /// The text to be replaced does not stand there.
    #[error("要改的文字不在原来的位置")]
    OtherText,
}

impl Report {
    /// Makes a change and gives the one that takes it back.
    ///
    /// # Errors
    /// When the change does not fit; the report is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::Text { place, at, removed, inserted } => {
                self.apply_text(place, at, removed, inserted)
            }
            Edit::Done { place, done } => {
                let mark = self.done_mut(place).ok_or(EditError::NoPlace)?;
                let before = std::mem::replace(mark, done);
                Ok(Edit::Done { place, done: before })
            }
            Edit::State(state) => Ok(Edit::State(std::mem::replace(&mut self.state, state))),
            Edit::Year(year) => Ok(Edit::Year(std::mem::replace(&mut self.year, year))),
            Edit::Unit(new) => Ok(Edit::Unit(std::mem::replace(&mut self.unit, new))),
            Edit::Style(new) => Ok(Edit::Style(std::mem::replace(&mut self.style, new))),
            Edit::Preamble(new) => Ok(Edit::Preamble(std::mem::replace(&mut self.preamble, new))),
            Edit::Letterhead(mut new) => {
                std::mem::swap(&mut self.letterhead, &mut new);
                Ok(Edit::Letterhead(new))
            }
            Edit::Closing(mut new) => {
                std::mem::swap(&mut self.closing, &mut new);
                Ok(Edit::Closing(new))
            }
            Edit::Figure { name, figure } => Ok(self.apply_figure(name, figure)),
            Edit::Figures(new) => Ok(Edit::Figures(std::mem::replace(&mut self.figures, new))),
            Edit::Outline(mut new) => {
                std::mem::swap(&mut self.sections, &mut new.sections);
                std::mem::swap(&mut self.removed, &mut new.removed);
                Ok(Edit::Outline(new))
            }
            Edit::Waivers(new) => Ok(Edit::Waivers(std::mem::replace(&mut self.waivers, new))),
            Edit::All(edits) => self.apply_all(edits),
        }
    }

    fn apply_text(
        &mut self,
        place: Place,
        at: Position,
        removed: String,
        inserted: String,
    ) -> Result<Edit, EditError> {
        let body = self.body_mut(place).ok_or(EditError::NoPlace)?;
        replace(body, at, &removed, &inserted)?;
        let back = Edit::Text { place, at, removed: inserted, inserted: removed };
        let mark = self.done_mut(place).ok_or(EditError::NoPlace)?;
        if std::mem::replace(mark, false) {
            return Ok(Edit::All(vec![back, Edit::Done { place, done: true }]));
        }
        Ok(back)
    }

    fn apply_figure(&mut self, name: String, figure: Option<Figure>) -> Edit {
        let index = self.figures.iter().position(|f| f.name == name);
        let before = match (index, figure) {
            (Some(index), Some(new)) => Some(std::mem::replace(&mut self.figures[index], new)),
            // Put back, it stands last again.
            (Some(index), None) if index + 1 == self.figures.len() => self.figures.pop(),
            (Some(index), None) => {
                let before = self.figures.clone();
                self.figures.remove(index);
                return Edit::Figures(before);
            }
            (None, Some(new)) => {
                self.figures.push(new);
                None
            }
            (None, None) => None,
        };
        Edit::Figure { name, figure: before }
    }

    fn apply_all(&mut self, edits: Vec<Edit>) -> Result<Edit, EditError> {
        let mut back = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => back.push(inverse),
                Err(error) => {
                    for inverse in back.into_iter().rev() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        back.reverse();
        Ok(Edit::All(back))
    }

    fn body_mut(&mut self, place: Place) -> Option<&mut Vec<String>> {
        match place {
            Place::Preamble => self.preamble_mut().map(|p| &mut p.body),
            Place::Section(id) => self.section_mut(id).map(|s| &mut s.body),
        }
    }

    fn done_mut(&mut self, place: Place) -> Option<&mut bool> {
        match place {
            Place::Preamble => self.preamble_mut().map(|p| &mut p.done),
            Place::Section(id) => self.section_mut(id).map(|s| &mut s.done),
        }
    }

    fn preamble_mut(&mut self) -> Option<&mut Preamble> {
        self.preamble.as_mut().filter(|preamble| !preamble.left_out)
    }

    fn section_mut(&mut self, id: SectionId) -> Option<&mut Section> {
        self.sections.iter_mut().find(|s| s.id == id)
    }
}

/// Replaces `removed` at `at` by `inserted` in a list of paragraphs. An empty
/// text is an empty list, so that a draft never keeps empty leftovers of it.
fn replace(
    body: &mut Vec<String>,
    at: Position,
    removed: &str,
    inserted: &str,
) -> Result<(), EditError> {
    let none = body.is_empty();
    if none {
        body.push(String::new());
    }
    let result = replace_in(body, at, removed, inserted);
    if (none || result.is_ok()) && body.len() == 1 && body[0].is_empty() {
        body.clear();
    }
    result
}

fn replace_in(
    body: &mut Vec<String>,
    at: Position,
    removed: &str,
    inserted: &str,
) -> Result<(), EditError> {
    if !stands(body, at, removed) {
        return Err(EditError::OtherText);
    }
    let end = position::advance(at, removed);
    if end.paragraph == at.paragraph && !inserted.contains('\n') {
        // In place: a paragraph may be long, and each key comes through here.
        body[at.paragraph].replace_range(at.byte..end.byte, inserted);
        return Ok(());
    }
    let tail = body[end.paragraph].split_off(end.byte);
    body[at.paragraph].truncate(at.byte);
    // What was split off a long paragraph would else be kept room for.
    body[at.paragraph].shrink_to_fit();
    let mut lines = inserted.split('\n');
    body[at.paragraph].push_str(lines.next().unwrap_or(""));
    let mut middle: Vec<String> = lines.map(str::to_owned).collect();
    match middle.last_mut() {
        Some(last) => last.push_str(&tail),
        None => body[at.paragraph].push_str(&tail),
    }
    body.splice(at.paragraph + 1..=end.paragraph, middle);
    Ok(())
}

/// Whether `removed` stands at `at`. Told by characters, not by clusters: a
/// mark that was typed after its letter has joined it, and is taken back alone.
fn stands(body: &[String], at: Position, removed: &str) -> bool {
    let last = at.paragraph + removed.matches('\n').count();
    let mut lines = removed.split('\n').zip(at.paragraph..);
    lines.all(|(line, paragraph)| {
        let start = if paragraph == at.paragraph { at.byte } else { 0 };
        let text = body.get(paragraph).and_then(|text| text.get(start..));
        text.is_some_and(
            |text| {
                if paragraph == last { text.starts_with(line) } else { text == line }
            },
        )
    })
}

#[cfg(test)]
mod tests;
