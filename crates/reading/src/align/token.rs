//! Tokens: what a sentence carries over into another language, and how much it says that two
//! sentences share one.

use super::DifferenceKind;
use super::facts::facts;
use super::unit::Unit;
use crate::Language;
use crate::words::folded;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// The tokens of a unit as sorted hashes without repetition.
pub(super) fn tokens(words: &str, language: Language, other: Language) -> Vec<u64> {
    sorted([content(words, language, other), of_marks(words)].concat())
}

/// The tokens of words that stand for what they say, and of bodies in charge: sorted, without
/// repetition.
pub(crate) fn tokens_of_content(
    words: &str,
    bodies: &[String],
    language: Language,
    other: Language,
) -> Vec<u64> {
    let bodies = bodies.iter().map(|body| hash("body", body));
    sorted(content(words, language, other).into_iter().chain(bodies).collect())
}

fn sorted(mut tokens: Vec<u64>) -> Vec<u64> {
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

fn content(words: &str, language: Language, other: Language) -> Vec<u64> {
    let mut out = of_facts(words, language);
    if language == other {
        out.extend(of_words(words, language));
    } else {
        out.extend(of_names(words));
        if language != Language::Vi && other != Language::Vi {
            out.extend(of_cognates(words));
        }
    }
    out
}

/// The hash of a token; the same in every run.
fn hash(kind: &str, value: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, value).hash(&mut hasher);
    hasher.finish()
}

fn of_facts(words: &str, language: Language) -> Vec<u64> {
    let facts = facts(words, language);
    let token = |fact: &super::facts::Fact| {
        let kind = match fact.kind {
            DifferenceKind::Date => "date",
            DifferenceKind::Symbol => "symbol",
            DifferenceKind::Number | DifferenceKind::Name => "number",
        };
        // A day also counts as its month, so that `December 2024` meets it half way.
        let month = fact
            .values
            .first()
            .filter(|_| kind == "date")
            .and_then(|day| day.get(..7))
            .map(|m| hash("month", m));
        fact.values.iter().map(|value| hash(kind, value)).chain(month).collect::<Vec<_>>()
    };
    facts.iter().flat_map(token).collect()
}

/// Words in capitals or with a capital, without tones, and each two in a row as one, so that
/// `Hải Phòng`, `Hai Phong` and `Haiphong` meet.
fn of_names(words: &str) -> Vec<u64> {
    let mixed =
        |word: &str| word.chars().any(|c| c.is_ascii_digit()) && word.chars().any(char::is_alphabetic);
    let singles = words_of(words).filter(|(_, word)| is_capital(word) || mixed(word));
    let singles = singles.map(|(_, word)| hash("name", &folded(word)));
    singles.chain(names(words).into_iter().map(|(_, name)| hash("name", &name))).collect()
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Each two words with a capital in a row, as one without tones and blank: `haiphong`.
pub(super) fn names(words: &str) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::new();
    let mut before: Option<(usize, &str)> = None;
    for (at, word) in words_of(words) {
        if let Some((start, first)) = before
            && is_capital(word)
            && words.get(start + first.len()..at) == Some(" ")
        {
            out.push((start..at + word.len(), format!("{}{}", folded(first), folded(word))));
        }
        before = is_capital(word).then_some((at, word));
    }
    out
}

/// The first four letters of words of four letters and more, and the first seven: English and
/// French words that look alike (after Simard, Foster and Isabelle 1992).
fn of_cognates(words: &str) -> Vec<u64> {
    let mut out = Vec::new();
    for (_, word) in words_of(words) {
        let word = folded(word);
        for letters in [4, 7] {
            if let Some((end, _)) = word.char_indices().nth(letters - 1)
                && let Some(start) = word.get(..=end)
                && start.chars().all(char::is_alphabetic)
            {
                out.push(hash("start", start));
            }
        }
    }
    out
}

/// All words, and each two in a row: for versions in one language. A Vietnamese word by itself
/// is a syllable and says little.
fn of_words(words: &str, language: Language) -> Vec<u64> {
    let low = words.to_lowercase();
    let list: Vec<&str> = words_of(&low).map(|(_, word)| word).collect();
    let pairs = list.iter().zip(list.iter().skip(1)).map(|(a, b)| hash("pair", &format!("{a} {b}")));
    let singles = list.iter().filter(|_| language != Language::Vi || list.len() == 1);
    singles.map(|word| hash("word", word)).chain(pairs).collect()
}

/// Marks that translators keep: questions, colons at the end, brackets, quotation.
fn of_marks(words: &str) -> Vec<u64> {
    let end = words.trim_end().chars().next_back().filter(|c| matches!(c, ':' | '?' | '!'));
    let inside = words.chars().filter_map(|c| match c {
        '(' => Some('('),
        '“' | '«' | '"' => Some('"'),
        '%' => Some('%'),
        ';' => Some(';'),
        _ => None,
    });
    end.into_iter().chain(inside).map(|c| hash("mark", c.encode_utf8(&mut [0; 4]))).collect()
}

/// Words with their places.
pub(super) fn words_of(words: &str) -> impl Iterator<Item = (usize, &str)> {
    crate::words::word_starts(words).filter_map(|at| {
        let rest = words.get(at..)?;
        let end = rest.find(|c| !crate::words::is_word(c)).unwrap_or(rest.len());
        Some((at, rest.get(..end)?))
    })
}

/// How often a translation keeps a token of its source.
const KEPT: f64 = 0.7;
/// What a missing token says counts for less than what a shared one says: many tokens that both
/// versions have somewhere (`pour`, `agent`) were never translations of each other.
const OF_MISSING: f64 = 0.4;

/// What the tokens of two versions say, in the log of odds of belonging together.
pub(super) struct Weights {
    /// Tokens that occur on both sides, sorted.
    tokens: Vec<u64>,
    /// What each says.
    weights: Vec<Weight>,
}

#[derive(Debug, Clone, Copy)]
struct Weight {
    shared: f64,
    left_only: f64,
    right_only: f64,
}

impl Weights {
    /// Weighs the tokens that occur on both sides, by how many units carry each.
    pub(super) fn new(left: &[Unit], right: &[Unit]) -> Self {
        let (lefts, rights) = (counts(left), counts(right));
        let mut tokens = Vec::new();
        let mut weights = Vec::new();
        let (of_left, of_right) = (share(left.len() + 1), share(right.len() + 1));
        for (token, in_left) in lefts {
            if let Ok(at) = rights.binary_search_by_key(&token, |(token, _)| *token) {
                let in_right = rights.get(at).map_or(1, |(_, count)| *count);
                tokens.push(token);
                weights.push(Weight::new(of_left(in_left), of_right(in_right)));
            }
        }
        Self { tokens, weights }
    }

    /// The tokens of a unit that occur on both sides, by their place among all such.
    pub(super) fn known(&self, unit: &Unit) -> Vec<u32> {
        let place = |token: &u64| self.tokens.binary_search(token).ok().and_then(|at| u32::try_from(at).ok());
        unit.tokens.iter().filter_map(place).collect()
    }

    /// What shared and unshared tokens say of two sides of a bead together; both sorted.
    pub(super) fn of(&self, left: &[u32], right: &[u32]) -> f64 {
        let (mut at, mut to) = (0, 0);
        let mut sum = 0.0;
        loop {
            let (token, pick): (u32, fn(&Weight) -> f64) = match (left.get(at), right.get(to)) {
                (Some(a), Some(b)) if a == b => {
                    (at, to) = (at + 1, to + 1);
                    (*a, |weight| weight.shared)
                }
                (Some(a), b) if b.is_none_or(|b| a < b) => {
                    at += 1;
                    (*a, |weight| weight.left_only)
                }
                (_, Some(b)) => {
                    to += 1;
                    (*b, |weight| weight.right_only)
                }
                _ => return sum,
            };
            sum += self.weight(token).map_or(0.0, pick);
        }
    }

    fn weight(&self, token: u32) -> Option<&Weight> {
        self.weights.get(usize::try_from(token).ok()?)
    }
}

/// How many units carry each token, sorted by token.
fn counts(units: &[Unit]) -> Vec<(u64, usize)> {
    let mut all: Vec<u64> = units.iter().flat_map(|unit| unit.tokens.iter().copied()).collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).filter_map(|run| Some((*run.first()?, run.len()))).collect()
}

#[allow(clippy::cast_precision_loss)] // counts of units
fn share(all: usize) -> impl Fn(usize) -> f64 {
    move |some| some as f64 / all as f64
}

impl Weight {
    /// From the shares of units that carry a token: the odds that both sides of a pair carry it
    /// against the odds that two units at random do.
    fn new(left: f64, right: f64) -> Self {
        let both = KEPT * left.min(right);
        Self {
            shared: (both / (left * right)).ln(),
            left_only: OF_MISSING * ((left - both) / (left * (1.0 - right))).ln(),
            right_only: OF_MISSING * ((right - both) / (right * (1.0 - left))).ln(),
        }
    }
}
