//! Whether the journal is what was written: numbers without gaps, streams without gaps, the hash
//! chain, readable events, and texts that have their hash.

use crate::error::StoreError;
use crate::record::{FIRST_HASH, Record, sha256};
use crate::store::Store;
use crate::value::{Row, Statement};

/// Events that are read at once.
const EVENTS_AT_ONCE: u32 = 1000;

/// Texts that are read at once; they are long.
const TEXTS_AT_ONCE: u32 = 20;

/// Problems that are told; after that the journal is known to be broken.
const MOST_PROBLEMS: usize = 100;

/// What a walk through the journal found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How many events there are.
    pub events: u64,
    /// The hash of the last event: whoever has noted it can tell later that nothing before it changed.
    pub head: String,
    /// What is wrong, each with its place; at most 100. Empty when all is well.
    pub problems: Vec<String>,
}

/// A walk through the journal.
struct Walk {
    events: u64,
    seq: u64,
    hash: String,
    problems: Vec<String>,
}

impl Store {
    /// Walks through the whole journal and all texts and computes every hash again. Events that are
    /// appended meanwhile are left for the next time.
    pub async fn verify(&self) -> Result<Verification, StoreError> {
        let head = self.backend.fetch_one(Statement::new("SELECT seq, hash FROM head", Vec::new())).await?;
        let head = head.ok_or_else(|| StoreError::corrupt("the journal has no head"))?;
        let (last, hash): (u64, String) = (head.number("seq")?, head.text("hash")?);
        let mut walk = Walk { events: 0, seq: 0, hash: FIRST_HASH.to_owned(), problems: Vec::new() };
        self.walk_events(&mut walk, last).await?;
        if walk.seq != last || walk.hash != hash {
            walk.problem(format!("event {last}: the head of the journal does not name the last event"));
        }
        self.walk_streams(&mut walk, last).await?;
        self.walk_texts(&mut walk).await?;
        Ok(Verification { events: walk.events, head: hash, problems: walk.problems })
    }

    async fn walk_events(&self, walk: &mut Walk, last: u64) -> Result<(), StoreError> {
        loop {
            let sql = "SELECT * FROM event WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3";
            let args = vec![walk.seq.into(), last.into(), EVENTS_AT_ONCE.into()];
            let rows = self.backend.fetch(Statement::new(sql, args)).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                walk.event(row)?;
            }
        }
    }

    async fn walk_streams(&self, walk: &mut Walk, last: u64) -> Result<(), StoreError> {
        let sql = "SELECT stream_noun, stream_id, COUNT(*) AS events, MIN(version) AS lowest, MAX(version) AS highest \
             FROM event WHERE seq <= $1 GROUP BY stream_noun, stream_id \
             HAVING MIN(version) <> 1 OR MAX(version) <> COUNT(*) ORDER BY stream_noun, stream_id LIMIT $2";
        let args = vec![last.into(), MOST_PROBLEMS.into()];
        for row in self.backend.fetch(Statement::new(sql, args)).await? {
            let (noun, id) = (row.text("stream_noun")?, row.text("stream_id")?);
            let [events, lowest, highest] =
                ["events", "lowest", "highest"].map(|name| row.number::<i64>(name));
            let (events, lowest, highest) = (events?, lowest?, highest?);
            walk.problem(format!("{noun}/{id}: {events} events, numbered from {lowest} to {highest}"));
        }
        Ok(())
    }

    async fn walk_texts(&self, walk: &mut Walk) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let sql = "SELECT sha256, body FROM version_text WHERE sha256 > $1 ORDER BY sha256 LIMIT $2";
            let args = vec![after.as_str().into(), TEXTS_AT_ONCE.into()];
            let rows = self.backend.fetch(Statement::new(sql, args)).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.text("sha256")?;
            for row in &rows {
                let known = row.text("sha256")?;
                if sha256(&row.text("body")?) != known {
                    walk.problem(format!("text {known}: it has another hash"));
                }
            }
        }
    }
}

impl Walk {
    fn event(&mut self, row: &Row) -> Result<(), StoreError> {
        let seq: u64 = row.number("seq")?;
        let expected = self.seq.saturating_add(1);
        if seq != expected {
            self.problem(format!("event {expected}: it is missing, the next one is {seq}"));
        }
        self.events = self.events.saturating_add(1);
        self.seq = seq;
        match Record::from_row(row) {
            Ok(record) => {
                if record.hash_after(&self.hash) != record.hash {
                    self.problem(format!(
                        "event {seq}: the hash does not fit its content and the event before"
                    ));
                }
                if let Err(error) = record.event() {
                    self.problem(format!("event {seq}: {error}"));
                }
                self.hash = record.hash;
            }
            Err(error) => {
                self.problem(format!("event {seq}: {error}"));
                self.hash = row.text("hash")?;
            }
        }
        Ok(())
    }

    fn problem(&mut self, problem: String) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }
}
