//! Whether two texts are versions of one instrument, or one a press report of the other.

use super::{Version, align};
use crate::Reading;
use crate::identity::symbol_key;
use serde::{Deserialize, Serialize};

/// How two texts stand to each other, as a proposal to a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// What is proposed.
    pub likely: Likely,
    /// How sure, 0 to 1.
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
    /// The article is about the other's symbol, or both are about one.
    About,
    /// Date of issue is the same, or differs.
    Date,
    /// Issuer is the same, or differs.
    Issuer,
    /// Kind is the same, or differs.
    Kind,
    /// So much of the shorter text has its sentences in the other.
    Sentences,
    /// The same instruments are cited.
    Citations,
}

/// Weighs whether two read texts are one instrument.
pub fn same_instrument(left: &Reading, left_text: &str, right: &Reading, right_text: &str) -> Likeness {
    let alignment = align(
        Version { text: left_text, language: left.language },
        Version { text: right_text, language: right.language },
    );
    let covered = !alignment.beads.is_empty();
    let same = |a: Option<&String>, b: Option<&String>| match (a, b) {
        (Some(a), Some(b)) => symbol_key(a) == symbol_key(b),
        _ => false,
    };
    let own = same(left.metadata.symbol.as_ref(), right.metadata.symbol.as_ref());
    let about = same(left.metadata.about.as_ref(), right.metadata.symbol.as_ref())
        || same(left.metadata.symbol.as_ref(), right.metadata.about.as_ref())
        || same(left.metadata.about.as_ref(), right.metadata.about.as_ref());
    let reason = |what| vec![Reason { what, weight: 3.0 }];
    match (own && covered, about) {
        (true, _) => Likeness { likely: Likely::Version, score: 0.9, reasons: reason(ReasonKind::Symbol) },
        (_, true) => Likeness { likely: Likely::PressReport, score: 0.9, reasons: reason(ReasonKind::About) },
        _ => Likeness { likely: Likely::Other, score: 0.0, reasons: Vec::new() },
    }
}
