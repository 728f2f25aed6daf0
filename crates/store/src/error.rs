//! What can go wrong with the store. No error holds a password.

use haidang_domain::StreamId;
use std::path::PathBuf;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed the stream first; nothing was written.
    #[error("{stream} was changed meanwhile: version {expected} was expected, {found} was found")]
    Conflict {
        /// The stream.
        stream: StreamId,
        /// The version that the decision was made from.
        expected: u64,
        /// The version that the stream has.
        found: u64,
    },
    /// The database refused or could not be reached.
    #[error("the database failed: {source}")]
    Database {
        /// What it said.
        #[from]
        source: sqlx::Error,
    },
    /// The database holds something that no Haidang wrote.
    #[error("the database holds what cannot be read: {what}")]
    Corrupt {
        /// Where and what.
        what: String,
    },
    /// This cannot be done here; the text says what can be done instead.
    #[error("{what}")]
    Unsupported {
        /// What cannot be done, and what to do instead.
        what: String,
    },
    /// A file could not be written.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database could not be opened.
    #[error("cannot open the database {url}: {source}")]
    Open {
        /// Where it lies, without user and password.
        url: String,
        /// Why.
        source: sqlx::Error,
    },
    /// A newer Haidang wrote this database.
    #[error(
        "the database has schema {found}, and this Haidang knows schemas up to {known}: \
         use the newer Haidang, or restore a backup from before its first start"
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
}

impl StoreError {
    /// Something in the database that no Haidang wrote.
    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }

    /// Something that cannot be done here.
    pub(crate) fn unsupported(what: impl Into<String>) -> Self {
        Self::Unsupported { what: what.into() }
    }
}
