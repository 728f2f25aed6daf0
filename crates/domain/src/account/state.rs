//! What is so about an account.

use crate::{OrganisationId, Role};
use jiff::Timestamp;

/// An account as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// What it may do; `None` before it was opened.
    pub role: Option<Role>,
    /// The organisation that it acts for.
    pub organisation: Option<OrganisationId>,
    /// Whether it was closed.
    pub closed: bool,
    /// When it was opened.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}
