//! Versions of one instrument side by side: which sentence of the one is which of the other,
//! where they disagree, whether they are versions at all, and which findings are the same.
//!
//! No model and no dictionary of a language pair: lengths, numbers, dates, symbols, names without
//! tones, words that look alike, marks and headings.

mod band;
mod differences;
mod facts;
mod join;
mod likeness;
mod path;
mod score;
mod token;
mod unit;

pub(crate) use token::tokens_of_content;

pub use join::{Joined, join};
pub use likeness::{Likely, Likeness, Reason, ReasonKind, same_instrument};

use crate::Language;
use band::Band;
use path::Step;
use score::Model;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unit::{Side, Unit};

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
    /// Where both sides have several clauses: which of the one are which of the other, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// Clauses of a sentence that say what clauses of its counterpart say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// In Unicode scalar values of the left text in NFC.
    pub left: Range<usize>,
    /// Of the right text.
    pub right: Range<usize>,
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
    let (lefts, rights) = (Side::of(left, right.language), Side::of(right, left.language));
    let ratio = score::verbosity(right.language) / score::verbosity(left.language);
    let model = Model::new(&lefts.units, &rights.units, ratio);
    let steps = path::best(&model, &Band::new(&model));
    let scores = scores(&model, &steps);
    let sure = steps.iter().zip(&scores).enumerate().filter(|(_, (_, score))| **score >= SURE);
    let sure: Vec<_> = sure.map(|(at, (step, _))| (at, step.left.clone(), step.right.clone())).collect();
    let differences = differences::find(&lefts, &rights, &sure);
    let bead = |(step, score): (Step, f64)| Bead {
        parts: if score < SURE { Vec::new() } else { parts(&lefts, &rights, &step, ratio) },
        left: lefts.places(step.left),
        right: rights.places(step.right),
        score,
    };
    Alignment { beads: steps.into_iter().zip(scores).map(bead).collect(), differences }
}

/// The clauses of a pair side by side, by the same rules as the sentences.
fn parts(lefts: &Side<'_>, rights: &Side<'_>, step: &Step, ratio: f64) -> Vec<Part> {
    let left = lefts.clauses(step.left.clone(), rights.document.language);
    let right = rights.clauses(step.right.clone(), lefts.document.language);
    if left.len() < 2 || right.len() < 2 {
        return Vec::new();
    }
    let whole = |units: &[Unit], range: Range<usize>| {
        let units = units.get(range)?;
        Some(units.first()?.place.start..units.last()?.place.end)
    };
    let model = Model::new(&left, &right, ratio);
    let steps = path::best(&model, &Band::new(&model));
    let part = |step: Step| Some(Part { left: whole(&left, step.left)?, right: whole(&right, step.right)? });
    steps.into_iter().filter_map(part).collect()
}

/// Pairs below this score are shown, but nothing is concluded from them.
pub(crate) const SURE: f64 = 0.5;
/// The most that a pair lends to the pairs right before and behind it, in the log of odds.
const LENT: f64 = 2.0;

/// How sure each step is: its own odds, and what the pairs beside it lend.
fn scores(model: &Model<'_>, steps: &[Step]) -> Vec<f64> {
    let own: Vec<Option<f64>> = steps
        .iter()
        .map(|step| step.is_pair().then(|| model.bead(step.left.clone(), step.right.clone())))
        .collect();
    let lent = |at: Option<usize>| {
        let odds = at.and_then(|at| own.get(at).copied().flatten());
        odds.map_or(0.0, |odds| (odds / 2.0).clamp(-LENT, LENT))
    };
    let score = |(at, odds): (usize, &Option<f64>)| match odds {
        Some(odds) => 1.0 / (1.0 + (-(odds + lent(at.checked_sub(1)) + lent(Some(at + 1)))).exp()),
        None => 0.0,
    };
    own.iter().enumerate().map(score).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VI: &str = "KẾ HOẠCH\nPhát triển kinh tế số\n\n1. Sở Tài chính bố trí 1.500 triệu đồng trước ngày \
        15/12/2024. Mở rộng cảng Lạch Huyện.\n\n2. Thực hiện Nghị quyết số 88-NQ/TW tại Hải Phòng và Quảng Ninh.\n";
    const EN: &str = "Home | News | Contact\n\nPLAN\nDevelopment of the digital economy\n\n1. The Department of \
        Finance allocates 1,500 million VND before December 15, 2024. Expand Lach Huyen port.\n\n\
        2. Implement Resolution No. 88-NQ/TW in Haiphong and Quang Ninh.\n\nComment (0)\nRelated news of the day\n";

    fn aligned(left: &str, right: &str) -> Alignment {
        align(Version { text: left, language: Language::Vi }, Version { text: right, language: Language::En })
    }

    fn words(text: &str, places: &[Range<usize>]) -> Vec<String> {
        places.iter().map(|place| text.chars().skip(place.start).take(place.len()).collect()).collect()
    }

    #[test]
    fn versions_are_put_side_by_side_and_agreement_is_silent() {
        let alignment = aligned(VI, EN);
        let pairs: Vec<_> = alignment.beads.iter().filter(|bead| bead.is_pair()).collect();
        assert_eq!(pairs.len(), 5);
        assert_eq!(words(VI, &pairs[3].left), ["Mở rộng cảng Lạch Huyện."]);
        assert_eq!(words(EN, &pairs[3].right), ["Expand Lach Huyen port."]);
        assert!(pairs.iter().all(|bead| bead.score > 0.5));
        assert_eq!(alignment.differences, []);
    }

    #[test]
    fn what_disagrees_is_listed_with_both_places() {
        let english = EN.replace("1,500", "1,550").replace("15, 2024", "16, 2024").replace("88-NQ", "89-NQ");
        let alignment = aligned(VI, &english);
        let said =
            |place: &Option<Place>| place.as_ref().map(|place| place.quote.clone()).unwrap_or_default();
        let differences: Vec<_> =
            alignment.differences.iter().map(|d| (d.kind, said(&d.left), said(&d.right))).collect();
        let expected = [
            (DifferenceKind::Date, "ngày 15/12/2024", "December 16, 2024"),
            (DifferenceKind::Number, "1.500 triệu", "1,550 million"),
            (DifferenceKind::Symbol, "88-NQ/TW", "89-NQ/TW"),
        ];
        assert_eq!(
            differences,
            expected.map(|(kind, left, right)| (kind, left.to_owned(), right.to_owned()))
        );
    }

    #[test]
    fn an_empty_side_leaves_every_unit_alone() {
        let alignment = aligned(VI, "");
        assert!(alignment.beads.iter().all(|bead| bead.right.is_empty() && bead.left.len() == 1));
        assert_eq!(aligned("", ""), Alignment::default());
    }
}
