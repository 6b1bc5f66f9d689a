//! 谁来报告: the rows of the unit, the first page of 新建 and the head of 设置.

use crate::app::form::Row;
use crate::app::pane::options::choice;
use crate::report::Kind;
use crate::report::options::word;
use crate::report::unit::Profile;

pub(super) const NAME: usize = 0;
const COUNTY: usize = 1;
const KIND: usize = 2;
const FIRST_BODY: usize = 3;
const SECOND_BODY: usize = 4;
const ADDRESSEE: usize = 5;
const CONTACT: usize = 6;

/// What is written for a body that there is not.
const NONE: &str = "无";

/// The rows, filled with what is remembered.
pub(super) fn rows(profile: &Profile) -> Vec<Row> {
    let usual = profile.usual_bodies();
    // Only what differs from the usual is filled in: the rest follows name and county.
    let body = |index: usize| match (profile.bodies.get(index), usual.get(index)) {
        (own, usual) if own == usual || profile.bodies.is_empty() => String::new(),
        (Some(own), _) => own.clone(),
        (None, _) => NONE.to_owned(),
    };
    let kind_hint = "按简称认的，不对就用左右键改；我镇、我街道等说法跟着它";
    let shown = shown_by(&profile.name);
    let mut kind = choice("单位类别", &Kind::WORDS, profile.kind.unwrap_or(shown), kind_hint);
    word(&Kind::WORDS, shown).clone_into(&mut kind.usual);
    vec![
        Row::new("单位简称", &profile.name, "必填，如 云溪镇、柳湾乡、清河街道"),
        Row::new("所属县区", &profile.county, ""),
        kind,
        Row::new("发文机关", body(0), "署名用的全称；不填就用括号里的"),
        Row::new("发文机关", body(1), "联名的另一家；只有一家就写“无”"),
        Row::new("主送机关", profile.addressee.clone().unwrap_or_default(), ""),
        Row::new(
            "联系人",
            profile.contact.clone().unwrap_or_default(),
            "印在报告最后，公开发布前要删去；可以不填",
        ),
    ]
}

/// The same rows in 设置: what is changed there says who reports from now on,
/// and leaves the reports that there are.
pub(in crate::app) fn remembered(profile: &Profile) -> Vec<Row> {
    let mut rows = rows(profile);
    rows[NAME].hint = "如 云溪镇、柳湾乡；用于以后新建的报告，已有的在版头、落款里改".into();
    rows[KIND].hint = "按简称认的，不对就用左右键改；用于以后新建的报告".into();
    rows[CONTACT].hint = "印在报告最后，公开发布前要删去；用于以后新建的报告".into();
    rows
}

/// The kind that a name shows; that of most where there is no name yet.
fn shown_by(name: &str) -> Kind {
    if name.is_empty() { Kind::default() } else { Kind::of(name) }
}

/// The unit as the rows tell it, what is usual included.
pub(super) fn read(rows: &[Row]) -> Profile {
    Profile { name: rows[NAME].value().to_owned(), bodies: bodies(rows), ..typed(rows) }
}

/// What is typed in the rows and no more: what is usual follows from it anew
/// for each report.
pub(in crate::app) fn typed(rows: &[Row]) -> Profile {
    let text = |index: usize| rows[index].field.text().trim().to_owned();
    let given = |index: usize| Some(text(index)).filter(|text| !text.is_empty());
    let named = given(FIRST_BODY).is_some() || given(SECOND_BODY).is_some();
    let kind = Kind::WORDS.get(rows[KIND].chosen).map(|(kind, _)| *kind);
    Profile {
        name: text(NAME),
        // What the name tells by itself is not remembered: another name may tell another.
        kind: kind.filter(|kind| *kind != shown_by(&text(NAME))),
        county: text(COUNTY),
        bodies: if named { bodies(rows) } else { Vec::new() },
        addressee: given(ADDRESSEE),
        contact: given(CONTACT),
    }
}

/// The issuing bodies that the rows name.
fn bodies(rows: &[Row]) -> Vec<String> {
    let bodies = [FIRST_BODY, SECOND_BODY].into_iter().map(|index| rows[index].value());
    bodies.filter(|body| !body.is_empty() && *body != NONE).map(str::to_owned).collect()
}

/// Lets the rows that nobody has changed since they were filled with `old` say
/// what `new` says.
pub(super) fn carry(rows: &mut [Row], old: &[Row], new: &[Row]) {
    for ((row, old), new) in rows.iter_mut().zip(old).zip(new) {
        // A kind that goes with its name was not chosen.
        let chosen = row.chosen != old.chosen && row.chosen_label() != row.usual;
        if row.field.text() == old.field.text() && !chosen {
            *row = new.clone();
        }
    }
}

/// Brings what is usual in line with what is typed. The kind follows the name
/// until another is chosen.
pub(in crate::app) fn suggest(rows: &mut [Row]) {
    let shown = shown_by(rows[NAME].value());
    let kind = &mut rows[KIND];
    if kind.chosen_label() == kind.usual {
        let chosen = Kind::WORDS.iter().position(|(kind, _)| *kind == shown);
        kind.chosen = chosen.unwrap_or(kind.chosen);
    }
    word(&Kind::WORDS, shown).clone_into(&mut kind.usual);
    let profile = typed(rows);
    let mut bodies = if profile.name.is_empty() { Vec::new() } else { profile.usual_bodies() };
    bodies.resize(2, String::new());
    for (row, body) in [FIRST_BODY, SECOND_BODY].into_iter().zip(bodies) {
        rows[row].usual = body;
    }
    rows[ADDRESSEE].usual = profile.to_above("县委、县政府：");
    rows[COUNTY].hint = match profile.kind() {
        Kind::Town | Kind::Township => "如 临川县；会写进政府全称",
        Kind::Subdistrict => "如 临江区；会写进党工委、办事处全称",
        Kind::Bureau => "如 临川县；会写进单位全称",
    }
    .into();
    rows[ADDRESSEE].hint = match profile.level_above() {
        '区' => "报告送给谁，如 区委、区政府；新建时还能改",
        '市' => "报告送给谁，如 市委、市政府；新建时还能改",
        _ => "报告送给谁，如 县委、县政府；新建时还能改",
    }
    .into();
}
