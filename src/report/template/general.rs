//! 提示 for a section that no template knows: one that the user has added.

use super::Guide;

/// 写什么.
const WHAT: [&str; 3] = [
    "一件事一段：先说做了什么，再说怎么做、做成了什么",
    "有时间、地点，有谁牵头、谁配合；有数字，有结果",
    "挑今年做成的写，一两件说透，胜过样样都提",
];

/// 容易漏的.
const FORGOTTEN: [&str; 3] = [
    "还没有做的是打算，写到明年的安排里",
    "同一个数在别的节里也有的，两处要一样",
    "办法写了，效果也要写：少了什么、快了多少、谁得了好处",
];

/// 起头的话.
const STARTERS: [&str; 2] = [
    "【几月】以来，针对【什么问题】，由【哪个部门】牵头【做了什么】，共【多少】次，【有什么结果】。",
    "在【什么地方】【做了什么】，【多少】人参加，解决了【什么问题】。",
];

impl Guide {
    /// What helps with any section; it asks for no figures, for nobody knows which.
    pub fn general() -> Self {
        let owned = |lines: &[&str]| lines.iter().map(|&line| line.to_owned()).collect();
        Self {
            what: owned(&WHAT),
            figures: Vec::new(),
            forgotten: owned(&FORGOTTEN),
            starters: owned(&STARTERS),
        }
    }
}
