//! Where the best way can lie: everywhere in short texts, else around the units that share a word
//! that nothing else has, so that time grows with the length of the texts and not with its square.

use super::score::Model;
use std::ops::Range;

/// For each row (units of the left text passed) the columns that are looked at.
pub(super) struct Band {
    columns: Vec<Range<usize>>,
}

/// Texts whose table has no more cells than this are looked at whole.
const WHOLE: usize = 1_000_000;
/// Columns to each side of the way through the anchors.
const WIDTH: usize = 60;

impl Band {
    pub(super) fn new(model: &Model<'_>) -> Self {
        let (lefts, rights) = model.size();
        if (lefts + 1).saturating_mul(rights + 1) <= WHOLE {
            return Self { columns: vec![0..rights + 1; lefts + 1] };
        }
        let mut anchors = longest_chain(model.rare_pairs());
        anchors.push((lefts, rights));
        let mut columns = Vec::with_capacity(lefts + 1);
        let mut from = (0, 0);
        for to in anchors {
            stretch(&mut columns, from, to, rights);
            from = to;
        }
        let last = columns.last().map_or(0, |range: &Range<usize>| range.start);
        columns.push(last..rights + 1);
        Self { columns }
    }

    pub(super) fn columns(&self, row: usize) -> Range<usize> {
        self.columns.get(row).cloned().unwrap_or(0..0)
    }
}

/// The rows between two anchors, with columns around the straight way between them.
fn stretch(columns: &mut Vec<Range<usize>>, from: (usize, usize), to: (usize, usize), rights: usize) {
    let (rows, across) = (to.0.saturating_sub(from.0), to.1.saturating_sub(from.1));
    for row in 0..rows {
        let (start, end) = (from.1 + across * row / rows, from.1 + across * (row + 1) / rows);
        let start = start.saturating_sub(WIDTH).max(columns.last().map_or(0, |range| range.start));
        columns.push(start..(end + WIDTH).min(rights + 1).max(start + 1));
    }
}

/// The longest chain of pairs that rises on both sides (patience sorting, n log n).
fn longest_chain(mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    pairs.sort_unstable();
    pairs.dedup();
    // Within one row from right to left, so that a chain takes one pair of it.
    pairs.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let right = |at: usize| pairs.get(at).map_or(0, |pair| pair.1);
    for (at, pair) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|top| right(*top) < pair.1);
        before.push(pile.checked_sub(1).and_then(|under| tops.get(under).copied()));
        match tops.get_mut(pile) {
            Some(top) => *top = at,
            None => tops.push(at),
        }
    }
    let chain = std::iter::successors(tops.last().copied(), |at| before.get(*at).copied().flatten());
    let mut chain: Vec<(usize, usize)> = chain.filter_map(|at| pairs.get(at).copied()).collect();
    chain.reverse();
    chain
}
