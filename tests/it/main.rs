//! Tests of the whole program and of the house that it lives in.

mod architecture;
