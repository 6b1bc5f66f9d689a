//! `docs/checks.md` is derived from the data of the rules; `INSTA_UPDATE=always
//! cargo test --test it check::document` writes it anew.

use std::fmt::Write;

use fazhi_tui::check::{Example, Group, Rule, Rules, Severity};

/// What stands above the rules.
const HEAD: &str = "# 校核规则

这一页由规则的数据生成，改规则请改 `data/rules/`，不要改这一页。规则说的是：找什么、什么不算、依据什么、怎么开关。

- **级别**：错误（错了，请改）、警告（多半不对）、提示（请看一眼）。级别由规则定。
- **平时不查**的，在命令行用 `--rule 名称` 可以单独查，在设置里打开后平时也查。
- **改法**只有机械的才给（一个标点、一个空格、一个字），改之前先给您看。
- **忽略**一处要写理由，记在稿件里，随时可以撤销；文字改了，忽略就失效。
- **自己改规则**：把程序自带的 `data/rules/` 或 `data/phrases/` 里的文件，原名复制到数据文件夹的 `rules`、`phrases` 里再改；写坏了会说明坏在哪一行哪一列，并照用自带的。在规则里把 `on: false` 加在某一种情形后面，就不再查它；`settings` 里是可以改的界限。
";

fn level(rule: &Rule) -> String {
    let told = rule.branches.iter().map(|branch| {
        let off = if branch.on { "" } else { "，平时不查" };
        let when =
            if branch.when.is_empty() { String::new() } else { format!("（{}）", branch.when) };
        format!("{}{when}{off}", branch.severity.label())
    });
    told.collect::<Vec<_>>().join("；")
}

/// A text between marks that no text of an example ends.
fn quoted(example: &Example) -> String {
    let text = example.text.replace('\n', " ⏎ ").replace('\u{a0}', "␣").replace('\t', "⇥");
    let ticks = if text.contains('`') { "``" } else { "`" };
    format!("{ticks}{text}{ticks}")
}

fn rule(out: &mut String, rule: &Rule) {
    let _ = writeln!(out, "\n### {}　`{}`\n", rule.name, rule.id);
    let _ = writeln!(out, "- **级别**：{}", level(rule));
    let _ = writeln!(out, "- **找什么**：{}", rule.finds);
    if !rule.silent.is_empty() {
        let _ = writeln!(out, "- **不算**：{}", rule.silent.join("；"));
    }
    let _ = writeln!(out, "- **依据**：{}", rule.basis);
    if !rule.settings.is_empty() {
        let told = rule.settings.iter().map(|(name, value)| format!("`{name}` {value}"));
        let _ = writeln!(out, "- **界限**：{}", told.collect::<Vec<_>>().join("，"));
    }
    for example in &rule.bad {
        let found: Vec<String> =
            example.finds.iter().map(|(_, found)| format!("“{found}”")).collect();
        let _ = writeln!(out, "- 例：{} → {}", quoted(example), found.join("、"));
    }
}

fn document() -> String {
    let rules = Rules::built_in();
    let mut out = HEAD.to_owned();
    let counts = Severity::ALL.map(|severity| {
        let count =
            rules.rules.iter().filter(|rule| rule.is_on() && rule.severity() == severity).count();
        format!("{} {count} 条", severity.label())
    });
    let off = rules.rules.iter().filter(|rule| !rule.is_on()).count();
    let _ = writeln!(
        out,
        "\n共 {} 条，按最重的情形：{}，平时不查 {off} 条。",
        rules.rules.len(),
        counts.join("，")
    );
    for group in Group::ALL {
        let _ = writeln!(out, "\n## {}", group.label());
        rules.rules.iter().filter(|own| own.group == group).for_each(|own| rule(&mut out, own));
    }
    out
}

#[test]
fn the_page_of_the_rules_is_derived_from_them() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    let wanted = document();
    if std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
        std::fs::write(path, wanted).unwrap();
        return;
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    let line = written.lines().zip(wanted.lines()).position(|(old, new)| old != new);
    assert_eq!(
        written, wanted,
        "docs/checks.md is old at line {line:?}; write it anew with INSTA_UPDATE=always"
    );
}

#[test]
fn every_rule_says_what_it_finds_and_what_it_leaves_alone() {
    for rule in Rules::built_in().rules {
        assert!(!rule.finds.is_empty() && !rule.basis.is_empty(), "{}", rule.id);
        let waits = rule.id.starts_with("same-as-last-year") || rule.id == "ledger-mismatch";
        let shown = !rule.bad.is_empty() && (!rule.good.is_empty() || !rule.silent.is_empty());
        assert!(waits || shown, "{} has no example", rule.id);
    }
}
