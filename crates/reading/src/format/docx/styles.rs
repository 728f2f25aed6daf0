//! Styles: the font and the numbering that a paragraph or run has from its style.

use crate::format::xml::Element;
use std::collections::HashMap;

/// What a style says of itself.
#[derive(Debug, Default, Clone)]
struct Style {
    based_on: Option<String>,
    font: Option<String>,
    caps: Option<bool>,
    list: Option<(String, usize)>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
    default_font: Option<String>,
}

/// Styles that are based on one another are followed this far.
const DEEPEST: usize = 12;

impl Styles {
    pub(super) fn of(part: &Element) -> Self {
        let mut styles = Self {
            default_font: part.at(&["docDefaults", "rPrDefault", "rPr"]).and_then(font),
            ..Self::default()
        };
        for style in part.elements().filter(|element| &*element.name == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            if style.attribute("type") == Some("paragraph") && style.attribute("default") == Some("1") {
                styles.default_paragraph = Some(id.to_owned());
            }
            let words = style.child("rPr");
            let read = Style {
                based_on: style.value("basedOn").map(str::to_owned),
                font: words.and_then(font),
                caps: words.filter(|words| words.child("caps").is_some()).map(|words| words.is_on("caps")),
                list: style.child("pPr").and_then(list),
            };
            styles.by_id.insert(id.to_owned(), read);
        }
        styles
    }

    fn find<T>(&self, style: Option<&str>, pick: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let first = style.or(self.default_paragraph.as_deref())?;
        let chain = std::iter::successors(self.by_id.get(first), |style| {
            style.based_on.as_deref().and_then(|id| self.by_id.get(id))
        });
        chain.take(DEEPEST).find_map(pick)
    }

    /// The font of a style.
    pub(super) fn font(&self, style: Option<&str>) -> Option<String> {
        self.find(style, |style| style.font.clone()).or_else(|| self.default_font.clone())
    }

    /// Whether a style shows its words in capitals.
    pub(super) fn caps(&self, style: Option<&str>) -> bool {
        self.find(style, |style| style.caps).unwrap_or(false)
    }

    /// The list and level of a paragraph style.
    pub(super) fn list(&self, style: Option<&str>) -> Option<(String, usize)> {
        self.find(style, |style| style.list.clone())
    }
}

/// The font that run properties name.
pub(super) fn font(properties: &Element) -> Option<String> {
    let fonts = properties.child("rFonts")?;
    fonts.attribute("ascii").or_else(|| fonts.attribute("hAnsi")).map(str::to_owned)
}

/// The list and level that paragraph properties name; list `0` is none.
pub(super) fn list(properties: &Element) -> Option<(String, usize)> {
    let numbers = properties.child("numPr")?;
    let level = numbers.value("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
    numbers.value("numId").map(|id| (id.to_owned(), level))
}
