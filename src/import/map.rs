//! Where each text of an imported report stood in its file.
//!
//! Kept beside the report and not in it: a draft changes, the map is true for
//! the moment of the import. Checks of files point into the file with it.

use crate::report::find::Site;

use super::traced::{Origin, Traced};

/// The origins of all characters of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    texts: Vec<(Site, Traced)>,
}

impl SourceMap {
    /// Notes where the text at a site stood.
    pub(super) fn add(&mut self, site: Site, text: Traced) {
        self.texts.push((site, text));
    }

    /// Where the character stood that is at this byte of the text at a site;
    /// `None` where the report has no such text from the file.
    pub fn origin(&self, site: Site, byte: usize) -> Option<Origin> {
        let (_, text) = self.texts.iter().find(|(own, _)| *own == site)?;
        (byte <= text.len() && text.is_char_boundary(byte)).then(|| text.origin(byte))
    }

    /// The sites that have a text from the file, in the order of the file.
    pub fn sites(&self) -> impl Iterator<Item = Site> + '_ {
        self.texts.iter().map(|(site, _)| *site)
    }
}
