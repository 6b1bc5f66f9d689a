//! Leaving 导入: what was decided there is in no file yet, so it is never left
//! without a word.

use super::{App, Screen};
use crate::app::effect::Effect;
use crate::app::prompt::{Answer, Prompt, Question};

impl App {
    /// Ctrl+Q: what is changed in 设置 is kept, and decisions are not lost unasked.
    pub(in crate::app) fn quit(&mut self) -> Vec<Effect> {
        let kept = self.settings_to_keep().map(|changed| Effect::KeepSettings(Box::new(changed)));
        let asks = self.would_lose_decisions();
        if asks {
            self.ask_before_leaving();
        }
        let quit = (!asks).then_some(Effect::Quit(false));
        kept.into_iter().chain(quit).collect()
    }

    /// Whether something was decided in 导入 or 做模板 that leaving the program
    /// would throw away.
    fn would_lose_decisions(&self) -> bool {
        matches!(&self.screen, Screen::Import(pane) if pane.is_changed())
    }

    /// Asks what is to become of the decisions before the program is left.
    fn ask_before_leaving(&mut self) {
        let Screen::Import(pane) = &self.screen else { return };
        let stay = ("留下".to_owned(), Answer::Stay);
        let leave = ("不要了，离开".to_owned(), Answer::LeaveImport);
        let (lines, answers) = if pane.is_template() {
            ("粘贴的和改过的还没有存成模板，离开就没有了。", vec![stay, leave])
        } else {
            let import = ("先导入再离开".to_owned(), Answer::ImportAndLeave);
            ("改过的还没有导入，离开就没有了；原文件没有动。", vec![import, stay, leave])
        };
        self.put_aside();
        // The help would lie over the question.
        self.help = None;
        let question = Question::new("现在离开？", vec![lines.to_owned()], answers);
        self.prompt = Some(Prompt::Question(question));
    }

    /// Imports and leaves; where something is asked first, one is still here then.
    pub(in crate::app) fn import_and_leave(&mut self) -> Vec<Effect> {
        let effects = self.import_now(false).into_iter();
        let leaving = |effect| match effect {
            Effect::CreateImported(imported) => Effect::ImportAndQuit(imported),
            other => other,
        };
        effects.map(leaving).collect()
    }

    /// Esc: to the list of files where the file came from there, else to 稿件.
    /// What was decided is kept, and it takes a second Esc to leave it.
    pub(super) fn leave_file(&mut self) -> Vec<Effect> {
        let Screen::Import(pane) = &self.screen else {
            return Vec::new();
        };
        let (changed, listed) = (pane.is_changed(), pane.listed);
        let folder = pane.path.as_ref().and_then(|path| path.parent()).map(Into::into);
        let target = if listed { "文件列表" } else { "稿件列表" };
        if changed && !std::mem::replace(&mut self.leaving, true) {
            self.tell(format!("再按一次 Esc 回{target}；改过的留着，离开程序就没有了"));
            return Vec::new();
        }
        self.leaving = false;
        self.put_reading_aside();
        self.tell(if changed {
            "没有导入，原文件没有动；再打开它，改过的还在"
        } else {
            "没有导入，原文件没有动"
        });
        let mut effects = vec![Effect::List];
        if listed {
            self.kept.files.folder = folder;
            effects.extend(self.ask_file());
        }
        effects
    }
}
