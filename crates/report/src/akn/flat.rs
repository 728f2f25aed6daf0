//! Parts without a hierarchy: preface, preamble and conclusions, and tables wherever they stand.

use super::{Item, Writer};
use crate::xml::Element;
use haidang_reading::Outline;

pub(super) fn preface(writer: &mut Writer<'_>, items: &[Item]) -> Element {
    let children: Vec<Element> = items.iter().map(|item| of_item(writer, item, "preface")).collect();
    Element::new("preface").children(children)
}

pub(super) fn conclusions(writer: &mut Writer<'_>, items: &[Item]) -> Element {
    let children: Vec<Element> = items.iter().map(|item| of_item(writer, item, "conclusions")).collect();
    Element::new("conclusions").children(children)
}

/// The legal bases as citations, the words of enactment as a formula, other paragraphs as they are.
pub(super) fn preamble(writer: &mut Writer<'_>, items: &[Item]) -> Element {
    let mut preamble = Element::new("preamble");
    let mut bases: Vec<Element> = Vec::new();
    for item in items {
        let block = match item {
            Item::Block(at) => writer.outline.blocks().get(*at),
            Item::Table(_) => None,
        };
        let words = block.map_or("", |block| writer.outline.words(block)).trim_end();
        if block.is_some() && words.ends_with([';', ',']) {
            let id = writer.ids.give("preamble", "cit", None);
            let p = of_item(writer, item, &id);
            bases.push(Element::new("citation").with("eId", id).child(p));
            continue;
        }
        preamble = with_bases(writer, preamble, &mut bases);
        let child = of_item(writer, item, "preamble");
        let enacts = words.ends_with(':') && words.chars().count() < 60;
        preamble = preamble.child(if enacts {
            Element::new("formula").with("name", "enactingFormula").child(child)
        } else {
            child
        });
    }
    with_bases(writer, preamble, &mut bases)
}

fn with_bases(writer: &mut Writer<'_>, preamble: Element, bases: &mut Vec<Element>) -> Element {
    if bases.is_empty() {
        return preamble;
    }
    let id = writer.ids.give("preamble", "cits", None);
    preamble.child(Element::new("citations").with("eId", id).children(bases.drain(..)))
}

/// A paragraph or a table.
pub(super) fn of_item(writer: &mut Writer<'_>, item: &Item, parent: &str) -> Element {
    match item {
        Item::Block(at) => paragraph(writer, *at, parent),
        Item::Table(cells) => table(writer, cells, parent),
    }
}

/// A block as a paragraph, its mark before its words.
pub(super) fn paragraph(writer: &mut Writer<'_>, at: usize, parent: &str) -> Element {
    let id = writer.ids.give(parent, "p", None);
    let Some(block) = writer.outline.blocks().get(at) else { return Element::new("p") };
    if let Some(home) = writer.homes.get_mut(at) {
        home.clone_from(&id);
    }
    writer.inline.words(Element::new("p").with("eId", id), block, true)
}

/// The blocks of a table, row by row and cell by cell.
fn table(writer: &mut Writer<'_>, cells: &[usize], parent: &str) -> Element {
    let outline = writer.outline;
    let id = writer.ids.give(parent, "table", None);
    let mut table = Element::new("table").with("eId", &id);
    for row in cells.chunk_by(|a, b| key(outline, *a).0 == key(outline, *b).0) {
        let mut tr = Element::new("tr");
        for cell in row.chunk_by(|a, b| key(outline, *a) == key(outline, *b)) {
            let paragraphs: Vec<Element> = cell.iter().map(|at| paragraph(writer, *at, &id)).collect();
            tr = tr.child(Element::new("td").children(paragraphs));
        }
        table = table.child(tr);
    }
    table
}

fn key(outline: &Outline<'_>, at: usize) -> (usize, usize) {
    let cell = outline.blocks().get(at).and_then(|block| block.cell);
    cell.map_or((0, 0), |cell| (cell.row, cell.column))
}
