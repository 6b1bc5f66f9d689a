//! What was drawn where: what lies under the mouse is what was seen there.

use ratatui::layout::{Position, Rect};

use crate::app::mouse::{Mouse, Target};

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

    /// What the mouse means at a cell: what lies there, but while it is dragged out
    /// of the text the nearest place of it, a row further on above and below.
    pub fn of(&self, mouse: Mouse, x: u16, y: u16) -> Option<Target> {
        let at = self.at(x, y);
        match at {
            Some(Target::Text { .. } | Target::Field { .. }) => at,
            _ if mouse == Mouse::Drag => self.nearest_text(x, y).or(at),
            // A press beside all ends what a press before it began.
            _ => at.or(Some(Target::Beside)),
        }
    }

    fn nearest_text(&self, x: u16, y: u16) -> Option<Target> {
        let rows = self.marks.iter().filter_map(|(area, target)| match target {
            Target::Text { row, .. } => Some((area, *row)),
            _ => None,
        });
        let (area, row) = rows.min_by_key(|(area, _)| area.y.abs_diff(y))?;
        let row = match y {
            _ if y < area.y => row.saturating_sub(1),
            _ if y > area.y => row + 1,
            _ => row,
        };
        Some(Target::Text { row, column: usize::from(x.saturating_sub(area.x)) })
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

    #[test]
    fn a_drag_out_of_the_text_goes_on_above_and_below() {
        let mut under = Under::default();
        under.mark(Rect::new(5, 2, 10, 1), Target::Text { row: 7, column: 0 });
        under.mark(Rect::new(5, 3, 10, 1), Target::Text { row: 8, column: 0 });
        let drag = |x, y| under.of(Mouse::Drag, x, y);
        assert_eq!(drag(6, 3), Some(Target::Text { row: 8, column: 1 }));
        assert_eq!(drag(6, 0), Some(Target::Text { row: 6, column: 1 }));
        assert_eq!(drag(40, 9), Some(Target::Text { row: 9, column: 35 }));
        assert_eq!(drag(0, 2), Some(Target::Text { row: 7, column: 0 }));
        assert_eq!(under.of(Mouse::Press, 6, 0), Some(Target::Beside));
    }
}
