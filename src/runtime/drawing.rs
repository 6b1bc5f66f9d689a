//! One frame: arranged, fitted, drawn, and sent in one write.

use super::Program;
use super::terminal::Terminal;
use crate::app::mouse::{Mouse, Target};
use crate::storage::Colours;
use crate::ui::{self, Layout};

impl Program {
    /// What the user sees at a cell; what came since is drawn first.
    pub(super) fn under(&mut self, mouse: Mouse, x: u16, y: u16) -> Option<Target> {
        if self.under.is_none() {
            self.draw().ok()?;
        }
        self.under.as_ref()?.of(mouse, x, y)
    }

    /// Draws what there is by now; sends nothing where the terminal shows it already.
    pub(super) fn draw(&mut self) -> Result<(), String> {
        let size = Terminal::size();
        let mut layout = Layout::arrange(size, &self.app);
        let viewports = layout.viewports(&self.app, &self.keymap);
        self.app.fit(&viewports);
        layout.spare_caret(&self.app);
        let colours = self.app.facts().settings.colours == Colours::Full && !self.no_colours;
        let (bytes, under) = self
            .screen
            .frame(size, colours, |buffer| ui::draw(buffer, &layout, &self.app, &self.keymap));
        self.under = Some(under);
        let wanted = self.app.wants_mouse();
        let mut told = Ok(());
        if wanted != self.mouse {
            self.mouse = wanted;
            told = Terminal::listen_to_mouse(wanted);
        }
        self.ahead.extend(bytes);
        let bytes = std::mem::take(&mut self.ahead);
        told.and_then(|()| Terminal::write(&bytes))
            .map_err(|error| format!("屏幕写不出去：{error}"))
    }
}
