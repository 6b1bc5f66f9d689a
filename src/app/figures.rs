//! Entering a figure: from 提示, or over its citation in the text.

use super::field::Field;
use super::pane::WritingPane;
use super::pane::guide::Offer;
use super::prompt::{FigurePrompt, Prompt};
use super::{App, Screen};
use crate::report::Dictionary;
use crate::report::template::Asked;
use crate::text::numeral::to_half_width;

impl App {
    /// Enter on a row of 提示.
    pub(super) fn take_offer(&mut self) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        match pane.offer().cloned() {
            Some(Offer::Figure(asked)) => self.ask_figure(asked, None),
            Some(Offer::Starter(text)) => match pane.insert_starter(&text) {
                Ok(()) if pane.holds_blank() => {
                    let sentence = format!("已插入：{}", held_here(pane));
                    self.tell(sentence);
                }
                Ok(()) => self.tell("已插入，接着往下打字"),
                Err(sentence) => self.trouble(sentence),
            },
            Some(Offer::Finding(_)) => {}
            None => self.tell("这里没有要填的数，也没有起头的话"),
        }
    }

    /// A number that is typed over a citation belongs in the ledger: it is asked
    /// for there, beginning with what is typed. `false` where it is none.
    pub(super) fn type_over_citation(&mut self, text: &str) -> bool {
        let Screen::Writing(pane) = &self.screen else {
            return false;
        };
        let Some(name) = pane.held_citation().filter(|_| is_number(text)) else {
            return false;
        };
        match pane.refuse_if_read_only() {
            Ok(()) => {
                let asked = asked(pane, name, &self.facts.dictionary);
                self.notice.fade();
                self.ask_figure(asked, Some(text.trim()));
            }
            Err(sentence) => self.trouble(sentence),
        }
        true
    }

    /// Asks for the value of a figure: beginning with what was typed over its
    /// citation, else with what Esc put aside, else with the present value.
    fn ask_figure(&mut self, asked: Asked, typed: Option<&str>) {
        let Screen::Writing(pane) = &self.screen else {
            return;
        };
        let report = pane.session.report();
        let value = report.figure(&asked.name).and_then(|f| f.value.as_ref());
        let start = value.map_or("", |amount| amount.written()).to_owned();
        let entry = self.facts.dictionary.entry(&asked.name);
        let hints = entry.map(|entry| entry.hints(report.year)).unwrap_or_default();
        let field = Field::new(&start);
        let cited = typed.is_some();
        let mut figure = self.kept.figure(FigurePrompt { asked, hints, start, field, cited });
        if let Some(typed) = typed {
            figure.field = Field::new(typed);
        }
        self.prompt = Some(Prompt::Figure(figure));
    }

    /// Enter in the prompt for a figure.
    pub(super) fn take_figure(&mut self, figure: FigurePrompt) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        if let Err(sentence) = pane.set_figure(&figure.asked, figure.field.text()) {
            self.trouble(sentence);
            self.prompt = Some(Prompt::Figure(figure));
            return;
        }
        if figure.cited {
            pane.leave_citation();
        }
        let (name, unit) = (figure.asked.name.as_str(), &figure.asked.unit);
        let report = pane.session.report();
        let misfits = report.misfits(&[name], &self.facts.dictionary);
        let entered = match report.figure(name).and_then(|own| own.value.as_ref()) {
            Some(value) => format!("{name}：{} {unit}", value.written()),
            None if figure.start.is_empty() => format!("{name}：还是待填"),
            None => format!("{name}：已改回待填"),
        };
        // It is told, never refused: the office may be right.
        match misfits.as_slice() {
            [] => self.tell(entered.trim_end()),
            misfits => self.tell(format!("{}：请核对", misfits.join("；"))),
        }
    }
}

/// What typing does with the open place that is held.
pub(super) fn held(pane: &WritingPane) -> &'static str {
    match pane.held_citation() {
        Some(_) => "打数字就填进指标；打别的字就替换",
        None => "打字就替换选中的这一处",
    }
}

/// The same, and how to pass a blank by; from a figure the way leads on by itself.
pub(super) fn held_here(pane: &WritingPane) -> String {
    let next = if pane.held_citation().is_some() { "" } else { "，Ctrl+T 到下一处" };
    format!("{}{next}", held(pane))
}

/// A figure by its name: as 提示 asks for it, as it is in the ledger, as the
/// dictionary knows it.
fn asked(pane: &WritingPane, name: &str, dictionary: &Dictionary) -> Asked {
    let mut guidance = pane.guidance().into_iter().flat_map(|guide| &guide.figures);
    if let Some(asked) = guidance.find(|asked| asked.name == name) {
        return asked.clone();
    }
    let (unit, source) = match (pane.session.report().figure(name), dictionary.entry(name)) {
        (Some(figure), _) => (figure.unit.clone(), figure.source.clone()),
        (None, Some(entry)) => (entry.unit().to_owned(), entry.source.clone()),
        (None, None) => (String::new(), String::new()),
    };
    Asked { name: name.to_owned(), unit, source }
}

/// Whether a text is a number or begins one.
fn is_number(text: &str) -> bool {
    let text = to_half_width(text.trim());
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
}
