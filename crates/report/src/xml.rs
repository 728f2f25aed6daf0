//! XML as a tree that is written with one element a line, and no blank added inside text.

use quick_xml::escape::{escape, partial_escape};
use std::fmt::Write as _;

/// An element with its attributes and what stands in it, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// An attribute where there is a value for it.
    pub(crate) fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    pub(crate) fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// The whole document, with its declaration.
    pub(crate) fn document(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            // Writing into a string cannot fail.
            let _ = write!(out, " {name}=\"{}\"", escape(sayable(value)));
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        let mixed = self.children.iter().any(|child| matches!(child, Node::Text(_)));
        for child in &self.children {
            match child {
                Node::Text(text) => out.push_str(&partial_escape(sayable(text))),
                Node::Element(element) if mixed => element.write(out, depth + 1),
                Node::Element(element) => {
                    line(out, depth + 1);
                    element.write(out, depth + 1);
                }
            }
        }
        if !mixed {
            line(out, depth);
        }
        let _ = write!(out, "</{}>", self.name);
    }
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    // Deep structures are not pushed off the page.
    out.extend(std::iter::repeat_n("  ", depth.min(12)));
}

/// A text without the characters that XML 1.0 has no way to say.
fn sayable(text: &str) -> String {
    let known =
        |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().map(|c| if known(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_no_blank_is_added_to_it() {
        let p =
            Element::new("p").text("a < b & ").child(Element::new("ref").with("href", "/\"x\"").text("c"));
        let written = Element::new("body").child(p.text(".")).document();
        let expected = "<body>\n  <p>a &lt; b &amp; <ref href=\"/&quot;x&quot;\">c</ref>.</p>\n</body>\n";
        assert!(written.ends_with(expected), "{written}");
    }

    #[test]
    fn what_xml_cannot_say_is_replaced() {
        assert_eq!(sayable("a\u{1}b\u{ffff}c\td"), "a\u{fffd}b\u{fffd}c\td");
    }
}
