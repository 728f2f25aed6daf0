//! What was decided about an account.

use crate::{OrganisationId, Role};
use serde::{Deserialize, Serialize};

/// Something that happened to an account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was opened.
    Opened {
        /// What it may do.
        role: Role,
        /// The organisation that it acts for.
        organisation: Option<OrganisationId>,
    },
    /// It may do something else now.
    RoleChanged {
        /// What it may do.
        role: Role,
        /// The organisation that it acts for.
        organisation: Option<OrganisationId>,
    },
    /// It was closed.
    Closed,
    /// It was opened again.
    Reopened,
}
