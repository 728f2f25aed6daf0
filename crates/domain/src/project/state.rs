//! What is so about a project.

use super::{Description, Stage};
use crate::{Classification, Origin};
use jiff::{Timestamp, civil::Date};

/// A project as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// What it is.
    pub description: Description,
    /// The words that it rests on.
    pub origin: Option<Origin>,
    /// The words of other versions that say the same, in the order in which they were confirmed.
    pub wordings: Vec<Origin>,
    /// Where it is said, for projects from data.
    pub source: Option<String>,
    /// Who may see it.
    pub classification: Classification,
    /// The stages that it reached, oldest first.
    pub stages: Vec<StageRecord>,
    /// Whether it was taken off the list.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// A stage that was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageRecord {
    /// Which.
    pub stage: Stage,
    /// On which day.
    pub on: Date,
    /// Where this is said.
    pub source: String,
}
