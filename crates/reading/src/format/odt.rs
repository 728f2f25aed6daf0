//! OpenDocument texts: ISO/IEC 26300.

use super::numbers::written;
use super::package::Package;
use super::pieces::{self, Grid, Piece};
use super::xml::{Element, Node};
use crate::ReadError;
use std::collections::HashMap;

/// Reads the document of an open package.
pub(super) fn decode(package: &mut Package<'_>) -> Result<String, ReadError> {
    package.format = "ODT";
    if package.part("META-INF/manifest.xml")?.is_some_and(|list| list.contains("encryption-data")) {
        return Err(package.protected());
    }
    let missing = package.damaged("content.xml", "the part is missing");
    let content = package.xml("content.xml")?.ok_or(missing)?;
    let shared = package.xml("styles.xml")?;
    let mut lists = Lists::default();
    for (part, folder) in [
        (shared.as_ref(), "styles"),
        (shared.as_ref(), "automatic-styles"),
        (Some(&content), "automatic-styles"),
    ] {
        if let Some(styles) = part.and_then(|part| part.child(folder)) {
            lists.add(styles);
        }
    }
    let mut text = Text { lists, ..Text::default() };
    if let Some(body) = content.at(&["body", "text"]) {
        text.blocks(body, &mut Vec::new());
    }
    let notes = std::mem::take(&mut text.notes);
    let numbered = notes.into_iter().enumerate();
    text.pieces.extend(numbered.map(|(at, words)| Piece::Paragraph(format!("[{}] {words}", at + 1))));
    Ok(pieces::write(&text.pieces))
}

/// How one level of a list is marked.
struct Level {
    kind: &'static str,
    prefix: String,
    suffix: String,
    bullet: Option<String>,
    /// How many levels the number shows.
    shown: usize,
    start: i64,
}

/// Lists by the name of their style, and level from 1.
#[derive(Default)]
struct Lists(HashMap<(String, usize), Level>);

impl Lists {
    fn add(&mut self, styles: &Element) {
        for list in styles.elements().filter(|element| &*element.name == "list-style") {
            let Some(name) = list.attribute("name") else { continue };
            for level in list.elements() {
                let number = |name: &str| level.attribute(name).and_then(|n| n.parse().ok());
                let Some(at) = number("level") else { continue };
                let bullet =
                    level.attribute("bullet-char").filter(|_| &*level.name == "list-level-style-bullet");
                let read = Level {
                    kind: kind(level.attribute("num-format").unwrap_or_default()),
                    prefix: level.attribute("num-prefix").unwrap_or_default().to_owned(),
                    suffix: level.attribute("num-suffix").unwrap_or_default().to_owned(),
                    bullet: bullet.map(str::to_owned),
                    shown: number("display-levels").unwrap_or(1),
                    start: level.attribute("start-value").and_then(|n| n.parse().ok()).unwrap_or(1),
                };
                self.0.insert((name.to_owned(), at), read);
            }
        }
    }

    /// The mark of an item, with the numbers of the levels above it.
    fn mark(&self, style: &str, numbers: &[i64]) -> String {
        let depth = numbers.len();
        let Some(level) = self.0.get(&(style.to_owned(), depth)) else { return "- ".to_owned() };
        if let Some(bullet) = &level.bullet {
            let private = bullet.starts_with(|c| matches!(c, '\u{E000}'..='\u{F8FF}'));
            return if private { "• ".to_owned() } else { format!("{bullet} ") };
        }
        let first = depth.saturating_sub(level.shown.max(1));
        let shown = numbers.iter().enumerate().skip(first).map(|(at, number)| {
            let kind = self.0.get(&(style.to_owned(), at + 1)).map_or("decimal", |level| level.kind);
            written(kind, *number)
        });
        let shown = shown.filter(|number| !number.is_empty()).collect::<Vec<_>>().join(".");
        if shown.is_empty() { String::new() } else { format!("{}{shown}{} ", level.prefix, level.suffix) }
    }

    fn start(&self, style: &str, level: usize) -> i64 {
        self.0.get(&(style.to_owned(), level)).map_or(1, |level| level.start)
    }
}

/// The writing of a number, by its name in Office Open XML.
fn kind(format: &str) -> &'static str {
    match format {
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        "" => "none",
        _ => "decimal",
    }
}

/// The text while it is walked through.
#[derive(Default)]
struct Text {
    lists: Lists,
    pieces: Vec<Piece>,
    notes: Vec<String>,
    /// The last number of each list style on its first level, for lists that go on.
    last: HashMap<String, i64>,
    /// The mark of the item that was opened and has no words yet.
    mark: String,
    style: String,
    /// Text boxes of the paragraph that is open.
    boxes: Vec<Piece>,
}

impl Text {
    /// Walks the blocks of an element; `numbers` are those of the open items.
    fn blocks(&mut self, parent: &Element, numbers: &mut Vec<i64>) {
        for element in parent.elements() {
            match &*element.name {
                "p" | "h" => {
                    let mut words = String::new();
                    self.inline(element, &mut words);
                    let words = pieces::single_blanks(&words);
                    if !words.is_empty() {
                        let mark = std::mem::take(&mut self.mark);
                        self.pieces.push(Piece::Paragraph(mark + &words));
                    }
                    let boxes = std::mem::take(&mut self.boxes);
                    self.pieces.extend(boxes);
                }
                "list" => self.list(element, numbers),
                "table" => {
                    let mut grid = Grid::default();
                    self.rows(element, &mut grid);
                    self.pieces.push(Piece::Table(grid));
                }
                // Where the document keeps what was deleted.
                "tracked-changes" | "forms" | "sequence-decls" => {}
                _ => self.blocks(element, numbers),
            }
        }
    }

    fn list(&mut self, list: &Element, numbers: &mut Vec<i64>) {
        let outer = self.style.clone();
        if let Some(style) = list.attribute("style-name") {
            style.clone_into(&mut self.style);
        }
        let style = self.style.clone();
        let continues =
            list.attribute("continue-numbering") == Some("true") || list.attribute("continue-list").is_some();
        let start = self.lists.start(&style, numbers.len() + 1);
        let before = self.last.get(&style).copied().filter(|_| continues && numbers.is_empty());
        let mut next = before.map_or(start, |last| last.saturating_add(1));
        for item in list.elements() {
            let is_item = &*item.name == "list-item";
            if is_item {
                next = item.attribute("start-value").and_then(|n| n.parse().ok()).unwrap_or(next);
                numbers.push(next);
                // An item that only holds a deeper list shows no number of its own.
                let own = item.elements().next().is_some_and(|first| &*first.name != "list");
                self.mark = if own { self.lists.mark(&style, numbers) } else { String::new() };
                next = next.saturating_add(1);
            }
            self.blocks(item, numbers);
            if is_item {
                self.mark.clear();
                numbers.pop();
            }
        }
        if numbers.is_empty() {
            self.last.insert(style, next.saturating_sub(1));
        }
        self.style = outer;
    }

    fn inline(&mut self, parent: &Element, words: &mut String) {
        for node in &parent.children {
            let element = match node {
                Node::Text(text) => {
                    words.extend(
                        text.chars().map(|c| if c == '\n' { ' ' } else { c }).filter(|c| *c != '\u{ad}'),
                    );
                    continue;
                }
                Node::Element(element) => element,
            };
            match &*element.name {
                "s" | "tab" => words.push(' '),
                "line-break" => words.push('\n'),
                "note" => {
                    if let Some(body) = element.child("note-body") {
                        let note = self.apart(body);
                        self.notes.push(pieces::flat(note).join(" "));
                    }
                }
                "annotation" | "annotation-end" | "ruby-text" | "tracked-changes" => {}
                "text-box" => {
                    let found = self.apart(element);
                    self.boxes.extend(found);
                }
                _ => self.inline(element, words),
            }
        }
    }

    /// The pieces of an element that stands outside the flow.
    fn apart(&mut self, element: &Element) -> Vec<Piece> {
        let outer = std::mem::take(&mut self.pieces);
        let (mark, boxes) = (std::mem::take(&mut self.mark), std::mem::take(&mut self.boxes));
        self.blocks(element, &mut Vec::new());
        (self.mark, self.boxes) = (mark, boxes);
        std::mem::replace(&mut self.pieces, outer)
    }

    fn rows(&mut self, parent: &Element, grid: &mut Grid) {
        for element in parent.elements() {
            match &*element.name {
                "table-row" => {
                    grid.start_row();
                    for cell in element.elements().filter(|cell| &*cell.name == "table-cell") {
                        let span = |name| cell.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(1);
                        let words = pieces::flat(self.apart(cell));
                        grid.cell(words, span("number-columns-spanned"), span("number-rows-spanned"));
                    }
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(element, grid),
                _ => {}
            }
        }
    }
}
