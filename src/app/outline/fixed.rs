//! 版头, 导语 and 落款 at a command for sections: each has its place and stays;
//! what is said names the way to what was meant.

use crate::app::command::Command;
use crate::app::entry::Entry;
use crate::report::Place;

/// Why a command cannot be run at this entry, and what can be done in its place;
/// `None` at a section, and for a command that is none of sections alone.
pub(super) fn refused(entry: Entry, command: Command) -> Option<&'static str> {
    use Command::{
        DeleteSection, MakeItem, MakePart, MergeSection, MoveSectionDown, MoveSectionUp,
        RenameSection, SplitSection, ToggleOptional,
    };
    let [letterhead, lead_in, closing] = match command {
        DeleteSection => [
            "版头不能删；没有发文字号、主送机关的，那一行空着就不印",
            "导语不能删；不要导语，就到版头里把“导语”一行改成“不写”",
            "落款不能删；不要的一行空着就不印",
        ],
        RenameSection => [
            "报告的标题在版头的“标题”一行里改",
            "导语没有标题，直接写文字",
            "落款没有标题，一行一行填",
        ],
        MoveSectionUp | MoveSectionDown => {
            ["版头总在最前面，不能移", "导语总在各部分前面，不能移", "落款总在最后面，不能移"]
        }
        MakePart | MakeItem => {
            ["版头不是节，不用改层次", "导语不是节，没有序号，不用改层次", "落款不是节，不用改层次"]
        }
        SplitSection => [
            "版头不能拆成两节",
            "导语不能拆成两节；请先加一节，再把文字剪切过去",
            "落款不能拆成两节",
        ],
        MergeSection => ["版头不能并入别的节", "导语前面没有节，不能并入", "落款不能并入别的节"],
        ToggleOptional => [
            "版头里空着的一行就不印，不用改",
            "写不写导语，到版头的“导语”一行里选",
            "落款里空着的一行就不印，不用改",
        ],
        _ => return None,
    };
    match entry {
        Entry::Letterhead => Some(letterhead),
        Entry::Text(Place::Preamble) => Some(lead_in),
        Entry::Closing => Some(closing),
        Entry::Text(Place::Section(_)) => None,
    }
}
