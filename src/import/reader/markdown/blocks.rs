//! The blocks of a Markdown text: headings, paragraphs, items of lists, rows, code.
//!
//! Line by line, with at most one line to look ahead. Lines of one paragraph
//! are joined only where they were cut at a width, and never behind the end of
//! a sentence: who writes one paragraph a line without blank lines between them
//! means them to be apart.

use crate::import::traced::{Origin, Traced};
use crate::report::Noise;
use crate::text::width::{Ambiguous, columns};

/// A line that was cut is at least this wide, in columns, and at most twice the usual 80.
const CUT: std::ops::RangeInclusive<usize> = 48..=160;

/// A text is taken for cut if so many wide lines break off and go on in the next.
const FEWEST: usize = 2;

/// A piece of the text that is read on its own.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) content: Content,
    /// The rank of a heading, 1 to 6.
    pub(super) rank: Option<u8>,
}

/// What a block holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Lines of one paragraph that are joined.
    Text(Vec<Traced>),
    /// The cells of a row.
    Row(Vec<Traced>),
    /// A line of code: no mark in it is one.
    Verbatim(Traced),
}

/// The blocks of a text, and what in it is not of the document.
pub(super) fn split(text: &str) -> (Vec<Block>, Vec<Noise>) {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut splitter = Splitter { was_cut: was_cut(&lines), ..Splitter::default() };
    let front = front_matter(&lines);
    for (index, line) in lines.iter().enumerate() {
        let traced = Traced::new(*line, Origin { line: index + 1, column: 1 });
        if index < front {
            splitter.list_as_noise(&traced);
        } else {
            splitter.take(&traced, lines.get(index + 1).copied().unwrap_or_default());
        }
    }
    splitter.end_paragraph();
    (splitter.blocks, splitter.noise)
}

/// Whether lines of the text were cut: a wide line alone proves nothing.
fn was_cut(lines: &[&str]) -> bool {
    let breaks_off = |two: &&[&str]| {
        let is_prose = heading(two[0]).is_none() && !two[0].contains('|');
        let goes_on = !two[1].trim().is_empty() && !begins_numbered(two[1]);
        is_prose
            && goes_on
            && !ends(two[0])
            && CUT.contains(&columns(two[0].trim_end(), Ambiguous::Wide))
    };
    lines.windows(2).filter(breaks_off).count() >= FEWEST
}

/// Whether a line ends a sentence.
fn ends(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['”', '’', '）', ')']);
    line.ends_with(['。', '！', '？', '：'])
}

/// How many lines at the start are settings between two rows of `---`.
fn front_matter(lines: &[&str]) -> usize {
    if lines.first().map(|line| line.trim_end()) != Some("---") {
        return 0;
    }
    let is_setting =
        |line: &&&str| line.is_empty() || line.starts_with([' ', '-', '#']) || line.contains(':');
    let settings = lines[1..].iter().take_while(|line| line.trim_end() != "---");
    let count = settings.clone().count();
    let closed = lines.len() > count + 1;
    if closed && settings.clone().all(|line| is_setting(&line)) { count + 2 } else { 0 }
}

#[derive(Default)]
struct Splitter {
    blocks: Vec<Block>,
    noise: Vec<Noise>,
    /// The lines of the paragraph that is open.
    paragraph: Vec<Traced>,
    /// The mark that ends the code, in code.
    fence: Option<String>,
    /// In a table, behind its row of dashes.
    table: bool,
    /// Whether lines of the text were cut at a width.
    was_cut: bool,
}

impl Splitter {
    /// Takes a line; `next` is the one behind it.
    fn take(&mut self, line: &Traced, next: &str) {
        if let Some(fence) = &self.fence {
            if line.trim().starts_with(&**fence)
                && line.trim().trim_start_matches(['`', '~']).is_empty()
            {
                self.fence = None;
            } else {
                self.push(Content::Verbatim(line.clone()), None);
            }
            return;
        }
        let line = &unquoted(line);
        let text = line.trim_end();
        if text.trim().is_empty() {
            self.end_paragraph();
            self.table = false;
        } else if let Some(fence) = fence(text) {
            self.end_paragraph();
            self.list_as_noise(&line.part(text.trim_start().trim_start_matches(['`', '~'])));
            self.fence = Some(fence);
        } else if let Some((rank, heading)) = heading(text) {
            self.end_paragraph();
            self.push(Content::Text(vec![line.part(heading)]), Some(rank));
        } else if !self.underline(text) {
            self.plain(line, text, next);
        }
    }

    /// A row of `=` or `-`: makes the line above it a heading, or is a rule.
    fn underline(&mut self, text: &str) -> bool {
        let rank = underline(text);
        if !is_rule(text) && (rank.is_none() || self.paragraph.is_empty()) {
            return false;
        }
        match (rank, &mut *self.paragraph) {
            (Some(_), [line]) if !line.trim_end().ends_with(['。', '；', '：']) => {
                let line = std::mem::take(line);
                self.paragraph.clear();
                self.push(Content::Text(vec![line]), rank);
            }
            _ => self.end_paragraph(),
        }
        true
    }

    fn plain(&mut self, line: &Traced, text: &str, next: &str) {
        let is_header = text.contains('|') && is_dashes(next);
        let framed = text.trim().len() > 1 && text.trim().starts_with('|') && text.ends_with('|');
        if self.table && is_dashes(text) {
            return;
        }
        if is_header || framed || (self.table && text.contains('|')) {
            self.end_paragraph();
            self.table = true;
            self.push(Content::Row(cells(line, text)), None);
            return;
        }
        self.table = false;
        if let Some(definition) = text.trim().strip_prefix('[')
            && definition.split_once("]:").is_some_and(|(name, _)| !name.starts_with('^'))
        {
            self.end_paragraph();
            self.list_as_noise(line);
        } else if let Some(item) = bullet(text) {
            self.end_paragraph();
            self.paragraph.push(line.part(item));
        } else {
            if begins_numbered(text) {
                self.end_paragraph();
            }
            self.paragraph.push(line.part(line.trim_start_matches([' ', '\t'])));
        }
    }

    /// Ends the paragraph: one block for each stretch of lines that were cut.
    fn end_paragraph(&mut self) {
        let lines = std::mem::take(&mut self.paragraph);
        let widths: Vec<usize> =
            lines.iter().map(|line| columns(line.trim_end(), Ambiguous::Wide)).collect();
        let widest = widths.iter().copied().max().unwrap_or_default();
        let mut piece: Vec<Traced> = Vec::new();
        for (line, width) in lines.into_iter().zip(widths) {
            let is_full = CUT.contains(&widest) && width * 4 >= widest * 3;
            let was_cut = self.was_cut && is_full && !ends(&line);
            let breaks = hard_break(&line);
            piece.push(line.part(breaks.unwrap_or(&line)));
            if !was_cut || breaks.is_some() {
                self.push(Content::Text(std::mem::take(&mut piece)), None);
            }
        }
        if !piece.is_empty() {
            self.push(Content::Text(piece), None);
        }
    }

    fn push(&mut self, content: Content, rank: Option<u8>) {
        self.blocks.push(Block { content, rank });
    }

    fn list_as_noise(&mut self, line: &Traced) {
        let text = line.trimmed();
        if !text.is_empty() {
            let Origin { line, column } = text.start();
            self.noise.push(Noise { text: text.into_string(), line, column });
        }
    }
}

/// The line without the marks of a quotation; that of `>60%` is none.
fn unquoted(line: &Traced) -> Traced {
    let mut rest = line.as_str();
    while let Some(inner) = rest.trim_start_matches(' ').strip_prefix('>') {
        if inner.starts_with(|c: char| c.is_ascii_digit() || c == '=') {
            break;
        }
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    line.part(rest)
}

/// The mark of a row that begins code.
fn fence(text: &str) -> Option<String> {
    let text = text.trim_start();
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let count = text.chars().take_while(|c| *c == mark).count();
    let is_fence = count >= 3 && !text[count..].contains(mark);
    is_fence.then(|| mark.to_string().repeat(count))
}

/// The rank and the text of a heading with `#`. The space is often forgotten
/// in Chinese text; one `#` without it may be a tag.
fn heading(text: &str) -> Option<(u8, &str)> {
    let text = text.trim_start_matches(' ');
    let rest = text.trim_start_matches('#');
    let rank = text.len() - rest.len();
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t', '\u{3000}']);
    if !(1..=6).contains(&rank) || !(spaced || rank > 1) {
        return None;
    }
    let heading = rest.trim();
    let open = heading.trim_end_matches('#');
    let closed = open.len() < heading.len() && (open.is_empty() || open.ends_with(' '));
    let heading = if closed { open.trim_end() } else { heading };
    Some((u8::try_from(rank).ok()?, heading))
}

/// The rank that a row of marks gives to the line above it.
fn underline(text: &str) -> Option<u8> {
    let text = text.trim();
    match text.chars().next()? {
        '=' if text.chars().all(|c| c == '=') => Some(1),
        '-' if text.len() > 1 && text.chars().all(|c| c == '-') => Some(2),
        _ => None,
    }
}

/// A row of three or more marks that draws a line.
fn is_rule(text: &str) -> bool {
    let marks: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '\t')).collect();
    let first = marks.first().filter(|c| matches!(c, '-' | '*' | '_'));
    marks.len() >= 3 && first.is_some_and(|first| marks.iter().all(|c| c == first))
}

/// The row of dashes below the head of a table.
fn is_dashes(text: &str) -> bool {
    let only = text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    only && text.contains('|') && text.contains('-')
}

/// The cells of a row; `\|` is no border.
fn cells(line: &Traced, text: &str) -> Vec<Traced> {
    let text = text.trim();
    let row = line.part(text.strip_prefix('|').unwrap_or(text));
    let mut cells = vec![Traced::default()];
    let mut escaped = false;
    let mut origin = row.start();
    for c in row.chars() {
        match cells.last_mut() {
            Some(cell) if c != '|' || escaped => cell.push(c, origin),
            _ => cells.push(Traced::default()),
        }
        escaped = c == '\\' && !escaped;
        origin.column += 1;
    }
    if text.ends_with('|') && !text.ends_with("\\|") {
        cells.pop();
    }
    cells.iter().map(Traced::trimmed).collect()
}

/// The text of an item with a bullet. `- 1 -` is the number of a page.
fn bullet(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.strip_prefix(['-', '*', '+'])?;
    let item = rest.strip_prefix([' ', '\t'])?.trim_start_matches([' ', '\t']);
    let is_page = text.starts_with('-') && item.ends_with(" -");
    (!is_page).then_some(item)
}

/// Whether the line begins with a number, and so does not go on from the one before.
fn begins_numbered(text: &str) -> bool {
    let text = text.trim_start();
    let inner = text.trim_start_matches(['（', '(']);
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = inner.trim_start_matches(is_digit);
    let digits = inner[..inner.len() - rest.len()].chars().count();
    let bracket = inner.len() < text.len() && rest.starts_with(['）', ')']);
    let stop = rest.starts_with(['、', '．', ')', '）']) || rest.starts_with(". ");
    (1..=3).contains(&digits) && (bracket || stop) || text.starts_with('\u{3000}')
}

/// The line without the mark at its end that ends it for good.
fn hard_break(line: &str) -> Option<&str> {
    let spaces = line.ends_with("  ").then(|| line.trim_end());
    spaces.or_else(|| line.strip_suffix('\\').filter(|rest| !rest.ends_with('\\')))
}
