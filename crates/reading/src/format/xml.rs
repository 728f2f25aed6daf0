//! XML as a tree of elements under their local names: enough for the parts of an office document.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

/// No office document nests deeper, and what walks the tree may recurse.
const DEEPEST: usize = 200;
/// Elements that one part may have.
const MOST_ELEMENTS: usize = 6_000_000;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without prefix.
    pub(super) name: Rc<str>,
    attributes: Vec<(Rc<str>, String)>,
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| &**key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| &*element.name == name)
    }

    /// A child at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The attribute `val` of a child, as Office Open XML writes most properties.
    pub(super) fn value(&self, child: &str) -> Option<&str> {
        self.child(child)?.attribute("val")
    }

    /// Whether a switch is on: `<w:caps/>`, but not `<w:caps w:val="0"/>`.
    pub(super) fn is_on(&self, child: &str) -> bool {
        self.child(child).is_some_and(|c| !matches!(c.attribute("val"), Some("0" | "false" | "off" | "none")))
    }
}

/// Reads a part; the error says what is wrong and at which byte. Entities that a document
/// defines of its own are not expanded.
pub(super) fn parse(text: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(text);
    let mut names = Names::default();
    let mut open = vec![Element::default()];
    let mut count = 0usize;
    loop {
        let event =
            reader.read_event().map_err(|error| format!("byte {}: {error}", reader.error_position()))?;
        match event {
            Event::Start(start) => open.push(names.element(&start)),
            Event::Empty(start) => {
                let element = names.element(&start);
                add(&mut open, Node::Element(element));
            }
            Event::End(_) => {
                let ended = if open.len() > 1 { open.pop() } else { None };
                if let Some(ended) = ended {
                    add(&mut open, Node::Element(ended));
                }
            }
            Event::Text(words) => push_text(&mut open, &words.xml10_content()),
            Event::CData(words) => push_text(&mut open, &words.xml10_content()),
            Event::GeneralRef(entity) => {
                let plain = match &*entity.xml10_content() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "apos" => Some('\''),
                    "quot" => Some('"'),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                push_text(&mut open, plain.map_or_else(String::new, String::from).as_str());
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        count += 1;
        if open.len() > DEEPEST || count > MOST_ELEMENTS {
            return Err(format!("byte {}: nested too deep or too long", reader.buffer_position()));
        }
    }
    if open.len() > 1 {
        return Err(format!("byte {}: it ends too early", text.len()));
    }
    let root = open.pop().unwrap_or_default();
    let first = root.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    first.ok_or_else(|| "there is no element".to_owned())
}

fn add(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.children.push(node);
    }
}

fn push_text(open: &mut [Element], words: &str) {
    let Some(last) = open.last_mut() else { return };
    if words.is_empty() {
        return;
    }
    match last.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(words),
        _ => last.children.push(Node::Text(words.to_owned())),
    }
}

/// Names occur thousands of times: each is kept once.
#[derive(Default)]
struct Names(HashMap<String, Rc<str>>);

impl Names {
    fn element(&mut self, start: &BytesStart<'_>) -> Element {
        let name = start.local_name();
        let name = self.keep(name.into_inner());
        let mut read = start.attributes();
        let attributes = read.with_checks(false).flatten().map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_or_else(|_| attribute.value.to_string(), Cow::into_owned);
            let key = attribute.key.local_name();
            (self.keep(key.into_inner()), value)
        });
        let attributes = attributes.collect();
        Element { name, attributes, children: Vec::new() }
    }

    fn keep(&mut self, name: &str) -> Rc<str> {
        if let Some(kept) = self.0.get(name) {
            return Rc::clone(kept);
        }
        let kept: Rc<str> = Rc::from(name);
        self.0.insert(name.to_owned(), Rc::clone(&kept));
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_entities() {
        let root = parse("<w:p xmlns:w='x' w:id='7'><w:t>a &amp; &#272; &mine;</w:t><w:b/></w:p>").unwrap();
        assert_eq!((&*root.name, root.attribute("id")), ("p", Some("7")));
        let Some(Node::Text(words)) = root.child("t").and_then(|t| t.children.first()) else { panic!() };
        assert_eq!(words, "a & Đ ");
        assert!(root.is_on("b") && !root.is_on("i"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_byte() {
        for text in ["<a><b></a>", "<a>", "", "<a b=", &"<a>".repeat(300)] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
