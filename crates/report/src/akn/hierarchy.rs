//! The body: chapters, articles, paragraphs, points and indents, one in the other; what has no mark
//! is a plain container, so that nothing is left out and nothing moves.

use super::flat::of_item;
use super::{Item, Writer};
use crate::naming;
use crate::xml::Element;
use haidang_reading::{OutlineBlock, Rank};

/// The body of an act, in which everything stands in a hierarchy.
pub(super) fn body(writer: &mut Writer<'_>, items: &[Item]) -> Element {
    let tree = Tree::of(writer, items);
    let children: Vec<Element> = tree.roots.iter().map(|root| element(writer, &tree, *root, "")).collect();
    let empty = || Element::new("hcontainer").with("name", "empty");
    let children = if children.is_empty() { vec![empty()] } else { children };
    Element::new("body").children(children)
}

/// The body of another document, in which paragraphs may stand beside a hierarchy.
pub(super) fn main_body(writer: &mut Writer<'_>, items: &[Item], parent: &str) -> Element {
    let tree = Tree::of(writer, items);
    let mut children: Vec<Element> = Vec::new();
    for root in &tree.roots {
        let Some(node) = tree.nodes.get(*root) else { continue };
        children.push(match node.item {
            Item::Block(at) if !node.children.is_empty() || is_marked(writer, *at) => {
                element(writer, &tree, *root, parent)
            }
            item => of_item(writer, item, parent),
        });
    }
    let children = if children.is_empty() { vec![Element::new("p")] } else { children };
    Element::new("mainBody").children(children)
}

/// What governs what, among the items of one part.
struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    roots: Vec<usize>,
}

struct Node<'a> {
    item: &'a Item,
    children: Vec<usize>,
}

impl<'a> Tree<'a> {
    fn of(writer: &Writer<'_>, items: &'a [Item]) -> Self {
        let mut tree = Self { nodes: Vec::with_capacity(items.len()), roots: Vec::new() };
        // The items that are still open: (block, node), the innermost last.
        let mut open: Vec<(usize, usize)> = Vec::new();
        for item in items {
            let node = tree.nodes.len();
            tree.nodes.push(Node { item, children: Vec::new() });
            let first = match item {
                Item::Block(at) => Some(*at),
                Item::Table(cells) => cells.first().copied(),
            };
            let above = first.and_then(|at| nearest_open(writer, at, &open));
            open.truncate(above.map_or(0, |at| at + 1));
            let parent = open.last().map(|(_, node)| *node);
            match parent.and_then(|parent| tree.nodes.get_mut(parent)) {
                Some(parent) => parent.children.push(node),
                None => tree.roots.push(node),
            }
            if let Item::Block(at) = item {
                open.push((*at, node));
            }
        }
        tree
    }
}

/// The place among the open items of the nearest one that governs a block.
fn nearest_open(writer: &Writer<'_>, at: usize, open: &[(usize, usize)]) -> Option<usize> {
    let blocks = writer.outline.blocks();
    let parent = |at: usize| blocks.get(at).and_then(|block| block.parent);
    let mut above = std::iter::successors(parent(at), |at| parent(*at));
    above.find_map(|ancestor| open.iter().rposition(|(block, _)| *block == ancestor))
}

fn is_marked(writer: &Writer<'_>, at: usize) -> bool {
    writer.outline.blocks().get(at).is_some_and(|block| !matches!(block.rank, Rank::Title | Rank::None))
}

/// A node as an element of the hierarchy.
fn element(writer: &mut Writer<'_>, tree: &Tree<'_>, at: usize, parent: &str) -> Element {
    let Some(node) = tree.nodes.get(at) else { return Element::new("hcontainer").with("name", "empty") };
    match node.item {
        Item::Block(block) if is_marked(writer, *block) || !node.children.is_empty() => {
            provision(writer, tree, node, *block, parent)
        }
        item => container(writer, item, parent),
    }
}

/// A paragraph or a table without a mark of its own.
fn container(writer: &mut Writer<'_>, item: &Item, parent: &str) -> Element {
    let id = writer.ids.give(parent, "hcontainer", None);
    let name = if matches!(item, Item::Table(_)) { "table" } else { "paragraph" };
    let content = Element::new("content").child(of_item(writer, item, &id));
    Element::new("hcontainer").with("eId", id).with("name", name).child(content)
}

/// A block with a mark, or with others under it.
fn provision(writer: &mut Writer<'_>, tree: &Tree<'_>, node: &Node<'_>, at: usize, parent: &str) -> Element {
    let Some(block) = writer.outline.blocks().get(at) else { return Element::new("hcontainer") };
    let mark = writer.outline.mark(block);
    let (name, short) = naming::provision(block.rank, mark);
    let number = is_marked(writer, at).then(|| naming::number(mark)).flatten();
    let id = writer.ids.give(parent, short, number.as_deref());
    let mut out = Element::new(name).with("eId", &id);
    if name == "hcontainer" {
        out = out.with("name", if block.rank == Rank::Title { "title" } else { "opening" });
    }
    let heads = !node.children.is_empty() && is_heading(writer, block);
    if !mark.is_empty() {
        out = out.child(Element::new("num").text(mark));
    }
    if let Some(home) = writer.homes.get_mut(at) {
        home.clone_from(&id);
    }
    if heads {
        out = out.child(writer.inline.words(Element::new("heading"), block, false));
    } else {
        let words = writer.inline.words(Element::new("p"), block, false);
        let holder = if node.children.is_empty() { "content" } else { "intro" };
        out = out.child(Element::new(holder).child(words));
    }
    let children: Vec<Element> =
        node.children.iter().map(|child| element(writer, tree, *child, &id)).collect();
    out.children(children)
}

/// A heading names what follows; a sentence that opens it is an introduction.
fn is_heading(writer: &Writer<'_>, block: &OutlineBlock) -> bool {
    let words = writer.outline.words(block).trim_end();
    block.rank == Rank::Title || (words.chars().count() < 300 && !words.ends_with([':', '.', ';', ',']))
}
