//! The schema, step by step. A step that was released never changes; a new one gets the next number.

use crate::backend::{Backend, Tx};
use crate::dialect::DatabaseKind;
use crate::error::StoreError;
use crate::rebuild::rebuild_all;
use crate::value::Statement;

/// One step of the schema.
struct Migration {
    version: i64,
    name: &'static str,
    /// What both databases run.
    both: &'static str,
    /// What SQLite runs after it.
    sqlite: &'static str,
    /// What PostgreSQL runs after it.
    postgres: &'static str,
    /// Whether the tables must be made again from the journal after it.
    rebuild: bool,
}

/// All steps, in order.
const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "first",
        both: include_str!("../migrations/0001_first.sql"),
        sqlite: include_str!("../migrations/sqlite/0001_first.sql"),
        postgres: include_str!("../migrations/postgres/0001_first.sql"),
        rebuild: false,
    },
    Migration {
        version: 2,
        name: "relations",
        both: include_str!("../migrations/0002_relations.sql"),
        sqlite: "",
        postgres: "",
        rebuild: true,
    },
    Migration {
        version: 3,
        name: "intake",
        both: include_str!("../migrations/0003_intake.sql"),
        sqlite: include_str!("../migrations/sqlite/0003_intake.sql"),
        postgres: include_str!("../migrations/postgres/0003_intake.sql"),
        rebuild: false,
    },
    Migration {
        version: 4,
        name: "scans",
        both: include_str!("../migrations/0004_scans.sql"),
        sqlite: "",
        postgres: "",
        rebuild: false,
    },
];

/// Brings the database to the newest schema, in one transaction. A database of a newer program is
/// left alone and refused.
pub(crate) async fn migrate(backend: &Backend) -> Result<(), StoreError> {
    let mut tx = backend.begin().await?;
    if let Some(lock) = tx.kind().lock_schema() {
        tx.script(lock).await?;
    }
    tx.script("CREATE TABLE IF NOT EXISTS migration (version bigint PRIMARY KEY, name text NOT NULL)")
        .await?;
    let rows = tx.fetch(Statement::new("SELECT MAX(version) AS version FROM migration", Vec::new())).await?;
    let found = match rows.first() {
        Some(row) => row.optional_number::<i64>("version")?.unwrap_or(0),
        None => 0,
    };
    let known = MIGRATIONS.last().map_or(0, |newest| newest.version);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let later = || MIGRATIONS.iter().filter(|migration| migration.version > found);
    for migration in later() {
        apply(&mut tx, migration).await?;
    }
    // A new database has nothing to make again.
    if found > 0 && later().any(|migration| migration.rebuild) {
        let kind = tx.kind();
        rebuild_all(&mut tx, kind).await?;
    }
    tx.commit().await
}

async fn apply(tx: &mut Tx, migration: &Migration) -> Result<(), StoreError> {
    tx.script(migration.both).await?;
    match tx.kind() {
        DatabaseKind::Sqlite if !migration.sqlite.is_empty() => tx.script(migration.sqlite).await?,
        DatabaseKind::Postgres if !migration.postgres.is_empty() => tx.script(migration.postgres).await?,
        DatabaseKind::Sqlite | DatabaseKind::Postgres => {}
    }
    let values = vec![migration.version.into(), migration.name.into()];
    tx.execute(Statement::new("INSERT INTO migration (version, name) VALUES ($1, $2)", values)).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbered_without_gaps() {
        let versions: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        assert_eq!(versions, (1..).take(MIGRATIONS.len()).collect::<Vec<i64>>());
    }

    #[tokio::test]
    async fn a_database_of_a_newer_program_is_refused() {
        let backend = Backend::open("sqlite::memory:").await.unwrap();
        migrate(&backend).await.unwrap();
        migrate(&backend).await.unwrap();
        let newer = "INSERT INTO migration (version, name) VALUES (99, 'of tomorrow')";
        backend.execute(Statement::new(newer, Vec::new())).await.unwrap();
        let refused = migrate(&backend).await.unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found: 99, .. }), "{refused}");
    }
}
