//! What can go wrong on the command line, in words.

use haidang_app::{AppError, LocalityError};
use haidang_store::StoreError;

/// Why a verb failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    App(#[from] AppError),
    #[error(transparent)]
    Locality(#[from] LocalityError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error("{0}")]
    Said(String),
    /// A call that makes no sense: exit status 2.
    #[error("{0}")]
    Usage(String),
}
