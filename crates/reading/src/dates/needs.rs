//! What a pattern cannot match without: words that are looked for before the pattern is tried, as most
//! stretches of a text have none of them.

use crate::bytes;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_syntax::hir::{Class, Hir, HirKind};

/// What the patterns of a list need, each need once, so that one walk over a text tells which of them it may match.
pub(super) struct Sieve {
    /// All words that are looked for; `None` where there are none.
    words: Option<AhoCorasick>,
    /// The needs that each of these words meets.
    meets: Vec<u64>,
}

/// What a pattern needs: a bit for each need. Needs beyond the last bit are left out, which only lets more through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Needs(u64);

/// The need of a figure; the other bits are those of words.
const FIGURE: u64 = 1;

impl Sieve {
    /// For these patterns, and what each of them needs.
    pub(super) fn of(patterns: &[String]) -> (Self, Vec<Needs>) {
        let (mut known, mut needs): (Vec<Vec<Vec<u8>>>, Vec<Needs>) = (Vec::new(), Vec::new());
        for pattern in patterns {
            let parts = regex_syntax::parse(pattern).map(|pattern| needed(&pattern)).unwrap_or_default();
            let mut own = Needs(0);
            for part in parts {
                let Part::Word(words) = part else {
                    own.0 |= FIGURE;
                    continue;
                };
                let place = known.iter().position(|others| *others == words).unwrap_or_else(|| {
                    known.push(words);
                    known.len() - 1
                });
                own.0 |= bit(place);
            }
            needs.push(own);
        }
        let words = known
            .iter()
            .enumerate()
            .flat_map(|(place, words)| words.iter().map(move |word| (word, bit(place))));
        let (words, meets): (Vec<_>, Vec<_>) = words.unzip();
        (
            Self { words: AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(words).ok(), meets },
            needs,
        )
    }

    /// The needs that a text meets.
    pub(super) fn met_by(&self, text: &str) -> Needs {
        let Some(words) = &self.words else { return Needs(u64::MAX) };
        let figure = bytes::any(text.as_bytes(), |byte| byte.is_ascii_digit());
        let found =
            words.find_overlapping_iter(text).filter_map(|word| self.meets.get(word.pattern().as_usize()));
        Needs(found.fold(if figure { FIGURE } else { 0 }, |met, need| met | need))
    }
}

impl Needs {
    /// Whether a text that meets these needs has what a pattern needs.
    pub(super) fn include(self, needed: Self) -> bool {
        needed.0 & !self.0 == 0
    }
}

/// The bit of the need in a place of the list; none behind the last.
fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| (FIGURE << 1).checked_shl(place)).unwrap_or(0)
}

/// A part of a pattern that every match has.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Word(Vec<Vec<u8>>),
    Figure,
}

/// The parts that every match has.
fn needed(pattern: &Hir) -> Vec<Part> {
    const SHORTEST: usize = 2;
    match pattern.kind() {
        HirKind::Literal(word) if word.0.len() >= SHORTEST => vec![Part::Word(vec![word.0.to_vec()])],
        HirKind::Capture(inner) => needed(&inner.sub),
        HirKind::Repetition(again) if again.min > 0 => needed(&again.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(needed).collect(),
        HirKind::Alternation(ways) => one_of(ways).into_iter().collect(),
        HirKind::Class(class) if are_figures(class) => vec![Part::Figure],
        _ => Vec::new(),
    }
}

/// One word of each way, as every match goes one of them.
fn one_of(ways: &[Hir]) -> Option<Part> {
    let word = |way: &Hir| {
        needed(way).into_iter().find_map(|part| if let Part::Word(words) = part { Some(words) } else { None })
    };
    Some(Part::Word(ways.iter().map(word).collect::<Option<Vec<_>>>()?.concat()))
}

fn are_figures(class: &Class) -> bool {
    let Class::Unicode(class) = class else { return false };
    class.iter().all(|range| range.start().is_ascii_digit() && range.end().is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_and_what_they_need() {
        let table = [
            (r"(?:trước|hết) *ngày *[0-9]+", "trước|hết + ngày + 0–9"),
            (r"(?:hằng|mỗi) (?:tuần|quý)", "hằng|mỗi + tuần|quý"),
            (r"(?:by|until) (?:the )?end", "by|until + end"),
            (r"(?P<w>năm 20[0-9]{2})", "năm 20 + 0–9"),
            (r"[0-9]+(?:ngày)?", "0–9"),
            (r"[0-9a-z]+(?:ngày|[0-9])", ""),
        ];
        for (pattern, expected) in table {
            let found: Vec<String> =
                needed(&regex_syntax::parse(pattern).unwrap()).iter().map(shown).collect();
            assert_eq!(found.join(" + "), expected, "{pattern}");
        }
    }

    fn shown(part: &Part) -> String {
        let Part::Word(words) = part else { return "0–9".to_owned() };
        let words: Vec<&str> = words.iter().map(|word| std::str::from_utf8(word).unwrap()).collect();
        words.join("|")
    }

    #[test]
    fn what_lacks_something_is_turned_away() {
        let patterns = ["(?:hằng|mỗi) tuần [0-9]", "[a-z]+", "tuần"].map(str::to_owned);
        let (sieve, needs) = Sieve::of(&patterns);
        let passed = |text: &str| -> Vec<bool> {
            needs.iter().map(|needed| sieve.met_by(text).include(*needed)).collect()
        };
        assert_eq!(passed("họp mỗi tuần 2 lần"), [true, true, true]);
        assert_eq!(passed("họp mỗi tuần"), [false, true, true]);
        assert_eq!(passed("họp trong 2 tuần"), [false, true, true]);
        assert_eq!(passed("họp"), [false, true, false]);
    }

    #[test]
    fn needs_without_a_bit_are_no_needs() {
        let patterns: Vec<String> = (0..80).map(|n| format!("w{n}x")).collect();
        let (sieve, needs) = Sieve::of(&patterns);
        let met = sieve.met_by("w0x w62x");
        assert!(met.include(needs[0]) && !met.include(needs[1]) && met.include(needs[79]));
    }
}
