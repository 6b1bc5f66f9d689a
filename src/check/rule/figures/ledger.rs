//! Figures of the ledger of a draft that do not agree with each other.

use std::ops::Range;

use crate::check::rule::Whole;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::dictionary::Relation;
use crate::report::misfit::{Misfit, misfits};

/// Figures that are more or less than others allow.
pub(super) fn bounds(whole: &Whole, sink: &mut Sink) {
    ledger(whole, sink, |own| matches!(own, Relation::AtMost(_) | Relation::AtLeast(_)));
}

/// Figures that are not the sum of their parts.
pub(super) fn sums(whole: &Whole, sink: &mut Sink) {
    ledger(whole, sink, |own| matches!(own, Relation::SumOf(_)));
}

/// Rates that their part and whole do not give.
pub(super) fn rates(whole: &Whole, sink: &mut Sink) {
    ledger(whole, sink, |own| matches!(own, Relation::Rate { .. }));
}

/// Figures that cannot be without others.
pub(super) fn needs(whole: &Whole, sink: &mut Sink) {
    ledger(whole, sink, |own| matches!(own, Relation::Needs(_)));
}

/// Tells the figures that do not agree by relations of one kind.
fn ledger(whole: &Whole, sink: &mut Sink, kind: impl Fn(&Relation) -> bool) {
    let figures = &whole.script.figures;
    if figures.is_empty() {
        return;
    }
    let found = misfits(figures, &whole.tables.known.dictionary);
    for misfit in found.iter().filter(|own| kind(own.relation)) {
        let cited = places(whole, misfit);
        let mut cited = cited.into_iter();
        let Some((line, range)) = cited.next().or_else(|| title(whole)) else { continue };
        let message = format!("台账里，{}。请核对台账里的数。", misfit.sentence);
        let hit = Hit::new("ledger", line, range, message);
        sink.add(cited.fold(hit, |hit, (line, range)| hit.also(line, range)));
    }
}

/// Where the figures of a relation are cited first.
fn places(whole: &Whole, misfit: &Misfit) -> Vec<(usize, Range<usize>)> {
    let names = std::iter::once(misfit.name).chain(misfit.relation.others());
    let cited = names.filter_map(|name| {
        whole.lines().find_map(|view| Some((view.index, view.line.citation(name)?)))
    });
    cited.collect()
}

/// The title, for figures that are not cited.
fn title(whole: &Whole) -> Option<(usize, Range<usize>)> {
    let title = whole.lines().find(|view| view.line.part == Part::Title)?;
    Some((title.index, 0..title.text().len()))
}

#[cfg(test)]
mod tests {
    use crate::check::script::Script;
    use crate::check::testing::{found_by, put, report};
    use crate::check::{Finding, Stage, Where};
    use crate::report::find::Site;
    use crate::report::{Amount, Figure};

    type Named<'a> = (&'a str, &'a str, &'a str);

    /// What a rule finds in a draft with a text and these figures.
    fn found(rule: &str, text: &str, figures: &[Named]) -> Vec<Finding> {
        let mut report = report(2025, "云溪镇");
        put(&mut report, Stage::Results, text);
        let figure = |(name, value, unit): &Named| Figure {
            name: (*name).to_owned(),
            value: Amount::parse(value).ok(),
            unit: (*unit).to_owned(),
            source: String::new(),
        };
        report.figures = figures.iter().map(figure).collect();
        found_by(rule, &Script::of(&report))
    }

    #[test]
    fn figures_that_do_not_agree_are_told_where_one_is_cited() {
        let figures = [("隐患排查", "15", "处"), ("隐患整改", "16", "处")];
        let found = found("part-exceeds-whole", "今年岸线整改{隐患整改}处。", &figures);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((&*found[0].branch, found[0].spot.excerpt.as_str()), ("ledger", "{隐患整改}"));
        assert_eq!(found[0].message, "台账里，隐患整改 16 比 隐患排查 15 多。请核对台账里的数。");
    }

    #[test]
    fn figures_that_are_not_cited_are_told_at_the_title() {
        let figures = [("行政处罚", "0", "件"), ("罚没金额", "1.2", "万元")];
        let found = found("figure-logic", "没有引用。", &figures);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].spot.at, Where::Text(Site::Title));
    }

    #[test]
    fn each_relation_has_its_rule() {
        let cases = [
            (
                "sum-mismatch",
                vec![
                    ("人大建议", "12", "件"),
                    ("政协提案", "3", "件"),
                    ("建议提案合计", "16", "件"),
                ],
            ),
            (
                "rate-impossible",
                vec![("隐患排查", "20", "处"), ("隐患整改", "19", "处"), ("隐患整改率", "98", "%")],
            ),
        ];
        for (rule, figures) in cases {
            let found = found(rule, "本节没有引用台账里的数。", &figures);
            assert_eq!(found.len(), 1, "{rule} {found:?}");
            assert_eq!(&*found[0].branch, "ledger");
        }
    }

    #[test]
    fn figures_that_agree_or_are_not_all_entered_are_silent() {
        let agree = [("隐患排查", "15", "处"), ("隐患整改", "15", "处")];
        assert_eq!(found("part-exceeds-whole", "整改{隐患整改}处。", &agree), []);
        let one = [("隐患整改", "16", "处")];
        assert_eq!(found("part-exceeds-whole", "整改{隐患整改}处。", &one), []);
    }
}
