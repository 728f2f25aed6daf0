//! The words around the names of instruments that have no number.

use crate::words::Phrases;
use serde::Deserialize;

/// What the rules on names of instruments ask of a language; empty where its rules need no such words.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// Adjectives between the word of a kind and what tells which: "arrêté interministériel du …".
    pub(crate) adjectives: Phrases,
    /// Kinds that a day alone tells from others.
    pub(crate) dated: Phrases,
    /// Kinds that are named by their subject.
    pub(crate) by_subject: Phrases,
    /// Words that open a subject: "relative à", "portant".
    pub(crate) subjects: Phrases,
    /// Kinds that have a name of their own.
    pub(crate) by_name: Phrases,
    /// Kinds of which small letters name one where the name says of what extent it is.
    pub(crate) by_small_name: Phrases,
    /// Adjectives that make a name of a kind in small letters.
    pub(crate) extents: Phrases,
    /// Fields of law that have a code.
    pub(crate) codes: Phrases,
    /// Words at which a name or subject ends.
    pub(crate) ends: Phrases,
    /// Words before a kind with which any of it is meant, or this document.
    pub(crate) general: Phrases,
    /// Words before a kind that say which one.
    pub(crate) definite: Phrases,
    /// Words in capitals that are no name.
    pub(crate) common: Phrases,
    /// Words that make the words of a link the title of an instrument.
    pub(crate) linked: Phrases,
    /// The same in English titles, where they stand last or before what the instrument is about.
    pub(crate) linked_last: Phrases,
    /// Short names that everybody knows: "RGPD".
    pub(crate) short: Phrases,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    adjectives: Vec<String>,
    dated: Vec<String>,
    by_subject: Vec<String>,
    subjects: Vec<String>,
    by_name: Vec<String>,
    by_small_name: Vec<String>,
    extents: Vec<String>,
    codes: Vec<String>,
    ends: Vec<String>,
    general: Vec<String>,
    definite: Vec<String>,
    common: Vec<String>,
    linked: Vec<String>,
    linked_last: Vec<String>,
    short: Vec<String>,
}

impl File {
    pub(super) fn read(&self) -> Naming {
        let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
        Naming {
            adjectives: phrases(&self.adjectives),
            dated: phrases(&self.dated),
            by_subject: phrases(&self.by_subject),
            subjects: phrases(&self.subjects),
            by_name: phrases(&self.by_name),
            by_small_name: phrases(&self.by_small_name),
            extents: phrases(&self.extents),
            codes: phrases(&self.codes),
            ends: phrases(&self.ends),
            general: phrases(&self.general),
            definite: phrases(&self.definite),
            common: phrases(&self.common),
            linked: phrases(&self.linked),
            linked_last: phrases(&self.linked_last),
            short: phrases(&self.short),
        }
    }
}
