//! What can be typed after the name of the program.
//!
//! Words that a user reads are Chinese, headings of the help included; only
//! names of options and commands are not, since they are typed.

use std::path::PathBuf;

use clap::{Arg, ArgAction, CommandFactory, Parser, Subcommand};

use super::{check, export, import, list, new, outline, status, templates};
use crate::report::parse_year;

/// The arguments of the whole program.
#[derive(Debug, Parser)]
#[command(
    name = "fazhi-tui",
    version,
    about = "在终端里逐节编写、检查、导出法治政府建设情况报告",
    override_usage = "fazhi-tui [选项] [DRAFT]\n      fazhi-tui [选项] 命令 …"
)]
pub(super) struct Arguments {
    #[arg(value_name = "DRAFT", help = "打开的稿件：名称或文件；不写就从稿件列表开始")]
    pub(super) draft: Option<String>,

    #[arg(
        long,
        value_name = "DIR",
        global = true,
        help = "存放稿件的文件夹；不写就看环境变量 FAZHI_TUI_DATA，再用系统的位置"
    )]
    pub(super) data_dir: Option<PathBuf>,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The commands without a screen.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(new::Arguments),
    Import(import::Arguments),
    List(list::Arguments),
    Status(status::Arguments),
    Outline(outline::Arguments),
    Check(check::Arguments),
    Export(export::Arguments),
    Templates(templates::Arguments),
    #[command(about = "检查程序、文件夹和终端的情况", override_usage = "fazhi-tui doctor")]
    Doctor,
}

const TOP: &str = "{about}\n\n用法：{usage}\n\n命令：\n{subcommands}\n\n参数：\n{positionals}\n\n选项：\n{options}\n\n命令后面加 --help 可看它的用法。\n";
const WITH_ARGUMENTS: &str =
    "{about}\n\n用法：{usage}\n\n参数：\n{positionals}\n\n选项：\n{options}\n";
const WITH_OPTIONS: &str = "{about}\n\n用法：{usage}\n\n选项：\n{options}\n";

/// The arguments with their help in Chinese.
pub(super) fn command() -> clap::Command {
    Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', ArgAction::Help, "显示用法").global(true))
        .arg(flag("version", 'V', ArgAction::Version, "显示版本"))
        .help_template(TOP)
        .mut_subcommands(|sub| {
            let template = match sub.get_positionals().next() {
                Some(_) => WITH_ARGUMENTS,
                None => WITH_OPTIONS,
            };
            sub.help_template(template)
        })
}

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help)
}

/// The year that is reported on.
pub(super) fn year(text: &str) -> Result<i32, String> {
    parse_year(text).ok_or_else(|| "年度要写四位数字，例如 2024".to_owned())
}
