//! Whatever the palette of a terminal: nothing is written in the colour of its ground.

use fazhi_tui::text::Ambiguous;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::{ALL_WAYS, staged};

/// Red, green and blue.
type Rgb = (u8, u8, u8);

/// What a terminal makes of the colours that we use.
struct Palette {
    name: &'static str,
    ink: Rgb,
    ground: Rgb,
    red: Rgb,
    /// What many make of red where it is bold.
    bright_red: Rgb,
}

const PALETTES: [Palette; 7] = [
    Palette {
        name: "black on white",
        ink: (0, 0, 0),
        ground: (255, 255, 255),
        red: (205, 0, 0),
        bright_red: (255, 0, 0),
    },
    Palette {
        name: "white on black",
        ink: (229, 229, 229),
        ground: (0, 0, 0),
        red: (205, 0, 0),
        bright_red: (255, 0, 0),
    },
    Palette {
        name: "the Linux console",
        ink: (170, 170, 170),
        ground: (0, 0, 0),
        red: (170, 0, 0),
        bright_red: (255, 85, 85),
    },
    Palette {
        name: "the old console of Windows",
        ink: (192, 192, 192),
        ground: (0, 0, 0),
        red: (128, 0, 0),
        bright_red: (255, 0, 0),
    },
    Palette {
        name: "Windows Terminal",
        ink: (204, 204, 204),
        ground: (12, 12, 12),
        red: (197, 15, 31),
        bright_red: (231, 72, 86),
    },
    Palette {
        name: "Solarized dark",
        ink: (131, 148, 150),
        ground: (0, 43, 54),
        red: (220, 50, 47),
        bright_red: (203, 75, 22),
    },
    Palette {
        name: "Solarized light",
        ink: (101, 123, 131),
        ground: (253, 246, 227),
        red: (220, 50, 47),
        bright_red: (203, 75, 22),
    },
];

/// How bright a colour is, as the eye takes it: WCAG 2.
fn brightness((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// From 1, the same, to 21, black and white.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (brightness(a) + 0.05, brightness(b) + 0.05);
    if a > b { a / b } else { b / a }
}

impl Palette {
    /// What the ink of a cell may be, and its ground.
    fn of(&self, cell: &Cell) -> Vec<(Rgb, Rgb)> {
        let has = |modifier| cell.modifier.contains(modifier);
        let inks = match cell.fg {
            Color::Reset => vec![self.ink],
            Color::Red if has(Modifier::BOLD) => vec![self.red, self.bright_red],
            Color::Red => vec![self.red],
            other => panic!("say here how {other:?} looks"),
        };
        assert_eq!(cell.bg, Color::Reset, "say here how it looks");
        // Some draw what is faint in two thirds of its colour, some as ever.
        let fainter = |(red, green, blue): Rgb| (red / 3 * 2, green / 3 * 2, blue / 3 * 2);
        let faint: Vec<Rgb> =
            inks.iter().filter(|_| has(Modifier::DIM)).map(|ink| fainter(*ink)).collect();
        let both = inks.into_iter().chain(faint);
        let reversed = has(Modifier::REVERSED);
        both.map(|ink| if reversed { (self.ground, ink) } else { (ink, self.ground) }).collect()
    }
}

#[test]
fn nothing_is_written_in_the_colour_of_its_ground() {
    for way in 0..ALL_WAYS {
        let mut stage = staged(way, Ambiguous::Narrow);
        let frame = stage.draw(112, 30);
        let seen = frame.buffer.content.iter().filter(|cell| cell.symbol() != " ");
        for cell in seen {
            for palette in &PALETTES {
                for (ink, ground) in palette.of(cell) {
                    let contrast = contrast(ink, ground);
                    assert!(
                        contrast > 1.9,
                        "{}: {:?} on {:?}, {contrast:.1}: {:?}",
                        palette.name,
                        ink,
                        ground,
                        cell
                    );
                }
            }
        }
    }
}
