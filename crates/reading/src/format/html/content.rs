//! Where on a page the document is: the smallest element that holds nearly all of its prose.

use super::chrome::is_chrome;
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef, Tree};
use scraper::Node;
use std::collections::HashMap;

/// The main content of a page.
pub(super) struct Content {
    /// The element that holds it.
    pub(super) root: NodeId,
    /// The heading above it, when it stands outside.
    pub(super) title: Option<NodeId>,
}

/// Characters of prose below each element: outside links and chrome.
type Prose = HashMap<NodeId, usize>;

pub(super) fn find(tree: &Tree<Node>) -> Content {
    let (prose, headings) = measure(tree);
    let of = |node: &NodeRef<'_, Node>| prose.get(&node.id()).copied().unwrap_or(0);
    let mut root = marked(tree, &prose).unwrap_or_else(|| tree.root());
    // Down while one child holds nearly all; a page of many equal parts stays whole.
    while let Some(child) = root.children().max_by_key(of) {
        let block = child.value().as_element().is_some_and(|element| holds_blocks(element.name()));
        if !block || of(&child) * 100 < of(&root) * 80 {
            break;
        }
        root = child;
    }
    let inside =
        |id: &NodeId| tree.get(*id).is_some_and(|node| node.ancestors().any(|above| above.id() == root.id()));
    let title = if headings.iter().any(inside) { None } else { headings.last().copied() };
    Content { root: root.id(), title }
}

/// Elements that may hold a whole document.
fn holds_blocks(name: &str) -> bool {
    matches!(name, "html" | "body" | "main" | "article" | "section" | "div" | "form" | "center" | "header")
}

/// The element that the page itself marks as its content, if it holds a fair part of the prose.
fn marked<'a>(tree: &'a Tree<Node>, prose: &Prose) -> Option<NodeRef<'a, Node>> {
    let all = prose.get(&tree.root().id()).copied().unwrap_or(0);
    let of = |node: &NodeRef<'_, Node>| prose.get(&node.id()).copied().unwrap_or(0);
    let marks = |node: &NodeRef<'_, Node>| {
        node.value().as_element().is_some_and(|element| {
            matches!(element.name(), "main" | "article")
                || element.attr("role") == Some("main")
                || element.attr("itemprop") == Some("articleBody")
        })
    };
    let found = tree.nodes().filter(marks).filter(|node| of(node) * 2 >= all && all > 0);
    // The innermost of those that hold nearly as much as the greatest.
    let found: Vec<_> = found.collect();
    let greatest = found.iter().map(of).max()?;
    found.into_iter().filter(|node| of(node) * 10 >= greatest * 9).min_by_key(of)
}

/// Prose of every element, and the headings of the first level that are no chrome.
fn measure(tree: &Tree<Node>) -> (Prose, Vec<NodeId>) {
    let (mut prose, mut headings) = (Prose::new(), Vec::new());
    // Inside how many elements of chrome, and of links.
    let (mut chrome, mut links) = (0usize, 0usize);
    let mut below: Vec<usize> = vec![0];
    for edge in tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                below.push(0);
                match node.value() {
                    Node::Element(element) => {
                        chrome += usize::from(is_chrome(element));
                        links += usize::from(element.name() == "a");
                        if element.name() == "h1" && chrome == 0 {
                            headings.push(node.id());
                        }
                    }
                    Node::Text(text) if chrome == 0 && links == 0 => {
                        let length = text.split_whitespace().map(|word| word.len() + 1).sum::<usize>();
                        // Short words between tags are buttons and labels more often than prose.
                        if let Some(last) = below.last_mut() {
                            *last += if length < 25 { length / 4 } else { length };
                        }
                    }
                    _ => {}
                }
            }
            Edge::Close(node) => {
                let here = below.pop().unwrap_or(0);
                if let Some(above) = below.last_mut() {
                    *above += here;
                }
                if let Node::Element(element) = node.value() {
                    prose.insert(node.id(), here);
                    chrome -= usize::from(is_chrome(element));
                    links -= usize::from(element.name() == "a");
                }
                if node.id() == tree.root().id() {
                    prose.insert(node.id(), here);
                }
            }
        }
    }
    (prose, headings)
}
