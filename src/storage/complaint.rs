//! What the RON reader complains of, in Chinese and at the right character.
//!
//! The reader stops where it can go no further, which is often not where the
//! slip is: a closing quote typed full-width shows only lines later. So the
//! place is looked at once more, for full-width marks and for torn strings.

mod mark;
mod torn;

use std::path::Path;

use ron::error::{Error as Code, Position, SpannedError};

use super::error::{Problem, StorageError};

/// What to do about most slips.
const MEND: &str = "请用记事本改正这一处后再打开；原文件未改动";

/// The complaint about `text`; `path` only names it.
pub(super) fn translate(error: &SpannedError, text: &str, path: &Path) -> StorageError {
    let at = place(error, text);
    let syntax = is_syntax(&error.code);
    let torn = if syntax { torn::find(text, at) } else { None };
    if let Some(torn) = torn {
        return broken(path, text, torn.at, torn.what(), MEND.to_owned());
    }
    let slip = char_at(text, at).filter(|c| syntax && mark::could_stand(*c, &error.code));
    if let Some(what) = slip.and_then(mark::full_width) {
        return broken(path, text, at, what, MEND.to_owned());
    }
    let (what, remedy) = (what(&error.code, text, at), remedy(&error.code, text, at));
    broken(path, text, at, what, remedy)
}

fn broken(path: &Path, text: &str, at: usize, what: String, remedy: String) -> StorageError {
    let (line, column) = line_and_column(text, at);
    StorageError::at(path, line, column, Problem::Broken { what, remedy })
}

/// Line and column, from 1 and in characters, of a byte of a text.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before[start..].chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The byte at fault. The reader names where it last stood and where it
/// stopped: a mark that is missed is missed at the second, a word or number
/// that does not fit begins at the first.
fn place(error: &SpannedError, text: &str) -> usize {
    let start = byte_at(text, error.span.start);
    match error.code {
        Code::InvalidEscape(_) => text[start..].find('\\').map_or(start, |skip| start + skip),
        Code::TrailingCharacters => byte_at(text, error.span.end),
        _ if is_syntax(&error.code) => byte_at(text, error.span.end),
        _ => start,
    }
}

fn byte_at(text: &str, position: Position) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(position.line.saturating_sub(1)).map(str::len).sum();
    let line = lines.next().unwrap_or("");
    let mut columns = line.char_indices().map(|(at, _)| at);
    before + columns.nth(position.col.saturating_sub(1)).unwrap_or(line.len())
}

/// Whether a mark or a kind of value is missed, rather than a value refused.
fn is_syntax(code: &Code) -> bool {
    expected(code).is_some()
        || matches!(
            code,
            Code::Eof
                | Code::ExpectedStringEnd
                | Code::TrailingCharacters
                | Code::UnexpectedChar(_)
        )
}

/// What the reader wanted at the place where it stopped.
fn expected(code: &Code) -> Option<&'static str> {
    Some(match code {
        Code::ExpectedArray => "左方括号“[”",
        Code::ExpectedArrayEnd => "右方括号“]”",
        Code::ExpectedBoolean => "true 或 false",
        Code::ExpectedComma => "逗号“,”",
        Code::ExpectedFloat | Code::ExpectedInteger => "数字",
        Code::ExpectedMap => "左花括号“{”",
        Code::ExpectedMapColon => "冒号“:”",
        Code::ExpectedMapEnd => "右花括号“}”",
        Code::ExpectedOptionEnd | Code::ExpectedStructLikeEnd => "右圆括号“)”",
        Code::ExpectedStructLike
        | Code::ExpectedNamedStructLike(_)
        | Code::ExpectedDifferentStructName { .. } => "左圆括号“(”",
        Code::ExpectedString => "用半角引号括起来的文字",
        Code::ExpectedIdentifier => "项名或选项（英文，不加引号）",
        _ => return None,
    })
}

fn what(code: &Code, text: &str, at: usize) -> String {
    if let Some(expected) = expected(code) {
        return match char_at(text, at) {
            Some(found) => format!("这里应当是{expected}，却是{}", mark::name(found)),
            None => format!("这里应当是{expected}，文件却到此为止"),
        };
    }
    match code {
        Code::Eof | Code::ExpectedStringEnd => "文件到此为止，后面缺了内容".to_owned(),
        Code::TrailingCharacters => "内容到前面已经结束，这里还有多余的内容".to_owned(),
        Code::InvalidEscape(_) => "反斜杠“\\”后面的字不能这样写".to_owned(),
        Code::IntegerOutOfBounds => "数字超出了范围".to_owned(),
        Code::UnclosedBlockComment => "注释没有用“*/”结束".to_owned(),
        Code::ExceededRecursionLimit => "括号套得太深".to_owned(),
        Code::NoSuchStructField { found, .. } => format!("不认识“{found}”这一项"),
        Code::MissingStructField { field, .. } => format!("这个括号里缺少“{field}”这一项"),
        Code::DuplicateStructField { field, .. } => format!("“{field}”这一项写了两遍"),
        Code::NoSuchEnumVariant { found, .. } => format!("不认识选项“{found}”"),
        Code::InvalidValueForType { expected, .. } if !expected.is_ascii() => {
            format!("这里应当是{expected}")
        }
        Code::Message(words) if !words.is_ascii() => words.clone(),
        _ => "写法不对，程序读不懂".to_owned(),
    }
}

fn remedy(code: &Code, text: &str, at: usize) -> String {
    match code {
        Code::Eof | Code::ExpectedStringEnd => {
            "请补全括号和引号，或从历史版本恢复；原文件未改动".to_owned()
        }
        Code::ExpectedComma if text[..at].trim_end().ends_with('"') => {
            "请在前一项后面加半角逗号；如果引号本是正文的一部分，请改用全角引号“”；原文件未改动"
                .to_owned()
        }
        Code::NoSuchStructField { expected, .. } => format!(
            "这里可以写的有：{}；如果项名没有写错，请看前面是否漏了右括号；原文件未改动",
            expected.join("、")
        ),
        Code::NoSuchEnumVariant { expected, .. } => {
            format!("请改为其中之一：{}；原文件未改动", expected.join("、"))
        }
        Code::MissingStructField { .. } => "请补上这一项后再打开；原文件未改动".to_owned(),
        Code::DuplicateStructField { .. } => "请删去其中一处后再打开；原文件未改动".to_owned(),
        Code::InvalidEscape(_) => "正文里的反斜杠请写成两个“\\\\”；原文件未改动".to_owned(),
        _ => MEND.to_owned(),
    }
}

#[cfg(test)]
mod tests;
