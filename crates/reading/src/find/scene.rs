//! What every finder looks at: the document, its words, and what is known of it so far.

use super::citations::Cited;
use super::signs::{Sign, Signs};
use super::zone::{Zone, zones};
use crate::dates::{self, Anchor, Due};
use crate::language::{Lexicon, lexicon};
use crate::reading::Metadata;
use crate::source::Source;
use crate::structure::{Block, Document};
use crate::words::lower;
use crate::{Language, Remark, RemarkKind};
use std::ops::Range;

fn single_blanks(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) struct Scene<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) document: &'a Document,
    pub(super) lexicon: &'static Lexicon,
    pub(super) kind: String,
    /// A title that has a semicolon, in small letters, single blanks between its words; else empty.
    title: String,
    pub(super) anchor: Anchor,
    /// The flow in lower case with citations blanked out, so that their dates are no deadlines.
    masked: String,
    /// The purpose of each block, in their order.
    zones: Vec<Zone>,
    signs: Signs,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        source: &'a Source<'a>,
        document: &'a Document,
        metadata: &Metadata,
        cited: &[Cited],
    ) -> Self {
        let issued = metadata.date.as_deref().and_then(|date| date.parse().ok());
        let mut scene = Self {
            source,
            document,
            lexicon: lexicon(document.language),
            kind: metadata.kind.clone(),
            title: metadata
                .title
                .as_deref()
                .filter(|title| title.contains(';'))
                .map(|title| single_blanks(&lower(title)))
                .unwrap_or_default(),
            anchor: Anchor { issued },
            masked: masked(document.flow.low(), cited),
            zones: Vec::new(),
            signs: Signs::of(document.flow.low(), document.language),
        };
        scene.zones = zones(&scene);
        scene
    }

    /// Whether words are a part of the document's own title, five words at least: "…; tăng tốc, bứt phá hoàn thành các
    /// mục tiêu" in "Trên đây là Kế hoạch …".
    pub(super) fn quotes_title(&self, low: &str) -> bool {
        const FEWEST: usize = 5;
        if self.title.is_empty() {
            return false;
        }
        let bare = low.trim_matches(|c: char| !c.is_alphanumeric());
        bare.split_whitespace().take(FEWEST).count() == FEWEST && self.title.contains(&single_blanks(bare))
    }

    /// What the part is for that a block stands in.
    pub(super) fn zone(&self, at: usize) -> Zone {
        self.zones.get(at).copied().unwrap_or(Zone::Neutral)
    }

    pub(super) fn language(&self) -> Language {
        self.document.language
    }

    pub(super) fn words(&self, range: Range<usize>) -> &'a str {
        self.document.flow.words(range)
    }

    pub(super) fn low(&self, range: Range<usize>) -> &'a str {
        self.document.flow.low_words(range)
    }

    /// Lower case with citations blanked.
    pub(super) fn masked(&self, range: Range<usize>) -> &str {
        self.masked.get(range).unwrap_or_default()
    }

    /// Where the words of a list start in a stretch of the flow.
    pub(super) fn signs(&self, range: Range<usize>, sign: Sign) -> impl Iterator<Item = usize> + '_ {
        self.signs.within(range, sign)
    }

    /// Whether a stretch of the flow has words of a list.
    pub(super) fn shows(&self, range: &Range<usize>, sign: Sign) -> bool {
        self.signs(range.clone(), sign).next().is_some()
    }

    /// The deadline that a stretch gives, with its words.
    pub(super) fn due(&self, range: Range<usize>) -> Option<Due> {
        let timed = self.shows(&range, Sign::Time) || dates::has_year_or_day(self.masked(range.clone()));
        if !timed {
            return None;
        }
        let (words, low) = (self.words(range.clone()), self.masked(range));
        dates::deadline(words, low, self.language(), self.anchor)
    }

    /// The deadline that a stretch gives, in the form of the reading guide.
    pub(super) fn deadline(&self, range: Range<usize>) -> Option<String> {
        self.due(range).and_then(|due| due.code)
    }

    /// The deadline that a cell of a column of times gives.
    pub(super) fn due_of_cell(&self, words: &str) -> Option<Due> {
        dates::deadline_of_cell(words, self.language(), self.anchor)
    }

    /// A remark about a stretch of the flow.
    pub(super) fn remark(&self, kind: RemarkKind, range: Range<usize>) -> Remark {
        let place = self.document.flow.place(self.source, range.clone());
        let quote = self.source.words(self.document.flow.in_source(range)).to_owned();
        Remark { kind, start: place.start, end: place.end, quote, said: None, found: None }
    }

    /// Whether a document is news of an instrument, not the instrument.
    pub(super) fn is_news(&self) -> bool {
        self.kind == "news"
    }

    /// Blocks with their place in the list.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (usize, &'a Block)> {
        self.document.blocks.iter().enumerate()
    }
}

fn masked(low: &str, cited: &[Cited]) -> String {
    let mut out = low.to_owned();
    for citation in cited {
        out.replace_range(citation.range.clone(), &" ".repeat(citation.range.len()));
    }
    out
}
