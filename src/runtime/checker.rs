//! Checking on a thread of its own: typing never waits for a rule.
//!
//! One thread a run; it reads the rules when the first draft comes, and again
//! when others are wanted. The newest state wins, as with saving. It remembers
//! what it has read of each line, so that only what was changed is read again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::events::Message;
use super::saving::Due;
use super::{Program, perform, rules};
use crate::app::checks::Checked;
use crate::app::effect::Outcome;
use crate::check::{Checker as Rulebook, Rules};
use crate::report::Report;
use crate::storage::DataFolder;

/// A state of a draft that is to be checked.
struct Order {
    report: Box<Report>,
    basis: Basis,
    state: State,
}

/// Which state of which draft it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    /// The number of the open draft.
    number: u64,
    revision: u64,
}

/// What decides on the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Basis {
    data: DataFolder,
    off: Vec<String>,
    on: Vec<String>,
}

/// The thread that checks.
#[derive(Default)]
pub(super) struct Checker {
    orders: Option<Sender<Order>>,
    /// What was given to it last.
    sent: Option<(State, Basis)>,
    /// When the open draft is to be given to it.
    due: Option<Due>,
}

impl Checker {
    /// When the open draft is to be checked.
    pub(super) fn due(&self) -> Option<Due> {
        self.due
    }

    /// Gives a state to the thread, which begins with the first.
    fn give(&mut self, order: Order, sender: &Sender<Message>) {
        self.sent = Some((order.state, order.basis.clone()));
        let orders = self.orders.get_or_insert_with(|| {
            let (orders, waiting) = channel();
            let sender = sender.clone();
            thread::spawn(move || check_all(&waiting, &sender));
            orders
        });
        // A thread that is gone checks nothing; writing goes on without it.
        let _ = orders.send(order);
    }
}

impl Program {
    /// Sets the time of the next check: at once for a draft that was just opened and
    /// for other rules, a moment after a change.
    pub(super) fn note_checks(&mut self) {
        let Some((state, basis)) = self.to_check() else {
            self.checker.due = None;
            self.checker.sent = None;
            return;
        };
        let known = self.checker.sent.as_ref();
        self.checker.due = match known.filter(|(own, _)| own.number == state.number) {
            Some((own, rules)) if *own == state && *rules == basis => None,
            Some((_, rules)) if *rules == basis => Some(Due::after(self.checker.due)),
            _ => Some(Due::now()),
        };
    }

    /// Gives the open draft to the checker when it is time.
    pub(super) fn check_if_due(&mut self) {
        if !self.checker.due.is_some_and(Due::is_past) {
            return;
        }
        self.checker.due = None;
        let (Some((state, basis)), Some(session)) = (self.to_check(), self.app.session()) else {
            return;
        };
        let report = Box::new(session.report().clone());
        self.checker.give(Order { report, basis, state }, &self.sender);
    }

    /// Takes what the checker tells, unless its draft is closed.
    pub(super) fn settle_checker(&mut self, number: u64, outcome: Outcome) {
        if self.app.session().is_some() && self.opened == number {
            self.settle(outcome);
        }
    }

    fn to_check(&self) -> Option<(State, Basis)> {
        let session = self.app.session()?;
        let settings = &self.app.facts().settings;
        let basis = Basis {
            data: self.data.clone(),
            off: settings.names_off(),
            on: settings.rules_on.clone(),
        };
        Some((State { number: self.opened, revision: session.revision() }, basis))
    }
}

/// The rules as they were read last.
struct Kept {
    basis: Basis,
    rules: Arc<Rules>,
    checker: Rulebook,
}

/// Checks states until no more can come.
fn check_all(orders: &Receiver<Order>, sender: &Sender<Message>) {
    let mut kept: Option<Kept> = None;
    while let Ok(first) = orders.recv() {
        let Some(order) = std::iter::once(first).chain(orders.try_iter()).last() else { return };
        let State { number, revision } = order.state;
        // Nobody listens any more when the program is leaving.
        let tell = |outcome| {
            let _ = sender.send(Message::Checker(number, outcome));
        };
        let own = kept.take().filter(|kept| kept.basis == order.basis).unwrap_or_else(|| {
            let (own, unread) = Kept::read(order.basis);
            if let Some(sentence) = unread {
                tell(Outcome::Failed(sentence));
            }
            own
        });
        // A fault of one rule must not end all checking; the next state is checked anew.
        let checked = catch_unwind(AssertUnwindSafe(|| own.check(&order.report, revision)));
        if let Ok((checked, own)) = checked {
            tell(Outcome::Checked(Box::new(checked)));
            kept = Some(own);
        }
    }
}

impl Kept {
    fn read(basis: Basis) -> (Self, Option<String>) {
        let (rules, errors) = rules::load(&basis.data, &basis.off, &basis.on);
        let rules = Arc::new(rules);
        let checker = Rulebook::new(Arc::clone(&rules));
        (Self { basis, rules, checker }, perform::unread(&errors))
    }

    fn check(mut self, report: &Report, revision: u64) -> (Checked, Self) {
        let review = self.checker.review(report);
        (Checked { revision, review, rules: Arc::clone(&self.rules) }, self)
    }
}
