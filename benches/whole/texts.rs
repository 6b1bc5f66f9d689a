//! What a key costs in texts of every length: one table, with the cost as a
//! multiple of that in a report of 20 KB.

use std::time::{Duration, Instant};

use fazhi_tui::report::Report;

use crate::home::{Home, ID};
use crate::keys::{BACKSPACE, CTRL_HOME, DOWN, END, ENTER, HOME, LEFT, pasted};
use crate::long::{self, LONG, MEGABYTE, TWENTY_KB};
use crate::measures::{KEYS, SIZE, ms, percentile, quotient, type_keys, typed};
use crate::process::Process;
use crate::sample;
use crate::terminal::Terminal;

const PAGE_DOWN: &str = "\x1b[6~";
/// Pages from the start of 1 MB to about its middle.
const HALF: usize = 150;

/// What one key costs.
struct Cost {
    half: Duration,
    most: Duration,
    /// Microseconds, saving included.
    cpu: u64,
    bytes: usize,
    /// The most memory so far, in KB.
    memory: u64,
}

/// Prints the table; `writes` counts those to the terminal a key.
pub(crate) fn all(writes: impl Fn(&Home) -> String) {
    println!("\n| key in … | p50 | × | p95 | CPU | × | bytes | memory peak | writes |");
    println!("|---|---|---|---|---|---|---|---|---|");
    let base = written(&sample::full_report(TWENTY_KB), "a report of 20 KB", None, &writes);
    let base = Some(&base);
    written(&long::paragraph(LONG), "a paragraph of 6,000 characters", base, &writes);
    written(&long::paragraphs(MEGABYTE), "1 MB in short paragraphs", base, &writes);
    written(&long::paragraph(MEGABYTE), "a paragraph of 1 MB, its end", base, &writes);
    let middle = PAGE_DOWN.repeat(HALF);
    // No key takes back a change: the frame of a save may be taken for that of the
    // key, the next key then comes at once, and of both there is nothing to draw.
    for (what, way, keys) in [
        ("its start", "", None),
        ("its middle", middle.as_str(), None),
        ("its middle, Backspace", &middle, Some([BACKSPACE, BACKSPACE])),
        ("its middle, Enter and a character", &middle, Some([ENTER, "法"])),
        ("its middle, Left", &middle, Some([LEFT, LEFT])),
        ("its start, Down", "", Some([DOWN, DOWN])),
        ("its middle, Home and End", &middle, Some([HOME, END])),
        ("its start, PageDown", "", Some([PAGE_DOWN, PAGE_DOWN])),
    ] {
        let home = Home::with_report(&long::paragraph(MEGABYTE));
        let terminal = home.open(ID, SIZE);
        terminal.quiet();
        terminal.send_until_quiet(&format!("{CTRL_HOME}{way}"));
        let cost = match keys {
            None => cost(&terminal, KEYS, |terminal| type_keys(terminal, KEYS)),
            Some(keys) => cost(&terminal, 200, |terminal| press(terminal, keys, 200)),
        };
        row(what, &cost, base, "");
    }
    floods();
}

/// Types at the end of the first text of a report.
fn written(
    report: &Report,
    what: &str,
    base: Option<&Cost>,
    writes: impl Fn(&Home) -> String,
) -> Cost {
    let home = Home::with_report(report);
    let cost = {
        let terminal = home.open(ID, SIZE);
        terminal.quiet();
        cost(&terminal, KEYS, |terminal| type_keys(terminal, KEYS))
    };
    row(what, &cost, base, &writes(&home));
    cost
}

/// Presses two keys in turn, each after the frame of the last.
fn press(terminal: &Terminal, keys: [&str; 2], number: usize) -> Vec<Duration> {
    let times = keys.iter().cycle().take(number).map(|key| {
        let before = terminal.sent();
        let start = Instant::now();
        terminal.send(key);
        terminal.wait_frame(before);
        start.elapsed()
    });
    times.collect()
}

fn cost(terminal: &Terminal, keys: usize, run: impl Fn(&Terminal) -> Vec<Duration>) -> Cost {
    let process = Process::new(terminal.id());
    let (bytes, cpu) = (terminal.sent(), process.cpu());
    let mut times = run(terminal);
    let (bytes, cpu) = (terminal.sent() - bytes, process.cpu() - cpu);
    Cost {
        half: percentile(&mut times, 50),
        most: percentile(&mut times, 95),
        cpu: cpu / keys as u64,
        bytes: bytes / keys,
        memory: process.status("VmHWM"),
    }
}

fn row(what: &str, cost: &Cost, base: Option<&Cost>, writes: &str) {
    let base = base.unwrap_or(cost);
    let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap();
    let times = |own: u64, base: u64| quotient(own, usize::try_from(base).unwrap());
    println!(
        "| {what} | {} | {} | {} | {} µs | {} | {} | {} MB | {writes} |",
        ms(cost.half),
        times(micros(cost.half), micros(base.half)),
        ms(cost.most),
        cost.cpu,
        times(cost.cpu, base.cpu),
        cost.bytes,
        quotient(cost.memory, 1024),
    );
}

/// Many keys at once, and a long paste, in the short report and in the long paragraph.
fn floods() {
    println!("\n| what | 20 KB | a paragraph of 1 MB, its end |\n|---|---|---|");
    let reports = [sample::full_report(TWENTY_KB), long::paragraph(MEGABYTE)];
    let flood: String = (0..199).map(typed).chain(["完".to_owned()]).collect();
    let text = "全年审查各类合同43份，提出修改意见118条，采纳112条。\r".repeat(1_400);
    let one: String = text.replace('\r', "");
    let measure = |send: &str, wait: &dyn Fn(&Terminal)| {
        let taken = reports.each_ref().map(|report| {
            let home = Home::with_report(report);
            let terminal = home.open(ID, SIZE);
            terminal.quiet();
            let start = Instant::now();
            terminal.send(send);
            wait(&terminal);
            ms(start.elapsed())
        });
        taken.join(" | ")
    };
    let last = |terminal: &Terminal| {
        terminal.wait("the last key", |view| view.cursor_behind("完"));
    };
    let told = |terminal: &Terminal| {
        terminal.wait_for("已粘贴");
    };
    println!("| flood of 200 keys | {} |", measure(&flood, &last));
    println!(
        "| paste of 40,000 characters in 1,400 paragraphs | {} |",
        measure(&pasted(&text), &told)
    );
    println!("| the same in one paragraph | {} |", measure(&pasted(&one), &told));
}
