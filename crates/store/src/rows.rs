//! Writing rows of the tables: many at once, each the image of a state, with its history.

use crate::backend::Tx;
use crate::dialect::DatabaseKind;
use crate::error::StoreError;
use crate::fold::Folded;
use crate::instant::{self, OPEN};
use crate::tables;
use crate::value::{Statement, Value, places};
use haidang_domain::Noun;
use std::collections::BTreeMap;

/// Rows in one statement.
const ROWS_AT_ONCE: usize = 500;

/// Values in one statement; SQLite takes 32 766.
const VALUES_AT_ONCE: usize = 30_000;

/// The row of a stream that changed.
pub(crate) struct Changed {
    id: String,
    since: String,
    is_new: bool,
    values: Vec<Value>,
    /// The rows of each table with several rows for one thing.
    parts: Vec<Vec<Vec<Value>>>,
}

impl Changed {
    /// The row of this stream; `is_new` when the tables do not know the stream yet.
    pub(crate) fn new(folded: &Folded, is_new: bool) -> Self {
        let id = folded.stream.id;
        let values = tables::row(id, &folded.state);
        let parts = tables::parts(folded.stream.noun).iter();
        let parts = parts.map(|part| (part.rows)(id, &folded.state)).collect();
        Self { id: id.to_string(), since: instant::written(folded.since), is_new, values, parts }
    }
}

/// Writes the rows of streams of one noun, and closes and opens their rows in the history.
pub(crate) async fn write(tx: &mut Tx, noun: Noun, mut changed: Vec<Changed>) -> Result<(), StoreError> {
    let table = tables::table(noun);
    close(tx, table.history, &changed).await?;
    write_parts(tx, noun, &mut changed).await?;
    let (mut now, mut history) = (Vec::new(), Vec::new());
    for Changed { since, values, .. } in changed {
        let mut interval = values.clone();
        interval.extend([Value::from(since), OPEN.into()]);
        history.push(interval);
        now.push(values);
    }
    insert(tx, table.name, table.columns, now, &replacing("id", table.columns)).await?;
    insert(tx, table.history, &table.history_columns(), history, "").await
}

/// Puts the rows of the tables with several rows for one thing in the place of those before.
async fn write_parts(tx: &mut Tx, noun: Noun, changed: &mut [Changed]) -> Result<(), StoreError> {
    for (at, part) in tables::parts(noun).iter().enumerate() {
        let known: Vec<String> =
            changed.iter().filter(|changed| !changed.is_new).map(|changed| changed.id.clone()).collect();
        for ids in known.chunks(ROWS_AT_ONCE) {
            let sql = format!("DELETE FROM {} WHERE id IN ({})", part.name, places(1, ids.len()));
            tx.execute(Statement::new(sql, ids.iter().cloned().map(Value::from).collect())).await?;
        }
        let rows = changed.iter_mut().filter_map(|changed| changed.parts.get_mut(at));
        let rows = rows.flat_map(std::mem::take).collect();
        insert(tx, part.name, part.columns, rows, "").await?;
    }
    Ok(())
}

/// Ends the open rows in the history of streams that the tables know. A row that began at the same
/// instant lasted no time and goes.
async fn close(tx: &mut Tx, history: &str, changed: &[Changed]) -> Result<(), StoreError> {
    let mut by_instant: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for changed in changed.iter().filter(|changed| !changed.is_new) {
        by_instant.entry(&changed.since).or_default().push(&changed.id);
    }
    for (since, ids) in by_instant {
        for ids in ids.chunks(ROWS_AT_ONCE) {
            let ended =
                format!("DELETE FROM {history} WHERE valid_from = $1 AND id IN ({})", places(2, ids.len()));
            let args = std::iter::once(since).chain(ids.iter().copied()).map(Value::from).collect();
            tx.execute(Statement::new(ended, args)).await?;
            let closed = format!(
                "UPDATE {history} SET valid_until = $1 WHERE valid_until = $2 AND id IN ({})",
                places(3, ids.len())
            );
            let args = [since, OPEN].into_iter().chain(ids.iter().copied()).map(Value::from).collect();
            tx.execute(Statement::new(closed, args)).await?;
        }
    }
    Ok(())
}

/// Inserts many rows; `then` is what follows the values in the statement.
pub(crate) async fn insert(
    tx: &mut Tx,
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
    then: &str,
) -> Result<(), StoreError> {
    let most = VALUES_AT_ONCE.checked_div(columns.len()).unwrap_or(1).clamp(1, ROWS_AT_ONCE);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<Vec<Value>> = rows.by_ref().take(most).collect();
        let sql = insertion(tx.kind(), table, columns, some.len(), then);
        tx.execute(Statement::new(sql, some.into_iter().flatten().collect())).await?;
    }
    Ok(())
}

fn insertion(kind: DatabaseKind, table: &str, columns: &[&str], rows: usize, then: &str) -> String {
    let mut number = 0_usize;
    let mut place = || {
        number = number.saturating_add(1);
        kind.place_in_order(number)
    };
    let mut row = || columns.iter().map(|_| place()).collect::<Vec<String>>().join(", ");
    let rows: Vec<String> = (0..rows).map(|_| format!("({})", row())).collect();
    format!("INSERT INTO {table} ({}) VALUES {} {then}", columns.join(", "), rows.join(", "))
}

/// Lets inserted rows take the place of those with the same key.
pub(crate) fn replacing(key: &str, columns: &[&str]) -> String {
    let taken: Vec<String> = columns.iter().map(|column| format!("{column} = excluded.{column}")).collect();
    format!("ON CONFLICT ({key}) DO UPDATE SET {}", taken.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_in_the_order_of_the_values() {
        let sql = |kind| insertion(kind, "t", &["a", "b"], 2, "");
        assert_eq!(sql(DatabaseKind::Sqlite), "INSERT INTO t (a, b) VALUES (?, ?), (?, ?) ");
        assert_eq!(sql(DatabaseKind::Postgres), "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ");
    }
}
