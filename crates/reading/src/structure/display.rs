//! The text as a page to read: which stretches are headings, items and paragraphs, and which characters are
//! marks of Markdown and not words.

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

/// Stands for a character that a page does not show.
pub const HIDDEN: char = '\0';

/// The characters as a page shows them, one for one, so that places stay: marks of Markdown (emphasis,
/// headings, escapes) are [`HIDDEN`], a star that opens an item is a bullet. Stars that a person wrote as
/// signs stay: `(*)`, `3*4`, `a * b`.
pub fn shown_characters(characters: &[char]) -> Vec<char> {
    let mut shown = Vec::with_capacity(characters.len());
    let mut line_is_blank = true;
    let mut rest = characters;
    while let Some(&mark) = rest.first() {
        let length = rest.iter().take_while(|other| **other == mark).count();
        let before = shown.len().checked_sub(1).and_then(|last| characters.get(last)).copied();
        let after = rest.get(length).copied();
        let is_escape = mark == '\\' && length == 1 && after.is_some_and(|c| c.is_ascii_punctuation());
        let now = match mark {
            '*' if line_is_blank && length == 1 && after == Some(' ') => '•',
            '*' if is_emphasis(length, before, after) => HIDDEN,
            '#' if line_is_blank && length <= 6 && after == Some(' ') => HIDDEN,
            '\\' if is_escape => HIDDEN,
            _ => mark,
        };
        shown.extend(std::iter::repeat_n(now, length));
        line_is_blank = mark == '\n' || (line_is_blank && mark.is_whitespace());
        rest = rest.get(length..).unwrap_or_default();
    }
    shown
}

/// Whether stars between these characters emphasise words.
fn is_emphasis(length: usize, before: Option<char>, after: Option<char>) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match (before, after) {
        (Some('('), Some(')')) => false,
        _ if length > 1 => true,
        // "Thời hạn: *" closes at the end of its line.
        (Some(' '), Some(' ')) => false,
        _ => !(is_digit(before) && is_digit(after)),
    }
}

/// Words as a page shows them.
pub fn shown_words(words: &str) -> String {
    let characters: Vec<char> = words.chars().collect();
    shown_characters(&characters).into_iter().filter(|mark| *mark != HIDDEN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_hidden_and_signs_stay() {
        let table = [
            ("*Căn cứ Luật Thủy lợi;*", "Căn cứ Luật Thủy lợi;"),
            ("**Điều 1.** Phạm vi", "Điều 1. Phạm vi"),
            ("***Nơi nhận:***", "Nơi nhận:"),
            ("giao *(để biết);* và", "giao (để biết); và"),
            ("*Thời hạn: *\nQuý I", "Thời hạn: \nQuý I"),
            ("*Thời hạn: *Quý I", "Thời hạn: Quý I"),
            ("“*3 có*”", "“3 có”"),
            ("  * rà soát bến bãi", "  • rà soát bến bãi"),
            ("mở đầu\n* một\n* hai", "mở đầu\n• một\n• hai"),
            ("# Chương I", " Chương I"),
            ("57\\-NQ/TW", "57-NQ/TW"),
            // Left alone.
            ("Ghi chú (*) và (**)", "Ghi chú (*) và (**)"),
            ("3*4 ha, dài * rộng", "3*4 ha, dài * rộng"),
            ("công văn #5, C# và ổ D:\\dữ liệu", "công văn #5, C# và ổ D:\\dữ liệu"),
            ("", ""),
        ];
        for (text, shown) in table {
            assert_eq!(shown_words(text), shown);
            let characters: Vec<char> = text.chars().collect();
            assert_eq!(shown_characters(&characters).len(), characters.len(), "{text}");
        }
    }
}
