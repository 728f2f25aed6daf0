//! What was decided about a task.

use crate::codes::codes;
use crate::{Classification, Deadline, FindingId, Origin, Party};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened to a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was taken into the programme.
    Created {
        /// What has to be done.
        statement: String,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Bodies in charge.
        lead: Vec<Party>,
        /// Bodies that help.
        coordinating: Vec<Party>,
        /// Until when.
        deadline: Option<Deadline>,
        /// Who may see it.
        classification: Classification,
    },
    /// It was given to bodies.
    Assigned {
        /// Bodies in charge.
        lead: Vec<Party>,
        /// Bodies that help.
        coordinating: Vec<Party>,
    },
    /// Its deadline was set.
    DeadlineSet {
        /// The deadline; `None` when it was taken away.
        deadline: Option<Deadline>,
    },
    /// A later day was granted.
    Extended {
        /// The new deadline.
        deadline: Deadline,
        /// Why.
        reason: String,
    },
    /// An owner said how far it is.
    Reported {
        /// How it goes.
        progress: Progress,
        /// 0 to 100.
        percent: Option<u8>,
        /// What was done.
        text: String,
    },
    /// It was done.
    Completed {
        /// The day on which it was done.
        on: Date,
        /// What shows it.
        note: String,
    },
    /// It was not done after all.
    Reopened {
        /// Why.
        reason: String,
    },
    /// We had its words wrong.
    StatementCorrected {
        /// The right words.
        statement: String,
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

codes! {
    /// How an owner says that it goes.
    pub enum Progress {
        /// Nothing was done yet.
        NotStarted = "not_started",
        /// On path.
        OnPath = "on_path",
        /// Behind, but moving.
        Behind = "behind",
        /// Blocked.
        Blocked = "blocked",
    }
}
