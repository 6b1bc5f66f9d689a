//! Last year's report, as a text or a Word document, becomes a draft.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench may fail loudly; its entry is made by a macro"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{Cursor, Write as _};

use criterion::{Criterion, criterion_group, criterion_main};
use fazhi_tui::document::assemble;
use fazhi_tui::export::{Encoding, Format, Style};
use fazhi_tui::import::{Choices, import};
use fazhi_tui::storage::{DataFolder, library};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

#[path = "../tests/it/pty/sample.rs"]
mod sample;

/// A Word document of these paragraphs, each cut into runs as Word does.
fn word(text: &str) -> Vec<u8> {
    let mut body = String::new();
    for line in text.lines() {
        body += "<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr>";
        let chars: Vec<char> = line.chars().collect();
        for run in chars.chunks(12) {
            let run: String = run.iter().collect();
            let _ = write!(body, "<w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>{run}</w:t></w:r>");
        }
        body += "</w:p>";
    }
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", stored).unwrap();
    zip.write_all(xml.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn imports(c: &mut Criterion) {
    let library = library::templates(&DataFolder::at("no such folder"));
    let templates: Vec<_> =
        library.templates.into_iter().map(|entry| (entry.stem, entry.template)).collect();
    let choices = Choices { templates: &templates, ..Choices::default() };
    let document = assemble(&sample::full_report(6_500));
    let render = |encoding| Format::Text.render(&document, Style { encoding, ..Style::default() });
    let text = render(Encoding::Utf8);
    println!("the text has {} bytes", text.len());
    let docx = word(std::str::from_utf8(&text).unwrap());
    let files = [
        ("import of UTF-8", text),
        ("import of GB18030", render(Encoding::Gb18030)),
        ("import of .docx", docx),
    ];
    for (name, bytes) in files {
        c.bench_function(name, |b| {
            b.iter(|| import(black_box(&bytes), &choices).unwrap());
        });
    }
}

criterion_group!(benches, imports);
criterion_main!(benches);
