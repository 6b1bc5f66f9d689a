//! 做模板 on the screen: nothing yet, a notice that was pasted, its name.

use fazhi_tui::text::Ambiguous;

use super::keep;
use crate::stage::Stage;
use crate::stage::source::certain;

#[test]
fn nothing_is_pasted_yet() {
    for (width, height) in [(160, 45), (80, 24), (30, 10)] {
        let mut stage = Stage::new();
        stage.play("Ctrl+T");
        keep(&format!("template-empty-{width}x{height}"), &stage.draw(width, height));
    }
}

#[test]
fn a_notice_is_pasted() {
    for (width, height) in [(160, 45), (80, 24), (50, 20), (30, 10)] {
        let mut stage = Stage::outlining(Ambiguous::Narrow);
        keep(&format!("template-pasted-{width}x{height}"), &stage.draw(width, height));
    }
    let mut stage = Stage::outlining(Ambiguous::Wide);
    keep("template-pasted-wide-80x24", &stage.draw(80, 24));
}

#[test]
fn what_is_asked_and_told() {
    let mut stage = Stage::outlining(Ambiguous::Narrow);
    stage.draw(80, 24);
    stage.play("Down Down Ctrl+K");
    keep("template-roles-80x24", &stage.draw(80, 24));
    stage.play("Esc Enter");
    keep("template-name-80x24", &stage.draw(80, 24));
    stage.play("Ctrl+A 县里/今年 Enter");
    keep("template-name-refused-80x24", &stage.draw(80, 24));
    stage.play("Ctrl+A 县里今年的 Enter");
    keep("template-saved-80x24", &stage.draw(80, 24));
    let mut stage = Stage::importing(certain().into(), Ambiguous::Narrow);
    stage.draw(80, 24);
    stage.play("Ctrl+T Enter");
    keep("template-of-file-saved-80x24", &stage.draw(80, 24));
}
