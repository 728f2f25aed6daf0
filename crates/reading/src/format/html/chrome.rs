//! What surrounds the text of a page: menus, related links, comment boxes, share buttons,
//! cookie bars, scripts; told by element, role, and the words of class and id.

use scraper::node::Element;

/// Elements that never hold words of a document.
const ELEMENTS: [&str; 30] = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "nav",
    "aside",
    "footer",
    "button",
    "select",
    "textarea",
    "input",
    "label",
    "dialog",
    "head",
    "figcaption",
    "audio",
    "video",
    "canvas",
    "map",
    "menu",
    "del",
    "option",
    "datalist",
    "progress",
    "meter",
    "math",
];

const ROLES: [&str; 9] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
];

/// Words of class or id that say it alone.
const WORDS: [&str; 62] = [
    "menu",
    "nav",
    "navbar",
    "navigation",
    "topnav",
    "mainmenu",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "footer",
    "related",
    "comment",
    "comments",
    "share",
    "sharing",
    "social",
    "addthis",
    "addtoany",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "banner",
    "advert",
    "advertisement",
    "ads",
    "adsbygoogle",
    "newsletter",
    "subscribe",
    "popup",
    "modal",
    "pagination",
    "pager",
    "toolbar",
    "skip",
    "hidden",
    "offcanvas",
    "dropdown",
    "login",
    "signin",
    "search",
    "searchbox",
    "rating",
    "vote",
    "tags",
    "taglist",
    "recommend",
    "recommended",
    "trending",
    "mostread",
    "tinlienquan",
    "lienquan",
    "binhluan",
    "chiase",
    "tinkhac",
    "tinmoi",
    "docnhieu",
    "quangcao",
    "partager",
    "commentaires",
    "partage",
    "lireaussi",
];

/// Pairs of words that say it together: `tin-lien-quan`, `most_read`.
const PAIRS: [(&str, &str); 17] = [
    ("lien", "quan"),
    ("binh", "luan"),
    ("chia", "se"),
    ("tin", "khac"),
    ("tin", "moi"),
    ("doc", "nhieu"),
    ("xem", "them"),
    ("quang", "cao"),
    ("most", "read"),
    ("read", "more"),
    ("see", "also"),
    ("also", "read"),
    ("lire", "aussi"),
    ("fil", "ariane"),
    ("site", "header"),
    ("page", "header"),
    ("main", "header"),
];

/// Whether an element with all below it is no part of the document.
pub(super) fn is_chrome(element: &Element) -> bool {
    let name = element.name();
    if matches!(name, "html" | "body" | "main" | "article") {
        return false;
    }
    let role = element.attr("role").is_some_and(|role| ROLES.contains(&role));
    let hidden = element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("aria-modal") == Some("true")
        || element.attr("style").is_some_and(is_not_shown);
    // Tables and their parts are not menus, whatever their class says.
    let named = || !matches!(name, "table" | "tbody" | "tr" | "td" | "th" | "p") && is_named_so(element);
    ELEMENTS.contains(&name) || role || hidden || named()
}

fn is_not_shown(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn is_named_so(element: &Element) -> bool {
    let words = [element.attr("class"), element.attr("id")].into_iter().flatten().flat_map(parts);
    let words: Vec<String> = words.collect();
    let pair = |pair: &[String]| matches!(pair, [a, b] if PAIRS.contains(&(a.as_str(), b.as_str())));
    words.iter().any(|word| WORDS.contains(&word.as_str())) || words.windows(2).any(pair)
}

/// The words of a name: `boxTinLienQuan-2 share_bar` → box, tin, lien, quan, 2, share, bar.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut before_small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && before_small) {
            parts.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(part) = parts.last_mut()
        {
            part.extend(c.to_lowercase());
        }
        before_small = c.is_lowercase();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_into_words() {
        assert_eq!(parts("boxTinLienQuan-2 share_bar"), ["box", "tin", "lien", "quan", "2", "share", "bar"]);
    }
}
