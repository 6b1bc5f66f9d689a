//! ， inside a running list of equal items that 、 parts: 许可6项、处罚18项，检查4项、确认5项.

use std::ops::Range;

use crate::check::chars::{Chars, is_break, is_digit};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::MarkWords;
use crate::text::punctuation::is_han;

/// The longest name of an item, in characters.
const NAME: usize = 12;

/// How many items must stand before the ，.
const BEFORE: usize = 3;

/// Checks a line.
pub(super) fn line(chars: &Chars, words: &MarkWords, sink: &mut Sink) {
    let mut run: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let end = chars.run(at, |c| !is_break(c));
        let item = at..end;
        let mark = chars.before(at).filter(|_| at > 0);
        let equal = run.last().is_some_and(|last| unit(chars, last) == unit(chars, &item));
        if mark == Some('，') && equal && run.len() >= BEFORE && goes_on(chars, &item, words) {
            sink.add(told(chars, &item));
            run.push(item);
        } else {
            if mark != Some('、') || !equal {
                run.clear();
            }
            if unit(chars, &item).is_some() {
                run.push(item);
            }
        }
        at = end + 1;
    }
}

/// Whether the list goes on with this item, and 、 behind it.
fn goes_on(chars: &Chars, item: &Range<usize>, words: &MarkWords) -> bool {
    let text = chars.text(item.clone());
    let another = words.list_breaks.iter().any(|word| text.starts_with(word.as_str()));
    let next = item.end + 1..chars.run(item.end + 1, |c| !is_break(c));
    chars.at(item.end) == Some('、') && !another && unit(chars, item) == unit(chars, &next)
}

/// The unit of an item that is a name, a number and a unit.
fn unit<'a>(chars: &Chars<'a>, item: &Range<usize>) -> Option<&'a str> {
    let name = chars.run(item.start, is_han).min(item.end);
    let digits = chars.run(name, is_digit).min(item.end);
    let unit = chars.run(digits, is_han).min(item.end);
    let short = (1..=NAME).contains(&(name - item.start)) && (1..=2).contains(&(unit - digits));
    (short && name < digits && unit == item.end).then(|| chars.text(digits..unit))
}

fn told(chars: &Chars, item: &Range<usize>) -> Hit {
    let words = chars.text(item.clone());
    let message = format!("并列的各项前后都用顿号，只有“{words}”前面用逗号，请核对是否改为顿号");
    Hit::new("list", 0, chars.range(item.start - 1..item.end), message).fix(format!("、{words}"))
}
