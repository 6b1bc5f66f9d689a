//! Names of drafts: readable, and safe as file names on every system.
//!
//! A name is made safe, never refused: whoever types `2024/云溪镇` gets a draft
//! and can read which one. Numbers for taken names are made here as well,
//! because they too must keep within the length.

use std::fmt;
use std::path::Path;

/// The name of a draft; the stem of its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

/// Longest name in bytes; leaves room for `@stamp.ron` within the 255 of most systems.
const MOST_BYTES: usize = 120;

/// The marks that Windows, or every system, keeps out of names.
const REFUSED: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// The name of a draft that would have none.
const NAMELESS: &str = "未命名";

impl DraftId {
    /// A name made safe: no path separators, control characters or marks that
    /// Windows refuses, no leading dot, no trailing dot or space, no reserved
    /// name, at most 120 bytes; never empty.
    pub fn new(wanted: &str) -> Self {
        Self(safe_stem(wanted))
    }

    /// A name exactly as it is typed, white space around it left out.
    ///
    /// # Errors
    /// Why it cannot be the name of a file on every system, as a sentence
    /// without its end mark.
    pub fn exact(wanted: &str) -> Result<Self, &'static str> {
        let wanted = wanted.trim();
        let safe = safe_stem(wanted);
        if safe == wanted {
            return Ok(Self(safe));
        }
        Err(if wanted.is_empty() {
            "请写一个名字"
        } else if wanted.contains(REFUSED) {
            "名字里不能有这些符号：/ \\ : * ? \" < > |"
        } else if wanted.starts_with('.') || wanted.ends_with('.') {
            "名字不能以英文句点开头或结尾"
        } else if wanted.len() > MOST_BYTES {
            "名字太长了，最多 40 个汉字"
        } else if reserved(wanted) {
            "这个名字系统另有用处，请换一个"
        } else {
            "名字里有看不见的字符，请重新打一遍"
        })
    }

    /// The name of the draft in a file.
    pub fn of_file(path: &Path) -> Self {
        let stem = path.file_stem().unwrap_or_default();
        Self::new(&stem.to_string_lossy())
    }

    /// The usual name of a report, such as `2024-云溪镇`.
    pub fn suggest(year: i32, unit_name: &str) -> Self {
        let unit = unit_name.trim();
        if unit.is_empty() {
            return Self::new(&year.to_string());
        }
        Self::new(&format!("{year}-{unit}"))
    }

    /// The `number`th name where the name itself is the first: `ID`, `ID-2`, `ID-3`.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        if number < 2 {
            return self.clone();
        }
        let tail = format!("-{number}");
        let head = cut(&self.0, MOST_BYTES - tail.len());
        Self(format!("{head}{tail}"))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text made safe as the stem of a file name.
pub(super) fn safe_stem(wanted: &str) -> String {
    let kept: String = wanted.trim().chars().filter_map(safe_char).collect();
    let stem = cut(kept.trim_start_matches(['.', ' ']), MOST_BYTES).trim_end_matches(['.', ' ']);
    if stem.is_empty() {
        NAMELESS.to_owned()
    } else if reserved(stem) {
        format!("_{stem}")
    } else {
        stem.to_owned()
    }
}

/// A character as it may stand in a file name; `None` for one that cannot be seen.
fn safe_char(c: char) -> Option<char> {
    let unseen = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    match c {
        _ if c.is_control() || unseen => None,
        c if REFUSED.contains(&c) => Some('-'),
        c => Some(c),
    }
}

/// The longest beginning of `text` within `most` bytes.
fn cut(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether Windows keeps this stem for a device, whatever follows a dot.
fn reserved(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or(stem).trim_end();
    let base = base.to_ascii_uppercase();
    let port = base.strip_prefix("COM").or(base.strip_prefix("LPT"));
    ["CON", "PRN", "AUX", "NUL"].contains(&base.as_str())
        || port.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_year_and_unit() {
        assert_eq!(DraftId::suggest(2024, " 云溪镇 ").as_str(), "2024-云溪镇");
        assert_eq!(DraftId::suggest(2024, "").as_str(), "2024");
    }

    #[test]
    fn makes_any_text_safe() {
        let cases = [
            ("../../etc/passwd", "-..-etc-passwd"),
            ("云溪镇：初稿", "云溪镇：初稿"),
            ("a:b*c?d\"e<f>g|h\\i", "a-b-c-d-e-f-g-h-i"),
            (".隐藏", "隐藏"),
            ("末尾. . ", "末尾"),
            ("换\n行\t\u{0}\u{200b}", "换行"),
            ("", "未命名"),
            ("...", "未命名"),
            ("con", "_con"),
            ("NUL.txt", "_NUL.txt"),
            ("COM1", "_COM1"),
            ("COM", "COM"),
            ("COMMUNE", "COMMUNE"),
        ];
        for (wanted, safe) in cases {
            assert_eq!(DraftId::new(wanted).as_str(), safe, "{wanted:?}");
            assert_eq!(DraftId::new(safe).as_str(), safe, "stable: {wanted:?}");
        }
    }

    #[test]
    fn an_exact_name_is_taken_as_it_is_or_refused_with_the_reason() {
        assert_eq!(
            DraftId::exact(" 2025-云溪镇（二稿） ").unwrap().as_str(),
            "2025-云溪镇（二稿）"
        );
        let long = "镇".repeat(41);
        for (wanted, reason) in [
            (" ", "请写一个名字"),
            ("2025/云溪镇", "这些符号"),
            ("10:32", "这些符号"),
            (".隐藏", "英文句点"),
            ("末尾.", "英文句点"),
            (long.as_str(), "最多 40 个汉字"),
            ("con", "另有用处"),
            ("云溪\u{200b}镇", "看不见"),
        ] {
            let refused = DraftId::exact(wanted).unwrap_err();
            assert!(refused.contains(reason), "{wanted:?}: {refused}");
        }
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        let id = DraftId::new(&"镇".repeat(100));
        assert_eq!(id.as_str().chars().count(), 40);
        let second = id.numbered(12);
        assert!(second.as_str().len() <= MOST_BYTES && second.as_str().ends_with("镇-12"));
        assert_eq!(DraftId::new(second.as_str()), second);
        assert_eq!(id.numbered(1), id);
    }
}
