//! What a person asks of an organisation.

use super::Names;
use crate::OrganisationId;
use jiff::civil::Date;

/// A request to change an organisation.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Put it on record.
    Found {
        /// A short readable key.
        slug: String,
        /// Its level.
        level: String,
        /// What it is called.
        names: Names,
        /// From which day.
        on: Option<Date>,
        /// The organisations that it came from.
        from: Vec<OrganisationId>,
        /// Where this is said.
        source: String,
    },
    /// Give it another name.
    Rename {
        /// The new names.
        names: Names,
        /// From which day.
        on: Date,
    },
    /// Correct its names.
    CorrectNames(Names),
    /// Let it go into another one.
    Merge {
        /// Which.
        into: OrganisationId,
        /// Its own id, so that it is not merged into itself.
        own: OrganisationId,
        /// From which day.
        on: Date,
        /// What this rests on.
        basis: String,
    },
    /// Let it become several.
    Split {
        /// Which, at least two.
        into: Vec<OrganisationId>,
        /// Its own id.
        own: OrganisationId,
        /// From which day.
        on: Date,
        /// What this rests on.
        basis: String,
    },
    /// Take it off the record: it was put there by mistake.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Put it back.
    Restore,
}
