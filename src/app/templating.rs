//! 做模板: headings are pasted or read from a file, looked through and kept as a
//! template of the user's own.
//!
//! Looking through them is the work of 导入 and its keys; here is what differs:
//! how one comes there, what is added, and where one goes with the template.

use super::effect::{Effect, SavedTemplate};
use super::notice::Notice;
use super::pane::{DraftsPane, ImportPane, Purpose};
use super::prompt::{Answer, LinePrompt, Prompt, Question};
use super::{App, Screen};
use crate::report::{Dictionary, Template};
use crate::storage::DraftId;
use crate::text::clean;

impl App {
    /// Takes the templates and the dictionary, which are read after the first frame.
    pub fn set_templates(&mut self, templates: Vec<(String, Template)>, dictionary: Dictionary) {
        match &mut self.screen {
            Screen::Writing(pane) => pane.set_template(&templates),
            Screen::New(pane) => pane.take_templates(templates.clone(), None),
            Screen::Import(pane) => pane.set_templates(templates.clone()),
            Screen::Drafts(_) => {}
        }
        for pane in &mut self.kept.readings {
            pane.set_templates(templates.clone());
        }
        if let Some(pane) = &mut self.kept.new {
            pane.take_templates(templates.clone(), None);
        }
        self.facts.templates = templates;
        self.facts.dictionary = dictionary;
    }

    /// Opens 做模板 as it was left. 新建, where one was there, waits as it is.
    pub(super) fn start_template(&mut self) {
        let list = Screen::Drafts(DraftsPane::default());
        let left = std::mem::replace(&mut self.screen, list);
        let from_new = matches!(left, Screen::New(_));
        if let Screen::New(pane) = left {
            self.kept.new = Some(pane);
        }
        let templates = self.facts.templates.clone();
        let pane = match self.kept.outline.take() {
            Some(kept) => kept.resumed(from_new, templates),
            None => ImportPane::for_template(from_new, templates),
        };
        self.notice = Notice::default();
        if !pane.is_empty() {
            self.tell("接着上次的；要从头来，就按 Ctrl+Z 一步步退回去");
        }
        self.screen = Screen::Import(Box::new(pane));
    }

    /// Esc in 做模板: back to where one was; what was pasted is there next time.
    pub(super) fn leave_template(&mut self) -> Vec<Effect> {
        let Screen::Import(pane) = &self.screen else {
            return Vec::new();
        };
        let (from_new, empty) = (pane.is_from_new(), pane.is_empty());
        self.put_reading_aside();
        self.notice = Notice::default();
        if !empty {
            self.tell("没有存成模板；粘贴的和改过的都留着，下次还在");
        }
        self.go_back(from_new)
    }

    /// 新建 as it was left, or the list of drafts.
    fn go_back(&mut self, to_new: bool) -> Vec<Effect> {
        if let Some(pane) = self.kept.new.take_if(|_| to_new) {
            self.screen = Screen::New(pane);
            return Vec::new();
        }
        self.screen = Screen::Drafts(DraftsPane::default());
        vec![Effect::List]
    }

    /// Adds what is pasted in 做模板.
    pub(super) fn paste_outline(&mut self, text: &str) {
        let Screen::Import(pane) = &mut self.screen else { return };
        let cleaned = clean::clean(text);
        let added = match pane.paste(&cleaned.text) {
            Ok(added) => added,
            Err(sentence) => return self.trouble(sentence),
        };
        let removed = match cleaned.removed.len() {
            0 => String::new(),
            count => format!("（去掉 {count} 个不可见字符）"),
        };
        let next = match pane.doubts().len() {
            0 if pane.reading().has_headings() => "看一遍，按 Enter 存成模板".to_owned(),
            0 => "没有认出标题，选中一行按 Shift+Tab 升成标题".to_owned(),
            left => format!("有 {left} 处拿不准，请您定"),
        };
        self.tell(format!("粘贴了 {added} 段{removed}：{next}"));
    }

    /// Asks for the name of the template; first what is open, unless `anyway`.
    pub(super) fn ask_template_name(&mut self, anyway: bool) {
        let Screen::Import(pane) = &self.screen else { return };
        if !pane.reading().has_headings() {
            return self.trouble("还没有一个标题：选中一行，按 Shift+Tab 升成标题");
        }
        let doubts = pane.doubts();
        if !doubts.is_empty() && !anyway {
            let go_on = ("就这样存成模板：再按 F4".to_owned(), Answer::TemplateAnyway);
            let question = pane.open_question(go_on);
            self.prompt = Some(Prompt::Question(question));
            return;
        }
        let name = match pane.year() {
            Some(year) => format!("{year}年提纲"),
            None => "县里的提纲".to_owned(),
        };
        let free = (2..100).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(free).find(|name| !self.has_template(name));
        self.ask_line(LinePrompt::template_name(&free.unwrap_or(name)));
        if let Some(Prompt::Line(line)) = &mut self.prompt
            && line.field.text() == line.about.start()
        {
            // No more than a proposal: what is typed takes its place.
            line.field.select_all();
        }
    }

    /// Takes the name that was typed; the line stays until the template is kept.
    pub(super) fn take_template_name(&mut self, name: &str) -> Vec<Effect> {
        let Screen::Import(pane) = &self.screen else {
            return Vec::new();
        };
        let refused = match DraftId::exact(name) {
            Err(reason) => Some(reason.to_owned()),
            Ok(_) if self.has_template(name) => {
                Some(format!("已经有叫 {name} 的模板了，请换一个名字"))
            }
            Ok(_) => None,
        };
        if let Some(sentence) = refused {
            self.refuse(sentence);
            return Vec::new();
        }
        let template = pane.template(name).map(Box::new);
        template
            .map(|template| vec![Effect::SaveTemplate(template), Effect::List])
            .unwrap_or_default()
    }

    /// Whether a template is called so, by its name or its file.
    fn has_template(&self, name: &str) -> bool {
        let mut templates = self.facts.templates.iter();
        templates.any(|(stem, template)| stem == name || template.name == name)
    }

    /// The template is kept: 新建 has it chosen where one came from there. A file
    /// that is to become a draft is still looked through.
    pub(super) fn template_saved(&mut self, saved: SavedTemplate) {
        let SavedTemplate { stem, path, templates, dictionary } = saved;
        let found = templates.iter().find(|(own, _)| *own == stem);
        let name = found.map_or_else(|| stem.clone(), |(_, template)| template.name.clone());
        self.prompt = None;
        self.set_templates(templates.clone(), dictionary);
        let told = match &self.screen {
            Screen::Import(pane) if pane.purpose == Purpose::Draft => true,
            Screen::Import(pane) => {
                let from_new = pane.is_from_new();
                self.go_back(from_new);
                !from_new
            }
            _ => true,
        };
        if let Screen::New(pane) = &mut self.screen {
            pane.take_templates(templates, Some(&stem));
        }
        if told {
            let lines = vec![
                format!("“{name}”在新建报告的第三页里选。文件在这里："),
                path.display().to_string(),
            ];
            let answers = vec![("知道了".to_owned(), Answer::Stay)];
            self.prompt = Some(Prompt::Question(Question::new("模板存好了", lines, answers)));
        } else {
            self.tell(format!("模板“{name}”存好了，已经选上，按 Enter 接着新建"));
        }
    }
}
