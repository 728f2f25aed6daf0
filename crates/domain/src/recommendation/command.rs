//! What a person asks of a request in the ledger.

use crate::{Classification, Deadline, FindingId, Origin, Party};
use jiff::civil::Date;

/// A request to change the ledger.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Enter it.
    Make {
        /// What is asked.
        statement: String,
        /// Who asks.
        from: Option<Party>,
        /// Who is asked.
        to: Option<Party>,
        /// Until when.
        deadline: Option<Deadline>,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Who may see it.
        classification: Classification,
    },
    /// Send it on.
    Forward {
        /// To whom.
        to: Party,
        /// On which day.
        on: Date,
    },
    /// Enter the answer.
    Answer {
        /// On which day.
        on: Date,
        /// What it says.
        text: String,
    },
    /// Another version says the same.
    AddWording(Origin),
    /// The words of this finding are none of it after all.
    RemoveWording(FindingId),
    /// Take it out of the ledger.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Put it back.
    Restore,
}
