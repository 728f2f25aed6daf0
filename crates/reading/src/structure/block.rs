//! Blocks: headings, items, paragraphs and cells. Which of them governs which is said in `nesting`.

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

/// Whether English words are a title: nearly all in capitals, as in "Publish the Register of Wells."
pub(crate) fn is_title(words: &str) -> bool {
    const LONGEST: usize = 14;
    const SMALL: [&str; 16] =
        ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"];
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let first = words.split_whitespace().take(LONGEST + 1);
    let fitting = first.take_while(|word| is_name(word) || SMALL.contains(word)).count();
    // Most texts end here at their second word, however long they are.
    (3..=LONGEST).contains(&fitting) && words.split_whitespace().nth(fitting).is_none()
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
