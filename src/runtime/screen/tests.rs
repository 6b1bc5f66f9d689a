//! What terminals make of the bytes: a right one, and the worst that there is.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::style::Style;

use super::*;
use crate::text::Ambiguous;
use crate::text::width::{cluster_columns, clusters, shown};
use crate::ui::mend_wide;

const WIDTH: u16 = 24;
const HEIGHT: u16 = 6;

/// The frame of a popup, where it takes the place of text.
const FRAME: &str = "+";

/// Something that is drawn.
#[derive(Clone, Debug)]
enum Stroke {
    Text(u16, u16, String, Style),
    /// A window over the rest, with a frame round it.
    Popup(Rect, String, Style),
    /// Another style for cells, whatever is in them.
    Tint(Rect, Style),
}

/// Of every sort of width; the last ones are what terminals quarrel about.
const SIGNS: [&str; 18] = [
    "法",
    "治",
    "政府",
    "，",
    "“",
    "”",
    "…",
    "①",
    "a",
    "12",
    " ",
    "  ",
    "e\u{301}",
    "𠮷",
    "✓",
    "😀",
    "👨\u{200d}👩\u{200d}👧",
    "❤\u{fe0f}",
];

fn sign() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&SIGNS[..])
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(sign(), 1..16).prop_map(|signs| signs.concat())
}

fn style() -> impl Strategy<Value = Style> {
    let plain = Style::new();
    let styles = vec![
        plain,
        plain.add_modifier(Modifier::REVERSED),
        plain.add_modifier(Modifier::UNDERLINED),
        plain.add_modifier(Modifier::BOLD).fg(Color::Red),
        plain.add_modifier(Modifier::DIM),
        plain.bg(Color::Blue),
    ];
    prop::sample::select(styles)
}

fn place() -> impl Strategy<Value = Rect> {
    (0..WIDTH, 0..HEIGHT, 2..WIDTH, 2..HEIGHT).prop_map(|(x, y, width, height)| {
        Rect { x, y, width, height }.intersection(Rect::new(0, 0, WIDTH, HEIGHT))
    })
}

fn frame() -> impl Strategy<Value = Vec<Stroke>> {
    let stroke = prop_oneof![
        4 => (0..WIDTH, 0..HEIGHT, text(), style()).prop_map(|(x, y, t, s)| Stroke::Text(x, y, t, s)),
        1 => (place(), text(), style()).prop_map(|(area, t, s)| Stroke::Popup(area, t, s)),
        2 => (place(), style()).prop_map(|(area, s)| Stroke::Tint(area, s)),
    ];
    prop::collection::vec(stroke, 0..12)
}

fn put(
    buffer: &mut Buffer,
    ambiguous: Ambiguous,
    (mut x, y): (u16, u16),
    text: &str,
    style: Style,
) {
    for (_, cluster) in clusters(text) {
        let cells = u16::try_from(cluster_columns(cluster, ambiguous)).unwrap();
        if x + cells > WIDTH {
            return;
        }
        buffer[(x, y)].set_symbol(shown(cluster)).set_style(style);
        for half in x + 1..x + cells {
            buffer[(half, y)].reset();
        }
        x += cells;
    }
}

fn draw(buffer: &mut Buffer, ambiguous: Ambiguous, strokes: &[Stroke]) {
    for stroke in strokes {
        match stroke {
            Stroke::Text(x, y, text, style) => put(buffer, ambiguous, (*x, *y), text, *style),
            Stroke::Popup(area, text, style) => {
                for at in area.positions() {
                    buffer[at].reset();
                    let inside = area.inner(ratatui::layout::Margin::new(1, 1));
                    if !inside.contains(at) {
                        buffer[at].set_symbol(FRAME).set_style(*style);
                    }
                }
                if area.width > 3 && area.height > 2 {
                    let columns = usize::from(area.width - 2);
                    let text = crate::text::width::cut(text, columns, ambiguous);
                    put(buffer, ambiguous, (area.x + 1, area.y + 1), text, *style);
                }
            }
            Stroke::Tint(area, style) => buffer.set_style(*area, *style),
        }
    }
    mend_wide(buffer, ambiguous);
}

/// The worst terminal that there is: it keeps the ground of each cell for itself, also
/// below the right half of a character, and a half stays when the other one goes.
struct Worst {
    ambiguous: Ambiguous,
    cells: Vec<(String, Ground)>,
    at: usize,
    ground: Ground,
}

/// What can be seen where nothing is written: reversed, underlined, blue.
type Ground = (bool, bool, bool);

/// The right half of a character.
const HALF: &str = "half";

impl Worst {
    fn new(ambiguous: Ambiguous) -> Self {
        let cells = usize::from(WIDTH) * usize::from(HEIGHT);
        Self {
            ambiguous,
            cells: vec![(" ".to_owned(), Ground::default()); cells],
            at: 0,
            ground: Ground::default(),
        }
    }

    fn process(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut pieces = text.split("\x1b[");
        self.print(pieces.next().unwrap());
        for piece in pieces {
            let end = piece.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            let (parameters, rest) = piece.split_at(end);
            match &rest[..1] {
                "H" => {
                    let (row, column) = parameters.split_once(';').unwrap();
                    let number = |text: &str| text.parse::<usize>().unwrap() - 1;
                    self.at = number(row) * usize::from(WIDTH) + number(column);
                }
                "J" => self.cells.fill((" ".to_owned(), Ground::default())),
                "m" => self.set_ground(parameters),
                _ => assert!(parameters.starts_with('?'), "{piece:?}"),
            }
            self.print(&rest[1..]);
        }
    }

    fn set_ground(&mut self, parameters: &str) {
        for part in parameters.split(';') {
            match part {
                "" | "0" => self.ground = Ground::default(),
                "7" => self.ground.0 = true,
                "4" => self.ground.1 = true,
                "44" => self.ground.2 = true,
                _ => {}
            }
        }
    }

    fn print(&mut self, text: &str) {
        for (_, cluster) in clusters(text) {
            self.cells[self.at] = (cluster.to_owned(), self.ground);
            let cells = cluster_columns(cluster, self.ambiguous);
            for half in self.at + 1..self.at + cells {
                HALF.clone_into(&mut self.cells[half].0);
            }
            self.at += cells;
        }
    }
}

/// What a cell of a buffer should look like on that terminal.
fn wanted(cell: &Cell) -> (String, Ground) {
    let symbol = if is_half(cell) { HALF } else { cell.symbol() };
    let has = |modifier| cell.modifier.contains(modifier);
    (
        symbol.to_owned(),
        (has(Modifier::REVERSED), has(Modifier::UNDERLINED), cell.bg == Color::Blue),
    )
}

/// A right terminal of the size of the frames.
fn vt100() -> vt100::Parser {
    let cells = |number| NonZeroU16::new(number).unwrap();
    vt100::Parser::new(cells(HEIGHT), cells(WIDTH), 0)
}

/// What a cell looks like on a right terminal, and what it should.
fn compare(
    screen: &vt100::Screen,
    buffer: &Buffer,
    (x, y): (u16, u16),
) -> Result<(), TestCaseError> {
    let (cell, wanted) = (screen.cell(y, x).unwrap(), &buffer[(x, y)]);
    let has = |modifier| wanted.modifier.contains(modifier);
    if is_half(wanted) {
        prop_assert!(cell.is_wide_continuation(), "{x} {y}");
        return Ok(());
    }
    let symbol = if cell.contents().is_empty() { " " } else { cell.contents() };
    prop_assert_eq!(symbol, wanted.symbol(), "{} {}", x, y);
    prop_assert_eq!(cell.inverse(), has(Modifier::REVERSED), "{} {}", x, y);
    prop_assert_eq!(cell.underline(), has(Modifier::UNDERLINED), "{} {}", x, y);
    prop_assert_eq!(
        cell.bgcolor() == vt100::Color::Idx(4),
        wanted.bg == Color::Blue,
        "{} {}",
        x,
        y
    );
    if symbol != " " {
        // This terminal knows one of both at a time.
        if !has(Modifier::BOLD | Modifier::DIM) {
            prop_assert_eq!(cell.bold(), has(Modifier::BOLD), "{} {}", x, y);
            prop_assert_eq!(cell.dim(), has(Modifier::DIM), "{} {}", x, y);
        }
        let red = cell.fgcolor() == vt100::Color::Idx(1);
        prop_assert_eq!(red, wanted.fg == Color::Red, "{} {}", x, y);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Some 3,000 frames, one after the other.
    #[test]
    fn every_terminal_shows_each_frame_as_it_is(
        frames in prop::collection::vec(frame(), 1..20),
        wide: bool,
    ) {
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let (mut screen, mut worst, mut right) = (Screen::default(), Worst::new(ambiguous), vt100());
        for strokes in &frames {
            let (bytes, _) = screen.frame(Size::new(WIDTH, HEIGHT), true, |buffer| {
                draw(buffer, ambiguous, strokes);
                Drawn::default()
            });
            worst.process(&bytes);
            right.process(&bytes);
            let expected: Vec<_> = screen.shown.content.iter().map(wanted).collect();
            for (at, (cell, expected)) in worst.cells.iter().zip(&expected).enumerate() {
                prop_assert_eq!(cell, expected, "cell {} after {:?}", at, strokes);
            }
            if !wide {
                for at in screen.shown.area.positions() {
                    compare(right.screen(), &screen.shown, at.into())?;
                }
            }
        }
    }
}

#[test]
fn a_frame_like_the_one_before_sends_nothing() {
    let mut screen = Screen::default();
    let strokes = [Stroke::Text(0, 0, "法治“政府”".to_owned(), Style::new())];
    let mut bytes = |cursor| {
        let draw = |buffer: &mut Buffer| {
            draw(buffer, Ambiguous::Narrow, &strokes);
            Drawn { cursor, ..Drawn::default() }
        };
        screen.frame(Size::new(WIDTH, HEIGHT), true, draw).0
    };
    assert!(!bytes(Some(Position { x: 2, y: 0 })).is_empty());
    assert!(bytes(Some(Position { x: 2, y: 0 })).is_empty());
    let moved = bytes(Some(Position { x: 4, y: 0 }));
    assert_eq!(moved, b"\x1b[1;5H\x1b[?25h", "the cursor alone moves");
}

#[test]
fn a_wide_sign_never_stands_in_the_last_column() {
    for width in 20..=200_u16 {
        let area = Rect::new(0, 0, width, 2);
        let mut buffer = Buffer::empty(area);
        buffer[(width - 1, 1)].set_symbol("法").set_style(Modifier::REVERSED);
        mend_wide(&mut buffer, Ambiguous::Narrow);
        assert_eq!(buffer[(width - 1, 1)].symbol(), " ");
    }
}

#[test]
fn a_style_that_goes_rewrites_both_halves() {
    let mut screen = Screen::default();
    let mut bytes = |style| {
        let draw = |buffer: &mut Buffer| {
            draw(buffer, Ambiguous::Narrow, &[Stroke::Text(0, 0, "法".to_owned(), style)]);
            Drawn::default()
        };
        String::from_utf8(screen.frame(Size::new(WIDTH, HEIGHT), true, draw).0).unwrap()
    };
    bytes(Style::new().add_modifier(Modifier::REVERSED));
    let off = bytes(Style::new());
    assert!(off.contains("\x1b[1;2H \x1b[1;1H法"), "{off:?}");
    // A colour of the character alone is not seen on its half.
    let red = bytes(Style::new().fg(Color::Red));
    assert!(!red.contains("\x1b[1;2H"), "{red:?}");
}

#[test]
fn without_colours_weight_and_lines_are_left() {
    let style = Style::new().fg(Color::Red).bg(Color::Blue).add_modifier(Modifier::BOLD);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer.set_string(0, 0, "字", style);
    take_colours(&mut buffer);
    assert_eq!(buffer[(0, 0)].style().fg, Some(Color::Reset));
    assert_eq!(buffer[(0, 0)].style().bg, Some(Color::Reset));
    assert_eq!((buffer[(0, 0)].symbol(), buffer[(0, 0)].modifier), ("字", Modifier::BOLD));
}
