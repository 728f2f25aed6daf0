//! What every database must do, checked on SQLite in memory, SQLite in a file, and PostgreSQL.
#![allow(
    clippy::expect_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests say what they expect in the shortest way"
)]

mod build;
mod intake;
mod journal;
mod lists;
mod people;
mod relations;
mod search;
mod trust;

use haidang_store::{DatabaseKind, Store, StoreError};
use haidang_testkit::postgres::Cluster;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

/// All of it, on one database that is empty at first.
async fn contract(store: Store) {
    journal::check(&store).await;
    lists::check(&store).await;
    search::check(&store).await;
    people::check(&store).await;
    relations::check(&store).await;
    intake::check(&store).await;
    trust::check(&store).await;
}

#[tokio::test]
async fn sqlite_in_memory() {
    let store = Store::open("sqlite::memory:").await.unwrap();
    assert_eq!(store.kind(), DatabaseKind::Sqlite);
    contract(store).await;
}

#[tokio::test]
async fn sqlite_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("haidang.db").display());
    contract(Store::open(&url).await.unwrap()).await;
    let store = Store::open(&url).await.unwrap();
    trust::what_was_written_is_there_after_a_restart(&store).await;
    intake::refused_bytes_leave_no_trace(&store, folder.path()).await;
    trust::a_copy_is_made_and_put_back_while_others_write(&store, folder.path()).await;
    let raw = SqlitePool::connect(&url).await.unwrap();
    trust::whoever_tampers_is_found(&store, async |sql| {
        sqlx::query(AssertSqlSafe(sql)).execute(&raw).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn postgres() {
    let Some(cluster) = Cluster::start().unwrap() else {
        assert!(std::env::var_os("CI").is_none(), "PostgreSQL must be installed where CI runs");
        println!("skipped: PostgreSQL is not installed here");
        return;
    };
    let store = Store::open(&cluster.url()).await.unwrap();
    assert_eq!(store.kind(), DatabaseKind::Postgres);
    contract(store.clone()).await;
    let refused = store.backup(std::path::Path::new("/tmp/never-written")).await.unwrap_err();
    assert!(refused.to_string().contains("pg_dump"), "{refused}");
    let raw = PgPool::connect(&cluster.url()).await.unwrap();
    trust::whoever_tampers_is_found(&store, async |sql| {
        sqlx::query(AssertSqlSafe(sql)).execute(&raw).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn no_error_holds_a_password() {
    let refused = Store::open("postgres://clerk:s3cret@127.0.0.1:1/none?password=s3cret").await.unwrap_err();
    assert!(matches!(refused, StoreError::Open { .. }), "{refused:?}");
    assert!(!format!("{refused} {refused:?}").contains("s3cret"));
    let refused = Store::open("postgres://clerk:s3cret@:x/none").await.unwrap_err();
    assert!(!format!("{refused} {refused:?}").contains("s3cret"));
    let refused = Store::open("mysql://clerk:s3cret@host/none").await.unwrap_err();
    assert!(!format!("{refused} {refused:?}").contains("s3cret"));
}
