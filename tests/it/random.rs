//! Anything that may be pressed, typed and pasted, in any order: nothing
//! panics, the caret is always between two signs, and undo leads back to the
//! first report, redo to the last.

use fazhi_tui::app::command::Command;
use fazhi_tui::app::entry::Entry;
use fazhi_tui::app::mouse::{Mouse, Target};
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::{Answer, Pick, Prompt};
use fazhi_tui::app::{Context, Input, Screen};
use fazhi_tui::import::{Passage, Reading};
use fazhi_tui::report::{Mark, Report, prose};
use fazhi_tui::text::position::clamp;
use fazhi_tui::text::{Ambiguous, Layout};
use proptest::prelude::*;
use proptest::sample::select;

use crate::stage::source::{SOURCE, gbk};
use crate::stage::{Stage, new_report};

const PIECES: [&str; 22] = [
    "法治",
    "政府。",
    "，",
    "【几】",
    "{审查合同}",
    "{没有}",
    "“",
    "”",
    "a",
    " ",
    "12",
    "e\u{301}",
    "\u{301}",
    "👨\u{200d}👩\u{200d}👧",
    "👨",
    "\u{200d}",
    "🇨",
    "🇳",
    "𠮷",
    "\u{200b}",
    "❤\u{fe0f}",
    "\u{3000}",
];

/// What moves the caret.
const MOVES: [Command; 16] = [
    Command::Left,
    Command::Right,
    Command::Up,
    Command::Down,
    Command::PageUp,
    Command::PageDown,
    Command::RowStart,
    Command::RowEnd,
    Command::TextStart,
    Command::TextEnd,
    Command::WordLeft,
    Command::WordRight,
    Command::SentenceLeft,
    Command::SentenceRight,
    Command::ParagraphUp,
    Command::ParagraphDown,
];

/// What works on a selection.
const CLIPBOARD: [Command; 6] = [
    Command::SelectAll,
    Command::Copy,
    Command::Cut,
    Command::Paste,
    Command::MoveParagraphUp,
    Command::MoveParagraphDown,
];

/// What is done to a file that is looked through.
const LOOKING_THROUGH: [Command; 16] = [
    Command::Up,
    Command::Down,
    Command::PageDown,
    Command::TextStart,
    Command::Right,
    Command::SentenceRight,
    Command::RowEnd,
    Command::RowStart,
    Command::NextDoubt,
    Command::Lower,
    Command::Raise,
    Command::ToggleNoise,
    Command::CutPassage,
    Command::JoinPassage,
    Command::Undo,
    Command::Redo,
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&PIECES[..]), 1..4).prop_map(|pieces| pieces.concat())
}

fn pasted() -> impl Strategy<Value = String> {
    let pieces =
        prop_oneof![3 => select(&PIECES[..]), 1 => select(&["\n", "\r\n", "\r", "\t"][..])];
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

/// Inputs of any kind.
fn input() -> impl Strategy<Value = Input> {
    let commands: Vec<Command> = Command::all().collect();
    let often = [
        Command::Backspace,
        Command::Delete,
        Command::Left,
        Command::Up,
        Command::Undo,
        Command::Redo,
        Command::Paragraph,
        Command::NextSection,
        Command::PreviousSection,
        Command::FinishSection,
        Command::Choose,
        Command::NextBlank,
        Command::Find,
        Command::FindNext,
        Command::ReplaceOne,
        Command::ReplaceAll,
    ];
    prop_oneof![
        6 => words().prop_map(Input::Text),
        2 => pasted().prop_map(Input::Paste),
        5 => select(often.to_vec()).prop_map(Input::Command),
        4 => select(commands).prop_map(Input::Command),
        3 => select(MOVES.to_vec()).prop_map(Input::Select),
        2 => select(CLIPBOARD.to_vec()).prop_map(Input::Command),
        1 => Just(Input::Unbound("F3".to_owned())),
        3 => mouse(),
    ]
}

/// The mouse anywhere in 编写; keys and rows of prompts are pressed as keys.
fn mouse() -> impl Strategy<Value = Input> {
    let mouse = select(
        &[
            Mouse::Press,
            Mouse::Double,
            Mouse::Triple,
            Mouse::Drag,
            Mouse::Drag,
            Mouse::WheelUp,
            Mouse::WheelDown,
        ][..],
    );
    let focus = select(&[Focus::Outline, Focus::Text, Focus::Guide][..]);
    let target = prop_oneof![
        4 => (0..30_usize, 0..90_usize).prop_map(|(row, column)| Target::Text { row, column }),
        1 => (0..20_usize).prop_map(Target::Entry),
        1 => (0..9_usize).prop_map(Target::Offer),
        1 => (0..9_usize, 0..90_usize).prop_map(|(row, column)| Target::Field { row, column }),
        1 => (0..9_usize).prop_map(Target::Row),
        1 => (0..9_usize).prop_map(Target::Hit),
        1 => focus.prop_map(Target::Pane),
    ];
    (mouse, target).prop_map(|(mouse, target)| Input::Mouse(mouse, target))
}

/// Whether an input would close the open report.
fn leaves(stage: &Stage, input: &Input) -> bool {
    let bare = stage.app.prompt().is_none() && stage.app.help().is_none();
    match input {
        // The second Esc in a row: the first one asks.
        Input::Command(Command::Back) => {
            bare && stage.pane().focus == Focus::Text && stage.notice().starts_with("再按一次 Esc")
        }
        // By its name from the palette, or as an answer.
        Input::Command(Command::Choose) => match stage.app.prompt() {
            Some(Prompt::Picker(picker)) => picker.chosen() == Some(Pick::Command(Command::Drafts)),
            Some(Prompt::Question(question)) => question.answer() == Answer::Leave,
            _ => false,
        },
        Input::Command(Command::Drafts) => bare,
        _ => false,
    }
}

/// What must hold of the program whatever was done.
fn check(stage: &Stage) {
    let contexts = stage.app.contexts();
    assert_eq!(contexts.last(), Some(&Context::Everywhere));
    let Screen::Writing(pane) = stage.app.screen() else {
        return;
    };
    let report = pane.session.report();
    let position = pane.spot().position;
    if let Some(form) = &pane.form {
        let text = form.rows[position.paragraph].field.text();
        assert!(text.is_char_boundary(position.byte), "{position:?} in {text:?}");
    } else {
        let ends = pane.editor.selection().unwrap_or(position..position);
        for end in [position, ends.start, ends.end] {
            assert_eq!(clamp(pane.body(), end), end, "{:?}", pane.body());
        }
    }
    for place in report.places() {
        let body = report.body(place).unwrap();
        assert!(body.iter().all(|text| !text.contains(['\n', '\r'])), "{body:?}");
        assert!(body != [String::new()], "an empty text keeps a paragraph");
    }
    // What is kept from key to key is what counting from the start would give.
    for facts in pane.facts() {
        if let Entry::Text(place) = facts.entry {
            let empty = report.mark(place) == Mark::Empty;
            let words = if empty { 0 } else { report.words(place) };
            let open = if empty { 0 } else { report.open_in(place).len() };
            assert_eq!((facts.mark, facts.words, facts.open), (report.mark(place), words, open));
        }
    }
    for (index, text) in pane.body().iter().enumerate() {
        assert_eq!(pane.pieces(index), prose::pieces(text));
    }
    let mut fresh = Layout::default();
    if pane.form.is_none() {
        let kept = pane.editor.layout();
        fresh.sync(pane.body(), kept.wrap());
        let rows = kept.rows().max(fresh.rows());
        assert!((0..rows).all(|row| kept.row(row) == fresh.row(row)), "{:?}", pane.body());
    }
    let progress = report.progress();
    assert!(progress.done <= progress.required);
}

/// Takes steps back or forth until there are none, and gives how many there were.
fn run_out(stage: &mut Stage, command: Command) -> usize {
    let end = match command {
        Command::Undo => "没有可以撤销的改动了",
        _ => "没有可以重做的改动了",
    };
    for count in 0..10_000 {
        stage.input(Input::Command(command));
        check(stage);
        if stage.notice() == end {
            return count;
        }
    }
    panic!("the steps do not end");
}

fn report() -> Report {
    let mut report = new_report();
    report.sections[1].body =
        vec!["全年学习12次，“学法”e\u{301}。".into(), "👨\u{200d}👩\u{200d}👧🇨🇳𠮷".into()];
    report.sections[1].done = true;
    report
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undo_leads_back_to_the_first_report_and_redo_to_the_last(
        inputs in prop::collection::vec(input(), 1..60),
    ) {
        let mut stage = Stage::writing(report());
        let first = stage.report().clone();
        for input in inputs {
            if !leaves(&stage, &input) {
                stage.input(input);
                check(&stage);
            }
        }
        // Help and prompts would take the keys.
        while stage.app.help().is_some() || stage.app.prompt().is_some() {
            stage.input(Input::Command(Command::Back));
        }
        let last = stage.report().clone();
        run_out(&mut stage, Command::Redo);
        let newest = stage.report().clone();
        let steps = run_out(&mut stage, Command::Undo);
        prop_assert_eq!(stage.report(), &first);
        prop_assert_eq!(run_out(&mut stage, Command::Redo), steps);
        prop_assert_eq!(stage.report(), &newest);
        prop_assert!(steps > 0 || last == first);
    }

    #[test]
    fn nothing_panics_anywhere(
        inputs in prop::collection::vec((input(), any::<u8>()), 1..80),
        place in 0..4_u8,
        wide: bool,
    ) {
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let mut stage = match place {
            0 => Stage::writing_at(report(), ambiguous),
            1 => Stage::importing(SOURCE.into(), ambiguous),
            2 => Stage::outlining(ambiguous),
            _ => Stage::with(vec![("2025-云溪镇".to_owned(), Ok(report()))], ambiguous),
        };
        for (input, size) in inputs {
            if size % 8 == 0 {
                let size = u16::from(size / 8);
                stage.draw(size * 5, size + 2);
            }
            stage.input(input);
            check(&stage);
        }
    }

    #[test]
    fn undo_leads_back_to_the_file_as_it_was_understood_first(
        commands in prop::collection::vec(select(LOOKING_THROUGH.to_vec()), 1..60),
        pasted: bool,
    ) {
        let mut stage = if pasted {
            Stage::outlining(Ambiguous::Narrow)
        } else {
            Stage::importing(gbk(SOURCE), Ambiguous::Narrow)
        };
        let first = stage.looked_through().reading().clone();
        let first = if pasted { Reading::empty() } else { first };
        for command in commands {
            stage.input(Input::Command(command));
            let pane = stage.looked_through();
            // Nothing is there once the paste is taken back.
            let Some(words) = pane.chosen().map(Passage::text) else { continue };
            prop_assert_eq!(pane.body(), [words.to_owned()]);
            prop_assert!(words.is_char_boundary(pane.caret()), "{} in {}", pane.caret(), words);
            let headings = pane.seen_from(0).filter(|(_, heading)| heading.is_some()).count();
            prop_assert_eq!(headings, pane.imported().report.sections.len());
        }
        while stage.app.prompt().is_some() {
            stage.input(Input::Command(Command::Back));
        }
        let last = stage.looked_through().reading().clone();
        run_out(&mut stage, Command::Redo);
        let newest = stage.looked_through().reading().clone();
        let steps = run_out(&mut stage, Command::Undo);
        prop_assert_eq!(stage.looked_through().reading(), &first);
        prop_assert_eq!(run_out(&mut stage, Command::Redo), steps);
        prop_assert_eq!(stage.looked_through().reading(), &newest);
        prop_assert!(steps > 0 || last == first);
    }

    #[test]
    fn a_report_that_others_have_open_stays_as_it_is(
        inputs in prop::collection::vec(input(), 1..60),
    ) {
        let mut stage = Stage::reading(report());
        let before = stage.report().clone();
        for input in inputs {
            if !leaves(&stage, &input) {
                stage.input(input);
                prop_assert_eq!(stage.report(), &before);
            }
        }
        prop_assert_eq!(stage.app.session().unwrap().revision(), 0);
    }
}
