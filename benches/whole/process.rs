//! What Linux knows of a process.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

/// A process.
pub(crate) struct Process {
    folder: PathBuf,
    id: u32,
}

impl Process {
    pub(crate) fn new(id: u32) -> Self {
        Self { folder: Path::new("/proc").join(id.to_string()), id }
    }

    /// A number of `status`, such as `VmHWM` in KB.
    pub(crate) fn status(&self, name: &str) -> u64 {
        field(&self.folder.join("status"), name)
    }

    /// How often its threads went to sleep and were woken.
    pub(crate) fn wakes(&self) -> u64 {
        let threads = self.threads().into_iter();
        let switches = threads.map(|t| field(&t.join("status"), "voluntary_ctxt_switches"));
        switches.sum()
    }

    /// Microseconds on a processor, of all threads.
    pub(crate) fn cpu(&self) -> u64 {
        let times = self.threads().into_iter().map(|thread| {
            let text = fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
            let first = text.split_whitespace().next().unwrap_or("0");
            first.parse::<u64>().unwrap()
        });
        times.sum::<u64>() / 1000
    }

    /// Calls of the system that write, to files as well.
    pub(crate) fn writes(&self) -> u64 {
        field(&self.folder.join("io"), "syscw")
    }

    fn threads(&self) -> Vec<PathBuf> {
        let threads = fs::read_dir(self.folder.join("task")).unwrap();
        threads.map(|entry| entry.unwrap().path()).collect()
    }

    /// Watches the writes to the terminal, where `strace` is there and allowed.
    pub(crate) fn watch(&self, log: &Path) -> Option<Watch> {
        let mut tracer = Command::new("strace")
            .args(["-f", "-qq", "-e", "trace=write,writev", "-e", "signal=none", "-o"])
            .arg(log)
            .args(["-p", &self.id.to_string()])
            .spawn()
            .ok()?;
        thread::sleep(Duration::from_millis(500));
        let there = tracer.try_wait().unwrap().is_none();
        there.then(|| Watch { tracer, log: log.to_owned() })
    }
}

/// A `strace` that runs.
pub(crate) struct Watch {
    tracer: Child,
    log: PathBuf,
}

impl Watch {
    /// Ends it and gives the number of writes to the terminal.
    pub(crate) fn end(mut self) -> usize {
        crate::terminal::signal(self.tracer.id(), "INT");
        self.tracer.wait().unwrap();
        let log = fs::read(&self.log).unwrap();
        let log = String::from_utf8_lossy(&log);
        let to_terminal = |line: &&str| line.contains("write(1,") || line.contains("writev(1,");
        log.lines().filter(to_terminal).count()
    }
}

fn field(path: &Path, name: &str) -> u64 {
    let text = fs::read_to_string(path).unwrap();
    let line = text.lines().find(|line| line.starts_with(name));
    let number = line.unwrap().split_whitespace().nth(1);
    number.unwrap().parse().unwrap()
}
