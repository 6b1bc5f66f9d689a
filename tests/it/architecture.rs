//! The promises of `docs/architecture.md`, kept by reading the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, ground first; a room names only what stands in a row above its own.
const LAYERS: [&[&str]; 9] = [
    &["text"],
    &["report"],
    &["document", "check", "import", "storage"],
    &["export"],
    &["app"],
    &["input"],
    &["ui"],
    &["runtime"],
    &["cli"],
];

/// What only some rooms may name.
const RESERVED: [(&str, &[&str]); 5] = [
    ("ratatui::", &["ui", "runtime"]),
    ("crossterm::", &["input", "runtime"]),
    ("jiff::", &["runtime", "cli"]),
    ("std::fs", &["storage"]),
    ("std::time::Instant", &["runtime"]),
];

struct Source {
    path: PathBuf,
    room: String,
    /// How many modules deep the file is.
    depth: usize,
    /// The line where its unit tests begin.
    tests: Option<usize>,
    text: String,
}

/// Every source below `src/`, but the binary.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let inner = path.strip_prefix(&root).unwrap().with_extension("");
                let parts: Vec<String> =
                    inner.iter().map(|p| p.to_string_lossy().into_owned()).collect();
                let text = fs::read_to_string(&path).unwrap();
                let tests = text.lines().position(|line| line.starts_with("mod tests"));
                found.push(Source {
                    path,
                    room: parts[0].clone(),
                    depth: parts.len(),
                    tests,
                    text,
                });
            }
        }
    }
    found.retain(|source| source.room != "main" && source.room != "lib");
    assert!(found.len() > 50, "the sources were not found");
    found
}

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

/// The lines of code, without comments, with their numbers.
fn code(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.text.lines().enumerate();
    lines.map(|(index, line)| (index + 1, line.trim())).filter(|(_, line)| !line.starts_with("//"))
}

/// The rooms that a line names from the root of the crate.
fn named(line: &str, depth: usize) -> Vec<&str> {
    let climb = "super::".repeat(depth);
    let starts = ["crate::", climb.as_str()];
    let mut rooms = Vec::new();
    for root in starts {
        for (start, _) in line.match_indices(root) {
            let rest = &line[start + root.len()..];
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            rooms.push(&rest[..end]);
        }
    }
    rooms
}

#[test]
fn a_room_names_only_what_stands_below_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        let own = layer(&source.room).unwrap_or_else(|| panic!("{} has no layer", source.room));
        for (number, line) in code(&source) {
            assert!(
                !line.contains("crate::{"),
                "{}:{number}: name one room a line",
                source.path.display()
            );
            // Inside `mod tests` the root is one step further up.
            let depth =
                source.depth + usize::from(source.tests.is_some_and(|tests| number > tests));
            for room in named(line, depth) {
                let below = layer(room).is_some_and(|other| other < own);
                if room != source.room && !below && room != "$" {
                    wrong.push(format!(
                        "{}:{number}: {} names {room}",
                        source.path.display(),
                        source.room
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "upward or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn terminal_clock_and_files_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (number, line) in code(&source) {
            for (word, rooms) in RESERVED {
                if line.contains(word) && !rooms.contains(&source.room.as_str()) {
                    wrong.push(format!(
                        "{}:{number}: {} names {word}",
                        source.path.display(),
                        source.room
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "out of place:\n{}", wrong.join("\n"));
}

#[test]
fn files_stay_short_and_say_what_they_are() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines: is it one idea?", source.path.display());
        assert!(
            source.text.starts_with("//!"),
            "{} does not say what it is",
            source.path.display()
        );
    }
}

#[test]
fn no_room_is_called_after_what_found_no_home() {
    for source in sources() {
        let stem = source.path.file_stem().unwrap().to_string_lossy().into_owned();
        for name in ["util", "utils", "helper", "helpers", "common", "types", "misc"] {
            assert_ne!(stem, name, "{}", source.path.display());
        }
    }
}
