//! What a person asks of a task.

use super::Progress;
use crate::{Classification, Deadline, FindingId, Origin, Party};
use jiff::civil::Date;

/// A request to change a task.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Take it into the programme.
    Create {
        /// What has to be done, in the words of the document.
        statement: String,
        /// The words that it rests on; `None` for a task that a person typed.
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
    /// Say who does it.
    Assign {
        /// Bodies in charge; at least one.
        lead: Vec<Party>,
        /// Bodies that help.
        coordinating: Vec<Party>,
    },
    /// Give a deadline, or correct a wrong one.
    SetDeadline(Option<Deadline>),
    /// Grant a later day, with a reason.
    Extend {
        /// The new deadline.
        deadline: Deadline,
        /// Why.
        reason: String,
    },
    /// Say how far it is.
    Report {
        /// How it goes.
        progress: Progress,
        /// 0 to 100, where it can be said.
        percent: Option<u8>,
        /// What was done.
        text: String,
    },
    /// Say that it is done.
    Complete {
        /// The day on which it was done.
        on: Date,
        /// What shows it.
        note: String,
    },
    /// It was not done after all.
    Reopen {
        /// Why.
        reason: String,
    },
    /// Correct its words.
    Correct {
        /// The right words.
        statement: String,
    },
    /// Another version says the same.
    AddWording(Origin),
    /// The words of this finding are none of it after all.
    RemoveWording(FindingId),
    /// Take it out of the programme.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Put it back.
    Restore,
}
