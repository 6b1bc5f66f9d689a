//! A piece of a file as an encoding reads it, to be looked at before it is chosen.
//!
//! The eye tells at once which encoding is right; so the piece begins where the
//! bytes are no plain ASCII, which all encodings but UTF-16 read alike.

use super::ImportError;
use super::decode::{Encoding, decode};

/// The longest piece, in characters: more is not seen in one row.
const LONGEST: usize = 40;

/// The first characters of a file that tell how it is encoded, in one line.
///
/// # Errors
/// The bytes are no text in this encoding.
pub fn sample(bytes: &[u8], encoding: Encoding) -> Result<String, ImportError> {
    let (text, _) = decode(bytes, Some(encoding))?;
    let telling = |c: char| !c.is_ascii() && !c.is_whitespace() && c != '\u{feff}';
    let start = text.find(telling).unwrap_or(0);
    let piece: String = text[start..].chars().take(2 * LONGEST).collect();
    let words: Vec<&str> = piece.split_whitespace().collect();
    Ok(words.join(" ").chars().take(LONGEST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_shows_how_an_encoding_reads() {
        let gbk = encoding_rs::GB18030.encode("<html>\n 云溪镇 2025年报告\n").0;
        assert_eq!(sample(&gbk, Encoding::Gb18030).unwrap(), "云溪镇 2025年报告");
        assert_eq!(sample(&gbk, Encoding::Utf8).unwrap_err().line(), Some(2));
        assert_eq!(sample(b"a b", Encoding::Utf8).unwrap(), "a b");
        let long = "法".repeat(50);
        assert_eq!(sample(long.as_bytes(), Encoding::Utf8).unwrap().chars().count(), LONGEST);
    }
}
