//! How well what is typed fits a row of a list: by its characters, by its
//! pinyin whole or in initials, by other words for it and by its key.
//!
//! Marks and white space count for nothing, so that `1.3`, `１．３` and `一/（三）`
//! are found as they are typed.

use pinyin::ToPinyinMulti;

use crate::text::numeral::to_half_width;

/// How well a row fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the whole title, another word for it, or its key.
    Whole,
    /// The title begins so.
    Start,
    /// Another word for it begins so.
    OtherWord,
    /// Its key begins so.
    Key,
    /// It stands inside the title.
    Inside,
}

/// What can be looked for in a row.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The title.
    pub title: &'a str,
    /// Other words for it.
    pub words: &'a [String],
    /// The names of its keys.
    pub keys: &'a [String],
}

/// What is typed, made ready for comparing.
#[derive(Clone, Debug)]
pub struct Wanted(Vec<char>);

impl Wanted {
    /// Makes a typed text ready.
    pub fn new(typed: &str) -> Self {
        Self(folded(typed))
    }

    /// How well a row fits; `None` when it does not. Nothing typed fits all alike.
    pub fn fit(&self, target: Target) -> Option<Fit> {
        if self.0.is_empty() {
            return Some(Fit::Whole);
        }
        let title = folded(target.title);
        let key = |key: &String| {
            let key = folded(key);
            // One letter alone would find every key with Ctrl.
            let begins = self.0.len() > 1 && key.starts_with(&self.0);
            begins.then_some(if key.len() == self.0.len() { Fit::Whole } else { Fit::Key })
        };
        let start = |text: &[char], usual| match left_over(text, &self.0)? {
            0 => Some(Fit::Whole),
            _ => Some(usual),
        };
        let words = target.words.iter().filter_map(|word| start(&folded(word), Fit::OtherWord));
        let inside = || (1..title.len()).any(|at| left_over(&title[at..], &self.0).is_some());
        let best = start(&title, Fit::Start).into_iter().chain(words);
        let best = best.chain(target.keys.iter().filter_map(key)).min();
        best.or_else(|| inside().then_some(Fit::Inside))
    }
}

/// Letters, digits and Chinese characters of a text, half-width and small.
fn folded(text: &str) -> Vec<char> {
    let chars = to_half_width(text).to_lowercase();
    chars.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How much of `text` is left behind its start when that is what is wanted, at
/// best: each character stands for itself or for the first letters of one of its
/// readings, as many of them as one likes.
fn left_over(text: &[char], wanted: &[char]) -> Option<usize> {
    let Some(first) = wanted.first() else {
        return Some(text.len());
    };
    let (own, rest) = text.split_first()?;
    let itself = (own == first).then(|| left_over(rest, &wanted[1..])).flatten();
    let readings = own.to_pinyin_multi().into_iter().flatten();
    let by_reading = readings.filter_map(|reading| {
        // An input method takes v for ü.
        let letters = reading.plain().chars().map(|c| if c == 'ü' { 'v' } else { c });
        let same = letters.zip(wanted).take_while(|(own, wanted)| own == *wanted).count();
        (1..=same).filter_map(|taken| left_over(rest, &wanted[taken..])).min()
    });
    itself.into_iter().chain(by_reading).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(title: &str, words: &[&str], keys: &[&str], wanted: &str) -> Option<Fit> {
        let owned = |all: &[&str]| all.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
        let (words, keys) = (owned(words), owned(keys));
        Wanted::new(wanted).fit(Target { title, words: &words, keys: &keys })
    }

    #[test]
    fn initials_whole_pinyin_words_and_full_width_find_a_title() {
        for (title, wanted) in [
            ("导出", "dc"),
            ("导出", "导"),
            ("导出", "daochu"),
            ("导出", "ＤＣ"),
            ("导出", "daoc"),
            ("重做", "cz"),
            ("重做", "zz"),
            ("重做", "chongzuo"),
            ("法律顾问", "falv"),
            ("转到某一节", "myj"),
            ("完成本节，到下一节", "wcbjdxyj"),
            ("（二）2025年", "2025"),
            ("二/（一） 存在的不足", "二/(一)"),
            ("二/（一） 存在的不足", "二、一"),
        ] {
            assert!(fit(title, &[], &[], wanted).is_some(), "{title} {wanted}");
        }
        for wanted in ["dcx", "出导", "dou"] {
            assert_eq!(fit("导出", &[], &[], wanted), None, "{wanted}");
        }
    }

    #[test]
    fn the_best_fit_counts() {
        let export = |wanted| fit("导出", &["另存为"], &["F12", "Ctrl+E"], wanted);
        assert_eq!(export("dc"), Some(Fit::Whole));
        assert_eq!(export("d"), Some(Fit::Start));
        assert_eq!(export("lc"), Some(Fit::OtherWord));
        assert_eq!(export("另存为"), Some(Fit::Whole));
        assert_eq!(export("Ｆ１２"), Some(Fit::Whole));
        assert_eq!(export("ctrl+e"), Some(Fit::Whole));
        assert_eq!(export("f1"), Some(Fit::Key));
        assert_eq!(export("出"), Some(Fit::Inside));
        assert_eq!(export("e"), None);
        assert_eq!(export(" ？"), Some(Fit::Whole));
    }
}
