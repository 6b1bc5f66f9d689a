//! A paste that comes as plain keys, where a terminal does not mark pastes.
//!
//! Nobody types a dozen keys and an Enter between two looks at the keyboard: such
//! a run is a paste, so that its line ends part paragraphs and confirm nothing.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The fewest keys that can be a paste.
const FEWEST: usize = 12;

/// A run of events that type something.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// A paste: its text, and how many events it is.
    Paste(String, usize),
    /// Keys: how many.
    Keys(usize),
}

/// What the events up to the first that types nothing are.
pub(super) fn run<'a>(events: impl Iterator<Item = &'a Event>) -> Run {
    let text: String = events.map_while(character).collect();
    let count = text.chars().count();
    let lines = text.trim_end_matches('\n').contains(['\n', '\t']);
    if lines && count >= FEWEST { Run::Paste(text, count) } else { Run::Keys(count) }
}

/// What an event types.
fn character(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, .. }) = event else { return None };
    let plain = modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match code {
        KeyCode::Char(c) if plain => Some(*c),
        KeyCode::Char('j') if *modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Enter if plain => Some('\n'),
        KeyCode::Tab if plain => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Event> {
        let code = |c| match c {
            '\n' => KeyCode::Enter,
            c => KeyCode::Char(c),
        };
        text.chars().map(|c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE))).collect()
    }

    #[test]
    fn many_keys_with_a_line_end_between_are_a_paste() {
        let text = "全年审查合同十二份。\n出具意见三份。";
        let mut events = keys(text);
        events.push(Event::Key(KeyEvent::new(KeyCode::F(4), KeyModifiers::NONE)));
        assert_eq!(run(events.iter()), Run::Paste(text.to_owned(), text.chars().count()));
    }

    #[test]
    fn few_keys_or_one_line_are_typed() {
        let keyed = "法治\n政府";
        assert_eq!(run(keys(keyed).iter()), Run::Keys(keyed.chars().count()));
        let keyed = "一段没有换行的文字也许是输入法一次送来的";
        assert_eq!(run(keys(keyed).iter()), Run::Keys(keyed.chars().count()));
        let keyed = "一句话打完了就按回车键。\n";
        assert_eq!(run(keys(keyed).iter()), Run::Keys(keyed.chars().count()));
    }
}
