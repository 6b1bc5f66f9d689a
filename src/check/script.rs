//! What is checked: the lines of a report in reading order, each with what it
//! is and in which section it stands.
//!
//! Made from a [`Report`], and from nothing else: a file is imported first. To
//! that the lines of the file as they stood are added, for what an import takes
//! out. Citations are filled in, so that a figure counts wherever it is cited;
//! a stretch of a line therefore knows the stretch of the text that it comes
//! from.

mod line;

use std::ops::Range;
use std::sync::Arc;

use crate::report::find::Site;
use crate::report::template::Head;
use crate::report::{Figure, HeadingStyle, Level, Place, Report, Unit};
use crate::text::numeral::Date;

pub use line::{Line, Part, Where};

/// A section with what rules ask of it; also 版头, 导语 and 落款.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its text; `None` for 版头 and 落款.
    pub place: Option<Place>,
    /// As a reader says it: 导语, 一/（三）, 版头, 落款.
    pub path: Arc<str>,
    /// Its level; `None` for what is no section.
    pub level: Option<Level>,
    /// Which it is among its siblings, from 1, as far as it has a number.
    pub ordinal: u32,
    /// The number that is printed before its heading, with its mark.
    pub label: String,
    /// Its heading without number and end mark.
    pub heading: String,
    /// The mark behind the heading.
    pub end: String,
    /// Whether the heading stands on a line of its own.
    pub own_line: bool,
    /// The required content that it belongs to.
    pub head: Option<Head>,
    /// The part that it belongs to, by its number here; itself for a part.
    pub part: Option<usize>,
    /// Its lines.
    pub lines: Range<usize>,
}

/// What rules know of the whole report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The year that is reported on; 0 where a file does not say it.
    pub year: i32,
    /// The date of signing, where it is known.
    pub signed: Option<Date>,
    /// Who reports.
    pub unit: Unit,
    /// The full names of the bodies.
    pub bodies: Vec<String>,
    /// Whether it was read from a file: then nothing in it is the program's own.
    pub file: bool,
}

/// A report as it is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// What is known of the whole.
    pub facts: Facts,
    /// Its sections in reading order, 版头 first and 落款 last.
    pub divisions: Vec<Division>,
    /// Its lines in reading order, then those of a file as they stood.
    pub lines: Vec<Line>,
    /// The ledger.
    pub figures: Vec<Figure>,
}

impl Script {
    /// The lines of a report.
    pub fn of(report: &Report) -> Self {
        let facts = Facts {
            year: report.year,
            signed: report.closing.day(),
            unit: report.unit.clone(),
            bodies: report.issuers().to_vec(),
            file: false,
        };
        let mut script = Self { facts, figures: report.figures.clone(), ..Self::default() };
        script.letterhead(report);
        if let Some(preamble) = report.lead_in() {
            script.open(Division { place: Some(Place::Preamble), ..bare("导语") });
            script.body(report, Place::Preamble, &preamble.body);
        }
        for index in 0..report.sections.len() {
            if !report.left_out(index) {
                script.section(report, index);
            }
        }
        script.closing(report);
        script.close();
        script
    }

    /// The lines of a report that was read from a file.
    pub fn of_file(report: &Report) -> Self {
        let mut script = Self::of(report);
        script.facts.file = true;
        script
    }

    /// Takes the year that the headings of a file name with one voice, where its title names
    /// another and the date of signing is of the year behind theirs: then the title is wrong.
    pub fn settle_year(&mut self) {
        let parts = self.divisions.iter();
        let parts = parts.filter(|own| own.level == Some(Level::Part) && own.head.is_some());
        let years: Vec<i32> = parts
            .filter(|own| own.head != Some(Head::Plan))
            .filter_map(|own| year_named(&own.heading))
            .collect();
        let signed = |year| self.facts.signed.is_some_and(|day| day.year == year + 1);
        if let [year, rest @ ..] = years.as_slice()
            && !rest.is_empty()
            && rest.iter().all(|own| own == year)
            && signed(*year)
        {
            self.facts.year = *year;
        }
    }

    /// Adds a line of the file as it stood; its section is that of the text that was read
    /// of it, or 版头 for what is no text.
    pub fn add_source(&mut self, line: usize, part: Part, division: usize, text: &str) {
        self.lines.push(Line::source(line, part, division, text));
    }

    /// The section of a text of the report.
    pub fn division_of(&self, site: Site) -> usize {
        let line = self.lines.iter().find(|line| line.at == Where::Text(site));
        line.map_or(0, |line| line.division)
    }

    fn open(&mut self, division: Division) {
        self.close();
        let start = self.lines.len();
        self.divisions.push(Division { lines: start..start, ..division });
    }

    fn close(&mut self) {
        if let Some(last) = self.divisions.last_mut() {
            last.lines.end = self.lines.len();
        }
    }

    fn line(&mut self, at: Where, part: Part, text: &str) {
        let division = self.divisions.len() - 1;
        self.lines.push(Line::plain(at, part, division, text));
    }

    fn letterhead(&mut self, report: &Report) {
        self.open(bare("版头"));
        let letterhead = &report.letterhead;
        for (index, issuer) in letterhead.issuer_lines().iter().enumerate() {
            self.line(Where::Text(Site::Issuer(index)), Part::Issuer, issuer);
        }
        self.line(Where::Text(Site::Title), Part::Title, &report.title());
        if let Some(number) = &letterhead.doc_number {
            self.line(Where::Text(Site::DocNumber), Part::DocNumber, number);
        }
        if let Some(addressee) = &letterhead.addressee {
            self.line(Where::Text(Site::Addressee), Part::Addressee, addressee);
        }
    }

    fn body(&mut self, report: &Report, place: Place, body: &[String]) {
        let division = self.divisions.len() - 1;
        for (index, text) in body.iter().enumerate() {
            let at = Where::Text(Site::Paragraph(place, index));
            self.lines.push(Line::filled(at, division, text, report));
        }
    }

    fn section(&mut self, report: &Report, index: usize) {
        let section = &report.sections[index];
        let style = report.style.heading;
        let (id, place) = (section.id, Place::Section(section.id));
        let ordinal = report.ordinal(index);
        let part = match section.level {
            Level::Part => Some(self.divisions.len()),
            Level::Item => self.divisions.last().and_then(|last| last.part),
        };
        let of_part = part.and_then(|part| self.divisions.get(part)?.head);
        let head = match (section.level, of_part, Head::named_by(&section.heading)) {
            (Level::Part, _, own) => own,
            // An item may be the place of 第一责任人, or of a plan where its part has no name.
            (Level::Item, None | Some(Head::Results), Some(Head::Leadership)) => {
                Some(Head::Leadership)
            }
            (Level::Item, of_part, _) => of_part,
        };
        self.open(Division {
            place: Some(place),
            path: report.path(place).into(),
            level: Some(section.level),
            ordinal,
            label: section.label(ordinal),
            heading: section.heading.clone(),
            end: section.heading_end(style).to_owned(),
            own_line: section.heading_style(style) == HeadingStyle::OwnLine,
            head,
            part,
            lines: 0..0,
        });
        self.line(Where::Number(id), Part::Number, &section.label(ordinal));
        self.line(Where::Text(Site::Heading(id)), Part::Heading, &section.heading);
        self.line(Where::HeadingEnd(id), Part::HeadingEnd, section.heading_end(style));
        self.body(report, place, &section.body);
    }

    fn closing(&mut self, report: &Report) {
        self.open(bare("落款"));
        let closing = &report.closing;
        for (index, text) in closing.attachments.iter().enumerate() {
            self.line(Where::Text(Site::Attachment(index)), Part::Attachment, text);
        }
        for (index, text) in closing.signers(report.style.signature).iter().enumerate() {
            self.line(Where::Text(Site::Signature(index)), Part::Signature, text);
        }
        let single = [
            (Site::Date, Part::Date, &closing.date),
            (Site::Contact, Part::Contact, &closing.contact),
            (Site::CopyTo, Part::CopyTo, &closing.copy_to),
        ];
        for (site, part, text) in single {
            if let Some(text) = text {
                self.line(Where::Text(site), part, text);
            }
        }
    }
}

/// The year that a heading begins with: 2025年….
fn year_named(heading: &str) -> Option<i32> {
    let figures = heading.get(..4).filter(|own| own.starts_with("20"))?;
    heading[figures.len()..].starts_with('年').then(|| figures.parse().ok())?
}

/// A division that is no section.
fn bare(path: &str) -> Division {
    Division {
        place: None,
        path: path.into(),
        level: None,
        ordinal: 0,
        label: String::new(),
        heading: String::new(),
        end: String::new(),
        own_line: true,
        head: None,
        part: None,
        lines: 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing;

    #[test]
    fn the_headings_know_the_year_better_than_the_title() {
        let mut report = crate::check::testing::report(2025, "云溪镇");
        report.year = 2024;
        let settled = |report: &Report| {
            let mut script = Script::of_file(report);
            script.settle_year();
            script.facts.year
        };
        assert_eq!(settled(&report), 2025);
        report.closing.date = None;
        assert_eq!(settled(&report), 2024);
    }

    #[test]
    fn a_report_comes_as_lines_of_its_sections() {
        let script = Script::of(&testing::report());
        let paths: Vec<&str> = script.divisions.iter().map(|own| &*own.path).collect();
        assert_eq!(paths, ["版头", "导语", "一", "一/（一）", "一/（二）", "二", "落款"]);
        let end = script.divisions.iter().fold(0, |end, own| {
            assert_eq!(own.lines.start, end);
            own.lines.end
        });
        assert_eq!(end, script.lines.len());
        assert_eq!(script.divisions[3].part, Some(2));
    }
}
