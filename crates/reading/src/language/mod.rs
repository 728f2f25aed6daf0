//! Languages: which one a text is in, and the words that the rules go by, from `*.toml`.

mod grammar;
mod instruments;
mod lexicon;
mod naming;
mod quantities;
mod relations;
mod tails;
mod works;

pub(crate) use lexicon::{Lexicon, lexicon};
pub(crate) use relations::{RelationWords, relation_words};

use crate::bytes;
use serde::{Deserialize, Serialize};

/// A language that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
    /// French.
    Fr,
}

/// The language of a whole text; Vietnamese where it cannot be told.
pub fn recognise(text: &str) -> Language {
    let start = text.get(..text.floor_char_boundary(40_000)).unwrap_or(text);
    let Letters { all: letters, accents, vietnamese } = Letters::of(start);
    if vietnamese * 20 > letters {
        return Language::Vi;
    }
    // A few pages tell English from French as surely as many.
    let page = start.get(..start.floor_char_boundary(8_000)).unwrap_or(start);
    let articles = page.matches(" the ").count();
    // Of a hundred letters French accents two to four, and of a hundred words of English five are "the".
    match (accents * 80 > letters, articles * 500 > page.len()) {
        (true, false) if articles == 0 => return Language::Fr,
        (false, true) if accents * 300 < letters => return Language::En,
        _ => {}
    }
    let known = vec![whatlang::Lang::Eng, whatlang::Lang::Fra, whatlang::Lang::Vie];
    match whatlang::Detector::with_allowlist(known).detect_lang(page) {
        Some(whatlang::Lang::Eng) => Language::En,
        Some(whatlang::Lang::Fra) => Language::Fr,
        _ => Language::Vi,
    }
}

/// What the letters of a text tell of its language: counted by the bytes that characters start with, which
/// are few.
struct Letters {
    all: usize,
    /// Letters with an accent that French has too.
    accents: usize,
    /// Letters that only Vietnamese has.
    vietnamese: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let plain = bytes::count(bytes, |byte| byte.is_ascii_alphabetic());
        let accents = bytes::count(bytes, |byte| byte == 0xC3);
        // `ă` and `đ` `Đ` start with C4, `ơ` `Ơ` `ư` `Ư` with C6; U+1EA0–U+1EF9 with E1.
        let vietnamese = bytes::count(bytes, |byte| bytes::is_one_of(byte, &[0xC4, 0xC6, 0xE1]));
        Self { all: plain + accents + vietnamese, accents, vietnamese }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let table = [
            ("Ủy ban nhân dân thành phố ban hành kế hoạch thực hiện nghị quyết.", Language::Vi),
            ("The City People's Committee issues the plan to implement the resolution.", Language::En),
            (
                "Le Comité populaire de la ville publie le plan de mise en œuvre de la résolution.",
                Language::Fr,
            ),
            (
                "According to the Resolution, Hải Phòng needs to restructure its economy with new growth.",
                Language::En,
            ),
        ];
        for (text, language) in table {
            assert_eq!(recognise(text), language, "{text}");
        }
    }
}
