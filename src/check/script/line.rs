//! One line of a report: what it is, where it comes from, and what its author wrote.

use std::ops::Range;

use crate::report::find::Site;
use crate::report::prose::{self, Piece};
use crate::report::{Report, SectionId};

/// A text that a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// A text of the report.
    Text(Site),
    /// The number before a heading, as it is printed.
    Number(SectionId),
    /// The mark behind a heading.
    HeadingEnd(SectionId),
    /// A line of the file as it stood, by its number among those that were read, from 1.
    Source(usize),
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// 发文机关.
    Issuer,
    /// The title.
    Title,
    /// 发文字号.
    DocNumber,
    /// 主送机关.
    Addressee,
    /// The number before a heading: 一、 or （一）.
    Number,
    /// A heading without number and end mark.
    Heading,
    /// The mark behind a heading; empty for none.
    HeadingEnd,
    /// A paragraph.
    Text,
    /// 附件.
    Attachment,
    /// 署名.
    Signature,
    /// 成文日期.
    Date,
    /// 附注.
    Contact,
    /// 抄送.
    CopyTo,
    /// A line of a file that is no text of the report.
    Removed,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text that it comes from.
    pub at: Where,
    /// What it is.
    pub part: Part,
    /// Its section, by its number in [`Script::divisions`](super::Script::divisions).
    pub division: usize,
    /// Whether it is a line of a file as it stood: then it is there a second
    /// time, as a text of the report.
    pub source: bool,
    /// What stands there, citations filled in.
    pub text: String,
    /// The same as the author wrote it, where that differs.
    written: Option<Written>,
}

/// A text with citations, and what took their place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Written {
    text: String,
    /// Stretches of the line with what they stand for in the text, in order.
    filled: Vec<(Range<usize>, Range<usize>)>,
}

impl Line {
    /// A line that stands as it was written.
    pub fn plain(at: Where, part: Part, division: usize, text: impl Into<String>) -> Self {
        Self { at, part, division, source: false, text: text.into(), written: None }
    }

    /// A line of a file as it stood, from 1.
    pub fn source(line: usize, part: Part, division: usize, text: impl Into<String>) -> Self {
        Self { source: true, ..Self::plain(Where::Source(line), part, division, text) }
    }

    /// The text of the author.
    pub fn written(&self) -> &str {
        self.written.as_ref().map_or(&self.text, |written| &written.text)
    }

    /// The stretch of the author's text that a stretch of the line comes from:
    /// all of a citation where it reaches into one.
    pub fn range_written(&self, range: Range<usize>) -> Range<usize> {
        let Some(written) = &self.written else { return range };
        let end = |byte: usize, start: bool| {
            let behind = written.filled.partition_point(|(own, _)| own.end <= byte);
            match written.filled.get(behind) {
                Some((own, from)) if own.start < byte => {
                    if start {
                        from.start
                    } else {
                        from.end
                    }
                }
                _ => match behind.checked_sub(1).and_then(|last| written.filled.get(last)) {
                    Some((own, from)) => from.end + (byte - own.end),
                    None => byte,
                },
            }
        };
        // A stretch that begins with a figure begins with its citation.
        let first = written.filled.iter().find(|(own, _)| own.start == range.start);
        let start = first.map_or_else(|| end(range.start, true), |(_, from)| from.start);
        start..end(range.end, false).max(start)
    }

    /// Where the figure with this name is cited, and filled in.
    pub fn citation(&self, name: &str) -> Option<Range<usize>> {
        let Written { text, filled } = self.written.as_ref()?;
        let cites = |from: &Range<usize>| {
            let own = text.get(from.clone())?.strip_prefix('{')?.strip_suffix('}')?;
            (own == name).then_some(())
        };
        filled.iter().find(|(_, from)| cites(from).is_some()).map(|(own, _)| own.clone())
    }

    /// Whether a stretch stands as it was written: only there a fix can be made.
    pub fn is_written(&self, range: &Range<usize>) -> bool {
        let Some(written) = &self.written else { return true };
        let touches = |own: &Range<usize>| own.start < range.end && range.start < own.end;
        !written.filled.iter().any(|(own, _)| touches(own))
    }

    /// A paragraph with its figures filled in.
    pub(super) fn filled(at: Where, division: usize, text: &str, report: &Report) -> Self {
        let plain = || Self::plain(at, Part::Text, division, text);
        if !text.contains('{') {
            return plain();
        }
        let mut line = String::with_capacity(text.len());
        let mut filled = Vec::new();
        for (from, piece) in prose::pieces(text) {
            let value = match piece {
                Piece::Citation(name) => report.figure(name).and_then(|own| own.value.as_ref()),
                Piece::Text(_) | Piece::Blank(_) => None,
            };
            let start = line.len();
            match value {
                Some(value) => {
                    line.push_str(value.written());
                    filled.push((start..line.len(), from));
                }
                None => line.push_str(&text[from]),
            }
        }
        if filled.is_empty() {
            return plain();
        }
        let written = Some(Written { text: text.to_owned(), filled });
        Self { text: line, written, ..plain() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Amount, Figure, Place, testing};

    #[test]
    fn a_stretch_of_a_filled_line_comes_from_its_citation() {
        let mut report = testing::report();
        report.figures = vec![Figure {
            name: "合同".into(),
            value: Some(Amount::parse("43").unwrap()),
            unit: "份".into(),
            source: String::new(),
        }];
        let text = "审查{合同}份，出具{意见}条。";
        let at = Where::Text(Site::Paragraph(Place::Preamble, 0));
        let line = Line::filled(at, 0, text, &report);
        assert_eq!(line.text, "审查43份，出具{意见}条。");
        let written = |part: &str| {
            let start = line.text.find(part).unwrap();
            let range = start..start + part.len();
            (line.is_written(&range), &text[line.range_written(range)])
        };
        assert_eq!(written("43份"), (false, "{合同}份"));
        assert_eq!(written("3"), (false, "{合同}"));
        assert_eq!(written("审查4"), (false, "审查{合同}"));
        assert_eq!(written("份，"), (true, "份，"));
        assert_eq!(written("审查"), (true, "审查"));
        assert_eq!(written("条。"), (true, "条。"));
    }
}
