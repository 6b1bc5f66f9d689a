//! What is counted of a text, kept from one key to the next.
//!
//! 字数 and what is open stand on the screen at every key, and the citations and
//! blanks of the rows that are seen: counting a whole text for them would cost
//! its whole length. A tally keeps a paragraph in chunks whose counts add up and
//! counts only those anew that a change reaches. It is always what counting from
//! the start would give.

use std::ops::Range;

use super::Report;
use super::prose::{self, Piece, Sign};
use super::section::Place;
use crate::text::Splice;
use crate::text::count;

/// Bytes of a chunk: so short that it is counted in no time, so long that a text
/// has few. One that has grown to twice as much is parted.
const CHUNK: usize = 1024;

/// What is counted of one text, without its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    paragraphs: Vec<Paragraph>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Paragraph {
    chunks: Vec<Chunk>,
    words: usize,
    open: usize,
}

/// A stretch of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chunk {
    bytes: usize,
    words: usize,
    /// The signs in it, by their bytes from its start: most chunks have none.
    signs: Vec<Sign>,
}

impl Report {
    /// What is counted of a text.
    pub fn tally(&self, place: Place) -> Tally {
        let body = self.body(place).unwrap_or_default();
        Tally {
            paragraphs: body
                .iter()
                .map(|text| Paragraph::between(self, text, Vec::new(), Vec::new()))
                .collect(),
        }
    }
}

impl Tally {
    /// Brings the counts up to date with the text of a report in which a stretch was replaced.
    pub fn follow(&mut self, report: &Report, place: Place, splice: Splice) {
        let body = report.body(place).unwrap_or_default();
        let (first, last) = (splice.at.paragraph, splice.inserted.paragraph);
        let tail = self.paragraphs.get_mut(splice.removed.paragraph);
        let mut tail = tail.map(|own| own.behind(splice.removed.byte)).unwrap_or_default();
        let head = self.paragraphs.get_mut(first);
        let mut head = head.map(|own| own.before(splice.at.byte)).unwrap_or_default();
        let new = body.iter().enumerate().take(last + 1).skip(first).map(|(index, text)| {
            let head = if index == first { std::mem::take(&mut head) } else { Vec::new() };
            let tail = if index == last { std::mem::take(&mut tail) } else { Vec::new() };
            Paragraph::between(report, text, head, tail)
        });
        let new: Vec<Paragraph> = new.collect();
        // A text without any paragraph counts as one that is empty.
        let end = self.paragraphs.len().min(splice.removed.paragraph + 1);
        self.paragraphs.splice(first.min(end)..end, new);
    }

    /// 字数 as Word counts it.
    pub fn words(&self) -> usize {
        self.paragraphs.iter().map(|own| own.words).sum()
    }

    /// How much must still be filled: blanks, and figures without a value.
    pub fn open(&self) -> usize {
        self.paragraphs.iter().map(|own| own.open).sum()
    }

    /// The pieces of a paragraph with this text.
    pub fn pieces<'a>(&self, paragraph: usize, text: &'a str) -> Vec<(Range<usize>, Piece<'a>)> {
        self.paragraphs.get(paragraph).map(|own| own.pieces(text)).unwrap_or_default()
    }
}

impl Paragraph {
    /// A paragraph whose first and last chunks are known.
    fn between(report: &Report, text: &str, head: Vec<Chunk>, tail: Vec<Chunk>) -> Self {
        let bytes = |chunks: &[Chunk]| chunks.iter().map(|own| own.bytes).sum::<usize>();
        let new = &text[bytes(&head)..text.len() - bytes(&tail)];
        let mut own = Self { chunks: head, ..Self::default() };
        own.chunks.extend(chunks(new));
        own.chunks.extend(tail);
        own.words = own.chunks.iter().map(|own| own.words).sum();
        let pieces = own.pieces(text);
        own.open = pieces.iter().filter(|(_, piece)| report.is_open(piece)).count();
        own
    }

    /// Gives up the chunks that a change at this byte and behind it does not reach. It
    /// reaches its neighbours: a place where chunks meet holds as long as the
    /// characters on both sides of it stay.
    fn before(&mut self, byte: usize) -> Vec<Chunk> {
        let mut end = 0;
        let stays = self.chunks.iter().take_while(|own| {
            end += own.bytes;
            end < byte
        });
        let stays = stays.count();
        self.chunks.drain(..stays).collect()
    }

    /// The same for a change before this byte.
    fn behind(&mut self, byte: usize) -> Vec<Chunk> {
        let mut start = 0;
        let reached = self.chunks.iter().take_while(|own| {
            let reached = start <= byte;
            start += own.bytes;
            reached
        });
        let reached = reached.count();
        self.chunks.split_off(reached)
    }

    fn pieces<'a>(&self, text: &'a str) -> Vec<(Range<usize>, Piece<'a>)> {
        let mut signs = Vec::new();
        let mut start = 0;
        for own in &self.chunks {
            signs.extend(own.signs.iter().map(|sign| Sign { byte: start + sign.byte, ..*sign }));
            start += own.bytes;
        }
        prose::pieces_by(text, &signs)
    }
}

/// The chunks of a stretch of text.
fn chunks(mut text: &str) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    while !text.is_empty() {
        let end = if text.len() < 2 * CHUNK { text.len() } else { count::parting(text, CHUNK) };
        let (own, rest) = text.split_at(end);
        chunks.push(Chunk { bytes: end, words: count::words(own), signs: prose::signs(own) });
        text = rest;
    }
    chunks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::report::{Edit, testing};
    use crate::text::position::{self, Position};
    use crate::text::samples;

    const PLACE: Place = Place::Preamble;

    fn written(text: &str) -> Report {
        let mut report = testing::report();
        let removed = report.body(PLACE).unwrap().join("\n");
        let (at, inserted) = (Position::default(), text.to_owned());
        report.apply(Edit::Text { place: PLACE, at, removed, inserted }).unwrap();
        report
    }

    /// Whether a tally tells what the text itself does.
    #[track_caller]
    fn tells(tally: &Tally, report: &Report) {
        let body = report.body(PLACE).unwrap();
        assert_eq!(tally.words(), report.words(PLACE));
        assert_eq!(tally.open(), report.open_in(PLACE).len());
        for (paragraph, text) in body.iter().enumerate() {
            assert_eq!(tally.pieces(paragraph, text), prose::pieces(text));
        }
    }

    #[test]
    fn a_key_reaches_few_chunks_however_many_there_are() {
        let text = "全年审查合同43份，提出意见118条。".repeat(1000);
        let mut report = written(&text);
        let mut tally = report.tally(PLACE);
        let before = tally.paragraphs[0].chunks.clone();
        let at = Position { paragraph: 0, byte: text.len() / 2 };
        for _ in 0..500 {
            let (removed, inserted) = (String::new(), "法".to_owned());
            let splice = Splice::new(at, &removed, &inserted);
            report.apply(Edit::Text { place: PLACE, at, removed, inserted }).unwrap();
            tally.follow(&report, PLACE, splice);
        }
        tells(&tally, &report);
        let after = &tally.paragraphs[0].chunks;
        let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let behind = before.iter().rev().zip(after.iter().rev());
        let same = same + behind.take_while(|(a, b)| a == b).count();
        assert!(same >= before.len() - 2, "{same} of {}", before.len());
        assert!(after.len() <= before.len() + 1, "{} of {}", after.len(), before.len());
    }

    #[test]
    fn a_text_may_become_empty_and_be_written_again() {
        let mut report = written("【几】件");
        let mut tally = report.tally(PLACE);
        for (removed, inserted) in [("【几】件", ""), ("", "法\n治"), ("法\n", ""), ("治", "")]
        {
            let at = Position::default();
            let splice = Splice::new(at, removed, inserted);
            let (removed, inserted) = (removed.to_owned(), inserted.to_owned());
            report.apply(Edit::Text { place: PLACE, at, removed, inserted }).unwrap();
            tally.follow(&report, PLACE, splice);
            tells(&tally, &report);
        }
        assert_eq!(tally, Tally::default());
    }

    fn piece() -> impl Strategy<Value = String> {
        let marks = select(&["{", "}", "【", "】", "{指标}", "【几】", "\n"][..]);
        let long = (samples::paragraph(3), 1..400_usize).prop_map(|(text, n)| text.repeat(n));
        prop_oneof![4 => marks.prop_map(str::to_owned), 3 => samples::paragraph(6), 1 => long]
    }

    fn some_text() -> impl Strategy<Value = String> {
        prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
    }

    /// A stretch to be replaced, by what, and whether that is followed at once.
    type Replaced = ((usize, usize), (usize, usize), String, bool);

    fn replaced() -> impl Strategy<Value = Replaced> {
        let further = prop_oneof![4 => (Just(0), 0..60_usize), 1 => (0..3_usize, 0..3000_usize)];
        ((0..8_usize, 0..6000_usize), further, some_text(), any::<bool>())
    }

    proptest! {
        #[test]
        fn a_tally_that_follows_is_a_fresh_one(
            text in some_text(), changes in prop::collection::vec(replaced(), 1..6),
        ) {
            let mut report = written(&text);
            let mut tally = report.tally(PLACE);
            let mut missed: Option<Splice> = None;
            for ((paragraph, byte), (down, on), inserted, seen) in changes {
                let body = report.body(PLACE).unwrap();
                let at = position::clamp(body, Position { paragraph, byte });
                let to = Position { paragraph: at.paragraph + down, byte: at.byte + on };
                let removed = position::slice(body, at, position::clamp(body, to).max(at));
                let splice = Splice::new(at, &removed, &inserted);
                report.apply(Edit::Text { place: PLACE, at, removed, inserted }).unwrap();
                missed = Some(missed.map_or(splice, |missed| missed.then(splice)));
                if seen {
                    tally.follow(&report, PLACE, missed.take().unwrap());
                    tells(&tally, &report);
                }
            }
            if let Some(splice) = missed {
                tally.follow(&report, PLACE, splice);
            }
            tells(&tally, &report);
        }
    }
}
