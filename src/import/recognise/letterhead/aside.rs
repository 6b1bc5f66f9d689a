//! A line between the title and the addressee: a date, a remark, the own name.
//!
//! A draft has no place for most of them, so each is asked about.

use crate::import::names;
use crate::import::passage::{Passage, Role, compact};

use super::super::closing::{is_date, is_signer, signed_date};
use super::Ending;

/// The longest remark in brackets, in characters.
const REMARK: usize = 30;
/// The longest line that begins with ——, in characters.
const SUBTITLE: usize = 60;

const DATE_HERE: &str = "标题下面的日期当作成文日期，导出时排到报告末尾；不对就改过来";
const DATE_AGAIN: &str = "报告末尾另有日期，标题下面的这一行先去掉；要留下就改过来";
const SIGNED_HERE: &str = "标题下面的单位名称当作署名，导出时排到报告末尾；是主送机关就改过来";
const SIGNED_AGAIN: &str = "报告末尾另有署名，标题下面的这一行先去掉；是主送机关或标题就改过来";
const REMARKED: &str = "标题下面的这一行是说明，先去掉；是标题的一部分就改成标题，要留下就改成正文";
const UNLIKE: &str = "标题和主送机关之间的这一行不像报告里的，先去掉；要留下就改过来";

/// What the line is, and why that is not certain. `None` for a line of the
/// text; no line is one where an addressee follows (`forced`).
pub(super) fn of(
    passage: &Passage,
    own: bool,
    forced: bool,
    ending: &Ending,
) -> Option<(Role, Option<&'static str>)> {
    let text = passage.compact();
    let dated = is_date(&text) || signed_date(passage).is_some();
    let bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    let remark = (bracketed && passage.len() <= REMARK)
        || (text.starts_with('—') && passage.len() <= SUBTITLE);
    let (role, doubt) = match (dated, remark, own) {
        (true, ..) if ending.dated => (Role::Noise, DATE_AGAIN),
        (true, ..) => (Role::Date, DATE_HERE),
        (_, true, _) => (Role::Noise, REMARKED),
        (.., true) if ending.signed.is_empty() => (Role::Signature, SIGNED_HERE),
        (.., true) => (Role::Noise, SIGNED_AGAIN),
        _ if forced && text.ends_with(['，', '、', ',']) => return Some((Role::Addressee, None)),
        _ if forced => (Role::Noise, UNLIKE),
        _ => return None,
    };
    Some((role, Some(doubt)))
}

/// Whether the line names the unit that reports, which is no addressee.
pub(super) fn is_own(
    passage: &Passage,
    dated_below: bool,
    title: &str,
    issuers: &str,
    ending: &Ending,
) -> bool {
    let name = compact(&passage.text);
    let named = names::names(passage).is_some();
    if !named && !is_signer(&name) {
        return false;
    }
    let short = names::short_name(&name);
    let titled = short.is_some() && short == names::name_in_title(title);
    dated_below || titled || ending.signed.contains(&name) || issuers.contains(&name)
}
