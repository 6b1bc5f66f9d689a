//! 新建: three short pages from nothing to a report that can be written.
//!
//! Each field has something usual that is taken while nothing is typed, so
//! Enter alone leads through. Esc goes one page back and keeps all of it.

use crate::app::command::Command;
use crate::app::form::{Check, Form, Row};
use crate::app::list::ListState;
use crate::report::unit::Profile;
use crate::report::{Kind, Report, Template, Unit, parse_year};

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
}

/// 新建.
#[derive(Clone, Debug)]
pub struct NewPane {
    /// The page.
    pub page: Page,
    /// The form of the first page.
    pub unit: Form,
    /// The form of the second page.
    pub year: Form,
    /// The chosen template of the third page.
    pub list: ListState,
    /// The templates there are, by their stems.
    pub templates: Vec<(String, Template)>,
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

const NAME: usize = 0;
const COUNTY: usize = 1;
const FIRST_BODY: usize = 2;
const SECOND_BODY: usize = 3;
const ADDRESSEE: usize = 4;
const CONTACT: usize = 5;

impl NewPane {
    /// A walk that starts from what is remembered of the unit.
    pub fn new(profile: &Profile, year: i32, templates: Vec<(String, Template)>) -> Self {
        let hint = "写哪一年的工作，就填哪一年";
        let year = Row { check: Check::Year, ..Row::new("报告年度", year.to_string(), hint) };
        let mut pane = Self {
            page: Page::Unit,
            unit: Form::new(unit_rows(profile)),
            year: Form::new(vec![year]),
            list: ListState::default(),
            templates,
        };
        pane.suggest();
        pane
    }

    /// The form of the page, if it is one.
    pub fn form(&self) -> Option<&Form> {
        match self.page {
            Page::Unit => Some(&self.unit),
            Page::Year => Some(&self.year),
            Page::Template => None,
        }
    }

    pub(in crate::app) fn form_mut(&mut self) -> Option<&mut Form> {
        match self.page {
            Page::Unit => Some(&mut self.unit),
            Page::Year => Some(&mut self.year),
            Page::Template => None,
        }
    }

    /// Puts text in at the caret.
    ///
    /// # Errors
    /// A Chinese sentence where nothing can be typed.
    pub fn insert(&mut self, text: &str) -> Result<(), String> {
        if let Some(form) = self.form_mut() {
            form.insert(text)?;
        }
        self.suggest();
        Ok(())
    }

    /// Moves in the page or works in a field.
    pub fn run(&mut self, command: Command) -> bool {
        let command = match command {
            Command::NextPane => Command::Down,
            Command::PreviousPane => Command::Up,
            other => other,
        };
        let templates = self.templates.len();
        let done = match self.form_mut() {
            Some(form) => form.run(command),
            None => self.list.go(command, templates),
        };
        self.suggest();
        done
    }

    /// One page back; `false` on the first.
    pub fn back(&mut self) -> bool {
        self.page = match self.page {
            Page::Unit => return false,
            Page::Year => Page::Unit,
            Page::Template => Page::Year,
        };
        true
    }

    /// Enter: the next field, the next page, or the new report.
    pub fn choose(&mut self) -> Step {
        if let Some(form) = self.form_mut()
            && !form.at_last()
        {
            form.focus += 1;
            return Step::On;
        }
        match self.page {
            Page::Unit if self.unit.value(NAME).is_empty() => {
                self.unit.focus = NAME;
                return Step::Missing("请先填单位简称，如 云溪镇".into());
            }
            Page::Unit => self.page = Page::Year,
            Page::Year if self.year_value().is_none() => {
                return Step::Missing("年度要写四位数字，如 2025".into());
            }
            Page::Year => self.page = Page::Template,
            Page::Template => return self.finish(),
        }
        Step::On
    }

    fn finish(&self) -> Step {
        let (Some((stem, template)), Some(year)) =
            (self.templates.get(self.list.selected), self.year_value())
        else {
            return Step::Missing("没有可用的模板".into());
        };
        let profile = self.profile();
        Step::Ready(Box::new(template.start(stem, &profile, year)), profile)
    }

    /// The year, if it is one.
    pub fn year_value(&self) -> Option<i32> {
        parse_year(self.year.value(0))
    }

    /// The unit as it is typed so far.
    pub fn unit_value(&self) -> Unit {
        Unit::named(self.unit.value(NAME))
    }

    fn profile(&self) -> Profile {
        let text = |index: usize| self.unit.value(index).to_owned();
        let given = |index: usize| Some(text(index)).filter(|text| !text.is_empty());
        Profile {
            name: text(NAME),
            county: text(COUNTY),
            bodies: bodies(&self.unit.rows),
            addressee: given(ADDRESSEE),
            contact: given(CONTACT),
        }
    }

    /// Brings what is usual in line with what is typed.
    fn suggest(&mut self) {
        suggest(&mut self.unit.rows);
    }
}

/// The rows that ask who reports, filled with what is remembered.
pub(in crate::app) fn unit_rows(profile: &Profile) -> Vec<Row> {
    let usual = Profile::usual_bodies(&profile.name, &profile.county);
    // Only what differs from the usual is filled in: the rest follows name and county.
    let body = |index: usize| match (profile.bodies.get(index), usual.get(index)) {
        (own, usual) if own == usual || profile.bodies.is_empty() => String::new(),
        (Some(own), _) => own.clone(),
        (None, _) => "无".to_owned(),
    };
    vec![
        Row::new("单位简称", &profile.name, "必填，如 云溪镇、柳湾乡、清河街道"),
        Row::new("所属县区", &profile.county, "如 临川县；会写进政府全称"),
        Row::new("发文机关", body(0), "署名用的全称；不填就用括号里的"),
        Row::new("发文机关", body(1), "联名的另一家；只有一家就写“无”"),
        Row::new("主送机关", profile.addressee.clone().unwrap_or_default(), "报告送给谁"),
        Row::new(
            "联系人",
            profile.contact.clone().unwrap_or_default(),
            "印在报告最后，公开发布前要删去；可以不填",
        ),
    ]
}

/// Brings what is usual in the rows of the unit in line with what is typed.
pub(in crate::app) fn suggest(rows: &mut [Row]) {
    let name = rows[NAME].value().to_owned();
    let county = rows[COUNTY].value().to_owned();
    let mut bodies =
        if name.is_empty() { Vec::new() } else { Profile::usual_bodies(&name, &county) };
    bodies.resize(2, String::new());
    for (row, body) in [FIRST_BODY, SECOND_BODY].into_iter().zip(bodies) {
        rows[row].usual = body;
    }
    let above = if Kind::of(&name) == Kind::Subdistrict {
        "区委、区政府："
    } else {
        "县委、县政府："
    };
    above.clone_into(&mut rows[ADDRESSEE].usual);
}

/// What is typed in the rows of the unit and no more: what is usual follows
/// from it anew for each report.
pub(in crate::app) fn typed_unit(rows: &[Row]) -> Profile {
    let typed = |index: usize| rows[index].field.text().trim();
    let given = |index: usize| Some(typed(index).to_owned()).filter(|text| !text.is_empty());
    let bodies = match (typed(FIRST_BODY), typed(SECOND_BODY)) {
        ("", "") => Vec::new(),
        _ => bodies(rows),
    };
    Profile {
        name: typed(NAME).to_owned(),
        county: typed(COUNTY).to_owned(),
        bodies,
        addressee: given(ADDRESSEE),
        contact: given(CONTACT),
    }
}

/// The issuing bodies that the rows name.
fn bodies(rows: &[Row]) -> Vec<String> {
    let bodies = [FIRST_BODY, SECOND_BODY].into_iter().map(|index| rows[index].value());
    bodies.filter(|body| !body.is_empty() && *body != "无").map(str::to_owned).collect()
}
