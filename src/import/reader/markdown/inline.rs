//! Marks inside a paragraph: emphasis, code, links, escapes, references, tags.
//!
//! What a mark says is dropped, what it marks stays. The target of a link is
//! text that nobody reads on the page, so it is listed as noise.

use std::collections::HashMap;

use crate::import::notes::Note;
use crate::import::reader::place;
use crate::import::reader::references::{References, reference};
use crate::import::traced::{Origin, Traced};
use crate::report::Noise;

/// How far the end of a link is looked for, in characters.
const LONGEST_LINK: usize = 2_000;

/// The longest tag, in characters.
const LONGEST_TAG: usize = 400;

/// Tags that people write into Markdown; `<条例>` is none.
const TAGS: [&str; 26] = [
    "a", "b", "br", "center", "code", "dd", "div", "dl", "dt", "em", "font", "hr", "i", "img",
    "kbd", "li", "mark", "ol", "p", "s", "span", "strong", "sub", "sup", "u", "ul",
];

/// A character and where it stands.
type Sign = (char, Origin);

/// Reads the paragraphs of a text, one after another.
#[derive(Default)]
pub(super) struct Reader {
    references: References,
    /// Targets of links and comments.
    pub(super) noise: Vec<Noise>,
    /// Told of the first picture.
    pub(super) pictures: Option<Note>,
}

/// What was read at a place of a paragraph.
enum Step {
    /// Text, and how many signs it took.
    Text(Vec<Sign>, usize),
    /// A link: its words are read on, from and to; then on behind the end.
    Inside(usize, usize, usize),
    /// A run of `*` or `_`.
    Run(usize),
    /// The end of the line.
    Break(usize),
}

impl Reader {
    /// The lines of a paragraph.
    pub(super) fn lines(&mut self, pieces: &[Traced]) -> Vec<Traced> {
        let read = self.read(&joined(pieces));
        let mut lines = vec![Traced::default()];
        for (c, origin) in read {
            match lines.last_mut() {
                Some(line) if c != '\n' => line.push(c, origin),
                _ => lines.push(Traced::default()),
            }
        }
        lines.retain(|line| !line.trim().is_empty());
        lines
    }

    /// The cells of a row, joined by tabs.
    pub(super) fn row(&mut self, cells: &[Traced]) -> Traced {
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        // An empty cell has no place of its own: its tab stands where text was last.
        let mut place = filled.next().map(Traced::start).unwrap_or_default();
        let mut row = Traced::default();
        for (index, cell) in cells.iter().enumerate() {
            if !cell.is_empty() {
                place = cell.start();
            }
            if index > 0 {
                row.push('\t', place);
            }
            for (c, origin) in self.read(&joined(std::slice::from_ref(cell))) {
                row.push(if c == '\n' { ' ' } else { c }, origin);
            }
        }
        row
    }

    fn read(&mut self, signs: &[Sign]) -> Vec<Sign> {
        let mut text: Vec<Sign> = Vec::with_capacity(signs.len());
        let mut runs = Vec::new();
        // Where a link ends whose words are being read: (end of words, behind it).
        let mut link: Option<(usize, usize)> = None;
        let far = Far::of(signs);
        let mut at = 0;
        while at < signs.len() {
            if let Some((_, behind)) = link.filter(|(end, _)| at >= *end) {
                link = None;
                at = at.max(behind);
                continue;
            }
            match self.step(signs, at, &far) {
                Step::Text(read, length) => {
                    text.extend(read);
                    at += length;
                }
                Step::Inside(from, to, behind) => {
                    link = Some((to, behind));
                    at = from;
                }
                Step::Run(length) => {
                    runs.push((text.len(), length));
                    text.extend(&signs[at..at + length]);
                    at += length;
                }
                Step::Break(length) => {
                    text.push(('\n', signs[at].1));
                    at += length;
                }
            }
        }
        without_emphasis(text, &runs)
    }

    fn step(&mut self, signs: &[Sign], at: usize, far: &Far) -> Step {
        let (c, origin) = signs[at];
        let next = signs.get(at + 1).map(|sign| sign.0);
        let found = match c {
            '\\' => next
                .filter(char::is_ascii_punctuation)
                .map(|next| Step::Text(vec![(next, origin)], 2)),
            '`' => Some(far.code(signs, at)),
            '*' | '_' => Some(Step::Run(run(signs, at))),
            '!' if next == Some('[') => self.picture(signs, at),
            '[' => self.link(signs, at),
            '<' => self.tag(signs, at, far),
            '&' => self.reference(signs, at),
            _ => None,
        };
        found.unwrap_or_else(|| Step::Text(vec![(c, origin)], 1))
    }

    /// `[words](target)`: the words are text, the target is noise.
    fn link(&mut self, signs: &[Sign], at: usize) -> Option<Step> {
        let (words, behind) = link(signs, at)?;
        self.list_as_noise(&signs[words + 2..behind - 1]);
        Some(Step::Inside(at + 1, words, behind))
    }

    /// `![words](target)`: the words stand for a picture that is not taken over.
    fn picture(&mut self, signs: &[Sign], at: usize) -> Option<Step> {
        let (_, behind) = link(signs, at + 1)?;
        self.list_as_noise(&signs[at..behind]);
        let Origin { line, column } = signs[at].1;
        let message = "文件里有图片，没有导入：请核对正文有没有内容在图片里".to_owned();
        self.pictures.get_or_insert(Note { line, column, message });
        Some(Step::Text(Vec::new(), behind - at))
    }

    fn tag(&mut self, signs: &[Sign], at: usize, far: &Far) -> Option<Step> {
        let rest = &signs[at..];
        if starts_with(rest, "<!--") {
            far.comment_end.filter(|end| *end > at)?;
            let end = (4..rest.len()).find(|end| starts_with(&rest[*end..], "-->"))? + 3;
            self.list_as_noise(&rest[..end]);
            return Some(Step::Text(Vec::new(), end));
        }
        let end = rest.iter().take(LONGEST_TAG).position(|sign| sign.0 == '>')?;
        let inner: String = rest[1..end].iter().map(|sign| sign.0).collect();
        if inner.starts_with("http://") || inner.starts_with("https://") {
            return Some(Step::Text(rest[1..end].to_vec(), end + 1));
        }
        let name = inner.trim_start_matches('/').to_ascii_lowercase();
        let name = name.split([' ', '/', '\n']).next().unwrap_or_default();
        TAGS.contains(&name).then_some(())?;
        Some(match name {
            "br" | "p" | "div" | "center" | "li" | "hr" => Step::Break(end + 1),
            _ => Step::Text(Vec::new(), end + 1),
        })
    }

    fn reference(&mut self, signs: &[Sign], at: usize) -> Option<Step> {
        let near: String = signs[at..].iter().take(48).map(|sign| sign.0).collect();
        let name = &near[..reference(&near)];
        name.ends_with(';').then_some(())?;
        let decoded = self.references.decoded(name);
        let read = decoded.chars().map(|c| (c, signs[at].1)).collect();
        (decoded != name).then_some(Step::Text(read, name.chars().count()))
    }

    fn list_as_noise(&mut self, signs: &[Sign]) {
        let text: String = signs.iter().map(|sign| sign.0).collect();
        if let (false, Some((_, Origin { line, column }))) =
            (text.is_empty(), signs.first().copied())
        {
            self.noise.push(Noise { text, line, column });
        }
    }
}

/// The signs of lines that follow each other in a paragraph.
fn joined(pieces: &[Traced]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for piece in pieces {
        let text = piece.trim_end();
        if let (Some(last), Some(first)) = (signs.last().copied(), text.chars().next())
            && place::spaced(last.0, first)
        {
            signs.push((' ', Origin { column: last.1.column + 1, ..last.1 }));
        }
        let mut origin = piece.start();
        for c in text.chars() {
            signs.push((c, origin));
            origin.column += 1;
        }
    }
    signs
}

fn starts_with(signs: &[Sign], text: &str) -> bool {
    let mut signs = signs.iter();
    text.chars().all(|c| signs.next().is_some_and(|sign| sign.0 == c))
}

/// How many of the same sign follow each other.
fn run(signs: &[Sign], at: usize) -> usize {
    signs[at..].iter().take_while(|sign| sign.0 == signs[at].0).count()
}

/// Where the words of a link end, and where it ends; its target must look like one.
fn link(signs: &[Sign], at: usize) -> Option<(usize, usize)> {
    let near = &signs[..signs.len().min(at + LONGEST_LINK)];
    let words = (at + 1..near.len()).find(|i| matches!(near[*i].0, '[' | ']'))?;
    starts_with(&near[words..], "](").then_some(())?;
    let close = (words + 2..near.len()).find(|i| matches!(near[*i].0, ')' | '('))?;
    let target = &near[words + 2..close];
    let is_target = target.iter().any(|sign| matches!(sign.0, '/' | '.' | '#' | ':'));
    (near[close].0 == ')' && (is_target || target.is_empty())).then_some((words, close + 1))
}

/// The last of the marks that may end something far off, so that none is
/// looked for in vain from each place of a long paragraph.
struct Far {
    /// The start of the last run of backticks, by its length.
    ticks: HashMap<usize, usize>,
    /// The last end of a comment.
    comment_end: Option<usize>,
}

impl Far {
    fn of(signs: &[Sign]) -> Self {
        let mut ticks = HashMap::new();
        let mut at = 0;
        while at < signs.len() {
            let length = if signs[at].0 == '`' { run(signs, at) } else { 1 };
            if signs[at].0 == '`' {
                ticks.insert(length, at);
            }
            at += length;
        }
        let comment_end = (0..signs.len()).rev().find(|at| starts_with(&signs[*at..], "-->"));
        Self { ticks, comment_end }
    }

    /// The code between two runs of the same length, or the run as text.
    fn code(&self, signs: &[Sign], at: usize) -> Step {
        let length = run(signs, at);
        let mut end = at + length;
        let last = self.ticks.get(&length).copied().unwrap_or_default();
        while last > at && end <= last {
            let ticks = if signs[end].0 == '`' { run(signs, end) } else { 0 };
            if ticks == length {
                return Step::Text(signs[at + length..end].to_vec(), end + length - at);
            }
            end += ticks.max(1);
        }
        Step::Text(signs[at..at + length].to_vec(), length)
    }
}

/// The text without its runs of `*` and `_`, if every one of them has its twin:
/// a report with figures masked as `**` has them too.
fn without_emphasis(text: Vec<Sign>, runs: &[(usize, usize)]) -> Vec<Sign> {
    let marks = runs.iter().filter(|(start, length)| is_mark(&text, *start, *length));
    let mut open: Vec<(char, usize)> = Vec::new();
    for (start, length) in marks.clone() {
        let sort = (text[*start].0, *length);
        if open.last() == Some(&sort) && is_solid(start.checked_sub(1).map(|at| &text[at])) {
            open.pop();
        } else if *length <= 3 && is_solid(text.get(start + length)) {
            open.push(sort);
        } else {
            return text;
        }
    }
    if !open.is_empty() {
        return text;
    }
    let places: Vec<usize> = marks.flat_map(|(start, length)| *start..start + length).collect();
    let mut places = places.into_iter().peekable();
    let kept = text.into_iter().enumerate().filter(|(at, _)| places.next_if_eq(at).is_none());
    kept.map(|(_, sign)| sign).collect()
}

/// Whether a run may be a mark: not in the middle of `a_b`, not alone as in `3 * 5`.
fn is_mark(text: &[Sign], start: usize, length: usize) -> bool {
    let before = start.checked_sub(1).map(|at| &text[at]);
    let after = text.get(start + length);
    let is_word = |sign: Option<&Sign>| sign.is_some_and(|sign| sign.0.is_alphanumeric());
    let inside = text[start].0 == '_' && is_word(before) && is_word(after);
    !inside && (is_solid(before) || is_solid(after))
}

/// A sign that is no white space.
fn is_solid(sign: Option<&Sign>) -> bool {
    sign.is_some_and(|sign| !sign.0.is_whitespace())
}
