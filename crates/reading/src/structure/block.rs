//! Blocks: headings, items, paragraphs and cells, and which of them governs which.

use super::clause::{Clause, clauses};
use super::{Marker, Rank};
use crate::bytes;
use crate::words::{is_capital, is_letter};
use std::ops::Range;

/// A piece of the flow that stands on its own lines.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// Where its words lie in the flow, without its mark.
    pub(crate) range: Range<usize>,
    /// Its mark.
    pub(crate) marker: Option<Marker>,
    /// How deep it stands.
    pub(crate) rank: Rank,
    /// The level of a Markdown heading, 1 the highest; 0 where it is none.
    pub(crate) level: usize,
    /// Whether all its letters are capitals.
    pub(crate) capitals: bool,
    /// Whether its last character is a colon.
    pub(crate) opens: bool,
    /// The cell that it stands in.
    pub(crate) place: Option<Place>,
    /// The block that governs it.
    pub(crate) parent: Option<usize>,
    /// Its words cut into clauses: places in the flow.
    pub(crate) clauses: Vec<Clause>,
}

/// A cell: rows and columns counted from 0 through the whole document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) row: usize,
    pub(crate) column: usize,
}

impl Block {
    pub(super) fn new(
        range: Range<usize>,
        words: &str,
        marker: Option<Marker>,
        place: Option<Place>,
    ) -> Self {
        let capitals = is_capitals(words);
        let rank = match marker {
            Some(marker) => marker.rank,
            None if capitals && words.chars().count() < 400 => Rank::Title,
            None => Rank::None,
        };
        let opens = words.trim_end().ends_with(':');
        let mut clauses = clauses(words);
        for clause in &mut clauses {
            clause.range = range.start + clause.range.start..range.start + clause.range.end;
        }
        Self { range, marker, rank, level: 0, capitals, opens, place, parent: None, clauses }
    }
}

/// Whether a text has letters and nearly all of them are capitals.
pub(crate) fn is_capitals(words: &str) -> bool {
    // So many small letters cannot be a tenth of what there is.
    if bytes::count(words.as_bytes(), |byte| byte.is_ascii_lowercase()) * 10 > words.len() {
        return false;
    }
    let mut letters = Letters::default();
    letters.see(words);
    letters.are_capitals()
}

/// How many letters a text has, and how many of them are capitals.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    all: usize,
    capitals: usize,
}

impl Letters {
    pub(super) fn see(&mut self, words: &str) {
        let bytes = words.as_bytes();
        self.all += bytes::count(bytes, |byte| byte.is_ascii_alphabetic());
        self.capitals += bytes::count(bytes, |byte| byte.is_ascii_uppercase());
        let others = bytes::places_where(bytes, |[byte]| byte >= 0xC2);
        for c in others.filter_map(|at| words.get(at..)?.chars().next()) {
            self.all += usize::from(is_letter(c));
            self.capitals += usize::from(is_capital(c));
        }
    }

    pub(super) fn are_capitals(self) -> bool {
        self.all >= 4 && self.capitals * 10 >= self.all * 9
    }
}

/// Sets the parents: a block is governed by the nearest block before it that stands higher, or
/// by an opening paragraph (one that ends in a colon) of the same part of the document. A Markdown heading without a
/// mark ends the lists above it. `text` is the flow.
pub(super) fn set_parents(blocks: &mut [Block], text: &str) {
    let mut open: Vec<(Depth, usize)> = Vec::new();
    for at in 0..blocks.len() {
        let Some(block) = blocks.get(at) else { continue };
        let (rank, opens) = (block.rank, block.opens);
        if block.level > 0 && block.marker.is_none() {
            open.clear();
        }
        // Where a list starts anew below it, an opening paragraph stands beside the list before.
        let parts = |block: &Block| block.marker.map_or(0, |marker| marker.parts);
        // So does one behind dashes that another opening paragraph governs.
        let beside = || open.iter().any(|(depth, _)| depth.opening && depth.rank < Rank::Dash);
        let anew = |next: &&Block| starts_list(next, text) || (next.rank == Rank::Dash && beside());
        let anew = blocks.get(at + 1).filter(|next| rank == Rank::None && opens && anew(next));
        let below = anew.map_or((Rank::None, 0), |next| (next.rank, parts(next)));
        let above = |depth: &Depth| !depth.opening && (depth.rank, depth.parts) < below;
        let enclosing = open.iter().rev().find(|(depth, _)| above(depth)).map(|(depth, _)| *depth);
        let parts = parts(block);
        let depth = match (rank, opens) {
            // "(1) Bộ Công an:" governs the dashes below it.
            (Rank::Bracket, true) if blocks.get(at + 1).is_some_and(|next| is_dash(next.rank)) => {
                Depth { rank: Rank::Letter, parts: 1, opening: false }
            }
            // An opening paragraph stands just below the heading that it stands under.
            (Rank::None, true) => {
                let above = enclosing.unwrap_or(Depth { rank: Rank::Title, parts: 0, opening: false });
                Depth { opening: true, ..above }
            }
            _ => Depth { rank, parts, opening: false },
        };
        while open.last().is_some_and(|(above, _)| *above >= depth) {
            open.pop();
        }
        let parent = open.last().map(|(_, at)| *at);
        if let Some(block) = blocks.get_mut(at) {
            block.parent = parent;
        }
        if rank != Rank::None || opens {
            open.push((depth, at));
        }
    }
}

fn is_dash(rank: Rank) -> bool {
    matches!(rank, Rank::Dash | Rank::Plus)
}

/// Whether a block has the first mark of a list: `1.`, `a)`, `I.`.
fn starts_list(block: &Block, text: &str) -> bool {
    let mark = block
        .marker
        .and_then(|mark| text.get(block.range.start.checked_sub(mark.length)?..block.range.start));
    let number = mark.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    matches!(number, "1" | "a" | "A" | "I" | "i" | "01")
}

/// Where a block stands in the order of governing: an opening paragraph below its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Depth {
    rank: Rank,
    /// `1.1` stands above `1.1.1`.
    parts: u8,
    opening: bool,
}
