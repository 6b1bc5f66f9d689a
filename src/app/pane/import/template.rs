//! 做模板: the same passages, pasted or of a file, on the way to a template.
//!
//! Only headings and the text under them count here. What is added and what a
//! file took the place of are steps like any other change.

use std::mem::replace;
use std::path::PathBuf;

use super::steps::{Opened, Was};
use super::{ImportPane, Purpose};
use crate::import::{MAX_LINES, Outline, Reading, Role, Source};
use crate::report::{Level, Template};

/// What a passage can be.
const ROLES: [Role; 4] =
    [Role::Heading(Level::Part), Role::Heading(Level::Item), Role::Text, Role::Noise];

impl ImportPane {
    /// Nothing yet: headings are to be pasted.
    pub fn for_template(from_new: bool, templates: Vec<(String, Template)>) -> Self {
        Self::with(Purpose::Template { from_new }, Reading::empty(), templates)
    }

    /// The same, gone on with from elsewhere.
    #[must_use]
    pub fn resumed(self, from_new: bool, templates: Vec<(String, Template)>) -> Self {
        Self { purpose: Purpose::Template { from_new }, templates, ..self }
    }

    /// Whether one came from 新建.
    pub fn is_from_new(&self) -> bool {
        self.purpose == Purpose::Template { from_new: true }
    }

    /// Whether it becomes a template.
    pub fn is_template(&self) -> bool {
        self.purpose != Purpose::Draft
    }

    /// Whether nothing is pasted yet.
    pub fn is_empty(&self) -> bool {
        self.reading.passages().is_empty()
    }

    /// What a passage can be here.
    pub fn roles(&self) -> &'static [Role] {
        if self.is_template() { &ROLES } else { &Role::ALL }
    }

    /// The name of a role here: the text under a heading is advice in a template.
    pub fn label(&self, role: Role) -> &'static str {
        match role {
            Role::Text if self.advises() => "正文（写什么）",
            Role::Text if self.is_template() => "正文（不进模板）",
            other => other.label(),
        }
    }

    /// Whether the text under the headings tells what to write.
    fn advises(&self) -> bool {
        self.is_template() && !self.reading.is_report()
    }

    /// Adds pasted lines behind what is there and chooses the first doubt among
    /// them, else the first of them; says how many passages they are.
    ///
    /// # Errors
    /// A Chinese sentence where there is nothing in them, or far too much.
    pub fn paste(&mut self, text: &str) -> Result<usize, String> {
        let lines = text.lines().count();
        if lines > MAX_LINES {
            return Err(format!("粘贴的有 {lines} 行，不像提纲；没有放进来，请只复制标题那几段"));
        }
        let first = self.reading.passages().len();
        let templates = self.templates.clone();
        self.change("粘贴".to_owned(), first, 0, |reading| {
            reading.paste(text, &templates) > first
        });
        let added = self.reading.passages().len() - first;
        if added == 0 {
            return Err("粘贴的里面没有文字".to_owned());
        }
        self.begin(first);
        Ok(added)
    }

    /// Takes the headings of a file in the place of what is there.
    pub fn take_file(&mut self, path: PathBuf, bytes: Vec<u8>, source: &Source) {
        let reading = self.understand(source);
        let before = self.exchange(Opened { path: Some(path), bytes, reading });
        let what = format!("打开 {}", self.file_name());
        self.note(what, Was::File(Box::new(before)));
        self.begin(0);
    }

    /// The template that it comes to; `None` without any heading.
    pub fn template(&self, name: &str) -> Option<Template> {
        self.reading.template(Outline {
            name,
            templates: &self.templates,
            year: self.year(),
            advises: self.advises(),
        })
    }

    /// What the lines of a file are, for this purpose.
    pub(super) fn understand(&self, source: &Source) -> Reading {
        match self.purpose {
            Purpose::Draft => Reading::of(source, &self.templates),
            Purpose::Template { .. } => Reading::of_outline(source, &self.templates),
        }
    }

    /// Puts a file in the place of the present one, and gives this.
    pub(super) fn exchange(&mut self, new: Opened) -> Opened {
        Opened {
            path: replace(&mut self.path, new.path),
            bytes: replace(&mut self.bytes, new.bytes),
            reading: replace(&mut self.reading, new.reading),
        }
    }
}
