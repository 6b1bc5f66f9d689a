//! What stands above and below the prose: title block and closing lines.
//!
//! Each line is kept whole, as it is printed: the addressee with its colon,
//! the contact in its brackets, the date in its words. A reader of a bare
//! value strips the dress ([`Letterhead::addressee_name`]); nobody has to
//! guess how a file had dressed it.

use serde::{Deserialize, Serialize};

use super::options::{SignatureLayout, TitleForm, YearWord};
use super::unit::Unit;
use crate::text::numeral::{self, Date};

/// Issuers, title, document number, addressee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letterhead {
    /// Full names of the issuing bodies where the title block shows them;
    /// with [`Title::A2`] and [`Title::Free`] on lines of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<String>,
    /// The title.
    pub title: Title,
    /// The document number, such as 云政〔2025〕5号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<String>,
    /// Whether the document number stands above the title (else below it).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doc_number_first: bool,
    /// 主送机关, as printed: with its colon (GB/T 9704-2012, 7.3.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
}

/// A title: one of the usual forms, which follow year and unit, or free text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Title {
    /// `X关于2025年法治政府建设情况的报告`, one body.
    A,
    /// The same with the bodies on lines of their own above it; one body
    /// alone stands in the title as in [`Title::A`].
    A2,
    /// `X2025年法治政府建设情况报告`.
    B,
    /// `X2025年法治政府建设年度报告`.
    C,
    /// As the author or a file wrote it.
    Free(String),
}

impl From<TitleForm> for Title {
    fn from(form: TitleForm) -> Self {
        match form {
            TitleForm::A => Self::A,
            TitleForm::A2 => Self::A2,
            TitleForm::B => Self::B,
            TitleForm::C => Self::C,
        }
    }
}

impl Title {
    /// The form of the title; `None` where somebody wrote it.
    pub fn form(&self) -> Option<TitleForm> {
        match self {
            Self::A => Some(TitleForm::A),
            Self::A2 => Some(TitleForm::A2),
            Self::B => Some(TitleForm::B),
            Self::C => Some(TitleForm::C),
            Self::Free(_) => None,
        }
    }
}

impl Letterhead {
    /// The title in one piece, without issuers on lines of their own.
    pub fn title_text(&self, unit: &Unit, year: i32, year_word: YearWord) -> String {
        let matter = format!("{year}{}法治政府建设", year_word.word());
        match &self.title {
            Title::A2 if self.issuers.len() != 1 => format!("关于{matter}情况的报告"),
            Title::A | Title::A2 => format!("{}关于{matter}情况的报告", self.issuers.join("、")),
            Title::B => format!("{}{matter}情况报告", unit.name),
            Title::C => format!("{}{year}年法治政府建设年度报告", unit.name),
            Title::Free(text) => text.clone(),
        }
    }

    /// The lines of the issuers above the title.
    pub fn issuer_lines(&self) -> &[String] {
        match self.title {
            Title::A2 if self.issuers.len() != 1 => &self.issuers,
            Title::Free(_) => &self.issuers,
            Title::A | Title::A2 | Title::B | Title::C => &[],
        }
    }

    /// The addressee without its colon.
    pub fn addressee_name(&self) -> Option<&str> {
        let line = self.addressee.as_deref()?;
        Some(line.trim_end_matches(['：', ':']))
    }
}

/// What follows the prose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Closing {
    /// 附件说明, one printed line each (GB/T 9704-2012, 7.3.4).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
    /// Names of the signing bodies in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signature: Vec<String>,
    /// The date of signing in its words, such as 2024年1月11日.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// 附注, as printed: in brackets (GB/T 9704-2012, 7.3.6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The whole 抄送 line, as printed (GB/T 9704-2012, 7.4.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_to: Option<String>,
}

impl Closing {
    /// The day of signing, if the date is one; a file may have put it in
    /// brackets or a 。 behind it.
    pub fn day(&self) -> Option<Date> {
        let date = self.date.as_deref()?.trim_end_matches('。');
        numeral::parse_date(date.trim_matches(['（', '）', '(', ')']))
    }

    /// The contact without its brackets.
    pub fn contact_text(&self) -> Option<&str> {
        let line = self.contact.as_deref()?;
        let inner = line.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
        Some(inner.unwrap_or(line))
    }

    /// The bodies that get a copy, without `抄送：` and the final `。`.
    pub fn copy_to_names(&self) -> Option<&str> {
        let line = self.copy_to.as_deref()?;
        let names = line.strip_prefix("抄送").unwrap_or(line);
        Some(names.trim_start_matches(['：', ':']).trim_end_matches('。'))
    }

    /// The names of the attachments, without `附件：` and numbers.
    pub fn attachment_names(&self) -> Vec<&str> {
        let lines = self.attachments.iter();
        lines
            .map(|line| {
                let rest = line.strip_prefix("附件").unwrap_or(line);
                rest.trim_start_matches(|c: char| c.is_ascii_digit() || "：:.．、 ".contains(c))
            })
            .collect()
    }

    /// The signature as it is printed: one line a body, or all in one row.
    pub fn signature_lines(&self, layout: SignatureLayout) -> Vec<String> {
        match layout {
            SignatureLayout::SideBySide if !self.signature.is_empty() => {
                vec![self.signature.join("      ")]
            }
            _ => self.signers(layout).to_vec(),
        }
    }

    /// The bodies that sign: none where the signature is not printed.
    pub fn signers(&self, layout: SignatureLayout) -> &[String] {
        match layout {
            SignatureLayout::Stacked | SignatureLayout::SideBySide => &self.signature,
            SignatureLayout::Hidden => &[],
        }
    }
}

/// An addressee as it is printed: with its colon (GB/T 9704-2012, 7.3.2).
pub fn addressee_line(text: &str) -> String {
    let colon = if text.ends_with(['：', ':']) { "" } else { "：" };
    format!("{text}{colon}")
}

/// A contact as it is printed: in full-width brackets (GB/T 9704-2012, 7.3.6).
pub fn contact_line(text: &str) -> String {
    if text.starts_with(['（', '(']) { text.to_owned() } else { format!("（{text}）") }
}

/// A copy-to line as it is printed (GB/T 9704-2012, 7.4.2).
pub fn copy_to_line(text: &str) -> String {
    if text.starts_with('抄') { text.to_owned() } else { format!("抄送：{text}。") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letterhead(title: Title) -> Letterhead {
        Letterhead {
            issuers: vec!["中共云溪镇委员会".into(), "临川县云溪镇人民政府".into()],
            title,
            doc_number: None,
            doc_number_first: false,
            addressee: Some("县委、县政府：".into()),
        }
    }

    #[test]
    fn titles_follow_form_year_and_unit() {
        let unit = Unit::named("云溪镇");
        let text = |title, word| letterhead(title).title_text(&unit, 2025, word);
        assert_eq!(text(Title::A2, YearWord::Year), "关于2025年法治政府建设情况的报告");
        assert_eq!(text(Title::B, YearWord::FiscalYear), "云溪镇2025年度法治政府建设情况报告");
        assert_eq!(text(Title::C, YearWord::FiscalYear), "云溪镇2025年法治政府建设年度报告");
        assert_eq!(text(Title::Free("总结".into()), YearWord::Year), "总结");
        assert!(text(Title::A, YearWord::Year).starts_with("中共云溪镇委员会、临川县"));
    }

    #[test]
    fn one_body_alone_stands_in_the_title() {
        let mut one = letterhead(Title::A2);
        one.issuers.remove(0);
        let title = one.title_text(&Unit::named("云溪镇"), 2025, YearWord::Year);
        assert_eq!(title, "临川县云溪镇人民政府关于2025年法治政府建设情况的报告");
        assert!(one.issuer_lines().is_empty());
    }

    #[test]
    fn only_two_forms_show_issuers_above() {
        assert_eq!(letterhead(Title::A2).issuer_lines().len(), 2);
        assert!(letterhead(Title::B).issuer_lines().is_empty());
    }

    #[test]
    fn bare_values_come_without_their_dress() {
        let closing = Closing {
            attachments: vec!["附件：1.任务清单".into(), "2.统计表".into()],
            signature: vec!["甲".into(), "乙".into()],
            date: Some("2026年1月9日".into()),
            contact: Some("（联系人：张××）".into()),
            copy_to: Some("抄送：县委全面依法治县委员会办公室。".into()),
        };
        assert_eq!(letterhead(Title::A2).addressee_name(), Some("县委、县政府"));
        assert_eq!(closing.attachment_names(), ["任务清单", "统计表"]);
        assert_eq!(closing.contact_text(), Some("联系人：张××"));
        assert_eq!(closing.copy_to_names(), Some("县委全面依法治县委员会办公室"));
        assert_eq!(closing.day().as_ref().map(Date::iso).as_deref(), Some("2026-01-09"));
        assert_eq!(closing.signature_lines(SignatureLayout::SideBySide), ["甲      乙"]);
        assert!(closing.signature_lines(SignatureLayout::Hidden).is_empty());
    }
}
