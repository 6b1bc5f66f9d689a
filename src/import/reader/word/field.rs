//! Fields: an instruction to Word, and behind it the result that is printed.
//!
//! A field may lie in the instruction of another one; of both only the result
//! of the outer one is text.

/// The most fields that may stand in each other.
const MAX_FIELDS: usize = 64;

/// How much of an instruction is kept, to know what it asks for.
const KEPT: usize = 16;

/// The fields that are open, the innermost last.
#[derive(Default)]
pub(super) struct Fields(Vec<Field>);

struct Field {
    in_code: bool,
    code: String,
}

impl Fields {
    /// A field begins with its instruction.
    pub(super) fn begin(&mut self) {
        if self.0.len() < MAX_FIELDS {
            self.0.push(Field { in_code: true, code: String::new() });
        }
    }

    /// A part of the instruction comes.
    pub(super) fn code(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| field.code.len() < KEPT) {
            field.code.extend(text.chars().take(KEPT));
        }
    }

    /// The result begins.
    pub(super) fn begin_result(&mut self) {
        if let Some(field) = self.0.last_mut() {
            field.in_code = false;
        }
    }

    /// The field ends. True for a formula, such as a character in a circle: it
    /// has no result, Word draws it.
    pub(super) fn end(&mut self) -> bool {
        self.0.pop().is_some_and(|field| {
            let start = field.code.trim_start().get(..2);
            field.in_code && start.is_some_and(|start| start.eq_ignore_ascii_case("eq"))
        })
    }

    /// A paragraph ends: an instruction that goes on is broken, and must not
    /// hide what follows.
    pub(super) fn end_paragraph(&mut self) {
        let sound = self.0.iter().take_while(|field| !field.in_code).count();
        self.0.truncate(sound);
    }

    /// Whether what comes now is instruction.
    pub(super) fn in_code(&self) -> bool {
        self.0.iter().any(|field| field.in_code)
    }
}
