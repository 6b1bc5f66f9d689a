//! Plain text: one paragraph a line, no tabs, no indents.
//!
//! It is made to be pasted into a web editor and to stay readable where that
//! loses every line end, so nothing is told by white space alone. Blank lines
//! set off the title and the signature block.

use super::{Encoding, Newline, Style};
use crate::document::Document;

/// The bytes of a text file.
pub(super) fn render(document: &Document, style: Style) -> Vec<u8> {
    let newline = match style.newline {
        Newline::Lf => "\n",
        Newline::Crlf => "\r\n",
    };
    let mut text = String::new();
    let mut above = None;
    for block in &document.blocks {
        let zone = block.zone();
        if above.is_some_and(|above| above != zone) {
            text.push_str(newline);
        }
        above = Some(zone);
        text.push_str(&block.line());
        text.push_str(newline);
    }
    encode(&text, style.encoding)
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::{Block, assemble};
    use crate::import::{self, Choices, Imported};
    use crate::report::options::SignatureLayout;
    use crate::report::section::{Level, Preamble, Section, SectionId};
    use crate::report::{HeadingStyle, Report, Title, testing};

    fn text(lines: &[Block], style: Style) -> Vec<u8> {
        let blocks = lines.to_vec();
        render(&Document { blocks }, style)
    }

    #[test]
    fn blank_lines_part_the_three_zones() {
        let blocks = [
            Block::Issuer("甲".into()),
            Block::Title("报告".into()),
            Block::Addressee("县委：".into()),
            Block::Paragraph {
                heading: Some((Level::Item, "（一）学。".into())),
                text: "习。".into(),
            },
            Block::Signature("甲".into()),
            Block::Date("2026年1月9日".into()),
        ];
        let plain = text(&blocks, Style::default());
        assert_eq!(
            String::from_utf8(plain.clone()).unwrap(),
            "甲\n报告\n\n县委：\n（一）学。习。\n\n甲\n2026年1月9日\n"
        );
        let crlf = Style { newline: Newline::Crlf, ..Style::default() };
        let crlf = String::from_utf8(text(&blocks, crlf)).unwrap();
        assert_eq!(crlf.replace("\r\n", "\n").into_bytes(), plain);
        assert_eq!(crlf.matches("\r\n").count(), crlf.matches('\n').count());
        assert!(text(&[], Style::default()).is_empty());
        assert!(!text(&blocks[3..], Style::default()).starts_with(b"\n"));
    }

    #[test]
    fn every_encoding_holds_rare_place_names() {
        let blocks = [Block::Title("蔈草镇、𠮷村、㑇㵲𬱖“—…·”的报告".into())];
        for encoding in Encoding::ALL {
            let bytes = text(&blocks, Style { encoding, ..Style::default() });
            assert_eq!(bytes.starts_with(b"\xef\xbb\xbf"), encoding == Encoding::Utf8Bom);
            let wanted = match encoding {
                Encoding::Utf8 => import::Encoding::Utf8,
                Encoding::Utf8Bom => import::Encoding::Utf8Bom,
                Encoding::Gb18030 => import::Encoding::Gb18030,
            };
            let (read, _) = import::decode(&bytes, Some(wanted)).unwrap();
            assert_eq!(read, blocks[0].line() + "\n", "{encoding:?}");
        }
    }

    fn prose() -> impl Strategy<Value = Vec<String>> {
        let sentence =
            "[全年召开会议审查合同办结案件宣讲讲座培训村民0-9、，“”《》（）]{2,30}[。！？]";
        let paragraph =
            prop::collection::vec(sentence, 1..4).prop_map(|all| format!("全镇{}", all.concat()));
        prop::collection::vec(paragraph, 1..4)
    }

    /// A report with random headings and texts.
    fn report() -> impl Strategy<Value = Report> {
        let heading = "[法治建设推进执行依学习]{2,20}";
        let item = (heading, prose());
        let part = (heading, prop::option::of(prose()), prop::collection::vec(item, 0..5));
        let parts = prop::collection::vec(part, 1..5);
        (parts, prop::option::of(prose()), any::<(bool, bool, bool)>()).prop_map(
            |(parts, lead, (run_in, side_by_side, framed))| {
                let mut report = testing::report();
                report.preamble = lead.map(|body| Preamble { body, ..Preamble::default() });
                report.closing.date = Some("2026年1月9日".into());
                report.letterhead.title = Title::B;
                report.style.heading =
                    if run_in { HeadingStyle::RunIn } else { HeadingStyle::OwnLine };
                if side_by_side {
                    report.style.signature = SignatureLayout::SideBySide;
                }
                if framed {
                    report.letterhead.title = Title::A2;
                    report.letterhead.doc_number = Some("云政〔2026〕5号".into());
                    report.closing.contact = Some("（联系人：张××）".into());
                    report.closing.copy_to = Some("抄送：县委办。".into());
                    report.closing.attachments = vec!["附件：1.清单".into(), "2.统计表".into()];
                }
                report.sections = sections(parts);
                report
            },
        )
    }

    type Item = (String, Vec<String>);

    fn sections(parts: Vec<(String, Option<Vec<String>>, Vec<Item>)>) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut add = |level, heading: String, body: Vec<String>| {
            let id = SectionId(u32::try_from(sections.len()).unwrap() + 1);
            sections.push(Section { body, ..Section::new(id, level, heading) });
        };
        for (heading, body, items) in parts {
            add(Level::Part, heading, body.unwrap_or_default());
            for (heading, body) in items {
                add(Level::Item, heading, body);
            }
        }
        sections
    }

    fn read(report: &Report, style: Style) -> Imported {
        let bytes = render(&assemble(report), style);
        import::import(&bytes, &Choices::default()).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_exported_is_read_back(report in report(), encoding in 0..3_usize, crlf: bool) {
            let style = Style {
                encoding: Encoding::ALL[encoding],
                newline: if crlf { Newline::Crlf } else { Newline::Lf },
            };
            let back = read(&report, style).report;
            let outline = |report: &Report| -> Vec<_> {
                let sections = report.sections.iter();
                sections.map(|s| (s.level, s.heading.clone(), s.body.clone())).collect()
            };
            prop_assert_eq!(outline(&back), outline(&report));
            prop_assert!(back.sections.iter().all(|s| s.written.is_plain()));
            prop_assert_eq!(&back.preamble, &report.preamble);
            prop_assert_eq!(back.title(), report.title());
            prop_assert_eq!(back.letterhead.issuer_lines(), report.letterhead.issuer_lines());
            prop_assert_eq!(&back.letterhead.doc_number, &report.letterhead.doc_number);
            prop_assert_eq!(&back.letterhead.addressee, &report.letterhead.addressee);
            prop_assert_eq!(&back.closing, &report.closing);
            prop_assert_eq!((back.year, &back.unit), (report.year, &report.unit));
            prop_assert!(back.noise.is_empty());
            prop_assert_eq!(read(&back, style).report, back);
        }
    }
}
