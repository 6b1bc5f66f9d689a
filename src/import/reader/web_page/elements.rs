//! What the elements of a web page do with their text, by name, class and style.
//!
//! Tables only. Names of classes are habits of the sites that publish reports,
//! not a standard: whoever uses them must be ready to find them wrong.

/// Elements without content, and so without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 47] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Elements whose content is no text of the page.
const NO_TEXT: [&str; 11] = [
    "script", "style", "noscript", "template", "textarea", "select", "title", "iframe", "noembed",
    "noframes", "datalist",
];

/// Elements that show something that is not text.
const PICTURES: [&str; 7] = ["img", "iframe", "embed", "object", "video", "canvas", "svg"];

/// Words of a class or an identifier that name the frame of a page. Those of
/// one syllable are the usual pinyin: 当前位置, 面包屑, 分享, 版权, 页脚, 导航.
const FRAME_WORDS: [&str; 38] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "topbar",
    "header",
    "foot",
    "footer",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "crumbs",
    "path",
    "position",
    "location",
    "copyright",
    "share",
    "sidebar",
    "aside",
    "toolbar",
    "tools",
    "pager",
    "pagination",
    "related",
    "friendlink",
    "links",
    "search",
    "login",
    "dqwz",
    "weizhi",
    "mbx",
    "fenxiang",
    "banquan",
    "yejiao",
    "daohang",
    "dibu",
    "qrcode",
    "print",
];

/// Pieces of such a word that are not met elsewhere.
const FRAME_PIECES: [&str; 6] =
    ["breadcrumb", "copyright", "sidebar", "footer", "navbar", "bdshare"];

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn has_no_text(name: &str) -> bool {
    NO_TEXT.contains(&name)
}

pub(super) fn is_picture(name: &str) -> bool {
    PICTURES.contains(&name)
}

/// The rank of a heading, 1 to 6.
pub(super) fn rank(name: &str) -> Option<u8> {
    let rank = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&rank).then_some(rank)
}

/// Whether an element is by its name or class part of the frame of a page, and
/// not of what is published on it.
pub(super) fn is_frame(name: &str, class: &str, id: &str) -> bool {
    match name {
        "nav" | "header" | "footer" | "aside" => true,
        // A class of the whole page tells of its layout, that of a heading of its looks.
        "html" | "body" | "main" | "article" => false,
        _ if rank(name).is_some() => false,
        _ => words(class).chain(words(id)).any(|word| {
            FRAME_WORDS.contains(&word.as_str())
                || FRAME_PIECES.iter().any(|piece| word.contains(piece))
        }),
    }
}

/// How much of a class is looked at, in characters.
const LONGEST: usize = 1_000;

/// The words of `main-nav`, `leftMenu` or `TRS_Editor`, in small letters.
fn words(names: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in names.chars().take(LONGEST) {
        if !c.is_ascii_alphabetic() || (small && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        small = c.is_ascii_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphabetic()) {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.into_iter().filter(|word| !word.is_empty())
}

/// Whether a style hides the element.
pub(super) fn is_hidden(style: &str) -> bool {
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    rules.any(|(name, value)| {
        let is = |word: &str, text: &str| {
            let text = text.split('!').next().unwrap_or_default();
            text.trim().eq_ignore_ascii_case(word)
        };
        (is("display", name) && is("none", value))
            || (is("visibility", name) && is("hidden", value))
    })
}

/// Whether the start of this element ends an element `open` that has no end tag.
pub(super) fn ends(name: &str, open: &str) -> bool {
    match open {
        "p" => is_block(name) && name != "caption",
        "li" => name == "li",
        "dt" | "dd" => matches!(name, "dt" | "dd"),
        "td" | "th" => matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot"),
        "tr" => matches!(name, "tr" | "tbody" | "thead" | "tfoot"),
        _ => false,
    }
}

/// Whether an end tag of this name reaches past an open element: `</div>` in a
/// cell ends nothing outside it.
pub(super) fn reaches_past(name: &str, open: &str) -> bool {
    match open {
        "table" => name == "body" || name == "html",
        "td" | "th" | "caption" => matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot"),
        "template" | "select" => false,
        _ => true,
    }
}

/// Whether `ends`, `reaches_past` or `is_wall` speak of an open element of this name.
pub(super) fn is_special(open: &str) -> bool {
    let ended = matches!(open, "p" | "li" | "dt" | "dd" | "td" | "th" | "tr");
    ended || is_wall(open) || matches!(open, "caption" | "select")
}

/// Whether an element without an end tag is still looked for behind this one.
pub(super) fn is_wall(open: &str) -> bool {
    matches!(open, "table" | "td" | "th" | "ul" | "ol" | "dl" | "template" | "body" | "html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_is_told_by_name_and_class() {
        for (name, class, id) in [
            ("nav", "", ""),
            ("ul", "nav", ""),
            ("div", "main-nav clear", ""),
            ("div", "", "leftMenu"),
            ("div", "bdsharebuttonbox", ""),
            ("div", "page_footer2", ""),
        ] {
            assert!(is_frame(name, class, id), "{name} {class} {id}");
        }
        for (name, class, id) in [
            ("div", "TRS_Editor", ""),
            ("ucapcontent", "", ""),
            ("div", "article-content", "zoom"),
            ("body", "has-sidebar", ""),
            ("p", "MsoNormal", ""),
            ("p", "MsoNavigator", ""),
        ] {
            assert!(!is_frame(name, class, id), "{name} {class} {id}");
        }
    }

    #[test]
    fn a_style_may_hide() {
        assert!(is_hidden("color:red; DISPLAY : none !important"));
        assert!(!is_hidden("display:block") && !is_hidden("mso-hide: none"));
    }
}
