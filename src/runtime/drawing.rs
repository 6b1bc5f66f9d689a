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
            told = Terminal::listen_to_mouse(wanted, &mut self.ahead);
        }
        self.ahead.extend(bytes);
        let bytes = std::mem::take(&mut self.ahead);
        told.and_then(|()| Terminal::write(&bytes))
            .map_err(|error| format!("屏幕写不出去：{error}"))
    }

    /// Lets the next frame be drawn whole, and the mouse be asked for.
    pub(super) fn draw_anew(&mut self) {
        self.screen.forget();
        self.mouse = false;
        self.under = None;
    }

    /// Draws all anew, on a terminal that another program may have left without its modes.
    pub(super) fn recover(&mut self) {
        // Writing into memory does not fail.
        let _ = Terminal::modes(&mut self.ahead);
        self.draw_anew();
    }
}
