//! Lines of an outline, as a county sends it, typed or pasted into a report.
//!
//! The grammar of headings alone: no sequence is asked for, because what is
//! pasted may begin anywhere, and the numbers follow from the place anyway.

use crate::report::Level;
use crate::report::outline::{Addition, NewSection};
use crate::text::clean;

use super::heading::{self, Split};

/// A heading as it is typed: its level, where a number tells it, and its words
/// without number and 。.
pub fn typed_heading(text: &str) -> (Option<Level>, String) {
    let text = clean::trim_paragraph(text);
    let (level, words) = match (heading::label(text), heading::point(text)) {
        (Some(label), _) => (Some(label.level), label.rest),
        (None, Some((_, words))) => (None, words),
        (None, None) => (None, text),
    };
    (level, words.trim_end_matches('。').trim_end().to_owned())
}

/// What the lines of an outline come to: 一、 and （一） and lines without a
/// number are sections, `1.`, （1） and 一是 are paragraphs to be filled in the section
/// before them, and what is no heading is a paragraph there as it stands.
pub fn outline_lines(text: &str) -> Addition {
    let text = clean::clean(text).text;
    let lines = text.split('\n').map(clean::trim_paragraph).filter(|line| !line.is_empty());
    let mut addition = Addition::default();
    for line in lines {
        match read(line) {
            // A number alone: the words were left behind in copying.
            Read::Section(section) if section.heading.is_empty() && section.body.is_empty() => {}
            Read::Section(section) => addition.sections.push(section),
            Read::Paragraph(paragraph) => match addition.sections.last_mut() {
                Some(section) => section.body.push(paragraph),
                None => addition.lead.push(paragraph),
            },
        }
    }
    addition
}

/// What a line is.
enum Read {
    Section(NewSection),
    Paragraph(String),
}

fn read(line: &str) -> Read {
    if let Some(label) = heading::label(line) {
        let Split { heading, body, .. } = heading::split(label.rest);
        return Read::Section(NewSection {
            level: Some(label.level),
            heading: heading.to_owned(),
            body: body.map(str::to_owned).into_iter().collect(),
        });
    }
    if let Some((label, rest)) = heading::point(line) {
        return point(&label, rest);
    }
    if let Some((label, rest)) = heading::chained(line) {
        return point(label, rest);
    }
    match heading::split(line) {
        Split { heading, body: None, .. } => {
            let heading = heading.to_owned();
            Read::Section(NewSection { level: None, heading, body: Vec::new() })
        }
        Split { body: Some(_), .. } => Read::Paragraph(line.to_owned()),
    }
}

/// A point that is still to be written, or is written already.
fn point(label: &str, rest: &str) -> Read {
    Read::Paragraph(match heading::split(rest) {
        Split { heading, body: None, .. } => format!("{label}{heading}。【】"),
        Split { body: Some(_), .. } => format!("{label}{rest}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_heading_loses_its_number_and_its_mark() {
        for (text, level, words) in [
            ("（三）健全制度。", Some(Level::Item), "健全制度"),
            ("三、健全制度", Some(Level::Part), "健全制度"),
            ("1.健全制度", None, "健全制度"),
            (" 健全制度 ", None, "健全制度"),
            ("2025年工作", None, "2025年工作"),
            ("12.4国家宪法日", None, "12.4国家宪法日"),
            ("（二）。", Some(Level::Item), ""),
            ("1.“放管服”改革", None, "“放管服”改革"),
            ("2.《条例》宣传", None, "《条例》宣传"),
            ("1、2025年推进情况", None, "2025年推进情况"),
        ] {
            assert_eq!(typed_heading(text), (level, words.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_outline_is_read_line_by_line() {
        let text = "1.先抓好学习\n一、主要工作\r\n（一）深入学习。\n1. 抓好领导干部学法\n2、抓好普法。\n\n（二）健全制度。全年修订3件。\n（1）管好合同\n一是抓排查\n法治宣传\n二、下一步打算\n";
        let Addition { lead, sections } = outline_lines(text);
        assert_eq!(lead, ["1.先抓好学习。【】"]);
        let sections: Vec<_> =
            sections.iter().map(|s| (s.level, s.heading.as_str(), s.body.join("/"))).collect();
        let item = Some(Level::Item);
        assert_eq!(
            sections,
            [
                (Some(Level::Part), "主要工作", String::new()),
                (item, "深入学习", "1.抓好领导干部学法。【】/2.抓好普法。【】".to_owned()),
                (item, "健全制度", "全年修订3件。/（1）管好合同。【】/一是抓排查。【】".to_owned()),
                (None, "法治宣传", String::new()),
                (Some(Level::Part), "下一步打算", String::new()),
            ]
        );
    }

    #[test]
    fn points_in_a_chain_belong_to_the_section_before_them() {
        let text = "（一）抓普法\n一是讲\n二是考\n十一是评。评了3次。\n1.“放管服”改革\n2.2025年推进情况\n统一是前提";
        let sections = outline_lines(text).sections;
        assert_eq!(
            sections[0].body,
            [
                "一是讲。【】",
                "二是考。【】",
                "十一是评。评了3次。",
                "1.“放管服”改革。【】",
                "2.2025年推进情况。【】"
            ]
        );
        assert_eq!(sections[1].heading, "统一是前提");
    }

    #[test]
    fn a_number_alone_is_nothing() {
        let Addition { lead, sections } = outline_lines("一、\n（一）\n二、下一步\n（一）\n");
        assert!(lead.is_empty());
        let headings: Vec<_> = sections.iter().map(|s| s.heading.as_str()).collect();
        assert_eq!(headings, ["下一步"]);
    }

    #[test]
    fn a_sentence_is_no_heading() {
        let long = "字".repeat(71);
        let Addition { lead, sections } =
            outline_lines(&format!("全年开会12次。其中4次是党委会。\n{long}"));
        assert_eq!(lead, ["全年开会12次。其中4次是党委会。", long.as_str()]);
        assert!(sections.is_empty());
    }
}
