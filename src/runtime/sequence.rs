//! What a terminal sends behind the byte of Esc, where that byte was lost.
//!
//! Only what terminals do send: everything else has been typed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What characters spell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Spelled {
    /// Nothing: they were typed.
    Nothing,
    /// The beginning of a sequence.
    Begun,
    /// A whole one.
    Whole(Meaning),
}

/// What a sequence means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// This key: `[A`, `OP`, `[15~`, `[1;5C`.
    Key(KeyEvent),
    /// The mouse, `[<35;11;5M`, or where the cursor is, `[1;2R`: too late to be of use.
    Nothing,
    /// The beginning of a paste, `[200~`.
    Paste,
}

/// The longest of these: the mouse at the far end of a large screen.
const LONGEST: usize = "[<255;9999;9999M".len();

/// What characters without a sign outside ASCII spell.
pub(super) fn spelled(text: &str) -> Spelled {
    let mut rest = text.chars();
    match (rest.next(), rest.as_str()) {
        (None, _) | (Some('O' | '['), "") => Spelled::Begun,
        // The arrows of this form come only where a program asks for it; 办公系统 is called OA.
        (Some('O'), sign @ ("P" | "Q" | "R" | "S")) => whole(named(sign, 1)),
        (Some('['), rest) => control(rest),
        _ => Spelled::Nothing,
    }
}

/// What comes behind `[`.
fn control(text: &str) -> Spelled {
    let (mouse, text) = text.strip_prefix('<').map_or((false, text), |text| (true, text));
    let Some(end) = text.find(|c: char| !c.is_ascii_digit() && c != ';') else {
        return if text.len() < LONGEST { Spelled::Begun } else { Spelled::Nothing };
    };
    let (numbers, sign) = text.split_at(end);
    let numbers: Vec<u16> = numbers.split(';').map_while(|number| number.parse().ok()).collect();
    match (&numbers[..], sign) {
        ([_, _, _], "M" | "m") if mouse => Spelled::Whole(Meaning::Nothing),
        _ if mouse => Spelled::Nothing,
        ([_, _], "R") => Spelled::Whole(Meaning::Nothing),
        (_, "R") => Spelled::Nothing,
        ([200], "~") => Spelled::Whole(Meaning::Paste),
        ([number], "~") => whole(numbered(*number, 1)),
        ([number, held], "~") => whole(numbered(*number, *held)),
        ([], sign) if end == 0 => whole(named(sign, 1)),
        ([1, held], sign) => whole(named(sign, *held)),
        _ => Spelled::Nothing,
    }
}

fn whole(key: Option<KeyEvent>) -> Spelled {
    key.map_or(Spelled::Nothing, |key| Spelled::Whole(Meaning::Key(key)))
}

/// The key of a final letter (ECMA-48, and xterm's F1 to F4).
fn named(sign: &str, held: u16) -> Option<KeyEvent> {
    let code = match sign {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "F" => KeyCode::End,
        "H" => KeyCode::Home,
        "P" => KeyCode::F(1),
        "Q" => KeyCode::F(2),
        "R" => KeyCode::F(3),
        "S" => KeyCode::F(4),
        "Z" => return Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers(held)))
}

/// The key of a number before `~` (the keyboard of the VT220).
fn numbered(number: u16, held: u16) -> Option<KeyEvent> {
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10)?,
        17..=21 => function(number - 11)?,
        23 | 24 => function(number - 12)?,
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers(held)))
}

fn function(number: u16) -> Option<KeyCode> {
    u8::try_from(number).ok().map(KeyCode::F)
}

/// What is held down, as xterm counts it.
fn modifiers(held: u16) -> KeyModifiers {
    let held = held.saturating_sub(1);
    let keys = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    keys.into_iter().filter(|(bit, _)| held & bit != 0).map(|(_, key)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_is_what_a_terminal_means_by_it() {
        for (text, code, modifiers) in [
            ("[A", KeyCode::Up, KeyModifiers::NONE),
            ("OS", KeyCode::F(4), KeyModifiers::NONE),
            ("[24~", KeyCode::F(12), KeyModifiers::NONE),
            ("[3~", KeyCode::Delete, KeyModifiers::NONE),
            ("[Z", KeyCode::BackTab, KeyModifiers::SHIFT),
            ("[5;5~", KeyCode::PageUp, KeyModifiers::CONTROL),
            ("[1;4A", KeyCode::Up, KeyModifiers::SHIFT | KeyModifiers::ALT),
        ] {
            let key = Meaning::Key(KeyEvent::new(code, modifiers));
            assert_eq!(spelled(text), Spelled::Whole(key), "{text}");
        }
        assert_eq!(spelled("[200~"), Spelled::Whole(Meaning::Paste));
        for text in ["[<35;11;5M", "[<255;9999;9999m", "[1;2R"] {
            assert_eq!(spelled(text), Spelled::Whole(Meaning::Nothing), "{text}");
        }
    }

    #[test]
    fn every_beginning_of_a_sequence_is_one() {
        for text in ["[A", "OP", "[24~", "[1;5C", "[200~", "[<255;9999;9999M", "[12;40R"] {
            for end in 0..text.len() {
                assert_eq!(spelled(&text[..end]), Spelled::Begun, "{}", &text[..end]);
            }
        }
    }

    #[test]
    fn what_no_terminal_sends_was_typed() {
        for text in
            ["a", "OA", "OH", "[a", "[99~", "[1;2;3A", "[2;5A", "[R", "[<A", "[<1;2M", "[;A"]
        {
            assert_eq!(spelled(text), Spelled::Nothing, "{text}");
        }
        let numbers = format!("[{}", "1".repeat(40));
        assert_eq!(spelled(&numbers), Spelled::Nothing);
    }
}
