//! Whether two texts are versions of one instrument, or one a press report of the other: to
//! propose it to a person, with the reasons.

use super::{Alignment, SURE, Version, align};
use crate::identity::{issuer_key, may_be_one_body, symbol_key};
use crate::reading::{Metadata, Reading};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;

/// How two texts stand to each other, as a proposal to a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// What is proposed.
    pub likely: Likely,
    /// How sure it is that one instrument stands behind both, 0 to 1.
    pub score: f64,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What one text is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likely {
    /// The same instrument, in another language or from another source.
    Version,
    /// One is a press report of the other, or both are of the same instrument.
    PressReport,
    /// Another instrument.
    Other,
}

/// Something that speaks for or against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What it is.
    pub what: ReasonKind,
    /// How much it speaks for (above 0) or against (below 0), in the log of odds.
    pub weight: f64,
}

/// What can speak for or against one instrument behind two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// Number and sign are the same, or differ.
    Symbol,
    /// The article is about the other's symbol, or both are about one; or about another.
    About,
    /// The date of issue is the same, or differs.
    Date,
    /// The issuer is the same, or differs; only within one language.
    Issuer,
    /// The kind is the same, or differs.
    Kind,
    /// How much of the shorter text has its sentences in the other.
    Sentences,
    /// How many of the cited instruments are the same.
    Citations,
    /// How often paired sentences disagree in numbers, dates, symbols and names.
    Differences,
}

/// Two texts at random are hardly ever one instrument.
const AT_RANDOM: f64 = -2.0;

/// Weighs whether two read texts are one instrument.
pub fn same_instrument(left: &Reading, left_text: &str, right: &Reading, right_text: &str) -> Likeness {
    let alignment = align(
        Version { text: left_text, language: left.language },
        Version { text: right_text, language: right.language },
    );
    let mut reasons: Vec<Reason> = by_metadata(left, right);
    reasons.extend(
        [by_sentences(&alignment), by_citations(left, right), by_differences(&alignment)]
            .into_iter()
            .flatten(),
    );
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let odds = AT_RANDOM + reasons.iter().map(|reason| reason.weight).sum::<f64>();
    let press = is_press(&left.metadata) || is_press(&right.metadata);
    let likely = match (odds > 0.0, press) {
        (true, false) => Likely::Version,
        (true, true) => Likely::PressReport,
        (false, _) => Likely::Other,
    };
    Likeness { likely, score: 1.0 / (1.0 + (-odds).exp()), reasons }
}

fn is_press(metadata: &Metadata) -> bool {
    metadata.kind == "news"
}

fn by_metadata(left: &Reading, right: &Reading) -> Vec<Reason> {
    let (a, b) = (&left.metadata, &right.metadata);
    let press = is_press(a) || is_press(b);
    let weigh = |what, same: Option<bool>, (yes, no): (f64, f64)| {
        same.map(|same| Reason { what, weight: if same { yes } else { no } })
    };
    let subject = |metadata: &Metadata| {
        let symbol = if is_press(metadata) { metadata.about.as_deref() } else { metadata.symbol.as_deref() };
        symbol.map(symbol_key)
    };
    let symbols = both(subject(a), subject(b), |a, b| a == b);
    let dates = both(a.date.as_deref(), b.date.as_deref(), |a, b| a.starts_with(b) || b.starts_with(a));
    let issuers = both(a.issuer.as_deref().map(issuer_key), b.issuer.as_deref().map(issuer_key), |a, b| {
        may_be_one_body(a, b)
    });
    let kind = if press { ReasonKind::About } else { ReasonKind::Symbol };
    let found = [
        weigh(kind, symbols, (4.0, -4.0)),
        // A press article has its own day, body and kind.
        weigh(ReasonKind::Date, dates.filter(|same| *same || !press), (1.0, -1.5)),
        weigh(ReasonKind::Issuer, issuers.filter(|_| left.language == right.language && !press), (0.5, -1.0)),
        weigh(ReasonKind::Kind, (!press).then_some(a.kind == b.kind), (0.3, -1.0)),
    ];
    found.into_iter().flatten().collect()
}

fn both<T>(a: Option<T>, b: Option<T>, alike: impl Fn(&T, &T) -> bool) -> Option<bool> {
    Some(alike(&a?, &b?))
}

/// Half of the shorter text in sure pairs leaves it open; all of it says much for one instrument,
/// none of it much against.
fn by_sentences(alignment: &Alignment) -> Option<Reason> {
    let share = shared(alignment)?;
    Some(Reason { what: ReasonKind::Sentences, weight: 8.0 * (share - 0.5) })
}

/// How much of the shorter text lies in sure pairs; `None` where a text has no units.
#[allow(clippy::cast_precision_loss)] // lengths of texts
fn shared(alignment: &Alignment) -> Option<f64> {
    let length = |places: &[Range<usize>]| places.iter().map(ExactSizeIterator::len).sum::<usize>();
    let sum = |side: fn(&super::Bead) -> &Vec<Range<usize>>, least: f64| {
        alignment
            .beads
            .iter()
            .filter(|bead| bead.score >= least)
            .map(|bead| length(side(bead)))
            .sum::<usize>()
    };
    let (left, right) = (sum(|bead| &bead.left, 0.0), sum(|bead| &bead.right, 0.0));
    if left == 0 || right == 0 {
        return None;
    }
    let paired = if left <= right { sum(|bead| &bead.left, SURE) } else { sum(|bead| &bead.right, SURE) };
    Some(paired as f64 / left.min(right) as f64)
}

/// Pairs of true versions hardly disagree; sentences that were put together for want of better
/// ones do so every other time.
#[allow(clippy::cast_precision_loss)] // numbers of pairs
fn by_differences(alignment: &Alignment) -> Option<Reason> {
    let pairs = alignment.beads.iter().filter(|bead| bead.score >= SURE).count();
    let share = alignment.differences.len() as f64 / pairs.max(1) as f64;
    let weight = (1.0 - 8.0 * share).max(-4.0);
    (pairs >= 3).then_some(Reason { what: ReasonKind::Differences, weight })
}

/// How many of the instruments that the text with fewer of them cites are cited by both.
#[allow(clippy::cast_precision_loss)] // numbers of citations
fn by_citations(left: &Reading, right: &Reading) -> Option<Reason> {
    let keys = |reading: &Reading| -> BTreeSet<String> {
        reading.citations.iter().filter_map(|citation| citation.symbol.as_deref().map(symbol_key)).collect()
    };
    let (a, b) = (keys(left), keys(right));
    let fewer = a.len().min(b.len());
    let share = a.intersection(&b).count() as f64 / fewer.max(1) as f64;
    (fewer >= 2).then_some(Reason { what: ReasonKind::Citations, weight: 3.0 * (share - 0.4) })
}
