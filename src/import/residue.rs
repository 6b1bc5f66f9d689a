//! What may not be stored, taken out of a line of the file and listed where it stood.

use crate::report::Noise;
use crate::text::clean::{Cleaned, Removed, Residue, clean};

use super::traced::{Origin, Traced};
use super::{entity, field};

/// What is said of the name of a character that was replaced by it.
const REPLACED: &str = "（网页代码，改为 ";

/// Whether an entry of the noise list was replaced and not taken out.
pub fn is_replaced(noise: &Noise) -> bool {
    noise.text.contains(REPLACED)
}

/// The text without residue, and the list of it. White space at the ends stays;
/// a tab within, as between the cells of a row, becomes a space: that is white
/// space for white space, and is not listed.
pub(super) fn take(piece: &Traced) -> (Traced, Vec<Noise>) {
    let codes = field::codes(piece);
    if codes.is_empty() && !piece.contains('&') && clean(piece).removed.is_empty() {
        return (piece.clone(), Vec::new());
    }
    let stood = piece.origins().collect();
    let mut taker = Taker { piece, stood, kept: Traced::default(), tab: false, taken: Vec::new() };
    let mut at = 0;
    for code in codes {
        taker.text(at, code.start);
        let stood = &piece[code.clone()];
        taker.taken.push(Taken::new(code.start, stood, stood));
        at = code.end;
    }
    taker.text(at, piece.len());
    let Taker { stood, kept, taken, .. } = taker;
    (kept, listed(&stood, taken))
}

/// The longest number of a heading in brackets, in characters: （二十一）.
const NUMBER: usize = 5;

/// A character with its byte and its origin.
type Stood = (usize, char, Origin);

struct Taker<'a> {
    piece: &'a str,
    /// The characters of the piece.
    stood: Vec<Stood>,
    kept: Traced,
    /// Whether a tab stood behind what is kept.
    tab: bool,
    taken: Vec<Taken>,
}

/// What was removed: its byte in the piece, what stood there, what is said of it.
struct Taken {
    at: usize,
    stood: String,
    told: String,
}

impl Taken {
    fn new(at: usize, stood: &str, told: &str) -> Self {
        Self { at, stood: stood.to_owned(), told: told.to_owned() }
    }
}

impl Taker<'_> {
    /// Text between two field codes: the names of characters in it are decoded.
    fn text(&mut self, start: usize, end: usize) {
        let mut at = start;
        for (range, c) in entity::named(&self.piece[start..end]) {
            let range = range.start + start..range.end + start;
            self.clean(at, range.start);
            let stood = &self.piece[range.clone()];
            self.taken.push(Taken::new(range.start, stood, &format!("{stood}{REPLACED}{c}）")));
            if !c.is_whitespace() {
                self.kept.push(c, origin(&self.stood, range.start));
            }
            at = range.end;
        }
        self.clean(at, end);
    }

    /// Text between two names: the tabs in it part its words.
    fn clean(&mut self, start: usize, end: usize) {
        let mut at = start;
        for (tab, stood) in self.piece[start..end].match_indices('\t') {
            self.words(at, start + tab);
            self.tab = true;
            at = start + tab + stood.len();
        }
        self.words(at, end);
    }

    fn words(&mut self, start: usize, end: usize) {
        let source = &self.piece[start..end];
        let Cleaned { text, removed } = clean(source);
        let from = |byte: usize| self.stood.partition_point(|(at, ..)| *at < byte);
        let own = self.stood[from(start)..from(end)].iter();
        let mut rest = own.filter(|(at, ..)| !is_removed(&removed, at - start)).peekable();
        for c in text.chars() {
            while rest.next_if(|(_, stood, _)| *stood != c && c != ' ').is_some() {}
            let found = rest.next_if(|(_, stood, _)| *stood == c);
            // A space that was put in stands behind what is before it.
            let behind = self.kept.origin(self.kept.len());
            if std::mem::take(&mut self.tab) && !c.is_whitespace() && parts(&self.kept) {
                self.kept.push(' ', behind);
            }
            self.kept.push(c, found.map_or(behind, |(.., origin)| *origin));
        }
        let told = removed.iter().map(|r| Taken::new(start + r.offset, &r.text, &name(r)));
        self.taken.extend(told);
    }
}

/// Whether a tab behind these words parts them from others; behind the number
/// of a heading it parts nothing.
fn parts(words: &str) -> bool {
    let number = words.ends_with(['、', '．', '.'])
        || (words.ends_with(['）', ')']) && words.chars().nth(NUMBER).is_none());
    !words.is_empty() && !words.ends_with(char::is_whitespace) && !number
}

/// Where the character at a byte stands.
fn origin(stood: &[Stood], byte: usize) -> Origin {
    let index = stood.partition_point(|(at, ..)| *at < byte);
    stood.get(index).map(|(.., origin)| *origin).unwrap_or_default()
}

fn is_removed(removed: &[Removed], at: usize) -> bool {
    let until = removed.partition_point(|r| r.offset <= at);
    removed[..until].last().is_some_and(|r| at < r.offset + r.text.len())
}

fn name(removed: &Removed) -> String {
    match (removed.what, removed.text.chars().next()) {
        (Residue::Bookmark, _) | (_, None) => removed.text.clone(),
        (what, Some(c)) => format!("U+{:04X} {}", u32::from(c), what.label()),
    }
}

/// The entries of the noise list: a row of equal characters is one entry.
fn listed(characters: &[Stood], taken: Vec<Taken>) -> Vec<Noise> {
    let mut entries: Vec<(Noise, usize, usize)> = Vec::new();
    for Taken { at, stood, told } in taken {
        let end = at + stood.len();
        match entries.last_mut() {
            Some((last, until, count)) if *until == at && last.text == told => {
                *until = end;
                *count += 1;
            }
            _ => {
                let Origin { line, column } = origin(characters, at);
                entries.push((Noise { text: told, line, column }, end, 1));
            }
        }
    }
    let entries = entries.into_iter().map(|(mut noise, _, count)| {
        if count > 1 {
            noise.text = format!("{}（连续 {count} 个）", noise.text);
        }
        noise
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Traced, Vec<(String, usize)>) {
        let (kept, noise) = take(&Traced::new(text, Origin { line: 1, column: 1 }));
        (kept, noise.into_iter().map(|n| (n.text, n.column)).collect())
    }

    #[test]
    fn residue_is_taken_out_and_listed_where_it_stood() {
        let (kept, listed) = read("[bookmark: _GoBack]（一）抓\u{a0}\u{a0}学\u{200b}习\t");
        assert_eq!(kept.as_str(), "（一）抓学习");
        let columns: Vec<usize> =
            kept.char_indices().map(|(at, _)| kept.origin(at).column).collect();
        assert_eq!(columns, [20, 21, 22, 23, 26, 28]);
        let expected = [
            ("[bookmark: _GoBack]", 1),
            ("U+00A0 不间断空格（连续 2 个）", 24),
            ("U+200B 零宽字符", 27),
        ];
        assert_eq!(listed, expected.map(|(text, column)| (text.to_owned(), column)));
        assert_eq!(read("\u{a0}").1, [("U+00A0 不间断空格".to_owned(), 1)]);
    }

    #[test]
    fn a_space_for_a_tab_stands_where_it_is_read() {
        let (kept, _) = read("法A\tB治");
        assert_eq!(kept.as_str(), "法A B治");
        assert_eq!(kept.origin("法A ".len()).column, 4);
        let (kept, listed) = read("\t学法\t\t4\t金额（元）\t备注\t");
        assert_eq!(kept.as_str(), "学法 4 金额（元） 备注");
        assert_eq!(kept.origin("学法 ".len()).column, 6);
        assert_eq!(listed, []);
        assert_eq!(read("（一）\t学法\t").0.as_str(), "（一）学法");
    }

    #[test]
    fn names_of_characters_are_decoded_and_listed() {
        let (kept, listed) = read("《&lt;办法&gt;》A&nbsp;B");
        assert_eq!(kept.as_str(), "《<办法>》AB");
        assert_eq!(listed[0], ("&lt;（网页代码，改为 <）".to_owned(), 2));
        assert_eq!(kept.origin("《<".len()).column, 6);
        assert_eq!(listed.len(), 3);
    }
}
