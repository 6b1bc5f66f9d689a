//! A template as it is read → one that can be used: guidance taken from other
//! templates, units and offices from the dictionary.

use std::path::Path;

use super::figures::Figures;
use super::inspect::{quoted, refusal};
use crate::report::Template;
use crate::report::template::Misled;
use crate::storage::error::StorageError;

/// Completes a template from the others, known by their stems, and from the
/// dictionaries; `text` and `path` are those of its file.
pub(super) fn complete(
    template: &mut Template,
    others: &[(&str, &Template)],
    figures: &Figures,
    text: &str,
    path: &Path,
) -> Result<(), StorageError> {
    if let Err(misled) = template.borrow_guides(others) {
        return Err(misled_at(misled, text, path));
    }
    figures.own.complete(template);
    match figures.built_in.complete(template) {
        None => Ok(()),
        Some(name) => Err(refusal(
            path,
            text,
            quoted(text, &name).next(),
            format!("指标“{name}”不在指标词典里，又没有写单位和由谁提供"),
            "请补上 unit 和 source，或改用词典（figures.ron）里的名称".to_owned(),
        )),
    }
}

fn misled_at(misled: Misled, text: &str, path: &Path) -> StorageError {
    let (name, what, remedy) = match misled {
        Misled::Unknown(name) => {
            let what = format!("没有“{name}”这一节的提示可用");
            (name, what, "guide_of 请写成“模板文件名/key”，例如 town-four-parts/study")
        }
        Misled::Chain(name) => {
            let what = format!("“{name}”的提示也是借用别处的");
            (name, what, "请直接写它借用的那一节")
        }
        Misled::Both(name) => {
            let what = format!("这一节既写了 guide，又用 guide_of 借用“{name}”");
            (name, what, "两样只能留一样")
        }
    };
    let at = quoted(text, &name).next();
    refusal(path, text, at, what, remedy.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::{Origin, templates};
    use crate::storage::{DataFolder, file};

    /// A template with one part that says this.
    fn with(part: &str) -> String {
        format!(
            "(\n  name: \"样\", summary: \"\", kinds: [town],\n  options: (bodies: one, title: a),\n  \
             preamble: (guide_of: \"town-four-parts/preamble\", starter: \"【】\"),\n  parts: [\n    \
             (key: \"one\", heading: \"一\", {part}),\n  ],\n)"
        )
    }

    /// What is made of a user's template with this part.
    fn read(part: &str) -> (tempfile::TempDir, super::super::Library) {
        let folder = tempfile::tempdir().unwrap();
        put(&folder.path().join("templates/样.ron"), &with(part));
        let library = templates(&DataFolder::at(folder.path()));
        (folder, library)
    }

    fn put(path: &Path, text: &str) {
        file::write_whole(path, text.as_bytes()).unwrap();
    }

    fn refused(part: &str) -> (Option<usize>, Option<usize>, String) {
        let (_folder, library) = read(part);
        let [error] = library.errors.as_slice() else { panic!("{:?}", library.errors) };
        (error.line, error.column, error.to_string())
    }

    #[test]
    fn guidance_is_taken_from_the_text_that_is_named() {
        let (_folder, library) = read("guide_of: \"town-four-parts/study\"");
        assert_eq!(library.errors, []);
        let first = &library.find("town-four-parts").unwrap().template;
        let own = &library.find("样").unwrap().template;
        assert_eq!(own.guide("one"), first.guide("study"));
        assert_eq!(own.preamble.guide, first.preamble.guide);
        assert!(!own.guide("one").unwrap().starters.is_empty());
    }

    #[test]
    fn what_is_lent_stays_where_the_users_copy_has_not_got_it() {
        let folder = tempfile::tempdir().unwrap();
        // The user's copy has no such text, and lends from what it stands before.
        put(&folder.path().join("templates/town-four-parts.ron"), &with("guide: ()"));
        put(&folder.path().join("templates/样.ron"), &with("guide_of: \"town-four-parts/study\""));
        let library = templates(&DataFolder::at(folder.path()));
        assert_eq!(library.errors, []);
        let own = &library.templates.last().unwrap().template;
        assert!(!own.guide("one").unwrap().what.is_empty());
    }

    #[test]
    fn guidance_that_cannot_be_taken_is_named_at_its_place() {
        let (line, column, text) = refused("guide_of: \"town-four-parts/none\"");
        assert_eq!((line, column), (Some(6), Some(42)));
        assert!(text.contains("没有“town-four-parts/none”这一节的提示可用"), "{text}");
        let text = refused("guide_of: \"样/preamble\"").2;
        assert!(text.contains("“样/preamble”的提示也是借用别处的"), "{text}");
        let text = refused("guide: (what: [\"甲\"]), guide_of: \"town-four-parts/study\"").2;
        assert!(text.contains("这一节既写了 guide，又用 guide_of 借用"), "{text}");
    }

    #[test]
    fn units_and_offices_come_from_the_dictionary() {
        let part = "guide: (figures: [(name: \"审查合同\"), (name: \"数\", unit: \"个\", source: \"甲\")])";
        let (_folder, library) = read(part);
        assert_eq!(library.errors, []);
        let own = &library.find("样").unwrap().template;
        let asked = &own.guide("one").unwrap().figures;
        assert_eq!((asked[0].unit.as_str(), asked[0].source.as_str()), ("份", "司法所"));
        assert_eq!((asked[1].unit.as_str(), asked[1].source.as_str()), ("个", "甲"));
        let (line, column, text) = refused("guide: (figures: [(name: \"数\", unit: \"个\")])");
        assert_eq!((line, column), (Some(6), Some(57)));
        assert!(text.contains("指标“数”不在指标词典里"), "{text}");
    }

    #[test]
    fn a_copy_of_the_dictionary_goes_first_and_a_broken_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let asked = |library: &super::super::Library| {
            let template = &library.find("town-four-parts").unwrap().template;
            let guide = template.guide("study").unwrap();
            guide.figures.iter().find(|a| a.name == "中心组学法").unwrap().clone()
        };
        let own = "[(number: 1, group: a, name: \"中心组学法\", units: [\"场\"], source: \"宣传办\", seen: usual)]";
        put(&data.figures(), own);
        let library = templates(&data);
        assert_eq!(library.errors, []);
        assert_eq!((asked(&library).unit, asked(&library).source), ("场".into(), "宣传办".into()));
        assert_eq!(library.dictionary.entries().len(), 1);
        assert_eq!(library.find("town-four-parts").unwrap().origin, Origin::BuiltIn);

        put(&data.figures(), &own.replace("name:", "名称:"));
        let library = templates(&data);
        let [error] = library.errors.as_slice() else { panic!("{:?}", library.errors) };
        assert_eq!((&error.path, error.line, error.column), (&data.figures(), Some(1), Some(24)));
        assert_eq!(asked(&library).unit, "次");
    }
}
