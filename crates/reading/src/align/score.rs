//! How well units of two versions fit, in the log of the odds that they belong together.

use super::token::Weights;
use super::unit::Unit;
use crate::Language;
use std::ops::Range;

/// Two versions as they are compared.
pub(super) struct Model<'a> {
    left: &'a [Unit],
    right: &'a [Unit],
    left_tokens: Vec<Vec<u32>>,
    right_tokens: Vec<Vec<u32>>,
    weights: Weights,
    /// Characters of the right version for each of the left.
    ratio: f64,
}

/// Tokens lean on each other (a name is also its two halves), so they count for less.
const OF_TOKENS: f64 = 0.6;
/// What a bead of two units on one side, or on both, costs: they are rare.
const TWO: f64 = -3.0;
const TWO_BY_TWO: f64 = -5.0;
/// What it costs to put two blocks into one bead.
const ACROSS_BLOCKS: f64 = -2.5;
/// Spread of the log of lengths of two units at random (measured on sentences of such documents).
const SPREAD: f64 = 1.0;
/// The most that a length may speak against a pair.
const WORST_LENGTH: f64 = -5.0;

impl<'a> Model<'a> {
    pub(super) fn new(left: &'a [Unit], right: &'a [Unit], ratio: f64) -> Self {
        let weights = Weights::new(left, right);
        Self {
            left,
            right,
            left_tokens: left.iter().map(|unit| weights.known(unit)).collect(),
            right_tokens: right.iter().map(|unit| weights.known(unit)).collect(),
            weights,
            ratio,
        }
    }

    pub(super) fn size(&self) -> (usize, usize) {
        (self.left.len(), self.right.len())
    }

    /// Units that share a token that hardly any other has: (left, right, weight).
    pub(super) fn rare_pairs(&self) -> Vec<(usize, usize)> {
        let firsts = |tokens: &[Vec<u32>]| {
            let all = tokens.iter().enumerate().flat_map(|(at, list)| list.iter().map(move |t| (*t, at)));
            let mut all: Vec<(u32, usize)> = all.collect();
            all.sort_unstable();
            let runs = all.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() == 1);
            runs.filter_map(|run| run.first().copied()).collect::<Vec<_>>()
        };
        let (lefts, rights) = (firsts(&self.left_tokens), firsts(&self.right_tokens));
        let partner = |(token, left): (u32, usize)| {
            let at = rights.binary_search_by_key(&token, |(token, _)| *token).ok()?;
            rights.get(at).map(|(_, right)| (left, *right))
        };
        lefts.into_iter().filter_map(partner).collect()
    }

    /// The log of the odds that these units belong together; one or two on each side.
    pub(super) fn bead(&self, left: Range<usize>, right: Range<usize>) -> f64 {
        let (Some(lefts), Some(rights)) = (self.left.get(left.clone()), self.right.get(right.clone())) else {
            return f64::NEG_INFINITY;
        };
        let shape = match (lefts.len(), rights.len()) {
            (1, 1) => 0.0,
            (2, 2) => TWO_BY_TWO,
            _ => TWO,
        };
        let length = self.length(lefts, rights);
        if shape < 0.0 && length < -1.0 {
            return f64::NEG_INFINITY;
        }
        let tokens = match (self.left_tokens.get(left), self.right_tokens.get(right)) {
            (Some([left]), Some([right])) => self.weights.of(left, right),
            (Some(left), Some(right)) => self.weights.of(&together(left), &together(right)),
            _ => 0.0,
        };
        shape + length + OF_TOKENS * tokens + structure(lefts, rights) + across(lefts) + across(rights)
    }

    /// What the lengths say: the log of their ratio is near that of the languages in a pair, more
    /// so in long sentences (after Gale and Church 1993), and anything in units at random.
    fn length(&self, left: &[Unit], right: &[Unit]) -> f64 {
        let sum = |units: &[Unit]| units.iter().map(|unit| unit.length).sum::<f64>().max(1.0);
        let (left, right) = (sum(left) * self.ratio, sum(right));
        let variance = 0.025 + 2.5 / left.min(right);
        let off = (right / left).ln().powi(2);
        let odds = (SPREAD / variance.sqrt()).ln() - off / 2.0 * (1.0 / variance - 1.0 / SPREAD);
        odds.max(WORST_LENGTH)
    }
}

/// Sorted tokens of units together, without repetition.
fn together(units: &[Vec<u32>]) -> Vec<u32> {
    let mut all = units.concat();
    all.sort_unstable();
    all.dedup();
    all
}

/// What marks and headings say.
fn structure(left: &[Unit], right: &[Unit]) -> f64 {
    let (Some(left), Some(right)) = (left.first(), right.first()) else { return 0.0 };
    let opens = if left.opens_block == right.opens_block { 0.3 } else { -0.6 };
    let rank = match (left.opens_block && right.opens_block, left.rank == right.rank) {
        (true, true) => 0.4,
        (true, false) => -0.8,
        _ => 0.0,
    };
    let mark = match (&left.mark, &right.mark) {
        (Some(a), Some(b)) if a == b => 1.5,
        (Some(_), Some(_)) => -1.5,
        _ => 0.0,
    };
    opens + rank + mark
}

/// What it costs that a later unit of one side opens a block.
fn across(units: &[Unit]) -> f64 {
    if units.iter().skip(1).any(|unit| unit.opens_block) { ACROSS_BLOCKS } else { 0.0 }
}

/// Characters that a language needs for what takes one in English; from versions of official
/// documents that were put side by side.
pub(super) fn verbosity(language: Language) -> f64 {
    match language {
        Language::Vi => 0.98,
        Language::En => 1.0,
        Language::Fr => 1.18,
    }
}
