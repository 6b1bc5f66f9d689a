//! One key in reports of every length: from the key to the bytes of the frame.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench may fail loudly; its entry is made by a macro"
)]

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use fazhi_tui::app::command::Command;
use fazhi_tui::app::effect::{Opened, Outcome};
use fazhi_tui::app::{App, Facts, Input};
use fazhi_tui::input::Keymap;
use fazhi_tui::report::{Dictionary, Report};
use fazhi_tui::runtime::Screen;
use fazhi_tui::storage::{DataFolder, Settings, library};
use fazhi_tui::text::{Ambiguous, Date, Layout as Rows, Wrap};
use fazhi_tui::ui::{self, Layout};
use ratatui::layout::Size;

use long::{LONG, MEGABYTE, TWENTY_KB};

#[path = "whole/long.rs"]
mod long;
#[path = "../tests/it/pty/sample.rs"]
mod sample;

const SIZE: Size = Size { width: 160, height: 45 };

/// The program without terminal and files.
struct Desk {
    app: App,
    keymap: Keymap,
    screen: Screen,
}

impl Desk {
    fn new(report: Report) -> Self {
        let templates = library::templates(&DataFolder::at("no such folder"));
        let templates = templates.templates.into_iter();
        let facts = Facts {
            keys: Keymap::built_in().unwrap().names(),
            dictionary: Dictionary::default(),
            templates: templates.map(|e| (e.stem, e.template)).collect(),
            measured: None,
            settings: Settings::default(),
            usual_folder: PathBuf::from("."),
            data_folder: None,
            today: Date { year: 2026, month: 1, day: 9 },
        };
        let mut app = App::new(facts);
        app.settle(Outcome::Opened(Box::new(Opened {
            id: "2025-云溪镇".to_owned(),
            report,
            read_only: None,
            notice: None,
        })));
        let mut desk = Self { app, keymap: Keymap::built_in().unwrap(), screen: Screen::default() };
        desk.frame();
        desk
    }

    fn take(&mut self, input: Input) -> Vec<u8> {
        black_box(self.app.update(input));
        self.frame()
    }

    fn frame(&mut self) -> Vec<u8> {
        let mut layout = Layout::arrange(SIZE, &self.app);
        let viewports = layout.viewports(&self.app, &self.keymap);
        self.app.fit(&viewports);
        layout.spare_caret(&self.app);
        let draw = |buffer: &mut _| ui::draw(buffer, &layout, &self.app, &self.keymap);
        let (bytes, _) = self.screen.frame(SIZE, true, draw);
        bytes
    }
}

fn keys(c: &mut Criterion) {
    let mut group = c.benchmark_group("key");
    let texts = [
        ("report of 20 KB", sample::full_report(TWENTY_KB)),
        ("paragraph of 6,000", long::paragraph(LONG)),
        ("1 MB in short paragraphs", long::paragraphs(MEGABYTE)),
        ("paragraph of 1 MB", long::paragraph(MEGABYTE)),
    ];
    for (name, report) in texts {
        let mut desk = Desk::new(report);
        group.bench_function(name, |b| b.iter(pair(&mut desk, &typed(), Command::Backspace)));
    }
    let command = Input::Command;
    for (place, pages) in [("start", 0), ("middle", 100)] {
        for (name, there, back) in [
            ("a character", typed(), Command::Backspace),
            ("undo", typed(), Command::Undo),
            ("left", command(Command::Right), Command::Left),
            ("down", command(Command::Down), Command::Up),
            ("end", command(Command::RowEnd), Command::RowStart),
            ("page down", command(Command::PageDown), Command::PageUp),
            ("enter", command(Command::Paragraph), Command::Backspace),
        ] {
            let mut desk = Desk::new(long::paragraph(MEGABYTE));
            desk.app.update(command(Command::TextStart));
            for _ in 0..pages {
                desk.app.update(command(Command::PageDown));
            }
            let name = format!("{place} of 1 MB, {name}");
            group.bench_function(name, |b| b.iter(pair(&mut desk, &there, back)));
        }
    }
    group.finish();
}

/// Keys in the box of 查找 over a long text.
fn find(c: &mut Criterion) {
    let mut group = c.benchmark_group("find");
    let paragraphs = sample::full_report(MEGABYTE);
    for (name, report) in [("paragraph of 1 MB", long::paragraph(MEGABYTE)), ("1 MB", paragraphs)] {
        let mut desk = Desk::new(report);
        let typed = |text: &str| Input::Text(text.to_owned());
        for (key, first, second) in [
            ("typed", typed("同"), Command::Backspace),
            ("next hit", Input::Command(Command::FindNext), Command::FindPrevious),
            ("replacement", typed("；"), Command::Backspace),
            ("replaced", Input::Command(Command::ReplaceOne), Command::Undo),
        ] {
            // Each row is selected whole when it is gone to.
            desk.take(Input::Command(Command::Find));
            desk.take(typed(if key == "typed" { "审查各类合" } else { "，" }));
            if key.starts_with("replace") {
                desk.take(Input::Command(Command::Replace));
                desk.take(typed("；"));
            }
            let name = format!("{key}, {name}");
            group.bench_function(name, |b| b.iter(pair(&mut desk, &first, second)));
        }
    }
    group.finish();
}

fn typed() -> Input {
    Input::Text("法".to_owned())
}

/// One key, and in turn the one that takes it back.
fn pair<'a>(desk: &'a mut Desk, there: &'a Input, back: Command) -> impl FnMut() -> Vec<u8> + 'a {
    let mut gone = false;
    move || {
        gone = !gone;
        desk.take(if gone { there.clone() } else { Input::Command(back) })
    }
}

fn parts(c: &mut Criterion) {
    let mut desk = Desk::new(sample::full_report(TWENTY_KB));
    c.bench_function("frame without a change", |b| b.iter(|| desk.frame()));
    let report = sample::full_report(TWENTY_KB);
    let places = report.required();
    let body: Vec<String> =
        places.iter().flat_map(|place| report.body(*place).unwrap().to_vec()).collect();
    let wrap = Wrap { width: 80, indent: 4, ambiguous: Ambiguous::Narrow };
    c.bench_function("wrap 20 KB from nothing", |b| {
        b.iter(|| {
            let mut rows = Rows::default();
            rows.sync(black_box(&body), wrap);
            rows.rows()
        });
    });
}

fn paste(c: &mut Criterion) {
    let text = "全年审查各类合同43份，提出修改意见118条，采纳112条。\r".repeat(1_400);
    c.bench_function("paste of 40,000 characters", |b| {
        b.iter_batched_ref(
            || Desk::new(sample::full_report(TWENTY_KB)),
            |desk| desk.take(Input::Paste(text.clone())),
            BatchSize::LargeInput,
        );
    });
}

criterion_group!(benches, keys, find, parts, paste);
criterion_main!(benches);
