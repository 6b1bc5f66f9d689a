//! The code pages of a Windows console: UTF-8 while the program runs, then what they were.
//!
//! On other systems there are none, and nothing is done.

/// UTF-8, as Windows numbers it.
const UTF_8: u32 = 65001;

/// The code pages of a console, as Windows numbers them; 0 for one that it does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CodePages {
    /// Of what is typed.
    input: u32,
    /// Of what is shown.
    output: u32,
}

/// Those that the program works with.
const WANTED: CodePages = CodePages { input: UTF_8, output: UTF_8 };

/// What makes the second pair of the first: only what differs, and nothing where a page
/// is not known, for then it could not be given back.
fn changes(from: CodePages, to: CodePages) -> (Option<u32>, Option<u32>) {
    let change = |from, to| (from != to && from != 0 && to != 0).then_some(to);
    (change(from.input, to.input), change(from.output, to.output))
}

impl CodePages {
    /// Sets both to UTF-8 and gives what they were.
    pub(super) fn take() -> Self {
        let before = system::read();
        system::set(changes(before, WANTED));
        before
    }

    /// Sets them to what they were.
    pub(super) fn give_back(self) {
        system::set(changes(system::read(), self));
    }
}

#[cfg(windows)]
#[expect(unsafe_code, reason = "the console is asked through the functions of the system")]
mod system {
    use windows_sys::Win32::System::Console::{
        GetConsoleCP, GetConsoleOutputCP, SetConsoleCP, SetConsoleOutputCP,
    };

    use super::CodePages;

    pub(super) fn read() -> CodePages {
        // SAFETY: both take nothing and give a number, 0 where there is no console.
        unsafe { CodePages { input: GetConsoleCP(), output: GetConsoleOutputCP() } }
    }

    /// A page that cannot be set stays: text comes and goes as UTF-16 all the same.
    pub(super) fn set((input, output): (Option<u32>, Option<u32>)) {
        if let Some(page) = input {
            // SAFETY: it takes a number and refuses one that is no code page.
            unsafe { SetConsoleCP(page) };
        }
        if let Some(page) = output {
            // SAFETY: as above.
            unsafe { SetConsoleOutputCP(page) };
        }
    }
}

#[cfg(not(windows))]
mod system {
    use super::CodePages;

    pub(super) fn read() -> CodePages {
        CodePages { input: 0, output: 0 }
    }

    pub(super) fn set(_pages: (Option<u32>, Option<u32>)) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHINESE: CodePages = CodePages { input: 936, output: 936 };

    #[test]
    fn both_become_utf_8_and_then_what_they_were() {
        assert_eq!(changes(CHINESE, WANTED), (Some(65001), Some(65001)));
        assert_eq!(changes(WANTED, CHINESE), (Some(936), Some(936)));
    }

    #[test]
    fn only_what_differs_and_can_be_given_back_is_set() {
        let mixed = CodePages { input: 936, output: UTF_8 };
        assert_eq!(changes(mixed, WANTED), (Some(65001), None));
        assert_eq!(changes(WANTED, mixed), (Some(936), None));
        let none = CodePages { input: 0, output: 0 };
        assert_eq!(changes(none, WANTED), (None, None));
        assert_eq!(changes(WANTED, none), (None, None));
    }
}
