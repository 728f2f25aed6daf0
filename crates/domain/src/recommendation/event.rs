//! What was decided about a request.

use crate::{Classification, Deadline, FindingId, Origin, Party};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened to a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was made.
    Made {
        /// What is asked, in the words of the document.
        statement: String,
        /// Who asks.
        from: Option<Party>,
        /// Who is asked.
        to: Option<Party>,
        /// Until when an answer or an act is wanted.
        deadline: Option<Deadline>,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Who may see it.
        classification: Classification,
    },
    /// It was sent on.
    Forwarded {
        /// To whom.
        to: Party,
        /// On which day.
        on: Date,
    },
    /// It was answered.
    Answered {
        /// On which day.
        on: Date,
        /// What the answer says.
        text: String,
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
    /// It was taken out of the ledger.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// It was put back.
    Restored,
}
