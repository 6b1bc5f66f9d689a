//! 提示: what belongs in the present text, which figures, words to start with.
//!
//! Rows are composed here and wrapped to the width of the pane, so that the
//! choice of a figure or a starter can be followed by the window.

mod figures;

use crate::app::command::Command;
use crate::app::list::scrolled;
use crate::app::proofing::sign;
use crate::app::windows::INDENT;
use crate::check::{Finding, Severity};
use crate::report::template::{Asked, Guide, expand};
use crate::report::{Dictionary, Report};
use crate::text::width::pad;
use crate::text::wrap::Wrap;

/// What can be chosen in the guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A figure whose value can be entered.
    Figure(Asked),
    /// A sentence that can be put into the text.
    Starter(String),
    /// What a check has found, to go there.
    Finding(Box<Finding>),
}

/// The head of the lines of 版头 or 落款 as they will be printed.
pub const PRINTED: &str = "印出来的样子";

/// How a line of the pane is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A heading.
    Head,
    /// Advice.
    Advice,
    /// A row of the offer with this number.
    Offer(usize),
    /// How the figure above does not agree with another.
    Misfit,
    /// Nothing.
    Blank,
}

/// One line on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it is meant.
    pub look: Look,
    /// Its text, as wide as the pane at most.
    pub text: String,
}

/// 提示.
#[derive(Clone, Debug, Default)]
pub struct GuidePane {
    /// The lines, as of the last [`GuidePane::fit`].
    pub lines: Vec<Line>,
    /// The chosen offer.
    pub selected: usize,
    /// The first line that is seen.
    pub top: usize,
    offers: Vec<Offer>,
    height: usize,
    /// Whether the window is to follow the choice: it was moved last, not the window.
    follows: bool,
    /// Whether a choice that is not seen is to come into the window.
    comes: bool,
    /// Whether the first sentence to start with is to be chosen.
    starter_wanted: bool,
    /// How the lines were wrapped; `None` when they must be composed anew.
    wrap: Option<Wrap>,
}

impl GuidePane {
    /// The chosen offer.
    pub fn chosen(&self) -> Option<&Offer> {
        self.offers.get(self.selected)
    }

    /// Moves the choice, and the window after it; where there is nothing more to
    /// choose, and by pages, the window alone.
    pub fn go(&mut self, command: Command) {
        let last = self.offers.len().saturating_sub(1);
        self.follows = false;
        match command {
            Command::Up if self.selected == 0 || self.is_above() => {
                self.top = self.top.saturating_sub(1);
            }
            Command::Up => self.choose(self.selected - 1),
            Command::Down if self.selected >= last => self.top += 1,
            Command::Down => self.choose(self.selected + 1),
            Command::RowStart => self.reset(),
            Command::RowEnd => self.turn(self.lines.len()),
            Command::PageUp => self.turn(self.top.saturating_sub(self.height)),
            Command::PageDown => self.turn(self.top + self.height),
            _ => {}
        }
    }

    fn choose(&mut self, offer: usize) {
        self.selected = offer;
        self.follows = true;
    }

    fn turn(&mut self, top: usize) {
        self.top = top;
        self.comes = true;
    }

    /// Whether the choice has left the window upwards.
    fn is_above(&self) -> bool {
        self.line_of_choice().is_some_and(|line| line < self.top)
    }

    /// The last line of the choice.
    fn line_of_choice(&self) -> Option<usize> {
        self.lines.iter().rposition(|line| line.look == Look::Offer(self.selected))
    }

    /// Moves the window; with the keyboard here the choice goes with it.
    pub fn scroll(&mut self, rows: isize, focused: bool) {
        if focused {
            self.go(if rows < 0 { Command::Up } else { Command::Down });
        } else {
            self.top = self.top.saturating_add_signed(rows);
        }
    }

    /// Chooses the first sentence to start with, once the lines are composed:
    /// a pane that was not seen has none yet.
    pub fn choose_starter(&mut self) {
        self.starter_wanted = true;
    }

    /// Starts anew for another text, whose lines are to be composed.
    pub fn forget(&mut self) {
        self.reset();
        self.compose_anew();
    }

    /// Has the lines composed anew where they are.
    pub fn compose_anew(&mut self) {
        self.wrap = None;
    }

    /// Whether the lines must be composed for this width. A pane that is not
    /// seen needs none.
    pub fn asks(&self, wrap: Wrap) -> bool {
        wrap.width > 0 && self.wrap != Some(wrap)
    }

    /// Back to the start.
    pub fn reset(&mut self) {
        self.selected = 0;
        self.top = 0;
        self.follows = false;
    }

    /// Composes and wraps the guidance of a text.
    pub fn show_guide(
        &mut self,
        report: &Report,
        guide: Option<&Guide>,
        dictionary: &Dictionary,
        wrap: Wrap,
    ) {
        let rows = guide.map(|guide| compose(report, guide, dictionary, wrap)).unwrap_or_default();
        self.show(&rows, wrap);
    }

    /// Wraps what the checks have found in a text, hints behind all else.
    pub fn show_findings(&mut self, findings: &[Finding], known: bool, wrap: Wrap) {
        let row = |finding: &Finding| Row {
            lead: sign(finding.severity),
            ..Row::offer(Offer::Finding(Box::new(finding.clone())), finding.message.clone())
        };
        let hints = findings.partition_point(|own| own.severity != Severity::Hint);
        let mut rows = Vec::new();
        group(&mut rows, "要看的（Enter 去看）", findings[..hints].iter().map(row).collect());
        group(&mut rows, "? 提示，看一眼就行", findings[hints..].iter().map(row).collect());
        number(&mut rows);
        if rows.is_empty() {
            let told = if known { "这里没有发现问题。" } else { "正在校核……" };
            rows.push(Row::new(Look::Blank, told.to_owned()));
        }
        self.show(&rows, wrap);
    }

    /// Wraps the lines of 版头 or 落款 as they will be printed.
    pub fn show_printed(&mut self, lines: Vec<String>, wrap: Wrap) {
        let row = |text| Row::new(Look::Blank, text);
        let mut rows = Vec::new();
        group(&mut rows, PRINTED, lines.into_iter().map(row).collect());
        self.show(&rows, wrap);
    }

    /// Wraps what is to be known of a template, and its outline.
    pub fn show_template(&mut self, told: Vec<String>, outline: Vec<String>, wrap: Wrap) {
        let row = |text| Row::new(Look::Blank, text);
        let mut rows: Vec<Row> = told.into_iter().map(row).collect();
        group(&mut rows, "提纲", outline.into_iter().map(row).collect());
        self.show(&rows, wrap);
    }

    fn show(&mut self, rows: &[Row], wrap: Wrap) {
        self.wrap = Some(wrap);
        self.offers = rows.iter().filter_map(|row| row.offer.clone()).collect();
        self.lines = rows.iter().flat_map(|row| row.lines(wrap)).collect();
    }

    /// Lets the window follow the choice where the pane has the keyboard, or the
    /// choice the window that was turned.
    pub fn fit(&mut self, height: usize, focused: bool) {
        self.height = height;
        if focused && std::mem::take(&mut self.starter_wanted) {
            let mut offers = self.offers.iter();
            let starter = offers.position(|offer| matches!(offer, Offer::Starter(_)));
            self.choose(starter.unwrap_or(self.selected));
        }
        self.selected = self.selected.min(self.offers.len().saturating_sub(1));
        self.top = self.top.min(self.lines.len().saturating_sub(height));
        let Some(line) = self.line_of_choice() else { return };
        let window = self.top..self.top + height;
        if focused && self.follows {
            self.top = scrolled(self.top, height, line, self.lines.len());
        } else if std::mem::take(&mut self.comes) && !window.contains(&line) {
            let mut seen = self.lines.iter().skip(window.start).take(height);
            let offer = seen.find_map(|line| match line.look {
                Look::Offer(offer) => Some(offer),
                _ => None,
            });
            self.selected = offer.unwrap_or(self.selected);
        }
    }
}

/// One row of the guidance before wrapping.
struct Row {
    look: Look,
    text: String,
    offer: Option<Offer>,
    /// The sign before it; nothing for none.
    lead: &'static str,
    /// Whether it is a paragraph to start with.
    starts: bool,
}

impl Row {
    fn new(look: Look, text: String) -> Self {
        Self { look, text, offer: None, lead: "", starts: false }
    }

    fn offer(offer: Offer, text: String) -> Self {
        Self { offer: Some(offer), ..Self::new(Look::Blank, text) }
    }

    fn lines(&self, wrap: Wrap) -> Vec<Line> {
        if self.starts {
            // It looks as it will in the text, and one is told from the next.
            return self.wrapped(Wrap { indent: INDENT, ..wrap }, |first| {
                if first { " ".repeat(INDENT) } else { String::new() }
            });
        }
        let hang = match self.look {
            Look::Head | Look::Blank => 0,
            Look::Advice | Look::Offer(_) | Look::Misfit => 2,
        };
        let narrow = Wrap { width: wrap.width.saturating_sub(hang), indent: 0, ..wrap };
        self.wrapped(narrow, |first| {
            let lead = match (hang, first, self.look) {
                (0, ..) => "",
                (_, true, Look::Advice) => "- ",
                (_, true, _) if !self.lead.is_empty() => self.lead,
                (..) => "",
            };
            pad(lead, hang, wrap.ambiguous)
        })
    }

    /// The wrapped rows, each behind its lead.
    fn wrapped(&self, wrap: Wrap, lead: impl Fn(bool) -> String) -> Vec<Line> {
        let mut lines = Vec::new();
        for part in self.text.split('\n') {
            for row in wrap.rows(part) {
                let text = lead(lines.is_empty()) + part[row.start..row.end].trim_end();
                lines.push(Line { look: self.look, text });
            }
        }
        lines
    }
}

fn compose(report: &Report, guide: &Guide, dictionary: &Dictionary, wrap: Wrap) -> Vec<Row> {
    let say = |text: &String| expand(text, &report.unit, report.year);
    let advice = |text: &String| Row::new(Look::Advice, say(text));
    let mut rows = Vec::new();
    group(&mut rows, "写什么", guide.what.iter().map(advice).collect());
    let figures = figure_rows(report, &guide.figures, dictionary, wrap);
    group(&mut rows, "要哪些数（Enter 填数）", figures);
    let starters = guide.starters.iter().map(|text| {
        let text = say(text);
        Row { starts: true, ..Row::offer(Offer::Starter(text.clone()), text) }
    });
    group(&mut rows, "起头的话（Enter 插入）", starters.collect());
    group(&mut rows, "容易漏的", guide.forgotten.iter().map(advice).collect());
    number(&mut rows);
    rows
}

/// Numbers what can be chosen.
fn number(rows: &mut [Row]) {
    let offers = rows.iter_mut().filter(|row| row.offer.is_some());
    for (number, row) in offers.enumerate() {
        row.look = Look::Offer(number);
    }
}

fn group(rows: &mut Vec<Row>, head: &str, group: Vec<Row>) {
    if group.is_empty() {
        return;
    }
    if !rows.is_empty() {
        rows.push(Row::new(Look::Blank, String::new()));
    }
    rows.push(Row::new(Look::Head, head.to_owned()));
    rows.extend(group);
}

/// A row for each figure; one that does not agree with others has a mark, and
/// below the first of them stands how.
fn figure_rows(
    report: &Report,
    figures: &[Asked],
    dictionary: &Dictionary,
    wrap: Wrap,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut told = Vec::new();
    let texts =
        figures::rows(report, figures, Wrap { width: wrap.width.saturating_sub(2), ..wrap });
    for (asked, text) in figures.iter().zip(texts) {
        let misfits = report.misfits(&[&asked.name], dictionary);
        let row = Row::offer(Offer::Figure(asked.clone()), text);
        rows.push(Row { lead: if misfits.is_empty() { "" } else { "！" }, ..row });
        for misfit in misfits {
            if !told.contains(&misfit) {
                rows.push(Row::new(Look::Misfit, misfit.clone()));
                told.push(misfit);
            }
        }
    }
    rows
}
