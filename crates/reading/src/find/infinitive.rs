//! French infinitives: those of the list of verbs, and others by their ending.

use crate::language::Lexicon;
use crate::words::first_word;

/// Whether the first word is an infinitive: a verb of the list, or a word with the ending of one that is no noun.
pub(super) fn starts(lexicon: &Lexicon, low: &str) -> bool {
    let word = first_word(low);
    // "février", "dossier", "financier" are none; "clarifier" is one.
    let ending =
        (word.ends_with("er") && (!word.ends_with("ier") || word.ends_with("fier"))) || word.ends_with("ir");
    // "l’hiver" is an article with its noun.
    let whole = word.len() > 4 && !word.contains(['’', '\'']);
    (ending && whole && lexicon.not_verbs.at_start(low) != Some(word.len())) || is_known(lexicon, word)
}

/// Whether the whole word is an infinitive of the list.
pub(super) fn is_known(lexicon: &Lexicon, word: &str) -> bool {
    (word.ends_with('r') || word.ends_with("re")) && lexicon.verbs.at_start(word) == Some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::language::lexicon;

    #[test]
    fn infinitives_are_told_from_nouns_that_end_like_them() {
        let infinitive = |word: &&str| starts(lexicon(Language::Fr), word);
        let verbs = ["publier le registre", "draguer", "mettre", "modifier", "assainir", "faire", "rendre"];
        assert_eq!(verbs.iter().filter(|word| !infinitive(word)).count(), 0);
        let nouns = [
            "février",
            "dossier",
            "avenir",
            "pouvoir",
            "livre",
            "lettre",
            "cadre",
            "mer",
            "réservoir",
            "terroir",
            "leader",
            "l’hiver",
            "bien",
            "recherche",
            "air",
        ];
        assert_eq!(nouns.iter().filter(|word| infinitive(word)).count(), 0);
    }
}
