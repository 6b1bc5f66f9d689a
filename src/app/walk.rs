//! The walk: one key that says "this text is done, on to the next".
//!
//! It marks nothing behind the author's back: an empty text is not done, and
//! what is still open is shown first. After the last text it leads to the
//! lines below the prose and then to the export.

use super::effect::Effect;
use super::entry::Entry;
use super::pane::WritingPane;
use super::pane::writing::Focus;
use super::prompt::{Answer, ExportPrompt, Prompt, Question};
use super::{App, Screen};
use crate::check::{Finding, Severity};
use crate::report::progress::Mark;
use crate::report::{Dictionary, Place, Report};
use crate::storage::DraftId;

/// What the walk comes to next.
enum Next {
    /// A sentence; nothing else happens.
    Tell(String),
    /// A question about what is open.
    Ask(Question),
    /// Another entry, with a sentence.
    Go(Entry, String),
    /// The export.
    Export,
}

impl App {
    /// F4: finishes the open text and goes on; `anyway` also with open blanks.
    pub(super) fn finish_section(&mut self, anyway: bool) -> Vec<Effect> {
        let Screen::Writing(pane) = &mut self.screen else {
            return Vec::new();
        };
        let next = match finish(pane, &self.facts.dictionary, anyway) {
            Ok(next) => next,
            Err(sentence) => Next::Tell(sentence),
        };
        match next {
            Next::Tell(sentence) => self.trouble(sentence),
            Next::Ask(question) => self.prompt = Some(Prompt::Question(question)),
            Next::Go(entry, sentence) => {
                pane.go_to(entry);
                pane.focus = Focus::Text;
                self.tell(sentence);
            }
            Next::Export => self.ask_export(),
        }
        Vec::new()
    }

    /// Opens the export with what is still open in the report.
    pub(super) fn ask_export(&mut self) {
        let Screen::Writing(pane) = &self.screen else {
            return;
        };
        let report = pane.session.report();
        let stem = DraftId::new(&report.file_stem());
        let folder = self.facts.export_folder();
        let mut open = open_sentences(report);
        open.extend(few_error_sentences(pane.checks().all()));
        let mut prompt = ExportPrompt::new(folder, stem.as_str(), open);
        prompt.style = self.export_style;
        let checks = pane.checks();
        let errors: Vec<&Finding> =
            checks.all().iter().filter(|own| own.severity == Severity::Error).collect();
        prompt.misfits = misfit_sentences(report, &self.facts.dictionary, &errors);
        prompt.misfits.extend(date_sentence(report));
        prompt.misfits.extend(warning_sentence(checks.counts().warning));
        let prompt = match self.kept.export.take() {
            Some(kept) => prompt.resumed(kept),
            None => prompt,
        };
        self.prompt = Some(Prompt::Export(prompt));
    }
}

fn finish(pane: &mut WritingPane, dictionary: &Dictionary, anyway: bool) -> Result<Next, String> {
    let Some(place) = pane.place() else {
        return Ok(onward(pane, ""));
    };
    let report = pane.session.report();
    let required = report.required().contains(&place);
    match report.mark(place) {
        Mark::Empty if required => {
            return Ok(Next::Tell("这一节还没有内容，写几句再按 F4；先写别的节请按 F5".into()));
        }
        Mark::Empty => return Ok(onward(pane, "")),
        Mark::Done => {}
        Mark::Drafting => {
            let open: Vec<_> = report.open_in(place).into_iter().map(|open| open.text).collect();
            let misfits = report.misfits(&pane.own_figures(), dictionary);
            let found: Vec<Finding> = pane.checks().of(pane.entry()).cloned().collect();
            let wrong = found.iter().any(|finding| finding.severity == Severity::Error);
            let doubtful = !open.is_empty() || !misfits.is_empty() || wrong;
            if doubtful && !anyway {
                return Ok(Next::Ask(question(open, &misfits, &found)));
            }
            pane.mark_done()?;
        }
    }
    let path = pane.session.report().path(place);
    let warnings = pane.checks().counts_of(pane.entry()).warning;
    let told = if warnings > 0 { format!("（有 {warnings} 处警告）") } else { String::new() };
    Ok(onward(pane, &format!("{path} 已完成{told}。")))
}

fn question(open: Vec<String>, misfits: &[String], found: &[Finding]) -> Question {
    let wrong: Vec<&Finding> =
        found.iter().filter(|finding| finding.severity == Severity::Error).collect();
    let (title, stay) = match (open.len(), wrong.first()) {
        (0, Some(first)) => {
            let title = format!("这一节有 {} 处错误", wrong.len());
            let to = Answer::GoToFinding(Box::new((*first).clone()));
            (title, ("到第一处错误".to_owned(), to))
        }
        (0, None) => {
            let title = format!("这一节有 {} 处数对不上", misfits.len());
            (title, ("留在这里核对".to_owned(), Answer::Stay))
        }
        (count, _) => {
            let title = format!("这一节还有 {count} 处待填");
            (title, ("留在这里补上".to_owned(), Answer::FillIn))
        }
    };
    let answers = vec![stay, ("仍要标记完成：再按 F4".to_owned(), Answer::FinishAnyway)];
    let listed: Vec<&Finding> = grave(found).collect();
    let misfits = misfits.iter().filter(|misfit| !is_found(misfit, &listed));
    let misfits = misfits.map(|sentence| check(sentence));
    let lines = open.into_iter().chain(misfits).chain(found_sentences(found)).collect();
    Question::new(title, lines, answers)
}

/// Findings that the walk and the export list.
const MOST_FOUND: usize = 4;

/// The errors of a text, then its warnings, a sentence each, and how many more there are.
fn found_sentences(found: &[Finding]) -> Vec<String> {
    let grave: Vec<&Finding> = grave(found).collect();
    let more = grave.len().saturating_sub(MOST_FOUND);
    let listed = grave.into_iter().take(MOST_FOUND);
    let mut sentences: Vec<String> = listed
        .map(|finding| {
            let sign = if finding.severity == Severity::Error { "！" } else { "" };
            format!("{sign}{}：{}", finding.severity.label(), finding.message)
        })
        .collect();
    if more > 0 {
        sentences.push(format!("还有 {more} 处，在校核里列着"));
    }
    sentences
}

/// The errors among findings, then the warnings.
fn grave(found: &[Finding]) -> impl Iterator<Item = &Finding> {
    let of = |severity| found.iter().filter(move |finding| finding.severity == severity);
    of(Severity::Error).chain(of(Severity::Warning))
}

/// Whether a misfit is told by one of these findings as well.
fn is_found(misfit: &str, found: &[&Finding]) -> bool {
    found.iter().any(|finding| finding.message.contains(misfit))
}

/// A misfit as it is listed.
fn check(misfit: &str) -> String {
    format!("！{misfit}：请核对")
}

/// The next text that is not done; after the last one the closing lines, then the export.
fn onward(pane: &WritingPane, done: &str) -> Next {
    let undone = pane.undone();
    let places = pane.session.report().places();
    let after = |place: &Place| match pane.entry() {
        Entry::Letterhead => true,
        Entry::Text(open) => index(&places, *place) > index(&places, open),
        Entry::Closing => false,
    };
    let next = undone.iter().find(|place| after(place)).or(undone.first());
    if let Some(place) = next {
        let label = Entry::Text(*place).full_label(pane.session.report());
        return Next::Go(Entry::Text(*place), format!("{done}现在写：{label}"));
    }
    if pane.entry() == Entry::Closing {
        return Next::Export;
    }
    Next::Go(Entry::Closing, format!("{done}各节都已完成。请看一遍落款，再按 F4 导出"))
}

fn index(places: &[Place], place: Place) -> usize {
    places.iter().position(|p| *p == place).unwrap_or(usize::MAX)
}

/// What is still open in a report, a sentence each; empty when nothing is.
pub fn open_sentences(report: &Report) -> Vec<String> {
    let mut sentences = Vec::new();
    let unwritten: Vec<String> = report
        .required()
        .into_iter()
        .filter(|place| report.mark(*place) == Mark::Empty)
        .map(|place| report.path(place))
        .collect();
    if !unwritten.is_empty() {
        sentences.push(format!("{} 节没有内容：{}", unwritten.len(), unwritten.join("、")));
    }
    let open = report.open();
    if !open.is_empty() {
        let texts: Vec<&str> = open.iter().take(4).map(|open| open.text.as_str()).collect();
        let more = if open.len() > texts.len() { " 等" } else { "" };
        sentences.push(format!("{} 处待填：{}{more}", open.len(), texts.join("、")));
    }
    sentences
}

/// The errors among findings, a sentence each.
pub fn error_sentences(findings: &[Finding]) -> Vec<String> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(told).collect()
}

/// As [`error_sentences`], but only some of many, and how many more there are.
fn few_error_sentences(findings: &[Finding]) -> Vec<String> {
    let mut sentences = error_sentences(findings);
    let more = sentences.len().saturating_sub(MOST_FOUND);
    sentences.truncate(MOST_FOUND);
    if more > 0 {
        sentences.push(format!("还有 {more} 处错误，在校核里列着"));
    }
    sentences
}

/// A finding as it is listed: where it stands and what it is.
fn told(finding: &Finding) -> String {
    let Finding { severity, spot, message, .. } = finding;
    format!("{}，{}：{message}", spot.section, severity.label())
}

/// What is wrong with the date of signing. One with a blank in it is open already.
fn date_sentence(report: &Report) -> Option<String> {
    match report.closing.date.as_deref() {
        None => Some("！没有写成文日期，到落款里补上".to_owned()),
        Some(date) if date.contains('【') || report.closing.day().is_some() => None,
        Some(date) => Some(format!("！成文日期“{date}”写得不对，到落款里改")),
    }
}

/// Misfits that the export lists.
const MOST_MISFITS: usize = 3;

/// The warnings that stand, which hinder nothing.
fn warning_sentence(count: usize) -> Option<String> {
    (count > 0).then(|| format!("还有 {count} 处警告，不改也能导出；要看就按 Esc，再按 F7"))
}

/// The figures of a report that do not agree and are not told as errors already, a
/// sentence each, and how many more there are.
fn misfit_sentences(report: &Report, dictionary: &Dictionary, errors: &[&Finding]) -> Vec<String> {
    let names: Vec<&str> = report.figures.iter().map(|figure| figure.name.as_str()).collect();
    let mut all = report.misfits(&names, dictionary);
    all.retain(|misfit| !is_found(misfit, errors));
    let more = all.len().saturating_sub(MOST_MISFITS);
    let mut sentences: Vec<String> =
        all.iter().take(MOST_MISFITS).map(|misfit| check(misfit)).collect();
    if more > 0 {
        sentences.push(format!("还有 {more} 处数对不上：各节的提示里带！的就是"));
    }
    sentences
}
