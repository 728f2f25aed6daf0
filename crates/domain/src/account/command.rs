//! What a person asks of an account.

use crate::{OrganisationId, Role};

/// A request to change an account. `other_administrators` is how many other open accounts
/// are administrators, so that the last one stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Open it.
    Open {
        /// What it may do.
        role: Role,
        /// The organisation that it acts for; owners need one.
        organisation: Option<OrganisationId>,
    },
    /// Let it do something else.
    ChangeRole {
        /// What it may do.
        role: Role,
        /// The organisation that it acts for.
        organisation: Option<OrganisationId>,
        /// How many other administrators there are.
        other_administrators: usize,
    },
    /// Close it.
    Close {
        /// How many other administrators there are.
        other_administrators: usize,
    },
    /// Open it again.
    Reopen,
}
