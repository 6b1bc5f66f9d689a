//! A key that comes in one piece with the Esc before it.
//!
//! A key of several bytes begins with the byte of Esc. Where both wait together, as
//! after a pause of a slow link, crossterm 0.29 takes the two for one Esc and the
//! rest for typed text: `[15~` would stand in the report.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::events::Message;

/// Puts keys together again whose first byte was taken for that of an Esc.
pub(super) fn mend(batch: &mut Vec<Message>) {
    let mut at = 0;
    while at < batch.len() {
        let rest = at + 1;
        if let Some((key, length)) = is_esc(&batch[at]).then(|| key(&batch[rest..])).flatten() {
            let key = Message::Terminal(Event::Key(key));
            batch.splice(rest..rest + length, [key]);
        }
        at += 1;
    }
}

fn is_esc(message: &Message) -> bool {
    matches!(typed(message), Some(KeyCode::Esc))
}

fn typed(message: &Message) -> Option<KeyCode> {
    match message.event() {
        Some(Event::Key(KeyEvent { code, modifiers, .. })) => {
            modifiers.difference(KeyModifiers::SHIFT).is_empty().then_some(*code)
        }
        _ => None,
    }
}

/// The key that the characters spell, and how many they are: `[A`, `OP`, `[15~`,
/// `[1;5C`.
fn key(messages: &[Message]) -> Option<(KeyEvent, usize)> {
    let characters = messages.iter().map_while(|message| match typed(message) {
        Some(KeyCode::Char(c)) => Some(c),
        _ => None,
    });
    let text: String = characters.take("[15;5~".len()).collect();
    let end = text.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit() && *c != ';');
    let (last, sign) = end?;
    let numbers = text.get(1..last)?;
    let (number, modifiers) = numbers.split_once(';').unwrap_or((numbers, ""));
    let code = match (text.chars().next()?, number, sign) {
        ('[' | 'O', "" | "1", sign) => named(sign)?,
        ('[', number, '~') => numbered(number.parse().ok()?)?,
        _ => return None,
    };
    let held = modifiers.parse().map_or(0, |held: u8| held.saturating_sub(1));
    Some((KeyEvent::new(code, modifiers_of(held)), last + 1))
}

/// The key of a final letter (ECMA-48, and xterm's F1 to F4).
fn named(sign: char) -> Option<KeyCode> {
    Some(match sign {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

/// The key of a number before `~` (the keyboard of the VT220).
fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23 | 24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// What is held down, as xterm counts it.
fn modifiers_of(held: u8) -> KeyModifiers {
    let keys = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    keys.into_iter().filter(|(bit, _)| held & bit != 0).map(|(_, key)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn mended(text: &str) -> Vec<Event> {
        let characters = text.chars().map(|c| event(KeyCode::Char(c), KeyModifiers::NONE));
        let esc = event(KeyCode::Esc, KeyModifiers::NONE);
        let events = std::iter::once(esc).chain(characters);
        let mut batch: Vec<Message> = events.map(Message::Terminal).collect();
        mend(&mut batch);
        batch.iter().skip(1).filter_map(Message::event).cloned().collect()
    }

    #[test]
    fn a_key_behind_an_esc_is_that_key() {
        for (text, code, modifiers) in [
            ("[A", KeyCode::Up, KeyModifiers::NONE),
            ("OP", KeyCode::F(1), KeyModifiers::NONE),
            ("[15~", KeyCode::F(5), KeyModifiers::NONE),
            ("[24~", KeyCode::F(12), KeyModifiers::NONE),
            ("[3~", KeyCode::Delete, KeyModifiers::NONE),
            ("[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
            ("[5;5~", KeyCode::PageUp, KeyModifiers::CONTROL),
            ("[1;4A", KeyCode::Up, KeyModifiers::SHIFT | KeyModifiers::ALT),
        ] {
            assert_eq!(mended(text), [event(code, modifiers)], "{text}");
            let behind = mended(&format!("{text}法"));
            assert_eq!(behind[1..], [event(KeyCode::Char('法'), KeyModifiers::NONE)], "{text}");
        }
    }

    #[test]
    fn other_text_behind_an_esc_stays() {
        for text in ["法治", "[法", "Office", "[99~", "O", "[1;", "12A"] {
            assert_eq!(mended(text).len(), text.chars().count(), "{text}");
        }
    }
}
