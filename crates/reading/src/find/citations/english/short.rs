//! Short names: "the Federal Records Act (FRA)" makes every later "FRA" that law.

use super::super::Cited;
use crate::bytes;
use crate::language::Lexicon;
use crate::words::{first_word, is_word_start};
use std::collections::BTreeMap;
use std::ops::Range;

/// Citations by the short names that the text gives to others, or that everybody knows.
pub(super) fn find(text: &str, low: &str, named: &[Cited], lexicon: &Lexicon) -> Vec<Cited> {
    let mut given: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for cited in named {
        // A name that is given again has been one since the first time.
        if let Some(name) = given_name(text, cited) {
            given.entry(name).or_insert((cited.range.end, cited.kind.as_str()));
        }
    }
    let words = &lexicon.instruments;
    let mut out = Vec::new();
    let capitals = bytes::places_where(text.as_bytes(), |[byte]| byte.is_ascii_uppercase());
    for at in capitals.filter(|at| is_word_start(text, *at)) {
        let Some(rest) = text.get(at..) else { continue };
        let word = first_word(rest);
        let known =
            || words.short.at_start(low.get(at..)?).filter(|length| *length == word.len()).map(|_| "law");
        let kind = given.get(word).filter(|(from, _)| at > from + 24).map(|(_, kind)| *kind).or_else(known);
        // "the Charter" is the one that was named, "Project Charter" another.
        let bare = !word.chars().skip(1).any(|c| c.is_ascii_uppercase());
        if bare && !text.get(..at).is_some_and(|before| before.ends_with("the ")) {
            continue;
        }
        let Some(kind) = kind.filter(|_| stands_alone(text, low, at..at + word.len(), lexicon)) else {
            continue;
        };
        // Citations are in the order of the text and do not overlap.
        let next = named.partition_point(|cited| cited.range.end <= at);
        if named.get(next).is_some_and(|cited| cited.range.contains(&at)) {
            continue;
        }
        out.push(Cited {
            range: at..at + word.len(),
            kind: kind.to_owned(),
            symbol: None,
            date: None,
            issuer: None,
            confidence: 0.7,
            rule: "citation.name",
        });
    }
    out
}

/// The short name in brackets right behind a citation by name: capitals, or one word of its name.
fn given_name<'a>(text: &'a str, cited: &Cited) -> Option<&'a str> {
    if cited.symbol.is_some() {
        return None;
    }
    let rest = text.get(cited.range.end..)?;
    let inner = rest.strip_prefix(" (").or_else(|| rest.strip_prefix("("))?;
    let inner = inner.get(..inner.floor_char_boundary(40))?;
    let inner = inner.get(..inner.find(')')?)?;
    let inner =
        inner.trim_start_matches("the ").trim_start_matches("hereafter ").trim_start_matches("hereinafter ");
    let name = inner.trim_matches(['“', '”', '"', '\'', '‘', '’', ' ']);
    let capitals = name.chars().filter(char::is_ascii_uppercase).count();
    let whole = first_word(name) == name;
    let kind_alone = capitals == 1 && text.get(cited.range.clone()).is_some_and(|words| words.contains(name));
    (whole && (capitals >= 3 || kind_alone)).then_some(name)
}

/// Whether a short name is spoken of itself, not as an attribute: "FITARA requires", not "FISMA systems".
fn stands_alone(text: &str, low: &str, range: Range<usize>, lexicon: &Lexicon) -> bool {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let in_brackets = matches!(before, Some('(' | '-' | '/' | '_' | '[' | '.' | '#' | '“' | '"'));
    let behind = low.get(range.end..).unwrap_or_default();
    let next = behind.strip_prefix(' ').unwrap_or(behind);
    let attribute = behind.starts_with(' ')
        && next.starts_with(|c: char| c.is_alphabetic())
        && lexicon.instruments.behind_short.at_start(next).is_none();
    !in_brackets && !attribute && !behind.starts_with(['-', '/', '_'])
}
