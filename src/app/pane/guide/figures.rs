//! The figures of 提示 as a table: names, numbers and units each in a column, then
//! who supplies them. What finds no room in the row of its figure goes to the next.

use crate::report::Report;
use crate::report::template::Asked;
use crate::text::width::{columns, pad};
use crate::text::wrap::Wrap;

/// Columns between two parts of a row.
const GAP: usize = 2;

/// The texts of the rows; `\n` parts those of one figure.
pub(super) fn rows(report: &Report, figures: &[Asked], wrap: Wrap) -> Vec<String> {
    let cells: Vec<[String; 3]> = figures.iter().map(|asked| cells(report, asked)).collect();
    let width = |cell: usize| {
        let widths = cells.iter().map(|own| columns(&own[cell], wrap.ambiguous));
        widths.max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2)];
    let straight = widths[0] + 1 + widths[1] + 1 + widths[2] <= wrap.width;
    let rows = figures.iter().zip(&cells);
    rows.map(|(asked, own)| {
        let mut row = if straight { in_columns(own, widths, wrap) } else { own[0].clone() };
        if !straight {
            join(&mut row, &format!("{} {}", own[1], own[2]), wrap);
        }
        join(&mut row, &asked.source, wrap);
        row
    })
    .collect()
}

/// Puts a part behind a row, or where it has no room there below it.
fn join(row: &mut String, part: &str, wrap: Wrap) {
    let part = part.trim_end();
    let last = row.rsplit('\n').next().unwrap_or_default();
    let columns = columns(last, wrap.ambiguous) + GAP + columns(part, wrap.ambiguous);
    if part.is_empty() {
        row.truncate(row.trim_end().len());
    } else {
        let between = if columns <= wrap.width { "  " } else { "\n  " };
        row.push_str(between);
        row.push_str(part);
    }
}

/// Name, number and unit of a figure.
fn cells(report: &Report, asked: &Asked) -> [String; 3] {
    let value = report.figure(&asked.name).and_then(|figure| figure.value.as_ref());
    let value = value.map_or("待填", |amount| amount.written());
    [asked.name.clone(), value.to_owned(), asked.unit.clone()]
}

fn in_columns([name, value, unit]: &[String; 3], widths: [usize; 3], wrap: Wrap) -> String {
    let before = widths[1].saturating_sub(columns(value, wrap.ambiguous));
    let name = pad(name, widths[0], wrap.ambiguous);
    format!("{name} {:before$}{value} {}", "", pad(unit, widths[2], wrap.ambiguous))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Amount, Figure, testing};

    fn asked(name: &str, unit: &str, source: &str) -> Asked {
        let text = |text: &str| text.to_owned();
        Asked { name: text(name), unit: text(unit), source: text(source) }
    }

    fn shown(width: usize) -> Vec<String> {
        let mut report = testing::report();
        report.figures.push(Figure {
            name: "走访企业".to_owned(),
            value: Amount::parse("1048").ok(),
            unit: "家次".to_owned(),
            source: String::new(),
        });
        let figures = [
            asked("走访企业", "家次", "经济发展办"),
            asked("收集企业问题", "个", "司法所"),
            asked("满意率", "", ""),
        ];
        rows(&report, &figures, Wrap { width, ..Wrap::default() })
    }

    #[test]
    fn names_numbers_and_units_stand_in_columns() {
        assert_eq!(
            shown(40),
            [
                "走访企业     1048 家次  经济发展办",
                "收集企业问题 待填 个    司法所",
                "满意率       待填"
            ]
        );
    }

    #[test]
    fn what_has_no_room_goes_below_its_figure_whole() {
        assert_eq!(
            shown(30),
            [
                "走访企业     1048 家次\n  经济发展办",
                "收集企业问题 待填 个    司法所",
                "满意率       待填"
            ]
        );
        assert_eq!(
            shown(18),
            [
                "走访企业\n  1048 家次\n  经济发展办",
                "收集企业问题\n  待填 个  司法所",
                "满意率  待填"
            ]
        );
    }
}
