//! The command line: the abilities of the program without a screen.
//!
//! Results go to standard output, everything said about them to standard
//! error, and how it ended is the exit status, so that a script can tell the
//! three apart. What a command does is done by the rooms below; here stands
//! only what is asked and how it is answered. One command is one file.

mod arguments;
mod check;
mod clock;
mod doctor;
mod draft;
mod export;
mod failure;
mod import;
mod json;
mod list;
mod new;
mod outline;
mod output;
mod rules;
mod status;
mod table;
mod template;
mod templates;
mod usage;
mod wording;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::runtime::{self, End, Fault};
use crate::storage::DataFolder;
use arguments::{Arguments, Command};

pub use failure::Failure;

/// The environment variable that names the data folder.
const DATA_VARIABLE: &str = "FAZHI_TUI_DATA";

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match answer(arguments) {
        Ok(code) => code,
        Err(failure) => {
            output::tell(&failure.to_string());
            ExitCode::from(failure.exit_code())
        }
    }
}

fn answer(arguments: impl IntoIterator<Item = OsString>) -> Result<ExitCode, Failure> {
    let parsed = arguments::command()
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => perform(arguments),
        Err(said) if is_help(said.kind()) => {
            output::print(&said.render().to_string())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => Err(Failure::Usage(usage::sentence(&error))),
    }
}

fn is_help(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

fn perform(arguments: Arguments) -> Result<ExitCode, Failure> {
    let variable = std::env::var_os(DATA_VARIABLE);
    let data = DataFolder::resolve(arguments.data_dir.as_deref(), variable.as_deref())?;
    let Some(command) = arguments.command else {
        let draft = arguments.draft;
        usage::refuse_mistaken_command(&data, draft.as_deref())?;
        return screen(data, draft);
    };
    if let Some(word) = arguments.draft {
        return Err(Failure::Usage(usage::stray(&word)));
    }
    if let Command::Check(wanted) = command {
        return check::run(&data, &wanted);
    }
    answer_command(&data, command)?;
    Ok(ExitCode::SUCCESS)
}

fn answer_command(data: &DataFolder, command: Command) -> Result<(), Failure> {
    match command {
        Command::Check(wanted) => check::run(data, &wanted).map(|_| ()),
        Command::New(wanted) => new::run(data, &wanted),
        Command::Import(wanted) => import::run(data, &wanted),
        Command::List(wanted) => list::run(data, &wanted),
        Command::Status(wanted) => status::run(data, &wanted),
        Command::Outline(wanted) => outline::run(data, &wanted),
        Command::Export(wanted) => export::run(data, &wanted),
        Command::Templates(wanted) => templates::run(data, &wanted),
        Command::Doctor => doctor::run(data),
    }
}

/// Starts the screen, at the list of drafts or at one of them. After a signal
/// the exit status is 128 and its number, as shells expect.
fn screen(data: DataFolder, draft: Option<String>) -> Result<ExitCode, Failure> {
    match runtime::run(data, draft) {
        Ok(End::Left) => Ok(ExitCode::SUCCESS),
        Ok(End::Signal(signal)) => {
            Ok(u8::try_from(128 + signal).map_or(ExitCode::FAILURE, ExitCode::from))
        }
        Err(Fault::NoTerminal(sentence)) => Err(Failure::Usage(sentence)),
        Err(Fault::Trouble(sentence)) => Err(Failure::Trouble(sentence)),
    }
}
