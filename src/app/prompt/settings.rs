//! 设置: what is remembered from one report to the next, as a form.
//!
//! What is typed or chosen counts at once, so that it can be seen whether the
//! screen is right; it is kept on leaving. A text that says nothing sensible
//! leaves in force what was there before.

use std::path::{Path, PathBuf};

use super::export::unquoted;
use crate::app::field::Field;
use crate::app::form::{Check, Form, Row};
use crate::app::pane::unit;
use crate::report::calendar::CountyDay;
use crate::storage::{Changed, Colours, Settings, Width};
use crate::text::Ambiguous;

/// 设置.
#[derive(Clone, Debug)]
pub struct SettingsPrompt {
    /// The unit, then the rows below it.
    pub form: Form,
    /// The settings that are on disk.
    before: Settings,
    /// What stood in the rows of the unit at first.
    unit: Vec<String>,
}

// The rows below those of the unit.
const COUNTY_DATE: usize = 0;
const WIDTH: usize = 1;
const COLOURS: usize = 2;
const MOUSE: usize = 3;
const FOLDER: usize = 4;

const WIDTHS: [(Width, &str); 3] =
    [(Width::Auto, "自动"), (Width::Narrow, "窄"), (Width::Wide, "宽")];

impl SettingsPrompt {
    /// The form over these settings, on a terminal that was measured to draw “ so
    /// wide. A day that was refused stands in it again.
    pub fn new(
        settings: &Settings,
        usual_folder: &Path,
        measured: Option<Ambiguous>,
        refused: Option<String>,
    ) -> Self {
        let day = settings.county_date.map(CountyDay::written).unwrap_or_default();
        let day = refused.unwrap_or(day);
        let folder = settings.export_folder.as_ref();
        let folder = folder.map(|folder| folder.display().to_string()).unwrap_or_default();
        let width = WIDTHS.iter().position(|(width, _)| *width == settings.ambiguous);
        let mut rows = unit::remembered(&settings.profile);
        let unit = texts(&rows);
        rows.extend([
            Row {
                check: Check::CountyDay,
                ..Row::new("县里的日期", day, "县里要求的报送日期，如 1月20日；没有就空着")
            },
            Row::choice(
                "模糊宽度",
                &WIDTHS.map(|(_, label)| label),
                width.unwrap_or(0),
                width_hint(measured),
            ),
            Row::choice(
                "颜色",
                &["彩色", "不用颜色"],
                usize::from(settings.colours == Colours::None),
                "不用颜色时，只有粗体、下划线和反白",
            ),
            Row::choice(
                "鼠标",
                &["开", "关"],
                usize::from(!settings.mouse),
                "关上以后，鼠标归终端用，可以拖着选字复制",
            ),
            Row {
                usual: usual_folder.display().to_string(),
                ..Row::new("导出文件夹", folder, "导出的报告放在哪里；不填就用括号里的")
            },
        ]);
        unit::suggest(&mut rows);
        Self { form: Form::new(rows), before: settings.clone(), unit }
    }

    /// Brings what is usual in line with what is typed.
    pub fn suggest(&mut self) {
        unit::suggest(&mut self.form.rows);
    }

    /// The settings as the form says them.
    pub fn settings(&self) -> Settings {
        let (rows, own) = self.form.rows.split_at(self.unit.len());
        let day = own[COUNTY_DATE].field.text().trim();
        let folder = unquoted(own[FOLDER].field.text());
        Settings {
            profile: if texts(rows) == self.unit {
                self.before.profile.clone()
            } else {
                unit::typed(rows)
            },
            county_date: match CountyDay::parse(day) {
                None if !day.is_empty() => self.before.county_date,
                read => read,
            },
            ambiguous: WIDTHS[own[WIDTH].chosen].0,
            colours: if own[COLOURS].chosen == 0 { Colours::Full } else { Colours::None },
            mouse: own[MOUSE].chosen == 0,
            export_folder: Some(folder).filter(|folder| !folder.is_empty()).map(PathBuf::from),
            import_folder: self.before.import_folder.clone(),
            rules_off: self.before.rules_off.clone(),
            rules_on: self.before.rules_on.clone(),
        }
    }

    /// Empties the row of the folder where it has the caret: what is dropped on
    /// the window is the whole path.
    pub fn clear_folder(&mut self) {
        if self.form.focus == self.unit.len() + FOLDER
            && let Some(row) = self.form.row_mut()
        {
            row.field = Field::default();
        }
    }

    /// What is to be kept of the settings; it is taken for kept then.
    pub fn take_changed(&mut self) -> Option<Changed> {
        let after = self.settings();
        let before = std::mem::replace(&mut self.before, after.clone());
        (after != before).then_some(Changed { before, after })
    }

    /// The text of the county's day where it says none.
    pub fn refused(&self) -> Option<String> {
        let row = &self.form.rows[self.unit.len() + COUNTY_DATE];
        row.trouble().map(|_| row.field.text().to_owned())
    }
}

/// What 模糊宽度 is, and what 自动 makes of this terminal.
fn width_hint(measured: Option<Ambiguous>) -> &'static str {
    match measured {
        Some(Ambiguous::Narrow) => {
            "引号、破折号占几格：窄是一格，宽是两格。自动：这个终端按窄算。边框断开、引号压字就换一个"
        }
        Some(Ambiguous::Wide) => {
            "引号、破折号占几格：窄是一格，宽是两格。自动：这个终端按宽算。边框断开、引号压字就换一个"
        }
        None => {
            "引号、破折号占几格：窄是一格，宽是两格。自动：没有量出来，按窄算。边框断开、引号压字就换一个"
        }
    }
}

fn texts(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| format!("{}{}", row.field.text(), row.chosen_label())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::unit::Profile;
    use crate::storage::RuleOff;

    fn prompt(settings: &Settings) -> SettingsPrompt {
        SettingsPrompt::new(settings, Path::new("文档"), None, None)
    }

    fn full() -> Settings {
        Settings {
            profile: Profile {
                name: "云溪镇".to_owned(),
                kind: None,
                county: "临川县".to_owned(),
                bodies: vec!["临川县云溪镇人民政府".to_owned()],
                addressee: None,
                contact: Some("（联系人：张××）".to_owned()),
            },
            county_date: CountyDay::parse("1月20日"),
            ambiguous: Width::Wide,
            colours: Colours::None,
            mouse: false,
            export_folder: Some(PathBuf::from("报告")),
            import_folder: Some(PathBuf::from("去年")),
            rules_off: vec![RuleOff { rule: "no-figure".to_owned(), ..RuleOff::default() }],
            rules_on: vec!["wrong-unit".to_owned()],
        }
    }

    #[test]
    fn an_untouched_form_changes_nothing() {
        for settings in [Settings::default(), full()] {
            let mut prompt = prompt(&settings);
            assert_eq!(prompt.settings(), settings);
            assert_eq!(prompt.take_changed(), None);
        }
    }

    #[test]
    fn each_row_is_read() {
        let mut prompt = prompt(&Settings::default());
        let typed = ["云溪镇", "临川县", "", "", "", "县委：", "", "1月20日"];
        for (row, text) in prompt.form.rows.iter_mut().zip(typed) {
            row.field = Field::new(text);
        }
        let settings = prompt.settings();
        let profile = Profile {
            name: "云溪镇".to_owned(),
            county: "临川县".to_owned(),
            addressee: Some("县委：".to_owned()),
            ..Profile::default()
        };
        let day = CountyDay::parse("1月20日");
        assert_eq!(settings, Settings { profile, county_date: day, ..Settings::default() });
        let changed = Changed { before: Settings::default(), after: settings };
        assert_eq!(prompt.take_changed(), Some(changed));
        assert_eq!(prompt.take_changed(), None);
    }

    #[test]
    fn a_day_that_is_none_leaves_the_old_one_and_an_empty_row_takes_it_away() {
        let mut prompt = prompt(&full());
        let row = prompt.unit.len() + COUNTY_DATE;
        for (text, kept, refused) in [
            ("20日以前", "1月20日", Some("20日以前")),
            ("1月1", "1月20日", Some("1月1")),
            ("1月15日", "1月15日", None),
        ] {
            prompt.form.rows[row].field = Field::new(text);
            assert_eq!(prompt.settings().county_date, CountyDay::parse(kept), "{text}");
            assert_eq!(prompt.refused().as_deref(), refused, "{text}");
        }
        prompt.form.rows[row].field = Field::default();
        assert_eq!((prompt.settings().county_date, prompt.refused()), (None, None));
    }

    #[test]
    fn one_body_alone_stays_one() {
        let mut prompt = prompt(&full());
        prompt.form.rows[0].field = Field::new("柳湾乡");
        let bodies = prompt.settings().profile.bodies;
        assert_eq!(bodies, ["临川县云溪镇人民政府"]);
    }
}
