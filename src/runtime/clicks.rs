//! Presses at one place in quick succession: a second and a third one mean more.

use std::time::{Duration, Instant};

use crate::app::mouse::{Mouse, Target};

/// How soon the next press must follow: what desktops take for usual.
const SOON: Duration = Duration::from_millis(500);

/// The last press.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, Target, Mouse)>,
}

impl Clicks {
    /// What the mouse does, on a target, counted with the presses before it.
    pub(super) fn count(&mut self, mouse: Mouse, target: Target, now: Instant) -> Mouse {
        if mouse != Mouse::Press {
            return mouse;
        }
        let before = self.last.filter(|(at, own, _)| *own == target && now - *at < SOON);
        let counted = match before {
            Some((_, _, Mouse::Press)) => Mouse::Double,
            Some((_, _, Mouse::Double)) => Mouse::Triple,
            _ => Mouse::Press,
        };
        self.last = Some((now, target, counted));
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_count_up_at_one_place_and_begin_anew_elsewhere_or_later() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut press = |row, after| {
            let now = start + Duration::from_millis(after);
            clicks.count(Mouse::Press, Target::Row(row), now)
        };
        assert_eq!(press(3, 0), Mouse::Press);
        assert_eq!(press(3, 200), Mouse::Double);
        assert_eq!(press(3, 400), Mouse::Triple);
        assert_eq!(press(3, 500), Mouse::Press);
        assert_eq!(press(4, 600), Mouse::Press);
        assert_eq!(press(4, 1_200), Mouse::Press);
        assert_eq!(clicks.count(Mouse::WheelUp, Target::Row(4), start), Mouse::WheelUp);
    }
}
