//! Akoma Ntoso 3.0 (OASIS LegalDocML, 2018): a document with its parts, structure, tables and
//! citations, and what was found in it as an analysis of ours. Valid against the strict schema.
//!
//! Every word of the document stands in it, in order; what a rule was unsure about is kept as a
//! plain container. The structure of Decree 30/2020/NĐ-CP maps so: phần, chương, mục → part,
//! chapter, section; điều, khoản, điểm, gạch đầu dòng → article, paragraph, point, indent.

mod findings;
mod flat;
mod hierarchy;
mod inline;
mod meta;

use crate::Source;
use crate::naming::{self, Ids, Work};
use crate::xml::Element;
use haidang_reading::{Outline, Part};
use inline::Inline;

/// The namespace of Akoma Ntoso 3.0.
const AKOMA_NTOSO: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The namespace of what is carried beside it: findings in the words of the reading guide.
const OWN: &str = "urn:haidang:reading#";

/// A document as Akoma Ntoso 3.0, with its structure, its metadata, and the findings of its reading.
pub fn akoma_ntoso(source: &Source<'_>) -> String {
    let outline = Outline::of(source.text, source.reading.language);
    let mut writer = Writer::new(source, &outline);
    let parts = writer.parts();
    let kind = naming::document_type(&source.reading.metadata.kind);
    let document = Element::new(kind)
        .with("name", name(source))
        .with("contains", "originalVersion")
        .child(meta::main(&writer))
        .children(parts);
    let root = Element::new("akomaNtoso").with("xmlns", AKOMA_NTOSO).with("xmlns:haidang", OWN);
    root.child(document).document()
}

fn name<'a>(source: &Source<'a>) -> &'a str {
    let kind = source.reading.metadata.kind.as_str();
    if kind.is_empty() { "other" } else { kind }
}

/// What the parts of the document are written with.
struct Writer<'a> {
    source: &'a Source<'a>,
    outline: &'a Outline<'a>,
    ids: Ids,
    inline: Inline<'a>,
    /// The eId of the element that each block became.
    homes: Vec<String>,
}

impl<'a> Writer<'a> {
    fn new(source: &'a Source<'a>, outline: &'a Outline<'a>) -> Self {
        let homes = vec![String::new(); outline.blocks().len()];
        Self { source, outline, ids: Ids::default(), inline: Inline::new(source, outline), homes }
    }

    /// Preface, preamble, body, conclusions and attachments, those that there are.
    fn parts(&mut self) -> Vec<Element> {
        let preface = flat::preface(self, &self.items(Part::Preface));
        let preamble = flat::preamble(self, &self.items(Part::Preamble));
        let body = if naming::document_type(&self.source.reading.metadata.kind) == "act" {
            hierarchy::body(self, &self.items(Part::Body))
        } else {
            hierarchy::main_body(self, &self.items(Part::Body), "")
        };
        let conclusions = flat::conclusions(self, &self.items(Part::Conclusions));
        let attachments = self.attachments();
        let kept = |part: &Element| !part.is_empty();
        let before = [preface, preamble].into_iter().filter(kept);
        before.chain([body]).chain([conclusions, attachments].into_iter().filter(kept)).collect()
    }

    fn attachments(&mut self) -> Element {
        let mut attachments = Element::new("attachments");
        for number in 1.. {
            let items = self.items(Part::Annex(number));
            if items.is_empty() {
                break;
            }
            let id = self.ids.give("", "att", Some(&number.to_string()));
            let body = hierarchy::main_body(self, &items, &id);
            let annex = Element::new("doc").with("name", "annex").with("contains", "originalVersion");
            let annex = annex.child(meta::annex(self, number)).child(body);
            attachments = attachments.child(Element::new("attachment").with("eId", id).child(annex));
        }
        attachments
    }

    /// The blocks and tables of a part, in order.
    fn items(&self, part: Part) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let mut open = None;
        for (at, block) in self.outline.blocks().iter().enumerate().filter(|(_, block)| block.part == part) {
            let table = block.cell.map(|cell| cell.table);
            match (table, items.last_mut()) {
                (Some(_), Some(Item::Table(cells))) if table == open => cells.push(at),
                (Some(_), _) => items.push(Item::Table(vec![at])),
                (None, _) => items.push(Item::Block(at)),
            }
            open = table;
        }
        items
    }

    /// The address of the instrument.
    fn work(&self) -> String {
        let hash = naming::hash(self.source.text);
        Work::of(self.source).address(hash.get(..16).unwrap_or(&hash))
    }
}

/// What stands in a part: a block, or the blocks of one table.
enum Item {
    Block(usize),
    Table(Vec<usize>),
}
