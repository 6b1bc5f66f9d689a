//! A whole report by what the screen tells, and full-width signs for commands.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::{Input, Screen};
use fazhi_tui::input::interpret;
use fazhi_tui::text::Ambiguous;

use super::at_item_with;
use crate::stage::{Stage, new_report};

/// Somebody who presses only what the key line offers and types the rest.
struct Reader {
    stage: Stage,
}

impl Reader {
    /// Presses a key that the last row shows under this name.
    fn press(&mut self, key: &str, shown: &str) {
        let line = self.stage.draw(112, 30).line(29);
        assert!(line.contains(&format!("{shown} ")), "{key} is not told: {line}");
        self.stage.play(key);
    }

    /// Types a text; nothing of it may be a command.
    fn types(&mut self, text: &str) {
        for c in text.chars() {
            let event = Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            let input = interpret(&event, &self.stage.app.contexts(), &self.stage.keymap);
            assert_eq!(input, Some(Input::Text(c.to_string())), "{c} is a command");
        }
        self.stage.types(text);
    }
}

#[test]
fn a_whole_report_is_written_by_what_the_key_line_tells() {
    let mut reader = Reader { stage: Stage::new() };
    reader.press("Enter", "Enter");
    reader.types("云溪镇");
    reader.press("Down", "上下键");
    reader.types("临川县");
    for _ in 0..20 {
        if matches!(reader.stage.app.screen(), Screen::Writing(_)) {
            break;
        }
        reader.press("Enter", "Enter");
    }
    let mut written = 0;
    while reader.stage.prompt() != "导出" && written < 60 {
        if reader.stage.prompt().contains("待填") {
            // The blanks of 导语, shown by the first F4: each is filled where it is held.
            reader.press("Enter", "Enter");
            reader.types("全年工作");
        } else if reader.stage.pane().holds_blank() {
            reader.types("9");
        } else if reader.stage.pane().body().is_empty() && reader.stage.pane().form.is_none() {
            reader.types("1. 一年来，j k q 全镇推进依法行政，办结 12 件。");
        }
        reader.press("F4", "F4");
        written += 1;
    }
    assert!(reader.stage.report().progress().complete());
    assert_eq!(reader.stage.report().open(), []);
    reader.press("Enter", "Enter");
    let asked = reader.stage.asked();
    assert!(matches!(asked.last(), Some(Effect::Export(_))), "{asked:?}");
    assert_eq!(reader.stage.prompt(), "已导出");
    reader.press("Enter", "Enter");
    assert_eq!(reader.stage.prompt(), "");
}

/// A way to a place where something is typed.
type Start<'a> = &'a dyn Fn() -> Stage;

/// What a script of keys and half-width signs leads to, and the same typed with
/// an input method that is left on.
#[test]
fn full_width_signs_act_as_their_twins() {
    let written = || at_item_with("甲。");
    let list =
        || Stage::with(vec![("2025-云溪镇".to_owned(), Ok(new_report()))], Ambiguous::Narrow);
    let first = Stage::new;
    let ways: [(Start, &str, &str, &str); 8] = [
        (&written, "F5", "1.3", "１．３"),
        (&written, "F5", "1/3", "１、３"),
        (&written, "F5", "2(1)", "２（１）"),
        (&written, "F2", "f12", "Ｆ１２"),
        (&written, "F2", "ctrl+e", "ｃｔｒｌ＋ｅ"),
        (&list, "F2", "sc?", "ｓｃ？"),
        (
            &first,
            "Ctrl+N 云溪镇 Down Down Down Down Down Down Enter End Backspace Backspace",
            "24",
            "２４",
        ),
        (&written, "F6 Enter", "1,208", "１，２０８"),
    ];
    for (start, before, half, full) in ways {
        let [a, b] = [half, full].map(|typed| {
            let mut stage = start();
            stage.play(before);
            stage.types(typed);
            stage.play("Enter");
            let place = stage.app.session().map(|_| (stage.at(), stage.report().figures.clone()));
            let year = match stage.app.screen() {
                Screen::New(pane) => format!("{:?}", pane.page),
                _ => String::new(),
            };
            (stage.prompt(), place, year, stage.asked(), stage.notice().is_empty())
        });
        assert_eq!(a, b, "{half} {full}");
    }
}
