//! Chinese ordinals and dates (placeholder until the text room is merged).
#![allow(missing_docs, clippy::pedantic, reason = "replaced by the text room")]
pub fn chinese(n: u32) -> String {
    n.to_string()
}
pub fn parse_chinese(_: &str) -> Option<u32> {
    None
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}
impl Date {
    pub fn iso(self) -> String {
        String::new()
    }
    pub fn written(self) -> String {
        String::new()
    }
}
pub fn parse_date(_: &str) -> Option<Date> {
    None
}
pub fn to_half_width(t: &str) -> String {
    t.to_owned()
}
