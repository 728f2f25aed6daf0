//! Coverage: which commitments of a higher instrument have one in a lower instrument, by what
//! their words share.

use crate::align::tokens_of_content;
use crate::identity::issuer_key;
use crate::reading::{FindingAt, FindingKind, Reading};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A commitment of the higher instrument, and those of the lower that may carry it out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The commitment in the higher reading.
    pub higher: FindingAt,
    /// The best matches in the lower reading, the best first; empty where there is none.
    pub matches: Vec<Match>,
}

/// A commitment of the lower instrument that may carry out one of the higher.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// The commitment in the lower reading.
    pub lower: FindingAt,
    /// How alike they are, 0 to 1.
    pub similarity: f64,
}

/// Matches less alike than this are no matches.
const LEAST: f64 = 0.2;
/// So many matches are shown at most.
const MOST: usize = 5;
/// A token that more commitments than this have opens no match by itself, so that time grows with
/// the length of the documents.
const COMMON: usize = 64;
/// How much the words of the higher count against those of the lower, which says more in detail.
const OF_HIGHER: f64 = 0.7;

/// Tasks, targets and proposals of the higher instrument in the order of its text, each with the
/// commitments of the lower that may carry it out.
///
/// The similarity is `s / (0.7 h + 0.3 l)`: `s` the weight of the tokens that both share, `h` and
/// `l` that of all tokens of the higher and of the lower commitment. Tokens are words, each two in
/// a row, numbers, dates, symbols and bodies in charge; across languages names, words that look
/// alike, numbers, dates and symbols. The weight of a token is `ln(1 + n / f)`, `n` all commitments
/// of both and `f` those that have it.
pub fn coverage(higher: &Reading, lower: &Reading) -> Vec<Row> {
    let highers = commitments(higher, lower);
    let lowers = commitments(lower, higher);
    let weights = weights(highers.iter().chain(&lowers));
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    for (place, (_, tokens)) in lowers.iter().enumerate() {
        for token in tokens {
            index.entry(*token).or_default().push(place);
        }
    }
    let row = |(at, tokens): &(FindingAt, Vec<u64>)| {
        let rare = tokens.iter().filter_map(|token| index.get(token)).filter(|list| list.len() <= COMMON);
        let mut places: Vec<usize> = rare.flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        let found = places.into_iter().filter_map(|place| {
            let (lower, others) = lowers.get(place)?;
            Some(Match { lower: *lower, similarity: similarity(&weights, tokens, others) })
        });
        let mut matches: Vec<Match> = found.filter(|found| found.similarity >= LEAST).collect();
        matches.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.lower.cmp(&b.lower)));
        matches.truncate(MOST);
        Row { higher: *at, matches }
    };
    highers.iter().map(row).collect()
}

/// The commitments of a reading in the order of its text, each with its sorted tokens.
fn commitments(reading: &Reading, other: &Reading) -> Vec<(FindingAt, Vec<u64>)> {
    let kinds = [FindingKind::Task, FindingKind::Target, FindingKind::Proposal];
    let all = kinds.into_iter().flat_map(|kind| reading.findings(kind));
    let tokens = |at: FindingAt| {
        let quote = reading.span(at).map(|span| span.quote.as_str()).unwrap_or_default();
        let bodies = reading.tasks.get(at.index).filter(|_| at.kind == FindingKind::Task);
        let bodies: Vec<String> =
            bodies.iter().flat_map(|task| &task.lead).map(|body| issuer_key(body)).collect();
        tokens_of_content(quote, &bodies, reading.language, other.language)
    };
    let mut all: Vec<_> = all.map(|at| (at, tokens(at))).collect();
    all.sort_by_key(|(at, _)| (reading.span(*at).map(|span| span.start), *at));
    all
}

#[allow(clippy::cast_precision_loss)] // numbers of commitments
fn weights<'a>(all: impl Iterator<Item = &'a (FindingAt, Vec<u64>)>) -> HashMap<u64, f64> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    let mut total = 0usize;
    for (_, tokens) in all {
        total += 1;
        for token in tokens {
            *counts.entry(*token).or_default() += 1;
        }
    }
    counts.into_iter().map(|(token, count)| (token, (1.0 + total as f64 / count as f64).ln())).collect()
}

/// Both sorted.
fn similarity(weights: &HashMap<u64, f64>, higher: &[u64], lower: &[u64]) -> f64 {
    let weight = |token: &u64| weights.get(token).copied().unwrap_or_default();
    let shared: f64 = higher.iter().filter(|token| lower.binary_search(token).is_ok()).map(weight).sum();
    let (of_higher, of_lower): (f64, f64) = (higher.iter().map(weight).sum(), lower.iter().map(weight).sum());
    let whole = OF_HIGHER * of_higher + (1.0 - OF_HIGHER) * of_lower;
    if whole > 0.0 { (shared / whole).min(1.0) } else { 0.0 }
}
