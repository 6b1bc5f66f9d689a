//! What was drawn where: what lies under the mouse is what was seen there.

use ratatui::layout::{Position, Rect};

use crate::app::mouse::Target;

/// What was drawn where, the last over the first.
#[derive(Clone, Debug, Default)]
pub struct Under {
    marks: Vec<(Rect, Target)>,
}

impl Under {
    /// Notes what was drawn in an area, over all that was noted before.
    pub(super) fn mark(&mut self, area: Rect, target: Target) {
        self.marks.push((area, target));
    }

    /// What lies at a cell.
    pub fn at(&self, x: u16, y: u16) -> Option<Target> {
        let cell = Position { x, y };
        let (area, target) = self.marks.iter().rev().find(|(area, _)| area.contains(cell))?;
        Some(match *target {
            Target::Text { row, .. } => Target::Text { row, column: usize::from(x - area.x) },
            Target::Field { row, column } => {
                Target::Field { row, column: column + usize::from(x - area.x) }
            }
            target => target,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_that_was_drawn_lies_on_top() {
        let mut under = Under::default();
        under.mark(Rect::new(0, 0, 10, 10), Target::List);
        under.mark(Rect::new(2, 2, 4, 1), Target::Row(1));
        under.mark(Rect::new(0, 5, 10, 1), Target::Text { row: 7, column: 0 });
        assert_eq!(under.at(2, 2), Some(Target::Row(1)));
        assert_eq!(under.at(6, 2), Some(Target::List));
        assert_eq!(under.at(3, 5), Some(Target::Text { row: 7, column: 3 }));
        assert_eq!(under.at(10, 0), None);
    }
}
