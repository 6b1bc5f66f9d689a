//! Figures of the ledger that do not agree with each other.
//!
//! Only what the dictionary says must agree is compared, and only where all
//! that it takes is entered and counted in one unit: visits and cases may both
//! be right. It is told, never refused: the office may be right and the
//! dictionary wrong.

use std::cmp::Ordering;

use super::dictionary::{Dictionary, Relation};
use super::{Amount, Figure, Report};

/// Figures that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit<'a> {
    /// The figure that the relation belongs to.
    pub name: &'a str,
    /// How it should agree with others.
    pub relation: &'a Relation,
    /// A Chinese sentence without its end.
    pub sentence: String,
}

/// What does not agree among the figures of a ledger.
pub fn misfits<'a>(figures: &[Figure], dictionary: &'a Dictionary) -> Vec<Misfit<'a>> {
    let ledger = Ledger(figures);
    let mut misfits = Vec::new();
    for entry in dictionary.entries().iter().filter(|entry| ledger.value(&entry.name).is_some()) {
        for relation in &entry.relations {
            let sentence = ledger.misfit(&entry.name, relation);
            let own = sentence.map(|sentence| Misfit { name: &entry.name, relation, sentence });
            misfits.extend(own);
        }
    }
    misfits
}

impl Report {
    /// What does not fit the figures with these names: their own relations and
    /// those of others to them, a Chinese sentence each.
    pub fn misfits(&self, names: &[&str], dictionary: &Dictionary) -> Vec<String> {
        let concerned = |own: &Misfit| {
            let others = own.relation.others();
            names.iter().any(|name| *name == own.name || others.contains(name))
        };
        let misfits = misfits(&self.figures, dictionary).into_iter().filter(concerned);
        misfits.map(|own| own.sentence).collect()
    }
}

/// The figures as they are entered.
struct Ledger<'a>(&'a [Figure]);

impl Ledger<'_> {
    fn misfit(&self, name: &str, relation: &Relation) -> Option<String> {
        let value = self.value(name)?;
        let own = format!("{name} {}", value.written());
        match relation {
            Relation::AtMost(other) => {
                let bound = self.value(other).filter(|_| self.one_unit(name, other))?;
                (value.compare(bound) == Ordering::Greater)
                    .then(|| format!("{own} 比 {other} {} 多", bound.written()))
            }
            // Meant across units: no fewer visits than visitors.
            Relation::AtLeast(other) => {
                let bound = self.value(other)?;
                (value.compare(bound) == Ordering::Less)
                    .then(|| format!("{own} 比 {other} {} 少", bound.written()))
            }
            Relation::SumOf(names) => {
                let parts: Vec<&Amount> =
                    names.iter().map(|part| self.value(part)).collect::<Option<_>>()?;
                if !names.iter().all(|part| self.one_unit(name, part)) {
                    return None;
                }
                let sum = Amount::sum(&parts)?;
                (value.compare(&sum) != Ordering::Equal)
                    .then(|| format!("{own}，各项相加是 {}", sum.written()))
            }
            Relation::Rate { part, whole } => {
                let (of, all) = (self.value(part)?, self.value(whole)?);
                if !self.one_unit(part, whole) {
                    return None;
                }
                (!value.is_rate(of, all)).then(|| {
                    format!(
                        "{own}%，与 {part} {}、{whole} {} 算出来的不同",
                        of.written(),
                        all.written()
                    )
                })
            }
            Relation::Needs(other) => {
                let needed = self.value(other)?;
                (!value.is_zero() && needed.is_zero())
                    .then(|| format!("{own}，而 {other} 是 {}", needed.written()))
            }
            Relation::Constant => None,
        }
    }

    /// Whether two figures are counted in one unit, as far as both say one.
    fn one_unit(&self, one: &str, other: &str) -> bool {
        let unit =
            |name| self.figure(name).map(|own| own.unit.trim()).filter(|unit| !unit.is_empty());
        unit(one).zip(unit(other)).is_none_or(|(one, other)| one == other)
    }

    fn value(&self, name: &str) -> Option<&Amount> {
        self.figure(name)?.value.as_ref()
    }

    fn figure(&self, name: &str) -> Option<&Figure> {
        self.0.iter().find(|own| own.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Figure, testing};

    fn dictionary() -> Dictionary {
        let entry = |name: &str, relations: &str| {
            format!(
                "(number: 1, group: a, name: \"{name}\", units: [\"件\"], source: \"甲\", \
                 relations: [{relations}], seen: usual)"
            )
        };
        let entries = [
            entry("合计", "sum_of([\"甲数\", \"乙数\"])"),
            entry("甲数", "at_most(\"合计\")"),
            entry("乙数", "needs(\"甲数\")"),
            entry("甲率", "rate(part: \"甲数\", whole: \"合计\")"),
            entry("人次", "at_least(\"甲数\")"),
        ];
        ron::from_str(&format!("[{}]", entries.join(","))).unwrap()
    }

    fn report(values: &[(&str, &str)]) -> Report {
        let mut report = testing::report();
        report.figures = values
            .iter()
            .map(|(name, value)| Figure {
                name: (*name).to_owned(),
                value: Amount::parse(value).ok(),
                unit: String::new(),
                source: String::new(),
            })
            .collect();
        report
    }

    #[test]
    fn what_agrees_or_is_not_all_entered_is_silent() {
        let dictionary = dictionary();
        for values in [
            vec![("合计", "12"), ("甲数", "7"), ("乙数", "5"), ("甲率", "58.33"), ("人次", "7")],
            vec![("合计", "12"), ("乙数", "15")],
            vec![("甲率", "58"), ("甲数", "7")],
            vec![("合计", "0"), ("甲数", "0"), ("乙数", "0"), ("甲率", "100")],
        ] {
            let report = report(&values);
            for (name, _) in values {
                assert_eq!(report.misfits(&[name], &dictionary), Vec::<String>::new(), "{name}");
            }
        }
    }

    #[test]
    fn figures_in_other_units_are_not_compared_but_where_this_is_meant() {
        let dictionary = dictionary();
        let told = |units: [(&str, &str, &str); 3], name: &str| {
            let mut report = report(&units.map(|(name, value, _)| (name, value)));
            for (figure, (_, _, unit)) in report.figures.iter_mut().zip(units) {
                unit.clone_into(&mut figure.unit);
            }
            report.misfits(&[name], &dictionary).len()
        };
        for (other, expected) in [("件", 1), ("件次", 0), ("", 1)] {
            let above = [("合计", "5", other), ("甲数", "7", "件"), ("", "1", "")];
            assert_eq!(told(above, "甲数"), expected, "{other}");
        }
        for (other, expected) in [("件", 2), ("件次", 0)] {
            let sum = [("合计", "13", "件"), ("甲数", "14", other), ("乙数", "5", other)];
            assert_eq!(told(sum, "合计"), expected, "{other}");
            let rate = [("甲率", "59", "%"), ("甲数", "7", other), ("合计", "12", "件")];
            assert_eq!(told(rate, "甲率"), expected / 2, "{other}");
        }
        let least = [("人次", "6", "人次"), ("甲数", "7", "件"), ("", "1", "")];
        assert_eq!(told(least, "人次"), 1);
    }

    #[test]
    fn each_relation_that_does_not_hold_is_told_from_both_sides() {
        let dictionary = dictionary();
        let cases = [
            (vec![("合计", "5"), ("甲数", "7")], "甲数 7 比 合计 5 多"),
            (vec![("合计", "13"), ("甲数", "7"), ("乙数", "5")], "合计 13，各项相加是 12"),
            (vec![("甲率", "59"), ("甲数", "7"), ("合计", "12")], "算出来的不同"),
            (vec![("乙数", "5"), ("甲数", "0")], "乙数 5，而 甲数 是 0"),
            (vec![("人次", "6"), ("甲数", "7")], "人次 6 比 甲数 7 少"),
        ];
        for (values, sentence) in cases {
            let report = report(&values);
            for (name, _) in &values[..2] {
                let told = report.misfits(&[name], &dictionary);
                assert!(told.iter().any(|told| told.contains(sentence)), "{name}: {told:?}");
            }
            // Asked of both, it is told once.
            let both = report.misfits(&[values[0].0, values[1].0], &dictionary);
            assert_eq!(both.iter().filter(|told| told.contains(sentence)).count(), 1, "{both:?}");
        }
    }
}
