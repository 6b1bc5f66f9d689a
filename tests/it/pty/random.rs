//! Whatever is typed, pasted, selected, cut and resized, in any order: the text
//! that is saved is that of a model which does the same to a list of signs.
//!
//! `FAZHI_RANDOM_STEPS` and `FAZHI_RANDOM_SEED` make it longer and another one.

use std::env;
use std::time::Duration;

use fazhi_tui::text::width::{clusters, shown};

use super::home::{Home, ID, preamble};
use super::keys::{
    BACKSPACE, CTRL_A, CTRL_C, CTRL_END, CTRL_F, CTRL_HOME, CTRL_Q, CTRL_T, CTRL_V, CTRL_X, CTRL_Y,
    CTRL_Z, DELETE, ENTER, ESC, LEFT, RIGHT, SHIFT_LEFT, SHIFT_RIGHT, TAB, pasted,
};
use super::terminal::Terminal;
use super::view::View;

const STEPS: u64 = 150;
const SIZES: [(u16, u16); 8] =
    [(80, 24), (160, 45), (59, 20), (40, 16), (30, 10), (100, 30), (112, 30), (81, 24)];
const PIECES: [&str; 12] = [
    "坚持以习近平法治思想为指导，",
    "办结“两法”衔接案件12件；",
    "（一）审查合同GB/T 9704共43份。",
    "99.7％……",
    "——",
    "①㎡",
    "𠮷",
    "👨\u{200d}👩\u{200d}👧",
    "e\u{301}tude",
    "依",
    "【几】",
    "a",
];

/// Numbers without rhyme: xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// The text as it should be, sign by sign.
#[derive(Default)]
struct Model {
    signs: Vec<String>,
    caret: usize,
    anchor: Option<usize>,
    clip: String,
}

impl Model {
    fn text(&self) -> String {
        self.signs.concat()
    }

    /// Takes out what is selected; `false` where that is nothing.
    fn clear(&mut self) -> bool {
        let anchor = self.anchor.take().unwrap_or(self.caret);
        let range = self.caret.min(anchor)..self.caret.max(anchor);
        self.caret = range.start;
        self.signs.drain(range).count() > 0
    }

    fn insert(&mut self, text: &str) {
        self.clear();
        for (_, sign) in clusters(text) {
            self.signs.insert(self.caret, sign.to_owned());
            self.caret += 1;
        }
    }

    fn delete(&mut self, back: bool) {
        if self.clear() {
            return;
        }
        if back && self.caret > 0 {
            self.caret -= 1;
            self.signs.remove(self.caret);
        } else if !back && self.caret < self.signs.len() {
            self.signs.remove(self.caret);
        }
    }

    fn go(&mut self, right: bool) {
        let anchor = self.anchor.take().filter(|anchor| *anchor != self.caret);
        self.caret = match (anchor, right) {
            (Some(anchor), true) => self.caret.max(anchor),
            (Some(anchor), false) => self.caret.min(anchor),
            (None, true) => (self.caret + 1).min(self.signs.len()),
            (None, false) => self.caret.saturating_sub(1),
        };
    }

    fn jump(&mut self, to: usize) {
        (self.caret, self.anchor) = (to, None);
    }

    fn extend(&mut self, right: bool) {
        self.anchor = self.anchor.or(Some(self.caret));
        self.caret = if right {
            (self.caret + 1).min(self.signs.len())
        } else {
            self.caret.saturating_sub(1)
        };
    }

    fn copy(&mut self) {
        let anchor = self.anchor.unwrap_or(self.caret);
        let selected = self.signs[self.caret.min(anchor)..self.caret.max(anchor)].concat();
        if !selected.is_empty() {
            self.clip = selected;
        }
    }

    /// Replaces a sign everywhere; `false` where it is nowhere.
    fn replace(&mut self, sign: &str, by: &str) -> bool {
        let replaced = |own: &String| if own == sign { by.to_owned() } else { own.clone() };
        let signs: String = self.signs.iter().map(replaced).collect();
        let found = self.signs.iter().any(|own| own == sign);
        self.signs = clusters(&signs).map(|(_, sign)| sign.to_owned()).collect();
        found
    }

    fn paste(&mut self) {
        if !self.clip.is_empty() {
            self.insert(&self.clip.clone());
        }
    }

    /// Whether the cursor stands behind the sign before the caret, or before the
    /// one after it at the start of a row.
    fn agrees(&self, view: &View) -> bool {
        let drawn = |at: Option<usize>| {
            let sign = at.and_then(|at| self.signs.get(at)).filter(|sign| *sign != "\n");
            sign.map(|sign| shown(sign).to_owned())
        };
        let (x, y) = view.cursor();
        let left = view.symbol_before_cursor();
        let at_start = left.is_empty() || left == " ";
        let fits = match (drawn(self.caret.checked_sub(1)), drawn(Some(self.caret))) {
            (Some(before), _) if left == before => true,
            (_, Some(after)) => at_start && view.symbol(x, y) == after,
            (None, None) => at_start,
            (Some(_), None) => false,
        };
        view.shows_cursor() && fits
    }
}

/// One thing that a person does, to the program and to the model.
#[expect(clippy::too_many_lines, reason = "a table of what can be done")]
fn step(dice: &mut Dice, terminal: &Terminal, model: &mut Model) {
    let send = |keys: &str| terminal.send(keys);
    match dice.below(20) {
        0..=4 => {
            let piece = dice.one(&PIECES);
            // No keyboard sends a sign of several characters key by key.
            if piece.contains('\u{200d}') {
                send(&pasted(piece));
            } else {
                send(piece);
            }
            model.insert(piece);
        }
        5 => {
            send(ENTER);
            model.insert("\n");
        }
        6 => {
            let text = [dice.one(&PIECES), dice.one(&PIECES), dice.one(&PIECES)].join("\n");
            send(&pasted(&text.replace('\n', dice.one(&["\n", "\r", "\r\n"]))));
            model.insert(&text);
        }
        7 => {
            // A paste that comes as plain keys.
            let text = ["全年审查各类合同四十三份。", dice.one(&PIECES[..7]), "依"].join("\n");
            send(&text.replace('\n', dice.one(&["\n", "\r"])));
            model.insert(&text);
        }
        8..=9 => {
            let back = dice.below(2) == 0;
            send(if back { BACKSPACE } else { DELETE });
            model.delete(back);
        }
        10..=12 => {
            let right = dice.below(2) == 0;
            let extend = dice.below(2) == 0;
            for _ in 0..=dice.below(9) {
                send(match (extend, right) {
                    (true, true) => SHIFT_RIGHT,
                    (true, false) => SHIFT_LEFT,
                    (false, true) => RIGHT,
                    (false, false) => LEFT,
                });
                if extend { model.extend(right) } else { model.go(right) }
            }
        }
        13 => {
            let end = dice.below(2) == 0;
            send(if end { CTRL_END } else { CTRL_HOME });
            model.jump(if end { model.signs.len() } else { 0 });
        }
        14..=15 => {
            let cut = dice.below(2) == 0;
            send(if cut { CTRL_X } else { CTRL_C });
            model.copy();
            if cut {
                model.clear();
            }
        }
        16..=17 => {
            send(CTRL_V);
            model.paste();
        }
        18 => {
            let (sign, by) = (dice.one(&["㎡", "𠮷"]), dice.one(&["㎡①", "𠮷一", "a"]));
            send(&format!("{CTRL_F}{CTRL_A}{sign}{TAB}{CTRL_A}{by}{CTRL_T}"));
            if !model.replace(sign, by) {
                send(ESC);
            }
            send(CTRL_HOME);
            model.jump(0);
        }
        _ => {
            let (columns, rows) = SIZES[dice.below(SIZES.len())];
            terminal.resize(columns, rows);
        }
    }
}

#[test]
fn what_is_saved_is_what_a_model_makes_of_the_same_keys() {
    let number = |name, usual| env::var(name).map_or(usual, |text| text.parse().unwrap());
    let steps = number("FAZHI_RANDOM_STEPS", STEPS);
    let mut dice = Dice(number("FAZHI_RANDOM_SEED", 0x5DEE_CE66_D1CE_4E5B));
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZES[0]);
    let mut model = Model::default();
    for count in 0..steps {
        step(&mut dice, &terminal, &mut model);
        if count % 8 == 7 {
            let (columns, rows) = terminal.view().size();
            if columns < 30 || rows < 10 {
                terminal.resize(80, 24);
            }
            let before: String = model.signs[..model.caret].concat();
            let what = format!("step {count}: the cursor behind {}", end_of(&before));
            terminal.wait(&what, |view| model.agrees(view));
        }
    }
    terminal.resize(80, 24);
    terminal.send(CTRL_A);
    terminal.send(BACKSPACE);
    terminal.send(CTRL_Z);
    run_out(&terminal, CTRL_Z, "没有可以撤销的改动了");
    terminal.wait_for("这一节还没有内容");
    run_out(&terminal, CTRL_Y, "没有可以重做的改动了");
    terminal.wait_for("这一节还没有内容");
    terminal.send_for(CTRL_Z, "已撤销");
    terminal.send(CTRL_Q);
    terminal.wait_exit(Duration::from_secs(10));
    same(&preamble(&home.load(ID)), &model.text());
}

/// Two texts are one, or where they part.
#[track_caller]
fn same(saved: &str, wanted: &str) {
    let pairs = saved.char_indices().zip(wanted.chars());
    let alike = pairs.take_while(|((_, a), b)| a == b).last();
    let at = alike.map_or(0, |((at, a), _)| at + a.len_utf8());
    let rest = |text: &str| text[at..].chars().take(20).collect::<String>();
    assert_eq!(rest(saved), rest(wanted), "behind {}", end_of(&saved[..at]));
}

/// The last signs of a text.
fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(20).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Takes steps back or forth until there are none.
fn run_out(terminal: &Terminal, key: &str, end: &str) {
    while !terminal.view().has(end) {
        terminal.send(&key.repeat(20));
        terminal.quiet();
    }
}
