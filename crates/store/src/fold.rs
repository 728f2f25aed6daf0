//! Streams as their events add up, with what the tables need besides the state.

use crate::error::StoreError;
use crate::record::Record;
use crate::value::{Row, Statement, Value, places};
use haidang_domain::{Event, Noun, Recorded, State, StreamId};
use jiff::Timestamp;
use uuid::Uuid;

/// A stream as its events add up.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    /// The stream.
    pub(crate) stream: StreamId,
    /// How many events it has.
    pub(crate) version: u64,
    /// The state.
    pub(crate) state: State,
    /// Since when the state counts: the latest instant at which one of its events was recorded.
    /// Where the clock of a node goes back, this does not.
    pub(crate) since: Timestamp,
}

impl Folded {
    /// A stream without events.
    pub(crate) fn empty(stream: StreamId) -> Self {
        Self { stream, version: 0, state: State::empty(stream.noun), since: Timestamp::MIN }
    }

    /// One more event.
    pub(crate) fn apply(&mut self, event: &Event, at: &Recorded) {
        self.state.evolve(event, at);
        self.version = at.version;
        self.since = self.since.max(at.recorded_at);
    }
}

/// Selects the events of several streams of one noun, each in its order.
pub(crate) fn events_of(noun: Noun, ids: &[Uuid]) -> Statement {
    let sql = format!(
        "SELECT * FROM event WHERE stream_noun = $1 AND stream_id IN ({}) ORDER BY stream_id, version",
        places(2, ids.len())
    );
    let ids = ids.iter().map(|id| Value::from(id.to_string()));
    Statement::new(sql, std::iter::once(Value::from(noun.code())).chain(ids).collect())
}

/// The records of these rows.
pub(crate) fn records(rows: &[Row]) -> Result<Vec<Record>, StoreError> {
    rows.iter().map(Record::from_row).collect()
}

/// The part of a stream's records that was known at an instant: up to the first that came later.
pub(crate) fn known_at(records: Vec<Record>, until: Option<Timestamp>) -> Vec<Record> {
    let known = |record: &Record| until.is_none_or(|until| record.recorded.recorded_at <= until);
    records.into_iter().take_while(known).collect()
}
