//! The checks on the stage: done at once, where the program does them in the background.

use std::sync::{Arc, LazyLock};

use fazhi_tui::app::App;
use fazhi_tui::app::checks::Checked;
use fazhi_tui::app::effect::Outcome;
use fazhi_tui::check::{Checker, Rules};

/// The rules that are built in, read once.
static RULES: LazyLock<Arc<Rules>> = LazyLock::new(|| Arc::new(Rules::built_in()));

/// Checks the open draft whenever it is another one.
pub(crate) struct Checking {
    rules: Arc<Rules>,
    checker: Checker,
    /// The rules that are switched off and on.
    switched: (Vec<String>, Vec<String>),
}

impl Default for Checking {
    fn default() -> Self {
        Self::with(Vec::new(), Vec::new())
    }
}

impl Checking {
    fn with(off: Vec<String>, on: Vec<String>) -> Self {
        let mut rules = Arc::clone(&RULES);
        for (names, switch) in [(&on, true), (&off, false)] {
            for name in names {
                Arc::make_mut(&mut rules).switch(name, switch);
            }
        }
        let checker = Checker::new(Arc::clone(&rules));
        Self { rules, checker, switched: (off, on) }
    }

    /// Gives the app what is found in its draft, where it does not know it.
    pub(crate) fn follow(&mut self, app: &mut App) {
        let Some(session) = app.session() else { return };
        let settings = &app.facts().settings;
        let switched = (settings.names_off(), settings.rules_on.clone());
        let known = session.checks().revision() == Some(session.revision());
        if known && self.switched == switched {
            return;
        }
        if self.switched != switched {
            *self = Self::with(switched.0, switched.1);
        }
        let (revision, review) = (session.revision(), self.checker.review(session.report()));
        let rules = Arc::clone(&self.rules);
        app.settle(Outcome::Checked(Box::new(Checked { revision, review, rules })));
    }
}
