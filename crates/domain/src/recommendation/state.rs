//! What is so about a request.

use crate::{Classification, Deadline, Origin, Party};
use jiff::{Timestamp, civil::Date};

/// A request as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// What is asked.
    pub statement: String,
    /// Who asks.
    pub from: Option<Party>,
    /// Who is asked.
    pub to: Option<Party>,
    /// Until when.
    pub deadline: Option<Deadline>,
    /// The words that it rests on.
    pub origin: Option<Origin>,
    /// The words of other versions that say the same, in the order in which they were confirmed.
    pub wordings: Vec<Origin>,
    /// Who may see it.
    pub classification: Classification,
    /// To whom it was sent on, and when, oldest first.
    pub forwarded: Vec<(Party, Date)>,
    /// The answer.
    pub answer: Option<Answer>,
    /// Whether it was taken out of the ledger.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// The answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// On which day.
    pub on: Date,
    /// What it says.
    pub text: String,
}
