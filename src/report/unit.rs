//! Who reports: the names, and the words that follow from the kind of unit.

use serde::{Deserialize, Serialize};

/// The kind of a unit; it sets the subject words of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 镇
    #[default]
    Town,
    /// 乡
    Township,
    /// 街道
    Subdistrict,
    /// 县直部门
    Bureau,
}

impl Kind {
    /// The kinds with the words for them.
    pub const WORDS: [(Self, &'static str); 4] = [
        (Self::Town, "镇"),
        (Self::Township, "乡"),
        (Self::Subdistrict, "街道"),
        (Self::Bureau, "县直部门"),
    ];

    /// The kind that a short name shows by its ending; a name that ends
    /// otherwise is that of a department.
    pub fn of(name: &str) -> Self {
        if name.ends_with('镇') {
            Self::Town
        } else if name.ends_with('乡') {
            Self::Township
        } else if name.ends_with("街道") {
            Self::Subdistrict
        } else {
            Self::Bureau
        }
    }

    /// How the unit speaks of itself.
    pub fn ourselves(self) -> &'static str {
        match self {
            Self::Town => "我镇",
            Self::Township => "我乡",
            Self::Subdistrict => "我街道",
            Self::Bureau => "我局",
        }
    }

    /// The whole of the place.
    pub fn whole(self) -> &'static str {
        match self {
            Self::Town => "全镇",
            Self::Township => "全乡",
            Self::Subdistrict => "全街道",
            Self::Bureau => "全局",
        }
    }

    /// Its Party body.
    pub fn party(self) -> &'static str {
        match self {
            Self::Town | Self::Township => "党委",
            Self::Subdistrict => "党工委",
            Self::Bureau => "党组",
        }
    }

    /// Its administrative body.
    pub fn government(self) -> &'static str {
        match self {
            Self::Town | Self::Township => "政府",
            Self::Subdistrict => "办事处",
            Self::Bureau => "局机关",
        }
    }

    /// The places under it.
    pub fn villages(self) -> &'static str {
        match self {
            Self::Town | Self::Township => "村（社区）",
            Self::Subdistrict => "社区",
            Self::Bureau => "基层单位",
        }
    }
}

/// Who reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The kind of unit.
    pub kind: Kind,
    /// The short name, such as 云溪镇.
    pub name: String,
}

impl Unit {
    /// A unit known by its short name.
    pub fn named(name: impl Into<String>) -> Self {
        let name = name.into();
        Self { kind: Kind::of(&name), name }
    }
}

/// What the program remembers of a unit for its next report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// The short name, such as 云溪镇.
    pub name: String,
    /// The kind of unit; `None` for the one that the name shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The county, district or city above it, such as 临川县; may be empty.
    pub county: String,
    /// Full names of the issuing bodies, in the order of signing.
    pub bodies: Vec<String>,
    /// The addressee; `None` leaves it to the template.
    pub addressee: Option<String>,
    /// Whom the county may call; `None` for nobody.
    pub contact: Option<String>,
}

impl Profile {
    /// The kind of the unit.
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or_else(|| Kind::of(&self.name))
    }

    /// The unit.
    pub fn unit(&self) -> Unit {
        Unit { kind: self.kind(), name: self.name.clone() }
    }

    /// The usual full names of the Party body and the administrative body.
    pub fn both_bodies(&self) -> [String; 2] {
        let (name, county) = (&self.name, &self.county);
        match self.kind() {
            Kind::Town | Kind::Township => {
                [format!("中共{name}委员会"), format!("{county}{name}人民政府")]
            }
            Kind::Subdistrict if county.is_empty() => {
                [format!("中共{name}工作委员会"), format!("{name}办事处")]
            }
            Kind::Subdistrict => {
                [format!("中共{county}{name}工作委员会"), format!("{county}人民政府{name}办事处")]
            }
            Kind::Bureau => [format!("中共{county}{name}党组"), format!("{county}{name}")],
        }
    }

    /// The usual full names of the bodies that report: a department reports alone.
    pub fn usual_bodies(&self) -> Vec<String> {
        let [party, government] = self.both_bodies();
        match self.kind() {
            Kind::Bureau => vec![government],
            Kind::Town | Kind::Township | Kind::Subdistrict => vec![party, government],
        }
    }

    /// 县, 区 or 市: what stands above the unit, by the name of the county, else
    /// what is usual for the kind.
    pub fn level_above(&self) -> char {
        let last = self.county.chars().last().filter(|last| ABOVE.contains(last));
        let usual = if self.kind() == Kind::Subdistrict { '区' } else { '县' };
        last.unwrap_or(usual)
    }

    /// A line of a template to the county, in the words of the district or city
    /// that stands above this unit; other lines as they are.
    pub fn to_above(&self, line: &str) -> String {
        let own = self.level_above();
        ABOVE.iter().fold(line.to_owned(), |line, other| {
            line.replace(&format!("{other}委、{other}政府"), &format!("{own}委、{own}政府"))
                .replace(
                    &format!("{other}委全面依法治{other}委员会"),
                    &format!("{own}委全面依法治{own}委员会"),
                )
        })
    }
}

/// What can stand above a township.
const ABOVE: [char; 3] = ['县', '区', '市'];

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(name: &str, county: &str) -> Profile {
        Profile { name: name.into(), county: county.into(), ..Profile::default() }
    }

    #[test]
    fn bodies_and_words_follow_the_kind() {
        let mut of = profile("云溪", "临川县");
        assert_eq!((of.kind(), of.usual_bodies()), (Kind::Bureau, vec!["临川县云溪".to_owned()]));
        of.kind = Some(Kind::Town);
        assert_eq!(of.usual_bodies(), ["中共云溪委员会", "临川县云溪人民政府"]);
        assert_eq!(of.unit().kind.ourselves(), "我镇");
        let street = |county| profile("清河街道", county).usual_bodies();
        assert_eq!(
            street("临江区"),
            ["中共临江区清河街道工作委员会", "临江区人民政府清河街道办事处"]
        );
        assert_eq!(street(""), ["中共清河街道工作委员会", "清河街道办事处"]);
    }

    #[test]
    fn lines_go_to_what_stands_above() {
        for (name, county, addressee) in [
            ("云溪镇", "", "县委、县政府："),
            ("云溪镇", "临江区", "区委、区政府："),
            ("云溪镇", "临江市", "市委、市政府："),
            ("清河街道", "", "区委、区政府："),
            ("清河街道", "临川县", "县委、县政府："),
        ] {
            for line in ["县委、县政府：", "区委、区政府："] {
                assert_eq!(profile(name, county).to_above(line), addressee, "{name}{county}");
            }
        }
        let of = profile("云溪镇", "临江区");
        let copy_to = of.to_above("抄送：县委全面依法治县委员会办公室。");
        assert_eq!(copy_to, "抄送：区委全面依法治区委员会办公室。");
        assert_eq!(of.to_above("临川县委"), "临川县委");
    }
}
