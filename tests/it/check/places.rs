//! Every finding points at what it quotes.

use super::{Samples, findings, fixtures, number, places, text};

#[test]
fn an_excerpt_stands_at_its_line_and_column() {
    let samples = Samples::new();
    let files = samples.truth().iter().map(|own| samples.file(&own["file"])).collect::<Vec<_>>();
    let imports = std::fs::read_dir(fixtures("import")).unwrap().map(|file| file.unwrap().path());
    let texts = imports.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let mut seen = 0;
    for file in files.into_iter().chain(texts) {
        let bytes = std::fs::read(&file).unwrap();
        let decoded = fazhi_tui::import::decode(&bytes, None).unwrap().0;
        let lines: Vec<&str> = decoded.lines().collect();
        for finding in findings(&file) {
            for place in places(&finding) {
                let (line, column) = (number(place, "line"), number(place, "column"));
                let excerpt = text(place, "excerpt");
                let there = lines[line - 1].chars().skip(column - 1).take(excerpt.chars().count());
                assert_eq!(there.collect::<String>(), excerpt, "{} {finding}", file.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "{seen}");
}
