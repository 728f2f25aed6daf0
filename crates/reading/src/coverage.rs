//! Coverage: which commitments of a higher instrument have one in a lower instrument.

use crate::reading::{FindingAt, FindingKind, Reading};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

/// Tasks, targets and proposals of the higher instrument in the order of its text, each with the
/// commitments of the lower that may carry it out.
pub fn coverage(higher: &Reading, lower: &Reading) -> Vec<Row> {
    let candidates: Vec<(FindingAt, BTreeSet<String>)> = commitments(lower);
    let row = |(at, words): (FindingAt, BTreeSet<String>)| {
        let mut matches: Vec<Match> = candidates
            .iter()
            .map(|(lower, others)| Match { lower: *lower, similarity: overlap(&words, others) })
            .filter(|found| found.similarity >= 0.3)
            .collect();
        matches.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
        matches.truncate(3);
        Row { higher: at, matches }
    };
    commitments(higher).into_iter().map(row).collect()
}

fn commitments(reading: &Reading) -> Vec<(FindingAt, BTreeSet<String>)> {
    let kinds = [FindingKind::Task, FindingKind::Target, FindingKind::Proposal];
    let all = kinds.into_iter().flat_map(|kind| reading.findings(kind));
    let words = |at: FindingAt| reading.span(at).map(|span| words(&span.quote)).unwrap_or_default();
    let mut all: Vec<_> = all.map(|at| (at, words(at))).collect();
    all.sort_by_key(|(at, _)| reading.span(*at).map(|span| span.start));
    all
}

fn words(quote: &str) -> BTreeSet<String> {
    let low = quote.to_lowercase();
    low.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[allow(clippy::cast_precision_loss)]
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count() as f64;
    shared / (a.len().min(b.len()).max(1) as f64)
}
