//! A wrong call in a Chinese sentence.
//!
//! The parser says in English what is wrong; only its kind and the words
//! concerned are taken from it.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Failure;
use crate::storage::{DataFolder, draft};

/// Where to read on.
const HINT: &str = "用法请看 fazhi-tui --help，或在命令后面加 --help。";

/// What is wrong with the arguments, and where to read on.
pub(super) fn sentence(error: &clap::Error) -> String {
    format!("{}。{HINT}", complaint(error))
}

fn complaint(error: &clap::Error) -> String {
    let argument = || words(error, ContextKind::InvalidArg).join("、");
    match error.kind() {
        ErrorKind::UnknownArgument => unknown(error, &argument()),
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => {
            format!("没有“{}”这个命令", words(error, ContextKind::InvalidSubcommand).join("、"))
        }
        ErrorKind::InvalidValue => bad_value(error, &argument()),
        ErrorKind::ValueValidation => invalid(error, &argument()),
        ErrorKind::MissingRequiredArgument => format!("缺少 {}", argument()),
        ErrorKind::ArgumentConflict => conflict(error, &argument()),
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => format!("{} 后面的值个数不对", argument()),
        ErrorKind::InvalidUtf8 => "参数里有不能识别的字符".to_owned(),
        _ => "命令写得不对".to_owned(),
    }
}

fn unknown(error: &clap::Error, argument: &str) -> String {
    if !argument.starts_with('-') {
        return format!("多出了“{argument}”");
    }
    match words(error, ContextKind::SuggestedArg).first() {
        Some(near) => format!("没有 {argument} 这个选项，可能是 {near}"),
        None => format!("没有 {argument} 这个选项"),
    }
}

fn bad_value(error: &clap::Error, argument: &str) -> String {
    let possible = words(error, ContextKind::ValidValue);
    let possible = match possible.as_slice() {
        [] => String::new(),
        values => format!("，可以写：{}", values.join("、")),
    };
    match value(error) {
        None => format!("{argument} 后面要写一个值{possible}"),
        Some(value) => format!("{argument} 不能是“{value}”{possible}"),
    }
}

fn invalid(error: &clap::Error, argument: &str) -> String {
    let value = value(error).unwrap_or_default();
    match error.source() {
        Some(reason) => format!("{argument} 不能是“{value}”：{reason}"),
        None => format!("{argument} 不能是“{value}”"),
    }
}

fn conflict(error: &clap::Error, argument: &str) -> String {
    let prior = words(error, ContextKind::PriorArg).join("、");
    if prior == argument || prior.is_empty() {
        format!("{argument} 只能写一次")
    } else {
        format!("{argument} 和 {prior} 不能同时用")
    }
}

fn value(error: &clap::Error) -> Option<String> {
    let value = words(error, ContextKind::InvalidValue).into_iter().next();
    value.filter(|value| !value.is_empty())
}

/// The words of one kind that the parser names, arguments without their dress.
fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    let all = match error.get(kind) {
        Some(ContextValue::String(word)) => std::slice::from_ref(word),
        Some(ContextValue::Strings(words)) => words,
        _ => &[],
    };
    let dressed = matches!(kind, ContextKind::InvalidArg | ContextKind::PriorArg);
    let plain = |word: &String| {
        let bare = word.split([' ', '=']).next().unwrap_or(word);
        bare.trim_matches(['<', '>', '[', ']', '.']).to_owned()
    };
    all.iter().map(|word| if dressed { plain(word) } else { word.clone() }).collect()
}

/// A word before a command that is neither.
pub(super) fn stray(word: &str) -> String {
    format!("命令前面多出了“{word}”。{HINT}")
}

/// Refuses a word that was meant as a command: Latin letters only, and no
/// draft or file of that name. Drafts are named after years and places.
pub(super) fn refuse_mistaken_command(
    data: &DataFolder,
    word: Option<&str>,
) -> Result<(), Failure> {
    let Some(word) = word else {
        return Ok(());
    };
    let letters = word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    if letters && !draft::locate(data, word).exists() {
        let sentence = format!("没有“{word}”这个命令，也没有叫这个名称的稿件。{HINT}");
        return Err(Failure::Usage(sentence));
    }
    Ok(())
}
