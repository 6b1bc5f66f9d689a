//! A draft of a full report: its text, its reading, its saving.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench may fail loudly; its entry is made by a macro"
)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use fazhi_tui::report::Place;
use fazhi_tui::storage::{DataFolder, DraftId, OpenDraft, draft};

#[path = "../tests/it/pty/sample.rs"]
mod sample;

fn notation(c: &mut Criterion) {
    let report = sample::full_report(4_000);
    c.bench_function("render", |b| {
        b.iter(|| draft::render(black_box(&report)).unwrap());
    });
    let text = draft::render(&report).unwrap();
    let path = Path::new("稿.ron");
    c.bench_function("parse", |b| {
        b.iter(|| draft::parse(black_box(&text), path).unwrap());
    });
}

fn save(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    let mut report = sample::full_report(4_000);
    let id = draft::create(&data, &DraftId::new("稿"), true, &report).unwrap();
    let path = draft::locate(&data, id.as_str());
    let (mut open, _) = OpenDraft::open(&data, &path, "甲").unwrap();
    let mut round = 0;
    c.bench_function("save, with the disk", |b| {
        b.iter(|| {
            round += 1;
            sample::replace(&mut report, Place::Preamble, &format!("第{round}次。"));
            open.save(&report, "20260109-103200").unwrap()
        });
    });
}

criterion_group!(benches, notation, save);
criterion_main!(benches);
