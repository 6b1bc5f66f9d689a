//! 设置 while it lies over the screen: what is chosen there counts at once.

use super::command::Command;
use super::effect::Effect;
use super::prompt::{Prompt, SettingsPrompt};
use super::{App, Facts, Screen};
use crate::storage::Changed;

impl App {
    pub(super) fn open_settings(&mut self) {
        let refused = self.kept.county_day.take();
        let Facts { settings, usual_folder, measured, .. } = &self.facts;
        let prompt = SettingsPrompt::new(settings, usual_folder, *measured, refused);
        self.prompt = Some(Prompt::Settings(prompt));
    }

    /// What is changed in the settings and not yet on disk, while 设置 is open.
    pub fn settings_to_keep(&mut self) -> Option<Changed> {
        match &mut self.prompt {
            Some(Prompt::Settings(prompt)) => prompt.take_changed(),
            _ => None,
        }
    }

    pub(super) fn type_into_settings(&mut self, text: &str) {
        let Some(Prompt::Settings(prompt)) = &mut self.prompt else { return };
        match prompt.form.insert(text) {
            Ok(()) => self.notice.fade(),
            Err(sentence) => self.trouble(sentence),
        }
        self.use_settings();
    }

    /// Moves in the form or turns a choice. Another width of signs may have left
    /// the screen wrong: it is drawn whole then.
    pub(super) fn run_in_settings(&mut self, command: Command) -> Vec<Effect> {
        let Some(Prompt::Settings(prompt)) = &mut self.prompt else { return Vec::new() };
        self.notice.fade();
        prompt.form.run(command);
        let before = self.facts.ambiguous();
        self.use_settings();
        if self.facts.ambiguous() == before { Vec::new() } else { vec![Effect::Redraw] }
    }

    /// Enter: the next row; in the last one 设置 is left.
    pub(super) fn confirm_settings(&mut self, prompt: SettingsPrompt) -> Vec<Effect> {
        let last = prompt.form.at_last();
        self.prompt = Some(Prompt::Settings(prompt));
        if last { self.leave_settings() } else { self.run_in_settings(Command::Down) }
    }

    /// Closes 设置 and keeps what is changed.
    pub(super) fn leave_settings(&mut self) -> Vec<Effect> {
        let changed = self.settings_to_keep();
        let Some(Prompt::Settings(prompt)) = self.prompt.take() else { return Vec::new() };
        self.notice.fade();
        self.put_settings_aside(&prompt);
        if let Some(text) = &self.kept.county_day {
            self.trouble(format!("县里的日期“{text}”看不懂，仍按原来的；按 F10 再改"));
        }
        changed.into_iter().map(|changed| Effect::KeepSettings(Box::new(changed))).collect()
    }

    /// Keeps a day that was refused, and lets 新建 follow, open or put aside: it
    /// would go on with the old unit, and have that one remembered in the end.
    pub(super) fn put_settings_aside(&mut self, prompt: &SettingsPrompt) {
        self.kept.county_day = prompt.refused();
        let profile = &self.facts.settings.profile;
        if let Screen::New(pane) = &mut self.screen {
            pane.follow(profile);
        }
        if let Some(pane) = &mut self.kept.new {
            pane.follow(profile);
        }
    }

    fn use_settings(&mut self) {
        if let Some(Prompt::Settings(prompt)) = &mut self.prompt {
            prompt.suggest();
            self.facts.settings = prompt.settings();
        }
    }
}
