//! The headings of a notice, pasted or read from a file, as passages: what a
//! template is made of.
//!
//! Only headings and what stands under them count, so all else of a notice is
//! taken out. Last year's report is told by its title and stays whole, because
//! its form goes into the template as well.

use crate::report::{Level, Template};

use super::passage::{Passage, Role};
use super::reading::Reading;
use super::source::{Format, Source, SourceLine};

/// The longest line that can be a heading without any number, in characters.
pub(super) const BARE_HEADING: usize = 40;

impl Reading {
    /// Nothing yet: lines are to be pasted.
    pub fn empty() -> Self {
        Self {
            format: Format::Text,
            encoding: None,
            passages: Vec::new(),
            noise: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The headings of a notice, as [`Reading::of`] reads a file; where none has
    /// a number, every short line is one.
    pub fn of_outline(source: &Source, templates: &[(String, Template)]) -> Self {
        let mut reading = Self::of(source, templates);
        if !reading.has_headings() {
            reading.passages.iter_mut().filter(|passage| is_bare_heading(passage)).for_each(|p| {
                p.role = Role::Heading(Level::Part);
                p.doubt = None;
            });
        }
        if !reading.is_report() {
            reading.keep_outline();
        }
        reading
    }

    /// Adds pasted lines behind the passages that are there, which stay as they
    /// are and tell what the new ones go on from; gives how many there are then.
    pub fn paste(&mut self, text: &str, templates: &[(String, Template)]) -> usize {
        let end = |passage: &Passage| passage.raw.origin(passage.raw.len()).line;
        let last = self.passages.iter().map(end).max().unwrap_or(0);
        let lines = text.lines().zip(last + 1..).map(|(line, at)| SourceLine::plain(line, at));
        let lines: Vec<SourceLine> = lines.filter(|line| !line.text.trim().is_empty()).collect();
        let first = lines.first().map(|line| line.text.trimmed().start());
        let kept = self.passages.iter().filter(|passage| passage.role != Role::Noise);
        let known = kept.map(|passage| SourceLine {
            text: passage.raw.clone(),
            level: passage.level,
            frame: passage.frame,
        });
        let whole = read(known.chain(lines.iter().cloned()).collect(), templates);
        let begins = whole.passages.iter().position(|own| Some(own.origin()) == first);
        match begins {
            Some(index) => self.passages.extend(whole.passages.into_iter().skip(index)),
            // Taken for the rest of the last paragraph: they are not, they were pasted apart.
            None => self.passages.extend(read(lines, templates).passages),
        }
        self.passages.len()
    }

    /// Whether it is a report, and no notice on how one is written.
    pub fn is_report(&self) -> bool {
        let mut titles = self.passages.iter().filter(|passage| passage.role == Role::Title);
        titles.next_back().is_some_and(|title| title.text().ends_with("报告"))
    }

    /// Whether there is any heading.
    pub fn has_headings(&self) -> bool {
        self.passages.iter().any(|passage| matches!(passage.role, Role::Heading(_)))
    }

    /// Takes out what stands before the first heading, and what is neither
    /// heading nor text. Without any heading all of it waits for one.
    fn keep_outline(&mut self) {
        let heading = |passage: &Passage| matches!(passage.role, Role::Heading(_));
        let Some(first) = self.passages.iter().position(heading) else { return };
        for (index, passage) in self.passages.iter_mut().enumerate() {
            if index < first || !matches!(passage.role, Role::Heading(_) | Role::Text) {
                passage.role = Role::Noise;
                passage.doubt = None;
            }
        }
    }
}

fn read(lines: Vec<SourceLine>, templates: &[(String, Template)]) -> Reading {
    let source = Source {
        format: Format::Text,
        encoding: None,
        lines,
        noise: Vec::new(),
        notes: Vec::new(),
    };
    Reading::of_outline(&source, templates)
}

/// Whether a line may be a heading although it has no number.
fn is_bare_heading(passage: &Passage) -> bool {
    let closing = matches!(passage.role, Role::Noise | Role::Date | Role::Contact | Role::CopyTo);
    let text = passage.text();
    !closing && text.chars().count() <= BARE_HEADING && !text.ends_with(['。', '：', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each passage with its line and its role.
    fn told(reading: &Reading) -> Vec<String> {
        let passages = reading.passages.iter();
        passages.map(|p| format!("{} {} {}", p.origin().line, p.role.label(), p.text())).collect()
    }

    const NOTICE: &str = "关于报送2025年法治政府建设情况报告的通知\n各镇人民政府：\n\
        请按下列提纲报送。\n一、主要举措和成效\n（一）学习宣传\n写清学了几次。\n\
        二、存在的不足\n临川县司法局\n2025年12月1日\n";

    #[test]
    fn of_a_notice_the_headings_and_what_stands_under_them_are_left() {
        let mut reading = Reading::empty();
        assert_eq!(reading.paste(NOTICE, &[]), 9);
        assert_eq!(
            told(&reading)[3..7],
            [
                "4 一级标题 一、主要举措和成效",
                "5 二级标题 （一）学习宣传",
                "6 正文 写清学了几次。",
                "7 一级标题 二、存在的不足",
            ]
        );
        let out = |index: usize| reading.passages[index].role == Role::Noise;
        assert!([0, 1, 2, 7, 8].into_iter().all(out), "{:?}", told(&reading));
        assert!(reading.doubts().is_empty() && !reading.is_report());
    }

    #[test]
    fn more_is_added_behind_and_goes_on_with_the_numbers() {
        let mut reading = Reading::empty();
        reading.paste("一、成效\n（一）学习\n", &[]);
        reading.decide(1, Role::Text);
        assert_eq!(reading.paste("\n（二）决策\n二、不足\n", &[]), 4);
        assert_eq!(
            told(&reading),
            [
                "1 一级标题 一、成效",
                "2 正文 （一）学习",
                "4 二级标题 （二）决策",
                "5 一级标题 二、不足"
            ]
        );
        assert!(reading.doubts().is_empty(), "{reading:?}");
        // What could be the rest of the last line is a line of its own all the same.
        reading.paste("全年推进各项工作，制定年度计划，", &[]);
        assert_eq!(reading.paste("召开会议部署。", &[]), 6);
        // Nothing adds nothing.
        assert_eq!(reading.paste("\n \n", &[]), 6);
    }

    #[test]
    fn a_report_stays_whole() {
        let text = "云溪镇2025年法治政府建设情况报告\n县政府：\n一、成效\n（一）学习。全年12次。\n";
        let mut reading = Reading::empty();
        reading.paste(text, &[]);
        assert!(reading.is_report());
        assert_eq!(told(&reading)[1], "2 主送机关 县政府：");
    }
}
