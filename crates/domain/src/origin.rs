//! Where a commitment comes from, and what a finding became.

use crate::{FindingId, InstrumentId, ProjectId, RecommendationId, TargetId, TaskId, VersionId};
use serde::{Deserialize, Serialize};

/// The exact words that a commitment rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Its version.
    pub version: VersionId,
    /// The finding that was accepted.
    pub finding: FindingId,
    /// First character, counted in Unicode scalar values of the version's text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words themselves.
    pub quote: String,
}

/// What an accepted finding became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "noun", content = "id")]
pub enum Commitment {
    /// A task.
    Task(TaskId),
    /// A target.
    Target(TargetId),
    /// A project.
    Project(ProjectId),
    /// A request to another body.
    Recommendation(RecommendationId),
}
