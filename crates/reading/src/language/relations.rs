//! The words of relations between instruments, as `relations.toml` lists them.

use super::Language;
use crate::reading::RelationKind;
use crate::words::Phrases;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the rules of relations ask of a language. The file explains each list.
#[derive(Debug, Default)]
pub(crate) struct RelationWords {
    pub(crate) about: Phrases,
    pub(crate) joins: Phrases,
    pub(crate) breaks: Phrases,
    pub(crate) tale: Phrases,
    pub(crate) hands: Phrases,
    /// Words before a citation, by the relation that they say.
    pub(crate) before: Vec<(RelationKind, Phrases)>,
    /// Words behind it.
    pub(crate) behind: Vec<(RelationKind, Phrases)>,
    /// The words of `before` and `breaks` together: a quick look.
    pub(crate) any: Phrases,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    vi: Words,
    en: Words,
    fr: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    about: Vec<String>,
    joins: Vec<String>,
    breaks: Vec<String>,
    tale: Vec<String>,
    hands: Vec<String>,
    before: BTreeMap<RelationKind, Vec<String>>,
    behind: BTreeMap<RelationKind, Vec<String>>,
}

/// The words of relations in a language.
pub(crate) fn relation_words(language: Language) -> &'static RelationWords {
    static ALL: LazyLock<[RelationWords; 3]> = LazyLock::new(|| parse(FILE).unwrap_or_default());
    let [vi, en, fr] = &*ALL;
    match language {
        Language::Vi => vi,
        Language::En => en,
        Language::Fr => fr,
    }
}

const FILE: &str = include_str!("relations.toml");

fn parse(text: &str) -> Result<[RelationWords; 3], toml::de::Error> {
    let file: File = toml::from_str(text)?;
    Ok([file.vi, file.en, file.fr].map(RelationWords::from))
}

impl From<Words> for RelationWords {
    fn from(words: Words) -> Self {
        let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
        let by_kind = |map: &BTreeMap<RelationKind, Vec<String>>| {
            map.iter().map(|(kind, list)| (*kind, phrases(list))).collect()
        };
        Self {
            about: phrases(&words.about),
            joins: phrases(&words.joins),
            breaks: phrases(&words.breaks),
            tale: phrases(&words.tale),
            hands: phrases(&words.hands),
            before: by_kind(&words.before),
            behind: by_kind(&words.behind),
            any: Phrases::new(words.before.values().flatten().chain(&words.breaks).map(String::as_str)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_understood() {
        parse(FILE).unwrap();
    }
}
