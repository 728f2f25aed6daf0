//! What is so about a target.

use super::{Definition, TargetStatus};
use crate::{Classification, Origin};
use jiff::{Timestamp, civil::Date};

/// A target as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// What has to be reached.
    pub definition: Definition,
    /// The words that it rests on.
    pub origin: Option<Origin>,
    /// The words of other versions that say the same, in the order in which they were confirmed.
    pub wordings: Vec<Origin>,
    /// Where it is said, for targets from data.
    pub source: Option<String>,
    /// Who may see it.
    pub classification: Classification,
    /// How it stood, oldest first.
    pub statuses: Vec<StatusRecord>,
    /// Whether it was taken out of the programme.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// How a target was said to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusRecord {
    /// How.
    pub status: TargetStatus,
    /// On which day.
    pub on: Date,
    /// Where this is said.
    pub source: String,
}
