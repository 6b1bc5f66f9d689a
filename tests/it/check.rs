//! The checks over whole reports: made-up ones with planted faults, and ones that
//! were not written to be faulty.

mod clean;
mod document;
mod fixes;
mod places;
mod truth;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Numbers of telephones that nobody has, put together here so that no number
/// stands in a file of this repository.
const PHONES: [(&str, [&str; 2]); 2] =
    [("〔手机一〕", ["138", "00138000"]), ("〔手机二〕", ["139", "00139000"])];

/// A folder with the files of `tests/fixtures/check`, telephone numbers put in; or the one that
/// `FAZHI_CHECK_SAMPLES` names.
struct Samples {
    folder: PathBuf,
    _own: Option<tempfile::TempDir>,
}

impl Samples {
    fn new() -> Self {
        if let Some(folder) = std::env::var_os("FAZHI_CHECK_SAMPLES") {
            return Self { folder: folder.into(), _own: None };
        }
        let own = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(fixtures("check")).unwrap() {
            let path = file.unwrap().path();
            let mut text = std::fs::read_to_string(&path).unwrap();
            for (name, number) in PHONES {
                text = text.replace(name, &number.concat());
            }
            std::fs::write(own.path().join(path.file_name().unwrap()), text).unwrap();
        }
        Self { folder: own.path().to_owned(), _own: Some(own) }
    }

    fn truth(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(self.folder.join("truth.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    fn file(&self, name: &Value) -> PathBuf {
        self.folder.join(name.as_str().unwrap())
    }
}

fn fixtures(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// What the program says, with a data folder of its own.
fn program(arguments: &[&str]) -> std::process::Output {
    let data = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_fazhi-tui"));
    program.args(arguments).arg("--data-dir").arg(data.path()).output().unwrap()
}

/// The findings in a file.
fn findings(file: &Path) -> Vec<Value> {
    let said = program(&["check", file.to_str().unwrap(), "--json"]);
    let findings = serde_json::from_slice(&said.stdout);
    findings.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&said.stderr)))
}

/// A finding with its other places.
fn places(finding: &Value) -> impl Iterator<Item = &Value> {
    std::iter::once(finding).chain(finding["also"].as_array().unwrap())
}

fn number(value: &Value, field: &str) -> usize {
    usize::try_from(value[field].as_u64().unwrap()).unwrap()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

/// A finding in a line for people.
fn told(finding: &Value) -> String {
    let (line, column) = (number(finding, "line"), number(finding, "column"));
    let fields = ["severity", "rule", "excerpt", "message"].map(|field| text(finding, field));
    format!("{line}:{column} {}", fields.join(" "))
}
