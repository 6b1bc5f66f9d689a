//! The bindings, read from one file of data.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::key::Key;
use crate::app::command::Command;
use crate::app::{Bound, Context};

/// The built-in bindings.
const BUILT_IN: &str = include_str!("../../data/keymap.ron");

/// One binding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub at: Context,
    /// The keys; the first is shown.
    pub keys: Vec<Key>,
    /// What they do.
    pub command: Command,
    /// The place in the key line, small first; `None` for not in it.
    pub rank: Option<u8>,
    word: Option<String>,
    shown: Option<String>,
    pair: Option<String>,
    all: Option<String>,
    help: Option<String>,
}

impl Binding {
    /// The word in the key line.
    pub fn word(&self) -> &str {
        self.word.as_deref().unwrap_or(self.command.info().short)
    }

    /// What the help says: where the data has words of its own, those.
    pub fn explanation(&self) -> &str {
        let own = self.help.as_deref().or(self.word.as_deref());
        own.unwrap_or(self.command.info().explanation)
    }

    /// Whether the key line shows it together with a key that means another command.
    pub fn is_pair(&self) -> bool {
        self.pair.is_some()
    }

    /// All its keys, as help and manual name them.
    pub fn all_keys(&self, between: &str) -> String {
        let keys: Vec<String> = self.keys.iter().map(ToString::to_string).collect();
        self.all.clone().unwrap_or_else(|| keys.join(between))
    }

    /// Whether help and manual have a line for it: another of the same place may
    /// tell of its keys as well.
    fn has_line(&self) -> bool {
        self.all.as_deref() != Some("")
    }

    /// The key as the key line shows it.
    pub fn shown(&self) -> String {
        match (self.pair.as_ref().or(self.shown.as_ref()), self.keys.first()) {
            (Some(shown), _) => shown.clone(),
            (None, Some(key)) => key.to_string(),
            (None, None) => String::new(),
        }
    }
}

/// A binding as it is written in data.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    at: Context,
    keys: Vec<String>,
    command: Command,
    #[serde(default)]
    rank: Option<u8>,
    #[serde(default)]
    word: Option<String>,
    #[serde(default)]
    shown: Option<String>,
    #[serde(default)]
    pair: Option<String>,
    #[serde(default)]
    all: Option<String>,
    #[serde(default)]
    help: Option<String>,
}

/// All bindings.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
    index: HashMap<(Context, Key), Command>,
}

impl Keymap {
    /// The built-in bindings.
    ///
    /// # Errors
    /// A Chinese sentence when the data is wrong; a test keeps it right.
    pub fn built_in() -> Result<Self, String> {
        Self::parse(BUILT_IN)
    }

    /// Reads bindings from data.
    ///
    /// # Errors
    /// A Chinese sentence that names the line, the key that does not exist or
    /// may not be bound, or the key that stands for two commands in one place.
    pub fn parse(text: &str) -> Result<Self, String> {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let written: Vec<Written> =
            options.from_str(text).map_err(|e| format!("按键表有误：{e}"))?;
        let bindings = written.into_iter().map(bind).collect::<Result<Vec<_>, _>>()?;
        let mut index = HashMap::new();
        for binding in &bindings {
            for key in &binding.keys {
                if index.insert((binding.at, *key), binding.command).is_some() {
                    return Err(format!("按键表里 {key} 在 {:?} 有两个命令", binding.at));
                }
            }
        }
        Ok(Self { bindings, index })
    }

    /// The command of a key in these contexts, innermost first.
    pub fn command(&self, key: Key, contexts: &[Context]) -> Option<Command> {
        contexts.iter().find_map(|context| self.index.get(&(*context, key)).copied())
    }

    /// The contexts that have bindings, in the order of the data.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts: Vec<Context> = self.bindings.iter().map(|binding| binding.at).collect();
        let mut met = HashSet::new();
        contexts.retain(|context| met.insert(*context));
        contexts
    }

    /// The bindings of one context, as they stand in the data.
    pub fn at(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.at == context)
    }

    /// The bindings of one context as help and manual tell them: without those
    /// that a line tells which stands before, and those whose keys mean something
    /// in one of `inner`.
    pub fn told(&self, context: Context, inner: &[Context]) -> impl Iterator<Item = &Binding> {
        let known = move |binding: &Binding| {
            let bound = |key: &Key| inner.iter().any(|at| self.index.contains_key(&(*at, *key)));
            binding.keys.iter().all(bound)
        };
        self.at(context).filter(move |binding| binding.has_line() && !known(binding))
    }

    /// The bindings that the key line shows in these contexts, in order: the
    /// innermost of each command and of each key.
    pub fn line(&self, contexts: &[Context]) -> Vec<&Binding> {
        let mut line: Vec<&Binding> = Vec::new();
        for binding in contexts.iter().flat_map(|context| self.at(*context)) {
            let hidden = binding
                .keys
                .first()
                .is_none_or(|key| self.command(*key, contexts) != Some(binding.command));
            let known = line.iter().any(|other| other.command == binding.command);
            if binding.rank.is_some() && !hidden && !known {
                line.push(binding);
            }
        }
        line.sort_by_key(|binding| binding.rank);
        line
    }

    /// Every key by its name, with its place and its command.
    pub fn names(&self) -> Vec<Bound> {
        let of = |binding: &Binding| {
            let (at, command) = (binding.at, binding.command);
            let bound = |key: &Key| Bound { at, key: key.to_string(), command };
            binding.keys.iter().map(bound).collect::<Vec<_>>()
        };
        self.bindings.iter().flat_map(of).collect()
    }
}

fn bind(written: Written) -> Result<Binding, String> {
    let keys = written.keys.iter().map(|text| Key::parse(text)).collect::<Result<Vec<_>, _>>()?;
    Ok(Binding {
        at: written.at,
        keys,
        command: written.command,
        rank: written.rank,
        word: written.word,
        shown: written.shown,
        pair: written.pair,
        all: written.all,
        help: written.help,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_bindings_load() {
        let keymap = Keymap::built_in().unwrap();
        let f4 = Key::parse("F4").unwrap();
        let contexts = [Context::Editor, Context::Writing, Context::Everywhere];
        assert_eq!(keymap.command(f4, &contexts), Some(Command::FinishSection));
        assert_eq!(keymap.command(f4, &[Context::Drafts, Context::Everywhere]), None);
    }

    #[test]
    fn two_commands_on_one_key_in_one_place_are_refused() {
        let twice = r#"[(at: editor, keys: ["F4"], command: undo), (at: editor, keys: ["F3", "F4"], command: redo)]"#;
        assert!(Keymap::parse(twice).unwrap_err().contains("F4"));
        assert!(Keymap::parse("[(at: nowhere, keys: [], command: undo)]").is_err());
    }

    #[test]
    fn a_pair_is_explained_key_by_key() {
        for binding in &Keymap::built_in().unwrap().bindings {
            let told = binding.explanation();
            assert!(!binding.is_pair() || told != binding.word(), "{:?}: {told}", binding.at);
        }
    }

    #[test]
    fn every_command_has_a_key_or_a_place_in_the_palette() {
        use crate::app::command::Reach;
        let names = Keymap::built_in().unwrap().names();
        for command in Command::all() {
            let bound = names.iter().any(|bound| bound.command == command);
            let reachable = command.info().reach != Reach::KeyOnly || bound;
            assert!(reachable, "{command:?} cannot be reached");
        }
    }

    #[test]
    fn every_screen_shows_how_to_get_help_and_how_to_leave() {
        let keymap = Keymap::built_in().unwrap();
        for contexts in [
            [Context::Editor, Context::Writing, Context::Everywhere].as_slice(),
            &[Context::Question, Context::Everywhere],
        ] {
            let commands: Vec<Command> = keymap.line(contexts).iter().map(|b| b.command).collect();
            assert!(
                commands.contains(&Command::Help) && commands.contains(&Command::Quit),
                "{contexts:?}"
            );
        }
    }
}
