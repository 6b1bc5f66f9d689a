//! The styles of a document: what they say of a paragraph beside its looks.
//!
//! Level, number and whether it is hidden, each through the styles that it is
//! based on.

use std::collections::HashMap;

use super::damaged;
use super::xml::{Element, Node, Xml};
use crate::import::ImportError;

/// The longest chain of styles that is followed: one may be based on itself.
const MAX_CHAIN: usize = 32;

/// The most styles that are kept.
const MAX_STYLES: usize = 20_000;

/// The styles of a document by their identifiers.
#[derive(Default)]
pub(super) struct Styles {
    all: HashMap<String, Sum>,
    /// The style of a paragraph that names none.
    default: Sum,
}

/// What a style says together with those that it is based on. Made once: every
/// run of a document asks for it.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    role: Option<Role>,
    list: Option<u32>,
    depth: Option<u8>,
    hidden: bool,
}

/// What one style says itself.
#[derive(Default)]
struct Style {
    name: String,
    base: Option<String>,
    outline: Option<u8>,
    list: Option<u32>,
    depth: Option<u8>,
    hidden: Option<bool>,
}

/// What a style is to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the whole.
    Title,
    /// A line of a table of contents.
    Contents,
    /// A heading; 0 is the highest level.
    Heading(u8),
    /// Text.
    Body,
}

impl Styles {
    /// Reads the part of the styles.
    pub(super) fn read(text: &str) -> Result<Self, ImportError> {
        let mut styles: HashMap<String, Style> = HashMap::new();
        let mut default = None;
        let mut xml = Xml::new(text);
        let mut open: Option<(String, Style)> = None;
        let mut depth = 0_usize;
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => {
                    depth += 1;
                    if depth == 2 && element.name() == "style" {
                        let id = element.word("styleId").unwrap_or_default();
                        let usual = ["1", "true", "on"].iter().any(|on| element.is("default", on));
                        if usual && element.is("type", "paragraph") {
                            default = Some(id.clone());
                        }
                        open = Some((id, Style::default()));
                    } else if let Some((_, style)) = &mut open {
                        style.take(&element);
                    }
                }
                Node::End => {
                    depth -= 1;
                    if let Some((id, style)) = open.take_if(|_| depth == 1) {
                        styles.insert(id, style);
                    }
                }
                Node::Text(_) => {}
            }
            if styles.len() > MAX_STYLES {
                return Err(damaged(format!("里面有 {MAX_STYLES} 种以上的样式，不像一份文档")));
            }
        }
        let sum = |id: &String| Sum::of(&styles, id);
        let default = default.as_ref().map(sum).unwrap_or_default();
        let all = styles.keys().map(|id| (id.clone(), sum(id))).collect();
        Ok(Self { all, default })
    }

    /// What a paragraph of this style is; none stands for the usual style.
    pub(super) fn role(&self, id: Option<&str>) -> Role {
        let by_name = || id.and_then(level_of).map(Role::Heading);
        self.sum(id).role.or_else(by_name).unwrap_or(Role::Body)
    }

    /// The list that a style belongs to, and the level in it.
    pub(super) fn list(&self, id: Option<&str>) -> (Option<u32>, Option<u8>) {
        let sum = self.sum(id);
        (sum.list, sum.depth)
    }

    /// Whether text of this style is hidden.
    pub(super) fn is_hidden(&self, id: Option<&str>) -> bool {
        self.sum(id).hidden
    }

    fn sum(&self, id: Option<&str>) -> Sum {
        id.map_or(self.default, |id| self.all.get(id).copied().unwrap_or_default())
    }
}

impl Sum {
    fn of(styles: &HashMap<String, Style>, id: &str) -> Self {
        let next = |style: &&Style| styles.get(style.base.as_ref()?);
        // The style itself, then those that it is based on, the nearest first.
        let chain = || std::iter::successors(styles.get(id), next).take(MAX_CHAIN);
        Self {
            role: chain().find_map(Style::role),
            list: chain().find_map(|style| style.list),
            depth: chain().find_map(|style| style.depth),
            hidden: chain().find_map(|style| style.hidden).unwrap_or(false),
        }
    }
}

impl Style {
    /// What the style itself makes of a paragraph, if it says so.
    fn role(&self) -> Option<Role> {
        let name = self.name.to_lowercase();
        if matches!(name.as_str(), "title" | "标题") {
            return Some(Role::Title);
        }
        if ["toc ", "目录 "].iter().any(|start| name.starts_with(start)) {
            return Some(Role::Contents);
        }
        let level = self.outline.or_else(|| level_of(&name))?;
        Some(if level < 9 { Role::Heading(level) } else { Role::Body })
    }

    fn take(&mut self, element: &Element) {
        match element.name() {
            "name" => self.name = element.val().unwrap_or_default(),
            "basedOn" => self.base = element.val(),
            "outlineLvl" => self.outline = small(element),
            "numId" => self.list = element.number("val"),
            "ilvl" => self.depth = small(element),
            "vanish" => self.hidden = Some(element.is_on()),
            _ => {}
        }
    }
}

/// The value of a level: 9 stands for none and for all that is beyond.
pub(super) fn small(element: &Element) -> Option<u8> {
    element.number("val").and_then(|level| u8::try_from(level.min(9)).ok())
}

/// The level in the name of a style: `heading 1`, `标题 2`.
fn level_of(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let rest = ["heading", "标题"].iter().find_map(|start| name.strip_prefix(start))?;
    let level: u8 = rest.trim().parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(inner: &str) -> Styles {
        Styles::read(&format!("<w:styles>{inner}</w:styles>")).unwrap()
    }

    #[test]
    fn roles_come_through_the_styles_below() {
        let styles = styles(
            "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>\
             <w:style w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/></w:style>\
             <w:style w:styleId='x'><w:name w:val='部分'/><w:basedOn w:val='1'/></w:style>\
             <w:style w:styleId='b'><w:name w:val='正文标题'/><w:basedOn w:val='1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>\
             <w:style w:styleId='t'><w:name w:val='Title'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>\
             <w:style w:styleId='c'><w:name w:val='toc 1'/></w:style>\
             <w:style w:styleId='y'><w:name w:val='y'/><w:basedOn w:val='z'/></w:style>\
             <w:style w:styleId='z'><w:name w:val='z'/><w:basedOn w:val='y'/></w:style>",
        );
        for (id, role) in [
            (None, Role::Body),
            (Some("1"), Role::Heading(0)),
            (Some("x"), Role::Heading(0)),
            (Some("b"), Role::Body),
            (Some("t"), Role::Title),
            (Some("c"), Role::Contents),
            (Some("y"), Role::Body),
            (Some("Heading2"), Role::Heading(1)),
            (Some("none"), Role::Body),
        ] {
            assert_eq!(styles.role(id), role, "{id:?}");
        }
    }

    #[test]
    fn list_and_depth_may_come_from_two_styles() {
        let styles = styles(
            "<w:style w:styleId='1'><w:name w:val='p'/><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>\
             <w:style w:styleId='2'><w:name w:val='q'/><w:basedOn w:val='1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>",
        );
        assert_eq!(styles.list(Some("2")), (Some(7), Some(1)));
        assert!(styles.is_hidden(Some("2")) && !styles.is_hidden(Some("1")));
    }
}
