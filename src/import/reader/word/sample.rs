//! Documents made for the tests of this reader.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these files, none of them packed.
pub(super) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document with this body and these other parts, by their kinds.
pub(super) fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let body = format!("<w:document><w:body>{body}<w:sectPr/></w:body></w:document>");
    let relation = |(kind, _): &(&str, &str)| {
        format!(
            "<Relationship Id='r{kind}' Type='http://x/relationships/{kind}' Target='{kind}.xml'/>"
        )
    };
    let relations: String = parts.iter().map(relation).collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    let names: Vec<String> = parts.iter().map(|(kind, _)| format!("word/{kind}.xml")).collect();
    let parts = names.iter().zip(parts).map(|(name, (_, text))| (name.as_str(), *text));
    let start = "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='word/document.xml'/></Relationships>";
    let mut files = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", start),
        ("word/_rels/document.xml.rels", relations.as_str()),
        ("word/document.xml", body.as_str()),
    ];
    files.extend(parts);
    archive(&files)
}

/// A paragraph of one run.
pub(super) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>")
}
