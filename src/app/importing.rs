//! 导入: what its keys do, until a draft is made.

mod asks;
mod leaving;
mod removed;

use std::path::{Path, PathBuf};

use super::command::Command;
use super::effect::Effect;
use super::kept::KeptFiles;
use super::notice::Notice;
use super::pane::{DraftsPane, ImportPane};
use super::prompt::{Answer, Prompt};
use super::{App, Screen};
use crate::import::{self, Encoding, ImportError, Role, Source};
use asks::unreadable;

impl App {
    /// Shows a file that was read; one that was looked through before goes on
    /// where it was left.
    pub(super) fn show_file(&mut self, path: PathBuf, bytes: Vec<u8>) {
        if matches!(self.screen, Screen::Writing(_)) {
            // A report that could not be saved stays open, and that is told already.
            return;
        }
        let template = matches!(&self.screen, Screen::Import(pane) if pane.is_template());
        if !template && self.resume_file(&path, &bytes) {
            return self.tell("接着上次的看，改过的都在");
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let (source, refused) = match read(&bytes, &ending) {
            Ok(read) => read,
            Err(error) => {
                return self.warn(format!("{}：{}", path.display(), error.of_name(&ending)));
            }
        };
        let told = self.enter_file(path, bytes, &source);
        match refused {
            Some(sentence) => {
                self.ask_encoding();
                self.trouble(sentence);
            }
            None => self.tell(told),
        }
    }

    /// Enters a file that was read, in 做模板 in the place of what is there, and
    /// says what is to be told of it.
    fn enter_file(&mut self, path: PathBuf, bytes: Vec<u8>, source: &Source) -> String {
        if let Screen::Import(pane) = &mut self.screen
            && pane.is_template()
        {
            pane.take_file(path, bytes, source);
            let told = opened(pane);
            self.prompt = None;
            self.kept.files = KeptFiles::default();
            return told;
        }
        self.put_reading_aside();
        let pane = ImportPane::new(path, bytes, source, self.facts.templates.clone());
        let told = opened(&pane);
        self.enter_import(Box::new(pane));
        told
    }

    /// Goes on with a file that is looked through, or was and is the same still.
    fn resume_file(&mut self, path: &Path, bytes: &[u8]) -> bool {
        let kept = self.kept.readings.iter().position(|kept| kept.is_of(path, bytes));
        if let Some(kept) = kept.map(|kept| self.kept.readings.remove(kept)) {
            self.put_reading_aside();
            self.enter_import(Box::new(kept));
            return true;
        }
        let open = matches!(&self.screen, Screen::Import(pane) if pane.is_of(path, bytes));
        if open {
            self.prompt = None;
        }
        open
    }

    fn enter_import(&mut self, mut pane: Box<ImportPane>) {
        pane.listed = matches!(&self.prompt, Some(Prompt::Files(_)));
        self.prompt = None;
        self.kept.files = KeptFiles::default();
        self.screen = Screen::Import(pane);
    }

    /// Keeps the file that is looked through, if something was decided: opened
    /// again, it goes on there.
    pub(super) fn put_reading_aside(&mut self) {
        let list = Screen::Drafts(DraftsPane::default());
        match std::mem::replace(&mut self.screen, list) {
            Screen::Import(pane) if pane.is_template() => self.kept.outline = Some(pane),
            Screen::Import(pane) if pane.is_changed() => {
                self.kept.readings.retain(|kept| kept.path != pane.path);
                self.kept.readings.push(*pane);
            }
            Screen::Import(_) => {}
            other => self.screen = other,
        }
    }

    pub(super) fn run_import(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Import(pane) = &mut self.screen else {
            return Vec::new();
        };
        match command {
            Command::Choose if pane.confirm() => self.tell_doubts(),
            Command::Choose if pane.next_doubt() => self.notice = Notice::default(),
            Command::Choose if pane.is_template() => self.ask_template_name(false),
            Command::Choose if pane.take_unanswered() => {
                let told = settled(pane).replacen("都定了，按", "都定了，再按", 1);
                self.tell(told);
            }
            Command::SaveTemplate => self.ask_template_name(false),
            Command::Choose | Command::ImportNow => return self.import_now(false),
            Command::NextDoubt => {
                if !pane.next_doubt() {
                    pane.take_unanswered();
                    let told = settled(pane);
                    self.tell(told);
                }
            }
            Command::Lower | Command::Raise => self.shift_passage(command == Command::Lower),
            Command::ToggleNoise => {
                let place = pane.place();
                match pane.toggle_noise() {
                    Some(Role::Noise) => self.tell(format!("{place}去掉了，再按 Delete 就放回")),
                    Some(role) => self.tell(format!("{place}放回了，认成{}", role.label())),
                    None => {}
                }
            }
            Command::CutPassage | Command::JoinPassage => self.cut_or_join(command),
            Command::SetRole => self.ask_role(),
            Command::SetEncoding => self.ask_encoding(),
            Command::SetYear if pane.is_template() => {
                self.trouble("模板不分年度：标题里的年份以后跟着报告变");
            }
            Command::SetYear => self.ask_import_year(false),
            Command::ShowRemoved => self.show_removed(),
            Command::Undo | Command::Redo => self.step_import(command == Command::Undo),
            Command::Import => return self.ask_file(),
            Command::Back | Command::Drafts if pane.is_template() => {
                return self.leave_template();
            }
            Command::Back | Command::Drafts => return self.leave_file(),
            _ => pane.go(command),
        }
        Vec::new()
    }

    /// Says how much is still open once a doubt is settled, and goes there.
    fn tell_doubts(&mut self) {
        let Screen::Import(pane) = &mut self.screen else { return };
        let left = pane.doubts().len();
        if pane.next_doubt() {
            self.tell(format!("还有 {left} 处没定"));
        } else {
            let told = settled(pane);
            self.tell(told);
        }
    }

    fn shift_passage(&mut self, lower: bool) {
        let Screen::Import(pane) = &mut self.screen else { return };
        match pane.shift(lower) {
            Some(role) => {
                let told = format!("{}认成{}", pane.place(), role.label());
                self.tell(told);
            }
            None if lower => self.tell("已经是正文，不能再低；别的用 Ctrl+K 选"),
            None => self.tell("已经是一级标题，不能再高；别的用 Ctrl+K 选"),
        }
    }

    fn cut_or_join(&mut self, command: Command) {
        let Screen::Import(pane) = &mut self.screen else { return };
        let cut = command == Command::CutPassage;
        if cut && pane.split() {
            let role = pane.chosen().map_or("", |passage| passage.role.label());
            return self.tell(format!("断成了两段，后面一段认成{role}"));
        }
        if cut {
            return self.trouble("先用左右键把光标移到要断开的地方");
        }
        if pane.caret() > 0 {
            return self.trouble("这里不能改字；光标在最前面时按 Backspace，接到上一段后面");
        }
        if pane.chosen().is_some_and(|passage| passage.role == Role::Noise) {
            return self.trouble("这一段是去掉的，先按 Delete 放回，再接上");
        }
        let joined = pane.join();
        self.tell(if joined { "接到上一段后面了" } else { "上面没有别的段了" });
    }

    fn step_import(&mut self, undo: bool) {
        let Screen::Import(pane) = &mut self.screen else { return };
        let done = if undo { "撤销" } else { "重做" };
        match pane.step(undo) {
            Some(what) => self.tell(format!("已{done}：{what}")),
            None => self.tell(format!("没有可以{done}的改动了")),
        }
    }

    /// Makes a draft of what is understood; first what is open is asked, unless
    /// `anyway`, and the year where none is known.
    pub(super) fn import_now(&mut self, anyway: bool) -> Vec<Effect> {
        let Screen::Import(pane) = &self.screen else {
            return Vec::new();
        };
        let doubts = pane.doubts();
        if (!doubts.is_empty() || pane.lacks_title()) && !anyway {
            let go_on = ("就这样导入：再按 F4".to_owned(), Answer::ImportAnyway);
            self.prompt = Some(Prompt::Question(pane.open_question(go_on)));
            return Vec::new();
        }
        if pane.year().is_none() {
            self.ask_import_year(true);
            return Vec::new();
        }
        if let Some(question) = self.same_draft(pane).filter(|_| !anyway) {
            self.prompt = Some(Prompt::Question(question));
            return Vec::new();
        }
        vec![Effect::CreateImported(Box::new(pane.finished()))]
    }
}

/// What is told when nothing is open any more.
fn settled(pane: &ImportPane) -> String {
    match pane.lacks() {
        _ if pane.is_template() => "都定了，按 Enter 存成模板".to_owned(),
        None => "都定了，按 Enter 导入".to_owned(),
        Some(lacks) => format!("都定了，按 Enter 导入；{lacks}"),
    }
}

/// What is told of a file that has just been read.
fn opened(pane: &ImportPane) -> String {
    match pane.doubts().len() {
        0 if pane.is_template() => "看一遍，按 Enter 存成模板（原文件不会改动）".to_owned(),
        0 if pane.lacks().is_some() => {
            format!("{}（按 F9 看）；看一遍，按 Enter 导入", pane.lacks().unwrap_or_default())
        }
        0 if pane.reading().encoding == Some(Encoding::Gb18030) => {
            "都认出来了：看一遍，按 Enter 导入；字看不懂就按 F7 换编码".to_owned()
        }
        0 => "都认出来了：看一遍，按 Enter 导入（原文件不会改动）".to_owned(),
        left if pane.reading().encoding.is_none() => format!("有 {left} 处拿不准，请您定"),
        left => format!("有 {left} 处拿不准，请您定；字看不懂就按 F7 换编码"),
    }
}

/// The lines of a file. Where the encoding that was found cannot read it, those
/// in the first other one that can, and a sentence that says so; not where the
/// name promises a document, which is broken then.
fn read(bytes: &[u8], ending: &str) -> Result<(Source, Option<String>), ImportError> {
    let error = match import::read(bytes, None) {
        Ok(source) => return Ok((source, None)),
        Err(error) => error,
    };
    let ImportError::Undecodable { encoding: found, .. } = error else { return Err(error) };
    if !error.is_of_encoding(ending) {
        return Err(error);
    }
    let mut others = Encoding::CHOICES.into_iter().filter(|other| *other != found);
    let other = others.find_map(|other| Some((other, import::read(bytes, Some(other)).ok()?)));
    let Some((now, source)) = other else { return Err(error) };
    let (found, now, why) = (found.label(), now.label(), unreadable(&error));
    Ok((source, Some(format!("按 {found} {why}，先按 {now} 读；请选读得通的一行"))))
}
