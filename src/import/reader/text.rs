//! Plain text: one line is one paragraph.

use crate::import::source::{Format, Source, SourceLine};

/// The lines of a text, blank ones too.
pub(super) fn read(text: &str) -> Source {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.split('\n').zip(1..).map(|(line, number)| SourceLine::plain(line, number));
    Source {
        format: Format::Text,
        encoding: None,
        lines: lines.collect(),
        noise: Vec::new(),
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::import::Encoding;
    use crate::import::reader;

    fn lines(bytes: &[u8]) -> Vec<String> {
        let source = reader::read(bytes, None).unwrap();
        source.lines.into_iter().map(|line| line.text.into_string()).collect()
    }

    #[test]
    fn every_line_end_ends_a_line() {
        assert_eq!(lines("甲\r乙\r\n丙\n\r丁".as_bytes()), ["甲", "乙", "丙", "", "丁"]);
        assert_eq!(lines("甲\u{c}乙\u{b}丙".as_bytes()), ["甲\u{c}乙\u{b}丙"]);
    }

    #[test]
    fn utf_16_needs_no_mark() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes: Vec<u8> =
                "云溪镇报告\r\n一、成效\r\n".encode_utf16().flat_map(order).collect();
            assert_eq!(lines(&bytes), ["云溪镇报告", "一、成效", ""]);
        }
    }

    #[test]
    fn a_very_long_line_is_one_line() {
        let text = "枕河镇".repeat(60_000);
        let source = reader::read(text.as_bytes(), None).unwrap();
        assert_eq!((source.lines.len(), source.encoding), (1, Some(Encoding::Utf8)));
        assert_eq!(source.lines[0].text.len(), text.len());
        let longer = text.repeat(2);
        let refused = reader::read(longer.as_bytes(), None).unwrap_err().to_string();
        assert!(refused.starts_with("第 1 行有 360000 个字"), "{refused}");
    }
}
