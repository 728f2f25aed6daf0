//! The words around numbers: what compares, what counts, what is only a date or a reference.

use super::tails::Tails;
use crate::words::Phrases;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the rules on quantities ask of a language. The files explain each list.
#[derive(Debug, Default)]
pub(crate) struct Quantities {
    /// Before a number: no less than.
    pub(crate) at_least: Tails,
    /// Before a number: no more than.
    pub(crate) at_most: Tails,
    /// Before a number: about, from, only, reach.
    pub(crate) leads: Tails,
    /// Behind a quantity: or more.
    pub(crate) or_more: Tails,
    /// Behind a quantity: or less.
    pub(crate) or_less: Tails,
    /// Before the first number of a range.
    pub(crate) opens_range: Tails,
    /// Between the numbers of a range.
    pub(crate) joins_range: Tails,
    /// Between an old and a new value.
    pub(crate) joins_change: Tails,
    /// Verbs before an old and a new value.
    pub(crate) changes: Tails,
    /// Behind a share: per year.
    pub(crate) per: Tails,
    /// Thousands and millions in words.
    pub(crate) magnitudes: Phrases,
    /// Units that are known by name.
    pub(crate) units: Phrases,
    /// Words behind a number that count time or go on with the sentence: no unit.
    pub(crate) no_units: Phrases,
    /// Words at which a counted noun ends.
    pub(crate) unit_ends: Phrases,
    /// Words before a number that make it a date, a place in a text or a name.
    pub(crate) not_after: Tails,
    /// Numbers in words.
    pub(crate) numbers: Numerals,
    /// Words that make a quantity something to be reached.
    pub(crate) goals: Tails,
    /// Verbs of reaching before a number.
    pub(crate) reaches: Tails,
    /// Words before a number that tell of what is or was.
    pub(crate) told: Tails,
    /// Words that a year or period follows.
    pub(crate) years: Tails,
    /// Words that say that something is to be done for all.
    pub(crate) all: Tails,
    /// Words that say that a target is met.
    pub(crate) met: Tails,
    /// Words that say that a target is not or hardly met.
    pub(crate) missed: Tails,
    /// Words for targets behind an announced count.
    pub(crate) counted: Tails,
}

/// Numbers in words and what they are worth.
#[derive(Debug, Default)]
pub(crate) struct Numerals {
    words: Phrases,
    values: BTreeMap<String, f64>,
}

impl Numerals {
    fn new(values: &BTreeMap<String, f64>) -> Self {
        let words = Phrases::before_hyphens(values.keys().map(String::as_str));
        Self { words, values: values.clone() }
    }

    /// All numbers.
    pub(crate) fn list(&self) -> Vec<String> {
        self.words.list()
    }

    /// What these words are worth, when they are a number and nothing else.
    pub(crate) fn value(&self, words: &str) -> Option<f64> {
        self.values.get(words).copied()
    }

    /// The numbers at the words of `low`: place, words, worth.
    pub(crate) fn places<'a>(&'a self, low: &'a str) -> impl Iterator<Item = (usize, &'a str, f64)> + 'a {
        self.words.places(low).filter_map(move |(at, length)| {
            let words = low.get(at..at + length)?;
            Some((at, words, self.value(words)?))
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    at_least: Vec<String>,
    at_most: Vec<String>,
    leads: Vec<String>,
    or_more: Vec<String>,
    or_less: Vec<String>,
    opens_range: Vec<String>,
    joins_range: Vec<String>,
    joins_change: Vec<String>,
    changes: Vec<String>,
    per: Vec<String>,
    magnitudes: Vec<String>,
    units: Vec<String>,
    no_units: Vec<String>,
    unit_ends: Vec<String>,
    not_after: Vec<String>,
    goals: Vec<String>,
    reaches: Vec<String>,
    told: Vec<String>,
    years: Vec<String>,
    all: Vec<String>,
    met: Vec<String>,
    missed: Vec<String>,
    counted: Vec<String>,
    numbers: BTreeMap<String, f64>,
}

impl File {
    pub(super) fn read(&self) -> Quantities {
        let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
        Quantities {
            at_least: Tails::new(&self.at_least),
            at_most: Tails::new(&self.at_most),
            leads: Tails::new(&self.leads),
            or_more: Tails::new(&self.or_more),
            or_less: Tails::new(&self.or_less),
            opens_range: Tails::new(&self.opens_range),
            joins_range: Tails::new(&self.joins_range),
            joins_change: Tails::new(&self.joins_change),
            changes: Tails::new(&self.changes),
            per: Tails::new(&self.per),
            magnitudes: phrases(&self.magnitudes),
            units: phrases(&self.units),
            no_units: phrases(&self.no_units),
            unit_ends: phrases(&self.unit_ends),
            not_after: Tails::new(&self.not_after),
            numbers: Numerals::new(&self.numbers),
            goals: Tails::new(&self.goals),
            reaches: Tails::new(&self.reaches),
            told: Tails::new(&self.told),
            years: Tails::new(&self.years),
            all: Tails::new(&self.all),
            met: Tails::new(&self.met),
            missed: Tails::new(&self.missed),
            counted: Tails::new(&self.counted),
        }
    }
}
