//! Headings that run into their text without any mark, parted by the words of
//! headings that are known from the templates, and asked about.

use crate::import::heading;
use crate::import::passage::{Passage, Role};
use crate::report::Template;

/// The shortest heading that is believed, in characters.
const SHORTEST: usize = 6;

/// Cuts items behind a known heading that no mark parts from its text.
pub(super) fn cut(passages: &mut Vec<Passage>, templates: &[(String, Template)]) {
    let mut known: Vec<&str> = templates
        .iter()
        .flat_map(|(_, template)| template.headings())
        .map(|(_, _, heading)| heading)
        .filter(|heading| heading.chars().count() >= SHORTEST && !heading.contains('['))
        .collect();
    known.sort_by_key(|heading| std::cmp::Reverse(heading.len()));
    let mut at = 0;
    while at < passages.len() {
        let passage = &passages[at];
        let place = if passage.role == Role::Noise { None } else { place(&passage.text, &known) };
        if let Some((first, mut second)) = place.and_then(|place| passage.cut(place)) {
            let said = "前面的标题没有句号，先按常见的标题从这里断开；断错了就接上，重新断开";
            second.doubt = Some(said.to_owned());
            passages.splice(at..=at, [first, second]);
        }
        at += 1;
    }
}

/// Where the text begins behind a known heading, in bytes.
fn place(text: &str, known: &[&str]) -> Option<usize> {
    let label = heading::label(text)?;
    let heading = known.iter().find(|heading| label.rest.starts_with(**heading))?;
    let rest = &label.rest[heading.len()..];
    // A longer heading begins with the known one: only a sentence with figures
    // or parts, and another behind it, is surely text.
    let (sentence, behind) = rest.split_once('。').unwrap_or((rest, ""));
    let told = sentence.contains(|c: char| c.is_ascii_digit() || "，、".contains(c));
    let longer = !told || behind.is_empty();
    let glued =
        rest.starts_with(char::is_alphanumeric) && !rest.starts_with(['的', '和', '与', '及']);
    (glued && !longer).then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_heading_is_parted_from_its_text() {
        let known = ["健全依法决策机制"];
        let text = "（三）健全依法决策机制全年审查合同12份、文件3件。提出意见9条。";
        assert_eq!(place(text, &known), Some("（三）健全依法决策机制".len()));
        for text in [
            "（三）健全依法决策机制。全年审查合同12份。",
            "（三）健全依法决策机制",
            "（三）健全依法决策机制建设。全年审查合同。",
            "（三）健全依法决策机制全面落实各项程序",
            "健全依法决策机制全年审查合同12份。",
        ] {
            assert_eq!(place(text, &known), None, "{text}");
        }
    }
}
