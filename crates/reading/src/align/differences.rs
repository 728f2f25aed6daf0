//! Where units that belong together disagree: a number, a date, a symbol or a name that the one
//! says and the other does not. True agreement in another form is silent.

use super::facts::{Fact, facts, number_words};
use super::token::{names, words_of};
use super::unit::{Side, Unit};
use super::{Difference, DifferenceKind, Place};
use crate::Language;
use crate::words::folded;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The differences of two versions; `pairs` are beads that are sure enough, each with its place
/// among all beads and its units.
pub(super) fn find(
    lefts: &Side<'_>,
    rights: &Side<'_>,
    pairs: &[(usize, Range<usize>, Range<usize>)],
) -> Vec<Difference> {
    let views: Vec<(usize, View<'_>, View<'_>)> = pairs
        .iter()
        .map(|(bead, left, right)| (*bead, View::of(lefts, left.clone()), View::of(rights, right.clone())))
        .collect();
    let carried = carried_names(&views);
    let mut out = Vec::new();
    for (bead, left, right) in &views {
        for kind in [DifferenceKind::Symbol, DifferenceKind::Date, DifferenceKind::Number] {
            let only = |a: &View<'_>, b: &View<'_>| {
                a.facts
                    .iter()
                    .filter(|(fact, _)| fact.kind == kind && !b.says(fact))
                    .map(|(_, place)| place.clone())
                    .collect()
            };
            out.extend(paired(kind, *bead, only(left, right), only(right, left)));
        }
        out.extend(names_apart(*bead, left, right, &carried));
    }
    out
}

/// What one side puts where the other puts something else, in order; what is left over alone.
fn paired(kind: DifferenceKind, bead: usize, left: Vec<Place>, right: Vec<Place>) -> Vec<Difference> {
    let count = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..count).map(|_| Difference { kind, bead, left: left.next(), right: right.next() }).collect()
}

/// One side of a bead: its words and what is in them.
struct View<'a> {
    language: Language,
    words: Vec<&'a str>,
    facts: Vec<(Fact, Place)>,
    names: Vec<(String, Place)>,
}

impl<'a> View<'a> {
    fn of(side: &'a Side<'_>, units: Range<usize>) -> Self {
        let language = side.document.language;
        let units = side.units.get(units).unwrap_or_default();
        let mut view = Self { language, words: Vec::new(), facts: Vec::new(), names: Vec::new() };
        for unit in units {
            let words = side.words(unit);
            view.words.push(words);
            for fact in facts(words, language) {
                let place = place(side, unit, fact.range.clone(), fact.values.first().cloned());
                view.facts.push((fact, place));
            }
            for (range, name) in names(words) {
                let place = place(side, unit, range, Some(name.clone()));
                view.names.push((name, place));
            }
        }
        view
    }

    /// Whether this side says a fact of the other side, in whatever form.
    fn says(&self, fact: &Fact) -> bool {
        self.facts
            .iter()
            .any(|(own, _)| own.agrees_with(fact) || is_part_of(fact, own) || is_part_of(own, fact))
            || fact.values.iter().any(|value| self.has_word(value))
    }

    /// Whether a number stands here as a word, or as a part of a name (`5G`).
    fn has_word(&self, value: &str) -> bool {
        let spelled = number_words(value, self.language);
        let roman = match value {
            "1" => "I",
            "5" => "V",
            "10" => "X",
            _ => "",
        };
        let says = |word: &str| {
            let figures = word.trim_matches(char::is_alphabetic);
            figures.trim_start_matches('0') == value
                || word == roman
                || spelled.contains(&folded(word).as_str())
        };
        self.words.iter().any(|words| words_of(words).any(|(_, word)| says(word)))
    }

    fn has_name(&self, name: &str) -> bool {
        self.names.iter().any(|(own, _)| own == name)
    }
}

/// Whether a number is the year of a date, or the number of a symbol, of the other side.
fn is_part_of(part: &Fact, whole: &Fact) -> bool {
    part.kind == DifferenceKind::Number
        && whole.kind != DifferenceKind::Number
        && part.values.iter().any(|value| {
            whole
                .values
                .iter()
                .any(|whole| whole.split(['-', '/']).any(|p| p.trim_start_matches('0') == value))
        })
}

fn place(side: &Side<'_>, unit: &Unit, range: Range<usize>, value: Option<String>) -> Place {
    let range = unit.range.start + range.start..unit.range.start + range.end;
    let quote = side.document.flow.words(range.clone()).to_owned();
    let place = side.document.flow.place(&side.source, range);
    Place { start: place.start, end: place.end, value: value.unwrap_or_else(|| quote.clone()), quote }
}

/// Names that both versions write alike wherever the left one has them, but for few places: these
/// are names that a translation keeps.
fn carried_names(views: &[(usize, View<'_>, View<'_>)]) -> BTreeSet<String> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (_, left, right) in views {
        let both: BTreeSet<&str> =
            left.names.iter().chain(&right.names).map(|(name, _)| name.as_str()).collect();
        for name in both {
            let count = counts.entry(name).or_default();
            count.0 += usize::from(left.has_name(name) && right.has_name(name));
            count.1 += 1;
        }
    }
    let kept = counts.into_iter().filter(|(_, (kept, all))| *kept > 0 && kept * 2 >= *all);
    kept.map(|(name, _)| name.to_owned()).collect()
}

/// A name that is kept elsewhere and stands on one side alone, against another such name, or one
/// of nearly the same letters, that stands on the other side alone.
fn names_apart(
    bead: usize,
    left: &View<'_>,
    right: &View<'_>,
    carried: &BTreeSet<String>,
) -> Vec<Difference> {
    fn alone<'v>(a: &'v View<'_>, b: &View<'_>) -> Vec<&'v (String, Place)> {
        a.names.iter().filter(|(name, _)| !b.has_name(name)).collect()
    }
    let (lefts, mut rights) = (alone(left, right), alone(right, left));
    let mut out = Vec::new();
    for (name, place) in lefts {
        let rival = |(other, _): &&(String, Place)| {
            let known = (carried.contains(name), carried.contains(other));
            (known.0 && known.1) || ((known.0 || known.1) && one_slip_apart(name, other))
        };
        if let Some(at) = rights.iter().position(rival) {
            let (_, other) = rights.remove(at);
            let (left, right) = (Some(place.clone()), Some(other.clone()));
            out.push(Difference { kind: DifferenceKind::Name, bead, left, right });
        }
    }
    out
}

/// Whether two names differ in one place by no more than two letters.
fn one_slip_apart(a: &str, b: &str) -> bool {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut a.chars().zip(b.chars()));
    let end = same(&mut a.chars().rev().zip(b.chars().rev()));
    let longest = a.chars().count().max(b.chars().count());
    longest >= 6 && start + end + 2 >= longest
}
