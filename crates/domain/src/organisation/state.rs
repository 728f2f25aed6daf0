//! What is so about an organisation.

use super::Names;
use crate::{Language, OrganisationId};
use jiff::{Timestamp, civil::Date};

/// An organisation as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// Its readable key.
    pub slug: String,
    /// Its level.
    pub level: String,
    /// Its names now.
    pub names: Names,
    /// Earlier names, each with the last day on which it was in use.
    pub former_names: Vec<(Names, Date)>,
    /// From which day it exists.
    pub founded_on: Option<Date>,
    /// The organisations that it came from.
    pub from: Vec<OrganisationId>,
    /// How it ended.
    pub end: Option<End>,
    /// Where this is said.
    pub source: String,
    /// Whether it was taken off the record.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// How an organisation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The first day on which it is no more.
    pub on: Date,
    /// Who took over.
    pub successors: Vec<OrganisationId>,
    /// What this rests on.
    pub basis: String,
}

impl State {
    /// Its name in a language, Vietnamese where there is none.
    pub fn name(&self, language: Language) -> &str {
        let own = match language {
            Language::Vi => None,
            Language::En => self.names.en.as_deref(),
            Language::Fr => self.names.fr.as_deref(),
        };
        own.unwrap_or(&self.names.vi)
    }
}
