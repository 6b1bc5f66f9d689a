//! What a file is, by its first bytes and its words; its name is not asked.
//!
//! Staff rename files: a .doc may be a web page, a .docx a picture.

use crate::import::ImportError;
use crate::import::decode::MAX_BYTES;
use crate::import::source::Format;

/// The longest document that is read, in bytes: pictures make them long.
pub const MAX_DOCUMENT: usize = 100 * 1024 * 1024;

/// How the bytes of a file are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A package of Word since 2007, or another archive of this kind.
    Word,
    /// A compound file, as Word before 2007 and WPS write it.
    OldWord,
    /// Bytes to be decoded.
    Text,
}

/// Pictures, by their first bytes.
const PICTURES: [(&[u8], &str); 7] = [
    (b"\x89PNG", "一张图片 (PNG)"),
    (b"\xff\xd8\xff", "一张图片 (JPEG)"),
    (b"GIF8", "一张图片 (GIF)"),
    (b"II*\0", "一张图片 (TIFF)"),
    (b"MM\0*", "一张图片 (TIFF)"),
    (b"BM", "一张图片 (BMP)"),
    (b"RIFF", "一张图片 (WebP) 或一段影音"),
];

/// Archives that are not read, by their first bytes.
const ARCHIVES: [(&[u8], &str); 3] = [
    (b"Rar!", "一个压缩包 (RAR)"),
    (b"7z\xbc\xaf\x27\x1c", "一个压缩包 (7z)"),
    (b"\x1f\x8b", "一个压缩包 (gz)"),
];

/// Documents that are not read, by their first bytes.
const OTHERS: [(&[u8], &str); 3] = [
    (b"{\\rtf", "一份 RTF 文档"),
    (b"MIME-Version:", "一份网页存档 (.mht)"),
    (b"<?xml", "一份 XML 文件"),
];

/// Tags that a page or a piece of one begins with.
const FIRST_TAGS: [&str; 20] = [
    "!doctype", "html", "head", "body", "meta", "title", "link", "style", "script", "div", "p",
    "table", "center", "span", "section", "article", "h1", "h2", "h3", "ul",
];

/// What a file is; one that cannot be read is refused with a way out.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    let kind = known(bytes)?;
    let most = if kind == Kind::Text { MAX_BYTES } else { MAX_DOCUMENT };
    if bytes.len() > most {
        let mega = 1024 * 1024;
        let megabytes = bytes.len().div_ceil(mega);
        return Err(ImportError::TooLarge { megabytes, most: most / mega });
    }
    Ok(kind)
}

fn known(bytes: &[u8]) -> Result<Kind, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Word);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Kind::OldWord);
    }
    let by = |table: &[(&[u8], &'static str)]| {
        let known = table.iter().find(|(magic, _)| bytes.starts_with(magic));
        known.map(|(_, kind)| *kind)
    };
    if let Some(kind) = by(&ARCHIVES) {
        return Err(ImportError::Archive { kind });
    }
    if bytes.starts_with(b"%PDF") {
        return Err(ImportError::Picture { kind: "一份 PDF 文件" });
    }
    // A mark of UTF-8 may stand before what is written in letters.
    let written = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let other = OTHERS.iter().find(|(magic, _)| written.starts_with(magic));
    if is_saved_page(written) {
        return Err(ImportError::NotText { kind: "一份网页存档 (.mht)" });
    }
    // The two letters BM may well begin a text: a picture has zeros behind them.
    let picture = by(&PICTURES).filter(|_| bytes.iter().take(64).any(|byte| *byte == 0));
    match (picture, other) {
        (Some(kind), _) => Err(ImportError::Picture { kind }),
        (_, Some((_, kind))) if !is_xhtml(written) => Err(ImportError::NotText { kind }),
        _ => Ok(Kind::Text),
    }
}

/// A page with its pictures in one file, as browsers save it: lines on who saved
/// it, and when, stand before that of the version.
fn is_saved_page(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let version = b"\nMIME-Version:";
    head.starts_with(b"From:") && head.windows(version.len()).any(|line| line == version)
}

/// A web page that begins as XML does.
fn is_xhtml(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.starts_with(b"<?xml") && String::from_utf8_lossy(head).contains("<html")
}

/// What a decoded text is: a web page by its first tag, Markdown by its
/// headings, else plain.
pub(super) fn of_text(text: &str) -> Format {
    if is_page(text) {
        return Format::WebPage;
    }
    let is_heading = |line: &str| {
        let rest = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
    };
    if text.lines().any(is_heading) { Format::Markdown } else { Format::Text }
}

/// A whole web page or a piece of one, which may begin with comments.
fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some((_, behind)) = rest.strip_prefix("<!--").and_then(|r| r.split_once("-->")) {
        rest = behind.trim_start();
    }
    let head: String = rest.chars().take(1024).collect();
    let head = head.to_ascii_lowercase();
    let is_tag = |tag: &&str| {
        let behind = head.strip_prefix('<').and_then(|head| head.strip_prefix(*tag));
        behind.is_some_and(|behind| behind.starts_with([' ', '>', '\t', '\r', '\n']))
    };
    FIRST_TAGS.iter().any(is_tag) || is_xhtml(head.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_found_by_content() {
        assert_eq!(of(b"PK\x03\x04rest"), Ok(Kind::Word));
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Ok(Kind::OldWord));
        assert_eq!(of("云溪镇".as_bytes()), Ok(Kind::Text));
        assert_eq!(of(b"BMW"), Ok(Kind::Text));
        for (text, format) in [
            ("云溪镇2025年报告\n一、成效", Format::Text),
            ("\n# 云溪镇2025年报告\n", Format::Markdown),
            ("#1 不是标题", Format::Text),
            ("  <!DOCTYPE html><html>", Format::WebPage),
            ("<!-- saved from url=(0014)about:internet -->\r\n<HTML>", Format::WebPage),
            ("<p\nclass=MsoNormal>云溪镇</p>", Format::WebPage),
            ("<云溪镇>报告", Format::Text),
            ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", Format::WebPage),
        ] {
            assert_eq!(of_text(text), format, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_a_way_out() {
        let cases: [(&[u8], &str); 10] = [
            (b"", "空的"),
            (b"Rar!\x1a\x07", "压缩包"),
            (b"%PDF-1.7", "PDF"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "一张图片 (PNG)"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "一张图片 (JPEG)"),
            (b"{\\rtf1", "RTF"),
            (b"MIME-Version: 1.0", "网页存档"),
            (b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0", "网页存档"),
            (b"<?xml version=\"1.0\"?><w:wordDocument/>", "XML"),
            (b"\xef\xbb\xbf<?xml version=\"1.0\"?><w:wordDocument/>", "XML"),
        ];
        for (bytes, words) in cases {
            let error = of(bytes).unwrap_err().to_string();
            assert!(error.contains(words) && error.contains('：'), "{error}");
        }
        let large = vec![b'a'; MAX_BYTES + 1];
        assert_eq!(of(&large), Err(ImportError::TooLarge { megabytes: 21, most: 20 }));
    }
}
