//! The text as a page to read: which stretches are headings, items and paragraphs.

use super::{Document, Rank};
use crate::source::Source;

/// A stretch of the text that stands on its own lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DisplayBlock {
    /// First character, in Unicode scalar values of the text in NFC, its mark included.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What it is.
    pub kind: DisplayKind,
}

/// What a stretch of text is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisplayKind {
    /// A heading, 1 the highest.
    Heading(u8),
    /// An item of a list, 1 the outermost.
    Item(u8),
    /// A paragraph.
    Paragraph,
}

/// Cuts a text in NFC into the blocks that a page shows.
pub fn blocks(text: &str) -> Vec<DisplayBlock> {
    let source = Source::new(text);
    let document = Document::of(&source, crate::recognise(source.text()));
    let show = |(at, block): (usize, &super::Block)| {
        let marked =
            block.range.start - block.marker.map_or(0, |marker| marker.length.min(block.range.start));
        let place = document.flow.place(&source, marked..block.range.end);
        DisplayBlock { start: place.start, end: place.end, kind: kind(block, document.has_children(at)) }
    };
    document.blocks.iter().enumerate().map(show).collect()
}

fn kind(block: &super::Block, has_children: bool) -> DisplayKind {
    match block.rank {
        Rank::Title => DisplayKind::Heading(1),
        Rank::Chapter | Rank::Roman => DisplayKind::Heading(2),
        Rank::Article | Rank::Arabic if has_children && block.range.len() < 300 => DisplayKind::Heading(3),
        Rank::Article | Rank::Arabic | Rank::Decimal => DisplayKind::Item(1),
        Rank::Letter => DisplayKind::Item(2),
        Rank::Dash | Rank::Bracket => DisplayKind::Item(3),
        Rank::Plus => DisplayKind::Item(4),
        Rank::None => DisplayKind::Paragraph,
    }
}
