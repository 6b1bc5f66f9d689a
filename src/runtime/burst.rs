//! A paste that comes as plain keys, where a terminal does not mark pastes.
//!
//! Nobody types a dozen keys and an Enter between two looks at the keyboard, nor
//! hundreds without one: such a run is a paste, so that its line ends part
//! paragraphs and confirm nothing. It comes in pieces; what is cleaned and trimmed
//! by the piece would lose the spaces at their edges, so the end is waited for.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::events::Message;

/// The fewest keys with a line end between them that are a paste, …
const FEWEST: usize = 12;
/// … and without one. A key that is held down comes in floods, but not in such.
const MANY: usize = 256;
/// How long a piece of a paste may take: a slow link sends it in packets.
const PIECE: Duration = Duration::from_millis(40);
/// How long to look whether more comes behind several keys: too short to be felt.
const MOMENT: Duration = Duration::from_millis(8);
/// The fewest keys of a piece behind which another may come: a key that is held down
/// brings fewer.
const OF_PIECE: usize = 8;
/// How long to wait for all of a paste: nothing is drawn or saved meanwhile.
const LONGEST: Duration = Duration::from_secs(1);

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
    // Tabs do not count: with them somebody goes through the fields of a form.
    let lines = text.trim_end_matches('\n').contains('\n');
    let fewest = if lines { FEWEST } else { MANY };
    if count >= fewest { Run::Paste(text, count) } else { Run::Keys(count) }
}

/// Waits for the rest of a paste that a batch ends in. What the threads that save and
/// check have to say in the middle of it can wait.
pub(super) fn complete(batch: &mut Vec<Message>, receiver: &Receiver<Message>) {
    let typed = |message: &&Message| message.event().and_then(character).is_some();
    let of_thread =
        |message: &Message| matches!(message, Message::Saver(..) | Message::Checker(..));
    let keys = batch.iter().filter(typed).count();
    if (OF_PIECE..MANY).contains(&keys) {
        // The first packet of a paste may come while something else is done.
        batch.extend(receiver.recv_timeout(MOMENT).ok());
        batch.extend(receiver.try_iter());
    }
    batch.sort_by_key(of_thread);
    let input = &batch[..batch.iter().position(of_thread).unwrap_or(batch.len())];
    let count = input.iter().rev().take_while(typed).count();
    let last = input[input.len() - count..].iter().filter_map(Message::event);
    if let Run::Keys(_) = run(last) {
        return;
    }
    let end = Instant::now() + LONGEST;
    loop {
        let piece = piece(receiver);
        let keys = piece.iter().filter(typed).count();
        let others = piece.iter().any(|message| !typed(&message) && !of_thread(message));
        batch.extend(piece);
        if others || keys < OF_PIECE || Instant::now() >= end {
            break;
        }
    }
    batch.sort_by_key(of_thread);
}

/// What comes within the time of one piece.
fn piece(receiver: &Receiver<Message>) -> Vec<Message> {
    let end = Instant::now() + PIECE;
    let left = || end.saturating_duration_since(Instant::now());
    std::iter::from_fn(|| receiver.recv_timeout(left()).ok()).collect()
}

/// Whether an event is a character and no other key.
pub(super) fn is_character(event: &Event) -> bool {
    character(event).is_some_and(|c| !matches!(c, '\n' | '\t'))
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
    use crate::app::effect::Outcome;

    fn keys(text: &str) -> Vec<Event> {
        let code = |c| match c {
            '\n' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
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
            for piece in ["Photoshop。\n", "完"] {
                messages(piece).for_each(|message| sender.send(message).unwrap());
                std::thread::sleep(PIECE / 2);
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
    fn what_a_thread_tells_tears_no_paste() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let messages = |text| keys(text).into_iter().map(Message::Terminal);
        let told = || Message::Checker(1, Outcome::Failed(String::new()));
        let mut batch: Vec<Message> = messages("全年审查合同").collect();
        batch.push(told());
        batch.extend(messages("十二份。\n出具意"));
        batch.push(told());
        sender.send(told()).unwrap();
        messages("见三份，采纳全部。").for_each(|message| sender.send(message).unwrap());
        complete(&mut batch, &receiver);
        let whole = "全年审查合同十二份。\n出具意见三份，采纳全部。";
        let events = batch.iter().map_while(Message::event);
        assert_eq!(run(events), Run::Paste(whole.to_owned(), whole.chars().count()));
        assert_eq!(batch.len(), whole.chars().count() + 3);
    }

    #[test]
    fn a_key_that_is_held_down_behind_a_flood_is_not_waited_for() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let messages = |text: &str| keys(text).into_iter().map(Message::Terminal).collect();
        let mut batch: Vec<Message> = messages(&"法".repeat(MANY));
        let held = std::thread::spawn(move || {
            let all = std::iter::repeat_with(|| sender.send(messages("a").remove(0)));
            let held = all.take(200).take_while(Result::is_ok);
            held.for_each(|_| std::thread::sleep(Duration::from_millis(25)));
        });
        complete(&mut batch, &receiver);
        assert!(batch.len() < MANY + OF_PIECE, "{}", batch.len());
        drop(receiver);
        held.join().unwrap();
    }

    #[test]
    fn a_flood_without_an_end_is_taken_in_parts() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let messages = |text: &str| keys(text).into_iter().map(Message::Terminal).collect();
        let mut batch: Vec<Message> = messages(&"法".repeat(MANY));
        let flood = std::thread::spawn(move || {
            let all = std::iter::repeat_with(|| sender.send(messages("法").remove(0)));
            all.take_while(Result::is_ok).for_each(|_| std::thread::sleep(PIECE / 40));
        });
        let start = Instant::now();
        complete(&mut batch, &receiver);
        assert!(start.elapsed() < LONGEST * 3, "{:?}", start.elapsed());
        drop(receiver);
        flood.join().unwrap();
    }

    #[test]
    fn fields_of_a_form_with_tabs_between_are_typed() {
        let fields = "云溪镇\t临川县\t\t中共云溪镇委员会\t云溪镇人民政府\n";
        assert_eq!(run(keys(fields).iter()), Run::Keys(fields.chars().count()));
        // A table is a paste by its rows.
        let table = "审查合同\t十二份\n出具意见\t三份";
        assert_eq!(run(keys(table).iter()), Run::Paste(table.to_owned(), table.chars().count()));
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
