//! Versions of one instrument side by side: which sentence of the one is which of the other,
//! where they disagree, whether they are versions at all, and which findings are the same.
//!
//! No model and no dictionary of a language pair: lengths, numbers, dates, symbols, names without
//! tones, words that look alike, marks and headings.

mod join;
mod likeness;
mod unit;

pub use join::{Joined, join};
pub use likeness::{Likely, Likeness, Reason, ReasonKind, same_instrument};

use crate::Language;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unit::Unit;

/// A text of an instrument and the language it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
}

/// Two versions side by side.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// All units of both sides, each in one bead, in the order of both texts.
    pub beads: Vec<Bead>,
    /// Where beads that hold both sides disagree, in the order of the beads.
    pub differences: Vec<Difference>,
}

/// Sentences of the one text that say what those of the other say: none to two on a side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bead {
    /// The units of the left text, in Unicode scalar values of it in NFC.
    pub left: Vec<Range<usize>>,
    /// Those of the right text.
    pub right: Vec<Range<usize>>,
    /// How sure it is that they belong together, 0 to 1; 0 where one side is empty.
    pub score: f64,
}

impl Bead {
    /// Whether it holds units of both texts.
    pub fn is_pair(&self) -> bool {
        !self.left.is_empty() && !self.right.is_empty()
    }
}

/// Something that one version says and the other does not, in units that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What it is.
    pub kind: DifferenceKind,
    /// The bead, as its place in [`Alignment::beads`].
    pub bead: usize,
    /// What the left version says; `None` where it says nothing of the kind there.
    pub left: Option<Place>,
    /// What the right version says.
    pub right: Option<Place>,
}

/// What disagrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// A number or a share.
    Number,
    /// A date.
    Date,
    /// The number and sign of an instrument.
    Symbol,
    /// A proper name.
    Name,
}

/// Words of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// First character, in Unicode scalar values of the text in NFC.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words there, as printed.
    pub quote: String,
    /// What they say in a form that does not hang on the language: `1500`, `2024-12-15`,
    /// `45-NQ/TW`, `hai phong`.
    pub value: String,
}

/// Puts two versions side by side. Every unit of both texts is in one bead.
pub fn align(left: Version<'_>, right: Version<'_>) -> Alignment {
    let (left, right) = (unit::units(left), unit::units(right));
    Alignment { beads: in_order(&left, &right), differences: Vec::new() }
}

/// Pairs units in their order.
fn in_order(left: &[Unit], right: &[Unit]) -> Vec<Bead> {
    let (mut lefts, mut rights) = (left.iter(), right.iter());
    std::iter::from_fn(|| match (lefts.next(), rights.next()) {
        (None, None) => None,
        (a, b) => Some(Bead {
            left: a.map(|unit| unit.place.clone()).into_iter().collect(),
            right: b.map(|unit| unit.place.clone()).into_iter().collect(),
            score: if a.is_some() && b.is_some() { 0.5 } else { 0.0 },
        }),
    })
    .collect()
}
