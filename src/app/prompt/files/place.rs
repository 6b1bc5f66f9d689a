//! Where a file is, as a person writes it or a terminal does when one is dropped
//! on its window: in quotes, with escapes, or as an address.
//!
//! Nothing is looked up here. What is no place is a word to look for in the list.

use std::path::{Path, PathBuf};

use crate::app::prompt::export::unquoted;

/// What is said of several files that were dropped at once.
pub(super) const SEVERAL: &str = "一次只能导入一个文件，请只留一个位置";

/// The beginning of an address of a file.
const ADDRESS: &str = "file://";

/// Whether a text says where something is, and not what is looked for.
pub(super) fn is_place(typed: &str) -> bool {
    let typed = typed.trim();
    typed.starts_with(['\'', '"'])
        || typed.contains(['/', '\\'])
        || is_of_windows(typed)
        || ["~", ".."].contains(&typed)
}

/// The place that a text says, seen from a folder. `escapes` tells whether `\`
/// takes away the meaning of the sign behind it, as it does but on Windows.
///
/// # Errors
/// A sentence when it says several.
pub(super) fn read(typed: &str, folder: &Path, escapes: bool) -> Result<PathBuf, &'static str> {
    // A shell of Windows is given the file as something to run.
    let typed = typed.trim().trim_start_matches("& ").trim_start();
    let place = if typed.matches(ADDRESS).count() > 1 {
        return Err(SEVERAL);
    } else if let Some(address) = typed.strip_prefix(ADDRESS) {
        of_address(address)
    } else if is_of_windows(typed) || !escapes {
        if several_quoted(typed) {
            return Err(SEVERAL);
        }
        unquoted(typed).to_owned()
    } else {
        unescaped(typed)?
    };
    // The spaces that a terminal leaves behind a dropped file are none of its name.
    let place = place.trim_end();
    // The home folder is known outside; a drive is where it is, on every system.
    if Path::new(place).starts_with("~") || is_of_windows(place) {
        return Ok(PathBuf::from(place));
    }
    Ok(folder.join(place))
}

/// Whether a place begins with a drive or a computer of Windows, behind a quote or not.
pub(super) fn is_of_windows(typed: &str) -> bool {
    let typed = typed.trim_start_matches(['"', '\'']);
    let mut chars = typed.chars();
    let drive = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':');
    drive || typed.starts_with(r"\\")
}

/// Whether one place in quotes stands behind another.
fn several_quoted(typed: &str) -> bool {
    ['"', '\''].into_iter().any(|mark| {
        let places = typed.split(mark).filter(|part| !part.trim().is_empty());
        typed.starts_with(mark) && places.count() > 1
    })
}

/// The path of an address: behind the name of the computer, `%20` and the like undone.
fn of_address(address: &str) -> String {
    let path = address.find('/').map_or(address, |at| &address[at..]);
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|hex| std::str::from_utf8(hex).ok());
        let code = code.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &behind[2..] } else { behind };
    }
    let path = String::from_utf8_lossy(&bytes).into_owned();
    // file:///D:/报告.txt
    match path.strip_prefix('/').filter(|rest| is_of_windows(rest)) {
        Some(rest) => rest.to_owned(),
        None => path,
    }
}

/// A place as a shell would read it: quotes taken off, escapes undone. White
/// space outside of quotes belongs to a place that was typed by hand.
fn unescaped(typed: &str) -> Result<String, &'static str> {
    let quoted = typed.starts_with(['\'', '"']);
    let mut place = String::new();
    let mut chars = typed.chars();
    let mut inside: Option<char> = None;
    while let Some(c) = chars.next() {
        match (c, inside) {
            ('\\', None | Some('"')) => place.extend(chars.next()),
            (mark, Some(own)) if mark == own => inside = None,
            ('\'' | '"', None) if quoted => inside = Some(c),
            (c, None) if quoted && c.is_whitespace() => return Err(SEVERAL),
            (c, _) => place.push(c),
        }
    }
    // A quote that never ends is one of the name.
    if inside.is_some() { Ok(typed.to_owned()) } else { Ok(place) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(typed: &str, escapes: bool) -> String {
        let read = read(typed, Path::new("/家"), escapes);
        read.map_or_else(str::to_owned, |path| path.display().to_string())
    }

    #[test]
    fn a_place_is_told_from_a_word() {
        let places =
            ["/a", "~", "~/去年", "'a b'", "\"a\"", "D:", "子/文", r"子\文", "..", " file:///a"];
        for typed in places {
            assert!(is_place(typed), "{typed}");
        }
        for typed in ["", "去年", "2024.txt", "D", "云溪镇：报告", "~备份.txt", "qn", "1．2"]
        {
            assert!(!is_place(typed), "{typed}");
        }
    }

    #[test]
    fn what_terminals_write_for_a_dropped_file() {
        for (typed, wanted) in [
            ("'/去 年/报告.txt' ", "/去 年/报告.txt"),
            (r"'/a'\''b.txt'", "/a'b.txt"),
            (r#""/去 年/a\"b.txt""#, "/去 年/a\"b.txt"),
            (r"/去\ 年/报告\(1\).txt ", "/去 年/报告(1).txt"),
            ("/去 年/报告.txt", "/去 年/报告.txt"),
            ("file:///%E5%8E%BB%E5%B9%B4/a%20b.txt", "/去年/a b.txt"),
            ("file://localhost/去年/100%.txt", "/去年/100%.txt"),
            ("file:///D:/%E5%B9%B4.txt", "D:/年.txt"),
            ("~/去年.txt", "~/去年.txt"),
            ("~", "~"),
            ("~备份.txt", "/家/~备份.txt"),
            ("去年/报告.txt", "/家/去年/报告.txt"),
            (r#""D:\去 年\报告.txt""#, r"D:\去 年\报告.txt"),
            (r"& 'D:\去 年\报告.txt'", r"D:\去 年\报告.txt"),
            (r"\\局里\共享\报告.txt", r"\\局里\共享\报告.txt"),
            ("'没有完", "/家/'没有完"),
        ] {
            assert_eq!(place(typed, true), wanted, "{typed}");
        }
        assert_eq!(place(r"子\报告.txt", false), "/家/子\\报告.txt");
        assert_eq!(place("\"a b.txt\"", false), "/家/a b.txt");
    }

    #[test]
    fn several_files_are_refused() {
        for typed in ["'/a' '/b'", "file:///a\u{20}file:///b", "\"/a\" \"/b\""] {
            assert_eq!(place(typed, true), SEVERAL, "{typed}");
        }
        assert_eq!(place(r#""D:\a" "D:\b""#, true), SEVERAL);
        assert_eq!(place("\"a\" \"b\"", false), SEVERAL);
    }
}
