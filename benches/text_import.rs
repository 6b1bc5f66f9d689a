//! Last year's report, as a text file, becomes a draft.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench may fail loudly; its entry is made by a macro"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fazhi_tui::document::assemble;
use fazhi_tui::export::{Encoding, Format, Style};
use fazhi_tui::import::{Choices, import};
use fazhi_tui::storage::{DataFolder, library};

#[path = "../tests/it/pty/sample.rs"]
mod sample;

fn imports(c: &mut Criterion) {
    let library = library::templates(&DataFolder::at("no such folder"));
    let templates: Vec<_> =
        library.templates.into_iter().map(|entry| (entry.stem, entry.template)).collect();
    let choices = Choices { templates: &templates, ..Choices::default() };
    let document = assemble(&sample::full_report(4_000));
    for (name, encoding) in
        [("import of UTF-8", Encoding::Utf8), ("import of GB18030", Encoding::Gb18030)]
    {
        let style = Style { encoding, ..Style::default() };
        let bytes = Format::Text.render(&document, style);
        c.bench_function(name, |b| {
            b.iter(|| import(black_box(&bytes), &choices).unwrap());
        });
    }
}

criterion_group!(benches, imports);
criterion_main!(benches);
