//! Which block governs which: headings, numbered items, dashes, and the paragraphs that open a list.

use super::{Block, Rank};
use crate::Language;
use std::ops::Range;

/// Sets the parents: a block is governed by the nearest block before it that stands higher, or
/// by an opening paragraph (one that ends in a colon) of the same part of the document. A Markdown heading without a
/// mark ends the lists above it. `text` is the flow.
pub(super) fn set_parents(blocks: &mut [Block], text: &str, language: Language) {
    let latin = language != Language::Vi;
    let mut open: Vec<Open> = Vec::new();
    for at in 0..blocks.len() {
        if latin && is_letter_of_a_scan(blocks, at, &open, text) {
            blocks.get_mut(at).into_iter().for_each(|block| block.rank = Rank::Letter);
        }
        let Some(block) = blocks.get(at) else { continue };
        if block.level > 0 && block.marker.is_none() {
            open.clear();
        }
        // "d." behind the list that "c." opened.
        let goes_on = |above: &Open| {
            let raised = blocks.get(above.at).filter(|_| above.raised);
            raised.is_some_and(|raised| {
                raised.rank == block.rank && follows(sign(raised, text), sign(block, text))
            })
        };
        if let Some(place) = open.iter().position(goes_on) {
            open.truncate(place);
        }
        let next = blocks.get(at + 1);
        let raised = latin && opens_higher_list(block, next, text);
        let depth = match next {
            Some(next) if raised || opens_list(block, next, &open, text, latin) => beside_list(next, &open),
            _ => depth_of(block, next, &open),
        };
        while open.last().is_some_and(|above| above.depth >= depth) {
            open.pop();
        }
        let parent = open.last().map(|above| above.at);
        let governs = block.rank != Rank::None || block.opens;
        if let Some(block) = blocks.get_mut(at) {
            block.parent = parent;
        }
        if governs {
            open.push(Open { depth, at, raised });
        }
    }
}

/// A block that may govern those to come.
struct Open {
    depth: Depth,
    at: usize,
    /// It opens a list whose marks would stand higher than its own: "c. The Office shall:" above "1. …".
    raised: bool,
}

/// Where a block stands in the order of governing: an opening paragraph below its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Depth {
    rank: Rank,
    /// `1.1` stands above `1.1.1`.
    parts: u8,
    opening: bool,
}

fn parts(block: &Block) -> u8 {
    block.marker.map_or(0, |marker| marker.parts)
}

fn is_dash(rank: Rank) -> bool {
    matches!(rank, Rank::Dash | Rank::Plus)
}

/// Where a block stands by its own mark.
fn depth_of(block: &Block, next: Option<&Block>, open: &[Open]) -> Depth {
    match (block.rank, block.opens) {
        // An opening paragraph stands just below the heading that it stands under.
        (Rank::None, true) => below(open, (Rank::None, 0)),
        // "(1) Bộ Công an:" governs the dashes below it.
        (Rank::Bracket, true) if next.is_some_and(|next| is_dash(next.rank)) => {
            Depth { rank: Rank::Letter, parts: 1, opening: false }
        }
        (rank, _) => Depth { rank, parts: parts(block), opening: false },
    }
}

/// Whether a paragraph opens a new list, so that it stands beside the list before: it starts with its first mark, or
/// has dashes where others are open.
fn opens_list(block: &Block, next: &Block, open: &[Open], text: &str, latin: bool) -> bool {
    let beside = || open.iter().any(|above| above.depth.opening && above.depth.rank < Rank::Dash);
    let dashes = || next.rank == Rank::Dash && (beside() || (latin && in_list_of(open, Rank::Dash)));
    block.rank == Rank::None && block.opens && (starts_list(next, text) || dashes())
}

fn in_list_of(open: &[Open], rank: Rank) -> bool {
    open.last().is_some_and(|above| above.depth.rank == rank)
}

/// "c. The Office shall perform the following functions:" above "1. …": whether an item opens a list whose marks stand
/// as high as its own, or higher.
fn opens_higher_list(block: &Block, next: Option<&Block>, text: &str) -> bool {
    block.marker.is_some()
        && block.opens
        && block.rank > Rank::Article
        && next.is_some_and(|next| {
            next.rank <= block.rank && next.rank > Rank::Article && starts_list(next, text)
        })
}

/// Just above the list that the next block starts, below what governs both.
fn beside_list(next: &Block, open: &[Open]) -> Depth {
    below(open, (next.rank, parts(next)))
}

/// Just below the nearest open block that stands above this rank and is no opening paragraph.
fn below(open: &[Open], rank: (Rank, u8)) -> Depth {
    let above = |above: &&Open| !above.depth.opening && (above.depth.rank, above.depth.parts) < rank;
    let enclosing = open.iter().rev().find(above).map(|above| above.depth);
    let enclosing = enclosing.unwrap_or(Depth { rank: Rank::Title, parts: 0, opening: false });
    Depth { opening: true, ..enclosing }
}

/// The sign of a mark without stops and brackets.
fn sign<'a>(block: &Block, text: &'a str) -> &'a str {
    let mark = block.marker.and_then(|mark| mark_range(block, mark.length)).and_then(|range| text.get(range));
    mark.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric())
}

fn mark_range(block: &Block, length: usize) -> Option<Range<usize>> {
    Some(block.range.start.checked_sub(length)?..block.range.start)
}

/// Whether a block has the first mark of a list: `1.`, `a)`, `I.`.
fn starts_list(block: &Block, text: &str) -> bool {
    matches!(sign(block, text), "1" | "a" | "A" | "I" | "i" | "01")
}

/// Whether a sign is the next in the list of another: `d` behind `c`, `4` behind `3`.
fn follows(sign: &str, next: &str) -> bool {
    let number = |sign: &str| sign.parse::<u32>().ok();
    match (number(sign), number(next)) {
        (Some(sign), Some(next)) => next == sign + 1,
        _ => {
            sign.len() == 1
                && next.len() == 1
                && next.bytes().next() == sign.bytes().next().map(|letter| letter + 1)
        }
    }
}

/// "I." behind "h." or "k.": the letter i or l of a list, as a scan reads it.
fn is_letter_of_a_scan(blocks: &[Block], at: usize, open: &[Open], text: &str) -> bool {
    if blocks.get(at).is_none_or(|block| block.rank != Rank::Roman || sign(block, text) != "I") {
        return false;
    }
    let last =
        open.iter().rev().filter_map(|above| blocks.get(above.at)).find(|above| above.rank == Rank::Letter);
    last.is_some_and(|last| matches!(sign(last, text), "h" | "k"))
}
