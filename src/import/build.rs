//! Passages → report: each goes where its role says, in the order of the file.
//!
//! Nothing is dropped: what there can be only one of and is there already goes
//! into the text, and noise is listed as it stood.

mod sections;

use crate::report::find::Site;
use crate::report::options::SignatureLayout;
use crate::report::template::Head;
use crate::report::{
    Closing, Letterhead, Noise, Place, Preamble, Report, State, Style, Title, Unit, YEARS,
};
use crate::text::numeral;

use super::map::SourceMap;
use super::notes::{self, Note, Places};
use super::passage::{self, Passage, Role};
use super::reading::Reading;
use super::recognise::{doc_number, is_date, labelled, signed_date};
use super::traced::{Origin, Traced};
use super::{Choices, Imported, keys, names, noise, residue, year};
use sections::Sections;

/// The report that the passages of a file come to.
pub(super) fn build(reading: &Reading, choices: &Choices) -> Imported {
    let mut builder = Builder::default();
    for passage in &reading.passages {
        builder.add(passage);
    }
    builder.finish(reading, choices)
}

/// The report as far as it is read.
#[derive(Default)]
struct Builder {
    issuers: Vec<Traced>,
    title: Traced,
    doc_number: Option<Traced>,
    doc_number_first: bool,
    addressee: Option<Traced>,
    preamble: Vec<Traced>,
    sections: Sections,
    attachments: Vec<Traced>,
    signature: Vec<Traced>,
    side_by_side: bool,
    date: Option<Traced>,
    contact: Option<Traced>,
    copy_to: Option<Traced>,
    noise: Vec<Noise>,
    notes: Vec<Note>,
    places: Places,
    /// The kind of the last line that is no noise.
    last: Option<Role>,
    /// The kind of the last closing line.
    last_closing: Option<Role>,
}

impl Builder {
    fn add(&mut self, passage: &Passage) {
        if let Some(doubt) = &passage.doubt {
            self.notes.push(Note::at(passage, doubt.clone()));
        }
        if passage.role == Role::Noise {
            self.noise.extend(passage.as_noise());
            return;
        }
        self.noise.extend(passage.residue.iter().cloned());
        match passage.role {
            Role::Heading(level) => self.sections.open(level, passage),
            Role::Title => self.title(passage),
            Role::Issuer => self.issuers.extend(named(passage)),
            Role::DocNumber if self.doc_number.is_none() => self.doc_number(passage),
            // An addressee may go on in the next line.
            Role::Addressee if self.addressee.is_none() || self.last == Some(Role::Addressee) => {
                let addressee = self.addressee.get_or_insert_default();
                addressee.append(&passage.text);
            }
            _ if self.closing(passage) => {}
            _ => self.text(passage),
        }
        self.last = Some(passage.role);
    }

    /// A paragraph of the section above, or of 导语.
    fn text(&mut self, passage: &Passage) {
        if let Some(last) = self.last_closing {
            let said =
                format!("这一段写在{}之后，导出时排到它前面，作为正文的最后一段", last.label());
            self.notes.push(Note::at(passage, said));
        }
        if let Some(text) = self.sections.text(passage.text.clone()) {
            self.preamble.push(text);
        }
    }

    fn title(&mut self, passage: &Passage) {
        self.places.title.get_or_insert(passage.origin().line);
        let text = &passage.text;
        match noise::labelled_title(text) {
            Some((label, title)) => {
                self.noise.extend(listed(&text.part(label)));
                self.title.append(&text.part(title));
            }
            None => self.title.append(text),
        }
    }

    /// A document number, with the label and the 签发人 around it listed.
    fn doc_number(&mut self, passage: &Passage) {
        let text = &passage.text;
        let number = doc_number(text).unwrap_or(text);
        let own = text.range_of(number);
        let around = [text.slice(0..own.start), text.slice(own.end..text.len())];
        self.noise.extend(around.iter().flat_map(listed));
        self.doc_number_first = self.title.is_empty();
        if self.doc_number_first && !self.issuers.is_empty() {
            let said = "文号写在发文机关之后，导出时排在发文机关之前".to_owned();
            self.notes.push(Note::at(passage, said));
        }
        self.doc_number = Some(text.part(number));
    }

    /// Takes a closing line; `false` for what is none or is there already.
    fn closing(&mut self, passage: &Passage) -> bool {
        let text = || passage.text.clone();
        match passage.role {
            Role::Attachment => self.attachments.push(text()),
            Role::Signature => {
                let own = self.unlabelled(passage);
                self.sign(own.map_or_else(|| named(passage), |name| vec![name]));
            }
            Role::Date if self.date.is_none() => self.date(passage),
            Role::Contact => {
                self.places.contact.get_or_insert(passage.origin().line);
                add_line(&mut self.contact, &passage.text);
            }
            Role::CopyTo => add_line(&mut self.copy_to, &passage.text),
            _ => return false,
        }
        self.order(passage);
        true
    }

    /// Says where a closing line will be printed, if not where it stands.
    fn order(&mut self, passage: &Passage) {
        let order = |role: Role| CLOSING.iter().position(|own| *own == role);
        let label = passage.role.label();
        let ahead = self.sections.is_empty() && self.preamble.is_empty();
        if ahead && passage.doubt.is_none() {
            let said = format!("{label}写在正文之前，导出时排到报告末尾");
            self.notes.push(Note::at(passage, said));
        } else if self.last_closing.is_some_and(|last| order(last) > order(passage.role)) {
            let said = format!("{label}写在通常的位置之后，导出时按公文格式的次序排列");
            self.notes.push(Note::at(passage, said));
        }
        if !ahead {
            self.last_closing = Some(passage.role);
        }
    }

    /// A date on a line of its own, or behind the names that sign.
    fn date(&mut self, passage: &Passage) {
        self.places.date = Some(passage.origin().line);
        self.date = Some(match signed_date(passage) {
            Some((names, date)) => {
                self.sign(names);
                residue::take(&date).0.trimmed()
            }
            None => self.dated(passage).unwrap_or_else(|| passage.text.clone()),
        });
    }

    /// The date behind any label, as 发布日期, which is listed: the user may say that
    /// it is the date of the report.
    fn dated(&mut self, passage: &Passage) -> Option<Traced> {
        let (label, rest) = noise::label(&passage.text).filter(|(_, rest)| is_date(rest))?;
        self.noise.extend(listed(&passage.text.part(label)));
        Some(passage.text.part(rest))
    }

    /// The name or date behind a label, which is listed.
    fn unlabelled(&mut self, passage: &Passage) -> Option<Traced> {
        let (label, rest) = labelled(&passage.text)?;
        self.noise.extend(listed(&passage.text.part(label)));
        Some(passage.text.part(rest))
    }

    fn sign(&mut self, names: Vec<Traced>) {
        self.side_by_side |= names.len() > 1;
        self.signature.extend(names);
    }

    fn finish(mut self, reading: &Reading, choices: &Choices) -> Imported {
        self.noise.extend(reading.noise.iter().cloned());
        self.noise.sort_by_key(|noise| (noise.line, noise.column));
        let mut map = SourceMap::default();
        let (sections, heading) = self.sections.finish(&mut self.places, &mut map);
        let signature =
            if self.side_by_side { SignatureLayout::SideBySide } else { SignatureLayout::Stacked };
        let mut kept = Kept(&mut map);
        let preamble = kept.all(self.preamble, |at| Site::Paragraph(Place::Preamble, at));
        let letterhead = Letterhead {
            issuers: kept.all(self.issuers, Site::Issuer),
            title: Title::Free(kept.one(self.title, Site::Title)),
            doc_number: self.doc_number.map(|text| kept.one(text, Site::DocNumber)),
            doc_number_first: self.doc_number_first,
            addressee: self.addressee.map(|text| kept.one(text, Site::Addressee)),
        };
        let closing = Closing {
            attachments: kept.all(self.attachments, Site::Attachment),
            signature: kept.all(self.signature, Site::Signature),
            date: self.date.map(|text| kept.one(text, Site::Date)),
            contact: self.contact.map(|text| kept.one(text, Site::Contact)),
            copy_to: self.copy_to.map(|text| kept.one(text, Site::CopyTo)),
        };
        let mut report = Report {
            year: 0,
            template: String::new(),
            state: State::Drafting,
            unit: Unit::default(),
            style: Style { heading, signature, ..Style::default() },
            letterhead,
            preamble: (!preamble.is_empty())
                .then_some(Preamble { body: preamble, ..Preamble::default() }),
            sections,
            removed: Vec::new(),
            closing,
            figures: Vec::new(),
            noise: self.noise,
            waivers: Vec::new(),
        };
        report.year = choices.year.or_else(|| year_of(&report)).unwrap_or_default();
        report.unit = unit_of(&report);
        choose_template(&mut report, choices);
        let mut odd = self.notes;
        odd.extend(reading.notes.iter().cloned());
        odd.sort_by_key(|note| (note.line, note.column));
        let mut notes = notes::recognised(&report, reading, &self.places);
        notes.append(&mut odd);
        Imported { report, map, format: reading.format, encoding: reading.encoding, notes }
    }
}

/// Closing lines in the order of the printed page.
const CLOSING: [Role; 5] =
    [Role::Attachment, Role::Signature, Role::Date, Role::Contact, Role::CopyTo];

/// Puts texts into the report and their origins into the map.
struct Kept<'a>(&'a mut SourceMap);

impl Kept<'_> {
    fn one(&mut self, text: Traced, site: Site) -> String {
        let kept = text.to_string();
        if !kept.is_empty() {
            self.0.add(site, text);
        }
        kept
    }

    fn all(&mut self, texts: Vec<Traced>, site: impl Fn(usize) -> Site) -> Vec<String> {
        texts.into_iter().enumerate().map(|(at, text)| self.one(text, site(at))).collect()
    }
}

/// A piece of a text as entries of the noise list: one for each run of characters
/// that stand together in the file, because residue may have stood between.
fn listed(text: &Traced) -> Vec<Noise> {
    let mut starts = Vec::new();
    let mut next = None;
    for (at, _, origin) in text.origins() {
        if next != Some(origin) {
            starts.push(at);
        }
        next = Some(Origin { column: origin.column + 1, ..origin });
    }
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let runs = starts.iter().zip(ends).map(|(start, end)| text.slice(*start..end).trimmed());
    runs.filter(|run| !run.is_empty()).map(|run| passage::noise(&run)).collect()
}

/// Adds a line to what the report has one field for, with a space between.
fn add_line(field: &mut Option<Traced>, line: &Traced) {
    match field {
        Some(field) => {
            field.push(' ', field.origin(field.len()));
            field.append(line);
        }
        None => *field = Some(line.clone()),
    }
}

/// The names in a line; the whole line where it is none.
fn named(passage: &Passage) -> Vec<Traced> {
    names::names(passage).unwrap_or_else(|| vec![passage.text.clone()])
}

/// The year from the title, the headings but those of plans, 导语 or the date
/// of signing. A report is signed in its year or the next: a year in 导语 that
/// does not fit to that is another one.
fn year_of(report: &Report) -> Option<i32> {
    let past = report.sections.iter().filter(|s| Head::named_by(&s.heading) != Some(Head::Plan));
    let headings = || past.into_iter().find_map(|s| year::first(&s.heading));
    let date = report.closing.date.as_deref().map(|date| date.trim_end_matches('。'));
    let signed = date.and_then(numeral::parse_date).map(|day| day.year);
    let fits = |year: &i32| signed.is_none_or(|signed| (signed - 1..=signed).contains(year));
    let prose = || report.preamble.iter().flat_map(|p| &p.body);
    let prose = || prose().find_map(|text| year::spoken_of(text)).filter(fits);
    let signed = || signed.map(|year| year - 1).filter(|year| YEARS.contains(year));
    year::first(&report.title()).or_else(headings).or_else(prose).or_else(signed)
}

/// Who reports, from the issuers, the signatures or the title.
fn unit_of(report: &Report) -> Unit {
    let signed = report.issuers().iter().chain(&report.closing.signature);
    let mut names: Vec<String> = signed.filter_map(|name| names::short_name(name)).collect();
    names.extend(names::name_in_title(&report.title()));
    let place = |name: &&String| ["镇", "乡", "街道"].iter().any(|end| name.ends_with(end));
    let name = names.iter().find(place).or_else(|| names.first());
    Unit::named(name.cloned().unwrap_or_default())
}

fn choose_template(report: &mut Report, choices: &Choices) {
    let fitting = || keys::best(&report.sections, report.unit.kind, choices.templates);
    let Some(stem) = choices.template.or_else(fitting) else {
        return;
    };
    stem.clone_into(&mut report.template);
    let chosen = choices.templates.iter().find(|(name, _)| name == stem);
    if let Some((_, template)) = chosen {
        keys::assign(&mut report.sections, template);
    }
}
