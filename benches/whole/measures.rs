//! The measures, each a row of the table.

use std::thread;
use std::time::{Duration, Instant};

use crate::home::{Home, ID};
use crate::keys::{CTRL_Q, pasted};
use crate::long::TWENTY_KB;
use crate::process::Process;
use crate::sample;
use crate::terminal::Terminal;
use crate::texts;

/// The screen that is measured: 40 rows of 120 columns.
pub(crate) const SIZE: (u16, u16) = (120, 40);
/// Keys of one measure.
pub(crate) const KEYS: usize = 500;
const STARTS: usize = 20;
const IDLE: Duration = Duration::from_secs(10);

/// Measures everything and prints the table.
pub(crate) fn all() {
    let home = Home::with_report(&sample::full_report(4_000));
    let long = Home::with_report(&sample::full_report(TWENTY_KB));
    println!("| what | measured | aim |\n|---|---|---|");
    start(&home);
    keys(&long);
    row("writes to the terminal a key", &writes(&long), "1");
    idle(&home);
    floods(&home);
    texts::all(writes);
}

fn row(what: &str, measured: &str, aim: &str) {
    println!("| {what} | {measured} | {aim} |");
}

pub(crate) fn ms(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1000.0)
}

/// A quotient with one place behind the point.
pub(crate) fn quotient(number: u64, by: usize) -> String {
    let tenths = number * 10 / by as u64;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The value below which this many percent lie.
pub(crate) fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort();
    times[(times.len() - 1) * percent / 100]
}

fn start(home: &Home) {
    let time = |arguments: &[&str], text: &str| {
        let mut times: Vec<Duration> = (0..STARTS)
            .map(|_| {
                let start = Instant::now();
                let mut terminal = Terminal::start(home.call(arguments), SIZE);
                terminal.wait_for(text);
                let taken = start.elapsed();
                terminal.send(CTRL_Q);
                terminal.wait_exit(Duration::from_secs(5));
                taken
            })
            .collect();
        let (half, most) = (percentile(&mut times, 50), percentile(&mut times, 95));
        format!("{} / {}", ms(half), ms(most))
    };
    row("start to the list, p50 / p95", &time(&[], "云溪镇"), "4 ms");
    let opened = time(&[ID], "习近平法治思想");
    row("start to the text of a draft, p50 / p95", &opened, "4 ms");
}

/// The characters that are typed, one a key.
pub(crate) fn typed(number: usize) -> String {
    "全年审查合同提出修改意见".chars().cycle().skip(number).take(1).collect()
}

/// Types keys one by one, each after the frame of the last.
pub(crate) fn type_keys(terminal: &Terminal, number: usize) -> Vec<Duration> {
    let keys = (0..number).map(|number| {
        let key = typed(number);
        let before = terminal.sent();
        let start = Instant::now();
        terminal.send(&key);
        terminal.wait_frame(before);
        start.elapsed()
    });
    keys.collect()
}

fn keys(home: &Home) {
    let terminal = home.open(ID, SIZE);
    terminal.quiet();
    let process = Process::new(terminal.id());
    let (bytes, cpu) = (terminal.sent(), process.cpu());
    let mut times = type_keys(&terminal, KEYS);
    let bytes = terminal.sent() - bytes;
    let cpu = process.cpu() - cpu;
    let (half, most) = (percentile(&mut times, 50), percentile(&mut times, 95));
    let both = format!("{} / {}", ms(half), ms(most));
    row("key to screen in 20 KB, p50 / p95", &both, "0.42 / 0.51 ms");
    let each = format!("{} µs", cpu / KEYS as u64);
    row("CPU a key, saving included", &each, "378 µs");
    row("bytes a key", &(bytes / KEYS).to_string(), "1.3 × the changed cells");
    let peak = format!("{} MB", quotient(process.status("VmHWM"), 1024));
    row("memory peak", &peak, "11 MB");
}

/// Writes to the terminal a key.
fn writes(home: &Home) -> String {
    let terminal = home.open(ID, SIZE);
    terminal.quiet();
    let process = Process::new(terminal.id());
    let log = home.root().join("strace");
    let watch = process.watch(&log);
    let before = process.writes();
    // Slower than a frame, faster than a save.
    for number in 0..100 {
        let before = terminal.sent();
        terminal.send(&typed(number));
        terminal.wait_frame(before);
        thread::sleep(Duration::from_millis(5));
    }
    let all = process.writes() - before;
    match watch {
        Some(watch) => quotient(watch.end() as u64, 100),
        None => format!("{}, those to files included", quotient(all, 100)),
    }
}

fn idle(home: &Home) {
    let terminal = home.open(ID, SIZE);
    terminal.send("。");
    thread::sleep(Duration::from_secs(2));
    let process = Process::new(terminal.id());
    let (bytes, wakes, cpu) = (terminal.sent(), process.wakes(), process.cpu());
    thread::sleep(IDLE);
    let wakes = process.wakes() - wakes;
    let a_second = quotient(wakes, 10);
    row("wake-ups a second when idle", &a_second, "1");
    let bytes = terminal.sent() - bytes;
    row("bytes in 10 s when idle", &bytes.to_string(), "0");
    let cpu = process.cpu() - cpu;
    row("CPU in 10 s when idle", &format!("{cpu} µs"), "-");
}

fn floods(home: &Home) {
    let terminal = home.open(ID, SIZE);
    terminal.quiet();
    let flood: String = (0..199).map(typed).collect();
    let start = Instant::now();
    terminal.send(&format!("{flood}完"));
    terminal.wait("the last key", |view| view.cursor_behind("完"));
    row("flood of 200 keys", &ms(start.elapsed()), "1 ms");
    // Its lock would leave the next window nothing but reading.
    drop(terminal);
    for (kilobytes, aim) in [(20, "3 ms"), (40, "6 ms")] {
        let terminal = home.open(ID, SIZE);
        terminal.quiet();
        let text = "全年审查各类合同43份，采纳意见112条。\r";
        let text = text.repeat(kilobytes * 1024 / text.len());
        let start = Instant::now();
        terminal.send(&pasted(&text));
        terminal.wait_for("已粘贴");
        let what = format!("paste of {kilobytes} KB");
        row(&what, &ms(start.elapsed()), aim);
    }
}
