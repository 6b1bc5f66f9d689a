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
    /// The usual full names of the bodies of a unit: Party body, then
    /// administrative body, where the template wants both.
    pub fn usual_bodies(name: &str, county: &str) -> Vec<String> {
        match Kind::of(name) {
            Kind::Town | Kind::Township => {
                vec![format!("中共{name}委员会"), format!("{county}{name}人民政府")]
            }
            Kind::Subdistrict if county.is_empty() => {
                vec![format!("中共{name}工作委员会"), format!("{name}办事处")]
            }
            Kind::Subdistrict => vec![
                format!("中共{county}{name}工作委员会"),
                format!("{county}人民政府{name}办事处"),
            ],
            Kind::Bureau => vec![format!("{county}{name}")],
        }
    }
}
