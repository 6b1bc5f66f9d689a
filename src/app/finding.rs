//! 查找和替换: the box, and F3 without it.

use super::App;
use super::Screen;
use super::command::Command;
use super::pane::WritingPane;
use super::prompt::Prompt;
use super::prompt::find::{FindPrompt, LastFind, NEEDLE, REPLACEMENT, Reached};
use crate::report::find::{Hit, Replacing, Site};
use crate::report::prose::{self, Piece};
use crate::text::Needle;

impl App {
    /// Opens the box at one of its rows; where it is open, goes there.
    pub(super) fn ask_find(&mut self, row: usize) {
        if let Some(Prompt::Find(find)) = &mut self.prompt {
            find.go_to(row);
            return;
        }
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
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let (Some(hit), Some(needle)) = (find.chosen().copied(), find.needle()) else {
            self.prompt = Some(Prompt::Find(find));
            return self.trouble("还没有找到，改一改要找的字，或者按 Esc");
        };
        let reached = go_to(pane, hit, &needle);
        self.kept.find = find.last(Some(reached));
        self.tell(format!("{}{}", find.count(), what_next(&hit)));
    }

    /// F3, and the same backwards: to the next hit, round the end of the range.
    pub(super) fn find_again(&mut self, forward: bool) {
        let Screen::Writing(pane) = &mut self.screen else {
            return;
        };
        let last = &mut self.kept.find;
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
        last.reached = Some(go_to(pane, hits[index], &needle));
        let from = match (round, forward) {
            (false, _) => "",
            (true, true) => "后面没有了，从头找起：",
            (true, false) => "前面没有了，从末尾找起：",
        };
        let count = format!("{range} {} 处，第 {} 处", hits.len(), index + 1);
        self.tell(format!("{from}{count}{}", what_next(&hits[index])));
    }

    /// What is to be replaced by what; tells why nothing may be.
    fn ready(&mut self, command: Command) -> Option<(Needle, String)> {
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) = (&mut self.prompt, &self.screen)
        else {
            return None;
        };
        let needle = find.needle();
        let refused = match (&needle, find.chosen(), pane.refuse_if_read_only()) {
            (_, _, Err(sentence)) => sentence,
            (None, ..) => "先打要找的字".to_owned(),
            (_, None, _) => format!("{}，没有可以换的", find.count()),
            _ if find.shows_replacement() => {
                return needle.map(|needle| (needle, find.replacement().to_owned()));
            }
            _ => {
                find.go_to(REPLACEMENT);
                let key = if command == Command::ReplaceAll { "Ctrl+T" } else { "Ctrl+R" };
                format!("还没有写替换成什么：写在这里；要删去就空着，再按一次 {key}")
            }
        };
        self.trouble(refused);
        None
    }

    /// Replaces the chosen hit and goes on to the next.
    fn replace_one(&mut self) {
        let Some((needle, replacement)) = self.ready(Command::ReplaceOne) else { return };
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        let Some(hit) = find.chosen().copied() else { return };
        let behind = find.hits()[find.list.selected + 1..].iter();
        let elsewhere = behind.copied().find(|other| other.site != hit.site);
        if !hit.cited {
            pane.go_to_hit(&hit, needle.bytes());
            pane.step_behind(&hit, needle.bytes());
        }
        let change = match pane.replace(&needle, &[hit], &replacement) {
            Ok(change) => change,
            Err(sentence) => return self.trouble(sentence),
        };
        if change.replaced == 0 {
            find.turn(true);
            return self.trouble(if hit.cited {
                "这一处是引用的指标，没有换"
            } else {
                "这一处是整个的标题，不能空着，没有换"
            });
        }
        find.made += 1;
        self.search();
        let Some(Prompt::Find(find)) = &mut self.prompt else { return };
        let end = hit.byte + replacement.len();
        let same = |other: &Hit| other.site == hit.site && other.byte >= end;
        let hits = find.hits();
        let next = hits.iter().position(same).or_else(|| {
            hits.iter().position(|other| elsewhere.is_some_and(|wanted| *other == wanted))
        });
        let done = if replacement.is_empty() { "已删去这一处" } else { "已替换这一处" };
        let more = match (find.hits().len(), next) {
            (0, _) => "，没有别的了".to_owned(),
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
        let Some((needle, replacement)) = self.ready(Command::ReplaceAll) else { return };
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        let change = match pane.replace(&needle, find.hits(), &replacement) {
            Ok(change) => change,
            Err(sentence) => return self.trouble(sentence),
        };
        let left = left(&change);
        if change.replaced == 0 {
            return self.trouble(format!("{left}没有换"));
        }
        self.kept.find = find.last(None);
        let done = if replacement.is_empty() { "已删去" } else { "已替换" };
        let left = if left.is_empty() { left } else { format!("；另有 {left}没有换") };
        let sentence =
            format!("{done} {} 处（{}），Ctrl+Z 可以一次撤销{left}", change.replaced, find.range());
        self.prompt = None;
        self.tell(sentence);
    }

    /// Ctrl+Z in the box: takes back what was replaced there, and nothing else.
    fn undo_replacing(&mut self) {
        let (Some(Prompt::Find(find)), Screen::Writing(pane)) =
            (&mut self.prompt, &mut self.screen)
        else {
            return;
        };
        if find.made == 0 {
            return self.tell("这里只撤销刚才的替换；要撤销别的，先按 Esc");
        }
        find.made -= 1;
        pane.step(true);
        self.tell("已撤销刚才的替换");
    }
}

/// Whether a selection is what somebody may look for: some words of a paragraph,
/// and no blank that was only gone to.
fn is_wanted(selected: &str) -> bool {
    let pieces = prose::pieces(selected);
    !selected.contains('\n') && pieces.iter().any(|(_, piece)| matches!(piece, Piece::Text(_)))
}

/// Goes to a hit and notes that one is there.
fn go_to(pane: &mut WritingPane, hit: Hit, needle: &Needle) -> Reached {
    pane.go_to_hit(&hit, needle.bytes());
    Reached { hit, spot: pane.spot(), revision: pane.session.revision() }
}

/// The index of the next hit, and whether the way led round the end.
fn next(pane: &WritingPane, last: &LastFind, hits: &[Hit], forward: bool) -> (usize, bool) {
    let still = |reached: &Reached| {
        reached.spot == pane.spot() && reached.revision == pane.session.revision()
    };
    let here = last.reached.filter(still);
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

/// What helps at a hit that was gone to.
fn what_next(hit: &Hit) -> &'static str {
    match hit.site {
        Site::Heading(_) => "，在标题里：按 Ctrl+R 改",
        _ => "，按 F3 到下一处",
    }
}

/// What was left as it is; nothing where all was replaced.
fn left(change: &Replacing) -> String {
    let part = |count: usize, what: &str| (count > 0).then(|| format!("{count} 处{what}"));
    let cited = part(change.cited, "引用的指标");
    let emptied = part(change.emptied, "整个的标题");
    cited.into_iter().chain(emptied).collect::<Vec<_>>().join("、")
}
