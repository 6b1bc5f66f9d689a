//! The folders of the stage, from which files are imported.

use std::path::{Path, PathBuf};

use fazhi_tui::app::effect::{Effect, FileFacts, FileRow, Listing, Outcome};

/// Where one begins to choose a file.
pub(crate) const DOCUMENTS: &str = "/data/wang/文档";

/// A folder or a file: its name, its length and when it was changed.
type Entry = (&'static str, Option<(&'static str, &'static str)>);

const FOLDERS: [(&str, &[Entry]); 3] = [
    (
        DOCUMENTS,
        &[
            ("报送", None),
            ("历年的报告", None),
            ("云溪镇2024年法治政府建设情况报告.docx", Some(("36 KB", "2025-01-10 09:12"))),
            ("县里的工作要点.doc", Some(("88 KB", "2024-03-05 15:40"))),
            ("去年的报告.txt", Some(("14 KB", "2024-01-11 17:03"))),
        ],
    ),
    (
        "/data/wang/文档/历年的报告",
        &[
            ("2022“定稿”——报县.html", Some(("120 KB", "2023-01-09 08:00"))),
            ("名字\u{7}\n怪.md", Some(("0 字节", ""))),
        ],
    ),
    ("/data/wang", &[("下载", None), ("文档", None)]),
];

/// What the stage has in a folder.
pub(crate) fn listing(folder: &Path) -> Option<Listing> {
    let (own, entries) = FOLDERS.iter().find(|(own, _)| Path::new(own) == folder)?;
    let facts = |(size, changed): (&str, &str)| FileFacts {
        size: size.to_owned(),
        changed: changed.to_owned(),
    };
    let row = |(name, told): &Entry| FileRow {
        path: Path::new(own).join(name),
        name: (*name).to_owned(),
        file: told.map(facts),
    };
    let rows = entries.iter().map(row).collect();
    Some(Listing { folder: PathBuf::from(own), rows, others: 3, ..Listing::default() })
}

/// Lists folders as the runtime does, and knows no file.
pub(super) fn choose(effect: &Effect) -> Outcome {
    let documents = || listing(Path::new(DOCUMENTS)).unwrap();
    match effect {
        Effect::ListFirst(aside) => {
            let aside = aside.as_deref().and_then(listing);
            Outcome::Files(aside.unwrap_or_else(documents))
        }
        Effect::ListFolder(folder) | Effect::Import(folder) => match listing(folder) {
            Some(listing) => Outcome::Files(listing),
            None => {
                Outcome::Failed(format!("没有找到文件：{}。请看看位置写对没有", folder.display()))
            }
        },
        other => panic!("no file is chosen by {other:?}"),
    }
}
