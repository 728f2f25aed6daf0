//! What can keep a use case from being done.

use crate::LocalityError;
use haidang_domain::{Refusal, StreamId};
use haidang_reading::ReadError;
use haidang_store::StoreError;

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A rule refused it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody else changed it in the meantime.
    #[error("{stream} was changed in the meantime: you saw version {expected}, it is at {found}")]
    Stale {
        /// What was changed.
        stream: StreamId,
        /// The version that the person saw.
        expected: u64,
        /// The version that it has.
        found: u64,
    },
    /// It does not exist, or did not on that day.
    #[error("there is no such {what}")]
    Unknown {
        /// The noun.
        what: &'static str,
    },
    /// The document could not be read.
    #[error(transparent)]
    Reading(#[from] ReadError),
    /// The folder of the locality is wrong.
    #[error(transparent)]
    Locality(#[from] LocalityError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Login or password is wrong.
    #[error("login or password is wrong")]
    WrongPassword,
    /// Too many wrong passwords.
    #[error("too many wrong passwords; try again in {wait_seconds} seconds")]
    Throttled {
        /// How long to wait.
        wait_seconds: u64,
    },
    /// The password is too short.
    #[error("the password must have at least {least} characters")]
    WeakPassword {
        /// The least length.
        least: usize,
    },
    /// Another account has this login.
    #[error("another account has this login")]
    LoginTaken,
    /// The one-time link is wrong or was used.
    #[error("this link is wrong or was used already")]
    WrongToken,
    /// The machine gave no random bytes, or a task of ours broke.
    #[error("the machine failed: {0}")]
    Machine(String),
}
