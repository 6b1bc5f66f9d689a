//! One number in the scripts that lists of Chinese documents use.
//!
//! Where a script ends, Arabic figures follow, as Word does it.

use crate::text::numeral::chinese;

/// How the numbers of a level are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Script {
    /// 1 2 3, and every script that no Chinese document uses.
    #[default]
    Decimal,
    /// 01 02 … 10.
    DecimalZero,
    /// １２３.
    FullWidth,
    /// 一 二 十一 一百〇一.
    Chinese,
    /// 一 二 一〇 一一.
    ChineseDigits,
    /// 壹 贰 壹拾.
    Legal,
    /// Signs that stand one after another, from the first to the last.
    Row(char, u32),
    /// 甲 乙 丙.
    Stems,
    /// 子 丑 寅.
    Branches,
    /// a b … z aa bb.
    Letters(bool),
    /// i ii iii.
    Roman(bool),
    /// A sign and no number.
    Bullet,
    /// Nothing.
    None,
}

/// Numbers of Chinese from one to nine, and their formal twins.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS: [&str; 4] = ["", "十", "百", "千"];
const LEGAL_UNITS: [&str; 4] = ["", "拾", "佰", "仟"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// The signs of Roman numbers, the largest first.
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

impl Script {
    /// The script that a file calls by this name.
    pub(super) fn parse(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand" => Self::Chinese,
            "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
                Self::ChineseDigits
            }
            "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Self::Legal,
            "ideographTraditional" => Self::Stems,
            "ideographZodiac" => Self::Branches,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Row('①', 20),
            "decimalEnclosedParen" => Self::Row('⑴', 20),
            "decimalEnclosedFullstop" => Self::Row('⒈', 20),
            "ideographEnclosedCircle" => Self::Row('㊀', 10),
            "lowerLetter" => Self::Letters(false),
            "upperLetter" => Self::Letters(true),
            "lowerRoman" => Self::Roman(false),
            "upperRoman" => Self::Roman(true),
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number as this script writes it.
    pub(super) fn write(self, n: u32) -> String {
        self.within(n).unwrap_or_else(|| n.to_string())
    }

    /// A number, where the script goes so far.
    fn within(self, n: u32) -> Option<String> {
        let counted = n.checked_sub(1)?;
        match self {
            Self::DecimalZero => Some(format!("{n:02}")),
            Self::FullWidth => Some(by_digit(n, |digit| char::from_u32(0xff10 + digit))),
            Self::Chinese if n < 100 => Some(chinese(n)),
            Self::Chinese => (n < 10_000).then(|| by_units(n, &DIGITS, &UNITS)),
            Self::ChineseDigits => Some(by_digit(n, |digit| DIGITS.get(digit as usize).copied())),
            Self::Legal => (n < 10_000).then(|| by_units(n, &LEGAL, &LEGAL_UNITS)),
            Self::Row(first, length) if counted < length => {
                char::from_u32(u32::from(first) + counted).map(String::from)
            }
            Self::Stems => STEMS.chars().nth(counted as usize).map(String::from),
            Self::Branches => BRANCHES.chars().nth(counted as usize).map(String::from),
            Self::Letters(upper) => letters(counted, if upper { b'A' } else { b'a' }),
            Self::Roman(upper) => {
                (n < 4000).then(|| if upper { roman(n) } else { roman(n).to_lowercase() })
            }
            Self::Bullet | Self::None => Some(String::new()),
            Self::Decimal | Self::Row(..) => None,
        }
    }
}

fn by_digit(n: u32, sign: impl Fn(u32) -> Option<char>) -> String {
    n.to_string().chars().filter_map(|c| sign(c.to_digit(10)?)).collect()
}

/// A number below 10,000 with its units: a gap of zeros is read once.
fn by_units(n: u32, digits: &[char; 10], units: &[&str; 4]) -> String {
    let written = n.to_string();
    let mut text = String::new();
    let mut gap = false;
    for (digit, place) in written.bytes().zip((0..written.len()).rev()) {
        let digit = usize::from(digit - b'0');
        if digit == 0 {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push(digits[0]);
        }
        text.push(digits[digit]);
        text.push_str(units[place]);
    }
    text
}

/// The letter, said once more for each time round the alphabet.
fn letters(counted: u32, first: u8) -> Option<String> {
    let letter = first + u8::try_from(counted % 26).ok()?;
    let times = (counted / 26 + 1) as usize;
    (times <= 30).then(|| char::from(letter).to_string().repeat(times))
}

fn roman(mut n: u32) -> String {
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while n >= value {
            text.push_str(sign);
            n -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_prints_them() {
        for (name, written) in [
            ("decimal", "1 2 10 11 21 105 1010"),
            ("decimalZero", "01 02 10 11 21 105 1010"),
            ("decimalFullWidth", "１ ２ １０ １１ ２１ １０５ １０１０"),
            ("chineseCounting", "一 二 十 十一 二十一 一百〇五 一千〇一十"),
            ("japaneseCounting", "一 二 十 十一 二十一 一百〇五 一千〇一十"),
            ("ideographDigital", "一 二 一〇 一一 二一 一〇五 一〇一〇"),
            ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾壹 壹佰零伍 壹仟零壹拾"),
            ("ideographTraditional", "甲 乙 癸 11 21 105 1010"),
            ("ideographZodiac", "子 丑 酉 戌 21 105 1010"),
            ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ 21 105 1010"),
            ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ 21 105 1010"),
            ("ideographEnclosedCircle", "㊀ ㊁ ㊉ 11 21 105 1010"),
            ("lowerLetter", "a b j k u aaaaa 1010"),
            ("upperLetter", "A B J K U AAAAA 1010"),
            ("lowerRoman", "i ii x xi xxi cv mx"),
            ("upperRoman", "I II X XI XXI CV MX"),
            ("thaiCounting", "1 2 10 11 21 105 1010"),
        ] {
            let script = Script::parse(name);
            let all = [1, 2, 10, 11, 21, 105, 1010].map(|n| script.write(n)).join(" ");
            assert_eq!(all, written, "{name}");
            assert_eq!(script.write(0), if name == "none" { "" } else { "0" });
            assert!(script.write(1_000_000).chars().count() <= 30);
        }
        assert_eq!(Script::parse("none").write(3), "");
    }
}
