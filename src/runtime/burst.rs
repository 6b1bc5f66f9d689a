//! A paste that comes as plain keys, where a terminal does not mark pastes.
//!
//! Nobody types a dozen keys and an Enter between two looks at the keyboard, nor
//! hundreds without one: such a run is a paste, so that its line ends part
//! paragraphs and confirm nothing. It comes in pieces; what is cleaned and trimmed
//! by the piece would lose the spaces at their edges, so the end is waited for.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::events::Message;

/// The fewest keys with a line end between them that are a paste, …
const FEWEST: usize = 12;
/// … and without one. A key that is held down comes in floods, but not in such.
const MANY: usize = 256;
/// How long the next piece of a paste may take: a slow link sends it in packets.
const PIECE: Duration = Duration::from_millis(40);

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
    let fewest = if lines { FEWEST } else { MANY };
    if count >= fewest { Run::Paste(text, count) } else { Run::Keys(count) }
}

/// Waits for the rest of a paste that a batch ends in. What a saver has to say in
/// the middle of it can wait.
pub(super) fn complete(batch: &mut Vec<Message>, receiver: &Receiver<Message>) {
    let typed = |message: &&Message| message.event().and_then(character).is_some();
    let count = batch.iter().rev().take_while(typed).count();
    let last = batch[batch.len() - count..].iter().filter_map(Message::event);
    if let Run::Keys(_) = run(last) {
        return;
    }
    let of_saver = |message: &Message| matches!(message, Message::Saver(..));
    while let Ok(next) = receiver.recv_timeout(PIECE) {
        let before = batch.len();
        batch.push(next);
        batch.extend(receiver.try_iter());
        if !batch[before..].iter().all(|message| typed(&message) || of_saver(message)) {
            break;
        }
    }
    batch.sort_by_key(of_saver);
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
    fn a_paste_that_comes_in_pieces_is_waited_for() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let messages = |text| keys(text).into_iter().map(Message::Terminal);
        let mut batch: Vec<Message> = messages("全年审查合同十二份。\nAdobe ").collect();
        let writer = std::thread::spawn(move || {
            for message in messages("Photoshop。\n完") {
                sender.send(message).unwrap();
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        complete(&mut batch, &receiver);
        writer.join().unwrap();
        let whole = "全年审查合同十二份。\nAdobe Photoshop。\n完";
        let count = whole.chars().count();
        let events = batch.iter().filter_map(Message::event);
        assert_eq!(run(events), Run::Paste(whole.to_owned(), count));
    }

    #[test]
    fn hundreds_of_keys_are_a_paste_without_a_line_end() {
        let text = "法".repeat(MANY);
        assert_eq!(run(keys(&text).iter()), Run::Paste(text.clone(), MANY));
        assert_eq!(run(keys(&text[3..]).iter()), Run::Keys(MANY - 1));
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
