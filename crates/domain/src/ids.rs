//! Typed, time-ordered ids (UUIDv7). They are made by the use case, never here.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

typed_ids! {
    /// One account, for as long as the programme lasts. The name of its person is kept elsewhere.
    AccountId,
    /// One press of a button: sent again, it does nothing again.
    CommandId,
    /// One finding of the reader in one version of an instrument.
    FindingId,
    /// One instrument, with all its versions.
    InstrumentId,
    /// One organisation, across its names.
    OrganisationId,
    /// One project.
    ProjectId,
    /// One request to another body.
    RecommendationId,
    /// One target.
    TargetId,
    /// One task.
    TaskId,
    /// One text of an instrument, in one language, from one source.
    VersionId,
}
