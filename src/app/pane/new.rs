//! 新建: four short pages from nothing to a report that can be written.
//!
//! Each field has something usual that is taken while nothing is typed, so
//! Enter alone leads through. Esc goes one page back and keeps all of it.

mod layout;
mod preview;

use crate::app::command::Command;
use crate::app::form::{Check, Form, Row};
use crate::app::list::ListState;
use crate::app::pane::guide::GuidePane;
use crate::app::pane::unit;
use crate::report::template::Template;
use crate::report::unit::Profile;
use crate::report::{Kind, Report, Unit, parse_year};
use crate::text::wrap::Wrap;

pub use layout::Acts;
pub use preview::Preview;

/// The page that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Who reports.
    #[default]
    Unit,
    /// On which year.
    Year,
    /// With which outline.
    Template,
    /// In which form: 版式.
    Layout,
}

/// 新建.
#[derive(Clone, Debug)]
pub struct NewPane {
    /// The page.
    pub page: Page,
    /// The form of the first page.
    pub unit: Form,
    /// The first page as it is while nothing is changed on it.
    remembered: Vec<Row>,
    /// The form of the second page.
    pub year: Form,
    /// The chosen row of the third page.
    pub list: ListState,
    /// The outline of the chosen template, with what is to be known of it.
    pub outline: GuidePane,
    /// The row of the list that the outline was last shown for.
    outlined: usize,
    /// The form of the fourth page.
    pub layout: Form,
    /// The fourth page as it is while nothing is changed on it.
    usual_layout: Form,
    /// The new report in short, while the fourth page is open.
    pub preview: Preview,
    /// The pages that it follows from.
    previewed: Option<Pages>,
    /// The templates there are, by their stems.
    templates: Vec<(String, Template)>,
    /// The templates in the order of the list: those that suit the unit first.
    listed: Vec<usize>,
}

/// What is typed and chosen on the four pages.
#[derive(Clone, Debug, PartialEq)]
struct Pages {
    unit: Form,
    year: Form,
    template: usize,
    layout: Form,
}

/// What a step of the walk led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Still on the way.
    On,
    /// Something is missing: a sentence.
    Missing(String),
    /// A new report, and what is to be remembered of the unit.
    Ready(Box<Report>, Profile),
}

impl NewPane {
    /// A walk that starts from what is remembered of the unit.
    pub fn new(profile: &Profile, year: i32, templates: Vec<(String, Template)>) -> Self {
        let hint = "写哪一年的工作，就填哪一年";
        let year = Row { check: Check::Year, ..Row::new("报告年度", year.to_string(), hint) };
        let mut pane = Self {
            page: Page::Unit,
            unit: Form::new(unit::rows(profile)),
            remembered: unit::rows(profile),
            year: Form::new(vec![year]),
            list: ListState::default(),
            outline: GuidePane::default(),
            outlined: 0,
            layout: Form::default(),
            usual_layout: Form::default(),
            preview: Preview::default(),
            previewed: None,
            listed: Vec::new(),
            templates,
        };
        pane.suggest();
        pane
    }

    /// Takes what is remembered of the unit now: 设置 has changed it. What was
    /// typed here stays.
    pub(in crate::app) fn follow(&mut self, profile: &Profile) {
        let rows = unit::rows(profile);
        unit::carry(&mut self.unit.rows, &self.remembered, &rows);
        self.remembered = rows;
        self.suggest();
    }

    /// Takes the templates that there are now; the third page is open with
    /// `wanted` chosen, else what was chosen stays so.
    pub(in crate::app) fn take_templates(
        &mut self,
        templates: Vec<(String, Template)>,
        wanted: Option<&str>,
    ) {
        let chosen = self.template().map(|(stem, _)| stem.clone());
        if wanted.is_some() {
            self.page = Page::Template;
        }
        self.templates = templates;
        self.arrange();
        let stem = wanted.map(str::to_owned).or(chosen);
        let row =
            self.listed.iter().position(|index| Some(&self.templates[*index].0) == stem.as_ref());
        self.list.choose(row.unwrap_or(0));
    }

    /// The form of the page, if it is one.
    pub fn form(&self) -> Option<&Form> {
        match self.page {
            Page::Unit => Some(&self.unit),
            Page::Year => Some(&self.year),
            Page::Template => None,
            Page::Layout => Some(&self.layout),
        }
    }

    pub(in crate::app) fn form_mut(&mut self) -> Option<&mut Form> {
        match self.page {
            Page::Unit => Some(&mut self.unit),
            Page::Year => Some(&mut self.year),
            Page::Template => None,
            Page::Layout => Some(&mut self.layout),
        }
    }

    /// Puts text in at the caret.
    ///
    /// # Errors
    /// A Chinese sentence where nothing can be typed.
    pub fn insert(&mut self, text: &str) -> Result<(), String> {
        match self.form_mut() {
            Some(form) => form.insert(text)?,
            None => return Err("这一页不用打字：按上下键选模板，县里的提纲按 Ctrl+T 粘贴".into()),
        }
        Ok(())
    }

    /// Moves in the page or works in a field.
    pub fn run(&mut self, command: Command) {
        match (self.form_mut(), command) {
            (Some(form), _) => {
                form.run(command);
            }
            (None, Command::PageUp | Command::PageDown) => self.outline.go(command),
            (None, _) => {
                self.list.go(command, self.listed.len());
            }
        }
    }

    /// One page back; `false` on the first.
    pub fn back(&mut self) -> bool {
        self.page = match self.page {
            Page::Unit => return false,
            Page::Year => Page::Unit,
            Page::Template => Page::Year,
            Page::Layout => Page::Template,
        };
        true
    }

    /// Enter: the next field, the next page, or the new report.
    pub fn choose(&mut self) -> Step {
        self.suggest();
        if matches!(self.page, Page::Unit | Page::Year)
            && let Some(form) = self.form_mut()
            && !form.at_last()
        {
            form.focus += 1;
            return Step::On;
        }
        match self.page {
            Page::Unit if self.profile().name.is_empty() => {
                self.unit.focus = unit::NAME;
                return Step::Missing("请先填单位简称，如 云溪镇".into());
            }
            Page::Unit => self.page = Page::Year,
            Page::Year if self.year_value().is_none() => {
                return Step::Missing("年度要写四位数字，如 2025".into());
            }
            Page::Year => self.page = Page::Template,
            Page::Template if self.template().is_none() => {
                return Step::Missing("没有可用的模板".into());
            }
            Page::Template => {
                self.layout.focus = 0;
                self.page = Page::Layout;
            }
            Page::Layout => return self.finish(),
        }
        Step::On
    }

    fn finish(&self) -> Step {
        let Some(report) = self.report() else {
            return Step::Missing("没有可用的模板".into());
        };
        let mut profile = self.profile();
        let [addressee, contact] = layout::typed(&self.layout, &self.usual_layout);
        profile.addressee = addressee.or(profile.addressee);
        profile.contact = contact.or(profile.contact);
        Step::Ready(Box::new(report), profile)
    }

    /// The report that Enter on the last page makes.
    fn report(&self) -> Option<Report> {
        let (stem, template) = self.template()?;
        let chosen = layout::read(&self.layout, &template.options);
        let profile = Profile { contact: chosen.contact, ..self.profile() };
        Some(template.start_with(stem, &profile, self.year_value()?, &chosen.options))
    }

    /// Makes the new report in short anew where a page has changed.
    fn show_preview(&mut self) {
        let pages = Pages {
            unit: self.unit.clone(),
            year: self.year.clone(),
            template: self.list.selected,
            layout: self.layout.clone(),
        };
        if self.page != Page::Layout || self.previewed.as_ref() == Some(&pages) {
            return;
        }
        let report = self.report();
        let acts = layout::acts(&self.layout);
        self.preview = report.map(|report| preview::preview(report, acts)).unwrap_or_default();
        self.previewed = Some(pages);
    }

    /// The year, if it is one.
    pub fn year_value(&self) -> Option<i32> {
        parse_year(self.year.value(0))
    }

    /// The unit as it is typed so far.
    fn profile(&self) -> Profile {
        unit::read(&self.unit.rows)
    }

    /// The chosen template, with its stem.
    fn template(&self) -> Option<&(String, Template)> {
        self.templates.get(*self.listed.get(self.list.selected)?)
    }

    /// The names of the templates as they are listed.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.listed.iter().map(|index| self.templates[*index].1.name.as_str())
    }

    /// Brings what is usual in line with what is typed and chosen.
    fn suggest(&mut self) {
        unit::suggest(&mut self.unit.rows);
        self.arrange();
        let profile = self.profile();
        let Some((_, template)) = self.template() else { return };
        let options = template.options_for(&profile);
        let contact = profile.contact.as_deref();
        let new = layout::form(&options, template.order(), contact, self.year_value());
        // Rows that stay as they were keep their carets.
        if new != self.usual_layout {
            self.layout = layout::carried(&self.layout, &self.usual_layout, &new);
            self.usual_layout = new;
        }
    }

    /// Lists the templates that suit the unit first, and chooses the first of
    /// them when the kind of unit has changed.
    fn arrange(&mut self) {
        let kind = self.profile().kind();
        let mut listed: Vec<usize> = (0..self.templates.len()).collect();
        listed.sort_by_key(|index| !self.templates[*index].1.kinds.contains(&kind));
        if listed != self.listed {
            self.listed = listed;
            self.list.selected = 0;
        }
    }

    /// Lets what is usual, and the windows of the third page, follow.
    pub(in crate::app) fn fit(&mut self, list_rows: usize, outline_rows: usize, wrap: Wrap) {
        self.suggest();
        self.show_preview();
        self.list.fit(list_rows, self.listed.len());
        if self.outlined != self.list.selected {
            self.outlined = self.list.selected;
            self.outline.reset();
        }
        if self.page == Page::Template
            && let (Some((_, template)), Some(year)) = (self.template(), self.year_value())
        {
            let unit = self.profile().unit();
            let chosen = layout::read(&self.layout, &template.options);
            let told = told(template, &unit);
            let headings = template.outline(&unit, year, chosen.options.order);
            self.outline.show_template(told, headings, wrap);
        }
        self.outline.fit(outline_rows, false);
    }
}

/// What is to be known of a template before it is chosen.
fn told(template: &Template, unit: &Unit) -> Vec<String> {
    let kinds = template.kinds.iter().filter_map(|kind| {
        let words = Kind::WORDS.iter().find(|(own, _)| own == kind);
        words.map(|(_, word)| *word)
    });
    let kinds: Vec<&str> = kinds.collect();
    let other = (!template.kinds.contains(&unit.kind))
        .then(|| format!("这个模板是给{}用的，请看看合不合用。", kinds.join("、")));
    let summary = std::iter::once(template.summary.clone());
    other.into_iter().chain(summary).chain(template.note.clone()).collect()
}
