//! Small tools on words: lower case that keeps its length, phrases at a place, boundaries.

pub(crate) use crate::case::lower;

use std::collections::BTreeMap;
use std::ops::Range;

// The letters of Vietnamese, English and French lie in a few ranges of Unicode; asking the ranges first
// spares the search in Unicode's tables for nearly every character.

/// A character in lower case, as long as that has the same length in bytes.
pub(crate) fn low(c: char) -> char {
    match c {
        '\0'..='\u{7F}' => c.to_ascii_lowercase(),
        _ if is_even_capital(c) => char::from_u32(u32::from(c) + 1).unwrap_or(c),
        '\u{C0}'..='\u{DE}' if c != '×' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        '\u{DF}'..='\u{FF}' | '\u{1EA0}'..='\u{1EFF}' => c,
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(low), None) if low.len_utf8() == c.len_utf8() => low,
                _ => c,
            }
        }
    }
}

/// `Ă`, `Đ`, `Ơ`, `Ư`, `Ạ` … `Ỹ`: capitals whose small letter is the next character.
fn is_even_capital(c: char) -> bool {
    let even = u32::from(c).is_multiple_of(2);
    matches!(c, 'Ư') || (even && matches!(c, '\u{100}'..='\u{12E}' | 'Ơ' | '\u{1EA0}'..='\u{1EFE}'))
}

/// Small letters without tones and accents: `Hải Phòng` and `Hai Phong` are one, as are `đ` and
/// `d`, `œ` and `oe`.
pub(crate) fn folded(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'đ' => out.push('d'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            c => out.push(c),
        }
    }
    out
}

/// Whether a character can be part of a word.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{C0}'..='\u{24F}' => !matches!(c, '×' | '÷'),
        '\u{1E00}'..='\u{1EFF}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Whether a character is a letter.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => is_word(c),
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is a capital letter.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_uppercase(),
        '\u{C0}'..='\u{DE}' => c != '×',
        '\u{DF}'..='\u{FF}' => false,
        '\u{100}'..='\u{12F}' | '\u{1A0}' | '\u{1A1}' | '\u{1AF}' | '\u{1B0}' | '\u{1EA0}'..='\u{1EFF}' => {
            is_even_capital(c)
        }
        _ => c.is_uppercase(),
    }
}

/// Whether a character is a small letter.
pub(crate) fn is_small(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_lowercase(),
        '\u{DF}'..='\u{FF}' => c != '÷',
        '\u{100}'..='\u{12F}' | '\u{1A0}' | '\u{1A1}' | '\u{1AF}' | '\u{1B0}' | '\u{1EA0}'..='\u{1EFF}' => {
            !is_even_capital(c)
        }
        _ => c.is_lowercase(),
    }
}

/// Whether a text has so many letters at least.
pub(crate) fn has_letters(text: &str, count: usize) -> bool {
    count == 0 || text.chars().filter(|c| is_letter(*c)).nth(count - 1).is_some()
}

/// Whether a word ends before this byte or starts at it.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    !(is_word_before(text, at) && is_word_at(text, at))
}

/// Whether a character that can be part of a word ends at this byte.
fn is_word_before(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at.saturating_sub(3)..at) {
        Some([.., byte]) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        // Vietnamese letters of three bytes, and of two.
        Some([0xE1, 0xB8..=0xBB, _] | [.., 0xC4..=0xC6, _]) => true,
        _ => text.get(..at).and_then(|t| t.chars().next_back()).is_some_and(is_word),
    }
}

/// Whether a character that can be part of a word starts at this byte.
fn is_word_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.get(at..).and_then(|t| t.chars().next()).is_some_and(is_word),
    }
}

/// The first word of a text, without leading marks.
pub(crate) fn first_word(text: &str) -> &str {
    // A chain of hyphens through a whole text is no word.
    const LONGEST: usize = 200;
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    let end = text.find(|c: char| !is_in_first_word(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn is_in_first_word(c: char) -> bool {
    is_word(c) || matches!(c, '-' | '\'' | '’')
}

/// Where the words of a text start.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let word = is_word(c);
        let starts = word && !inside;
        inside = word;
        starts.then_some(at)
    })
}

/// A set of phrases in lower case, found as whole words and the longest first: a tree of their
/// bytes, so that looking at a place costs no more than the bytes that agree.
#[derive(Debug)]
pub(crate) struct Phrases {
    nodes: Vec<Node>,
    /// The bytes that lead from a node to those below it, those of one node side by side, and where to.
    edges: Vec<(u8, u32)>,
    /// The bytes on the way into each node behind the one of its edge.
    stems: Vec<u8>,
    /// The node behind each first byte; 0 for none.
    first: Box<[u32; 256]>,
    openings: Openings,
}

impl Default for Phrases {
    fn default() -> Self {
        let (nodes, edges, stems) = (Vec::new(), Vec::new(), Vec::new());
        Self { nodes, edges, stems, first: Box::new([0; 256]), openings: Openings::of(&[]) }
    }
}

#[derive(Debug, Default)]
struct Node {
    stem: Range<usize>,
    edges: Range<usize>,
    end: End,
}

/// What ends at a node.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum End {
    #[default]
    Nothing,
    /// A phrase of one word: what follows in the text must not go on the word.
    Word,
    /// A phrase of several words.
    Phrase,
}

/// Which pairs of bytes phrases may start with: turns most places of a text away at once.
#[derive(Debug)]
struct Openings {
    /// A bit for each value of [`Openings::key`].
    pairs: Box<[u64; 64]>,
}

impl Openings {
    fn of(phrases: &[(Vec<u8>, End)]) -> Self {
        let mut pairs = Box::new([0u64; 64]);
        let mut admit = |key: usize| {
            if let Some(bits) = pairs.get_mut(key / 64) {
                *bits |= 1 << (key % 64);
            }
        };
        for (phrase, _) in phrases {
            match phrase.as_slice() {
                [first, second, ..] => admit(Self::key(*first, *second)),
                [only] => (0..=u8::MAX).for_each(|any| admit(Self::key(*only, any))),
                [] => {}
            }
        }
        Self { pairs }
    }

    /// 0 to 4095; pairs share a value now and then.
    fn key(first: u8, second: u8) -> usize {
        (usize::from(first) * 37 + usize::from(second) * 11) % 4096
    }

    fn admit(&self, first: u8, second: u8) -> bool {
        let key = Self::key(first, second);
        self.pairs.get(key / 64).is_some_and(|bits| bits >> (key % 64) & 1 == 1)
    }
}

impl Phrases {
    pub(crate) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        Self::ending(
            phrases,
            |phrase| {
                if first_word(phrase).len() == phrase.len() { End::Word } else { End::Phrase }
            },
        )
    }

    /// Phrases that may be the first part of a word with a hyphen.
    pub(crate) fn before_hyphens<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        Self::ending(phrases, |_| End::Phrase)
    }

    fn ending<'a>(phrases: impl IntoIterator<Item = &'a str>, end: impl Fn(&str) -> End) -> Self {
        let mut sorted = BTreeMap::new();
        for phrase in phrases {
            let phrase = lower(phrase.trim());
            let end = end(&phrase);
            sorted.insert(phrase.into_bytes(), end);
        }
        sorted.remove([].as_slice());
        let sorted: Vec<(Vec<u8>, End)> = sorted.into_iter().collect();
        let mut tree = Self { openings: Openings::of(&sorted), ..Self::default() };
        tree.grow(&sorted, 0, 0);
        let root = tree.nodes.first().map_or(0..0, |root| root.edges.clone());
        for &(byte, node) in tree.edges.get(root).unwrap_or_default() {
            if let Some(first) = tree.first.get_mut(usize::from(byte)) {
                *first = node;
            }
        }
        tree
    }

    /// Adds the node that these phrases, which agree in their first `depth` bytes, stand under. Its stem
    /// reaches as far as they go on to agree.
    fn grow(&mut self, phrases: &[(Vec<u8>, End)], depth: usize, shared: usize) -> u32 {
        let stem =
            phrases.first().and_then(|(phrase, _)| phrase.get(depth..depth + shared)).unwrap_or_default();
        let stem_start = self.stems.len();
        self.stems.extend_from_slice(stem);
        let depth = depth + shared;
        let own = phrases.first().filter(|(phrase, _)| phrase.len() == depth);
        let end = own.map_or(End::Nothing, |(_, end)| *end);
        let under = phrases.get(usize::from(own.is_some())..).unwrap_or_default();
        let groups: Vec<&[(Vec<u8>, End)]> =
            under.chunk_by(|(a, _), (b, _)| a.get(depth) == b.get(depth)).collect();
        let node = self.nodes.len();
        let edges = self.edges.len()..self.edges.len() + groups.len();
        self.nodes.push(Node { stem: stem_start..self.stems.len(), edges: edges.clone(), end });
        self.edges.resize(edges.end, (0, 0));
        for (at, group) in edges.zip(groups) {
            let byte = group.first().and_then(|(phrase, _)| phrase.get(depth)).copied().unwrap_or_default();
            let below = self.grow(group, depth + 1, shared_from(group, depth + 1));
            if let Some(edge) = self.edges.get_mut(at) {
                *edge = (byte, below);
            }
        }
        u32::try_from(node).unwrap_or_default()
    }

    /// All phrases.
    pub(crate) fn list(&self) -> Vec<String> {
        let mut out = Vec::new();
        let mut open = vec![(0, Vec::new())];
        while let Some((node, mut bytes)) = open.pop() {
            let Some(here) = self.nodes.get(node) else { continue };
            bytes.extend_from_slice(self.stems.get(here.stem.clone()).unwrap_or_default());
            for (byte, below) in self.edges.get(here.edges.clone()).unwrap_or_default() {
                open.push((*below as usize, [bytes.as_slice(), &[*byte]].concat()));
            }
            if here.end != End::Nothing {
                out.extend(String::from_utf8(bytes));
            }
        }
        out
    }

    /// The length of the longest phrase at the start of `low`, which is in lower case.
    pub(crate) fn at_start(&self, low: &str) -> Option<usize> {
        let mut longest = None;
        self.walk(low, |_, length| longest = Some(length));
        longest
    }

    /// Shows the nodes and lengths of all phrases at the start of `low`, the shortest first.
    fn walk(&self, low: &str, mut see: impl FnMut(usize, usize)) {
        let bytes = low.as_bytes();
        let Some(first) = bytes.first() else { return };
        let mut node = self.first.get(usize::from(*first)).copied().unwrap_or_default();
        let mut length = 1;
        while let Some(here) = self.nodes.get(node as usize).filter(|_| node != 0) {
            let stem = self.stems.get(here.stem.clone()).unwrap_or_default();
            let rest = bytes.get(length..).unwrap_or_default();
            if rest.len() < stem.len() || !rest.iter().zip(stem).all(|(a, b)| a == b) {
                break;
            }
            length += stem.len();
            if here.end != End::Nothing && ends_here(low, length, here.end) {
                see(node as usize, length);
            }
            let Some(byte) = bytes.get(length) else { break };
            let edges = self.edges.get(here.edges.clone()).unwrap_or_default();
            node = edges.iter().find(|(edge, _)| edge == byte).map_or(0, |(_, below)| *below);
            length += 1;
        }
    }

    /// The first phrase anywhere in `low`: its place and length.
    pub(crate) fn find(&self, low: &str) -> Option<(usize, usize)> {
        self.places(low).next()
    }

    /// The phrases at the words of `low`, at each the longest: place and length. One may lie in another.
    pub(crate) fn places<'a>(&'a self, low: &'a str) -> Places<'a> {
        Places { phrases: self, low, at: 0 }
    }

    /// Whether a phrase may start with these bytes: turns most places away.
    fn may_start(&self, first: u8, second: Option<&u8>) -> bool {
        let known = self.first.get(usize::from(first)).is_some_and(|node| *node != 0);
        known && self.openings.admit(first, second.copied().unwrap_or_default())
    }

    /// The last phrase in `low`, which may start with a mark: place and length.
    pub(crate) fn last_in(&self, low: &str) -> Option<(usize, usize)> {
        let bytes = low.as_bytes();
        let places = bytes.iter().enumerate().rev();
        let mut places = places.filter(|(at, first)| self.may_start(**first, bytes.get(at + 1)));
        places.find_map(|(at, _)| {
            let rest = low.get(at..)?;
            is_boundary(low, at).then(|| Some((at, self.at_start(rest)?)))?
        })
    }

    /// Whether any phrase occurs in `low`.
    pub(crate) fn occur_in(&self, low: &str) -> bool {
        self.find(low).is_some()
    }
}

/// How many bytes behind the first `depth` all phrases share. They are sorted, so that the first and the
/// last differ most.
fn shared_from(phrases: &[(Vec<u8>, End)], depth: usize) -> usize {
    let behind = |phrase: Option<&(Vec<u8>, End)>| {
        phrase.and_then(|(phrase, _)| phrase.get(depth..)).unwrap_or_default().to_vec()
    };
    let (first, last) = (behind(phrases.first()), behind(phrases.last()));
    first.iter().zip(&last).take_while(|(a, b)| a == b).count()
}

/// Several lists of phrases in one tree.
#[derive(Debug, Default)]
pub(crate) struct Tagged {
    tree: Phrases,
    /// The lists that hold the phrase of each node, a bit for each.
    tags: Vec<u8>,
}

impl Tagged {
    /// `lists` are phrases with the bit of their list.
    pub(crate) fn new(lists: impl IntoIterator<Item = (u8, Vec<String>)>) -> Self {
        let lists: Vec<(u8, Vec<String>)> = lists.into_iter().collect();
        let tree = Phrases::before_hyphens(lists.iter().flat_map(|(_, list)| list).map(String::as_str));
        let mut tags = vec![0; tree.nodes.len()];
        for (bit, list) in &lists {
            for phrase in list.iter().map(|phrase| lower(phrase.trim())) {
                tree.walk(&phrase, |node, length| {
                    if let Some(tag) = tags.get_mut(node).filter(|_| length == phrase.len()) {
                        *tag |= bit;
                    }
                });
            }
        }
        Self { tree, tags }
    }

    /// The places in `low` where phrases start, and the lists that have one there.
    pub(crate) fn places(&self, low: &str) -> Vec<(usize, u8)> {
        let mut out = Vec::new();
        let bytes = low.as_bytes();
        let mut before = b' ';
        for (at, byte) in bytes.iter().enumerate() {
            let behind_word = std::mem::replace(&mut before, *byte).is_ascii_alphanumeric();
            if behind_word || !self.tree.may_start(*byte, bytes.get(at + 1)) || !is_boundary(low, at) {
                continue;
            }
            let mut tags = 0;
            let rest = low.get(at..).unwrap_or_default();
            self.tree.walk(rest, |node, _| tags |= self.tags.get(node).copied().unwrap_or_default());
            if tags != 0 {
                out.push((at, tags));
            }
        }
        out
    }
}

/// See [`Phrases::places`].
pub(crate) struct Places<'a> {
    phrases: &'a Phrases,
    low: &'a str,
    /// Where the next look starts.
    at: usize,
}

impl Iterator for Places<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let (phrases, low, bytes) = (self.phrases, self.low, self.low.as_bytes());
        let from = self.at;
        let mut before = from.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
        for (at, byte) in bytes.iter().enumerate().skip(from) {
            let behind_word = std::mem::replace(&mut before, *byte).is_ascii_alphanumeric();
            if behind_word || !phrases.may_start(*byte, bytes.get(at + 1)) {
                continue;
            }
            if is_word_before(low, at) || !is_word_at(low, at) {
                continue;
            }
            if let Some(length) = low.get(at..).and_then(|rest| phrases.at_start(rest)) {
                self.at = at + 1;
                return Some((at, length));
            }
        }
        self.at = bytes.len();
        None
    }
}

fn ends_here(low: &str, at: usize, end: End) -> bool {
    match end {
        End::Word => !low.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_in_first_word),
        _ => is_boundary(low, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words_and_the_longest_wins() {
        let phrases = Phrases::new(["phối hợp", "phối hợp với", "giao"]);
        assert_eq!(phrases.at_start("phối hợp với bộ"), Some("phối hợp với".len()));
        assert_eq!(phrases.at_start("phối hợp vớix"), Some("phối hợp".len()));
        assert_eq!(phrases.at_start("giaox"), None);
        assert_eq!(phrases.find("việc giao bộ"), Some(("việc ".len(), "giao".len())));
    }

    #[test]
    fn tones_and_accents_fold() {
        let table = [("HẢI PHÒNG", "hai phong"), ("Đà Nẵng", "da nang"), ("Œuvre à l’été", "oeuvre a l’ete")];
        for (text, expected) in table {
            assert_eq!(folded(text), expected);
        }
    }

    #[test]
    fn lower_case_keeps_lengths() {
        for text in ["ỦY BAN NHÂN DÂN", "İstanbul ẞ", "École Œuvre"] {
            assert_eq!(lower(text).len(), text.len());
        }
    }

    #[test]
    fn letters_are_what_unicode_says() {
        for c in (0..0x2100).filter_map(char::from_u32) {
            let mut lower = c.to_lowercase();
            let single = lower.next().filter(|low| lower.next().is_none() && low.len_utf8() == c.len_utf8());
            assert_eq!(low(c), single.unwrap_or(c), "{c:?}");
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c:?}");
            assert_eq!(is_small(c), c.is_lowercase(), "{c:?}");
        }
    }
}
