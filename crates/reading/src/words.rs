//! Small tools on words: lower case that keeps its length, phrases at a place, boundaries.

use std::collections::HashMap;

/// Lower case with tones in one custom, in which all keeps its length in bytes, so that places
/// stay.
pub(crate) fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut low = c.to_lowercase();
        match (low.next(), low.next()) {
            (Some(l), None) if l.len_utf8() == c.len_utf8() => out.push(l),
            _ => out.push(c),
        }
    }
    crate::tones::settle(&mut out);
    out
}

/// Whether a character can be part of a word.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether a word ends before this byte or starts at it.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back()).is_some_and(is_word);
    let after = text.get(at..).and_then(|t| t.chars().next()).is_some_and(is_word);
    !(before && after)
}

/// The first word of a text, without leading marks.
pub(crate) fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !is_word(c) && c != '-' && c != '\'' && c != '’').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Where the words of a text start.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = is_word(c) && !inside;
        inside = is_word(c);
        starts.then_some(at)
    })
}

/// A set of phrases in lower case, found by their first word, the longest first.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    by_first: HashMap<String, Vec<String>>,
}

impl Phrases {
    pub(crate) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut by_first: HashMap<String, Vec<String>> = HashMap::new();
        for phrase in phrases {
            let phrase = lower(phrase.trim());
            by_first.entry(first_word(&phrase).to_owned()).or_default().push(phrase);
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        }
        Self { by_first }
    }

    /// The length of the longest phrase at the start of `low`, which is in lower case.
    pub(crate) fn at_start(&self, low: &str) -> Option<usize> {
        let candidates = self.by_first.get(first_word(low))?;
        candidates.iter().find(|p| low.starts_with(p.as_str()) && is_boundary(low, p.len())).map(String::len)
    }

    /// The first phrase anywhere in `low`: its place and length.
    pub(crate) fn find(&self, low: &str) -> Option<(usize, usize)> {
        word_starts(low).find_map(|at| Some((at, self.at_start(low.get(at..)?)?)))
    }

    /// Whether any phrase occurs in `low`.
    pub(crate) fn occur_in(&self, low: &str) -> bool {
        self.find(low).is_some()
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
    fn lower_case_keeps_lengths() {
        for text in ["ỦY BAN NHÂN DÂN", "İstanbul ẞ", "École Œuvre"] {
            assert_eq!(lower(text).len(), text.len());
        }
    }
}
