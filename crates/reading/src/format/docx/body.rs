//! The flow of a document: paragraphs, runs, tables, notes and text boxes, with tracked changes
//! as if they were accepted.

use super::numbering::Numbering;
use super::styles::{self, Styles};
use crate::format::pieces::{self, Grid, Piece};
use crate::format::xml::{Element, Node};

/// Walks through the body and keeps what it has to remember.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    /// Notes that were referred to, in order: `footnote` or `endnote`, and the id.
    pub(super) notes: Vec<(&'static str, String)>,
}

/// A paragraph while it is put together.
#[derive(Default)]
struct Line {
    words: String,
    /// Text boxes that are anchored in it.
    boxes: Vec<Piece>,
    font: Option<String>,
    caps: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, notes: Vec::new() }
    }

    /// The pieces of everything in an element.
    pub(super) fn pieces(&mut self, parent: &Element) -> Vec<Piece> {
        let mut out = Vec::new();
        // Words of a paragraph whose end was deleted: the next one goes on with them.
        let mut held = String::new();
        self.collect(parent, &mut out, &mut held);
        if !held.is_empty() {
            out.push(Piece::Paragraph(held));
        }
        out
    }

    fn collect(&mut self, parent: &Element, out: &mut Vec<Piece>, held: &mut String) {
        for element in parent.elements() {
            match &*element.name {
                "p" => self.paragraph(element, out, held),
                "tbl" => out.push(Piece::Table(self.table(element))),
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.collect(content, out, held);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.collect(element, out, held),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element, out: &mut Vec<Piece>, held: &mut String) {
        let properties = paragraph.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle"));
        let mut line =
            Line { font: self.styles.font(style), caps: self.styles.caps(style), ..Line::default() };
        self.runs(paragraph, &mut line);
        let mark = properties.and_then(|p| p.child("rPr"));
        let goes_on =
            mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        let words = std::mem::take(held) + &line.words;
        if goes_on {
            *held = words;
        } else {
            let words = pieces::single_blanks(&words);
            let list = properties.and_then(styles::list).or_else(|| self.styles.list(style));
            // An empty paragraph of a list shows no number.
            let number = list.filter(|(id, _)| id != "0" && !words.is_empty());
            let number = number.and_then(|(id, level)| self.numbering.next(&id, level)).unwrap_or_default();
            out.push(Piece::Paragraph(number + &words));
        }
        out.append(&mut line.boxes);
    }

    /// The runs of a paragraph, of a link, of a field: deleted ones left out.
    fn runs(&mut self, parent: &Element, line: &mut Line) {
        for element in parent.elements() {
            match &*element.name {
                "r" => self.run(element, line),
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.runs(content, line);
                    }
                }
                "ruby" => {
                    if let Some(base) = element.child("rubyBase") {
                        self.runs(base, line);
                    }
                }
                "hyperlink" | "ins" | "moveTo" | "fldSimple" | "smartTag" | "customXml" | "dir" | "bdo" => {
                    self.runs(element, line);
                }
                // Properties, and what was deleted or moved away.
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element, line: &mut Line) {
        let properties = run.child("rPr");
        if properties.is_some_and(|properties| properties.is_on("vanish")) {
            return;
        }
        let style = properties.and_then(|properties| properties.value("rStyle"));
        let own = properties.and_then(styles::font);
        let font = own.or_else(|| style.and_then(|style| self.styles.font(Some(style))));
        let font = font.or_else(|| line.font.clone()).unwrap_or_default();
        let capitals = properties.filter(|p| p.child("caps").is_some()).map(|p| p.is_on("caps"));
        let capitals = capitals.unwrap_or(line.caps);
        let mut words = String::new();
        for element in run.elements() {
            self.part_of_run(element, &mut words, line);
        }
        let words = pieces::in_font(&words, &font);
        let words = if capitals { words.to_uppercase() } else { words };
        if properties.and_then(|properties| properties.value("vertAlign")) == Some("superscript") {
            pieces::push_raised(&mut line.words, &words);
        } else {
            line.words.push_str(&words);
        }
    }

    fn part_of_run(&mut self, element: &Element, words: &mut String, line: &mut Line) {
        match &*element.name {
            "t" => words.extend(element.children.iter().filter_map(|node| match node {
                Node::Text(text) => Some(text.as_str()),
                Node::Element(_) => None,
            })),
            "tab" | "ptab" => words.push('\t'),
            "br" if matches!(element.attribute("type"), Some("page" | "column")) => words.push(' '),
            "br" | "cr" => words.push('\n'),
            "noBreakHyphen" => words.push('-'),
            "sym" => words.extend(symbol(element)),
            "footnoteReference" => self.note("footnote", element),
            "endnoteReference" => self.note("endnote", element),
            "AlternateContent" => {
                // The same text box for newer and for older programs: one of them.
                if let Some(choice) = element.child("Choice").or_else(|| element.child("Fallback")) {
                    self.boxes(choice, line);
                }
            }
            "drawing" | "pict" | "object" => self.boxes(element, line),
            _ => {}
        }
    }

    fn note(&mut self, kind: &'static str, reference: &Element) {
        if let Some(id) = reference.attribute("id") {
            self.notes.push((kind, id.to_owned()));
        }
    }

    /// Text boxes anywhere below an element.
    fn boxes(&mut self, parent: &Element, line: &mut Line) {
        for element in parent.elements() {
            match &*element.name {
                "txbxContent" => {
                    let mut found = self.pieces(element);
                    line.boxes.append(&mut found);
                }
                "Fallback" => {}
                _ => self.boxes(element, line),
            }
        }
    }

    fn table(&mut self, table: &Element) -> Grid {
        let mut grid = Grid::default();
        self.rows(table, &mut grid);
        grid
    }

    fn rows(&mut self, parent: &Element, grid: &mut Grid) {
        for element in parent.elements() {
            match &*element.name {
                "tr" => {
                    let properties = element.child("trPr");
                    if properties.is_some_and(|properties| properties.child("del").is_some()) {
                        continue;
                    }
                    grid.start_row();
                    let before = properties.and_then(|p| p.value("gridBefore")).and_then(|n| n.parse().ok());
                    if let Some(before) = before.filter(|before| *before > 0) {
                        grid.cell(Vec::new(), before, 1);
                    }
                    self.cells(element, grid);
                }
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.rows(content, grid);
                    }
                }
                "ins" | "moveTo" | "customXml" => self.rows(element, grid),
                _ => {}
            }
        }
    }

    fn cells(&mut self, row: &Element, grid: &mut Grid) {
        for element in row.elements() {
            match &*element.name {
                "tc" => {
                    let properties = element.child("tcPr");
                    let span = properties.and_then(|p| p.value("gridSpan")).and_then(|n| n.parse().ok());
                    let merged = properties.and_then(|properties| properties.child("vMerge"));
                    let goes_on = merged.is_some_and(|merged| merged.attribute("val") != Some("restart"));
                    let own = self.pieces(element);
                    let words = if goes_on { grid.above() } else { pieces::flat(own) };
                    grid.cell(words, span.unwrap_or(1), 1);
                }
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.cells(content, grid);
                    }
                }
                "ins" | "moveTo" | "customXml" => self.cells(element, grid),
                _ => {}
            }
        }
    }
}

/// A character of a symbol font; private ones are bullets and ticks.
fn symbol(element: &Element) -> Option<char> {
    let code = u32::from_str_radix(element.attribute("char")?, 16).ok()?;
    let c = char::from_u32(code)?;
    Some(if matches!(c, '\u{E000}'..='\u{F8FF}') { '•' } else { c })
}
