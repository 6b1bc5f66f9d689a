//! The closing lines: attachments, signature, date, contact, copy-to.
//!
//! Read from the end of the file upwards until a line is none of them, so
//! that no sentence of the report is taken for one. What looks like one and
//! stands a little above is asked about.

mod form;

use crate::import::names;
use crate::import::passage::{Passage, Role};
use crate::text::numeral;

use super::letterhead::{self, Ending};
use super::numbers;
pub(in crate::import) use form::{is_date, is_signer, labelled, signed_date};

/// How many lines at the end of a file are looked through for closing lines
/// that have others below them.
const NEAR: usize = 15;
/// So many bodies sign a report at most without being asked about.
const SIGNERS: usize = 2;

const UNLIKE: &str = "报告末尾的这一行不像报告里的，先去掉；要留下就改过来";
const ADDRESSED: &str = "报告末尾又写了主送机关：先去掉，请在版头里填写；要原样留在文中就改成正文";
const TWO_DATES: &str = "报告末尾有两个日期：留上面的，这一个先去掉；要留下就改过来";
const SIGNED: &str = "日期上面的这一行当作署名，看着不像机关的名称；不是署名就改过来";
const MANY: &str = "末尾的机关名称当作署名；是正文里列举的单位就改成正文";
const LISTED: &str = "署名上面的这一行也像单位的名称，先当作正文；是署名就改过来";
const APART: &str = "下面还有别的内容：这一行先单独取出，导出时排到正文之后；不对就改成正文";

/// Marks the closing lines at the end, and says how many there are.
pub(super) fn mark(passages: &mut [&mut Passage]) -> usize {
    let whole = above_attached(passages).unwrap_or(passages.len());
    set_aside(&mut passages[whole..]);
    let mut walk = Walk::default();
    let mut end = whole;
    while let Some((found, lines)) = walk.last(&passages[..end]) {
        if found.role == Role::Date && walk.below == Some(Role::Date) {
            passages[end].doubtful(Role::Noise, TWO_DATES);
        }
        for passage in &mut passages[end - lines..end] {
            found.mark(passage);
        }
        walk.take(found.role);
        end -= lines;
    }
    walk.rest(&mut passages[..end]);
    passages.len() - end
}

/// What the closing lines say of the report, for what stands at its head.
pub(super) fn ending(passages: &[&mut Passage]) -> Ending {
    let mut ending = Ending::default();
    for passage in passages {
        let signed = signed_date(passage).is_some();
        ending.dated |= passage.role == Role::Date;
        if passage.role == Role::Signature || (passage.role == Role::Date && signed) {
            ending.signed += &passage.compact();
        }
    }
    ending
}

/// What a line is, and why that is not certain.
struct Found {
    role: Role,
    doubt: Option<&'static str>,
}

impl Found {
    fn sure(role: Role) -> Self {
        Self { role, doubt: None }
    }

    fn mark(&self, passage: &mut Passage) {
        match self.doubt {
            Some(doubt) => passage.doubtful(self.role, doubt),
            None => passage.role = self.role,
        }
    }
}

/// The closing lines that were found so far, from the last one upwards.
#[derive(Default)]
struct Walk {
    found: Vec<Role>,
    /// How many names sign.
    signers: usize,
    /// The line below, if it is a closing line.
    below: Option<Role>,
}

impl Walk {
    fn take(&mut self, role: Role) {
        self.found.push(role);
        self.below = Some(role);
    }

    /// Whether this kind may still stand above: each but the signature stands
    /// once, on one line or on several in a row.
    fn is_free(&self, role: Role) -> bool {
        !self.found.contains(&role) || self.below == Some(role)
    }

    /// What the last line is, and how many lines belong to it.
    fn last(&mut self, passages: &[&mut Passage]) -> Option<(Found, usize)> {
        let passage = passages.last()?;
        let found = unprinted(passage).or_else(|| self.printed(passage));
        if let Some(found) = found {
            return Some((found, 1));
        }
        let lines = attachments(passages).filter(|_| self.is_free(Role::Attachment))?;
        Some((Found::sure(Role::Attachment), lines))
    }

    fn printed(&mut self, passage: &Passage) -> Option<Found> {
        let text = labelled(&passage.text).map_or(passage.text.as_str(), |(_, rest)| rest);
        if form::is_copy_to(passage) && self.is_free(Role::CopyTo) {
            return Some(Found::sure(Role::CopyTo));
        }
        if is_date(text) && self.is_free(Role::Date) {
            return Some(Found::sure(Role::Date));
        }
        if form::is_contact(passage) && self.is_free(Role::Contact) {
            return Some(Found::sure(Role::Contact));
        }
        if let Some((names, _)) = signed_date(passage).filter(|_| self.is_free(Role::Date)) {
            let named = names.iter().all(|name| names::is_name(name));
            self.signers += names.len();
            return Some(Found { role: Role::Date, doubt: (!named).then_some(SIGNED) });
        }
        self.signature(passage, text)
    }

    fn signature(&mut self, passage: &Passage, text: &str) -> Option<Found> {
        let labelled = labelled(&passage.text).is_some() && !is_date(text);
        if let Some(names) = names::names(passage) {
            let governs = names.iter().any(|name| names::governs(name));
            if !governs && self.signers > 0 {
                return Some(Found { role: Role::Text, doubt: Some(LISTED) });
            }
            self.signers += names.len();
            let sure = self.signers <= SIGNERS && governs;
            return Some(Found { role: Role::Signature, doubt: (!sure).then_some(MANY) });
        }
        let above_date = self.below == Some(Role::Date) && self.signers == 0;
        if labelled || (above_date && form::is_signer(text) && !letterhead::ends_title(text)) {
            self.signers += 1;
            let sure = labelled && names::is_name(text);
            return Some(Found { role: Role::Signature, doubt: (!sure).then_some(SIGNED) });
        }
        None
    }

    /// Asks about closing lines that have others below them: only the kinds
    /// that are still missing, and only below the first heading.
    fn rest(&mut self, passages: &mut [&mut Passage]) {
        let Some(heading) = numbers::first_heading(passages) else { return };
        let from = passages.len().saturating_sub(NEAR).max(heading + 1);
        self.below = None;
        for at in (from..passages.len()).rev() {
            let signers = self.signers;
            let found = self.printed(passages[at]);
            let wanted = found.filter(|found| match found.role {
                Role::Signature => signers == 0 && self.below == Some(Role::Date),
                Role::Contact | Role::CopyTo | Role::Date => !self.found.contains(&found.role),
                _ => false,
            });
            if let Some(found) = wanted {
                passages[at].doubtful(found.role, APART);
                self.take(found.role);
            } else {
                self.signers = signers;
                self.below = None;
            }
        }
    }
}

/// A line that a draft has no place for.
fn unprinted(passage: &Passage) -> Option<Found> {
    let text = passage.compact();
    let begins = |words: &[&str]| {
        words
            .iter()
            .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(['：', ':'])))
    };
    let short = passage.len() <= 40;
    if form::is_imprint(passage) || form::is_seal(passage) || (short && begins(&["主题词"])) {
        Some(Found::sure(Role::Noise))
    } else if short && begins(&["主送", "报送"]) {
        Some(Found { role: Role::Noise, doubt: Some(ADDRESSED) })
    } else if short && begins(&["审核", "审核人", "签发人", "撰稿", "核稿", "校对"]) {
        Some(Found { role: Role::Noise, doubt: Some(UNLIKE) })
    } else {
        None
    }
}

/// Where the contents of attachments begin, right below the closing lines. A
/// report that was sent as an attachment has its headings there: it is none.
fn above_attached(passages: &[&mut Passage]) -> Option<usize> {
    let heading = numbers::first_heading(passages)?;
    (heading + 1..passages.len()).find(|at| {
        let mut walk = Walk::default();
        is_attachment_mark(&passages[*at].text)
            && walk.last(&passages[..*at]).is_some_and(|(found, _)| found.role != Role::Attachment)
    })
}

/// 附件, 附件1, 附件一 on a line of its own.
fn is_attachment_mark(text: &str) -> bool {
    let text = crate::import::passage::compact(&numeral::to_half_width(text));
    text.strip_prefix("附件").is_some_and(|rest| {
        let number = rest.trim_end_matches([':', '：']);
        let figure = number.is_empty() || numeral::parse_digits(number).is_some();
        figure || numeral::parse_chinese(number).is_some()
    })
}

/// Lists the contents of attachments, with one question.
fn set_aside(passages: &mut [&mut Passage]) {
    let count = passages.len();
    for passage in passages.iter_mut() {
        passage.role = Role::Noise;
    }
    if let Some(first) = passages.first_mut() {
        let said = format!(
            "从这一行起是附件的内容（共 {count} 行），不收进报告，列在去掉的内容里；要留下就逐行改成正文"
        );
        first.doubtful(Role::Noise, said);
    }
}

/// How many lines at the end are attachments: `附件：…`, then numbered ones.
fn attachments(passages: &[&mut Passage]) -> Option<usize> {
    let start = passages.iter().rposition(|passage| !is_numbered(passage))?;
    let head = passages[start].compact();
    let rest = head.strip_prefix("附件")?;
    let marked = rest.starts_with(|c: char| c.is_ascii_digit() || "：:".contains(c));
    let short = passages[start].len() <= 80 && !head.ends_with('。');
    (marked && short).then_some(passages.len() - start)
}

fn is_numbered(line: &Passage) -> bool {
    let text = numeral::to_half_width(&line.compact());
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len()))
        && rest.starts_with(['.', '、'])
        && line.len() <= 80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::split;

    fn marked(text: &str) -> Vec<Passage> {
        let mut passages = split(text).0;
        mark(&mut passages.iter_mut().collect::<Vec<_>>());
        passages
    }

    fn roles(text: &str) -> Vec<Role> {
        marked(text).into_iter().map(|passage| passage.role).collect()
    }

    #[test]
    fn the_usual_end_is_read_whole() {
        use Role::{Attachment, Contact, CopyTo, Date, Signature, Text};
        let text = "正文到此为止。\n附件：1.任务清单\n      2.统计表\n中共云溪镇委员会     云溪镇人民政府\n\
             二〇二六年一月十五日\n（联系人：张××，电话：138****1234）\n抄送：县委办。";
        assert_eq!(roles(text), [Text, Attachment, Attachment, Signature, Date, Contact, CopyTo]);
        assert!(marked(text).iter().all(|passage| passage.doubt.is_none()));
    }

    #[test]
    fn another_order_is_read() {
        use Role::{Attachment, Date, Text};
        let text = "正文。\n云溪镇人民政府  2026年1月5日\n附件：统计表";
        assert_eq!(roles(text), [Text, Date, Attachment]);
        let (names, date) = signed_date(&split(text).0[1]).unwrap();
        assert_eq!((names[0].as_str(), date.as_str()), ("云溪镇人民政府", "2026年1月5日"));
        assert_eq!(date.start().column, 10);
    }

    #[test]
    fn sentences_are_not_taken() {
        assert_eq!(roles("1.加强联系。\n2.报送县政府办公室。"), [Role::Text; 2]);
    }
}
