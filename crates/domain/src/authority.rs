//! Who asks, on what authority, and on which day: what every decision is given besides the
//! command and the state.

use crate::{AccountId, OrganisationId, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The person who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The account that is signed in.
    pub account: AccountId,
    /// What it may do.
    pub role: Role,
    /// The organisation that it acts for, for owners.
    pub organisation: Option<OrganisationId>,
}

/// The instrument, minute or order that a change rests on, as the person names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Authority(pub String);

/// What a decision knows of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// Who asks.
    pub actor: Actor,
    /// The civil day in the locality.
    pub today: Date,
}
