//! Numbers of lists, which the document does not hold but its readers compute.

use crate::format::numbers::written;
use crate::format::xml::Element;
use std::collections::{HashMap, HashSet};

const LEVELS: usize = 9;

/// One level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: i64,
    kind: String,
    /// `%1.%2`
    text: String,
    /// Behind which level it starts anew: 0 never, else the number of a level from 1.
    restart: Option<usize>,
    /// All numbers in Arabic digits.
    legal: bool,
    suffix: &'static str,
}

#[derive(Debug, Clone, Default)]
struct List {
    levels: HashMap<usize, Level>,
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Use {
    list: String,
    starts: HashMap<usize, i64>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document and where their numbers stand.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    uses: HashMap<String, Use>,
    /// Numbers so far of each list; `None` where a level has not begun.
    counts: HashMap<String, [Option<i64>; LEVELS]>,
    /// Uses that have begun with their own starts.
    begun: HashSet<String>,
}

impl Numbering {
    pub(super) fn of(part: &Element) -> Self {
        let mut numbering = Self::default();
        let mut styles = HashMap::new();
        for element in part.elements() {
            match &*element.name {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    if let Some(style) = element.value("styleLink") {
                        styles.insert(style.to_owned(), id.to_owned());
                    }
                    let link = element.value("numStyleLink").map(str::to_owned);
                    numbering.lists.insert(id.to_owned(), List { levels: levels(element), link });
                }
                "num" => {
                    let Some(id) = element.attribute("numId") else { continue };
                    numbering.uses.insert(id.to_owned(), use_of(element));
                }
                _ => {}
            }
        }
        for one in numbering.uses.values_mut() {
            let link = numbering.lists.get(&one.list).and_then(|list| list.link.as_ref());
            if let Some(list) = link.and_then(|style| styles.get(style)) {
                one.list.clone_from(list);
            }
        }
        numbering
    }

    /// The mark of the next paragraph of a list at a level, with the blank behind it.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let of = |level: usize| {
            let one = self.uses.get(id)?;
            one.levels.get(&level).or_else(|| self.lists.get(&one.list)?.levels.get(&level))
        };
        let all: Vec<Option<&Level>> = (0..LEVELS).map(of).collect();
        let here = (*all.get(level)?)?;
        let one = self.uses.get(id)?;
        let counts = self.counts.entry(one.list.clone()).or_default();
        if !one.starts.is_empty() && self.begun.insert(id.to_owned()) {
            for at in one.starts.keys() {
                if let Some(count) = counts.get_mut(*at) {
                    *count = None;
                }
            }
        }
        let start = |at: usize, level: &Level| one.starts.get(&at).copied().unwrap_or(level.start);
        for (at, count) in counts.iter_mut().enumerate() {
            let Some(Some(rule)) = all.get(at) else { continue };
            if at < level {
                count.get_or_insert(start(at, rule));
            } else if at == level {
                *count = Some(count.map_or(start(at, rule), |n| n.saturating_add(1)));
            } else if rule.restart.is_none_or(|behind| behind > level && behind > 0) {
                *count = None;
            }
        }
        Some(mark(here, &all, counts))
    }
}

/// The mark with its numbers put in.
fn mark(here: &Level, all: &[Option<&Level>], counts: &[Option<i64>; LEVELS]) -> String {
    if here.kind == "bullet" {
        return bullet(&here.text) + " ";
    }
    let mut out = String::new();
    let mut chars = here.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars.peek().and_then(|next| next.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
        let Some(digit) = digit else {
            out.push(c);
            continue;
        };
        chars.next();
        let at = usize::try_from(digit - 1).unwrap_or(0);
        let kind = all.get(at).copied().flatten().map_or("decimal", |level| level.kind.as_str());
        let kind = if here.legal { "decimal" } else { kind };
        out.push_str(&written(kind, counts.get(at).copied().flatten().unwrap_or(1)));
    }
    if out.trim().is_empty() { String::new() } else { out + here.suffix }
}

/// Bullets of symbol fonts lie in the private use area: `•` stands for them.
fn bullet(text: &str) -> String {
    match text.chars().next() {
        None | Some('\u{E000}'..='\u{F8FF}') => "•".to_owned(),
        Some(_) => text.to_owned(),
    }
}

fn levels(list: &Element) -> HashMap<usize, Level> {
    let levels = list.elements().filter(|element| &*element.name == "lvl");
    levels.filter_map(|level| Some((level.attribute("ilvl")?.parse().ok()?, level_of(level)))).collect()
}

fn level_of(level: &Element) -> Level {
    let number = |name: &str| level.value(name).and_then(|value| value.parse().ok());
    Level {
        start: number("start").unwrap_or(1),
        kind: level.value("numFmt").unwrap_or("decimal").to_owned(),
        text: level.value("lvlText").unwrap_or_default().to_owned(),
        restart: level.value("lvlRestart").and_then(|value| value.parse().ok()),
        legal: level.is_on("isLgl"),
        suffix: if level.value("suff") == Some("nothing") { "" } else { " " },
    }
}

fn use_of(num: &Element) -> Use {
    let mut one = Use { list: num.value("abstractNumId").unwrap_or_default().to_owned(), ..Use::default() };
    for over in num.elements().filter(|element| &*element.name == "lvlOverride") {
        let Some(at) = over.attribute("ilvl").and_then(|level| level.parse().ok()) else { continue };
        if let Some(start) = over.value("startOverride").and_then(|start| start.parse().ok()) {
            one.starts.insert(at, start);
        }
        if let Some(level) = over.child("lvl") {
            one.levels.insert(at, level_of(level));
        }
    }
    one
}
