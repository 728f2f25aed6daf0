//! What a person asks of a project.

use super::{Description, Stage};
use crate::{Classification, FindingId, Origin};
use jiff::civil::Date;

/// A request to change a project.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Put it on the list.
    List {
        /// What it is.
        description: Description,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Where it is said, for projects from data.
        source: Option<String>,
        /// Who may see it.
        classification: Classification,
    },
    /// Correct it.
    Correct(Description),
    /// Say which stage it reached.
    RecordStage {
        /// Which.
        stage: Stage,
        /// On which day.
        on: Date,
        /// Where this is said.
        source: String,
    },
    /// Another version says the same.
    AddWording(Origin),
    /// The words of this finding are none of it after all.
    RemoveWording(FindingId),
    /// Take it off the list.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Put it back.
    Restore,
}
