//! Putting a backup back in the place of what is there, while it is in use.

use crate::backend::Tx;
use crate::commit::head;
use crate::error::StoreError;
use crate::rebuild::rebuild_all;
use crate::record::COLUMNS;
use crate::rows::insert;
use crate::store::Store;
use crate::value::{Statement, Value};
use std::path::{Path, PathBuf};

/// What a backup holds that cannot be made again: a table, its key, its columns. Sessions are left
/// out on purpose: whoever was signed in signs in again. So are files that were handed in: those that
/// wait here are no part of what was lost, and stay.
const KEPT: [(&str, &str, &[&str]); 4] = [
    ("event", "seq", &COLUMNS),
    ("version_text", "sha256", &["sha256", "body"]),
    ("person", "account", &["account", "login", "login_key", "name", "password_hash"]),
    ("setting", "key", &["key", "value"]),
];

/// Rows that are copied at once.
const ROWS_AT_ONCE: u64 = 500;

impl Store {
    /// Puts what a file of [`Store::backup`] holds in the place of everything here, in one
    /// transaction: until it ends, readers see what was before. The tables are made again from the
    /// journal. A SQLite backup goes into PostgreSQL as well. Returns how many events there are now.
    ///
    /// # Errors
    ///
    /// When the file is missing, is no backup, or its chain is broken; nothing is changed then.
    pub async fn restore(&self, from: &Path) -> Result<u64, StoreError> {
        let copy = Copy::of(from)?;
        let backup = Self::open(&copy.url()?).await?;
        let verification = backup.verify().await?;
        if let Some(problem) = verification.problems.first() {
            return Err(StoreError::corrupt(format!("{}: {problem}", from.display())));
        }
        let mut tx = self.backend.begin().await?;
        head(&mut tx).await?;
        tx.execute(Statement::new("DELETE FROM session", Vec::new())).await?;
        for (table, key, columns) in KEPT {
            tx.execute(Statement::new(format!("DELETE FROM {table}"), Vec::new())).await?;
            backup.copy_into(&mut tx, table, key, columns).await?;
        }
        let sql = "UPDATE head SET seq = $1, hash = $2";
        let args = vec![verification.events.into(), verification.head.as_str().into()];
        tx.execute(Statement::new(sql, args)).await?;
        rebuild_all(&mut tx, self.kind()).await?;
        tx.commit().await?;
        Ok(verification.events)
    }

    /// Copies the rows of one table, in the order of its key.
    async fn copy_into(
        &self,
        tx: &mut Tx,
        table: &str,
        key: &str,
        columns: &[&str],
    ) -> Result<(), StoreError> {
        let mut copied = 0_u64;
        loop {
            let names = columns.join(", ");
            let sql = format!("SELECT {names} FROM {table} ORDER BY {key} LIMIT $1 OFFSET $2");
            let rows =
                self.backend.fetch(Statement::new(sql, vec![ROWS_AT_ONCE.into(), copied.into()])).await?;
            if rows.is_empty() {
                return Ok(());
            }
            copied = copied.saturating_add(ROWS_AT_ONCE);
            let rows: Vec<Vec<Value>> = rows.into_iter().map(|row| row.values).collect();
            insert(tx, table, columns, rows, "").await?;
        }
    }
}

/// A copy of the backup that is read and removed, so that the backup itself stays as it is.
struct Copy(PathBuf);

impl Copy {
    fn of(from: &Path) -> Result<Self, StoreError> {
        let mut name = from.as_os_str().to_owned();
        name.push(".restoring");
        let copy = Self(PathBuf::from(name));
        std::fs::copy(from, &copy.0).map_err(|source| StoreError::Io { path: from.to_owned(), source })?;
        Ok(copy)
    }

    fn url(&self) -> Result<String, StoreError> {
        let path =
            self.0.to_str().ok_or_else(|| StoreError::unsupported("the name of the file is no text"))?;
        Ok(format!("sqlite:{path}"))
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            let mut name = self.0.as_os_str().to_owned();
            name.push(ending);
            let _ = std::fs::remove_file(name);
        }
    }
}
