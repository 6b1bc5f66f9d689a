//! What 提示 has to say of the open entry, and what can be taken from it.

use super::{Focus, WritingPane};
use crate::app::editor::Change;
use crate::app::history::Kind;
use crate::app::pane::frame;
use crate::app::pane::guide::Offer;
use crate::document::Block;
use crate::report::template::{Asked, Guide};
use crate::report::{Amount, Edit, Figure, Place, prose};
use crate::text::position::{self, Position};

impl WritingPane {
    /// The guidance of the open text: that of the template; what helps with any
    /// text for a section that the template does not know.
    pub fn guidance(&self) -> Option<&Guide> {
        let general = matches!(self.place()?, Place::Section(_)).then_some(&self.general);
        self.own_guidance().or(general)
    }

    /// Whether the template knows the open text and has words to start it with.
    pub fn has_own_guidance(&self) -> bool {
        self.own_guidance().is_some_and(|guide| !guide.starters.is_empty())
    }

    fn own_guidance(&self) -> Option<&Guide> {
        let template = self.template.as_ref()?;
        let Place::Section(id) = self.place()? else {
            return Some(&template.preamble.guide);
        };
        let key = self.session.report().section(id)?.key.as_deref()?;
        template.guide(key)
    }

    /// 版头 or 落款 as it will be printed; empty for a text.
    pub fn printed(&self) -> Vec<String> {
        frame::printed(self.session.report(), self.entry).iter().map(Block::line).collect()
    }

    /// On coming to 提示 from an empty text: a sentence to start with is chosen.
    pub fn offer_words(&mut self) {
        if self.focus == Focus::Guide && self.body().is_empty() && self.guide.selected == 0 {
            self.guide.choose_starter();
        }
    }

    /// Puts a starter into the open text, as a paragraph of its own below that of
    /// the caret, and the figures that it cites into the ledger. Its first open
    /// place is held.
    pub fn insert_starter(&mut self, starter: &str) -> Result<(), String> {
        let Some(place) = self.place() else {
            return Ok(());
        };
        let paragraph = self.editor.caret().paragraph;
        let own = self.body().get(paragraph).map_or("", String::as_str);
        // An empty paragraph is filled, a written one is never parted.
        let (at, removed, inserted, first) = if own.trim().is_empty() {
            let start = Position { paragraph, byte: 0 };
            (start, own.to_owned(), starter.to_owned(), paragraph)
        } else {
            let end = Position { paragraph, byte: own.len() };
            (end, String::new(), format!("\n{starter}"), paragraph + 1)
        };
        let after = position::advance(at, &inserted);
        let text = Edit::Text { place, at, removed, inserted };
        let edit = Edit::All(std::iter::once(text).chain(self.entries_for(starter)).collect());
        self.focus = Focus::Text;
        self.session.seal();
        self.guide.reset();
        self.make(Change { edit, after, anchor: None }, Kind::Single)?;
        self.hold_open_of(first);
        Ok(())
    }

    /// The edits that put the figures which a starter cites into the ledger,
    /// where they are not in it yet.
    fn entries_for(&self, starter: &str) -> Vec<Edit> {
        let report = self.session.report();
        let cited = prose::citations(starter);
        let asked = self.guidance().map(|guide| guide.figures.as_slice()).unwrap_or_default();
        let new = asked.iter().filter(|asked| {
            cited.contains(&asked.name.as_str()) && report.figure(&asked.name).is_none()
        });
        new.map(|asked| Edit::Figure { name: asked.name.clone(), figure: Some(asked.entry()) })
            .collect()
    }

    /// The figures of the open text: those that it cites, and those that 提示 asks for.
    pub fn own_figures(&self) -> Vec<&str> {
        let cited = self.body().iter().flat_map(|paragraph| prose::citations(paragraph));
        let asked = self.guidance().into_iter().flat_map(|guide| &guide.figures);
        cited.chain(asked.map(|asked| asked.name.as_str())).collect()
    }

    /// Enters the value of a figure; an empty text takes the value away.
    pub fn set_figure(&mut self, asked: &Asked, text: &str) -> Result<(), String> {
        // "6次" is 6: the unit is known.
        let plain = text.trim().trim_end_matches(&asked.unit).trim();
        let value =
            if plain.is_empty() { None } else { Some(Amount::entered(plain, &asked.unit)?) };
        let old = self.session.report().figure(&asked.name);
        let figure = Figure { value, ..old.cloned().unwrap_or_else(|| asked.entry()) };
        let edit = Edit::Figure { name: asked.name.clone(), figure: Some(figure) };
        self.change(edit, Kind::Single, self.spot())
    }

    /// The chosen offer of 提示.
    pub fn offer(&self) -> Option<&Offer> {
        self.guide.chosen()
    }
}
