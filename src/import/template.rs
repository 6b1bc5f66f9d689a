//! A template of the user's own from the headings of a notice or a report.
//!
//! The county changes the outline every year, so pasted headings must do for a
//! template. What is known of such headings comes with them: the guidance of
//! the built-in sections that are most alike, and the form of the template
//! that fits best.

use crate::report::options::{Bodies, Options, Order};
use crate::report::template::{Guide, Head, Item, Part};
use crate::report::{Kind, Level, Report, Section, Template};

use super::notice::BARE_HEADING;
use super::reading::Reading;
use super::{Choices, heading, keys};

/// What a template is made of.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'a> {
    /// The name that the user gives it.
    pub name: &'a str,
    /// The templates at hand, by file stem; guidance and form come from them.
    pub templates: &'a [(String, Template)],
    /// The year that the headings speak of; `None` to read it.
    pub year: Option<i32>,
    /// Whether the text under the headings tells what to write (a notice), and
    /// is not last year's text.
    pub advises: bool,
}

impl Reading {
    /// The template that the headings come to; `None` where there is none.
    pub fn template(&self, outline: Outline) -> Option<Template> {
        let choices =
            Choices { templates: outline.templates, year: outline.year, ..Choices::default() };
        let report = self.build(&choices).report;
        let base = outline.templates.iter().find(|(stem, _)| *stem == report.template);
        let (_, base) = base.or(outline.templates.first())?;
        let maker = Maker { report: &report, outline };
        let parts = maker.parts();
        let items: usize = parts.iter().map(|part| part.items.len()).sum();
        let kinds = || Kind::WORDS.iter().map(|(kind, _)| *kind).collect();
        (!parts.is_empty()).then(|| Template {
            name: bare(outline.name),
            summary: format!("自己做的模板：{} 个部分、{items} 个节。", parts.len()),
            note: None,
            kinds: if report.unit.name.is_empty() { kinds() } else { vec![report.unit.kind] },
            options: maker.options(base, &parts),
            preamble: base.preamble.clone(),
            parts,
        })
    }
}

struct Maker<'a> {
    report: &'a Report,
    outline: Outline<'a>,
}

impl Maker<'_> {
    /// The form: of the template that fits best, and what the text itself shows.
    fn options(&self, base: &Template, parts: &[Part]) -> Options {
        let mut options = base.options.clone();
        options.order = options.order.and_then(|_| order(parts));
        let report = self.report;
        options.style = report.style;
        if let Some(addressee) = &report.letterhead.addressee {
            options.addressee = Some(bare(addressee));
        }
        if !report.closing.signature.is_empty() {
            let two = report.closing.signature.len() > 1;
            options.bodies = if two { Bodies::Two } else { Bodies::One };
        }
        options
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for section in &self.report.sections {
            match (section.level, parts.last_mut()) {
                (Level::Item, Some(part)) => {
                    let key = format!("{}-{}", part.key, part.items.len() + 1);
                    part.items.push(self.item(section, key));
                }
                _ => parts.push(self.part(section, format!("part-{}", parts.len() + 1))),
            }
        }
        parts
    }

    fn part(&self, section: &Section, key: String) -> Part {
        let known = self.known(section);
        let covers = Head::named_by(&section.heading).into_iter().collect();
        let covers: Vec<Head> = known.map_or(covers, |(_, covers)| covers.to_vec());
        Part {
            key,
            heading: self.general(&section.heading),
            covers,
            optional: false,
            guide: self.guide(section, self.advice(section).collect()),
            guide_of: None,
            items: Vec::new(),
        }
    }

    fn item(&self, section: &Section, key: String) -> Item {
        let (points, advice): (Vec<String>, Vec<String>) =
            self.advice(section).partition(|line| point(line).is_some());
        Item {
            key,
            heading: self.general(&section.heading),
            covers: self.known(section).map(|(_, covers)| covers.to_vec()).unwrap_or_default(),
            optional: false,
            guide: self.guide(section, advice),
            guide_of: None,
            points: points.iter().filter_map(|line| point(line)).collect(),
        }
    }

    /// The guidance and the contents of the section of a template that is most alike.
    fn known(&self, section: &Section) -> Option<(&Guide, &[Head])> {
        keys::most_alike(section, self.outline.templates)
    }

    /// These words of a notice, then what is known of such a section.
    fn guide(&self, section: &Section, advice: Vec<String>) -> Guide {
        let mut guide = self.known(section).map(|(guide, _)| guide.clone()).unwrap_or_default();
        guide.what.splice(0..0, advice);
        guide
    }

    /// What a notice says under a heading; the text of a report is no advice.
    fn advice(&self, section: &Section) -> impl Iterator<Item = String> {
        section.body.iter().filter(|_| self.outline.advises).map(|text| bare(text))
    }

    /// A heading for any year and unit.
    fn general(&self, heading: &str) -> String {
        let heading = bare(heading);
        let year = self.report.year;
        if year == 0 {
            return heading;
        }
        let heading = heading.replace(&format!("{year}年"), "[年]年");
        let heading = heading.replace(&format!("{}年", year + 1), "[下年]年");
        match self.report.unit.name.as_str() {
            "" => heading,
            name => heading.replace(name, "[单位]"),
        }
    }
}

/// The heading on the third level that a line of a notice is.
fn point(line: &str) -> Option<String> {
    let (_, words) = heading::point(line)?;
    let words = words.trim_end_matches('。');
    (words.chars().count() <= BARE_HEADING).then(|| words.to_owned())
}

/// The order in which 不足 and 第一责任人 stand, where both do.
fn order(parts: &[Part]) -> Option<Order> {
    let find = |head| parts.iter().position(|part| part.covers.contains(&head));
    let (weak, lead) = (find(Head::Shortcomings)?, find(Head::Leadership)?);
    Some(if weak < lead { Order::ShortcomingsFirst } else { Order::LeadershipFirst })
}

/// A text of a template: square brackets have a meaning there.
fn bare(text: &str) -> String {
    text.replace('[', "【").replace(']', "】")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    fn outline(text: &str, templates: &[(String, Template)]) -> Option<Template> {
        let source = read(text.as_bytes(), None).unwrap();
        let reading = Reading::of_outline(&source, templates);
        reading
            .template(Outline { name: "县里2026年提纲", templates, year: None, advises: true })
    }

    fn built_in() -> Vec<(String, Template)> {
        let text = include_str!("../../data/templates/town-four-parts.ron");
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        vec![("town-four-parts".to_owned(), options.from_str(text).unwrap())]
    }

    #[test]
    fn a_pasted_notice_becomes_a_template() {
        let templates = built_in();
        let text = "一、2025年推进法治政府建设的主要举措和成效\n（一）深入学习贯彻习近平法治思想\n\
                    写清学了几次、谁参加。\n1.领导干部学法\n2.干部培训\n（二）数字法治建设\n\
                    二、2025年推进法治政府建设存在的不足和原因\n三、2026年主要安排\n";
        let template = outline(text, &templates).unwrap();
        let headings: Vec<&str> = template.headings().iter().map(|(_, _, words)| *words).collect();
        assert_eq!(
            headings,
            [
                "[年]年推进法治政府建设的主要举措和成效",
                "深入学习贯彻习近平法治思想",
                "数字法治建设",
                "[年]年推进法治政府建设存在的不足和原因",
                "[下年]年主要安排",
            ]
        );
        let [first, second] = template.parts[0].items.as_slice() else { panic!() };
        assert_eq!(first.points, ["领导干部学法", "干部培训"]);
        assert_eq!(first.guide.what[0], "写清学了几次、谁参加。");
        assert!(first.guide.what.len() > 1 && !first.guide.figures.is_empty());
        assert_eq!(second.guide, Guide::default());
        assert_eq!(template.parts[2].covers, [Head::Plan]);
        assert_eq!(template.summary, "自己做的模板：3 个部分、2 个节。");
    }

    #[test]
    fn a_part_gets_the_guidance_of_what_it_means() {
        let templates = built_in();
        let text = "一、2025年推进法治政府建设的主要做法和成效\n（一）学习\n二、来年打算\n";
        let template = outline(text, &templates).unwrap();
        let covers = |index: usize| template.parts[index].covers.as_slice();
        assert_eq!((covers(0), covers(1)), (&[Head::Results][..], &[Head::Plan][..]));
        assert!(template.parts[1].guide.what.iter().any(|line| line.contains("措施")));
    }

    #[test]
    fn no_word_of_advice_is_left_behind() {
        let templates = built_in();
        let long = "1.".to_owned() + &"认真总结".repeat(15) + "。";
        let text = format!("一、成效\n1.总体情况\n（一）宣传\n{long}\n2.普法\n");
        let part = &outline(&text, &templates).unwrap().parts[0];
        assert_eq!(part.guide.what[0], "1.总体情况", "a part has no points");
        let item = &part.items[0];
        assert_eq!(
            (item.guide.what[0].as_str(), item.points.as_slice()),
            (&*long, &["普法".into()][..])
        );
    }

    #[test]
    fn lines_without_numbers_are_headings_and_prose_is_none() {
        let templates = built_in();
        let template = outline("主要成效\n存在的不足[参考]\n下一步打算\n", &templates).unwrap();
        let headings: Vec<&str> = template.parts.iter().map(|part| part.heading.as_str()).collect();
        assert_eq!(headings, ["主要成效", "存在的不足【参考】", "下一步打算"]);
        assert_eq!(outline("今年工作扎实推进，成效明显。", &templates), None);
    }

    #[test]
    fn the_parts_stand_in_the_order_of_the_notice() {
        let templates = built_in();
        let names = ["主要举措和成效", "存在的不足和原因", "履行第一责任人职责情况", "下一步打算"];
        for order in [[0, 1, 2, 3], [0, 2, 1, 3]] {
            let words = order.map(|at| names[at]);
            let text =
                ["一、", words[0], "\n二、", words[1], "\n三、", words[2], "\n四、", words[3]];
            let text = text.concat();
            let template = outline(&text, &templates).unwrap();
            let profile =
                crate::report::unit::Profile { name: "云溪镇".into(), ..Default::default() };
            let report = template.start("x", &profile, 2026);
            let found: Vec<&str> = report.sections.iter().map(|s| s.heading.as_str()).collect();
            assert_eq!(found, words);
        }
    }

    #[test]
    fn the_text_of_a_report_is_no_advice() {
        let templates = built_in();
        let text =
            "云溪镇2025年法治政府建设情况报告\n一、主要举措和成效\n（一）学习。全年学习12次。\n";
        let reading = Reading::of(&read(text.as_bytes(), None).unwrap(), &templates);
        let outline =
            Outline { name: "照去年", templates: &templates, year: None, advises: false };
        let template = reading.template(outline).unwrap();
        assert!(template.parts[0].items[0].guide.what.iter().all(|line| !line.contains("12次")));
        assert_eq!(template.kinds, [Kind::Town]);
    }
}
