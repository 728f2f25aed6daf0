//! What is so about a task.

use super::Progress;
use crate::{Classification, Deadline, OrganisationId, Origin, Party};
use jiff::{Timestamp, civil::Date};

/// A task as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// What has to be done.
    pub statement: String,
    /// The words that it rests on.
    pub origin: Option<Origin>,
    /// The words of other versions that say the same, in the order in which they were confirmed.
    pub wordings: Vec<Origin>,
    /// Bodies in charge.
    pub lead: Vec<Party>,
    /// Bodies that help.
    pub coordinating: Vec<Party>,
    /// Until when, extensions counted in.
    pub deadline: Option<Deadline>,
    /// How often it was extended.
    pub extensions: u32,
    /// Who may see it.
    pub classification: Classification,
    /// The last report.
    pub report: Option<Report>,
    /// The day on which it was done.
    pub completed_on: Option<Date>,
    /// Whether it was taken out of the programme.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// What an owner last said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How it goes.
    pub progress: Progress,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// What was done.
    pub text: String,
    /// When it was said.
    pub at: Timestamp,
}

impl State {
    /// The organisations that lead or help.
    pub fn parties(&self) -> Vec<OrganisationId> {
        self.lead.iter().chain(&self.coordinating).filter_map(|party| party.organisation).collect()
    }
}
