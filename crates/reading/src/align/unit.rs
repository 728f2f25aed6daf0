//! What is aligned: sentences, items and headings.

use super::Version;
use crate::source::Source;
use crate::structure::{Document, clauses};
use std::ops::Range;

/// A sentence, or an item or heading without one.
pub(super) struct Unit {
    /// In characters of the text.
    pub(super) place: Range<usize>,
}

/// The units of a text, in its order.
pub(super) fn units(version: Version<'_>) -> Vec<Unit> {
    let source = Source::new(version.text);
    let document = Document::of(&source, version.language);
    let mut units = Vec::new();
    for block in &document.blocks {
        let sentences = sentences(document.words(block));
        units.extend(sentences.into_iter().map(|sentence| {
            let range = block.range.start + sentence.start..block.range.start + sentence.end;
            Unit { place: document.flow.place(&source, range) }
        }));
    }
    units
}

/// Clauses put together to sentences.
fn sentences(words: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for clause in clauses(words) {
        match out.last_mut().filter(|_| !clause.starts_sentence) {
            Some(last) => last.end = clause.range.end,
            None => out.push(clause.range),
        }
    }
    out
}
