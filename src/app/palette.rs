//! 全部命令 and 转到: what can be run by its name, and where one can go.

use super::command::{Command, Reach};
use super::entry::Entry;
use super::pane::WritingPane;
use super::pane::new::Page;
use super::prompt::picker::Row;
use super::prompt::{Pick, Picker};
use super::{App, Context, Screen};

/// One key that is bound: where it holds, and what it does there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Where it holds.
    pub at: Context,
    /// The key by its name.
    pub key: String,
    /// What it does.
    pub command: Command,
}

impl App {
    pub(super) fn palette(&self) -> Picker {
        let (list, chosen) = match &self.screen {
            Screen::Drafts(pane) => (true, pane.chosen().is_some()),
            Screen::New(_) | Screen::Import(_) | Screen::Writing(_) => (false, false),
        };
        let writing = matches!(self.screen, Screen::Writing(_));
        let (importing, template) = match &self.screen {
            Screen::Import(pane) => (!pane.is_empty(), pane.is_template()),
            _ => (false, false),
        };
        let choosing = matches!(&self.screen, Screen::New(pane) if pane.page == Page::Template);
        let here = |command: &Command| match command.info().reach {
            Reach::Everywhere => true,
            Reach::Writing => writing,
            Reach::Import => importing && !template,
            Reach::Passages => importing,
            Reach::Steps => writing || importing || template,
            Reach::Files => list || importing || template,
            Reach::Templates => list || choosing,
            Reach::Drafts => list,
            Reach::ChosenDraft => chosen,
            Reach::Reports => writing || chosen,
            Reach::KeyOnly => false,
        };
        let contexts = self.contexts();
        let row = |command: Command| {
            let info = command.info();
            let words = command.other_words().iter().chain([&info.short]);
            let (at, keys) = keys_of(&self.facts.keys, command, &contexts);
            Row {
                label: info.title.to_owned(),
                words: words.map(|&word| word.to_owned()).collect(),
                keys,
                at,
                facts: None,
                pick: Pick::Command(command),
            }
        };
        let rows = Command::all().filter(here).map(row).collect();
        Picker::new("全部命令", "（打几个字、拼音首字母或键名来找）", rows)
    }
}

/// The keys that mean a command in these contexts, innermost first. Where none
/// does, those of the first place that has some, and that place.
fn keys_of(
    keys: &[Bound],
    command: Command,
    contexts: &[Context],
) -> (Option<Context>, Vec<String>) {
    let meant = |bound: &&Bound| {
        let binds =
            |at: &Context| keys.iter().any(|other| other.at == *at && other.key == bound.key);
        contexts.iter().find(|at| binds(at)) == Some(&bound.at)
    };
    let own = || keys.iter().filter(|bound| bound.command == command);
    let here: Vec<String> = own().filter(meant).map(|bound| bound.key.clone()).collect();
    if !here.is_empty() {
        return (None, here);
    }
    let at = own().next().map(|bound| bound.at);
    let there = own().filter(|bound| Some(bound.at) == at).map(|bound| bound.key.clone());
    (at, there.collect())
}

/// The entries of 目录 as a list to filter, at the open one.
pub(super) fn go_to(pane: &WritingPane) -> Picker {
    let report = pane.session.report();
    let row = |entry: Entry| Row {
        words: entry.other_names(report),
        facts: pane.facts().iter().find(|facts| facts.entry == entry).copied(),
        ..Row::plain(entry.full_label(report), Pick::Entry(entry))
    };
    let rows = pane.session.entries().into_iter().map(row).collect();
    Picker::new("转到", "（打几个字、拼音首字母或序号来找）", rows).at(&Pick::Entry(pane.entry()))
}
