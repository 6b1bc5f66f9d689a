//! Where each text of an imported report stood in its file.
//!
//! Kept beside the report and not in it: a draft changes, the map is true for
//! the moment of the import. Checks of files point into the file with it.

use crate::report::SectionId;
use crate::report::find::Site;

use super::traced::{Origin, Traced};

/// The origins of all characters of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    texts: Vec<(Site, Traced)>,
    /// Numbers before headings and marks behind them, as they stood.
    headings: Vec<(SectionId, Traced, Traced)>,
}

impl SourceMap {
    /// Notes where the text at a site stood.
    pub(super) fn add(&mut self, site: Site, text: Traced) {
        self.texts.push((site, text));
    }

    /// Notes where the number and the end mark of a heading stood.
    pub(super) fn add_heading(&mut self, id: SectionId, number: Traced, end: Traced) {
        self.headings.push((id, number, end));
    }

    /// The number before a heading as it stood, and the mark behind it; `None` for a
    /// section without.
    pub fn heading(&self, id: SectionId) -> Option<(&Traced, &Traced)> {
        let (_, number, end) = self.headings.iter().find(|(own, ..)| *own == id)?;
        Some((number, end))
    }

    /// The text at a site with the places of its characters.
    pub fn text(&self, site: Site) -> Option<&Traced> {
        self.texts.iter().find(|(own, _)| *own == site).map(|(_, text)| text)
    }

    /// Where the character stood that is at this byte of the text at a site;
    /// `None` where the report has no such text from the file.
    pub fn origin(&self, site: Site, byte: usize) -> Option<Origin> {
        let text = self.text(site)?;
        (byte <= text.len() && text.is_char_boundary(byte)).then(|| text.origin(byte))
    }

    /// The sites that have a text from the file, in the order of the file.
    pub fn sites(&self) -> impl Iterator<Item = Site> + '_ {
        self.texts.iter().map(|(site, _)| *site)
    }
}
