//! Where keys are looked up: one word for each place that has keys of its own.

use serde::{Deserialize, Serialize};

use super::pane::new::Page;
use super::pane::writing::{Focus, Side};
use super::prompt::Prompt;
use super::{App, Screen};

/// Where keys are looked up, innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// On every screen and in every prompt.
    Everywhere,
    /// On every screen while no prompt lies over it.
    Screen,
    /// 稿件 with drafts in it.
    Drafts,
    /// 稿件 while it is empty.
    FirstSteps,
    /// 新建.
    New,
    /// 新建, its third page: the templates.
    NewTemplate,
    /// 新建, its last page: 版式.
    NewLayout,
    /// 导入, at a passage that waits for a decision.
    ImportDoubt,
    /// 导入, where the chosen passage may have to be cut.
    ImportCut,
    /// 导入, while another passage waits for one.
    ImportLeft,
    /// 做模板 while nothing is pasted.
    TemplateEmpty,
    /// 做模板.
    Template,
    /// 导入.
    Import,
    /// 编写, whatever pane has the keyboard.
    Writing,
    /// 正文.
    Editor,
    /// 正文 while something is selected in it.
    Selection,
    /// Where what was looked for has just been gone to, and nothing done since.
    Found,
    /// Where a finding has just been gone to, while the caret stays there.
    AtFinding,
    /// The form of 版头 or 落款.
    Form,
    /// 目录.
    Outline,
    /// 提示.
    Guide,
    /// The findings of the open entry, in the place of 提示.
    Findings,
    /// What 版头 or 落款 looks like in print, beside its form.
    Printed,
    /// A list to filter.
    Picker,
    /// The list of files to import one of.
    Files,
    /// A question.
    Question,
    /// A prompt with one field.
    Field,
    /// 导出.
    Export,
    /// 查找和替换.
    Find,
    /// 通读.
    Reading,
    /// 校核.
    Proofing,
    /// 校核, while only a part of all is listed.
    ProofingPart,
    /// 校核, while fixes are shown before they are made.
    Fixing,
    /// 忽略.
    Ignoring,
    /// 设置.
    Settings,
    /// 帮助.
    Help,
}

impl App {
    /// Where keys are looked up now, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self.help {
            Some(_) => vec![Context::Help, Context::Everywhere],
            None => self.contexts_under_help(),
        }
    }

    /// The contexts of prompt and screen, innermost first: those that the help explains.
    pub fn contexts_under_help(&self) -> Vec<Context> {
        let prompt = match &self.prompt {
            Some(Prompt::Picker(_)) => Context::Picker,
            Some(Prompt::Question(_)) => Context::Question,
            Some(Prompt::Files(_)) => Context::Files,
            Some(Prompt::Line(_) | Prompt::Figure(_) | Prompt::Heading(_)) => Context::Field,
            Some(Prompt::Export(_)) => Context::Export,
            Some(Prompt::Find(_)) => Context::Find,
            Some(Prompt::Reading(_)) => Context::Reading,
            Some(Prompt::Proofing(list)) if list.fixes().is_some() => Context::Fixing,
            Some(Prompt::Proofing(list)) if list.is_part() => {
                return vec![Context::ProofingPart, Context::Proofing, Context::Everywhere];
            }
            Some(Prompt::Proofing(_)) => Context::Proofing,
            Some(Prompt::Ignoring(_)) => Context::Ignoring,
            Some(Prompt::Settings(_)) => Context::Settings,
            None => return self.contexts_of_screen(),
        };
        if self.is_at_found() {
            return vec![prompt, Context::Found, Context::Everywhere];
        }
        if self.is_at_finding() {
            return vec![prompt, Context::AtFinding, Context::Everywhere];
        }
        vec![prompt, Context::Everywhere]
    }

    fn contexts_of_screen(&self) -> Vec<Context> {
        let pane = match &self.screen {
            Screen::Drafts(pane) if pane.rows.is_empty() => Context::FirstSteps,
            Screen::Drafts(_) => Context::Drafts,
            Screen::New(pane) if pane.page == Page::Layout => Context::NewLayout,
            Screen::New(pane) if pane.page == Page::Template => {
                let new = [Context::NewTemplate, Context::New];
                return new.into_iter().chain([Context::Screen, Context::Everywhere]).collect();
            }
            Screen::New(_) => Context::New,
            Screen::Import(pane) if pane.is_empty() => Context::TemplateEmpty,
            Screen::Import(pane) => {
                let doubted = pane.chosen().is_some_and(|passage| passage.doubt.is_some());
                let first = if doubted {
                    Some(Context::ImportDoubt)
                } else {
                    (!pane.doubts().is_empty()).then_some(Context::ImportLeft)
                };
                let cut = pane.may_be_cut().then_some(Context::ImportCut);
                let first = cut.into_iter().chain(first);
                let template = pane.is_template().then_some(Context::Template);
                let rest = [Context::Import, Context::Screen, Context::Everywhere];
                return first.chain(template).chain(rest).collect();
            }
            Screen::Writing(pane) => {
                let inner = match pane.focus {
                    Focus::Outline => Context::Outline,
                    Focus::Guide if pane.side == Side::Findings => Context::Findings,
                    Focus::Guide if pane.form.is_some() => Context::Printed,
                    Focus::Guide => Context::Guide,
                    Focus::Text if pane.form.is_some() => Context::Form,
                    Focus::Text => Context::Editor,
                };
                let mut contexts =
                    vec![inner, Context::Writing, Context::Screen, Context::Everywhere];
                if inner == Context::Editor && pane.has_selection() {
                    contexts.insert(0, Context::Selection);
                }
                if self.is_at_found() {
                    contexts.insert(0, Context::Found);
                } else if self.is_at_finding() {
                    contexts.insert(0, Context::AtFinding);
                }
                return contexts;
            }
        };
        vec![pane, Context::Screen, Context::Everywhere]
    }
}
