//! What a pattern cannot match without: words that are looked for before the pattern is tried, as most
//! stretches of a text have none of them.

use memchr::memmem::Finder;
use regex_syntax::hir::{Class, Hir, HirKind};

/// What a text must have to match a pattern.
pub(super) struct Needs(Vec<Need>);

enum Need {
    /// One of these words.
    Word(Vec<Finder<'static>>),
    /// A figure.
    Figure,
}

impl Needs {
    /// What a pattern needs; nothing where it can do without.
    pub(super) fn of(pattern: &str) -> Self {
        let parts = regex_syntax::parse(pattern).map(|pattern| needed(&pattern)).unwrap_or_default();
        let mut needs: Vec<Need> = parts.iter().map(Part::need).collect();
        // The fewer words there are to look for, the sooner a text is turned away.
        needs.sort_by_key(|need| if let Need::Word(words) = need { words.len() } else { 0 });
        Self(needs)
    }

    /// Whether a text may match.
    pub(super) fn met_by(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        self.0.iter().all(|need| match need {
            Need::Word(words) => words.iter().any(|word| word.find(bytes).is_some()),
            Need::Figure => bytes.iter().any(u8::is_ascii_digit),
        })
    }
}

/// A part of a pattern that every match has.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Word(Vec<Vec<u8>>),
    Figure,
}

impl Part {
    fn need(&self) -> Need {
        match self {
            Self::Word(words) => {
                Need::Word(words.iter().map(|word| Finder::new(word).into_owned()).collect())
            }
            Self::Figure => Need::Figure,
        }
    }
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
        let needs = Needs::of("(?:hằng|mỗi) tuần [0-9]");
        assert!(needs.met_by("họp mỗi tuần 2 lần"));
        assert!(!needs.met_by("họp mỗi tuần"));
        assert!(!needs.met_by("họp trong 2 tuần"));
        assert!(Needs::of("[a-z]+").met_by("họp"));
    }
}
