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

    /// Reads an amount that is entered for a figure in this unit.
    ///
    /// # Errors
    /// As [`Amount::parse`]; also below nothing, and in parts of what is counted whole.
    pub fn entered(text: &str, unit: &str) -> Result<Self, String> {
        let amount = Self::parse(text)?;
        if amount.digits < 0 {
            return Err(format!("“{}”小于零：指标没有负数", amount.written));
        }
        if amount.decimals > 0 && counts_whole(unit) {
            return Err(format!("“{}”有小数：单位是“{unit}”，只填整数", amount.written));
        }
        Ok(amount)
    }

    /// The amount as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }
}

/// Whether what a unit counts comes whole: all but shares, money and multiples
/// as in 万元 and 万人次.
fn counts_whole(unit: &str) -> bool {
    !unit.starts_with(['%', '％', '元', '万', '亿'])
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
        // What is beyond all counting is the largest of all.
        let of = |amount: &Self| amount.at(scale).unwrap_or(i128::MAX * amount.digits.signum());
        of(self).cmp(&of(other))
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.digits == 0
    }

    /// The sum of amounts; `None` where it is beyond all counting.
    pub fn sum(amounts: &[&Self]) -> Option<Self> {
        let decimals = amounts.iter().map(|amount| amount.decimals).max().unwrap_or(0);
        let scaled =
            |amount: &&Self| amount.digits.checked_mul(10_i128.pow(decimals - amount.decimals));
        let digits =
            amounts.iter().map(scaled).try_fold(0_i128, |sum, part| sum.checked_add(part?))?;
        Some(Self::plain(digits, decimals))
    }

    /// What is left of it when another is taken away; `None` where that is beyond all counting.
    pub fn less(&self, other: &Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let digits = self.at(decimals)?.checked_sub(other.at(decimals)?)?;
        Some(Self::plain(digits, decimals))
    }

    /// Ten times it, as often as said: 1.2 in 万 is 12000. `None` beyond all counting.
    pub fn tens(&self, times: u32) -> Option<Self> {
        let kept = self.decimals.saturating_sub(times);
        let more = times.saturating_sub(self.decimals);
        Some(Self::plain(self.digits.checked_mul(10_i128.checked_pow(more)?)?, kept))
    }

    /// What it is in units of ten, as often as said: 12000 is 1.2 in 万. `None` beyond all
    /// counting.
    pub fn in_tens(&self, times: u32) -> Option<Self> {
        let (mut digits, mut decimals) = (self.digits, self.decimals.checked_add(times)?);
        while decimals > 0 && digits % 10 == 0 {
            (digits, decimals) = (digits / 10, decimals - 1);
        }
        10_i128.checked_pow(decimals)?;
        Some(Self::plain(digits, decimals))
    }

    /// How many units of its last place it has, if that is moved to `decimals` places;
    /// `None` where it has more of them, or for what is beyond all counting.
    pub fn at(&self, decimals: u32) -> Option<i128> {
        let more = decimals.checked_sub(self.decimals)?;
        self.digits.checked_mul(10_i128.checked_pow(more)?)
    }

    /// How many decimals were written.
    pub fn decimals(&self) -> u32 {
        self.decimals
    }

    /// A whole amount.
    pub fn of(value: i128) -> Self {
        Self::plain(value, 0)
    }

    /// An amount as one writes it plainly.
    fn plain(digits: i128, decimals: u32) -> Self {
        let unit = 10_i128.pow(decimals);
        let sign = if digits < 0 { "-" } else { "" };
        let (whole, rest) = (digits.abs() / unit, digits.abs() % unit);
        let written = match usize::try_from(decimals).unwrap_or(0) {
            0 => format!("{sign}{whole}"),
            places => format!("{sign}{whole}.{rest:0places$}"),
        };
        Self { written, digits, decimals }
    }

    /// Whether it can be the share of a part in a whole in per cent, rounded or
    /// cut off at its own last place. A share of nothing, and one too long to
    /// compute, is believed.
    pub fn is_rate(&self, part: &Self, whole: &Self) -> bool {
        let scale = part.decimals.max(whole.decimals);
        let (Some(part), Some(whole)) = (part.at(scale), whole.at(scale)) else { return true };
        if whole == 0 {
            return true;
        }
        let share = 10_i128.pow(self.decimals).checked_mul(100).and_then(|n| n.checked_mul(part));
        share.is_none_or(|share| {
            let (cut, rest) = (share / whole, share % whole);
            let rounded = if rest.saturating_mul(2) >= whole { cut + 1 } else { cut };
            self.digits == cut || self.digits == rounded
        })
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
    fn a_figure_is_not_below_nothing_and_persons_come_whole() {
        let entered = |text, unit| Amount::entered(text, unit).map(|own| own.written);
        for (text, unit, written) in
            [("１２", "人", "12"), ("6,000", "件", "6,000"), ("98.36", "%", "98.36")]
        {
            assert_eq!(entered(text, unit), Ok(written.to_owned()));
        }
        for unit in ["万元", "亿元", "元", "万人次", "％"] {
            assert!(entered("0.5", unit).is_ok(), "{unit}");
        }
        assert_eq!(entered("-3", "人"), Err("“-3”小于零：指标没有负数".to_owned()));
        assert_eq!(entered("１２．５", "人"), Err("“12.5”有小数：单位是“人”，只填整数".to_owned()));
        for unit in ["个", "件", "人次", "户次", "台", ""] {
            assert!(entered("45.5", unit).is_err() && entered("-1", unit).is_err(), "{unit}");
        }
    }

    #[test]
    fn adds_and_divides_exactly() {
        let sum = |all: &[&str]| {
            let all: Vec<Amount> = all.iter().map(|text| amount(text)).collect();
            Amount::sum(&all.iter().collect::<Vec<_>>()).unwrap().written().to_owned()
        };
        assert_eq!(sum(&["1,000", "17"]), "1017");
        assert_eq!(sum(&["0.5", "-1.25"]), "-0.75");
        assert_eq!(sum(&[]), "0");
        assert_eq!(amount("3.5").less(&amount("4")).unwrap().written(), "-0.5");
        assert_eq!(amount("1.255").tens(2).unwrap().written(), "125.5");
        assert_eq!(amount("1.2").tens(4).unwrap().written(), "12000");
        assert_eq!((amount("1.2").at(3), amount("1.2").at(0)), (Some(1200), None));
        let rate = |rate, part, whole| amount(rate).is_rate(&amount(part), &amount(whole));
        assert!(rate("99.14", "115", "116") && rate("66.7", "2", "3") && rate("66.6", "2", "3"));
        assert!(rate("100", "12", "12") && rate("0", "0", "5") && rate("98", "1", "0"));
        assert!(!rate("99", "115", "117") && !rate("100", "11", "12") && !rate("66.5", "2", "3"));
    }

    #[test]
    fn compares_values_exactly() {
        assert_eq!(amount("6,000").compare(&amount("6000.0")), Ordering::Equal);
        assert_eq!(amount("0.1").compare(&amount("0.10001")), Ordering::Less);
        assert_eq!(amount("-2").compare(&amount("1")), Ordering::Less);
    }
}
