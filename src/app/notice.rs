//! The sentence in the status line.

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It tells what happened.
    #[default]
    Plain,
    /// It tells that all is saved: it stays until something else is to be told.
    Saved,
    /// It tells that the text is not saved: it stays until it is.
    Unsaved,
    /// It asks for attention: something did not work.
    Trouble,
}

/// The sentence in the status line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// What is told of a key that is bound nowhere here.
pub fn unbound(key: &str) -> String {
    format!("{key} 在这里没有用处，按 F1 看能用的键")
}

impl Notice {
    /// A sentence that tells what happened.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    /// A sentence that tells that all is saved.
    pub fn saved(time: &str) -> Self {
        Self { text: format!("已保存 {time}"), tone: Tone::Saved }
    }

    /// Takes a sentence away that the next key has made old.
    pub fn fade(&mut self) {
        if !matches!(self.tone, Tone::Saved | Tone::Unsaved) {
            *self = Self::default();
        }
    }

    /// A sentence that asks for attention.
    pub fn trouble(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Trouble }
    }
}
