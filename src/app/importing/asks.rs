//! What 导入 asks: the year, what a passage is, the encoding, where to go.

use super::{App, Screen};
use crate::app::effect::Effect;
use crate::app::pane::ImportPane;
use crate::app::prompt::picker::{HINT, Row};
use crate::app::prompt::{Answer, LinePrompt, Pick, Picker, Prompt, Question};
use crate::import::{Encoding, ImportError, Role};

impl App {
    /// Asks which year the report is on, beginning with what is known, else with
    /// the last one.
    pub(super) fn ask_import_year(&mut self, then_import: bool) {
        let Screen::Import(pane) = &self.screen else { return };
        let known = pane.year();
        let year = known.unwrap_or_else(|| self.facts.today.year - 1);
        let mut line = LinePrompt::import_year(year, then_import);
        if known.is_none() {
            // No more than a guess: what is typed takes its place.
            line.field.select_all();
        }
        // What was typed for another file is no answer for this one.
        self.prompt = Some(Prompt::Line(line));
    }

    /// Takes the year that was typed; what is none is refused.
    pub(in crate::app) fn take_import_year(
        &mut self,
        text: &str,
        then_import: bool,
    ) -> Vec<Effect> {
        let Some(year) = crate::report::parse_year(text) else {
            self.refuse("年度要写四位数字，如 2025".to_owned());
            return Vec::new();
        };
        self.prompt = None;
        let Screen::Import(pane) = &mut self.screen else {
            return Vec::new();
        };
        if pane.year() != Some(year) {
            pane.set_year(year);
        }
        let other = pane.year_in_file().filter(|own| *own != year);
        let told = other.map(|own| format!("；文件里写的是{own}年，请核对"));
        self.tell(format!("报告年度：{year}年{}", told.unwrap_or_default()));
        if then_import { self.import_now(true) } else { Vec::new() }
    }

    /// Tells that there is a draft of this unit and year: the same file may have been
    /// imported before.
    pub(super) fn same_draft(&self, pane: &ImportPane) -> Option<Question> {
        let report = &pane.imported().report;
        let unit = &report.unit.name;
        let same = self.listed.iter().find(|row| {
            let own = row.content.as_ref();
            own.is_ok_and(|own| own.year == report.year && own.unit == *unit && !unit.is_empty())
        })?;
        let told = format!(
            "稿件 {} 也是{unit}{}年的报告。再导入就另存一份，不会改动它。",
            same.id, report.year
        );
        let answers = vec![
            ("先不导入".to_owned(), Answer::Stay),
            ("再导入一份".to_owned(), Answer::ImportAnyway),
        ];
        Some(Question::new("已经有这一年的稿件", vec![told], answers))
    }

    /// Asks what the chosen passage is; the present answer is chosen.
    pub(super) fn ask_role(&mut self) {
        let Screen::Import(pane) = &self.screen else { return };
        let Some(now) = pane.chosen().map(|passage| passage.role) else { return };
        let row = |role: Role| {
            let here = if role == now { "（现在）" } else { "" };
            Row::plain(format!("{}{here}", pane.label(role)), Pick::Role(role))
        };
        let rows = pane.roles().iter().copied().map(row).collect();
        let picker = Picker::new("这一段是什么", HINT, rows).at(&Pick::Role(now));
        self.prompt = Some(Prompt::Picker(picker));
    }

    pub(in crate::app) fn take_role(&mut self, role: Role) {
        let Screen::Import(pane) = &mut self.screen else { return };
        let now = pane.chosen().filter(|p| p.doubt.is_none()).map(|passage| passage.role);
        if now == Some(role) {
            return self.tell("没有变");
        }
        let other = pane.decide(role);
        let mut told = pane.said(role);
        if let Some((origin, now)) = other {
            let place = pane.reading().format.place(origin.line);
            told = format!("{told}，原来的（{place}）改成{}", now.label());
        }
        self.tell(told);
    }

    /// Asks for the encoding, each with how the file would read in it.
    pub(super) fn ask_encoding(&mut self) {
        let Screen::Import(pane) = &self.screen else { return };
        let Some(now) = pane.reading().encoding.map(chosen_as) else {
            let format = pane.reading().format.label();
            let format = if pane.path.is_some() { format } else { "粘贴的文字" };
            return self.tell(format!("这是{format}，不用选编码"));
        };
        let row = |(encoding, read): (Encoding, Result<String, ImportError>)| {
            let reads = match read {
                Ok(text) => text,
                Err(error) => unreadable(&error),
            };
            let here = if encoding == now { "（现在）" } else { "" };
            Row::plain(format!("{}{here}  {reads}", encoding.label()), Pick::Encoding(encoding))
        };
        let rows = pane.samples().into_iter().map(row).collect();
        let title = "文件的编码（看哪一行的字读得通）";
        let picker = Picker::new(title, HINT, rows).at(&Pick::Encoding(now)).wide();
        self.prompt = Some(Prompt::Picker(picker));
    }

    pub(in crate::app) fn take_encoding(&mut self, encoding: Encoding) {
        let Screen::Import(pane) = &mut self.screen else { return };
        if pane.reading().encoding.map(chosen_as) == Some(encoding) {
            return self.tell("编码没有变");
        }
        match pane.reread(encoding) {
            Ok(()) => self.tell(format!(
                "已按 {} 重新读，先前改的不算了；按 Ctrl+Z 换回来",
                encoding.label()
            )),
            Err(error) => {
                self.ask_encoding();
                let why = unreadable(&error);
                self.trouble(format!("按 {} {why}；请选读得通的一行", encoding.label()));
            }
        }
    }
}

/// An encoding as it is offered: whether UTF-8 has a mark is no choice.
fn chosen_as(encoding: Encoding) -> Encoding {
    if encoding == Encoding::Utf8Bom { Encoding::Utf8 } else { encoding }
}

/// Why an encoding cannot read the file, in the few words that a row has room for.
pub(super) fn unreadable(error: &ImportError) -> String {
    match error.line() {
        Some(line) => format!("读不了（第{line}行不对）"),
        None => "读不了".to_owned(),
    }
}

impl ImportPane {
    /// Asks whether to go on although something is open.
    pub(in crate::app) fn open_question(&self, go_on: (String, Answer)) -> Question {
        let doubts = self.doubts();
        let format = self.reading().format;
        let missing = self.lacks().into_iter();
        let open = doubts.iter().filter_map(|index| {
            let passage = self.reading().passages().get(*index)?;
            let doubt = passage.doubt.as_ref()?;
            Some(format!("{}：{doubt}", format.place(passage.origin().line)))
        });
        let answers = vec![("回去看".to_owned(), Answer::Stay), go_on];
        let title = match doubts.len() {
            0 => "没有认出报告标题".to_owned(),
            left => format!("还有 {left} 处没定"),
        };
        Question::new(title, missing.chain(open).collect(), answers)
    }
}
