//! What is aligned: sentences, items and headings, with what can be compared of them.

use super::Version;
use super::token;
use crate::Language;
use crate::source::Source;
use crate::structure::{Block, Document, Rank, clauses};
use std::ops::Range;

/// A sentence, or an item or heading without one.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// In characters of the text.
    pub(super) place: Range<usize>,
    /// In bytes of the flow.
    pub(super) range: Range<usize>,
    /// Its length in characters.
    pub(super) length: f64,
    /// What it carries that may also stand in the other version, as sorted hashes.
    pub(super) tokens: Vec<u64>,
    /// How deep its block stands.
    pub(super) rank: Rank,
    /// Whether it is the first of its block.
    pub(super) opens_block: bool,
    /// The number or letter in the mark of its block, where it is the first.
    pub(super) mark: Option<String>,
}

/// A text taken apart for alignment.
pub(super) struct Side<'a> {
    pub(super) source: Source<'a>,
    pub(super) document: Document,
    pub(super) units: Vec<Unit>,
}

impl<'a> Side<'a> {
    /// Takes a text apart; `other` is the language of the other version.
    pub(super) fn of(version: Version<'a>, other: Language) -> Self {
        let source = Source::new(version.text);
        let document = Document::of(&source, version.language);
        let units = document.blocks.iter().flat_map(|block| of_block(&source, &document, block, other));
        let mut units: Vec<Unit> = units.collect();
        units.extend(captions(&source, version.language, other));
        units.sort_by_key(|unit| unit.place.start);
        Self { source, document, units }
    }

    /// The places of units in the text.
    pub(super) fn places(&self, units: Range<usize>) -> Vec<Range<usize>> {
        self.units.get(units).unwrap_or_default().iter().map(|unit| unit.place.clone()).collect()
    }

    /// The clauses of units, as units of their own.
    pub(super) fn clauses(&self, units: Range<usize>, other: Language) -> Vec<Unit> {
        let of_unit = |unit: &Unit| {
            let clauses = clauses(self.words(unit));
            let clause = |range: Range<usize>| unit.range.start + range.start..unit.range.start + range.end;
            clauses.into_iter().map(move |found| clause(found.range)).collect::<Vec<_>>()
        };
        let ranges = self.units.get(units).unwrap_or_default().iter().flat_map(of_unit);
        ranges.map(|range| plain(&self.source, &self.document, range, other)).collect()
    }

    /// The words of a unit.
    pub(super) fn words(&self, unit: &Unit) -> &str {
        self.document.flow.words(unit.range.clone())
    }
}

fn of_block(source: &Source<'_>, document: &Document, block: &Block, other: Language) -> Vec<Unit> {
    let sentences = sentences(document.words(block));
    let unit = |(at, sentence): (usize, Range<usize>)| {
        let range = block.range.start + sentence.start..block.range.start + sentence.end;
        Unit {
            rank: block.rank,
            opens_block: at == 0,
            mark: (at == 0).then(|| mark(document, block)).flatten(),
            ..plain(source, document, range, other)
        }
    };
    sentences.into_iter().enumerate().map(unit).collect()
}

/// A stretch of the flow as a unit that says nothing of its block.
fn plain(source: &Source<'_>, document: &Document, range: Range<usize>, other: Language) -> Unit {
    let words = document.flow.words(range.clone());
    Unit {
        place: document.flow.place(source, range.clone()),
        length: length(words),
        tokens: token::tokens(words, document.language, other),
        rank: Rank::None,
        opens_block: false,
        mark: None,
        range,
    }
}

/// Captions of pictures are no part of what is read, but versions of one page share them. They
/// have no place in the flow.
fn captions(source: &Source<'_>, language: Language, other: Language) -> Vec<Unit> {
    let caption = |range: Range<usize>| {
        let words = source.words(range.clone());
        Unit {
            place: source.characters_before(range.start)..source.characters_before(range.end),
            range: 0..0,
            length: length(words),
            tokens: token::tokens(words, language, other),
            rank: Rank::None,
            opens_block: true,
            mark: None,
        }
    };
    crate::structure::captions(source.text()).into_iter().map(caption).collect()
}

#[allow(clippy::cast_precision_loss)] // lengths of sentences
fn length(words: &str) -> f64 {
    words.chars().count() as f64
}

/// The number of `3.`, `Điều 3.`, `(2)` or `IV.`; letters differ between alphabets and do not count.
fn mark(document: &Document, block: &Block) -> Option<String> {
    let length = block.marker?.length;
    let printed = document.flow.words(block.range.start.checked_sub(length)?..block.range.start);
    let mut numbers =
        printed.split(|c: char| !c.is_alphanumeric() && c != '.').map(|part| part.trim_matches('.'));
    let is_number = |part: &&str| {
        let mut letters = part.chars();
        let figures = letters.clone().any(|c| c.is_ascii_digit());
        figures || (!part.is_empty() && letters.all(|c| matches!(c, 'I' | 'V' | 'X')))
    };
    numbers.rfind(is_number).map(str::to_owned)
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
