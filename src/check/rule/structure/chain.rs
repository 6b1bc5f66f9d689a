//! Numbers that count on: 1. 2. 3., （1）（2）, 一是 二是.
//!
//! A number 1 opens a chain within that before it; any other goes on with the
//! innermost chain that it fits, and ends those within it.

/// A way to number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// 1.
    Point,
    /// （1）
    Bracket,
    /// 一是.
    Word,
}

/// One number at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step<T> {
    pub(super) kind: Kind,
    pub(super) value: u32,
    /// Whether it stands within a sentence, where it need not be a number of a chain.
    pub(super) loose: bool,
    pub(super) place: T,
}

/// What is wrong with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong<T> {
    /// Another number was to come. Repeated: the same stood just before.
    Gap { place: T, expected: u32, repeated: bool },
    /// A 1 without any 2.
    Alone { place: T },
}

/// A chain that goes on.
struct Open<T> {
    kind: Kind,
    /// The number as it was written last, and which it is by counting.
    value: u32,
    count: u32,
    loose: bool,
    place: T,
}

/// Follows the numbers of a text.
pub(super) struct Chains<T> {
    open: Vec<Open<T>>,
    wrong: Vec<Wrong<T>>,
    /// The number before the first, where numbers run on from the text before.
    before: u32,
}

impl<T: Clone> Chains<T> {
    /// Chains of which the first goes on after a number, 0 for none.
    pub(super) fn after(before: u32) -> Self {
        Self { open: Vec::new(), wrong: Vec::new(), before }
    }

    /// Takes the next number.
    pub(super) fn take(&mut self, step: &Step<T>) {
        let Step { kind, value, loose, place } = step;
        if *value == 1 {
            return self.begin(step);
        }
        // After a wrong number the next may count from it, or as if it had been right.
        let fits = |own: &Open<T>| {
            own.kind == *kind && (own.value + 1 == *value || own.count + 1 == *value)
        };
        if let Some(at) = self.open.iter().rposition(fits) {
            return self.advance(at, *value);
        }
        if *loose {
            return;
        }
        if let Some(at) = self.open.iter().rposition(|own| own.kind == *kind) {
            let own = &self.open[at];
            let (expected, repeated) = (own.count + 1, own.value == *value);
            self.wrong.push(Wrong::Gap { place: place.clone(), expected, repeated });
            self.advance(at, *value);
        } else {
            let expected = if *kind == Kind::Point { self.before + 1 } else { 1 };
            if *value != expected {
                let place = place.clone();
                self.wrong.push(Wrong::Gap { place, expected, repeated: false });
            }
            self.begin(step);
        }
    }

    fn begin(&mut self, step: &Step<T>) {
        let Step { kind, value, loose, place } = step;
        self.open.push(Open {
            kind: *kind,
            value: *value,
            count: *value,
            loose: *loose,
            place: place.clone(),
        });
    }

    /// A chain goes on, and those within it end.
    fn advance(&mut self, at: usize, value: u32) {
        let count = self.open[at].count + 1;
        self.end(at + 1);
        let own = &mut self.open[at];
        (own.value, own.count) = (value, count);
    }

    /// Ends the chains from this on, the innermost first.
    fn end(&mut self, from: usize) {
        while self.open.len() > from {
            let Some(own) = self.open.pop() else { return };
            let alone = own.kind == Kind::Word && own.count == 1;
            if alone && !own.loose {
                self.wrong.push(Wrong::Alone { place: own.place });
            } else if !alone && own.loose {
                // It may have been part of a word, and its numbers those of the chain about it.
                if let Some(outer) = self.open.last_mut().filter(|outer| outer.kind == own.kind) {
                    outer.count = outer.count.max(own.count);
                    outer.value = outer.value.max(own.value);
                }
            }
        }
    }

    /// What was wrong, and the last number of the outermost chain of points.
    pub(super) fn finish(mut self) -> (Vec<Wrong<T>>, u32) {
        let last = self.open.iter().find(|own| own.kind == Kind::Point).map_or(0, |own| own.value);
        self.end(0);
        (self.wrong, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(values: &[u32]) -> Vec<Wrong<usize>> {
        let mut chains = Chains::after(0);
        for (place, value) in values.iter().enumerate() {
            let kind = Kind::Word;
            chains.take(&Step { kind, value: *value, loose: false, place });
        }
        chains.finish().0
    }

    #[test]
    fn a_number_goes_on_with_the_chain_that_it_fits() {
        for right in [&[1, 2, 3][..], &[1, 1, 2, 2], &[1, 2, 1, 2, 3, 3], &[1, 2, 1, 2], &[]] {
            assert_eq!(wrong(right), [], "{right:?}");
        }
    }

    #[test]
    fn a_one_within_a_sentence_may_be_a_word() {
        let told = |steps: &[(u32, bool)]| {
            let mut chains = Chains::after(0);
            for (place, (value, loose)) in steps.iter().enumerate() {
                let (value, loose) = (*value, *loose);
                chains.take(&Step { kind: Kind::Word, value, loose, place });
            }
            chains.finish().0.len()
        };
        assert_eq!(told(&[(1, false), (1, true), (2, false), (3, false)]), 0);
        assert_eq!(told(&[(1, false), (1, true), (2, false), (2, false)]), 0);
        assert_eq!(told(&[(1, true), (1, false), (2, false)]), 0);
        assert_eq!(told(&[(1, true), (3, true)]), 0);
        assert_eq!(told(&[(1, false), (1, true)]), 1);
    }

    #[test]
    fn only_the_first_wrong_number_is_told() {
        let gap = |place, expected, repeated| Wrong::Gap { place, expected, repeated };
        assert_eq!(wrong(&[1, 2, 4, 5]), [gap(2, 3, false)]);
        assert_eq!(wrong(&[1, 2, 2, 4]), [gap(2, 3, true)]);
        assert_eq!(wrong(&[1, 2, 2, 3]), [gap(2, 3, true)]);
        assert_eq!(wrong(&[2, 3]), [gap(0, 1, false)]);
        assert_eq!(wrong(&[1]), [Wrong::Alone { place: 0 }]);
    }
}
