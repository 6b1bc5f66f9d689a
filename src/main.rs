//! The program: arguments, then a command without a screen or the screen.

fn main() {}
