//! A line of the file, with what it is in the report.
//!
//! A passage keeps how it stood in the file beside its clean text, because
//! side-by-side signatures are told by their spaces, and because a line that
//! turns out to be noise is listed as it stood. What it is in the report is
//! decided once, here, and can be changed by the user; nothing else is stored.

use std::ops::Range;

use crate::report::{Level, Noise};

use super::residue;
use super::source::{MANUAL_BREAKS, Source, SourceLine};
use super::traced::{Origin, Traced};

/// What a passage is in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 发文机关, on a line of its own above the title.
    Issuer,
    /// The title, or a line of it.
    Title,
    /// 发文字号.
    DocNumber,
    /// 主送机关.
    Addressee,
    /// The heading of a part or an item; its text may follow in the same line.
    Heading(Level),
    /// A paragraph: of 导语 before the first heading, else of the section above.
    Text,
    /// 附件说明.
    Attachment,
    /// 署名.
    Signature,
    /// 成文日期; the names that sign may stand before it.
    Date,
    /// 附注, such as a contact.
    Contact,
    /// 抄送.
    CopyTo,
    /// No text of the report: left out and listed.
    Noise,
}

impl Role {
    /// All roles, as they are offered to the user.
    pub const ALL: [Self; 13] = [
        Self::Heading(Level::Part),
        Self::Heading(Level::Item),
        Self::Text,
        Self::Noise,
        Self::Title,
        Self::Issuer,
        Self::DocNumber,
        Self::Addressee,
        Self::Attachment,
        Self::Signature,
        Self::Date,
        Self::Contact,
        Self::CopyTo,
    ];

    /// The name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Issuer => "发文机关",
            Self::Title => "标题",
            Self::DocNumber => "文号",
            Self::Addressee => "主送机关",
            Self::Heading(Level::Part) => "一级标题",
            Self::Heading(Level::Item) => "二级标题",
            Self::Text => "正文",
            Self::Attachment => "附件",
            Self::Signature => "署名",
            Self::Date => "日期",
            Self::Contact => "附注",
            Self::CopyTo => "抄送",
            Self::Noise => "去掉",
        }
    }
}

/// A line that holds text, or several that were joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// As it stood, without white space at its ends.
    pub(super) raw: Traced,
    /// The white space that stood before it.
    pub(super) indent: String,
    /// Where others were joined to it, in bytes of `raw`.
    seams: Vec<usize>,
    /// Fit to be stored: no residue, no white space at its ends.
    pub(super) text: Traced,
    /// What was taken out of it.
    pub(super) residue: Vec<Noise>,
    /// The level that its style gives it.
    pub(super) level: Option<Level>,
    /// Whether it belongs to the frame of a web page.
    pub(super) frame: bool,
    /// What it is in the report.
    pub role: Role,
    /// Why this is not certain, in a sentence for the user.
    pub doubt: Option<String>,
}

impl Passage {
    /// A passage of text from a piece of a file, residue included.
    pub(super) fn new(piece: &Traced) -> Self {
        let (text, residue) = residue::take(piece);
        let indent = &piece[..piece.len() - piece.trim_start().len()];
        Self {
            raw: piece.trimmed(),
            indent: indent.to_owned(),
            seams: Vec::new(),
            text: text.trimmed(),
            residue,
            level: None,
            frame: false,
            role: Role::Text,
            doubt: None,
        }
    }

    /// Its words, as they go into the report.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it begins in the file.
    pub fn origin(&self) -> Origin {
        self.raw.start()
    }

    /// The byte of its text at which another was first joined to it: where it may
    /// have to be cut again.
    pub fn seam(&self) -> Option<usize> {
        let wanted = self.raw.origin(*self.seams.first()?);
        self.text.origins().find(|(.., stands)| *stands == wanted).map(|(at, ..)| at)
    }

    /// Itself as entries of the noise list, one for each piece that was joined.
    pub(super) fn as_noise(&self) -> Vec<Noise> {
        let starts = std::iter::once(0).chain(self.seams.iter().copied());
        let ends = self.seams.iter().copied().chain([self.raw.len()]);
        let pieces = starts.zip(ends).map(|(start, end)| self.raw.slice(start..end).trimmed());
        pieces.filter(|piece| !piece.is_empty()).map(|piece| noise(&piece)).collect()
    }

    /// The text without white space: what is compared and matched.
    pub(super) fn compact(&self) -> String {
        compact(&self.text)
    }

    /// Length in characters without white space.
    pub(super) fn len(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }

    /// Takes another role, with a doubt.
    pub(super) fn doubtful(&mut self, role: Role, doubt: impl Into<String>) {
        self.role = role;
        self.doubt = Some(doubt.into());
    }

    /// Puts the passage behind it at its end. Latin words stay apart; a number
    /// that the end of a line cut in two becomes one again.
    pub(super) fn join(&mut self, next: Self) {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let apart = letter(self.text.chars().next_back()) && letter(next.text.chars().next());
        for (own, more) in [(&mut self.raw, &next.raw), (&mut self.text, &next.text)] {
            if apart {
                own.push(' ', own.origin(own.len()));
            }
            own.append(more);
        }
        let start = self.raw.len() - next.raw.len();
        self.seams.push(start);
        self.seams.extend(next.seams.iter().map(|seam| start + seam));
        self.residue.extend(next.residue);
    }

    /// Whether other lines were joined to it.
    pub(super) fn is_joined(&self) -> bool {
        !self.seams.is_empty()
    }

    /// The two passages that it comes to when it is cut before this byte of its
    /// text, its doubt at the first; `None` where nothing would be left of one.
    pub(super) fn cut(&self, byte: usize) -> Option<(Self, Self)> {
        let mut pieces = self.pieces(&[byte]).into_iter();
        let first = pieces.next()?;
        pieces.next().map(|second| (first, second))
    }

    /// The passages that it comes to when it is cut before these bytes of its
    /// text, in order; no cut where nothing would be left of a piece.
    pub(super) fn pieces(&self, bytes: &[usize]) -> Vec<Self> {
        let mut cuts = vec![0];
        let mut raw = self.raw.origins();
        let mut text = self.text.origins().peekable();
        for byte in bytes {
            while text.next_if(|(at, ..)| at < byte).is_some() {}
            let Some((_, _, wanted)) = text.peek().filter(|(at, ..)| at == byte) else { continue };
            cuts.extend(raw.find(|(.., stands)| stands == wanted).map(|(at, ..)| at));
        }
        cuts.push(self.raw.len());
        let ranges = cuts.windows(2).map(|two| two[0]..two[1]);
        let mut pieces: Vec<Self> = Vec::with_capacity(bytes.len() + 1);
        for range in ranges.filter(|range| !range.is_empty()) {
            pieces.push(self.piece(range));
        }
        if pieces.len() < 2 || pieces.iter().any(|piece| piece.text.is_empty()) {
            return vec![self.clone()];
        }
        // What stood around the text went with the white space at its ends.
        let listed: Vec<&Noise> = pieces.iter().flat_map(|piece| &piece.residue).collect();
        let around = self.residue.iter().filter(|noise| !listed.contains(noise));
        let around: Vec<Noise> = around.cloned().collect();
        if let Some(first) = pieces.first_mut() {
            (first.role, first.level, first.frame) = (self.role, self.level, self.frame);
            first.residue.splice(0..0, around);
            (first.indent, first.doubt) = (self.indent.clone(), self.doubt.clone());
        }
        pieces
    }

    /// A piece of it as a passage of its own, by bytes of `raw`. Lines that were joined
    /// are looked through one by one: no field code goes on over the end of its line.
    fn piece(&self, range: Range<usize>) -> Self {
        let seams = self.seams.iter().copied();
        let starts = std::iter::once(range.start).chain(seams.filter(|seam| {
            range.start < *seam
                && *seam < range.end
                && !self.raw[range.start..*seam].trim().is_empty()
        }));
        let starts: Vec<usize> = starts.collect();
        let ends = starts.iter().copied().skip(1).chain([range.end]);
        let lines =
            starts.iter().zip(ends).map(|(start, end)| Self::new(&self.raw.slice(*start..end)));
        let mut lines = lines.filter(|line| !line.raw.is_empty());
        let mut passage = lines.next().unwrap_or_else(|| Self::new(&Traced::default()));
        lines.for_each(|line| passage.join(line));
        passage
    }
}

/// A piece of the file as an entry of the noise list.
pub(super) fn noise(piece: &Traced) -> Noise {
    let Origin { line, column } = piece.start();
    Noise { text: piece.to_string(), line, column }
}

/// A text without white space.
pub(super) fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The passages that hold text, and the residue of lines that hold nothing else.
pub(super) fn passages(source: &Source) -> (Vec<Passage>, Vec<Noise>) {
    let mut passages = Vec::new();
    let mut alone = Vec::new();
    for line in &source.lines {
        for piece in pieces(line) {
            let passage = Passage { level: line.level, frame: line.frame, ..Passage::new(&piece) };
            if passage.text.is_empty() {
                alone.extend(passage.residue);
            } else {
                passages.push(passage);
            }
        }
    }
    (passages, alone)
}

fn pieces(line: &SourceLine) -> Vec<Traced> {
    let pieces = line.text.split_inclusive(MANUAL_BREAKS);
    pieces.map(|piece| line.text.part(piece)).collect()
}

/// The passages of a plain text, and residue that stands alone.
#[cfg(test)]
pub(super) fn split(text: &str) -> (Vec<Passage>, Vec<Noise>) {
    passages(&super::read(text.as_bytes(), None).unwrap())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_kind_are_numbered_and_blank_ones_dropped() {
        let (passages, alone) = split("甲\r\n\r\n\u{3000}\u{3000}乙 \r丙\n");
        let seen: Vec<_> =
            passages.iter().map(|p| (p.origin().line, p.text(), p.origin().column)).collect();
        assert_eq!(seen, [(1, "甲", 1), (3, "乙", 3), (4, "丙", 1)]);
        assert!(alone.is_empty());
    }

    #[test]
    fn a_manual_line_break_parts_two_paragraphs() {
        let (passages, _) = split("甲\u{b} 乙\u{a0}丙");
        assert_eq!(passages.len(), 2);
        assert_eq!(passages[1].origin(), Origin { line: 1, column: 4 });
        assert_eq!(passages[1].residue[0].column, 5);
    }

    #[test]
    fn what_is_cut_can_be_joined_again() {
        let (mut passages, _) = split("\u{a0}（一）健全\u{200b}机制全\u{a0}年开会");
        let whole = passages.remove(0);
        let (mut first, second) = whole.cut("（一）健全机制".len()).unwrap();
        assert_eq!((first.text(), second.text()), ("（一）健全机制", "全年开会"));
        assert_eq!((second.origin().column, second.residue[0].column), (10, 11));
        assert_eq!(first.residue[0].column, 1);
        first.join(second);
        assert_eq!((&first.text, &first.raw), (&whole.text, &whole.raw));
        assert_eq!(whole.cut(0), None);
        assert_eq!(whole.cut(whole.text.len()), None);
        assert_eq!(whole.cut(1), None);
    }

    #[test]
    fn a_number_that_was_cut_is_one_again() {
        let (mut passages, _) = split("　　罚没款项6789\n00元，案件1\n2件，覆盖率99.9\n5%");
        assert_eq!(passages[0].indent, "　　");
        let mut whole = passages.remove(0);
        for next in passages {
            whole.join(next);
        }
        assert_eq!(whole.text(), "罚没款项678900元，案件12件，覆盖率99.95%");
    }

    #[test]
    fn a_joined_passage_is_listed_piece_by_piece() {
        let (mut passages, _) = split("版权所有 A\nB 公司");
        let second = passages.remove(1);
        passages[0].join(second);
        assert_eq!(passages[0].text(), "版权所有 A B 公司");
        assert_eq!(passages[0].seam(), Some("版权所有 A ".len()));
        let listed = passages[0].as_noise();
        assert_eq!((listed[0].text.as_str(), listed[1].text.as_str()), ("版权所有 A", "B 公司"));
        assert_eq!((listed[1].line, listed[1].column), (2, 1));
    }
}
