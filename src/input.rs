//! Events of the terminal → what the user means.
//!
//! Beside the runtime the only room that names crossterm. It decides nothing:
//! it looks a key up in the contexts that the app names, innermost first, and
//! what is bound nowhere and can be printed is text.

pub mod key;
pub mod keymap;

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};

use crate::app::command::Command;
use crate::app::mouse::Mouse;
use crate::app::{Context, Input};
use key::Key;
pub use keymap::Keymap;

/// What the mouse does, and at which column and row; `None` for anything that
/// means nothing here.
pub fn mouse(event: &Event) -> Option<(Mouse, u16, u16)> {
    let Event::Mouse(MouseEvent { kind, column, row, .. }) = event else { return None };
    let mouse = match kind {
        MouseEventKind::Down(MouseButton::Left) => Mouse::Press,
        MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
        MouseEventKind::ScrollUp => Mouse::WheelUp,
        MouseEventKind::ScrollDown => Mouse::WheelDown,
        _ => return None,
    };
    Some((mouse, *column, *row))
}

/// What an event means in these contexts; `None` for nothing.
pub fn interpret(event: &Event, contexts: &[Context], keymap: &Keymap) -> Option<Input> {
    match event {
        Event::Paste(text) => Some(Input::Paste(text.clone())),
        Event::Key(event) if event.kind != KeyEventKind::Release => {
            let key = Key::from_event(event)?;
            let command = keymap.command(key, contexts);
            Some(match (command, key.text()) {
                (Some(Command::Select), _) => {
                    let moves = keymap.command(key.without_shift(), contexts);
                    moves.map_or_else(|| Input::Unbound(key.to_string()), Input::Select)
                }
                (Some(command), _) => Input::Command(command),
                (None, Some(c)) => Input::Text(c.to_string()),
                (None, None) => Input::Unbound(key.to_string()),
            })
        }
        _ => None,
    }
}
