//! Languages: which one a text is in, and the words that the rules go by, from `*.toml`.

mod instruments;
mod lexicon;
mod quantities;
mod relations;
mod tails;
mod works;

pub(crate) use lexicon::{Lexicon, lexicon};
pub(crate) use relations::{RelationWords, relation_words};

use crate::words::is_letter;
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
    let of_vietnamese_alone = |c: &char| {
        ('\u{1EA0}'..='\u{1EF9}').contains(c) || matches!(c, 'ă' | 'đ' | 'ơ' | 'ư' | 'Đ' | 'Ư' | 'Ơ')
    };
    let letters = start.chars().filter(|c| is_letter(*c)).count();
    if start.chars().filter(of_vietnamese_alone).count() * 20 > letters {
        return Language::Vi;
    }
    // A few pages tell English from French as surely as many.
    let start = start.get(..start.floor_char_boundary(8_000)).unwrap_or(start);
    let known = vec![whatlang::Lang::Eng, whatlang::Lang::Fra, whatlang::Lang::Vie];
    match whatlang::Detector::with_allowlist(known).detect_lang(start) {
        Some(whatlang::Lang::Eng) => Language::En,
        Some(whatlang::Lang::Fra) => Language::Fr,
        _ => Language::Vi,
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
