//! What is left when the program ends in a way that nobody chose.

mod ends;
mod kill;
