//! Plain text: one paragraph a line, no tabs, no indents.
//!
//! It is made to be pasted into a web editor and to stay readable where that
//! loses every line end, so nothing is told by white space alone. Blank lines
//! set off the title and the signature block.

use super::{Encoding, Newline, Style};
use crate::document::{Block, Document};

/// The bytes of a text file.
pub(super) fn render(document: &Document, style: Style) -> Vec<u8> {
    let newline = match style.newline {
        Newline::Lf => "\n",
        Newline::Crlf => "\r\n",
    };
    let mut text = String::new();
    let mut above = None;
    for block in &document.blocks {
        let zone = zone(block);
        if above.is_some_and(|above| above != zone) {
            text.push_str(newline);
        }
        above = Some(zone);
        text.push_str(&block.line());
        text.push_str(newline);
    }
    encode(&text, style.encoding)
}

/// The three zones of a report that blank lines part.
fn zone(block: &Block) -> u8 {
    match block {
        Block::Issuer(_) | Block::DocNumber(_) | Block::Title(_) => 0,
        Block::Addressee(_) | Block::Heading { .. } | Block::Paragraph { .. } => 1,
        Block::Attachment(_)
        | Block::Signature(_)
        | Block::Date(_)
        | Block::Contact(_)
        | Block::CopyTo(_) => 2,
    }
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
    }
}
