//! The archive that a .docx is: its parts by name, and what leads from one to another.
//!
//! Nothing is inflated that is not asked for, and no more of it than a report
//! can need, because a few kilobytes may swell to gigabytes.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use encoding_rs::{UTF_16BE, UTF_16LE};
use zip::ZipArchive;
use zip::result::ZipError;

use super::damaged;
use super::xml::{Node, Xml};
use crate::import::ImportError;

/// The most bytes of a part, inflated: the text of a report has some hundred thousand.
const MAX_PART: u64 = 32 * 1024 * 1024;

/// The most bytes of all the parts that are read.
const MAX_ALL: u64 = 64 * 1024 * 1024;

/// The most files in an archive: a report with a thousand pictures stays below.
const MAX_FILES: usize = 10_000;

/// What an archive is that is no document of Word, by a file in it.
const OTHERS: [(&str, &str); 4] = [
    ("xl/workbook.xml", "Excel 表格 (.xlsx)"),
    ("xl/workbook.bin", "Excel 表格 (.xlsb)"),
    ("ppt/presentation.xml", "演示文稿 (.pptx)"),
    ("content.xml", "OpenDocument 文档 (.odt)"),
];

/// An open archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where the files stand in the archive, by their names in lower case.
    places: HashMap<String, usize>,
    /// The bytes that may still be inflated.
    budget: u64,
}

/// Where a part leads to.
pub(super) struct Relation {
    /// The last word of its kind: `styles`, `header` …
    pub(super) kind: String,
    /// The name of the part in the archive.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    /// Opens an archive and looks at the names in it.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        if bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count() > MAX_FILES {
            return Err(damaged(format!("里面有 {MAX_FILES} 个以上的文件，不像一份文档")));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
        let names = archive.file_names_raw().map(String::from_utf8_lossy).zip(0..);
        let places = names.map(|(name, place)| (plain(&name), place)).collect();
        Ok(Self { archive, places, budget: MAX_ALL })
    }

    /// The name of the part that holds the text; what is another kind of
    /// archive is refused by what it is.
    pub(super) fn body(&mut self) -> Result<String, ImportError> {
        let start = self.relations("")?.into_iter().find(|found| found.kind == "officedocument");
        let name = start.map_or_else(|| "word/document.xml".to_owned(), |found| found.target);
        if self.places.contains_key(&name) && name.starts_with("word") {
            return Ok(name);
        }
        if self.places.contains_key("ofd.xml") {
            return Err(ImportError::Picture { kind: "一份 OFD 版式文件" });
        }
        let other = OTHERS.iter().find(|(file, _)| self.places.contains_key(*file));
        match other {
            Some((_, kind)) => Err(ImportError::NotText { kind }),
            None if self.places.contains_key(&name) => Ok(name),
            None if self.places.contains_key("[content_types].xml") => {
                Err(damaged("里面缺少存正文的部分"))
            }
            None => Err(ImportError::Archive { kind: "一个压缩包 (zip)" }),
        }
    }

    /// What a part leads to; the empty name stands for the archive itself.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, ImportError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = plain(&format!("{folder}/_rels/{file}.rels"));
        let Some(text) = self.text(&name)? else {
            return Ok(Vec::new());
        };
        let mut xml = Xml::new(&text);
        let mut found = Vec::new();
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else {
                continue;
            };
            let outside = element.is("TargetMode", "External");
            if element.name() != "Relationship" || outside {
                continue;
            }
            let (Some(kind), Some(target)) = (element.attr("Type"), element.attr("Target")) else {
                continue;
            };
            let kind = kind.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
            found.push(Relation { kind, target: resolve(folder, &target) });
        }
        Ok(found)
    }

    /// The text of a part; none if there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(place) = self.places.get(&plain(name)).copied() else {
            return Ok(None);
        };
        let most = MAX_PART.min(self.budget);
        let part = self.archive.by_index(place).map_err(|error| refusal(&error))?;
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|_| damaged("里面有损坏的部分，可能没有下载或复制完"))?;
        if bytes.len() as u64 > most {
            let mega = MAX_PART / 1024 / 1024;
            return Err(damaged(format!("解压后超过 {mega} MB，不像一份报告")));
        }
        self.budget -= bytes.len() as u64;
        decoded(bytes).map(Some)
    }
}

/// The text of a part: UTF-8, or UTF-16 with a mark.
fn decoded(bytes: Vec<u8>) -> Result<String, ImportError> {
    let wide = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => Some((UTF_16LE, rest)),
        [0xfe, 0xff, rest @ ..] => Some((UTF_16BE, rest)),
        _ => None,
    };
    let text = match wide {
        Some((encoding, rest)) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            text.map(std::borrow::Cow::into_owned)
        }
        None => String::from_utf8(bytes).ok(),
    };
    text.ok_or_else(|| damaged("里面有读不出来的字节"))
}

fn refusal(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ImportError::Locked
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            damaged("里面的压缩方式不认识")
        }
        _ => damaged("文件不完整，可能没有下载或复制完"),
    }
}

/// The name of a part as it is looked up: names do not differ by case alone.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The name of the part that a target means, seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let whole =
        if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let whole = plain(&whole);
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
