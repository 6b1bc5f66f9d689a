//! What conversions leave behind in a text.

use serde::Deserialize;

/// The table of residue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Residue {
    /// What field codes begin with: PAGEREF.
    pub codes: Vec<String>,
    /// What is residue as it stands: an error that a word processor wrote, a tag of a web page.
    pub wholes: Vec<String>,
    /// What stands in square brackets begins with: [bookmark:.
    pub brackets: Vec<String>,
    /// What the code of a picture begins with: data:image/.
    pub images: Vec<String>,
    /// Names of characters on web pages.
    pub entities: Vec<Entity>,
    /// Labels of lines of a web page.
    pub labels: Vec<String>,
    /// Those of them that are never text of a report.
    pub certain: Vec<String>,
}

/// The name of a character on a web page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct Entity {
    /// As it stands in the text: &nbsp;.
    pub code: String,
    /// What it stands for; empty where it goes, none where the writer must say.
    #[serde(default)]
    pub text: Option<String>,
}
