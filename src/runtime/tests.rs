//! Effects on real files, without a terminal.

use std::sync::mpsc::channel;

use super::*;
use crate::report::calendar::CountyDay;
use crate::report::unit::Profile;
use crate::report::{Report, State};
use crate::storage::{Changed, draft};

/// The program over a data folder of its own.
fn program() -> (tempfile::TempDir, Program) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path().join("data"));
    (folder, Program::new(data, channel().0).unwrap())
}

fn profile() -> Profile {
    Profile { name: "云溪镇".to_owned(), county: "临川县".to_owned(), ..Profile::default() }
}

fn report(data: &DataFolder) -> Report {
    let (templates, ..) = perform::templates(data);
    templates[0].1.start(&templates[0].0, &profile(), 2025)
}

fn put(path: &std::path::Path, text: &str) {
    file::write_whole(path, text.as_bytes()).unwrap();
}

/// A draft in the data folder, and its file.
fn with_draft() -> (tempfile::TempDir, Program, std::path::PathBuf) {
    let (folder, program) = program();
    let path = program.data.drafts().join("2025-云溪镇.ron");
    put(&path, &draft::render(&report(&program.data)).unwrap());
    (folder, program, path)
}

#[test]
fn a_draft_of_a_newer_version_is_left_alone() {
    let (_folder, mut program, path) = with_draft();
    let sound = file::read_text(&path).unwrap();
    let kept = program.data.root().join("history/2025-云溪镇/20260108-103200.ron");
    put(&kept, &sound);
    let offered = |program: &mut Program, text: &str| {
        put(&path, text);
        let Some(Outcome::Listed(rows)) = program.perform(Effect::List) else { panic!() };
        let broken = rows[0].content.clone().unwrap_err();
        (broken.kept.is_some(), broken.removable)
    };
    assert_eq!(offered(&mut program, "(format: 3, "), (true, true));
    let newer = sound.replacen("format: 3", "format: 4", 1);
    assert_eq!(offered(&mut program, &newer), (false, false));
}

#[test]
fn a_state_that_is_set_tells_what_became_of_it() {
    let (_folder, mut program, path) = with_draft();
    let mut told = |state| match program.perform(Effect::SetState(path.clone(), state)) {
        Some(Outcome::Arranged { told, .. }) => told,
        other => panic!("{other:?}"),
    };
    assert_eq!(told(State::Drafting), "2025-云溪镇 的状态没有变");
    assert_eq!(told(State::Review), "2025-云溪镇 的状态改为：送审");
}

#[test]
fn a_version_that_could_not_be_kept_is_told_with_the_state() {
    let (_folder, mut program, path) = with_draft();
    put(&program.data.root().join("history/2025-云溪镇"), "a file in the place of the folder");
    let outcome = program.perform(Effect::SetState(path, State::Final));
    let Some(Outcome::Arranged { told, .. }) = outcome else { panic!("{outcome:?}") };
    assert!(told.starts_with("2025-云溪镇 的状态改为：定稿；已保存，但旧稿没有留下："), "{told}");
}

#[test]
fn settings_that_were_put_aside_are_told_of_with_a_new_draft() {
    let (_folder, mut program) = program();
    put(&program.data.settings(), "(mouse: 开)");
    let create = Effect::Create(Box::new(report(&program.data)), profile());
    let Some(Outcome::Opened(opened)) = program.perform(create) else { panic!() };
    let aside = program.data.root().join("settings.坏.ron");
    let notice = opened.notice.unwrap();
    assert!(notice.contains(&aside.display().to_string()), "{notice}");
    program.end_saver();
}

#[test]
fn what_another_window_has_set_meanwhile_stays() {
    let (_folder, mut program) = program();
    let before = Settings::default();
    let county_date = CountyDay::parse("1月20日");
    Settings { county_date, ..before.clone() }.save(&program.data).unwrap();
    let after = Settings { mouse: false, ..before.clone() };
    program.perform(Effect::KeepSettings(Box::new(Changed { before, after })));
    let both = Settings { county_date, mouse: false, ..Settings::default() };
    assert_eq!(Settings::load(&program.data), (both, None));
}

#[test]
fn every_file_that_cannot_be_used_is_counted() {
    let (_folder, mut program) = program();
    let other = program.data.root().join("别处");
    put(&other.join("drafts/空.ron"), "");
    put(&other.join("settings.ron"), "(mouse: 开)");
    put(&other.join("templates/甲.ron"), "(");
    put(&other.join("templates/乙.ron"), "(");
    put(&other.join("figures.ron"), "[");
    let Some(Outcome::Folder(folder)) = program.perform(Effect::OpenFolder(other)) else {
        panic!()
    };
    let trouble = folder.trouble.unwrap();
    for part in ["settings.ron", "figures.ron", "还有 2 个文件不能用"] {
        assert!(trouble.contains(part), "{part}: {trouble}");
    }
}
