//! What was decided about a target.

use crate::codes::codes;
use crate::{Classification, FindingId, Origin};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened to a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was set.
    Set {
        /// What has to be reached.
        definition: Definition,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Where it is said, for targets that come from data and not from a text.
        source: Option<String>,
        /// Who may see it.
        classification: Classification,
    },
    /// We had it wrong.
    DefinitionCorrected {
        /// The right definition.
        definition: Definition,
    },
    /// Somebody said how it stands.
    StatusRecorded {
        /// How it stands.
        status: TargetStatus,
        /// On which day.
        on: Date,
        /// Where this is said.
        source: String,
    },
    /// Another version says the same, in these words.
    WordingAdded {
        /// The words.
        origin: Origin,
    },
    /// The words of a finding were none of it after all.
    WordingRemoved {
        /// The finding.
        finding: FindingId,
    },
    /// It was taken out of the programme.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// It was put back.
    Restored,
}

/// What has to be reached.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Definition {
    /// The number in the list of its instrument, where it has one.
    pub number: Option<u32>,
    /// What is measured, in the words of the document.
    pub indicator: String,
    /// What is measured, in other languages, by code (`vi`, `en`, `fr`).
    pub names: Vec<(String, String)>,
    /// `>=`, `<=`, `=` or `range`.
    pub comparator: Option<String>,
    /// The value; two for a range; empty where none is known.
    pub value: Vec<f64>,
    /// The unit as printed.
    pub unit: Option<String>,
    /// The year, span of years or deadline.
    pub period: Option<String>,
    /// The symbol of the instrument that set it.
    pub set_by: Option<String>,
}

codes! {
    /// How a target is said to stand.
    pub enum TargetStatus {
        /// Reached.
        Met = "met",
        /// On path.
        OnPath = "on_path",
        /// Behind, or facing challenges.
        Challenged = "challenged",
        /// Missed.
        Missed = "missed",
    }
}
