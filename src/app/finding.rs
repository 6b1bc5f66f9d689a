//! 查找和替换: the box, and F3 without it.

use super::App;
use super::Screen;
use super::command::Command;
use super::entry::Entry;
use super::onward::Onward;
use super::pane::WritingPane;
use super::prompt::find::{FindPrompt, LastFind, NEEDLE, REPLACEMENT, Reached};
use super::prompt::{Prompt, Wanted};
use crate::report::find::{Hit, Replacing, Site};
use crate::report::prose::{self, Piece};
use crate::report::{Mark, Place, Report};
use crate::text::Needle;

/// Characters of the longest selection that is looked for when the box opens.
const LONGEST: usize = 200;

impl App {
    /// Opens the box at one of its rows; where it is open, goes there.
    pub(super) fn ask_find(&mut self, row: usize) {
        if let Some(Prompt::Find(find)) = &mut self.prompt {
            find.go_to(row);
            return;
        }
        self.kept.onward = Onward::Find;
        let selected = self.selected().filter(|text| is_wanted(text));
        let mut find = FindPrompt::new(&self.kept.find, selected.as_deref());
        find.go_to(row);
        self.prompt = Some(Prompt::Find(Box::new(find)));
        self.search();
    }

    /// Brings the hits in line with what is typed and with the report.
    pub(super) fn search(&mut self) {
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) = (&mut self.prompt, &self.screen)
        else {
            return;
        };
        let revision = pane.session.revision();
        if !find.is_fresh(revision) {
            let needle = find.needle();
            let hits = needle.map(|needle| pane.hits(&needle, find.here_only()));
            let hits = hits.unwrap_or_default();
            let chosen = pane.first_hit(&hits);
            find.take(hits, chosen, revision);
        }
    }

    /// Text for the row of the box that has the caret.
    pub(super) fn type_into_find(&mut self, text: &str) {
        self.notice.fade();
        let Some(Prompt::Find(find)) = &mut self.prompt else { return };
        match find.form.insert(text) {
            Ok(()) => self.search(),
            Err(sentence) => self.trouble(sentence),
        }
    }

    /// What is pasted: a space at its ends came with it and is not looked for.
    pub(super) fn paste_into_find(&mut self, text: &str) {
        let needle = matches!(&self.prompt, Some(Prompt::Find(find)) if find.form.focus == NEEDLE);
        let trimmed = text.trim();
        self.type_into_find(if needle && !trimmed.is_empty() { trimmed } else { text });
    }

    /// A key in the box.
    pub(super) fn run_in_find(&mut self, command: Command) {
        self.notice.fade();
        match command {
            Command::Find => self.ask_find(NEEDLE),
            Command::Replace => self.ask_find(REPLACEMENT),
            Command::ReplaceOne => self.replace_one(),
            Command::ReplaceAll => self.replace_all(),
            Command::Undo => self.undo_replacing(),
            _ => {
                if let Some(Prompt::Find(find)) = &mut self.prompt {
                    match command {
                        Command::FindNext => find.turn(true),
                        Command::FindPrevious => find.turn(false),
                        _ => find.run(command),
                    }
                }
            }
        }
        self.search();
    }

    /// Enter in the box: to the chosen hit.
    pub(super) fn go_to_found(&mut self, find: Box<FindPrompt>) {
        let Some(hit) = find.chosen().copied() else {
            self.prompt = Some(Prompt::Find(find));
            return self.trouble("还没有找到，改一改要找的字，或者按 Esc");
        };
        self.kept.find = find.last(None);
        self.arrive(hit, &find.count());
    }

    /// Goes to a hit and selects it. A heading is asked for at once: what is typed
    /// next must change it, not the text below it.
    fn arrive(&mut self, hit: Hit, counted: &str) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        pane.go_to_hit(&hit);
        let (spot, revision) = (pane.spot(), pane.session.revision());
        self.kept.find.reached = Some(Reached { hit, spot, revision });
        self.kept.onward = Onward::Find;
        let what_next = match hit.site {
            Site::Heading(_) if self.ask_found_heading(&hit) => {
                "，在标题里：打字就改标题，按 F3 到下一处"
            }
            Site::Heading(_) => "，在标题里，这里只读，不能改；按 F3 到下一处",
            _ => "，按 Enter 或 F3 到下一处",
        };
        self.tell(format!("{counted}{what_next}"));
    }

    /// Whether a hit that was gone to is still there as it was: Enter goes on to the
    /// next then, as people know it from Word, and does not take its place.
    pub(super) fn is_at_found(&self) -> bool {
        let (Screen::Writing(pane), Some(reached)) = (&self.screen, self.kept.find.reached) else {
            return false;
        };
        let own = match &self.prompt {
            None => pane.holds_hit(&reached.hit),
            Some(Prompt::Heading(heading)) => {
                let asked = Entry::of(reached.hit.site) == heading.spot.entry;
                let found = matches!(reached.hit.site, Site::Heading(_));
                found && asked && heading.wanted == Wanted::Rename
            }
            Some(_) => false,
        };
        own && is_still(&reached, pane)
    }

    /// F3, and the same backwards: to the next hit, round the end of the range.
    pub(super) fn find_again(&mut self, forward: bool) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let last = &self.kept.find;
        let Some(needle) = Needle::new(&last.needle) else {
            return self.tell("先按 Ctrl+F，打要找的字");
        };
        let hits = pane.hits(&needle, last.here_only);
        let range = last.range();
        if hits.is_empty() {
            let wider = if last.here_only { "；按 Ctrl+F 可以改成找全文" } else { "" };
            let sentence = format!("{range}没有“{}”{wider}", last.needle);
            return self.trouble(sentence);
        }
        let (index, round) = next(pane, last, &hits, forward);
        let from = match (round, forward) {
            (false, _) => "",
            (true, true) => "后面没有了，从头找起：",
            (true, false) => "前面没有了，从末尾找起：",
        };
        let counted = format!("{from}{range} {} 处，第 {} 处", hits.len(), index + 1);
        self.arrive(hits[index], &counted);
    }

    /// What takes the place of what is found; tells why nothing may be replaced yet.
    fn ready(&mut self, command: Command) -> Option<String> {
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) = (&mut self.prompt, &self.screen)
        else {
            return None;
        };
        let refused = match (find.needle(), find.chosen(), pane.refuse_if_read_only()) {
            (_, _, Err(sentence)) => sentence,
            (None, ..) => "先打要找的字".to_owned(),
            (_, None, _) => format!("{}，没有可以换的", find.count()),
            _ if find.may_replace() => return Some(find.replacement().to_owned()),
            _ => {
                find.go_to(REPLACEMENT);
                let report = pane.session.report();
                let count = report.replacing(find.hits(), find.replacement()).replaced;
                match (find.replacement(), command) {
                    ("", Command::ReplaceAll) => {
                        "还没有写替换成什么：写在这里；要删去就空着，再按一次 Ctrl+T".to_owned()
                    }
                    ("", _) => {
                        "还没有写替换成什么：写在这里；要删去就空着，再按一次 Ctrl+R".to_owned()
                    }
                    (other, Command::ReplaceAll) => {
                        let range = find.range();
                        format!("{range} {count} 处都换成“{other}”：再按一次 Ctrl+T 就换")
                    }
                    (other, _) => format!("这一处换成“{other}”：再按一次 Ctrl+R 就换"),
                }
            }
        };
        self.trouble(refused);
        None
    }

    /// Replaces the chosen hit and goes on to the next.
    fn replace_one(&mut self) {
        let Some(replacement) = self.ready(Command::ReplaceOne) else { return };
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        let Some(hit) = find.chosen().copied() else { return };
        let behind = find.hits()[find.list.selected + 1..].iter();
        let elsewhere = behind.copied().find(|other| other.site != hit.site);
        let change = match pane.replace_one(&hit, &replacement) {
            Ok(change) => change,
            Err(sentence) => return self.trouble(sentence),
        };
        if change.replaced == 0 {
            find.turn(true);
            return self.trouble(why_left(&change, &replacement));
        }
        find.made.push(hit);
        self.search();
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) = (&mut self.prompt, &self.screen)
        else {
            return;
        };
        let end = hit.byte + replacement.len();
        let same = |other: &Hit| other.site == hit.site && other.byte >= end;
        let hits = find.hits();
        let next = hits.iter().position(same).or_else(|| {
            hits.iter().position(|other| elsewhere.is_some_and(|wanted| *other == wanted))
        });
        let done = if replacement.is_empty() { "已删去这一处" } else { "已替换这一处" };
        let more = match (pane.session.report().replacing(hits, &replacement).replaced, next) {
            (0, _) => "，没有别的要换了".to_owned(),
            (count, Some(_)) => format!("，还有 {count} 处"),
            (count, None) => format!("，后面没有了，前面还有 {count} 处"),
        };
        find.list.choose(next.unwrap_or(0));
        self.tell(format!("{done}{more}"));
    }

    /// Replaces all hits in the range, as one step. The box closes: what was put in
    /// may hold what was looked for, and must not be replaced once more by a
    /// second press.
    fn replace_all(&mut self) {
        let Some(replacement) = self.ready(Command::ReplaceAll) else { return };
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        let done = finished(pane.session.report());
        let change = match pane.replace(find.hits(), &replacement) {
            Ok(change) => change,
            Err(sentence) => return self.trouble(sentence),
        };
        let left = left(&change);
        if change.replaced == 0 {
            return self.trouble(format!("{left}没有换"));
        }
        let again = match done - finished(pane.session.report()) {
            0 => String::new(),
            count => format!("，其中 {count} 节要重新看一遍按 F4"),
        };
        self.kept.find = find.last(None);
        let done = if replacement.is_empty() { "已删去" } else { "已替换" };
        let left = if left.is_empty() { left } else { format!("；另有 {left}没有换") };
        // What is to be done comes first: a short row drops the end.
        let (count, range) = (change.replaced, find.range());
        let sentence = format!("{done} {count} 处（{range}）{again}{left}，Ctrl+Z 可以一次撤销");
        self.prompt = None;
        self.tell(sentence);
    }

    /// Ctrl+Z in the box: takes back what was replaced there, and nothing else. What
    /// was replaced is chosen again.
    fn undo_replacing(&mut self) {
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        let Some(hit) = find.made.pop() else {
            return self.tell("这里只撤销刚才的替换；要撤销别的，先按 Esc");
        };
        pane.step(true);
        self.search();
        if let Some(Prompt::Find(find)) = &mut self.prompt
            && let Some(index) = find.hits().iter().position(|other| *other == hit)
        {
            find.list.choose(index);
        }
        self.tell("已撤销刚才的替换");
    }
}

/// Whether a selection is what somebody may look for: some words of a paragraph,
/// and no blank that was only gone to.
fn is_wanted(selected: &str) -> bool {
    let short = !selected.contains('\n') && selected.chars().nth(LONGEST).is_none();
    let has_words = |(_, piece): &(_, Piece)| matches!(piece, Piece::Text(_));
    short && prose::pieces(selected).iter().any(has_words)
}

/// Whether neither caret nor report has changed since a hit was gone to.
fn is_still(reached: &Reached, pane: &WritingPane) -> bool {
    reached.spot == pane.spot() && reached.revision == pane.session.revision()
}

/// The index of the next hit, and whether the way led round the end.
fn next(pane: &WritingPane, last: &LastFind, hits: &[Hit], forward: bool) -> (usize, bool) {
    let here = last.reached.filter(|reached| is_still(reached, pane));
    let here = here.and_then(|reached| hits.iter().position(|hit| *hit == reached.hit));
    let count = hits.len();
    let wanted = match (here, forward) {
        (Some(here), true) => here + 1,
        (None, true) => pane.first_hit(hits),
        (Some(here), false) => here + count - 1,
        (None, false) => pane.first_hit(hits) + count - 1,
    };
    let round = if forward { wanted >= count } else { wanted < count };
    (wanted % count, round)
}

/// How many texts are done.
fn finished(report: &Report) -> usize {
    let done = |place: &Place| report.mark(*place) == Mark::Done;
    report.places().iter().filter(|place| done(place)).count()
}

/// Why the only hit was left as it is.
fn why_left(change: &Replacing, replacement: &str) -> String {
    let why = match change {
        Replacing { cited: 1.., .. } => "是引用的指标",
        Replacing { unnamed: 1.., .. } => "是整个的单位简称，不能空着",
        Replacing { emptied: 1.., .. } => "是整个的标题，不能空着",
        _ => return format!("这一处本来就是“{replacement}”，没有换"),
    };
    format!("这一处{why}，没有换")
}

/// What was left as it is; nothing where all was replaced.
fn left(change: &Replacing) -> String {
    let parts = [
        (change.cited, "引用的指标"),
        (change.same, "本来就一样的"),
        (change.emptied, "整个的标题"),
        (change.unnamed, "整个的单位简称"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    parts.map(|(count, what)| format!("{count} 处{what}")).collect::<Vec<_>>().join("、")
}
