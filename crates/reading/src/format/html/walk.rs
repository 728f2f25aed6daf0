//! From elements to paragraphs and tables.

use super::chrome::is_chrome;
use crate::format::pieces::{self, Grid, Piece};
use ego_tree::{NodeId, NodeRef, Tree};
use scraper::Node;
use scraper::node::Element;

/// Tables in tables are followed this far; deeper ones give their words only.
const DEEPEST_TABLE: usize = 8;

/// The paragraphs and tables below an element.
pub(super) fn pieces(tree: &Tree<Node>, root: NodeId) -> Vec<Piece> {
    tree.get(root).map(|root| Walk::new(0).all(root)).unwrap_or_default()
}

/// The words below an element on one line.
pub(super) fn words(tree: &Tree<Node>, root: NodeId) -> String {
    pieces::flat(pieces(tree, root)).join(" ")
}

struct Walk {
    depth: usize,
    pieces: Vec<Piece>,
    line: String,
    /// Characters of the line that stand in links.
    linked: usize,
    /// Whether a link is open, and how long the line was at its start.
    link: Option<usize>,
    /// Numbers of the open lists: `None` for one without numbers.
    lists: Vec<Option<(String, i64)>>,
    /// The mark of the item that was opened and has no words yet.
    mark: String,
    preformatted: usize,
}

impl Walk {
    fn new(depth: usize) -> Self {
        Self {
            depth,
            pieces: Vec::new(),
            line: String::new(),
            linked: 0,
            link: None,
            lists: Vec::new(),
            mark: String::new(),
            preformatted: 0,
        }
    }

    /// Walks without recursion, since pages may nest without end.
    fn all(mut self, root: NodeRef<'_, Node>) -> Vec<Piece> {
        let mut at = root.first_child();
        while let Some(node) = at {
            let inside = self.open(node).then(|| node.first_child()).flatten();
            at = inside.or_else(|| {
                let mut up = Some(node);
                while let Some(here) = up.filter(|here| here.id() != root.id()) {
                    self.close(here);
                    if let Some(next) = here.next_sibling() {
                        return Some(next);
                    }
                    up = here.parent();
                }
                None
            });
        }
        self.flush();
        self.pieces
    }

    /// Takes a node up; whether what is below it is to be walked.
    fn open(&mut self, node: NodeRef<'_, Node>) -> bool {
        match node.value() {
            Node::Text(text) => {
                self.text(text);
                false
            }
            Node::Element(element) if !is_chrome(element) => self.element(node, element),
            _ => false,
        }
    }

    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element) -> bool {
        match element.name() {
            "br" => self.line.push('\n'),
            "img" | "hr" => {}
            "sup" => self.superscript(node),
            "table" if self.depth < DEEPEST_TABLE => {
                self.flush();
                let deeper = Self::new(self.depth + 1);
                self.pieces.extend(table(node, &deeper));
            }
            name => {
                if is_block(name) {
                    self.flush();
                }
                match name {
                    "a" => self.link = Some(self.line.chars().count()),
                    "pre" => self.preformatted += 1,
                    "ol" => self.lists.push(Some(numbering(element))),
                    "ul" | "dl" => self.lists.push(None),
                    "li" => self.item(element),
                    _ => {}
                }
                return true;
            }
        }
        false
    }

    fn close(&mut self, node: NodeRef<'_, Node>) {
        let Node::Element(element) = node.value() else { return };
        if is_chrome(element) {
            return;
        }
        let name = element.name();
        if is_block(name) {
            self.flush();
        }
        match name {
            "a" => {
                let start = self.link.take().unwrap_or_default();
                self.linked += self.line.chars().count().saturating_sub(start);
            }
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "ol" | "ul" | "dl" => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.line.push_str(text);
        } else {
            // A break in the source of the page is a blank.
            self.line.extend(text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
        }
    }

    fn superscript(&mut self, node: NodeRef<'_, Node>) {
        let words = pieces::flat(Self::new(DEEPEST_TABLE).all(node)).join(" ");
        pieces::push_raised(&mut self.line, &words);
    }

    fn item(&mut self, element: &Element) {
        let Some(list) = self.lists.last_mut() else { return };
        self.mark = match list {
            None => "- ".to_owned(),
            Some((kind, next)) => {
                let number = element.attr("value").and_then(|value| value.parse().ok()).unwrap_or(*next);
                *next = number.saturating_add(1);
                crate::format::numbers::marked(kind, number)
            }
        };
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let linked = std::mem::take(&mut self.linked);
        let words =
            if self.preformatted > 0 { line.trim_end().to_owned() } else { pieces::single_blanks(&line) };
        if words.is_empty() {
            return;
        }
        let mark = std::mem::take(&mut self.mark);
        // A line that is one link leads elsewhere; several of them are a menu.
        if mark == "- " && linked * 10 >= words.chars().count() * 9 {
            return;
        }
        let has_own = crate::structure::starts_with_mark(&words);
        let words = if has_own { words } else { mark + &words };
        // Two breaks in a row part paragraphs.
        self.pieces.extend(words.split("\n\n").map(|part| Piece::Paragraph(part.to_owned())));
    }
}

/// A `table`, as a grid; one that only places things gives what its cells hold.
fn table(table: NodeRef<'_, Node>, walk: &Walk) -> Vec<Piece> {
    let rows = rows(table);
    let cells = |row: &NodeRef<'_, Node>| row.children().filter(|node| is_cell(*node)).count();
    let widest = rows.iter().map(cells).max().unwrap_or(0);
    let holds_table =
        |node: NodeRef<'_, Node>| node.descendants().skip(1).any(|below| name(below) == Some("table"));
    if widest < 2 || holds_table(table) {
        let cells = rows.iter().flat_map(|row| row.children().filter(|node| is_cell(*node)));
        return cells.flat_map(|cell| Walk::new(walk.depth).all(cell)).collect();
    }
    let mut grid = Grid::default();
    for row in &rows {
        grid.start_row();
        for cell in row.children().filter(|node| is_cell(*node)) {
            let span = |which| {
                let element = cell.value().as_element();
                element
                    .and_then(|element| element.attr(which))
                    .and_then(|n| n.trim().parse().ok())
                    .unwrap_or(1)
            };
            let words = pieces::flat(Walk::new(walk.depth).all(cell));
            grid.cell(words, span("colspan"), span("rowspan").min(rows.len()));
        }
    }
    vec![Piece::Table(grid)]
}

/// The rows of a table, in its parts or not.
fn rows(table: NodeRef<'_, Node>) -> Vec<NodeRef<'_, Node>> {
    let mut rows = Vec::new();
    for part in table.children() {
        match name(part) {
            Some("tr") => rows.push(part),
            Some("thead" | "tbody" | "tfoot") => {
                rows.extend(part.children().filter(|row| name(*row) == Some("tr")));
            }
            _ => {}
        }
    }
    rows
}

fn is_cell(node: NodeRef<'_, Node>) -> bool {
    matches!(name(node), Some("td" | "th"))
}

fn name(node: NodeRef<'_, Node>) -> Option<&str> {
    node.value().as_element().map(Element::name)
}

/// The kind and first number of an `ol`.
fn numbering(list: &Element) -> (String, i64) {
    let kind = match list.attr("type") {
        Some("a") => "lowerLetter",
        Some("A") => "upperLetter",
        Some("i") => "lowerRoman",
        Some("I") => "upperRoman",
        _ => "decimal",
    };
    let start = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
    (kind.to_owned(), start)
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "form"
            | "center"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "dl"
            | "li"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "figure"
            | "table"
            | "address"
            | "fieldset"
            | "details"
            | "summary"
            | "hgroup"
            | "tr"
            | "td"
            | "th"
            | "body"
            | "html"
    )
}
