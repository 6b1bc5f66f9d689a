//! The finished text as blocks without a format.
//!
//! Preview and every export draw the same [`Document`], so that no two of them
//! can number a heading or fill a figure differently. It holds no fonts, no
//! file and no screen.

mod assemble;

use crate::report::{Level, Place};

pub use assemble::{assemble, closing, filled, opening, sourced};

/// The finished text of a report, in printing order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The blocks from the first issuer to the copy-to line.
    pub blocks: Vec<Block>,
}

/// Where in the report a block comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// 版头.
    Letterhead,
    /// A text; a heading on a line of its own comes from the first paragraph.
    Text {
        /// The text.
        place: Place,
        /// Index of its paragraph, from 0.
        paragraph: usize,
    },
    /// 落款.
    Closing,
}

/// One paragraph of the finished text, by what it is (GB/T 9704-2012, chapter 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// An issuing body above the title.
    Issuer(String),
    /// 发文字号.
    DocNumber(String),
    /// The title.
    Title(String),
    /// 主送机关.
    Addressee(String),
    /// A heading on a line of its own, with number and mark.
    Heading {
        /// Part or item.
        level: Level,
        /// The whole line.
        text: String,
    },
    /// A paragraph of prose.
    Paragraph {
        /// The heading that is run in before it, with number and mark.
        heading: Option<(Level, String)>,
        /// The prose; empty when a run-in heading has no text yet.
        text: String,
    },
    /// A line of 附件说明.
    Attachment(String),
    /// A line of the signature block.
    Signature(String),
    /// The date of signing.
    Date(String),
    /// 附注.
    Contact(String),
    /// 抄送.
    CopyTo(String),
}

/// The three zones of a report, which white space parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Issuers, title and document number.
    Title,
    /// From the addressee to the last paragraph.
    Prose,
    /// Attachments, signature and what follows.
    Closing,
}

impl Block {
    /// The whole text of the block on one line.
    pub fn line(&self) -> String {
        match self {
            Self::Paragraph { heading: Some((_, heading)), text } => format!("{heading}{text}"),
            Self::Issuer(text)
            | Self::DocNumber(text)
            | Self::Title(text)
            | Self::Addressee(text)
            | Self::Heading { text, .. }
            | Self::Paragraph { text, .. }
            | Self::Attachment(text)
            | Self::Signature(text)
            | Self::Date(text)
            | Self::Contact(text)
            | Self::CopyTo(text) => text.clone(),
        }
    }

    /// The zone that the block stands in.
    pub fn zone(&self) -> Zone {
        match self {
            Self::Issuer(_) | Self::DocNumber(_) | Self::Title(_) => Zone::Title,
            Self::Addressee(_) | Self::Heading { .. } | Self::Paragraph { .. } => Zone::Prose,
            Self::Attachment(_)
            | Self::Signature(_)
            | Self::Date(_)
            | Self::Contact(_)
            | Self::CopyTo(_) => Zone::Closing,
        }
    }

    /// Whether the block stands above the prose (`true`) or below it
    /// (`false`); `None` for the prose itself.
    pub fn frames_prose(&self) -> Option<bool> {
        match self {
            Self::Issuer(_) | Self::DocNumber(_) | Self::Title(_) | Self::Addressee(_) => {
                Some(true)
            }
            Self::Heading { .. } | Self::Paragraph { .. } => None,
            Self::Attachment(_)
            | Self::Signature(_)
            | Self::Date(_)
            | Self::Contact(_)
            | Self::CopyTo(_) => Some(false),
        }
    }
}
