//! The two databases behind one face: statements in, rows out, transactions for writers.

mod postgres;
mod sqlite;

use crate::dialect::DatabaseKind;
use crate::error::StoreError;
use crate::value::{Row, Statement};
use sqlx::Transaction;
use std::path::Path;

/// Where the rows are.
#[derive(Debug)]
pub(crate) enum Backend {
    /// SQLite, in a file or in memory.
    Sqlite(sqlite::Database),
    /// PostgreSQL.
    Postgres(postgres::Database),
}

impl Backend {
    /// Connects to the database of this URL.
    pub(crate) async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("sqlite:") {
            Ok(Self::Sqlite(sqlite::Database::open(url).await?))
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Ok(Self::Postgres(postgres::Database::open(url).await?))
        } else {
            Err(StoreError::unsupported("the address of a database starts with `sqlite:` or `postgres:`"))
        }
    }

    /// Which database it is.
    pub(crate) fn kind(&self) -> DatabaseKind {
        match self {
            Self::Sqlite(_) => DatabaseKind::Sqlite,
            Self::Postgres(_) => DatabaseKind::Postgres,
        }
    }

    /// The rows of a reading statement.
    pub(crate) async fn fetch(&self, statement: Statement) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(database) => sqlite::fetch(database.readers(), statement).await,
            Self::Postgres(database) => postgres::fetch(database.pool(), statement).await,
        }
    }

    /// The only row of a reading statement, if there is one.
    pub(crate) async fn fetch_one(&self, statement: Statement) -> Result<Option<Row>, StoreError> {
        Ok(self.fetch(statement).await?.into_iter().next())
    }

    /// Runs one writing statement in a transaction of its own; how many rows it touched.
    pub(crate) async fn execute(&self, statement: Statement) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(database) => sqlite::execute(database.writer(), statement).await,
            Self::Postgres(database) => postgres::execute(database.pool(), statement).await,
        }
    }

    /// Begins a transaction that may write. In SQLite it is the only one from now on.
    pub(crate) async fn begin(&self) -> Result<Tx, StoreError> {
        match self {
            Self::Sqlite(database) => Ok(Tx::Sqlite(database.writer().begin_with("BEGIN IMMEDIATE").await?)),
            Self::Postgres(database) => Ok(Tx::Postgres(database.pool().begin().await?)),
        }
    }

    /// After a deletion that must leave nothing: clears what the database itself can clear at once.
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(database) => database.empty_log().await,
            // Its rows are cleared by its own cleaning (`autovacuum`), its log by its own rules.
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Copies the whole database into a new file while it is in use.
    pub(crate) async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(database) => database.backup(to).await,
            Self::Postgres(_) => Err(StoreError::unsupported(
                "a PostgreSQL database is backed up with its own tools: run `pg_dump --format=custom`",
            )),
        }
    }
}

/// A transaction. Dropped without [`Tx::commit`], it never was.
pub(crate) enum Tx {
    /// In SQLite.
    Sqlite(Transaction<'static, sqlx::Sqlite>),
    /// In PostgreSQL.
    Postgres(Transaction<'static, sqlx::Postgres>),
}

impl Tx {
    /// Which database it is in.
    pub(crate) fn kind(&self) -> DatabaseKind {
        match self {
            Self::Sqlite(_) => DatabaseKind::Sqlite,
            Self::Postgres(_) => DatabaseKind::Postgres,
        }
    }

    /// The rows of a statement.
    pub(crate) async fn fetch(&mut self, statement: Statement) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(tx) => sqlite::fetch(&mut **tx, statement).await,
            Self::Postgres(tx) => postgres::fetch(&mut **tx, statement).await,
        }
    }

    /// Runs a statement; how many rows it touched.
    pub(crate) async fn execute(&mut self, statement: Statement) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(tx) => sqlite::execute(&mut **tx, statement).await,
            Self::Postgres(tx) => postgres::execute(&mut **tx, statement).await,
        }
    }

    /// Runs several statements without values, separated by semicolons.
    pub(crate) async fn script(&mut self, sql: &'static str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ())?,
            Self::Postgres(tx) => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ())?,
        }
        Ok(())
    }

    /// Makes everything that was written count.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}
