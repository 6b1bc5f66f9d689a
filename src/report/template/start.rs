//! From a template, a profile and options to a new report.

use super::{Item, Template, expand};
use crate::report::letterhead::{self, Closing, Letterhead};
use crate::report::options::{Bodies, Options, Style, TitleForm};
use crate::report::unit::{Profile, Unit};
use crate::report::{Level, Preamble, Report, Section, SectionId, State};

impl Template {
    /// The options as they are for a unit: what the profile says goes before the
    /// template, a department reports alone, and so does who knows one body only.
    pub fn options_for(&self, profile: &Profile) -> Options {
        let mut options = self.options.clone();
        let known = if profile.bodies.is_empty() {
            profile.usual_bodies().len()
        } else {
            profile.bodies.len()
        };
        if known < 2 {
            options.bodies = Bodies::One;
        }
        let addressee = profile.addressee.as_deref().map(letterhead::addressee_line);
        let usual = options.addressee.map(|line| profile.to_above(&line));
        options.addressee = addressee.or(usual);
        options.copy_to = options.copy_to.map(|line| profile.to_above(&line));
        options
    }

    /// A new report of a unit for a year, with headings and 导语 in place.
    pub fn start(&self, stem: &str, profile: &Profile, year: i32) -> Report {
        self.start_with(stem, profile, year, &self.options_for(profile))
    }

    /// As [`Template::start`], with options that somebody chose.
    pub fn start_with(
        &self,
        stem: &str,
        profile: &Profile,
        year: i32,
        options: &Options,
    ) -> Report {
        let unit = profile.unit();
        let bodies = bodies(profile, options.bodies);
        let mut report = Report {
            year,
            template: stem.to_owned(),
            state: State::Drafting,
            style: options.style,
            letterhead: letterhead_of(options, &bodies),
            preamble: options.lead_in.then(|| self.lead_in(&unit, year)),
            sections: Vec::new(),
            removed: Vec::new(),
            closing: closing_of(options, profile, bodies, year),
            figures: Vec::new(),
            noise: Vec::new(),
            waivers: Vec::new(),
            unit,
        };
        self.lay_out(&mut report, options);
        report
    }

    /// 导语 as a report starts with it.
    pub fn lead_in(&self, unit: &Unit, year: i32) -> Preamble {
        let starter = expand(&self.preamble.starter, unit, year);
        let body = if starter.is_empty() { Vec::new() } else { vec![starter] };
        Preamble { body, ..Preamble::default() }
    }

    /// Fills the outline of a new report.
    fn lay_out(&self, report: &mut Report, options: &Options) {
        for part in self.parts_in_order(options.order) {
            let section = new_section(report, Level::Part, &part.key, &part.heading, part.optional);
            report.sections.push(section);
            let mut points = 1;
            for item in &part.items {
                let mut section =
                    new_section(report, Level::Item, &item.key, &item.heading, item.optional);
                section.body = item.start(options.style, points);
                report.sections.push(section);
                points = options.style.figure_behind(points, item.points.len());
            }
        }
    }
}

impl Item {
    /// The text that it starts with: the points of the county in the style of
    /// the report, figures from `first` on.
    fn start(&self, style: Style, first: u32) -> Vec<String> {
        let points: Vec<String> =
            self.points.iter().map(|point| format!("{point}。【】")).collect();
        style.third_level.paragraphs(&points, first)
    }
}

/// The bodies that report, in their order.
fn bodies(profile: &Profile, wanted: Bodies) -> Vec<String> {
    let mut known = profile.bodies.clone();
    if known.is_empty() {
        known = profile.both_bodies().to_vec();
    }
    match (wanted, known.as_slice()) {
        (Bodies::One, [.., last]) => vec![last.clone()],
        (Bodies::Two, [one]) => {
            let [party, government] = profile.both_bodies();
            if *one == party { vec![party, government] } else { vec![party, one.clone()] }
        }
        _ => known,
    }
}

fn letterhead_of(options: &Options, bodies: &[String]) -> Letterhead {
    let form = match options.title {
        TitleForm::A2 if bodies.len() < 2 => TitleForm::A,
        form => form,
    };
    Letterhead {
        issuers: bodies.to_vec(),
        title: form.into(),
        doc_number: options.doc_number.clone(),
        doc_number_first: false,
        addressee: options.addressee.as_deref().map(letterhead::addressee_line),
    }
}

fn closing_of(options: &Options, profile: &Profile, bodies: Vec<String>, year: i32) -> Closing {
    let contact = profile.contact.as_deref().map(letterhead::contact_line);
    Closing {
        attachments: attachment_lines(&options.attachments),
        signature: bodies,
        date: Some(format!("{}年1月【】日", year + 1)),
        contact: contact.filter(|_| options.contact),
        copy_to: options.copy_to.as_deref().map(letterhead::copy_to_line),
    }
}

fn new_section(report: &Report, level: Level, key: &str, heading: &str, optional: bool) -> Section {
    let id = SectionId(report.sections.iter().map(|s| s.id.0).max().unwrap_or(0) + 1);
    let heading = expand(heading, &report.unit, report.year);
    Section { key: Some(key.to_owned()), optional, ..Section::new(id, level, heading) }
}

/// 附件说明 of these names (GB/T 9704-2012, 7.3.4): one alone has no number.
pub(super) fn attachment_lines(names: &[String]) -> Vec<String> {
    if let [name] = names {
        return vec![format!("附件：{name}")];
    }
    let numbered = names.iter().zip(1..);
    numbered
        .map(|(name, number)| {
            let head = if number == 1 { "附件：" } else { "" };
            format!("{head}{number}.{name}")
        })
        .collect()
}
