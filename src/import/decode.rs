//! Bytes to text: the encoding is found or given, and never guessed past an error.
//!
//! Reports come from old machines as GBK without a mark, from new ones as
//! UTF-8 or UTF-16. Nothing is replaced: a byte that is no character refuses
//! the file with its line, because a lost character would not be noticed.

use encoding_rs::{DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::error::ImportError;

/// The longest text that is read, in bytes: 20 MB, a thousand times a report.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// How a text file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte-order mark.
    Utf8,
    /// UTF-8 with a byte-order mark.
    Utf8Bom,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, which holds GBK and GB 2312.
    Gb18030,
}

impl Encoding {
    /// Those that a user can choose; whether UTF-8 has a mark is seen by itself.
    pub const CHOICES: [Self; 4] = [Self::Utf8, Self::Gb18030, Self::Utf16Le, Self::Utf16Be];

    /// The encoding that a user calls by this name, in any case; `-` and `_` do not matter.
    pub fn parse(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        match plain.to_ascii_lowercase().as_str() {
            "utf8" => Some(Self::Utf8),
            "utf8bom" => Some(Self::Utf8Bom),
            "utf16" | "utf16le" => Some(Self::Utf16Le),
            "utf16be" => Some(Self::Utf16Be),
            "gb18030" | "gbk" | "gb2312" | "gb" | "cp936" | "ansi" => Some(Self::Gb18030),
            _ => None,
        }
    }

    /// The name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8（带 BOM）",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030（GBK）",
        }
    }

    /// The byte-order mark that this encoding may start with.
    fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 | Self::Utf8Bom => b"\xef\xbb\xbf",
            Self::Utf16Le => b"\xff\xfe",
            Self::Utf16Be => b"\xfe\xff",
            Self::Gb18030 => b"\x84\x31\x95\x33",
        }
    }

    fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Bom => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
        }
    }
}

/// The text of a file and its encoding: the one wanted, else the one found by
/// byte-order mark, strict UTF-8, the look of UTF-16, and GB18030, in this order.
///
/// Fails on zero bytes, which no text has, and on a byte that is no character
/// in the encoding.
pub fn decode(bytes: &[u8], wanted: Option<Encoding>) -> Result<(String, Encoding), ImportError> {
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(ImportError::Binary { line: 1 });
    }
    let encoding = match wanted {
        Some(encoding) => marked(bytes, encoding),
        None => detect(bytes),
    };
    let text = strict(bytes, encoding)?;
    if let Some(at) = text.find('\0') {
        let line = line_of(&text[..at]);
        return Err(ImportError::Binary { line });
    }
    Ok((text, encoding))
}

/// A text in the encoding of the file that it was read from, with the mark that this began
/// with; none where a character has no place in it.
pub fn encode_like(text: &str, file: &[u8], encoding: Encoding) -> Option<Vec<u8>> {
    let mark = encoding.mark();
    let mut bytes = if file.starts_with(mark) { mark.to_vec() } else { Vec::new() };
    match encoding {
        Encoding::Utf16Le => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
        Encoding::Utf16Be => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
        Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Gb18030 => {
            let (encoded, _, lost) = encoding.table().encode(text);
            if lost {
                return None;
            }
            bytes.extend_from_slice(&encoded);
        }
    }
    Some(bytes)
}

/// The wanted encoding, told apart by its mark where UTF-8 has two names.
fn marked(bytes: &[u8], wanted: Encoding) -> Encoding {
    let has_mark = bytes.starts_with(wanted.mark());
    match wanted {
        Encoding::Utf8 | Encoding::Utf8Bom if has_mark => Encoding::Utf8Bom,
        Encoding::Utf8 | Encoding::Utf8Bom => Encoding::Utf8,
        other => other,
    }
}

fn detect(bytes: &[u8]) -> Encoding {
    let marked = [Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030];
    if let Some(encoding) = marked.into_iter().find(|e| bytes.starts_with(e.mark())) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Encoding::Utf8,
        _ => looks_like_utf16(bytes).unwrap_or_else(|| {
            if is_damaged_utf8(bytes) { Encoding::Utf8 } else { Encoding::Gb18030 }
        }),
    }
}

/// UTF-16 without a mark: almost all code units are Chinese, marks or ASCII.
/// The bytes of GBK, read so, fall outside these blocks.
fn looks_like_utf16(bytes: &[u8]) -> Option<Encoding> {
    let units = bytes.chunks_exact(2);
    let odd = !units.remainder().is_empty();
    let total = units.len();
    let share = |read: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
        units.filter(|unit| is_usual(*unit)).count()
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    if odd || total == 0 || little.max(big) * 10 < total * 9 {
        return None;
    }
    Some(if little >= big { Encoding::Utf16Le } else { Encoding::Utf16Be })
}

/// A UTF-16 unit of Chinese text: a character, a mark, printable ASCII or a line end.
fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x2030
        | 0x3000..=0x303f | 0x3400..=0x9fff | 0xff00..=0xffef)
}

/// UTF-8 with a few broken bytes: read as GB18030 it would be another text
/// without any error, so it must be refused as what it is.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    let sound = text.chars().filter(|c| !c.is_ascii()).count() - broken;
    broken * 20 < sound
}

fn strict(bytes: &[u8], encoding: Encoding) -> Result<String, ImportError> {
    let bytes = bytes.strip_prefix(encoding.mark()).unwrap_or(bytes);
    let mut decoder = encoding.table().new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(MAX_BYTES));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        _ => Err(ImportError::Undecodable { encoding, line: line_of(&text) }),
    }
}

/// The line that follows this much text, from 1.
fn line_of(before: &str) -> usize {
    let ends = before.replace("\r\n", "\n");
    ends.matches(['\n', '\r']).count() + 1
}

/// Whether a text holds nothing that can be seen.
pub(super) fn is_blank(text: &str) -> bool {
    let unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    text.chars().all(|c| c.is_whitespace() || c.is_control() || unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_back_into_the_encoding_of_its_file() {
        let text = "云溪镇\r\n法治\n";
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Gb18030,
        ] {
            let file = encode_like(text, encoding.mark(), encoding).unwrap();
            assert!(file.starts_with(encoding.mark()));
            let (read, _) = decode(&file, Some(encoding)).unwrap();
            assert_eq!(read, text);
            assert_eq!(encode_like(&read, &file, encoding).unwrap(), file);
        }
    }

    const TEXT: &str = "云溪镇2025年法治政府建设情况报告\n县委、县政府：\n“放管服”改革，蔈草〇。\n";

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    fn gbk(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn every_encoding_is_found() {
        let with_mark = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (with_mark, Encoding::Utf8Bom),
            (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(&format!("\u{feff}{TEXT}"), u16::to_le_bytes), Encoding::Utf16Le),
            (utf16("plain", u16::to_le_bytes), Encoding::Utf16Le),
            (gbk(TEXT), Encoding::Gb18030),
            (gbk("法治\u{20bb7}"), Encoding::Gb18030),
            (b"2025".to_vec(), Encoding::Utf8),
        ];
        for (bytes, encoding) in cases {
            let (text, found) = decode(&bytes, None).unwrap();
            assert_eq!(found, encoding, "{text}");
            assert!(!text.starts_with('\u{feff}'));
        }
        assert_eq!(decode(&gbk(TEXT), None).unwrap().0, TEXT);
    }

    #[test]
    fn a_wanted_encoding_is_obeyed() {
        let bytes = gbk("乡镇");
        assert_eq!(decode(&bytes, Some(Encoding::Gb18030)).unwrap().0, "乡镇");
        let error = decode(&bytes, Some(Encoding::Utf8)).unwrap_err();
        assert!(error.to_string().contains("第 1 行"), "{error}");
        let bom = b"\xef\xbb\xbfabc";
        assert_eq!(
            decode(bom, Some(Encoding::Utf8)).unwrap(),
            ("abc".to_owned(), Encoding::Utf8Bom)
        );
    }

    #[test]
    fn zero_bytes_are_refused() {
        for (bytes, line) in [(&[0; 64][..], 1), (b"abc\ndef\0\x01", 2)] {
            assert_eq!(decode(bytes, None), Err(ImportError::Binary { line }));
        }
    }

    #[test]
    fn a_broken_byte_is_named_with_its_line() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        let second = TEXT.find('\n').unwrap() + 1;
        bytes[second] = 0xff;
        let error = decode(&bytes, None).unwrap_err();
        assert_eq!(error, ImportError::Undecodable { encoding: Encoding::Utf8, line: 2 });
        let mut bytes = gbk(TEXT);
        bytes.extend(b"\n\xff\xff");
        assert_eq!(decode(&bytes, None).unwrap_err().line(), Some(5));
    }

    #[test]
    fn names_are_taken_as_people_write_them() {
        for (name, encoding) in [
            ("UTF-8", Encoding::Utf8),
            ("utf8", Encoding::Utf8),
            ("utf-8-bom", Encoding::Utf8Bom),
            ("UTF-16LE", Encoding::Utf16Le),
            ("gbk", Encoding::Gb18030),
            ("GB2312", Encoding::Gb18030),
            ("gb18030", Encoding::Gb18030),
        ] {
            assert_eq!(Encoding::parse(name), Some(encoding));
        }
        assert_eq!(Encoding::parse("big5"), None);
    }
}
