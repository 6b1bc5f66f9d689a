//! One key with its modifiers, as it is written in data and shown on screens.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: Code,
    ctrl: bool,
    alt: bool,
    shift: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Code {
    Char(char),
    F(u8),
    Named(Named),
}

macro_rules! named {
    ($($name:ident),*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        enum Named { $($name),* }

        impl Named {
            const ALL: &[(&'static str, Self, KeyCode)] = &[$((stringify!($name), Self::$name, KeyCode::$name)),*];
        }
    };
}
named!(
    Enter, Esc, Tab, Backspace, Delete, Insert, Home, End, PageUp, PageDown, Up, Down, Left, Right
);

/// Control keys that a terminal cannot tell from Backspace, Tab, newline,
/// Enter and Esc, and those that belong to input methods.
const NEVER: [char; 7] = ['h', 'i', 'j', 'm', '[', ' ', '.'];

impl Key {
    /// The key of a terminal event; `None` for keys that mean nothing here.
    ///
    /// Some terminals send Ctrl+H for Backspace and Ctrl+J for a line end. A
    /// committed Chinese character that arrives in one read with an Esc comes
    /// as Alt with that character: it is text.
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        let has = |modifier| event.modifiers.contains(modifier);
        let (ctrl, alt) = (has(KeyModifiers::CONTROL), has(KeyModifiers::ALT));
        let plain =
            |named| Some(Self { code: Code::Named(named), ctrl: false, alt: false, shift: false });
        match event.code {
            KeyCode::Char('h') if ctrl => plain(Named::Backspace),
            KeyCode::Char('j') if ctrl => plain(Named::Enter),
            KeyCode::Char(c) if !c.is_ascii() => {
                Some(Self { code: Code::Char(c), ctrl: false, alt: false, shift: false })
            }
            KeyCode::Char(c) if ctrl || alt => {
                Some(Self { code: Code::Char(c.to_ascii_lowercase()), ctrl, alt, shift: false })
            }
            KeyCode::Char(c) => Some(Self { code: Code::Char(c), ctrl, alt, shift: false }),
            KeyCode::F(n) => {
                Some(Self { code: Code::F(n), ctrl, alt, shift: has(KeyModifiers::SHIFT) })
            }
            KeyCode::BackTab => {
                Some(Self { code: Code::Named(Named::Tab), ctrl, alt, shift: true })
            }
            code => {
                let named = Named::ALL.iter().find(|(_, _, own)| *own == code)?;
                Some(Self {
                    code: Code::Named(named.1),
                    ctrl,
                    alt,
                    shift: has(KeyModifiers::SHIFT),
                })
            }
        }
    }

    /// The key that is pressed without Shift.
    #[must_use]
    pub fn without_shift(self) -> Self {
        Self { shift: false, ..self }
    }

    /// Reads `Ctrl+P`, `Shift+Tab`, `F4`.
    ///
    /// # Errors
    /// A Chinese sentence when there is no such key or it may not be bound.
    pub fn parse(text: &str) -> Result<Self, String> {
        let unknown = || format!("没有“{text}”这个键");
        let mut parts: Vec<&str> = text.split('+').collect();
        let last = parts.pop().ok_or_else(unknown)?;
        let has = |name| parts.contains(&name);
        let (ctrl, alt, shift) = (has("Ctrl"), has("Alt"), has("Shift"));
        if parts.iter().any(|part| !["Ctrl", "Alt", "Shift"].contains(part)) {
            return Err(unknown());
        }
        let code = Code::parse(last).ok_or_else(unknown)?;
        let key = Self { code, ctrl, alt, shift };
        match code {
            Code::Char(_) if !ctrl && !alt => {
                Err(format!("“{text}”不能作命令：输入法会收走单个字符"))
            }
            Code::Char(c) if ctrl && (NEVER.contains(&c) || shift) => {
                Err(format!("“{text}”不能作命令：终端或输入法要用它"))
            }
            _ => Ok(key),
        }
    }

    /// The character that the key types, if it types one.
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl Code {
    fn parse(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Some(Self::Char(c.to_ascii_lowercase()));
        }
        if let Some(number) = text.strip_prefix('F') {
            return number.parse().ok().filter(|n| (1..=12).contains(n)).map(Self::F);
        }
        let named = Named::ALL.iter().find(|(name, ..)| *name == text)?;
        Some(Self::Named(named.1))
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::Char(c) => write!(f, "{}", c.to_ascii_uppercase()),
            Code::F(n) => write!(f, "F{n}"),
            Code::Named(Named::Up) => f.write_str("向上键"),
            Code::Named(Named::Down) => f.write_str("向下键"),
            Code::Named(Named::Left) => f.write_str("向左键"),
            Code::Named(Named::Right) => f.write_str("向右键"),
            Code::Named(named) => write!(f, "{named:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> Key {
        Key::from_event(&KeyEvent::new(code, modifiers)).unwrap()
    }

    #[test]
    fn reads_what_data_writes() {
        for text in ["Ctrl+P", "F4", "Shift+Tab", "Ctrl+PageDown", "Esc"] {
            assert_eq!(Key::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Key::parse("Alt+Up").unwrap().to_string(), "Alt+向上键");
    }

    #[test]
    fn refuses_bare_characters_and_keys_of_others() {
        for text in [
            "j",
            "？",
            "Ctrl+H",
            "Ctrl+I",
            "Ctrl+J",
            "Ctrl+M",
            "Ctrl+[",
            "Ctrl+ ",
            "Ctrl+.",
            "Ctrl+Shift+P",
            "Meta+X",
            "F13",
            "",
        ] {
            assert!(Key::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn events_become_keys() {
        assert_eq!(event(KeyCode::BackTab, KeyModifiers::SHIFT), Key::parse("Shift+Tab").unwrap());
        assert_eq!(
            event(KeyCode::Char('h'), KeyModifiers::CONTROL),
            Key::parse("Backspace").unwrap()
        );
        assert_eq!(event(KeyCode::Char('j'), KeyModifiers::CONTROL), Key::parse("Enter").unwrap());
        assert_eq!(event(KeyCode::Char('P'), KeyModifiers::CONTROL), Key::parse("Ctrl+P").unwrap());
    }

    #[test]
    fn a_committed_character_glued_to_esc_is_text() {
        assert_eq!(event(KeyCode::Char('中'), KeyModifiers::ALT).text(), Some('中'));
        assert_eq!(event(KeyCode::Char('x'), KeyModifiers::ALT).text(), None);
    }
}
