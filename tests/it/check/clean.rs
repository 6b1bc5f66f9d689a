//! Reports that were not written to be faulty: what is found in them was read,
//! and is right.

use super::{findings, fixtures, told};

/// The findings of level error and warning in the reports of `tests/fixtures/import` that
/// `truth.json` tells of, each read and found right.
const RIGHT: [(&str, &[&str]); 0] = [];

#[test]
fn only_what_is_right_is_found_in_reports_of_every_shape() {
    let text = std::fs::read_to_string(fixtures("import").join("truth.json")).unwrap();
    let truth: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    for file in &truth {
        let name = file["file"].as_str().unwrap();
        let right = RIGHT.iter().find(|(own, _)| *own == name).map_or(&[][..], |(_, right)| right);
        let found = findings(&fixtures("import").join(name));
        let found: Vec<String> =
            found.iter().filter(|own| own["severity"] != "hint").map(told).collect();
        assert_eq!(found, right, "{name}");
    }
}
