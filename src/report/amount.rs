//! An exact decimal that remembers how it was written.
//!
//! `6,000` and `6000` are equal amounts but stay two texts: what staff entered
//! is what the report prints. Binary floating point has no place here, for
//! 98.36 % has no binary form and sums must be exact.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::text::numeral::to_half_width;

/// An exact amount, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Amount {
    written: String,
    digits: i128,
    decimals: u32,
}

/// Most digits that an amount may have; far beyond any figure of a township
/// and small enough that two amounts can be brought to one scale.
const MOST_DIGITS: usize = 18;

impl Amount {
    /// Reads an amount: figures with an optional sign, thousands commas and
    /// decimals, full-width twins included.
    ///
    /// # Errors
    /// A Chinese sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let written = to_half_width(text.trim());
        let refuse = || Err(format!("“{}”不是数：请只写数字，如 12 或 98.36", text.trim()));
        let (negative, plain) = match written.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, written.as_str()),
        };
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let pointless = plain.contains('.') && fraction.is_empty();
        if pointless || !grouped(whole) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return refuse();
        }
        let digits: String = whole.chars().filter(|c| *c != ',').chain(fraction.chars()).collect();
        if digits.len() > MOST_DIGITS {
            return Err(format!("“{written}”太长：最多 {MOST_DIGITS} 位数字"));
        }
        let Ok(value) = digits.parse::<i128>() else {
            return refuse();
        };
        let decimals = u32::try_from(fraction.len()).unwrap_or(0);
        let digits = if negative { -value } else { value };
        Ok(Self { written, digits, decimals })
    }

    /// The amount as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }
}

/// Whether a whole number is written plainly or with commas every three figures.
fn grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !whole.contains(',') {
        return digits(first);
    }
    digits(first) && first.len() <= 3 && groups.all(|g| g.len() == 3 && digits(g))
}

impl Amount {
    /// Compares what two amounts are worth, however they are written.
    pub fn compare(&self, other: &Self) -> Ordering {
        let scale = self.decimals.max(other.decimals);
        let of = |amount: &Self| amount.digits * 10_i128.pow(scale - amount.decimals);
        of(self).cmp(&of(other))
    }
}

impl TryFrom<String> for Amount {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::parse(text).unwrap()
    }

    #[test]
    fn keeps_what_was_written() {
        for text in ["0", "12", "6,000", "98.360", "-3.5", "12,345,678.90"] {
            assert_eq!(amount(text).written(), text);
        }
        assert_eq!(amount(" １２．５ ").written(), "12.5");
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "十二", "1.2.3", "12件", "1,2", "12.", "--1", "1234567890123456789"] {
            assert!(Amount::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn compares_values_exactly() {
        assert_eq!(amount("6,000").compare(&amount("6000.0")), Ordering::Equal);
        assert_eq!(amount("0.1").compare(&amount("0.10001")), Ordering::Less);
        assert_eq!(amount("-2").compare(&amount("1")), Ordering::Less);
    }
}
