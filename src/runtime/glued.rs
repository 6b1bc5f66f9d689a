//! A key that comes in one piece with the Esc before it, or in two.
//!
//! A key of several bytes begins with the byte of Esc. crossterm 0.29 takes two such
//! bytes in one read for one Esc, and one at the end of a read for a whole Esc; what
//! follows is typed text for it: `[15~` would stand in the report. So whoever reads an
//! Esc looks a moment whether a key follows that has lost its first byte.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::sequence::{Meaning, Spelled, spelled};

/// What is read together is there at once, …
const AT_ONCE: Duration = Duration::from_millis(1);
/// … and the rest of a key that was torn soon after. Nobody types that fast.
const SOON: Duration = Duration::from_millis(20);

/// Where events come from.
pub(super) trait Source {
    /// Whether there is one within this time.
    fn poll(&mut self, time: Duration) -> io::Result<bool>;
    /// The next one, however long it takes.
    fn read(&mut self) -> io::Result<Event>;
}

/// Reads events, and puts keys together again whose first byte was taken for an Esc.
pub(super) struct Reader<S> {
    source: S,
    /// What was read and is not given out yet.
    waiting: VecDeque<Event>,
}

impl<S: Source> Reader<S> {
    pub(super) fn new(source: S) -> Self {
        Self { source, waiting: VecDeque::new() }
    }

    /// The next event, however long it takes.
    pub(super) fn read(&mut self) -> io::Result<Event> {
        loop {
            let event = match self.waiting.pop_front() {
                Some(event) => event,
                None => self.source.read()?,
            };
            if !is_esc(&event) {
                return Ok(event);
            }
            // A key that is read whole, but without its first byte, has been glued to an
            // Esc; one whose rest comes later has been torn, and there was no Esc.
            let glued = self.typed(0, AT_ONCE)?.is_some();
            let Some(meaning) = self.meaning()? else { return Ok(event) };
            let meant = match meaning {
                Meaning::Key(key) => Some(Event::Key(key)),
                Meaning::Paste => Some(Event::Paste(self.pasted()?)),
                Meaning::Nothing => None,
            };
            if !glued {
                self.put_back(meant);
                continue;
            }
            // PuTTY and rxvt send Alt+Up as Esc and Up, and nothing tells whether both were
            // pressed one after the other. Alt+Up is common and moves nothing but the
            // cursor, while an Esc might close what somebody is in the middle of.
            if let Some(Event::Key(KeyEvent { code, modifiers: KeyModifiers::NONE, .. })) = meant
                && matches!(code, KeyCode::Up | KeyCode::Down | KeyCode::Left | KeyCode::Right)
            {
                return Ok(Event::Key(KeyEvent::new(code, KeyModifiers::ALT)));
            }
            self.put_back(meant);
            return Ok(event);
        }
    }

    /// Lets an event be the next.
    fn put_back(&mut self, event: Option<Event>) {
        if let Some(event) = event {
            self.waiting.push_front(event);
        }
    }

    /// What the next characters mean, where they are a key that has lost its first byte.
    /// They are taken then.
    fn meaning(&mut self) -> io::Result<Option<Meaning>> {
        let mut text = String::new();
        loop {
            match spelled(&text) {
                Spelled::Nothing => return Ok(None),
                Spelled::Whole(meaning) => {
                    self.waiting.drain(..text.len());
                    return Ok(Some(meaning));
                }
                Spelled::Begun => match self.typed(text.len(), SOON)? {
                    Some(c) if c.is_ascii() => text.push(c),
                    _ => return Ok(None),
                },
            }
        }
    }

    /// What is typed by the event with this number, of those that wait, if it comes in time.
    fn typed(&mut self, number: usize, time: Duration) -> io::Result<Option<char>> {
        while self.waiting.len() <= number {
            if !self.source.poll(time)? {
                return Ok(None);
            }
            let event = self.source.read()?;
            self.waiting.push_back(event);
        }
        Ok(self.waiting.get(number).and_then(character))
    }

    /// The text of a paste up to the next pause: its end is none that crossterm tells of
    /// when it has not seen the beginning.
    fn pasted(&mut self) -> io::Result<String> {
        let mut text = String::new();
        while let Some(c) = self.typed(0, SOON)? {
            self.waiting.pop_front();
            text.push(c);
        }
        Ok(text)
    }
}

fn is_esc(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { code: KeyCode::Esc, modifiers: KeyModifiers::NONE, .. }))
}

/// The character of a paste or of a key's sequence that an event is.
fn character(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, .. }) = event else { return None };
    match (code, *modifiers) {
        (KeyCode::Char(c), KeyModifiers::NONE | KeyModifiers::SHIFT) => Some(*c),
        (KeyCode::Char('j'), KeyModifiers::CONTROL) => Some('\n'),
        (KeyCode::Enter, KeyModifiers::NONE) => Some('\r'),
        (KeyCode::Tab, KeyModifiers::NONE) => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Events, and how long each of them takes to come.
    struct Played(VecDeque<(Duration, Event)>);

    impl Source for Played {
        fn poll(&mut self, time: Duration) -> io::Result<bool> {
            Ok(self.0.front().is_some_and(|(takes, _)| *takes <= time))
        }

        fn read(&mut self) -> io::Result<Event> {
            let next = self.0.pop_front();
            next.map(|(_, event)| event).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
        }
    }

    const NONE: KeyModifiers = KeyModifiers::NONE;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn esc() -> Event {
        key(KeyCode::Esc, NONE)
    }

    fn keys(text: &str) -> impl Iterator<Item = Event> {
        text.chars().map(|c| match c {
            '\r' => key(KeyCode::Enter, NONE),
            c if c.is_ascii_uppercase() => key(KeyCode::Char(c), KeyModifiers::SHIFT),
            c => key(KeyCode::Char(c), NONE),
        })
    }

    /// What comes of an Esc, and of keys so many milliseconds after it.
    fn read(after: u64, text: &str) -> Vec<Event> {
        let mut all: VecDeque<_> = keys(text).map(|event| (Duration::ZERO, event)).collect();
        if let Some(first) = all.front_mut() {
            first.0 = Duration::from_millis(after);
        }
        all.push_front((Duration::ZERO, esc()));
        // What is pressed later is apart.
        all.push_back((Duration::from_secs(1), key(KeyCode::F(4), NONE)));
        let mut reader = Reader::new(Played(all));
        let mut events: Vec<Event> = std::iter::from_fn(|| reader.read().ok()).collect();
        assert_eq!(events.pop(), Some(key(KeyCode::F(4), NONE)), "{text}");
        events
    }

    #[test]
    fn a_key_glued_to_an_esc_is_both() {
        for (text, code, modifiers) in [
            ("OP", KeyCode::F(1), NONE),
            ("[15~", KeyCode::F(5), NONE),
            ("[H", KeyCode::Home, NONE),
            ("[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
        ] {
            let both = [esc(), key(code, modifiers)];
            assert_eq!(read(0, text), both, "{text}");
            let behind = [&both[..], &[key(KeyCode::Char('法'), NONE)]].concat();
            assert_eq!(read(0, &format!("{text}法")), behind, "{text}");
        }
    }

    #[test]
    fn a_key_that_was_torn_behind_its_first_byte_is_that_key_alone() {
        assert_eq!(read(5, "[15~"), [key(KeyCode::F(5), NONE)]);
        assert_eq!(read(5, "[A"), [key(KeyCode::Up, NONE)]);
        assert_eq!(read(5, "[<35;11;5M"), []);
        assert_eq!(read(5, "[200~甲\r乙"), [Event::Paste("甲\r乙".to_owned())]);
    }

    #[test]
    fn an_arrow_glued_to_an_esc_is_that_of_alt() {
        assert_eq!(read(0, "[A"), [key(KeyCode::Up, KeyModifiers::ALT)]);
        assert_eq!(read(0, "[D"), [key(KeyCode::Left, KeyModifiers::ALT)]);
    }

    #[test]
    fn what_a_terminal_tells_is_no_text() {
        for told in ["[<35;11;5M", "[<0;110;52m", "[<64;40;9M", "[12;40R"] {
            assert_eq!(read(0, told), [esc()], "{told}");
        }
        let pasted = "全年审查合同十二份。\r出具意见三份。";
        let both = [esc(), Event::Paste(pasted.to_owned())];
        assert_eq!(read(0, &format!("[200~{pasted}")), both);
    }

    #[test]
    fn other_text_behind_an_esc_stays() {
        let texts =
            ["", "法治", "[法", "OA系统", "Office", "[99~", "O", "[1;", "[<法", "12A", "[K"];
        for text in texts {
            for after in [0, 5, 30] {
                let expected: Vec<Event> = std::iter::once(esc()).chain(keys(text)).collect();
                assert_eq!(read(after, text), expected, "{text} after {after}");
            }
        }
        // Too late for a part of a key.
        assert_eq!(read(30, "[A").len(), 3);
    }

    #[test]
    fn every_esc_is_looked_behind() {
        let events = [vec![esc(), esc()], keys("[15~").collect(), vec![esc()]].concat();
        let all = events.into_iter().map(|event| (Duration::ZERO, event)).collect();
        let mut reader = Reader::new(Played(all));
        let read: Vec<Event> = std::iter::from_fn(|| reader.read().ok()).collect();
        // The last one waits for what may follow, and there is nothing more to read.
        assert_eq!(read, [esc(), esc(), key(KeyCode::F(5), NONE), esc()]);
    }
}
