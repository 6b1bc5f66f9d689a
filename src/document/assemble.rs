//! Report → document: numbers headings and fills figures.

use super::{Block, Document};
use crate::report::options::HeadingStyle;
use crate::report::prose::{self, Piece};
use crate::report::{Closing, Letterhead, Report, Section};

/// The finished text of a report.
///
/// A blank stays as it is and a figure without a value becomes a blank
/// `【名称】`, so that what is open can be seen in the finished text too.
pub fn assemble(report: &Report) -> Document {
    let mut blocks = opening(report);
    let paragraph = |text: &String| Block::Paragraph {
        heading: None,
        text: fill(report, text),
    };
    blocks.extend(report.preamble.iter().flat_map(|p| &p.body).map(paragraph));
    for (index, section) in report.sections.iter().enumerate() {
        if !report.left_out(index) {
            blocks.extend(section_blocks(report, index, section));
        }
    }
    blocks.extend(closing(report));
    Document { blocks }
}

fn opening(report: &Report) -> Vec<Block> {
    let letterhead: &Letterhead = &report.letterhead;
    let number = letterhead
        .doc_number
        .iter()
        .map(|text| Block::DocNumber(text.clone()));
    let (first, later) = if letterhead.doc_number_first {
        (Some(number), None)
    } else {
        (None, Some(number))
    };
    let issuers = letterhead.issuer_lines().iter().cloned().map(Block::Issuer);
    let title = std::iter::once(Block::Title(report.title()));
    let addressee = letterhead.addressee.iter().map(|text| {
        let colon = if text.ends_with(['：', ':']) {
            ""
        } else {
            "："
        };
        Block::Addressee(format!("{text}{colon}"))
    });
    first
        .into_iter()
        .flatten()
        .chain(issuers)
        .chain(title)
        .chain(later.into_iter().flatten())
        .chain(addressee)
        .collect()
}

fn section_blocks(report: &Report, index: usize, section: &Section) -> Vec<Block> {
    let items = report.style.heading;
    let level = section.level;
    let label = section.label(report.ordinal(index));
    let heading = format!("{label}{}{}", section.heading, section.heading_end(items));
    let mut body = section.body.iter().map(|text| fill(report, text));
    let starts_with_text = section.heading.is_empty();
    let first = if section.heading_style(items) == HeadingStyle::RunIn || starts_with_text {
        let text = body.next().unwrap_or_default();
        Block::Paragraph {
            heading: Some((level, heading)),
            text,
        }
    } else {
        Block::Heading {
            level,
            text: heading,
        }
    };
    let rest = body.map(|text| Block::Paragraph {
        heading: None,
        text,
    });
    std::iter::once(first).chain(rest).collect()
}

fn closing(report: &Report) -> Vec<Block> {
    let closing: &Closing = &report.closing;
    let attachments = closing.attachments.iter().cloned().map(Block::Attachment);
    let signature = closing
        .signature_lines(report.style.signature)
        .into_iter()
        .map(Block::Signature);
    let date = closing.date.iter().cloned().map(Block::Date);
    let contact = closing.contact.iter().map(|text| {
        let dressed = text.starts_with(['（', '(']);
        Block::Contact(if dressed {
            text.clone()
        } else {
            format!("（{text}）")
        })
    });
    let copy_to = closing.copy_to.iter().map(|text| {
        let dressed = text.starts_with("抄送");
        Block::CopyTo(if dressed {
            text.clone()
        } else {
            format!("抄送：{text}。")
        })
    });
    attachments
        .chain(signature)
        .chain(date)
        .chain(contact)
        .chain(copy_to)
        .collect()
}

/// A paragraph with its figures filled in.
fn fill(report: &Report, paragraph: &str) -> String {
    let mut text = String::with_capacity(paragraph.len());
    for (range, piece) in prose::pieces(paragraph) {
        let figure = match piece {
            Piece::Citation(name) => report.figure(name),
            Piece::Text(_) | Piece::Blank(_) => None,
        };
        match figure {
            Some(figure) => match &figure.value {
                Some(value) => text.push_str(value.written()),
                None => text.extend(["【", &figure.name, "】"]),
            },
            None => text.push_str(&paragraph[range]),
        }
    }
    text
}
