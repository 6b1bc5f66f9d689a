//! The number before a heading as it is written: 一、 or （一）, and what departs from them.

use crate::check::chars::is_numeral;
use crate::text::numeral::{chinese, parse_chinese};

/// A number label that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) value: u32,
    /// Whether it stands in brackets.
    pub(super) bracketed: bool,
}

impl Label {
    /// Reads a label; 第一部分, ㈠ and the like are none of these.
    pub(super) fn read(written: &str) -> Option<Self> {
        let marks = ['（', '(', '）', ')', '、', '.', '．', '，', ',', ' '];
        let numeral = written.trim_matches(marks);
        let all = !numeral.is_empty() && numeral.chars().all(is_numeral);
        let value = parse_chinese(numeral).filter(|_| all)?;
        Some(Self { value, bracketed: written.contains(['（', '(', '）', ')']) })
    }

    /// The label as it should be written.
    pub(super) fn right(self) -> String {
        let numeral = chinese(self.value);
        if self.bracketed { format!("（{numeral}）") } else { format!("{numeral}、") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_every_form() {
        for (written, value, right) in [
            ("一、", 1, "一、"),
            ("十二.", 12, "十二、"),
            ("（三）", 3, "（三）"),
            ("三）", 3, "（三）"),
            ("（五）、", 5, "（五）"),
            ("(二)", 2, "（二）"),
        ] {
            let label = Label::read(written).unwrap();
            assert_eq!((label.value, label.right().as_str()), (value, right));
        }
        for written in ["", "第一部分", "㈠", "1.", "、"] {
            assert_eq!(Label::read(written), None, "{written}");
        }
    }
}
