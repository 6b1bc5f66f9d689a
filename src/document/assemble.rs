//! Report → document: numbers headings and fills figures.

use super::{Block, Document, Source};
use crate::report::options::HeadingStyle;
use crate::report::prose::{self, Piece};
use crate::report::{Closing, Letterhead, Place, Report, Section};

/// The finished text of a report.
///
/// A blank stays as it is and a figure without a value becomes a blank
/// `【名称】`, so that what is open can be seen in the finished text too.
pub fn assemble(report: &Report) -> Document {
    Document { blocks: sourced(report).into_iter().map(|(_, block)| block).collect() }
}

/// The same blocks, each with the place in the report that it comes from.
pub fn sourced(report: &Report) -> Vec<(Source, Block)> {
    let from = |source| move |block| (source, block);
    let mut blocks: Vec<_> = opening(report).into_iter().map(from(Source::Letterhead)).collect();
    let preamble = report.lead_in().map_or(&[][..], |preamble| &preamble.body);
    blocks.extend(paragraphs(report, Place::Preamble, preamble));
    for (index, section) in report.sections.iter().enumerate() {
        if !report.left_out(index) {
            blocks.extend(section_blocks(report, index, section));
        }
    }
    blocks.extend(closing(report).into_iter().map(from(Source::Closing)));
    blocks
}

/// The paragraphs of a text that are printed.
fn paragraphs<'a>(
    report: &'a Report,
    place: Place,
    body: &'a [String],
) -> impl Iterator<Item = (Source, Block)> + 'a {
    let printed = body.iter().enumerate().filter(|(_, text)| !is_blank(text));
    printed.map(move |(paragraph, text)| {
        let block = Block::Paragraph { heading: None, text: filled(report, text) };
        (Source::Text { place, paragraph }, block)
    })
}

/// The lines above the prose.
pub fn opening(report: &Report) -> Vec<Block> {
    let letterhead: &Letterhead = &report.letterhead;
    let number = letterhead.doc_number.iter().map(|text| Block::DocNumber(text.clone()));
    let (first, later) =
        if letterhead.doc_number_first { (Some(number), None) } else { (None, Some(number)) };
    let issuers = letterhead.issuer_lines().iter().cloned().map(Block::Issuer);
    let title = std::iter::once(Block::Title(report.title()));
    let addressee = letterhead.addressee.iter().cloned().map(Block::Addressee);
    first
        .into_iter()
        .flatten()
        .chain(issuers)
        .chain(title)
        .chain(later.into_iter().flatten())
        .chain(addressee)
        .collect()
}

fn section_blocks(report: &Report, index: usize, section: &Section) -> Vec<(Source, Block)> {
    let items = report.style.heading;
    let level = section.level;
    let label = section.label(report.ordinal(index));
    let heading = format!("{label}{}{}", section.heading, section.heading_end(items));
    let place = Place::Section(section.id);
    let mut body = paragraphs(report, place, &section.body);
    let start = Source::Text { place, paragraph: 0 };
    let starts_with_text = section.heading.is_empty();
    let first = if section.heading_style(items) == HeadingStyle::RunIn || starts_with_text {
        let (source, text) = body.next().map_or((start, String::new()), |(s, b)| (s, b.line()));
        (source, Block::Paragraph { heading: Some((level, heading)), text })
    } else {
        (start, Block::Heading { level, text: heading })
    };
    std::iter::once(first).chain(body).collect()
}

/// The lines below the prose.
pub fn closing(report: &Report) -> Vec<Block> {
    let closing: &Closing = &report.closing;
    let attachments = closing.attachments.iter().cloned().map(Block::Attachment);
    let signature =
        closing.signature_lines(report.style.signature).into_iter().map(Block::Signature);
    let date = closing.date.iter().cloned().map(Block::Date);
    let contact = closing.contact.iter().cloned().map(Block::Contact);
    let copy_to = closing.copy_to.iter().cloned().map(Block::CopyTo);
    attachments.chain(signature).chain(date).chain(contact).chain(copy_to).collect()
}

/// A paragraph that a stray Enter left behind is not printed.
fn is_blank(paragraph: &str) -> bool {
    paragraph.trim().is_empty()
}

/// A paragraph, or several parted by `\n`, with the figures filled in.
pub fn filled(report: &Report, paragraph: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::section::Written;
    use crate::report::{Amount, Figure, HeadingStyle, Title, testing};

    fn lines(report: &Report) -> Vec<String> {
        assemble(report).blocks.iter().map(Block::line).collect()
    }

    /// The trial report with a text in each section, without the frame.
    fn written() -> Report {
        let mut report = testing::report();
        for section in &mut report.sections[1..] {
            section.body = vec!["甲。".into(), "乙。".into()];
        }
        report.letterhead.issuers.clear();
        report.letterhead.addressee = None;
        report.closing = Closing::default();
        report.preamble = None;
        report
    }

    fn figure(value: Option<&str>) -> Figure {
        Figure {
            name: "审查合同".into(),
            value: value.map(|text| Amount::parse(text).unwrap()),
            unit: "份".into(),
            source: String::new(),
        }
    }

    #[test]
    fn a_block_knows_the_paragraph_that_it_comes_from() {
        let mut report = testing::report();
        report.sections[1].body = vec![String::new(), "甲。".into(), " ".into(), "乙。".into()];
        let place = Place::Section(report.sections[1].id);
        let own = |report: &Report| -> Vec<(usize, String)> {
            let blocks = sourced(report).into_iter();
            let own = blocks.filter_map(|(source, block)| match source {
                Source::Text { place: from, paragraph } if from == place => {
                    Some((paragraph, block.line()))
                }
                _ => None,
            });
            own.collect()
        };
        let line = |paragraph, text: &str| (paragraph, text.to_owned());
        assert_eq!(own(&report), [line(0, "（一）学习"), line(1, "甲。"), line(3, "乙。")]);
        report.style.heading = HeadingStyle::RunIn;
        assert_eq!(own(&report), [line(1, "（一）学习。甲。"), line(3, "乙。")]);
        report.sections[1].body.clear();
        assert_eq!(own(&report), [line(0, "（一）学习。")]);
        let sources: Vec<Source> = sourced(&report).into_iter().map(|(s, _)| s).collect();
        assert_eq!(sources[..3], [Source::Letterhead; 3]);
        assert_eq!(sources.last(), Some(&Source::Closing));
    }

    #[test]
    fn figures_are_filled_as_they_were_written() {
        let mut report = written();
        let text = "审查合同{审查合同}份，{没有}件，【几】次，{";
        let filled = |report: &Report| filled(report, text);
        assert_eq!(filled(&report), text);
        report.figures = vec![figure(None)];
        assert_eq!(filled(&report), "审查合同【审查合同】份，{没有}件，【几】次，{");
        report.figures = vec![figure(Some("6,000"))];
        assert_eq!(filled(&report), "审查合同6,000份，{没有}件，【几】次，{");
        report.sections[1].body[1] = text.to_owned();
        assert!(lines(&report).contains(&filled(&report)));
    }

    #[test]
    fn headings_stand_on_their_own_line_or_are_run_in() {
        let mut report = written();
        assert_eq!(
            lines(&report)[1..5],
            ["一、2025年主要举措和成效", "（一）学习", "甲。", "乙。"]
        );
        report.style.heading = HeadingStyle::RunIn;
        assert_eq!(
            lines(&report)[1..5],
            ["一、2025年主要举措和成效", "（一）学习。甲。", "乙。", "（二）执法。甲。"]
        );
        report.sections[1].body.clear();
        assert_eq!(
            lines(&report)[1..4],
            ["一、2025年主要举措和成效", "（一）学习。", "（二）执法。甲。"]
        );
    }

    #[test]
    fn a_heading_keeps_what_a_file_wrote() {
        let mut report = written();
        report.sections[1].written = Written {
            label: Some("一）".into()),
            end: Some("：".into()),
            style: Some(HeadingStyle::RunIn),
        };
        report.sections[2].written.end = Some("；".into());
        report.sections[2].heading.clear();
        report.sections[2].body.truncate(1);
        report.sections[3].written.style = Some(HeadingStyle::RunIn);
        let lines = lines(&report);
        assert_eq!(
            lines[2..],
            ["一）学习：甲。", "乙。", "（二）；甲。", "二、2026年主要安排。甲。", "乙。"]
        );
    }

    #[test]
    fn the_frame_is_printed_as_it_stands() {
        let mut report = written();
        report.closing.attachments = vec!["附件：清单".into()];
        report.closing.signature = vec!["甲".into(), "乙".into()];
        report.closing.date = Some("2026年1月9日".into());
        for (addressee, contact, copy_to) in [
            ("县委", "联系人：张××", "县委办"),
            ("县委：", "（联系人：张××）", "抄送：县委办。"),
            ("县委:", "(联系人：张××)", "抄送县委办"),
        ] {
            report.letterhead.addressee = Some(addressee.into());
            report.closing.contact = Some(contact.into());
            report.closing.copy_to = Some(copy_to.into());
            let lines = lines(&report);
            let (above, ends) = lines[lines.len() - 6..].split_at(4);
            assert_eq!(above, ["附件：清单", "甲", "乙", "2026年1月9日"]);
            assert_eq!(
                (lines[1].as_str(), ends),
                (addressee, [contact, copy_to].map(String::from).as_slice())
            );
        }
    }

    #[test]
    fn the_document_number_stands_above_all_or_below_the_title() {
        let mut report = written();
        report.letterhead.issuers = vec!["甲".into(), "乙".into()];
        report.letterhead.title = Title::Free("报告".into());
        report.letterhead.addressee = Some("县委：".into());
        report.letterhead.doc_number = Some("云政〔2026〕5号".into());
        assert_eq!(lines(&report)[..5], ["甲", "乙", "报告", "云政〔2026〕5号", "县委："]);
        report.letterhead.doc_number_first = true;
        assert_eq!(lines(&report)[..5], ["云政〔2026〕5号", "甲", "乙", "报告", "县委："]);
        report.letterhead.title = Title::B;
        assert_eq!(lines(&report)[..2], ["云政〔2026〕5号", "云溪镇2025年法治政府建设情况报告"]);
    }

    #[test]
    fn the_lead_in_stands_before_the_first_part() {
        let report = testing::report();
        let lines = lines(&report);
        assert_eq!(lines[3], "县委、县政府：");
        assert!(lines[4].ends_with("现报告如下：") && lines[5].starts_with("一、"));
    }
}
