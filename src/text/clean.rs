//! What may not be stored in a paragraph, taken out and named.
//!
//! Text pasted or imported brings characters that nobody sees and that break searching, counting
//! and checking later. They are removed once, here, and listed, because nothing may vanish in
//! silence. Rules of characters only: headings, letterheads and noise lines are the importer's.
//!
//! Line ends of every kind become `\n`, which is not reported: no text is lost by it.

/// A text fit to be stored, and what was taken out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The text; paragraphs are parted by `\n`.
    pub text: String,
    /// What was removed or replaced by a space, in the order in which it was found.
    pub removed: Vec<Removed>,
}

impl Cleaned {
    /// A text from which nothing is taken out.
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), removed: Vec::new() }
    }
}

/// One piece of residue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Of which sort it is.
    pub what: Residue,
    /// The byte of the source text at which it stood.
    pub offset: usize,
    /// What stood there.
    pub text: String,
}

/// The sorts of residue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Residue {
    /// U+00A0 and the narrower U+2007, U+202F.
    NoBreakSpace,
    /// A horizontal tab.
    Tab,
    /// Zero-width spaces and joiners, U+FEFF.
    ZeroWidth,
    /// U+00AD.
    SoftHyphen,
    /// Marks and brackets of writing direction.
    Direction,
    /// C0 and C1 controls.
    Control,
    /// U+FFFC, where an object was embedded.
    Object,
    /// `[bookmark: …]`, left by converters of Word files.
    Bookmark,
}

impl Residue {
    /// The name shown to the user.
    pub fn label(self) -> &'static str {
        match self {
            Residue::NoBreakSpace => "不间断空格",
            Residue::Tab => "制表符",
            Residue::ZeroWidth => "零宽字符",
            Residue::SoftHyphen => "软连字符",
            Residue::Direction => "方向控制符",
            Residue::Control => "控制字符",
            Residue::Object => "对象占位符",
            Residue::Bookmark => "书签残留",
        }
    }

    /// The residue that a character always is; U+200D, which emoji need, is not among them.
    fn of(c: char) -> Option<Residue> {
        let what = match c {
            '\u{a0}' | '\u{2007}' | '\u{202f}' => Residue::NoBreakSpace,
            '\t' => Residue::Tab,
            '\u{200b}' | '\u{200c}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => Residue::ZeroWidth,
            '\u{ad}' => Residue::SoftHyphen,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
                Residue::Direction
            }
            '\u{fff9}'..='\u{fffb}' => Residue::Control,
            '\u{fffc}' => Residue::Object,
            _ if c.is_control() => Residue::Control,
            _ => return None,
        };
        Some(what)
    }

    /// Whether it parted words, so that a space takes its place between Latin ones.
    fn is_blank(self) -> bool {
        matches!(self, Residue::NoBreakSpace | Residue::Tab)
    }
}

/// Takes out of a text what may not be stored. Cleaning twice is cleaning once.
///
/// A tab or no-break space between Latin words or figures becomes one space; elsewhere, as at the
/// start of a paragraph, it goes. U+FFFD stays: it stands for a character that was lost.
pub fn clean(text: &str) -> Cleaned {
    let mut cleaner =
        Cleaner { source: text, at: 0, out: Cleaned::default(), brackets: Vec::new() };
    while let Some(c) = cleaner.peek() {
        cleaner.step(c);
    }
    cleaner.out.removed.sort_by_key(|removed| removed.offset);
    cleaner.out
}

/// A paragraph without the white space at both ends, ideographic spaces included.
pub fn trim_paragraph(paragraph: &str) -> &str {
    paragraph.trim()
}

/// The work of [`clean`]: one pass from the start of the source to its end.
struct Cleaner<'a> {
    source: &'a str,
    /// The byte of the source read next.
    at: usize,
    out: Cleaned,
    /// Every `[` still open in this line: its byte in the result and in the source.
    brackets: Vec<(usize, usize)>,
}

impl Cleaner<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    /// Deals with the character at the front, and with the residue behind it if it is one.
    fn step(&mut self, c: char) {
        if is_line_end(c) {
            self.line_end(c);
        } else if self.residue(c).is_some() {
            self.residue_run();
        } else {
            self.keep(c);
        }
    }

    fn line_end(&mut self, c: char) {
        let pair = self.source[self.at..].starts_with("\r\n");
        self.at += if pair { 2 } else { c.len_utf8() };
        self.out.text.push('\n');
        self.brackets.clear();
    }

    fn keep(&mut self, c: char) {
        match c {
            '[' => self.brackets.push((self.out.text.len(), self.at)),
            ']' if self.take_bookmark() => return,
            _ => {}
        }
        self.at += c.len_utf8();
        self.out.text.push(c);
    }

    /// At a `]`: takes back the result from its `[` on if that was a bookmark.
    fn take_bookmark(&mut self) -> bool {
        let Some((start, offset)) = self.brackets.pop() else {
            return false;
        };
        if !self.out.text[start..].starts_with("[bookmark:") {
            return false;
        }
        self.at += ']'.len_utf8();
        let text = self.out.text.split_off(start) + "]";
        self.out.removed.push(Removed { what: Residue::Bookmark, offset, text });
        true
    }

    /// Removes all residue up to the next character that is kept.
    fn residue_run(&mut self) {
        let mut blank = false;
        while let Some(c) = self.peek()
            && !is_line_end(c)
            && let Some(what) = self.residue(c)
        {
            blank |= what.is_blank();
            self.out.removed.push(Removed { what, offset: self.at, text: c.to_string() });
            self.at += c.len_utf8();
        }
        let before = self.out.text.chars().next_back();
        if blank && is_latin(before) && is_latin(self.peek()) {
            self.out.text.push(' ');
        }
    }

    /// The residue that the character at the front is, if it is one.
    fn residue(&self, c: char) -> Option<Residue> {
        if c != '\u{200d}' {
            return Residue::of(c);
        }
        let before = self.out.text.chars().next_back();
        let after = self.source[self.at..].chars().nth(1);
        let joins = before.is_some_and(|c| is_pictograph(c) || c == '\u{fe0f}')
            && after.is_some_and(is_pictograph);
        (!joins).then_some(Residue::ZeroWidth)
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Letters and digits of scripts that part words by spaces.
fn is_latin(c: Option<char>) -> bool {
    c.is_some_and(|c| c < '\u{2000}' && c.is_alphanumeric())
}

/// The blocks that emoji come from.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;

    fn labels(text: &str) -> Vec<&'static str> {
        clean(text).removed.iter().map(|removed| removed.what.label()).collect()
    }

    #[test]
    fn line_ends_of_every_kind_part_paragraphs() {
        let cleaned = clean("一\r\n二\r三\u{2028}四\u{2029}五\u{b}六\u{c}七\n\n八");
        assert_eq!(cleaned.text, "一\n二\n三\n四\n五\n六\n七\n\n八");
        assert_eq!(cleaned.removed, []);
    }

    #[test]
    fn blanks_stay_only_between_latin_words() {
        assert_eq!(clean("\t法\t治\u{a0}政府").text, "法治政府");
        assert_eq!(clean("Adobe\u{a0}Photoshop\t\t6").text, "Adobe Photoshop 6");
        assert_eq!(clean("共\u{a0}12\u{a0}件").text, "共12件");
        assert_eq!(clean("a\u{a0}\u{200b}b").text, "a b");
        assert_eq!(labels("\t\u{a0}"), ["制表符", "不间断空格"]);
    }

    #[test]
    fn invisible_characters_go_and_are_named() {
        let text = "法\u{200b}治\u{ad}政\u{202e}府\u{1b}建\u{fffc}设\u{feff}\u{fffd}";
        assert_eq!(clean(text).text, "法治政府建设\u{fffd}");
        let all = ["零宽字符", "软连字符", "方向控制符", "控制字符", "对象占位符", "零宽字符"];
        assert_eq!(labels(text), all);
        assert_eq!(clean(text).removed[1].offset, "法\u{200b}治".len());
    }

    #[test]
    fn joiners_stay_in_emoji_only() {
        let family = "👨\u{200d}👩\u{200d}👧❤\u{fe0f}\u{200d}🔥";
        assert_eq!(clean(family).text, family);
        assert_eq!(clean("法\u{200d}治👨\u{200d}").text, "法治👨");
    }

    #[test]
    fn bookmarks_are_taken_out_whole() {
        let cleaned = clean("一[bookmark: _GoBack]二[注]");
        assert_eq!(cleaned.text, "一二[注]");
        let text = "[bookmark: _GoBack]".to_owned();
        assert_eq!(cleaned.removed, [Removed { what: Residue::Bookmark, offset: 3, text }]);
        assert_eq!(clean("[bookmark: 没有\n尽头]").removed, []);
        assert_eq!(clean("[book[bookmark: a]mark: b]").text, "");
    }

    #[test]
    fn indentation_is_for_trim() {
        assert_eq!(clean("\u{3000}\u{3000}法治").text, "\u{3000}\u{3000}法治");
        assert_eq!(trim_paragraph("\u{3000} \t法 治\u{3000}\n"), "法 治");
    }

    proptest! {
        #[test]
        fn twice_is_once(text in samples::raw()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once.text), Cleaned { text: once.text.clone(), removed: Vec::new() });
        }

        #[test]
        fn what_is_removed_stood_there(text in samples::raw()) {
            for removed in clean(&text).removed {
                let there = &text[removed.offset..];
                prop_assert!(there.starts_with(&removed.text) || removed.what == Residue::Bookmark);
            }
        }
    }
}
