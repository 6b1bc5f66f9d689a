//! The sentence in the status line.

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It tells what happened.
    #[default]
    Plain,
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

impl Notice {
    /// A sentence that tells what happened.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Plain,
        }
    }

    /// A sentence that asks for attention.
    pub fn trouble(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Trouble,
        }
    }
}
