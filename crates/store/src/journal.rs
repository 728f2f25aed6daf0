//! Reading the journal: streams, their states, and the whole of it in order.

use crate::commit::{Committed, places_of, repeated};
use crate::error::StoreError;
use crate::fold::{Folded, events_of, known_at, records};
use crate::instant;
use crate::record::Record;
use crate::store::Store;
use crate::value::{Statement, Value};
use haidang_domain::{CommandId, Event, Recorded, State, StreamId};
use jiff::Timestamp;

/// An event as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The envelope.
    pub recorded: Recorded,
    /// The event.
    pub event: Event,
    /// Its link of the hash chain, in hexadecimal.
    pub hash: String,
}

impl Entry {
    fn new(record: Record) -> Result<Self, StoreError> {
        let event = record.event()?;
        Ok(Self { recorded: record.recorded, event, hash: record.hash })
    }
}

impl Store {
    /// What a stream adds up to; [`State::empty`] when it has no events.
    pub async fn load(&self, stream: StreamId) -> Result<State, StoreError> {
        self.load_until(stream, None).await
    }

    /// What a stream added up to at an instant, by the clock of the journal.
    pub async fn load_until(&self, stream: StreamId, until: Option<Timestamp>) -> Result<State, StoreError> {
        let mut folded = Folded::empty(stream);
        for record in self.records(stream, until).await? {
            folded.apply(&record.event()?, &record.recorded);
        }
        Ok(folded.state)
    }

    /// The events of a stream that were known at an instant, oldest first.
    pub async fn history(
        &self,
        stream: StreamId,
        until: Option<Timestamp>,
    ) -> Result<Vec<Entry>, StoreError> {
        self.records(stream, until).await?.into_iter().map(Entry::new).collect()
    }

    /// The whole journal in order, a part at a time: at most `limit` events after this one.
    pub async fn entries(&self, after_seq: u64, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT * FROM event WHERE seq > $1 ORDER BY seq LIMIT $2";
        self.select(Statement::new(sql, vec![after_seq.into(), limit.into()])).await
    }

    /// The latest events, newest first: recorded at `since` or later, and at `until` or earlier.
    pub async fn recent(
        &self,
        until: Option<Timestamp>,
        since: Option<Timestamp>,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut args: Vec<Value> = vec![limit.into()];
        let mut conditions = vec!["seq > 0".to_owned()];
        for (bound, comparison) in [(since, ">="), (until, "<=")] {
            if let Some(bound) = bound {
                args.push(instant::written(bound).into());
                conditions.push(format!("recorded_at {comparison} ${}", args.len()));
            }
        }
        let conditions = conditions.join(" AND ");
        let sql = format!("SELECT * FROM event WHERE {conditions} ORDER BY seq DESC LIMIT $1");
        self.select(Statement::new(sql, args)).await
    }

    /// What a command wrote, if it was here before.
    pub async fn committed(&self, command: CommandId) -> Result<Option<Committed>, StoreError> {
        let row = self.backend.fetch_one(places_of(command)).await?;
        row.map_or(Ok(None), |row| repeated(&row))
    }

    async fn records(&self, stream: StreamId, until: Option<Timestamp>) -> Result<Vec<Record>, StoreError> {
        let rows = self.backend.fetch(events_of(stream.noun, &[stream.id])).await?;
        Ok(known_at(records(&rows)?, until))
    }

    async fn select(&self, statement: Statement) -> Result<Vec<Entry>, StoreError> {
        let rows = self.backend.fetch(statement).await?;
        records(&rows)?.into_iter().map(Entry::new).collect()
    }
}
