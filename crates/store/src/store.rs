//! The store: opening it, and the few things that touch all of it.

use crate::backend::Backend;
use crate::dialect::DatabaseKind;
use crate::error::StoreError;
use crate::migrate::migrate;
use crate::value::Statement;
use haidang_domain::InstrumentId;
use std::path::Path;
use std::sync::Arc;

/// The journal and the tables. Clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) backend: Arc<Backend>,
}

impl Store {
    /// Opens the database of this URL and brings its schema up to date: `sqlite:PATH` (made where
    /// it is missing), `sqlite::memory:` or `postgres://…`.
    ///
    /// # Errors
    ///
    /// When it cannot be opened, or when a newer Haidang wrote it. No error shows a password.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let backend = Backend::open(url).await?;
        migrate(&backend).await?;
        Ok(Self { backend: Arc::new(backend) })
    }

    /// Which database it is.
    pub fn kind(&self) -> DatabaseKind {
        self.backend.kind()
    }

    /// Copies a SQLite database into a new file while it is in use.
    ///
    /// # Errors
    ///
    /// When the file exists already or cannot be written; for PostgreSQL always, with the name of
    /// the tool to use.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.backend.backup(to).await
    }

    /// The text of a version by its SHA-256 in hexadecimal.
    pub async fn text(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        let statement =
            Statement::new("SELECT body FROM version_text WHERE sha256 = $1", vec![sha256.into()]);
        let row = self.backend.fetch_one(statement).await?;
        row.map(|row| row.text("body")).transpose()
    }

    /// The instrument that has a version with this text; the earliest where there are several.
    pub async fn version_with_text(&self, sha256: &str) -> Result<Option<InstrumentId>, StoreError> {
        let sql = "SELECT id FROM instrument WHERE text_hashes LIKE $1 ESCAPE '\\' ORDER BY id LIMIT 1";
        let pattern = format!("%|{}|%", crate::list::escaped(sha256));
        let row = self.backend.fetch_one(Statement::new(sql, vec![pattern.into()])).await?;
        row.map(|row| row.parsed("id")).transpose()
    }
}
