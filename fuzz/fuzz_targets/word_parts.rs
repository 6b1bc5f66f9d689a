//! Any text as the parts of a .docx: behind the archive, where random bytes never come.
//!
//! The input is cut at zero bytes: body, numbering, styles, foot notes.

#![no_main]

use std::io::{Cursor, Write};

use fazhi_tui::import::read;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PARTS: [&str; 4] = ["document", "numbering", "styles", "footnotes"];

const RELATIONS: &str = r#"<Relationships>
<Relationship Id="a" Type="x/numbering" Target="numbering.xml"/>
<Relationship Id="b" Type="x/styles" Target="styles.xml"/>
<Relationship Id="c" Type="x/footnotes" Target="footnotes.xml"/>
</Relationships>"#;

fn package(bytes: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/_rels/document.xml.rels", options)?;
    zip.write_all(RELATIONS.as_bytes())?;
    for (name, part) in PARTS.iter().zip(bytes.split(|byte| *byte == 0)) {
        zip.start_file(format!("word/{name}.xml"), options)?;
        zip.write_all(part)?;
    }
    Ok(zip.finish()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(package) = package(bytes) {
        let _ = read(&package, None);
    }
});
