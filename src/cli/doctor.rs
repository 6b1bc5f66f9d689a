//! `doctor`: where things are, what is broken, what the terminal says of itself.
//!
//! It only looks: it mends nothing and creates no folder.

use std::env;
use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::path::Path;

use super::failure::Failure;
use super::output;
use crate::runtime::{self, measure_width};
use crate::storage::{DataFolder, Origin, Settings, Width, draft, library};
use crate::text::Ambiguous;

/// What the terminal and the system tell programs about themselves.
const VARIABLES: [&str; 7] =
    ["TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", super::DATA_VARIABLE];

/// On which systems the program is built to run.
const SYSTEMS: &str = "面向的系统：Linux（含统信 UOS、银河麒麟），x86-64 和 ARM64；Windows 10、11（还没有实测）。Windows 7 不支持。";

/// Prints what was found.
pub(super) fn run(data: &DataFolder) -> Result<(), Failure> {
    let mut text = format!("fazhi-tui {}\n{SYSTEMS}\n", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "本机：{}，{}", env::consts::OS, env::consts::ARCH);
    text.push_str("\n文件\n");
    folders(&mut text, data);
    drafts(&mut text, data);
    templates(&mut text, data);
    rules(&mut text, data);
    text.push_str("\n终端\n");
    terminal(&mut text, Settings::load(data).0.ambiguous);
    output::print(&text)
}

fn folders(text: &mut String, data: &DataFolder) {
    let root = data.root();
    let _ = writeln!(text, "  数据文件夹：{}（{}）", root.display(), state_of(root));
    let (settings, problem) = Settings::load(data);
    let said = match &problem {
        Some(problem) => format!("不能用，{problem}"),
        None if data.settings().exists() => "完好".to_owned(),
        None => "还没有，用默认值".to_owned(),
    };
    let _ = writeln!(text, "  设置：{said}");
    let folder = settings.folder();
    let _ = writeln!(text, "  导出文件夹：{}（{}）", folder.display(), state_of(&folder));
}

/// Whether something could be saved in this folder.
fn state_of(folder: &Path) -> &'static str {
    let there = folder.ancestors().find(|folder| folder.is_dir());
    let writable = there.is_some_and(|there| tempfile::tempfile_in(there).is_ok());
    match (folder.is_dir(), writable) {
        (true, true) => "可以写",
        (true, false) => "只能读，不能写",
        (false, true) => "还没有，第一次保存时建立",
        (false, false) => "还没有，也不能建立",
    }
}

fn drafts(text: &mut String, data: &DataFolder) {
    let listed = match draft::list(data) {
        Ok(listed) => listed,
        Err(error) => {
            let _ = writeln!(text, "  稿件：读不了，{error}");
            return;
        }
    };
    let broken: Vec<_> = listed.iter().filter_map(|l| l.content.as_ref().err()).collect();
    let _ = writeln!(text, "  稿件：{} 份，其中 {} 份打不开", listed.len(), broken.len());
    for error in broken {
        let _ = writeln!(text, "    {error}");
    }
}

fn templates(text: &mut String, data: &DataFolder) {
    let library = library::templates(data);
    let own = library.templates.iter().filter_map(|entry| match &entry.origin {
        Origin::BuiltIn => None,
        Origin::User(path) => Some((&entry.stem, path)),
    });
    let _ = writeln!(text, "  模板：{} 个", library.templates.len());
    for (stem, path) in own {
        let _ = writeln!(text, "    {stem} 用自己的：{}", path.display());
    }
    for error in &library.errors {
        let _ = writeln!(text, "    不能用：{error}");
    }
}

fn rules(text: &mut String, data: &DataFolder) {
    let (rules, errors) = runtime::rules::load(data, &[], &[]);
    let _ = writeln!(text, "  校核规则：{} 条", rules.rules.len());
    for error in &errors {
        let _ = writeln!(text, "    不能用，照用自带的：{error}");
    }
}

fn terminal(text: &mut String, ambiguous: Width) {
    let yes = |terminal: bool| if terminal { "终端" } else { "不是终端" };
    let input = yes(io::stdin().is_terminal());
    let out = yes(io::stdout().is_terminal());
    let _ = writeln!(text, "  标准输入：{input}\n  标准输出：{out}");
    let _ = writeln!(text, "  模糊宽度：{}", width(ambiguous));
    for name in VARIABLES {
        let value = env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let _ = writeln!(text, "  {name}：{}", value.as_deref().unwrap_or("没有设置"));
    }
}

/// How wide “ and its like are taken for, and why; the terminal is asked as at the start.
fn width(setting: Width) -> &'static str {
    match setting {
        Width::Narrow => "窄，设置里定的",
        Width::Wide => "宽，设置里定的",
        Width::Auto => match measure_width() {
            Some(Ambiguous::Narrow) => "自动，这个终端按窄算",
            Some(Ambiguous::Wide) => "自动，这个终端按宽算",
            None => "自动，没有量出来，按窄算",
        },
    }
}
