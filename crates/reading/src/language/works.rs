//! The words around the names of works.

use super::tails::Tails;
use crate::words::Phrases;
use serde::Deserialize;

/// What the rules on works ask of a language; empty where its rules need no such words.
#[derive(Debug, Default)]
pub(crate) struct Works {
    /// Small words inside names.
    pub(crate) inside: Phrases,
    /// Words in capitals that start something else.
    pub(crate) not_names: Phrases,
    /// Words before a head that make it a body, a plan or another word.
    pub(crate) not_behind: Tails,
    /// Words that works are spoken of with.
    pub(crate) building: Phrases,
    /// Words with which a house of a body is built.
    pub(crate) founding: Phrases,
    /// Words that a number of a name stands behind.
    pub(crate) numbered: Tails,
    /// Heads that are a work wherever they stand with a name.
    pub(crate) always: Phrases,
    /// Heads that are as often a place or a body.
    pub(crate) places: Phrases,
    /// Words before a head that belong to the name.
    pub(crate) openings: Tails,
    /// Words behind a name that only say where it lies.
    pub(crate) locations: Phrases,
    /// Words behind a name that belong to it.
    pub(crate) tails: Phrases,
    /// Words that a bracket of a name starts with.
    pub(crate) in_brackets: Phrases,
    /// Heads of systems, whose names go on in small letters.
    pub(crate) systems: Phrases,
    /// Words that such a name ends before.
    pub(crate) system_ends: Phrases,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    inside: Vec<String>,
    not_names: Vec<String>,
    not_behind: Vec<String>,
    building: Vec<String>,
    founding: Vec<String>,
    numbered: Vec<String>,
    always: Vec<String>,
    places: Vec<String>,
    openings: Vec<String>,
    locations: Vec<String>,
    tails: Vec<String>,
    in_brackets: Vec<String>,
    systems: Vec<String>,
    system_ends: Vec<String>,
}

impl File {
    pub(super) fn read(&self) -> Works {
        let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
        Works {
            inside: phrases(&self.inside),
            not_names: phrases(&self.not_names),
            not_behind: Tails::new(&self.not_behind),
            building: phrases(&self.building),
            founding: phrases(&self.founding),
            numbered: Tails::new(&self.numbered),
            always: phrases(&self.always),
            places: phrases(&self.places),
            openings: Tails::new(&self.openings),
            locations: phrases(&self.locations),
            tails: phrases(&self.tails),
            in_brackets: phrases(&self.in_brackets),
            systems: phrases(&self.systems),
            system_ends: phrases(&self.system_ends),
        }
    }
}
