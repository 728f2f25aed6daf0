//! Text → a flow without marks and wrapping, cut into blocks that know what governs them.
//!
//! Everything downstream works on the flow; [`Flow::place`] leads back to the characters of the
//! text that the person sees.

mod block;
mod chrome;
mod clause;
mod clean;
mod display;
mod flow;
mod line;
mod marker;
mod nesting;
mod table;

pub(crate) use block::{Block, Place, is_capitals, is_title};
pub(crate) use chrome::captions;
pub(crate) use clause::{Clause, clauses};
pub use display::{DisplayBlock, DisplayKind, HIDDEN, blocks, shown_characters, shown_words};
pub(crate) use flow::Flow;
pub(crate) use marker::Marker;
pub use marker::Rank;
pub(crate) use table::{Column, Table, column};

use crate::Language;
use crate::source::Source;

/// Whether a line starts with the mark of an item or heading.
pub(crate) fn starts_with_mark(line: &str) -> bool {
    marker::marker(line).is_some()
}

/// A document taken apart.
pub(crate) struct Document {
    pub(crate) language: Language,
    pub(crate) flow: Flow,
    /// In the order of the text.
    pub(crate) blocks: Vec<Block>,
    /// Tables with a header that could be told.
    pub(crate) tables: Vec<Table>,
    /// What a web page or a Markdown front matter says of its date.
    pub(crate) front_matter_date: Option<String>,
    /// What it says of its title.
    pub(crate) front_matter_title: Option<String>,
}

impl Document {
    pub(crate) fn of(source: &Source<'_>, language: Language) -> Self {
        let lines = line::lines(source.text());
        let front_matter_date = line::front_matter_date(source.text());
        let front_matter_title = line::front_matter_title(source.text());
        let (flow, mut blocks) = flow::lay(source.text(), &lines);
        nesting::set_parents(&mut blocks, flow.text(), language);
        let tables = table::tables(&flow, &blocks);
        Self { language, flow, blocks, tables, front_matter_date, front_matter_title }
    }

    /// The words of a block.
    pub(crate) fn words(&self, block: &Block) -> &str {
        self.flow.words(block.range.clone())
    }

    /// The blocks that govern a block with their places in the list, the nearest first.
    pub(crate) fn ancestors<'a>(&'a self, block: &'a Block) -> impl Iterator<Item = (usize, &'a Block)> {
        std::iter::successors(self.parent(block), |(_, b)| self.parent(b))
    }

    /// Whether a block stands somewhere below another.
    pub(crate) fn is_below(&self, at: usize, above: usize) -> bool {
        self.blocks.get(at).is_some_and(|block| self.ancestors(block).any(|(place, _)| place == above))
    }

    fn parent(&self, block: &Block) -> Option<(usize, &Block)> {
        block.parent.and_then(|at| Some((at, self.blocks.get(at)?)))
    }

    /// Whether other blocks stand under this one.
    pub(crate) fn has_children(&self, at: usize) -> bool {
        self.blocks.get(at + 1).is_some_and(|next| next.parent == Some(at))
    }
}
