//! Phrases that a stretch of text ends with: the words before a number.

use crate::words::{Phrases, is_boundary, lower};

/// A set of phrases in lower case, some of them marks alone.
#[derive(Debug, Default)]
pub(crate) struct Tails {
    /// The longest first.
    longest_first: Vec<String>,
    /// The same by their first bytes.
    tree: Phrases,
}

impl Tails {
    pub(super) fn new(phrases: &[String]) -> Self {
        let mut phrases: Vec<String> = phrases.iter().map(|phrase| lower(phrase.trim())).collect();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        let tree = Phrases::before_hyphens(phrases.iter().map(String::as_str));
        Self { longest_first: phrases, tree }
    }

    /// All phrases.
    pub(crate) fn list(&self) -> Vec<String> {
        self.longest_first.clone()
    }

    /// The length of the longest phrase that `low` ends with, as whole words.
    pub(crate) fn at_end(&self, low: &str) -> Option<usize> {
        let ends =
            |phrase: &&String| low.ends_with(phrase.as_str()) && is_boundary(low, low.len() - phrase.len());
        self.longest_first.iter().find(ends).map(String::len)
    }

    /// The length of the longest phrase that `low` starts with, as whole words; phrases of marks count too.
    pub(crate) fn at_start(&self, low: &str) -> Option<usize> {
        self.tree.at_start(low)
    }

    /// Whether one of the phrases occurs, as whole words.
    pub(crate) fn occur_in(&self, low: &str) -> bool {
        self.last_in(low).is_some()
    }

    /// Where the last of the phrases starts, and its length.
    pub(crate) fn last_in(&self, low: &str) -> Option<(usize, usize)> {
        self.tree.last_in(low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_at_an_end_is_found_as_whole_words() {
        let tails = Tails::new(&["trên".to_owned(), "khoảng trên".to_owned(), "≥".to_owned()]);
        assert_eq!(tails.at_end("đạt khoảng trên"), Some("khoảng trên".len()));
        assert_eq!(tails.at_end("chỉ số ≥"), Some("≥".len()));
        assert_eq!(tails.at_end("bềtrên"), None);
        assert_eq!(tails.last_in("trên núi, trên biển").map(|(at, _)| at), Some("trên núi, ".len()));
    }
}
