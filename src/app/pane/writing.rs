//! 编写: 目录, 正文 (or a form) and 提示 of one open draft.

mod advice;
mod blanks;
mod checks;
mod facts;
mod find;
mod outline;
mod side;
mod typing;

pub use facts::Facts;
pub use side::Side;

use super::frame;
use super::guide::GuidePane;
use crate::app::editor::Editor;
use crate::app::entry::{Entry, Spot};
use crate::app::form::Form;
use crate::app::list::ListState;
use crate::app::session::{Session, Taken};
use crate::check::Finding;
use crate::report::progress::Mark;
use crate::report::template::Guide;
use crate::report::{Place, Tally, Template};
use crate::text::position::{self, Position};

/// The pane with the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// 目录.
    Outline,
    /// 正文, or the form of 版头 and 落款.
    #[default]
    Text,
    /// 提示.
    Guide,
}

/// 编写.
#[derive(Clone, Debug)]
pub struct WritingPane {
    /// The open draft.
    pub session: Session,
    /// The pane with the keyboard.
    pub focus: Focus,
    /// 目录: the chosen entry is the open one.
    pub outline: ListState,
    /// The editor of the open text.
    pub editor: Editor,
    /// The form, where the open entry is one.
    pub form: Option<Form>,
    /// 提示.
    pub guide: GuidePane,
    /// What stands at the right.
    pub side: Side,
    /// The findings of the open entry, in the place of 提示.
    pub found: GuidePane,
    /// Those that `found` shows.
    shown: Vec<Finding>,
    /// The own title that a choice in 版头 has put aside.
    own_title: String,
    entry: Entry,
    template: Option<Template>,
    /// 提示 of a section that the template does not know.
    general: Guide,
    facts: Vec<Facts>,
    /// What is counted of each entry, in the order of `facts`.
    tallies: Vec<Tally>,
}

/// A row of a form with a text that counts for nothing, or not for what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Refused {
    entry: Entry,
    row: usize,
    /// What is wrong with it.
    pub(in crate::app) sentence: String,
}

impl WritingPane {
    /// Opens a draft at the first required text that is not done, the caret at
    /// its end: what is typed next is in the report. Where all are done, 目录
    /// has the keyboard.
    pub fn new(session: Session, templates: &[(String, Template)]) -> Self {
        let mut pane = Self {
            session,
            focus: Focus::Text,
            outline: ListState::default(),
            editor: Editor::default(),
            form: None,
            guide: GuidePane::default(),
            side: Side::default(),
            found: GuidePane::default(),
            shown: Vec::new(),
            own_title: String::new(),
            entry: Entry::Letterhead,
            template: None,
            general: Guide::general(),
            facts: Vec::new(),
            tallies: Vec::new(),
        };
        pane.set_template(templates);
        let undone = pane.undone().first().copied();
        if undone.is_none() {
            pane.focus = Focus::Outline;
        }
        let first = undone.or(pane.session.report().places().first().copied());
        pane.go_to(first.map_or(Entry::Letterhead, Entry::Text));
        pane
    }

    /// Takes the template of the draft from those there are.
    pub fn set_template(&mut self, templates: &[(String, Template)]) {
        let stem = &self.session.report().template;
        let own = templates.iter().find(|(name, _)| name == stem);
        self.template = own.map(|(_, template)| template.clone());
        self.guide.forget();
    }

    /// The open entry.
    pub fn entry(&self) -> Entry {
        self.entry
    }

    /// The open text, where the entry is one.
    pub fn place(&self) -> Option<Place> {
        match self.entry {
            Entry::Text(place) => Some(place),
            Entry::Letterhead | Entry::Closing => None,
        }
    }

    /// The paragraphs of the open text.
    pub fn body(&self) -> &[String] {
        let place = self.place();
        place.and_then(|place| self.session.report().body(place)).unwrap_or_default()
    }

    /// The required texts that are not done, in reading order.
    pub fn undone(&self) -> Vec<Place> {
        let report = self.session.report();
        let required = report.required().into_iter();
        required.filter(|place| report.mark(*place) != Mark::Done).collect()
    }

    /// Opens an entry, the caret at the end of its text.
    pub fn go_to(&mut self, entry: Entry) {
        self.session.seal();
        self.entry = entry;
        if let Some(title) = self.form.as_ref().and_then(frame::aside) {
            self.own_title = title;
        }
        self.form = frame::form(self.session.report(), entry, self.template.as_ref());
        if let Some(form) = &mut self.form {
            frame::put_aside(form, &self.own_title);
            form.go_to_blank();
        }
        self.editor = self.editor.anew();
        self.editor.place(position::end_of(self.body()));
        self.guide.forget();
        self.found.forget();
        self.choose_open();
    }

    /// Chooses the open entry in 目录.
    fn choose_open(&mut self) {
        let entries = self.session.entries();
        self.outline.selected = entries.iter().position(|e| *e == self.entry).unwrap_or(0);
    }

    /// Opens the entry `by` places further on in 目录, if there is one.
    pub fn go_by(&mut self, by: isize) {
        let entries = self.session.entries();
        let target = self.outline.selected.saturating_add_signed(by);
        if let Some(entry) = entries.get(target) {
            self.go_to(*entry);
        }
    }

    /// Where the caret is.
    pub fn spot(&self) -> Spot {
        let position = match &self.form {
            Some(form) => form.caret(),
            None => self.editor.caret(),
        };
        Spot { entry: self.entry, position }
    }

    /// Puts the caret back to where a step had it, or into an entry that is
    /// there where that one is gone.
    pub fn restore(&mut self, spot: Spot) {
        let entry = outline::nearest(self, spot.entry);
        if self.entry != entry || self.form.is_some() {
            self.go_to(entry);
        }
        // What stays open may stand elsewhere in 目录 now.
        self.choose_open();
        self.focus = Focus::Text;
        match &mut self.form {
            _ if entry != spot.entry => {}
            Some(form) => form.place(spot.position),
            None => self.editor.place(spot.position),
        }
    }

    /// Where the caret is in the finished text: in a form, the paragraph is the
    /// printed line that comes from its row, or the last one before it.
    pub fn printed_spot(&self) -> Spot {
        let Spot { entry, position } = self.spot();
        let Some(form) = &self.form else { return Spot { entry, position } };
        let rows = frame::rows_of_lines(self.session.report(), entry, form);
        let line = rows.iter().rposition(|row| *row <= form.focus).unwrap_or(0);
        Spot { entry, position: Position { paragraph: line, byte: 0 } }
    }

    /// Goes to a place of the finished text. A caret that is in that paragraph,
    /// or in the row of that line, stays where it is.
    pub fn go_to_printed(&mut self, spot: Spot) {
        let here = self.spot();
        if here.entry != spot.entry {
            self.go_to(spot.entry);
        }
        match &mut self.form {
            Some(form) => {
                let rows = frame::rows_of_lines(self.session.report(), spot.entry, form);
                let row = rows.get(spot.position.paragraph).copied().unwrap_or(0);
                if form.focus != row {
                    form.go_to(row);
                }
            }
            None if here.entry == spot.entry
                && here.position.paragraph == spot.position.paragraph => {}
            None => self.editor.place(spot.position),
        }
    }

    /// What is wrong in the row of the form that has the caret, and which row that is.
    pub(in crate::app) fn refused(&self) -> Option<Refused> {
        let form = self.form.as_ref()?;
        let row = form.rows.get(form.focus)?;
        let (text, trouble) = (row.field.text().trim(), row.trouble()?);
        let typed = if text.is_empty() { String::new() } else { format!("“{text}”：") };
        let sentence = format!("{}{typed}{trouble}", form.label(form.focus));
        Some(Refused { entry: self.entry, row: form.focus, sentence })
    }

    /// Whether the caret is still in a row that was refused.
    pub(in crate::app) fn is_at(&self, refused: &Refused) -> bool {
        let row = self.form.as_ref().map(|form| form.focus);
        self.entry == refused.entry && row == Some(refused.row)
    }

    /// Takes a step back or does one again, and puts the caret where the step
    /// had it; `None` when there is no such step.
    pub fn step(&mut self, back: bool) -> Option<Taken> {
        let Spot { entry, position } = self.session.ahead(back)?;
        let before = match &self.form {
            Some(form) if self.entry == entry => Some(form.clone()),
            _ => frame::form(self.session.report(), entry, self.template.as_ref()),
        };
        let taken = if back { self.session.undo()? } else { self.session.redo()? };
        self.restore(taken.spot);
        if let (Some(form), Some(before)) = (&mut self.form, before) {
            let row = frame::refill(form, &before, position.paragraph);
            let byte = if row == position.paragraph { position.byte } else { usize::MAX };
            form.place(Position { paragraph: row, byte });
        }
        Some(taken)
    }
}
