//! Sentences and clauses: a block cut at full stops and semicolons that end something.

use crate::bytes;
use crate::words::{is_capital, is_word, lower};
use std::ops::Range;

/// A part of a block that ends in a full stop or a semicolon; the mark is part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Where it lies in the text that was cut.
    pub(crate) range: Range<usize>,
    /// Whether a new sentence starts with it.
    pub(crate) starts_sentence: bool,
}

/// Cuts words into clauses. Marks inside brackets and quotation marks end nothing.
pub(crate) fn clauses(words: &str) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::new();
    let (mut start, mut starts_sentence) = (0, true);
    let mut depth = Depth::default();
    let marks = bytes::places_where(words.as_bytes(), |[byte]| can_part(byte));
    let marks = marks.filter_map(|at| Some((at, words.get(at..)?.chars().next()?)));
    for (at, c) in marks {
        depth.see(c);
        let end = at + c.len_utf8();
        let ends_sentence = ends_sentence(words, at, c);
        let flat = depth.is_flat();
        let forgotten = !flat && ends_sentence && !closes_soon(words.get(end..).unwrap_or_default());
        let parts = c == ';' && !lists_names(words.get(start..at).unwrap_or_default());
        let ends = (flat && (parts || ends_sentence)) || forgotten;
        if ends {
            push(&mut out, words, start..end, starts_sentence);
            (start, starts_sentence) = (end, ends_sentence);
        }
        if forgotten {
            depth = Depth::default();
        }
    }
    push(&mut out, words, start..words.len(), starts_sentence);
    out
}

/// Whether a character can end a clause, or keep one from ending, by its first byte: brackets and marks,
/// and the first bytes of `«` `»` and of `“` `”` `…`.
fn can_part(byte: u8) -> bool {
    bytes::is_one_of(byte, b"()[]\";.!?\xC2\xE2")
}

fn push(out: &mut Vec<Clause>, words: &str, range: Range<usize>, starts_sentence: bool) {
    let piece = words.get(range.clone()).unwrap_or_default();
    let trimmed = piece.trim();
    if !trimmed.chars().any(is_word) {
        return;
    }
    let start = range.start + (piece.len() - piece.trim_start().len());
    out.push(Clause { range: start..start + trimmed.len(), starts_sentence });
}

/// Open brackets and quotation marks. One that does not close soon is forgotten at the end of a
/// sentence, so that one slip does not swallow a document.
#[derive(Default)]
struct Depth {
    brackets: usize,
    quotes: usize,
    straight: bool,
}

impl Depth {
    fn see(&mut self, c: char) {
        match c {
            '(' | '[' => self.brackets += 1,
            ')' | ']' => self.brackets = self.brackets.saturating_sub(1),
            '“' | '«' => self.quotes += 1,
            '”' | '»' => self.quotes = self.quotes.saturating_sub(1),
            '"' => self.straight = !self.straight,
            _ => {}
        }
    }

    fn is_flat(&self) -> bool {
        self.brackets == 0 && self.quotes == 0 && !self.straight
    }
}

/// "Yêu cầu các Sở: Xây dựng; Y tế": whether short names stand behind the colon of bodies of one kind.
fn lists_names(before: &str) -> bool {
    const HEADS: [&str; 8] = [
        "các bộ",
        "các sở",
        "các cục",
        "các vụ",
        "các tỉnh",
        "các thành phố",
        "các tỉnh, thành phố",
        "các ban",
    ];
    const MOST_WORDS: usize = 7;
    let Some((head, names)) = before.rsplit_once(": ") else { return false };
    let head = lower(head.get(head.ceil_char_boundary(head.len().saturating_sub(32))..).unwrap_or(head));
    let name = |name: &str| {
        name.trim().starts_with(is_capital)
            && name.split_whitespace().take(MOST_WORDS + 1).count() <= MOST_WORDS
    };
    HEADS.iter().any(|one| head.ends_with(one)) && names.split(';').all(name)
}

/// Whether a bracket or quotation that is open closes within the next lines.
fn closes_soon(rest: &str) -> bool {
    let near = rest.get(..rest.floor_char_boundary(400)).unwrap_or(rest);
    let open = near.find(['(', '“', '«']).unwrap_or(near.len());
    near.find([')', '”', '»', '"']).is_some_and(|close| close < open)
}

/// Whether a sentence ends with the character at this place.
fn ends_sentence(words: &str, at: usize, c: char) -> bool {
    if !matches!(c, '.' | '!' | '?' | '…') {
        return false;
    }
    let rest = words.get(at + c.len_utf8()..).unwrap_or_default();
    let Some(next) = rest.chars().next() else { return true };
    if !next.is_whitespace() {
        return false;
    }
    let rest = rest.trim_start();
    let follower = rest.chars().find(|c| !matches!(c, '“' | '"' | '«' | '(' | '‘'));
    let new = follower.is_none_or(|c| is_capital(c) || c.is_ascii_digit() || matches!(c, '-' | '–'));
    let new = new || starts_with_mark(rest);
    let before = words.get(..at).unwrap_or_default();
    new && !(c == '.' && (is_abbreviation(before) || is_number_in_bracket(before)))
}

/// "(3. Keep it simple)": the number of what a bracket refers to.
fn is_number_in_bracket(before: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < before.len() && before.len() - bare.len() < 3 && bare.ends_with('(')
}

/// "(ii) …", "(b) …": the mark of an item inside a paragraph.
fn starts_with_mark(rest: &str) -> bool {
    let near = rest.get(..rest.floor_char_boundary(12)).unwrap_or(rest);
    let mark = near.strip_prefix('(').and_then(|inner| inner.split_once(") ")).map(|(mark, _)| mark);
    mark.is_some_and(|mark| {
        let roman = !mark.is_empty() && mark.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        roman || (mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase()))
    })
}

/// Words that a full stop cuts short without ending the sentence.
const CUT: [&str; 35] = [
    "No", "no", "Nos", "St", "Mr", "Mrs", "Ms", "Dr", "Art", "art", "Sec", "pp", "vs", "cf", "U.S", "U.K",
    "e.g", "i.e", "E.O", "Pub", "Stat", "Fed", "Gen", "Sgt", "para", "Inc", "Ltd", "Co", "TP", "Tp", "TS",
    "ThS", "PGS", "GS", "p",
];

/// Whether the word before a full stop is cut short by it.
fn is_abbreviation(before: &str) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(is_capital);
    CUT.contains(&word) || initial
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(words: &str) -> Vec<&str> {
        clauses(words).into_iter().map(|clause| words.get(clause.range).unwrap()).collect()
    }

    #[test]
    fn full_stops_and_semicolons_cut() {
        assert_eq!(
            cut("Rà soát quy hoạch; báo cáo Thủ tướng. Xây dựng kế hoạch."),
            ["Rà soát quy hoạch;", "báo cáo Thủ tướng.", "Xây dựng kế hoạch."]
        );
    }

    #[test]
    fn marks_of_items_inside_a_paragraph_cut() {
        assert_eq!(cut("Giao Bộ: (i) Rà soát. (ii) Báo cáo.").len(), 2);
        assert_eq!(cut("Theo Nghị định (v.v.) (xem phụ lục) của bộ.").len(), 1);
    }

    #[test]
    fn brackets_quotes_numbers_and_short_words_do_not() {
        let whole = [
            "Ngành (y tế; giáo dục) và “một; hai” cùng làm.",
            "Khoảng 1.700 km theo Resolution No. 45-NQ/TW.",
            "The U.S. National plan of John F. Kennedy.",
            "Yêu cầu các Sở: Xây dựng; Y tế; Nội vụ kiểm tra các giếng.",
        ];
        for words in whole {
            assert_eq!(cut(words), [words]);
        }
    }

    #[test]
    fn the_number_of_what_a_bracket_refers_to_ends_no_sentence() {
        assert_eq!(cut("Test the ferry (1. Keep it simple. (Harbour Handbook)) every year.").len(), 2);
        assert_eq!(cut("Kiểm tra phà (2. Xem phụ lục) hằng năm.").len(), 1);
    }

    #[test]
    fn a_bracket_that_never_closes_is_forgotten_at_the_full_stop() {
        assert_eq!(cut("Một (hai; ba. Bốn; năm.").len(), 3);
    }
}
