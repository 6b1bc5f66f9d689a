//! The form of the title.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::{View, Whole};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Wordings;

/// How long a line may be that is taken for a title.
const LONGEST: usize = 50;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let Some(title) = whole.lines().find(|view| view.line.part == Part::Title) else { return };
    if title.text().trim().is_empty() {
        return;
    }
    if let Some((range, fault)) = fault(title.text(), &whole.tables.words) {
        sink.add(Hit::new("form", title.index, range, fault));
    }
    if let Some(other) = second(whole, title.text()) {
        let message = format!(
            "前面的标题是“{}”，这里又是“{}”，请核对用哪一个。",
            title.text().trim(),
            other.text().trim()
        );
        let hit = Hit::new("two", other.index, 0..other.text().len(), message);
        sink.add(hit.also(title.index, 0..title.text().len()));
    }
}

/// What is wrong with a title, and where.
fn fault(title: &str, words: &Wordings) -> Option<(Range<usize>, String)> {
    let table = &words.titles;
    let whole = 0..title.len();
    if let Some(word) = table.doubled.iter().find(|word| title.contains(word.as_str())) {
        return Some((whole, format!("标题里的“{word}”重复，请删去一个。")));
    }
    let matter = title.find("关于").map_or(title, |byte| &title[byte + "关于".len()..]);
    if let Some(word) = table.sending.iter().find(|word| matter.starts_with(word.as_str())) {
        let message =
            format!("标题应写“关于…情况的报告”，“{word}”是报送时说的话，请从标题里删去。");
        return Some((whole, message));
    }
    if let Some(year) = twice(title) {
        return Some((whole, format!("标题里“{year}”写了两次，请删去一个。")));
    }
    let text = title.trim_end();
    let bare =
        text.strip_suffix('）').and_then(|text| text.rfind('（')).map_or(text, |at| &text[..at]);
    if !around::ends_with(bare, &table.kinds) {
        let message = "标题最后应是文种“报告”，请核对。".to_owned();
        return Some((whole, message));
    }
    let silent = around::holds(title, &table.matters);
    (!silent).then(|| {
        (whole, "标题没有写明报告的是什么事，通常写“法治政府建设情况”，请核对。".to_owned())
    })
}

/// A year that a title names twice.
fn twice(title: &str) -> Option<&str> {
    let years = title.match_indices('年').map(|(byte, _)| around::last_chars(&title[..byte], 4));
    let years: Vec<&str> = years.filter(|year| year.starts_with("20")).collect();
    let mut later = years.iter().enumerate();
    later.find_map(|(index, year)| years[..index].contains(year).then_some(*year))
}

/// Another line that is a title of such a report, and another one.
fn second<'a>(whole: &Whole<'a>, title: &str) -> Option<View<'a>> {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let own = plain(title);
    let table = &whole.tables.words.titles;
    let mut texts = whole.lines().filter(|view| view.line.part == Part::Text);
    // A second title stands above the text, so it is its first line.
    texts.next().filter(|view| {
        let text = plain(view.text());
        text.chars().count() <= LONGEST
            && text != own
            && !own.contains(&text)
            && around::ends_with(&text, &table.kinds)
            && around::holds(&text, &table.matters)
            && text.contains("20")
            && !text.contains(['，', '：', '；'])
    })
}
