//! Strings that run over the end of their line.
//!
//! This program writes each string on one line, so a plain string that goes on
//! has lost its closing quote, most often to a full-width ”. The RON reader
//! cannot know that: it takes the next opening quote for the closing one.

/// A string that has lost its closing quote.
pub(super) struct Torn {
    /// The byte to point at: the full-width quote, else the opening one.
    pub(super) at: usize,
    quote: Option<char>,
}

impl Torn {
    /// What is wrong, as a sentence.
    pub(super) fn what(&self) -> String {
        match self.quote {
            Some(quote) => {
                format!(
                    "这段文字没有用半角引号结束，这里是全角引号（{quote}），应当是半角引号（\"）"
                )
            }
            None => "从这里开始的文字没有用半角引号（\"）结束".to_owned(),
        }
    }
}

/// The first torn string that opens before the byte `before`.
pub(super) fn find(text: &str, before: usize) -> Option<Torn> {
    let mut at = 0;
    loop {
        let open = at + text[at..].find(['"', '/'])?;
        if open >= before {
            return None;
        }
        let rest = &text[open..];
        let length = if rest.starts_with('/') {
            comment(rest)
        } else if let Some(hashes) = raw(&text[..open]) {
            let close = format!("\"{}", "#".repeat(hashes));
            rest[1..].find(&close).map(|skip| 1 + skip + close.len())
        } else {
            let length = plain(rest);
            if rest[..length.unwrap_or(rest.len())].contains('\n') {
                return Some(torn_at(text, open));
            }
            length
        };
        at = open + length?;
    }
}

/// The length of what begins with a slash.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return rest.find('\n');
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map(|end| end + 2);
    }
    Some(1)
}

/// How many `#` stand before a quote that opens a raw string.
fn raw(before: &str) -> Option<usize> {
    let head = before.trim_end_matches('#');
    head.ends_with('r').then(|| before.len() - head.len())
}

/// The length of a plain string with its quotes.
fn plain(rest: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn torn_at(text: &str, open: usize) -> Torn {
    let line = text[open..].lines().next().unwrap_or("");
    let bare = line.trim_end().trim_end_matches([',', '，', ')', '）', ']']);
    let last = bare.char_indices().next_back();
    match last.filter(|(_, c)| "”“＂」".contains(*c)) {
        Some((skip, quote)) => Torn { at: open + skip, quote: Some(quote) },
        None => Torn { at: open, quote: None },
    }
}
