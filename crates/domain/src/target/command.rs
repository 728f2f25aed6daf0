//! What a person asks of a target.

use super::{Definition, TargetStatus};
use crate::{Classification, FindingId, Origin};
use jiff::civil::Date;

/// A request to change a target.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Set it.
    Set {
        /// What has to be reached.
        definition: Definition,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Where it is said, for targets from data.
        source: Option<String>,
        /// Who may see it.
        classification: Classification,
    },
    /// Correct it.
    Correct(Definition),
    /// Say how it stands.
    RecordStatus {
        /// How.
        status: TargetStatus,
        /// On which day.
        on: Date,
        /// Where this is said.
        source: String,
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
