//! The words in names of instruments that have no number.

use super::lexicon::Kinds;
use super::tails::Tails;
use crate::words::Phrases;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the rules on named instruments ask of a language; empty where its rules need no such words.
#[derive(Debug, Default)]
pub(crate) struct Instruments {
    /// Last words of names that any name in capitals makes one's own: "act"; words → kind.
    pub(crate) firm: Kinds,
    /// Last words of names that need a mark of their own, as offices have many: "strategy"; words → kind.
    pub(crate) loose: Kinds,
    /// Words that make the name of a loose kind one's own: "national".
    pub(crate) marks: Phrases,
    /// Words in capitals that are no part of the name behind them.
    pub(crate) outside: Phrases,
    /// Small words inside names.
    pub(crate) inside: Phrases,
    /// Small words that part a kind from what it is about.
    pub(crate) about: Phrases,
    /// Words that look like the name of an instrument and are none: "common law".
    pub(crate) general: Tails,
    /// Short names that everybody knows: "gdpr".
    pub(crate) short: Phrases,
    /// Words that may stand behind a short name, where it is no attribute of another thing.
    pub(crate) behind_short: Phrases,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    firm: BTreeMap<String, Vec<String>>,
    loose: BTreeMap<String, Vec<String>>,
    marks: Vec<String>,
    outside: Vec<String>,
    inside: Vec<String>,
    about: Vec<String>,
    general: Vec<String>,
    short: Vec<String>,
    behind_short: Vec<String>,
}

impl File {
    pub(super) fn read(&self) -> Instruments {
        let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
        Instruments {
            firm: Kinds::new(&self.firm),
            loose: Kinds::new(&self.loose),
            marks: phrases(&self.marks),
            outside: phrases(&self.outside),
            inside: phrases(&self.inside),
            about: phrases(&self.about),
            general: Tails::new(&self.general),
            short: phrases(&self.short),
            behind_short: phrases(&self.behind_short),
        }
    }
}
