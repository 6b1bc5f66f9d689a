//! 导入 on the screen: doubts, what was decided, lists over it, at every size.

use fazhi_tui::text::Ambiguous;

use super::keep;
use crate::stage::Stage;
use crate::stage::source::{SOURCE, certain, gbk};

fn importing(ambiguous: Ambiguous) -> Stage {
    Stage::importing(gbk(SOURCE), ambiguous)
}

#[test]
fn a_doubt_at_every_size() {
    for (width, height) in [(160, 45), (100, 30), (80, 24), (60, 20), (50, 20), (30, 10)] {
        let mut stage = importing(Ambiguous::Narrow);
        keep(&format!("doubt-{width}x{height}"), &stage.draw(width, height));
    }
    let mut stage = importing(Ambiguous::Wide);
    keep("doubt-wide-80x24", &stage.draw(80, 24));
}

#[test]
fn what_is_asked_while_a_file_is_looked_through() {
    for (script, name) in [
        ("F4", "import-open"),
        ("F7", "import-encodings"),
        ("F8", "import-year"),
        ("F9", "import-removed"),
        ("Ctrl+K", "import-roles"),
    ] {
        let mut stage = importing(Ambiguous::Narrow);
        stage.draw(80, 24);
        stage.play(script);
        keep(&format!("{name}-80x24"), &stage.draw(80, 24));
    }
}

#[test]
fn a_wrong_encoding_is_seen_at_once() {
    let mut stage = importing(Ambiguous::Narrow);
    stage.draw(80, 24);
    stage.play("F7 Down Down Enter");
    keep("import-garbled-80x24", &stage.draw(80, 24));
}

#[test]
fn a_passage_that_was_cut_stands_in_two_rows() {
    let mut stage = importing(Ambiguous::Narrow);
    stage.draw(80, 24);
    stage.play("Up Up Up Alt+Right Ctrl+D");
    keep("import-cut-80x24", &stage.draw(80, 24));
}

#[test]
fn nothing_is_left_to_decide() {
    let mut stage = Stage::importing(certain().into(), Ambiguous::Narrow);
    keep("import-certain-80x24", &stage.draw(80, 24));
}

#[test]
fn the_cursor_stands_in_the_words_of_the_passage() {
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        for (width, height) in [(160, 45), (80, 24), (50, 20), (30, 10)] {
            let mut stage = importing(ambiguous);
            stage.draw(width, height);
            stage.play("Up Up Up");
            for at in ["镇党委", "成员"] {
                let words = stage.looked_through().body()[0].clone();
                let wanted = words.find(at).unwrap();
                while stage.looked_through().caret() < wanted {
                    stage.play("Right");
                }
                let frame = stage.draw(width, height);
                let (x, y) = frame.cursor;
                let first: String = at.chars().take(1).collect();
                assert_eq!(frame.buffer[(x, y)].symbol(), first, "{}", frame.dump());
            }
        }
    }
}
