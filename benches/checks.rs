//! A report is checked from the start, after a change of one paragraph, and as one of a
//! thousand files in a folder.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench may fail loudly; its entry is made by a macro"
)]

use std::hint::black_box;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use fazhi_tui::check::{Checker, Rules, Script};
use fazhi_tui::document::assemble;
use fazhi_tui::export::{Format, Style};
use fazhi_tui::storage::file;

#[path = "../tests/it/pty/sample.rs"]
mod sample;

/// Files in the folder.
const FILES: usize = 1_000;

fn one(c: &mut Criterion) {
    let report = sample::full_report(6_500);
    let rules = Arc::new(Rules::built_in());
    let script = Script::of(&report);
    let bytes: usize = script.lines.iter().map(|line| line.text.len()).sum();
    let found = Checker::new(Arc::clone(&rules)).check(&script).len();
    println!("the report has {bytes} bytes, {found} findings");
    c.bench_function("check from the start", |b| {
        b.iter(|| Checker::new(Arc::clone(&rules)).check(black_box(&script)));
    });
    let mut checker = Checker::new(Arc::clone(&rules));
    let mut changed = report.clone();
    let mut turn = 0_usize;
    c.bench_function("check after a change of one paragraph", |b| {
        b.iter(|| {
            turn += 1;
            let text = &mut changed.sections[1].body[0];
            if turn.is_multiple_of(2) {
                text.push('法');
            } else {
                text.pop();
            }
            checker.check(&Script::of(black_box(&changed)))
        });
    });
    c.bench_function("rules and tables read", |b| b.iter(Rules::built_in));
}

/// A folder of files, by the program itself: wall time, and what one processor does in a second.
fn folder(_: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let document = assemble(&sample::full_report(6_500));
    let text = Format::Text.render(&document, Style::default());
    for number in 0..FILES {
        file::write_whole(&folder.path().join(format!("{number:04}.txt")), &text).unwrap();
    }
    let start = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_fazhi-tui"));
    let said = program.args(["check", "--json"]).arg(folder.path()).output().unwrap();
    let seconds = start.elapsed().as_secs_f64();
    assert!(said.stderr.is_empty(), "{}", String::from_utf8_lossy(&said.stderr));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let count = f64::from(u32::try_from(FILES).unwrap());
    let each = count / seconds / f64::from(u32::try_from(cores).unwrap());
    println!(
        "{FILES} files of {} bytes: {seconds:.2} s on {cores} processors, {each:.0} a second a processor",
        text.len()
    );
}

criterion_group!(benches, one, folder);
criterion_main!(benches);
