//! SQLite: one writing connection, several reading ones; a database in memory has only one.

use crate::error::StoreError;
use crate::value::{Kind, Row, Statement, Value};
use sqlx::query::Query;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{
    AssertSqlSafe, Column as _, ConnectOptions as _, Connection as _, Executor, Row as _, Sqlite, SqlitePool,
    TypeInfo as _, ValueRef as _,
};
use std::io;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// How long a connection waits for another process that writes.
const BUSY: Duration = Duration::from_secs(10);

/// How many connections read at the same time.
const READERS: u32 = 4;

/// A SQLite database.
#[derive(Debug)]
pub(crate) struct Database {
    writer: SqlitePool,
    readers: SqlitePool,
    options: Box<SqliteConnectOptions>,
    in_memory: bool,
}

impl Database {
    /// Opens the file of this URL, or makes it; or a new database in memory.
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let opening = |source| StoreError::Open { url: url.to_owned(), source };
        let options = SqliteConnectOptions::from_str(url)
            .map_err(opening)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY)
            // What is deleted is overwritten: bytes of a refused document must not stay in free pages.
            .pragma("secure_delete", "ON")
            .disable_statement_logging();
        let writer = pool(1).connect_with(options.clone()).await.map_err(opening)?;
        let in_memory = url.contains(":memory:") || url.contains("mode=memory");
        let readers = if in_memory {
            writer.clone()
        } else {
            let options = options.clone().pragma("query_only", "ON");
            pool(READERS).connect_with(options).await.map_err(opening)?
        };
        Ok(Self { writer, readers, options: Box::new(options), in_memory })
    }

    /// The connection that writes.
    pub(super) fn writer(&self) -> &SqlitePool {
        &self.writer
    }

    /// The connections that read.
    pub(super) fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// Empties the log of writes into the file, so that what was deleted does not stay in the log. While
    /// somebody reads, it is emptied as far as that goes, and the rest with a later one.
    pub(super) async fn empty_log(&self) -> Result<(), StoreError> {
        fetch(&self.writer, Statement::new("PRAGMA wal_checkpoint(TRUNCATE)", Vec::new())).await.map(|_| ())
    }

    /// Copies the database into a new file, on a connection of its own: writers go on meanwhile.
    pub(super) async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let refused = |kind: io::ErrorKind| StoreError::Io { path: to.to_owned(), source: kind.into() };
        let file = to.to_str().ok_or_else(|| refused(io::ErrorKind::InvalidInput))?;
        if to.exists() {
            return Err(refused(io::ErrorKind::AlreadyExists));
        }
        let statement = Statement::new("VACUUM INTO $1", vec![file.into()]);
        if self.in_memory {
            execute(&self.writer, statement).await?;
        } else {
            let mut connection = self.options.connect().await?;
            execute(&mut connection, statement).await?;
            connection.close().await?;
        }
        Ok(())
    }
}

/// Connections that stay open: a database in memory lives as long as its only connection.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .min_connections(1)
        .max_connections(connections)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .test_before_acquire(false)
}

/// The rows of a statement.
pub(super) async fn fetch<'c, E>(executor: E, statement: Statement) -> Result<Vec<Row>, StoreError>
where
    E: Executor<'c, Database = Sqlite>,
{
    let rows = query(statement).fetch_all(executor).await?;
    let names: Arc<[String]> = match rows.first() {
        Some(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
        None => return Ok(Vec::new()),
    };
    let owned = |row: &SqliteRow| -> Result<Row, StoreError> {
        let values = (0..names.len()).map(|place| value(row, place)).collect::<Result<_, sqlx::Error>>()?;
        Ok(Row { names: Arc::clone(&names), values })
    };
    rows.iter().map(owned).collect()
}

/// Runs a statement; how many rows it touched.
pub(super) async fn execute<'c, E>(executor: E, statement: Statement) -> Result<u64, StoreError>
where
    E: Executor<'c, Database = Sqlite>,
{
    Ok(query(statement).execute(executor).await?.rows_affected())
}

fn query(statement: Statement) -> Query<'static, Sqlite, SqliteArguments> {
    let cached = statement.is_cached();
    let query = sqlx::query(AssertSqlSafe(statement.sql)).persistent(cached);
    statement.args.into_iter().fold(query, |query, value| match value {
        Value::Text(text) => query.bind(text),
        Value::Int(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Bytes(bytes) => query.bind(bytes),
        Value::Null(_) => query.bind(None::<String>),
    })
}

fn value(row: &SqliteRow, place: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(place)?;
    if raw.is_null() {
        return Ok(Value::Null(Kind::Text));
    }
    let kind = match raw.type_info().name() {
        "INTEGER" => Kind::Int,
        "REAL" => Kind::Real,
        "BLOB" => Kind::Bytes,
        _ => Kind::Text,
    };
    match kind {
        Kind::Int => row.try_get_unchecked(place).map(Value::Int),
        Kind::Real => row.try_get_unchecked(place).map(Value::Real),
        Kind::Bytes => row.try_get_unchecked(place).map(Value::Bytes),
        Kind::Text => row.try_get_unchecked(place).map(Value::Text),
    }
}
