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
        let mut prompt = ExportPrompt::new(folder, stem.as_str(), open_sentences(report));
        prompt.style = self.export_style;
        prompt.misfits = misfit_sentences(report, &self.facts.dictionary);
        prompt.misfits.extend(date_sentence(report));
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
            let doubtful = !open.is_empty() || !misfits.is_empty();
            if doubtful && !anyway {
                return Ok(Next::Ask(question(open, &misfits)));
            }
            pane.mark_done()?;
        }
    }
    let path = pane.session.report().path(place);
    Ok(onward(pane, &format!("{path} 已完成。")))
}

fn question(open: Vec<String>, misfits: &[String]) -> Question {
    let (title, stay) = if open.is_empty() {
        let title = format!("这一节有 {} 处数对不上", misfits.len());
        (title, ("留在这里核对".to_owned(), Answer::Stay))
    } else {
        let title = format!("这一节还有 {} 处待填", open.len());
        (title, ("留在这里补上".to_owned(), Answer::FillIn))
    };
    let answers = vec![stay, ("仍要标记完成：再按 F4".to_owned(), Answer::FinishAnyway)];
    let misfits = misfits.iter().map(|sentence| check(sentence));
    Question::new(title, open.into_iter().chain(misfits).collect(), answers)
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

/// The figures of a report that do not agree, a sentence each, and how many more there are.
fn misfit_sentences(report: &Report, dictionary: &Dictionary) -> Vec<String> {
    let names: Vec<&str> = report.figures.iter().map(|figure| figure.name.as_str()).collect();
    let all = report.misfits(&names, dictionary);
    let more = all.len().saturating_sub(MOST_MISFITS);
    let mut sentences: Vec<String> =
        all.iter().take(MOST_MISFITS).map(|misfit| check(misfit)).collect();
    if more > 0 {
        sentences.push(format!("还有 {more} 处数对不上：各节的提示里带！的就是"));
    }
    sentences
}
