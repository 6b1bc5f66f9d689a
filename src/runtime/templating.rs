//! A template of the user's own is kept, and all of them are read again.

use super::{Program, perform};
use crate::app::effect::{Outcome, SavedTemplate};
use crate::report::Template;
use crate::storage::{Problem, StorageError, library};

impl Program {
    /// Keeps a template in the data folder, never over another one.
    pub(super) fn save_template(&self, template: &Template) -> Result<Outcome, StorageError> {
        let stem = match library::save(&self.data, template) {
            Ok(stem) => stem,
            Err(StorageError { problem: Problem::Exists, .. }) => {
                let sentence = format!("已经有叫 {} 的模板了，请换一个名字", template.name);
                return Ok(Outcome::Failed(sentence));
            }
            Err(error) => return Err(error),
        };
        // What else cannot be used was told when the program began.
        let (templates, dictionary, _) = perform::templates(&self.data);
        let path = self.data.templates().join(format!("{stem}.ron"));
        let saved = SavedTemplate { stem, path, templates, dictionary };
        Ok(Outcome::TemplateSaved(Box::new(saved)))
    }
}
