//! PostgreSQL: one pool for readers and writers.

use crate::error::StoreError;
use crate::value::{Kind, Row, Statement, Value};
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::query::Query;
use sqlx::{
    AssertSqlSafe, Column as _, ConnectOptions as _, Connection as _, Executor, PgPool, Postgres, Row as _,
    TypeInfo as _, ValueRef as _,
};
use std::sync::Arc;
use std::time::Duration;

/// How long a request waits for a connection.
const ACQUIRE: Duration = Duration::from_secs(10);

/// How many connections one node keeps at most.
const CONNECTIONS: u32 = 10;

/// A PostgreSQL database.
#[derive(Debug)]
pub(crate) struct Database {
    pool: PgPool,
}

impl Database {
    /// Connects to the database of this URL.
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let options: PgConnectOptions = url.parse().map_err(|source| StoreError::Open {
            url: "postgres://… (the address is not understood)".to_owned(),
            source,
        })?;
        let shown = shown(&options);
        let opening = |source| StoreError::Open { url: shown.clone(), source };
        let options = options.disable_statement_logging();
        // A pool tries again and again and then says only that it waited; this says what is wrong.
        options.connect().await.map_err(opening)?.close().await.map_err(opening)?;
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(ACQUIRE);
        let pool = pool.connect_with(options).await.map_err(opening)?;
        Ok(Self { pool })
    }

    /// The connections.
    pub(super) fn pool(&self) -> &PgPool {
        &self.pool
    }
}

/// The address without user, password and parameters.
fn shown(options: &PgConnectOptions) -> String {
    let database = options.get_database().unwrap_or_default();
    format!("postgres://{}:{}/{database}", options.get_host(), options.get_port())
}

/// The rows of a statement.
pub(super) async fn fetch<'c, E>(executor: E, statement: Statement) -> Result<Vec<Row>, StoreError>
where
    E: Executor<'c, Database = Postgres>,
{
    let rows = query(statement).fetch_all(executor).await?;
    let names: Arc<[String]> = match rows.first() {
        Some(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
        None => return Ok(Vec::new()),
    };
    let owned = |row: &PgRow| -> Result<Row, StoreError> {
        let values = (0..names.len()).map(|place| value(row, place)).collect::<Result<_, sqlx::Error>>()?;
        Ok(Row { names: Arc::clone(&names), values })
    };
    rows.iter().map(owned).collect()
}

/// Runs a statement; how many rows it touched.
pub(super) async fn execute<'c, E>(executor: E, statement: Statement) -> Result<u64, StoreError>
where
    E: Executor<'c, Database = Postgres>,
{
    Ok(query(statement).execute(executor).await?.rows_affected())
}

fn query(statement: Statement) -> Query<'static, Postgres, PgArguments> {
    let cached = statement.is_cached();
    let query = sqlx::query(AssertSqlSafe(statement.sql)).persistent(cached);
    statement.args.into_iter().fold(query, |query, value| match value {
        Value::Text(text) => query.bind(text),
        Value::Int(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Bytes(bytes) => query.bind(bytes),
        Value::Null(Kind::Text) => query.bind(None::<String>),
        Value::Null(Kind::Int) => query.bind(None::<i64>),
        Value::Null(Kind::Real) => query.bind(None::<f64>),
        Value::Null(Kind::Bytes) => query.bind(None::<Vec<u8>>),
    })
}

fn value(row: &PgRow, place: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(place)?;
    if raw.is_null() {
        return Ok(Value::Null(Kind::Text));
    }
    match raw.type_info().name() {
        "INT8" => row.try_get(place).map(Value::Int),
        "INT4" => row.try_get::<i32, _>(place).map(|number| Value::Int(number.into())),
        "FLOAT8" => row.try_get(place).map(Value::Real),
        "BYTEA" => row.try_get(place).map(Value::Bytes),
        _ => row.try_get(place).map(Value::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_user_and_password() {
        let options: PgConnectOptions =
            "postgres://clerk:s3cr%40t@db.example:5433/haidang?password=s3cr%40t".parse().unwrap();
        assert_eq!(shown(&options), "postgres://db.example:5433/haidang");
    }
}
