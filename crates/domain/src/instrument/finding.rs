//! What the reader found in a text, not yet confirmed.

use super::Relation;
use crate::codes::codes;
use crate::{Deadline, FindingId};
use serde::{Deserialize, Serialize};

/// One finding: words of a version, and what they seem to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// First character, counted in Unicode scalar values of the version's text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words.
    pub quote: String,
    /// What they say.
    pub content: Content,
    /// How sure the reader is, 0 to 1.
    pub confidence: f64,
    /// The rule that found it, or [`Finding::BY_A_PERSON`].
    pub rule: String,
}

impl Finding {
    /// The rule of what a person found.
    pub const BY_A_PERSON: &str = "person";
}

/// What a finding says. Names of bodies stand as printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "category", rename_all = "snake_case")]
pub enum Content {
    /// Another instrument is named.
    Citation {
        /// Its kind, as the reading guide names kinds.
        kind: String,
        /// Its symbol.
        symbol: Option<String>,
        /// Its day of issue, ISO.
        date: Option<String>,
        /// Who issued it.
        issuer: Option<String>,
        /// How the document stands to it, where the words say more than that it is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relation: Option<CitedAs>,
    },
    /// Somebody has to do something.
    Task {
        /// Bodies in charge.
        lead: Vec<String>,
        /// Bodies that help.
        coordinating: Vec<String>,
        /// Until when.
        deadline: Option<Deadline>,
        /// The words that give the deadline, as printed; also where they name no day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline_words: Option<String>,
        /// The deadline was reckoned from the day of issue.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        deadline_relative: bool,
        /// What shows that it is done, as printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deliverable: Option<String>,
    },
    /// A quantity has to be reached or kept.
    Target {
        /// What is measured.
        indicator: String,
        /// `>=`, `<=`, `=` or `range`.
        comparator: Option<String>,
        /// The value; two of them for a range.
        value: Vec<f64>,
        /// The unit as printed.
        unit: Option<String>,
        /// The year, span of years or deadline.
        period: Option<String>,
        /// `met` or `challenged`, where the text says so.
        status: Option<String>,
    },
    /// A work or investment is named.
    Project {
        /// Its kind, as the reading guide names kinds.
        kind: String,
    },
    /// One body asks another for something.
    Proposal {
        /// Who asks.
        from: Option<String>,
        /// Who is asked.
        to: Option<String>,
        /// Until when.
        deadline: Option<Deadline>,
        /// The words that give the deadline, as printed; also where they name no day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline_words: Option<String>,
        /// The deadline was reckoned from the day of issue.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        deadline_relative: bool,
    },
}

/// How a document stands to an instrument that it cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedAs {
    /// Which relation.
    pub kind: Relation,
    /// The words that say so.
    pub words: String,
}

/// What a reading could not settle: something to look at before relying on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about, as the reader names kinds of remarks (`announced_count`, `broken_table`).
    pub about: String,
    /// First character, counted in Unicode scalar values of the version's text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words.
    pub quote: String,
    /// What the document says, where it says something that can be checked.
    pub said: Option<String>,
    /// What was found instead.
    pub found: Option<String>,
}

codes! {
    /// The five kinds of finding.
    pub enum Category {
        /// Another instrument.
        Citation = "citation",
        /// Something to do.
        Task = "task",
        /// A quantity to reach.
        Target = "target",
        /// A work or investment.
        Project = "project",
        /// A request.
        Proposal = "proposal",
    }
}

impl Content {
    /// A task of which no more is said than these.
    pub fn task(lead: Vec<String>, coordinating: Vec<String>, deadline: Option<Deadline>) -> Self {
        let (deadline_words, deliverable) = (None, None);
        Self::Task { lead, coordinating, deadline, deadline_words, deadline_relative: false, deliverable }
    }

    /// A request of which no more is said than these.
    pub fn proposal(from: Option<String>, to: Option<String>, deadline: Option<Deadline>) -> Self {
        Self::Proposal { from, to, deadline, deadline_words: None, deadline_relative: false }
    }

    /// Which of the five it is.
    pub fn category(&self) -> Category {
        match self {
            Self::Citation { .. } => Category::Citation,
            Self::Task { .. } => Category::Task,
            Self::Target { .. } => Category::Target,
            Self::Project { .. } => Category::Project,
            Self::Proposal { .. } => Category::Proposal,
        }
    }
}
