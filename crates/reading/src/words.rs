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
    use unicode_normalization::char::{decompose_canonical, is_combining_mark};
    let mut out = String::with_capacity(text.len());
    let mut take = |c: char| match c {
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        'đ' | 'Đ' => out.push('d'),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        c if is_combining_mark(c) => {}
        c => out.extend(c.to_lowercase()),
    };
    for c in text.chars() {
        if c.is_ascii() { take(c) } else { decompose_canonical(c, &mut take) }
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

/// Whether a word starts at this byte.
pub(crate) fn is_word_start(text: &str, at: usize) -> bool {
    !is_word_before(text, at) && is_word_at(text, at)
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
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    nodes: Vec<Node>,
    /// The bytes that lead from a node to those below it, those of one node side by side, and where to.
    edges: Vec<(u8, u32)>,
    /// The bytes on the way into each node behind the one of its edge.
    stems: Vec<u8>,
    /// The node behind each first byte; 0 for none.
    first: Vec<u32>,
    openings: Openings,
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
    /// The first letters of something.
    Part,
}

/// What phrases may start with: turns most places of a text away at once.
#[derive(Debug)]
pub(crate) struct Openings {
    /// What each byte is to the phrases: bits of [`Openings::STARTS`], [`Openings::SHORT`], [`Openings::WORD`].
    bytes: Box<[u8; 256]>,
    /// A bit for each value of [`Openings::key`] of the first three bytes of a phrase of three to five.
    threes: Box<[u64; 128]>,
    /// The same for the first six bytes of longer phrases.
    sixes: Box<[u64; 128]>,
}

impl Default for Openings {
    fn default() -> Self {
        Self::new([])
    }
}

impl Openings {
    /// A phrase starts with this byte.
    const STARTS: u8 = 1;
    /// A phrase of less than three bytes starts with it.
    const SHORT: u8 = 1 << 1;
    /// An ASCII letter or digit: no word starts behind it.
    const WORD: u8 = 1 << 2;

    /// Of phrases in lower case.
    pub(crate) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let (threes, sixes) = (Box::new([0; 128]), Box::new([0; 128]));
        let mut openings = Self { bytes: Box::new([0; 256]), threes, sixes };
        for (byte, own) in (0..=u8::MAX).zip(openings.bytes.iter_mut()) {
            *own = if byte.is_ascii_alphanumeric() { Self::WORD } else { 0 };
        }
        for phrase in phrases.into_iter().map(str::as_bytes) {
            let own = phrase.first().and_then(|first| openings.bytes.get_mut(usize::from(*first)));
            let Some(own) = own else { continue };
            *own |= Self::STARTS;
            let (table, key) = match phrase.len() {
                0..3 => {
                    *own |= Self::SHORT;
                    continue;
                }
                3..6 => (&mut openings.threes, Self::key(first_bytes(phrase), 3)),
                _ => (&mut openings.sixes, Self::key(first_bytes(phrase), 6)),
            };
            if let Some(bits) = table.get_mut(key / 64) {
                *bits |= 1 << (key % 64);
            }
        }
        openings
    }

    /// The same, and with these bytes anything may start.
    pub(crate) fn and_bytes(mut self, any: impl Fn(u8) -> bool) -> Self {
        for (_, own) in (0..=u8::MAX).zip(self.bytes.iter_mut()).filter(|(byte, _)| any(*byte)) {
            *own |= Self::STARTS | Self::SHORT;
        }
        self
    }

    /// 0 to 8191 for the first `count` of eight bytes; openings share a value now and then.
    fn key(bytes: u64, count: u32) -> usize {
        let own = bytes << (64 - 8 * count);
        (own.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51) as usize
    }

    fn class(&self, byte: u8) -> u8 {
        self.bytes.get(usize::from(byte)).copied().unwrap_or_default()
    }

    /// Whether a phrase may start with these bytes.
    fn admit(&self, bytes: &[u8]) -> bool {
        let Some(first) = bytes.first() else { return false };
        let class = self.class(*first);
        class & Self::STARTS != 0 && (class & Self::SHORT != 0 || self.know(first_bytes(bytes)))
    }

    /// Whether a phrase of three bytes and more may start with these.
    fn know(&self, bytes: u64) -> bool {
        let known = |table: &[u64; 128], key: usize| {
            table.get(key / 64).is_some_and(|bits| bits >> (key % 64) & 1 == 1)
        };
        known(&self.threes, Self::key(bytes, 3)) || known(&self.sixes, Self::key(bytes, 6))
    }

    /// The words of `low` with which a phrase may start, as far as bytes tell.
    pub(crate) fn places<'a>(&'a self, low: &'a str) -> Candidates<'a> {
        Candidates { openings: self, low, block: 0, starts: 0, behind: 0, next: 0 }
    }
}

/// See [`Openings::places`]. Bytes are looked at in blocks of 64 without any branch, as a processor foresees
/// badly where the next word starts.
pub(crate) struct Candidates<'a> {
    openings: &'a Openings,
    low: &'a str,
    /// Where the block starts that is being looked at, and the one behind it.
    block: usize,
    next: usize,
    /// A bit for each place of the block that is still to be looked at.
    starts: u64,
    /// The class of the last byte of the block.
    behind: u8,
}

impl Candidates<'_> {
    /// Goes to the next block; false behind the last.
    fn go_on(&mut self) -> bool {
        const BLOCK: usize = 64;
        let rest = self.low.as_bytes().get(self.next..).unwrap_or_default();
        for (at, byte) in rest.iter().take(BLOCK).enumerate() {
            let class = self.openings.class(*byte);
            let start = class & !(self.behind / Openings::WORD) & Openings::STARTS;
            self.starts |= u64::from(start) << at;
            self.behind = class;
        }
        self.block = self.next;
        self.next += BLOCK;
        !rest.is_empty()
    }
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            while self.starts != 0 {
                let at = self.block + self.starts.trailing_zeros() as usize;
                self.starts &= self.starts - 1;
                if self.low.as_bytes().get(at..).is_some_and(|rest| self.openings.admit(rest)) {
                    return Some(at);
                }
            }
            if !self.go_on() {
                return None;
            }
        }
    }
}

/// The first eight bytes as a number, zeros where there are fewer.
fn first_bytes(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
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

    /// Phrases that may end within a word.
    pub(crate) fn parts<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        Self::ending(phrases, |_| End::Part)
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
        let openings =
            Openings::new(sorted.iter().filter_map(|(phrase, _)| std::str::from_utf8(phrase).ok()));
        let mut tree = Self { openings, first: vec![0; 256], ..Self::default() };
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
        if self.openings.admit(low.as_bytes()) {
            self.walk(low, |_, length| longest = Some(length));
        }
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
        Places { phrases: self, candidates: self.openings.places(low) }
    }

    /// The last phrase in `low`, which may start with a mark: place and length.
    pub(crate) fn last_in(&self, low: &str) -> Option<(usize, usize)> {
        let bytes = low.as_bytes();
        let admitted = |at: &usize| bytes.get(*at..).is_some_and(|rest| self.openings.admit(rest));
        (0..bytes.len()).rev().filter(admitted).find_map(|at| {
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
        for at in self.tree.openings.places(low).filter(|at| is_boundary(low, *at)) {
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
    candidates: Candidates<'a>,
}

impl Iterator for Places<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let (phrases, low) = (self.phrases, self.candidates.low);
        self.candidates.find_map(|at| {
            let rest = low.get(at..).filter(|_| is_word_start(low, at))?;
            Some((at, phrases.at_start(rest)?))
        })
    }
}

fn ends_here(low: &str, at: usize, end: End) -> bool {
    match end {
        End::Word => !low.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_in_first_word),
        End::Part => true,
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
